"""What a sheet of a workbook and a CSV file have in common: cells by row and column, both from 1."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from vanban.domain.text import TextFault
from vanban.ingest.scalars import Raw

MOST_ROWS = 20_000
MOST_COLUMNS = 200
LONGEST_CELL = 10_000


class Cell(NamedTuple):
    """One cell with something in it; ``fault`` where it holds no usable value, ``warning`` where it may mislead."""

    raw: Raw
    fault: TextFault | None = None
    warning: TextFault | None = None


class Area(NamedTuple):
    """A rectangle of cells, first and last included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        return f"{get_column_letter(self.left)}{self.top}:{get_column_letter(self.right)}{self.bottom}"


@dataclass
class Grid:
    """One sheet: its cells that are not blank, and what its reader cannot see at a glance."""

    name: str | None = None
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    is_hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    widths: dict[int, int] = field(default_factory=dict)
    """How many cells each row of a CSV file has, blank ones too."""

    def has_hidden_column(self, column: int) -> bool:
        """Whether the column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


def too_long() -> TextFault:
    """A cell that holds more than any name or note does."""
    return TextFault(f"Ô dài quá {LONGEST_CELL:,} ký tự.".replace(",", "."), "Hãy viết ngắn lại.")


class TooLarge(Exception):
    """A sheet has more cells than any table of an office; ``fault`` says which."""

    def __init__(self, fault: TextFault) -> None:
        super().__init__(fault)
        self.fault = fault


def too_many_rows() -> TooLarge:
    """A table beyond :data:`MOST_ROWS`."""
    limit = f"{MOST_ROWS:,}".replace(",", ".")
    return TooLarge(TextFault(f"Bảng có quá {limit} dòng dữ liệu.", "Hãy tách bảng ra nhiều tệp."))
