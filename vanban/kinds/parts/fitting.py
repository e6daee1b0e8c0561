"""Long names in a line: printed smaller down to a least size, then in more lines; never a letter less."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from vanban.domain import typeface
from vanban.domain.measure import Length, mm
from vanban.domain.phrases import unparted, words
from vanban.domain.record import Record

_CAUTION = 0.98
"""The share of the room that is filled: another font of the same widths may round them up."""


class Fitted(Record):
    """A text that fits its place: ``step`` counts the sizes from the largest, 1."""

    text: str = Field(title="Nội dung, các dòng cách nhau bằng dấu xuống dòng")
    step: int = Field(title="Cỡ chữ thứ mấy, 1 là lớn nhất")


def fitted(text: str, sizes: Sequence[Length], room: Length, *, bold: bool = False, most_lines: int = 1) -> Fitted:
    """``text`` at the largest of ``sizes`` at which it takes no more than ``most_lines`` of the width ``room``; at the
    least of them in as many lines as it takes. Every word stays as it is, in its order; a phrase is parted only where
    that saves a line."""
    width = room * _CAUTION
    for step, size in enumerate(sizes, start=1):
        made = min((_levelled(pieces, size, width, bold) for pieces in (unparted(text), words(text))), key=len)
        fits = len(made) <= most_lines and typeface.longest(made, size, bold=bold) <= width
        if fits or step == len(sizes):
            return Fitted(text="\n".join(made), step=step)
    raise ValueError("sizes")


def _levelled(pieces: Sequence[str], size: Length, width: Length, bold: bool) -> tuple[str, ...]:
    """The lines of the narrowest column that takes no more of them: no last line of one word."""
    lines = typeface.fill(pieces, size, width, bold=bold)
    while len(lines) > 1 and width > mm(20):
        width -= mm(2)
        narrower = typeface.fill(pieces, size, width, bold=bold)
        if len(narrower) > len(lines) or typeface.longest(narrower, size, bold=bold) > width:
            return lines
        lines = narrower
    return lines
