"""A table as the cells that a person sees, rows of text under titles; and such rows as a file again, whole."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vanban.domain.finding import Finding
from vanban.domain.office import Office
from vanban.domain.unit_kind import UNIT_KINDS, is_asked
from vanban.errors import CellTooLong
from vanban.ingest import findings_sheet
from vanban.ingest.assembly import kinds_of
from vanban.ingest.grid import LONGEST_CELL
from vanban.ingest.header import title_of
from vanban.ingest.part_file import DataFile
from vanban.ingest.rows import data_rows
from vanban.ingest.scalars import choices, offers, shown
from vanban.ingest.table import table_of


@dataclass(frozen=True)
class CellColumn:
    """One column: its words, the field that it holds (empty for one that the program does not use), whether it must be
    filled, what may be chosen."""

    title: str
    field: str = ""
    required: bool = False
    options: tuple[str, ...] = ()
    several: bool = False


@dataclass(frozen=True)
class CellTable:
    """The columns of a table and its rows, each as many texts as there are columns; ``first`` is the first row's line
    in the file, ``other_sheets`` how many sheets the file has besides, which rows alone do not keep."""

    columns: tuple[CellColumn, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    lines: tuple[int, ...] = ()
    other_sheets: int = 0

    @property
    def titles(self) -> tuple[str, ...]:
        """The words over the columns."""
        return tuple(column.title for column in self.columns)


def read_cells(data: bytes, file: str, part: DataFile, office: Office | None) -> CellTable | Finding:
    """The cells of the table in ``data``, in the file's columns and then those that it lacks; or why there is none."""
    kind = office.unit_kind if office else UNIT_KINDS[0]
    outcome = table_of(data, file, part.model, kind)
    if isinstance(outcome, Finding):
        return outcome
    grid, header, warnings = outcome
    named = {column: name for name, column in header.columns.items()}
    shown_columns = sorted(column for column in header.words if column not in header.ordinals)
    known = [
        _column(part, named[at], office, header.words[at]) if at in named else CellColumn(header.words[at])
        for at in shown_columns
    ]
    lacking = [_column(part, name, office) for name in part.model.model_fields if name not in header.columns]
    numbers = data_rows(grid, header)
    rows = (
        (
            *(shown(grid.rows[number][at].raw) if at in grid.rows[number] else "" for at in shown_columns),
            *("" for _ in lacking),
        )
        for number in numbers
    )
    return CellTable((*known, *lacking), tuple(rows), tuple(numbers), len(warnings))


def empty_cells(part: DataFile, office: Office | None) -> CellTable:
    """The columns of a table that has no file yet."""
    return CellTable(tuple(_column(part, name, office) for name in part.model.model_fields))


def _column(part: DataFile, name: str, office: Office | None, words: str = "") -> CellColumn:
    kind = office.unit_kind if office else UNIT_KINDS[0]
    field = part.model.model_fields[name]
    kinds = kinds_of(field.annotation)
    listed = tuple(offers((member for one in kinds for member in choices(one)), office).values())
    return CellColumn(
        title=words or title_of(part.model, name, kind),
        field=name,
        required=is_asked(field, kind),
        options=("có", "không") if bool in kinds else listed,
        several=any(_is_several(one) for one in kinds),
    )


def _is_several(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) in (tuple, list)


def write_cells(table: CellTable, title: str) -> bytes:
    """The table as an .xlsx file: every cell a text, so that nothing is taken for a formula or loses its zeros.

    Raises :class:`vanban.errors.CellTooLong`.
    """
    for row in table.rows:
        for column, text in zip(table.columns, row, strict=True):
            if len(text) > LONGEST_CELL:
                raise CellTooLong(header=column.title, limit=f"{LONGEST_CELL:,}".replace(",", "."))
    return findings_sheet.write_table(title, table.titles, table.rows)


def cells_as_text(table: CellTable) -> bytes:
    """The table as the .csv file that says the same: what is not saved is checked as if it were."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([table.titles, *table.rows])
    return buffer.getvalue().encode("utf-8")


def fields_of(table: CellTable) -> Mapping[str, int]:
    """At which place the column of each field stands."""
    return {column.field: place for place, column in enumerate(table.columns) if column.field}


def rows_of(table: CellTable, rows: Sequence[Sequence[str]]) -> CellTable:
    """The same columns with other rows; blank ones are left out."""
    kept = tuple(tuple(row) for row in rows if any(text.strip() for text in row))
    return CellTable(table.columns, kept, tuple(range(2, len(kept) + 2)), table.other_sheets)
