"""Where a long name or subject breaks: into as few lines as fit, about equally long."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import chain
from typing import Final

from vanban.domain import typeface
from vanban.domain.measure import Length, mm
from vanban.domain.phrases import unparted, words
from vanban.law import nd30

_CAPITALS: Final = "".join(filter(str.isupper, map(chr, range(0x41, 0x1EFA))))
_BREAKS: Final = (
    re.compile(r" (?=(?:ủy ban|phường|xã(?! hội)|thành phố|thị xã|huyện|quận|tỉnh)\b)", re.IGNORECASE),
    re.compile(rf"(?<! -)(?<! và) (?=[{_CAPITALS}]|và |cơ sở|phổ thông)"),
    re.compile(r"(?<= -) "),
    re.compile(" "),
)
"""The spaces at which a name may break, the best first: before an administrative name, before a word that begins a part
of the name (Phụ lục II mostly writes it with a capital letter), after a dash, anywhere."""

_REMEMBERED: Final = 4096
"""Every document of a year bears the same few names at its head."""


@lru_cache(maxsize=4096)
def balanced(text: str, part: nd30.Part, column: Length) -> tuple[str, ...]:
    """``text`` in as few lines as its phrases allow, each about as long: no last line of one word.

    A phrase is parted only where it alone is wider than the column.
    """
    kind = nd30.TYPES[part]
    size = kind.size.chosen
    pieces = (
        (phrase,) if typeface.width(phrase, size, bold=kind.bold) <= column else words(phrase)
        for phrase in unparted(text)
    )
    return _levelled(tuple(chain.from_iterable(pieces)), part, column, size)


@lru_cache(maxsize=4096)
def in_capitals(name: str, part: nd30.Part, column: Length, *, compact: bool = False) -> tuple[str, ...]:
    """A name, written as in a sentence, in capitals and broken where a part of it begins.

    ``compact``: in the least size that the decree allows the part.
    """
    kind = nd30.TYPES[part]
    size = kind.size.least if compact else kind.size.chosen

    def fits(piece: str) -> bool:
        return typeface.width(piece.upper(), size, bold=kind.bold) <= column

    return _levelled(tuple(piece.upper() for piece in _pieces(name, fits)), part, column, size)


def _pieces(name: str, fits: Callable[[str], bool], level: int = 0) -> tuple[str, ...]:
    """``name`` in pieces that fit, cut at the best spaces that make them fit."""
    if fits(name) or level == len(_BREAKS):
        return (name,)
    return tuple(finer for piece in _BREAKS[level].split(name) for finer in _pieces(piece, fits, level + 1))


@lru_cache(maxsize=_REMEMBERED)
def _levelled(pieces: tuple[str, ...], part: nd30.Part, column: Length, size: Length) -> tuple[str, ...]:
    """The pieces in lines: the narrowest column that takes no more lines than the given one."""
    kind = nd30.TYPES[part]

    def filled(room: Length) -> tuple[str, ...]:
        return typeface.fill(pieces, size, room, bold=kind.bold)

    lines = filled(column)
    narrowest = typeface.longest(pieces, size, bold=kind.bold)
    while len(lines) > 1 and (column := column - mm(1)) >= narrowest and len(narrower := filled(column)) == len(lines):
        lines = narrower
    return lines
