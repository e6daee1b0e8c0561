"""How wide a line of Times New Roman is, so that a rule under it can be as long as the law asks.

Advance widths in 1/2048 of the font size, equal in every font that is metric-compatible with Times New Roman.
Tone marks and the circumflex and breve add no width; ơ and ư have widths of their own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from vanban.domain.measure import Length

_UNITS: Final = 2048

_REGULAR: Final = {
    369: "'",
    410: "|",
    512: " ,.\u00a0",
    569: "/:;\\ijlt",
    682: "!()-I[]`fr‘’",
    797: "Js",
    836: '"',
    909: "?acez“”",
    961: "^",
    983: "{}",
    1024: "#$*0123456789_bdghknopquvxyđ–",
    1083: "ơ",
    1108: "~",
    1110: "ư",
    1139: "FPS",
    1155: "+<=>",
    1251: "ELTZ",
    1366: "BCR",
    1479: "ADGHKNOQUVXYwĐƠ",
    1589: "Ư",
    1593: "&m",
    1706: "%",
    1821: "M",
    1886: "@",
    1933: "W",
    2048: "…",
}
_BOLD: Final = {
    451: "|",
    512: " ,.\u00a0",
    569: "'/\\il",
    682: "!()-:;[]`fjt‘’",
    797: "Is",
    807: "{}",
    909: "cerz",
    1024: "#$*0123456789?J_agovxy–“”",
    1065: "~",
    1134: "ơ",
    1137: '"',
    1139: "Sbdhknpquđ",
    1167: "+<=>",
    1190: "^",
    1229: "ư",
    1251: "FP",
    1366: "BELTZ",
    1479: "ACDNRUVXYwĐ",
    1593: "GHKOQƠ",
    1630: "Ư",
    1706: "&m",
    1905: "@",
    1933: "M",
    2048: "%W…",
}
_HORN: Final = "\u031b"


def _by_character(widths: dict[int, str]) -> dict[str, int]:
    return {character: width for width, characters in widths.items() for character in characters}


_WIDTHS: Final = {False: _by_character(_REGULAR), True: _by_character(_BOLD)}


def _base(character: str) -> str:
    """The letter whose width ``character`` has: its base letter, with its horn if it has one."""
    decomposed = unicodedata.normalize("NFD", character)
    return unicodedata.normalize("NFC", decomposed[0] + _HORN) if _HORN in decomposed else decomposed[0]


@cache
def _units(character: str, bold: bool) -> int:
    """Asked for two million times a year, of some two hundred characters."""
    table = _WIDTHS[bold]
    return table.get(_base(character), table["0"])


def width(text: str, size: Length, *, bold: bool = False) -> Length:
    """How wide ``text`` stands on one line at ``size``; a character that is not in the table counts as a digit."""
    return size * (_text_units(text, bold) / _UNITS)


@lru_cache(maxsize=16384)
def _text_units(text: str, bold: bool) -> int:
    """Asked again and again for the same pieces of a line, in columns of different widths."""
    return sum(_units(character, bold) for character in unicodedata.normalize("NFC", text))


def wrap(text: str, size: Length, column: Length, *, bold: bool = False) -> tuple[str, ...]:
    """``text`` in lines of that width: words filled greedily, never broken inside, no line beginning with a hyphen."""
    return fill(text.split(), size, column, bold=bold)


def fill(pieces: Iterable[str], size: Length, column: Length, *, bold: bool = False) -> tuple[str, ...]:
    """``pieces`` in lines of that width as :func:`wrap` does it, no piece broken inside."""
    space = _text_units(" ", bold)
    height, room = size.points, column.points
    lines: list[list[str]] = []
    units = 0
    for piece in pieces:
        own = _text_units(piece, bold)
        longer = units + space + own
        if lines and (piece == "-" or height * (longer / _UNITS) <= room):
            lines[-1].append(piece)
            units = longer
        else:
            lines.append([piece])
            units = own
    return tuple(map(" ".join, lines))


def longest(lines: Iterable[str], size: Length, *, bold: bool = False) -> Length:
    """The width of the longest of ``lines``; nothing for no line."""
    return max((width(line, size, bold=bold) for line in lines), default=Length(0.0))
