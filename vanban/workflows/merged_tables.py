"""Write the tables of a year anew after what was taken of returned files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Final

from vanban import durable
from vanban.domain.kit import unit_of
from vanban.domain.record import Record
from vanban.domain.work_year import WorkYear
from vanban.ingest import DataFile, write_csv, write_table
from vanban.ingest.merging import RowMerge, TableMerge
from vanban.workflows.return_journal import JournalEntry
from vanban.workflows.year_tables import TABLES, YearTables, table_title
from vanban.workspace import Workspace, read_file

_ASIDE: Final = "ban-goc"


@dataclass(frozen=True)
class TablesWritten:
    """The tables that were written, each with the digest of its file, and the originals that were kept aside before."""

    digests: dict[str, str]
    aside: tuple[str, ...]


def write_tables(
    workspace: Workspace,
    tables: YearTables,
    merged: Sequence[TableMerge],
    journal: Iterable[JournalEntry],
    *,
    delete: bool,
) -> TablesWritten:
    """Write every table in which something changes; a file that somebody else wrote is kept aside first.

    Raises ``CellTooLong`` before anything is written, and ``FileFault``.
    """
    ours = {digest for entry in journal for digest in entry.wrote.values()}
    made: list[tuple[str, bytes]] = []
    for part in TABLES:
        own = [table for table in merged if table.part == part.name]
        stored = tables.rows(part.name)
        rows = _rows(tables, stored, own, delete=delete)
        if own and rows != stored:
            made.append((tables.files[part.name], _bytes(tables, part, rows)))
    aside = tuple(kept for file, _ in made if (kept := _keep_aside(workspace, tables.year, file, ours)))
    for file, data in made:
        durable.write(workspace.root / "data" / file, data)
    return TablesWritten({file: sha256(data).hexdigest() for file, data in made}, aside)


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
    if tables.files[part.name].lower().endswith(".csv"):
        return write_csv(rows, part.model)
    return write_table(rows, part.model, table_title(part), tables.office)


def _keep_aside(workspace: Workspace, year: WorkYear, file: str, ours: set[str]) -> str:
    """The name of the copy of what stands there now; empty where it is our own work, or nothing."""
    path = workspace.root / "data" / file
    if not path.is_file():
        return ""
    data = read_file(path)
    if sha256(data).hexdigest() in ours:
        return ""
    stem, ending = PurePosixPath(file).stem, PurePosixPath(file).suffix
    folder, number = workspace.returns(year) / _ASIDE, 1
    name = f"{stem}{ending}"
    while not durable.create(folder / name, data) and read_file(folder / name) != data:
        number += 1
        name = f"{stem}-{number}{ending}"
    return (folder / name).relative_to(workspace.root).as_posix()
