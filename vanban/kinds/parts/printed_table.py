"""A table of a text, ready to print: how wide each column is, what stands in the middle of its cells."""

from __future__ import annotations

import math
from typing import Final

from pydantic import Field

from vanban.domain import typeface
from vanban.domain.measure import Length, mm, pt
from vanban.domain.record import Record
from vanban.domain.text_table import TextTable
from vanban.domain.wording import read_decimal
from vanban.law import nd30

_SIZE: Final = pt(12)
"""Custom: the decree sets no size inside tables, and its own are smaller than its text."""

_CELL_MARGINS: Final = mm(4)
_NARROWEST: Final = mm(12)
_WIDEST_SHARE: Final = 4.0
"""A column without a width is at most so many times as wide as the narrowest of them."""


class PrintedColumn(Record):
    """One column: its header, its width, whether its cells are centred."""

    name: str = Field(title="Tên cột")
    width: Length = Field(title="Bề rộng")
    centred: bool = Field(title="Chữ đặt giữa ô")


class PrintedTable(Record):
    """A table, ready to print; none where it has no columns."""

    columns: tuple[PrintedColumn, ...] = Field(default=(), title="Các cột")
    rows: tuple[tuple[str, ...], ...] = Field(default=(), title="Các dòng")
    total: tuple[str, ...] = Field(default=(), title="Dòng tổng cộng")
    bold: tuple[int, ...] = Field(default=(), title="Các dòng in đậm, đếm từ 0")


def printed_table(table: TextTable, room: Length = nd30.PAGE.text_width) -> PrintedTable:
    """``table`` as wide as ``room``: widths as said, the rest shared by what the columns hold."""
    cells, total = table.cells(), table.total()
    held = [[*column] for column in zip(*cells, strict=True)]
    return PrintedTable(
        columns=tuple(
            PrintedColumn(name=column.name, width=width, centred=column.is_ordinal or _are_figures(texts))
            for column, texts, width in zip(table.columns, held, _widths(table, held, room), strict=True)
        ),
        rows=cells,
        total=total,
    )


def _are_figures(texts: list[str]) -> bool:
    """Whether a column holds nothing but numbers, shares, blanks."""
    return any(texts) and all(_is_figure(text) for text in texts)


def _is_figure(text: str) -> bool:
    try:
        return not text or bool(read_decimal(text.removesuffix("%").strip()) + 1)
    except ValueError:
        return False


def _widths(table: TextTable, held: list[list[str]], room: Length) -> list[Length]:
    """Every width of the table; where those that are said leave too little room, all are drawn in alike."""
    wished = [
        mm(float(column.width)) if column.width is not None else None if not column.is_ordinal else mm(12)
        for column in table.columns
    ]
    shares = [
        None if width else _share(column.name, texts)
        for column, texts, width in zip(table.columns, held, wished, strict=True)
    ]
    free = [share for share in shares if share is not None]
    least = min(free, default=1.0)
    capped = [share and min(share, least * _WIDEST_SHARE) for share in shares]
    left = room.points - sum(width.points for width in wished if width)
    left = max(left, _NARROWEST.points * len(free))
    per_share = left / (sum(share for share in capped if share) or 1.0)
    made = [width.points if width else (share or 0.0) * per_share for width, share in zip(wished, capped, strict=True)]
    fit = room.points / sum(made) if sum(made) > room.points or not free else 1.0
    return [Length(points * fit) for points in made]


def _share(name: str, texts: list[str]) -> float:
    """How much room a column wants: its longest word at least, more for long texts."""
    longest_word = typeface.longest(" ".join((name, *texts)).split(), _SIZE, bold=True)
    usual = typeface.longest(texts, _SIZE)
    return max(longest_word.points, math.sqrt(usual.points) * 6) + _CELL_MARGINS.points
