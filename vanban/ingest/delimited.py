"""Turn a CSV file into grids, one for each delimiter that it may have been written with; and records into one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from pydantic import BaseModel

from vanban.domain.finding import Finding, Place
from vanban.domain.record import Record
from vanban.ingest.decoding import decode
from vanban.ingest.grid import LONGEST_CELL, Budget, SheetCell, SheetGrid, too_long
from vanban.ingest.header import title_of
from vanban.ingest.scalars import written

_LARGEST_FILE = 20 * 2**20
_DELIMITERS = (",", ";", "\t")


def read_delimited(data: bytes, file: str) -> tuple[list[SheetGrid], Finding | None]:
    """The rows of a .csv file, read once for each delimiter, of which the header will show the right one.

    With them comes what is wrong with the file if it is not Unicode text, or if its quotation marks are at odds in one
    of the readings. Raises :class:`vanban.ingest.grid.TooLarge` beyond the limits.
    """
    text = decode(data, file, _LARGEST_FILE)
    if not isinstance(text, str):
        return [], text
    # Excel's own hint for itself, in the first line.
    hint = text[4] if text[:4].lower() == "sep=" and len(text) > 4 else None
    grids: list[SheetGrid] = []
    broken: Finding | None = None
    used = tuple(delimiter for delimiter in _DELIMITERS if delimiter in text)
    for delimiter in (hint,) if hint in _DELIMITERS else used or _DELIMITERS:
        outcome = _grid(text, str(delimiter))
        if isinstance(outcome, SheetGrid):
            grids.append(outcome)
        else:
            broken = Finding(
                place=Place(file=file, line=outcome),
                reason="Dấu nháy kép trong dòng này chưa đóng hoặc đặt sai chỗ.",
                remedy="Hãy sửa dấu nháy kép, hoặc mở bằng Excel và lưu thành .xlsx.",
            )
    return grids, broken


def _grid(text: str, delimiter: str) -> SheetGrid | int:
    """The grid, or the number of the row whose quotation marks are at odds."""
    grid, budget = SheetGrid(), Budget()
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, row in enumerate(rows, start=1):
            grid.widths[number] = len(row)
            for column, value in enumerate(row, start=1):
                if value.strip():
                    budget.keep(grid, number, column, _cell(value))
    except csv.Error:
        return number + 1
    return grid


def _cell(value: str) -> SheetCell:
    return SheetCell(value[:LONGEST_CELL], fault=too_long() if len(value) > LONGEST_CELL else None)


_FORMULA_SIGNS = (*"=+-@", *"\uff1d\uff0b\uff0d\uff20", "\t", "\r", "\n")
"""With the wide signs of East Asian keyboards, which some spreadsheets take for the narrow ones."""


def write_csv(rows: Iterable[Record], row_type: type[BaseModel]) -> bytes:
    """A .csv file with the field titles as header, in UTF-8 with the mark by which Excel knows it.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it, as Excel itself writes such text.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    names = list(row_type.model_fields)
    writer.writerow([title_of(row_type, name) for name in names])
    for row in rows:
        writer.writerow([_harmless(written(getattr(row, name))) for name in names])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8")


def _harmless(text: str) -> str:
    begins = text.startswith(_FORMULA_SIGNS) or text.lstrip().startswith(_FORMULA_SIGNS)
    return f"'{text}" if begins else text
