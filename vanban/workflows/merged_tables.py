"""Write the tables of a year anew after what was taken of returned files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vanban import durable
from vanban.domain.kit import unit_of
from vanban.domain.record import Record
from vanban.domain.record_value import RecordValue
from vanban.errors import DataUnfit
from vanban.ingest import DataFile, FileShape, write_csv, write_table
from vanban.ingest.merging import RowMerge, TableMerge
from vanban.workflows.check import title_of_part
from vanban.workflows.deed import Deed
from vanban.workflows.earlier import keep_earlier
from vanban.workflows.value_sheets import VALUE_SHEETS, broken_by, file_with_records, files_with_values
from vanban.workflows.year_tables import FORM_TABLES, YearTables
from vanban.workspace import Workspace, read_file


@dataclass(frozen=True)
class TablesWritten:
    """The tables that were written, and where what stood in them before is kept."""

    files: tuple[str, ...]
    aside: tuple[str, ...]


def write_tables(
    workspace: Workspace,
    tables: YearTables,
    merged: Sequence[TableMerge],
    deed: Deed,
    *,
    delete: bool,
) -> TablesWritten:
    """Write every table in which something changes; what stood there is kept as of every save, and can be taken back.

    Raises ``CellTooLong`` and ``DataUnfit`` before anything is written, and ``FileFault``.
    """
    made: list[tuple[str, bytes]] = []
    values: list[RecordValue] = []
    for part in FORM_TABLES:
        own = [table for table in merged if table.part == part.name]
        stored = tables.rows(part.name)
        rows = _rows(tables, stored, own, delete=delete)
        if own and part in VALUE_SHEETS:
            values += [row for row in rows if isinstance(row, RecordValue)]
        elif own and rows != stored:
            made.append((tables.files[part.name], _bytes(tables, part, rows)))
    changed = files_with_values(tables.sources, tables.files, tables.parts, tables.office, tuple(values))
    findings = broken_by(changed, tables.files, tables.office)
    if findings:
        raise DataUnfit(year=tables.year.phrase, count=f"{len(findings)} chỗ", findings=findings)
    made += [(file, text.encode()) for file, text in changed.items()]
    aside = tuple(kept for file, _ in made if (kept := _kept(workspace, file, deed)))
    for file, data in made:
        durable.write(workspace.root / "data" / file, data)
    return TablesWritten(tuple(file for file, _ in made), aside)


def _kept(workspace: Workspace, file: str, deed: Deed) -> str:
    """Where what the file says now is kept, below the workspace; empty where there is no file yet."""
    path = workspace.root / "data" / file
    kept = keep_earlier(workspace, file, read_file(path) if path.is_file() else None, deed)
    return kept.relative_to(workspace.root).as_posix() if kept else ""


def _rows(
    tables: YearTables, stored: tuple[Record, ...], merged: Sequence[TableMerge], *, delete: bool
) -> tuple[Record, ...]:
    """The stored rows, each as the returns say it is now; a new one behind the last of its unit, else at the end."""
    kept: dict[int, Record] = dict(enumerate(stored))
    new: dict[tuple[str, ...], Record] = {}
    for table in merged:
        for row in table.rows:
            record = row.emptied if delete and row.emptied is not None else row.record
            if row.position is None:
                new[(*row.identity, *_apart(table, row))] = record
            else:
                kept[row.position] = record
        for position in table.missing if delete else ():
            kept.pop(position, None)
    people = tables.people()
    rows = list(kept.values())
    for record in new.values():
        unit = unit_of(record, people)
        after = [place for place, row in enumerate(rows) if unit is not None and unit_of(row, people) == unit]
        rows.insert(after[-1] + 1 if after else len(rows), record)
    return tuple(rows)


def _apart(table: TableMerge, row: RowMerge) -> tuple[str, ...]:
    """What keeps two new rows of one file apart that say the same of whom they are about."""
    twins = [one for one in table.rows if one.position is None and one.identity == row.identity]
    return (str(next(place for place, one in enumerate(twins) if one is row)),)


def _bytes(tables: YearTables, part: DataFile, rows: tuple[Record, ...]) -> bytes:
    if part.shape is FileShape.RECORDS:
        return file_with_records(tables.sources, tables.files[part.name], tables.rows(part.name), rows, tables.office)
    if tables.files[part.name].lower().endswith(".csv"):
        return write_csv(rows, part.model)
    return write_table(rows, part.model, title_of_part(part), tables.office)
