"""The words of an office's digital signature at the top of a file: found, set apart from the paper, judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from vanban.proofread.facts import Paragraph
from vanban.proofread.lines import PrintedLine, Side, is_upper, lines_of
from vanban.proofread.mark import Mark, mark, number

_TOP: Final = 8
_LONGEST: Final = 160
_TIME: Final = re.compile(
    r"(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{4}-\d{2}-\d{2})\W{0,4}(T|lúc)?\s*\d{1,2}\s*[:h]\s*\d{2}(?P<rest>.*)$"
)
_WHOLE: Final = re.compile(r"^\s*[:]?\s*\d{2}(\.\d+)?\W{0,3}\+0?7:?00\W*$")
_NUMBER: Final = re.compile(r"\d+\s*/\s*[A-ZĐ]")
_OF_A_MACHINE: Final = re.compile(r"\d:\d{2}:\d{2}|\+0?7|\bký\b", re.IGNORECASE)
"""What the time of a meeting never has: seconds, the zone, the word itself."""
_SYMBOL: Final = re.compile(r"\S*/\S*")
_COPY: Final = re.compile(r"\b(sao y|sao lục|trích sao)\b", re.IGNORECASE)
_RIGHT: Final = ("right",)


def signed_lines(paragraphs: Sequence[Paragraph]) -> list[PrintedLine]:
    """The lines near the top that say when the file was signed by the office."""
    shown = [paragraph for paragraph in paragraphs if not paragraph.is_empty][:_TOP]
    return [line for paragraph in shown for line in lines_of(paragraph) if _is_signed(line.text)]


def _is_signed(text: str) -> bool:
    return len(text) <= _LONGEST and _TIME.search(text) is not None and _OF_A_MACHINE.search(text) is not None


def check_signed(lines: Sequence[PrintedLine], first: Paragraph | None) -> Iterator[Mark]:
    """Faults of those lines; ``first`` is the first paragraph of the paper itself."""
    for line in lines:
        paragraph = line.paragraph
        right = line.side is Side.RIGHT or paragraph.alignment in _RIGHT
        above = paragraph.in_margin or first is None or paragraph.number < first.number
        if not right or not above:
            yield mark("TT-28.place", line, "không ở bên phải" if not right else "ở dưới phần đầu văn bản")
        face = line.face()
        loud = is_upper(_SYMBOL.sub("", line.text))
        if face.size != 10 or face.italic or loud:
            looks = [f"cỡ {number(face.size)}", *["nghiêng"] * face.italic, *["in hoa"] * loud]
            yield mark("TT-28.look", line, ", ".join(looks))
        timed = _TIME.search(line.text)
        if timed is not None and not _WHOLE.match(timed["rest"]):
            yield mark("TT-28.time", line, timed[0])
        if not (_NUMBER.search(line.text) or _COPY.search(line.text)):
            yield mark("TT-28.whose", line, line.text)
