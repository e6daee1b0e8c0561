"""What a sheet of a workbook and a CSV file have in common: cells by row and column, both from 1."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from vanban.domain.finding import visible
from vanban.domain.text import TextFault, tidy
from vanban.ingest.scalars import Raw

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_FILLED = 250_000
LONGEST_CELL = 10_000
_MOST_CELLS = 1_000_000

_SPLIT = "Hãy tách bảng ra nhiều tệp."
_SPARE_CELLS = "Hãy xóa các cột, dòng và định dạng thừa bên ngoài bảng."
TOO_WIDE = TextFault("Trang khai báo quá nhiều ô trống.", _SPARE_CELLS)


WHOLLY_STRUCK = TextFault(
    "Cả ô bị gạch ngang nên không rõ có còn dùng không.",
    "Hãy xóa ô nếu không dùng nữa; nếu còn dùng thì bỏ gạch ngang (Font, Strikethrough).",
)


class SheetCell(NamedTuple):
    """One cell with something in it; ``fault`` where it holds no usable value, ``warning`` where it may mislead.

    ``padded`` is a number as its format shows it where that has zeros in front of it: ``007``.
    """

    raw: Raw
    fault: TextFault | None = None
    warning: TextFault | None = None
    padded: str = ""


class CellRange(NamedTuple):
    """A rectangle of cells, first and last included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        return f"{get_column_letter(self.left)}{self.top}:{get_column_letter(self.right)}{self.bottom}"


@dataclass
class SheetGrid:
    """One sheet: its cells that are not blank, and what its reader cannot see at a glance."""

    name: str | None = None
    rows: dict[int, dict[int, SheetCell]] = field(default_factory=dict)
    is_hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[CellRange] = field(default_factory=list)
    widths: dict[int, int] = field(default_factory=dict)
    """How many cells each row of a CSV file has, blank ones too."""

    def has_hidden_column(self, column: int) -> bool:
        """Whether the column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


def partly_struck(left: str, whole: str) -> TextFault:
    """A cell of which only a part is struck through, as people correct on paper."""
    return TextFault(
        f"Một phần chữ trong ô bị gạch ngang: không rõ là “{visible(tidy(left))}” hay “{visible(tidy(whole))}”.",
        "Hãy xóa hẳn phần bị gạch, bỏ gạch ngang phần còn lại rồi lưu.",
    )


def too_long() -> TextFault:
    """A cell that holds more than any name or note does."""
    return TextFault("Ô dài quá 10.000 ký tự.", "Hãy viết ngắn lại.")


class TooLarge(Exception):
    """A sheet has more cells than any table of an office; ``fault`` says which."""

    def __init__(self, fault: TextFault) -> None:
        super().__init__(fault)
        self.fault = fault


class Budget:
    """How many cells a file may still have, all its sheets together."""

    def __init__(self) -> None:
        self._cells = self._filled = 0

    def spend_cell(self) -> None:
        """Count a cell, blank or not. Raises :class:`TooLarge` when there are too many."""
        self._cells += 1
        if self._cells > _MOST_CELLS:
            raise TooLarge(TOO_WIDE)

    def keep(self, grid: SheetGrid, row: int, column: int, cell: SheetCell) -> None:
        """Put a filled cell into ``grid``. Raises :class:`TooLarge` when there are too many, or too far out."""
        grid.rows.setdefault(row, {})[column] = cell
        self._filled += 1
        if column > MOST_COLUMNS:
            where = f"{get_column_letter(column)}{row}"
            raise TooLarge(TextFault(f"Có dữ liệu ở quá xa (tới ô {where}).", _SPARE_CELLS))
        if len(grid.rows) > MOST_ROWS:
            raise TooLarge(TextFault("Bảng có quá 20.000 dòng dữ liệu.", _SPLIT))
        if self._filled > MOST_FILLED:
            raise TooLarge(TextFault("Tệp có quá 250.000 ô dữ liệu.", _SPLIT))
