"""Tables of the data as rows that a page or a kit edits: opened, saved, taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Final

from vanban import durable
from vanban.domain.finding import Finding
from vanban.domain.office import Office
from vanban.domain.three_way import CellClash, Row, decided, merge_rows
from vanban.domain.work_year import WorkYear
from vanban.errors import BusyTable, NoTable, TableUnread, UnfitData
from vanban.ingest import (
    CellTable,
    DataFile,
    empty_cells,
    read_cells,
    rows_of,
    write_cells,
)
from vanban.workflows.check import TARGETS, Checked, office_of, title_of_part
from vanban.workflows.deed import Deed
from vanban.workflows.earlier import Earlier, Kept, keep_earlier
from vanban.workflows.plan_targets import PLAN_TARGETS
from vanban.workflows.record_lists import LISTS, cells_of_list, list_as_text
from vanban.workflows.year_tables import TABLES
from vanban.workspace import Workspace, read_file

GRIDS: Final = (*LISTS, *TABLES)
"""Whatever is edited as rows: the lists that are kept as texts, and the tables."""

_PATIENCE_S = 5.0
_REMEMBERED = 64


@dataclass(frozen=True)
class TableListed:
    """A table of the data: the field of the year, its title, whether it stays from year to year, its rows."""

    name: str
    title: str
    of_office: bool
    rows: int | None

    def to_json(self) -> dict[str, object]:
        """Name, title, rows."""
        return {"name": self.name, "title": self.title, "of_office": self.of_office, "rows": self.rows}


@dataclass(frozen=True)
class TableOpened:
    """A table with its cells, the file in which it stands (below ``data``), a digest of its rows, and the last save."""

    name: str
    title: str
    file: str
    cells: CellTable
    content: str
    last: Kept | None
    exists: bool

    def to_json(self) -> dict[str, object]:
        """Name, title, columns, rows, digest."""
        return {
            "name": self.name,
            "title": self.title,
            "titles": list(self.cells.titles),
            "rows": [list(row) for row in self.cells.rows],
            "content": self.content,
        }


@dataclass(frozen=True)
class SaveRequest:
    """Rows to be saved: ``base`` as they were opened, ``rows`` as they are now, ``origins`` the place in ``base`` of
    each of them (``None``: a new row).

    ``choices`` decides earlier clashes in their order, true where theirs is taken; ``seen`` is the digest of what stood
    in the file when they were shown.
    """

    name: str
    base: tuple[Row, ...]
    rows: tuple[Row, ...]
    origins: tuple[int | None, ...]
    year: WorkYear | None = None
    choices: tuple[bool, ...] = ()
    seen: str = ""


@dataclass(frozen=True)
class TableSaved:
    """What was saved; or, where ``clashes`` are, nothing: then ``theirs`` is what stands in the file, ``by`` who saved
    it, and ``rows`` what both make together."""

    rows: tuple[Row, ...]
    content: str
    theirs: tuple[Row, ...]
    clashes: tuple[CellClash, ...] = ()
    by: Kept | None = None
    merged: bool = False

    def to_json(self) -> dict[str, object]:
        """Rows, digest, clashes."""
        return {
            "rows": [list(row) for row in self.rows],
            "theirs": [list(row) for row in self.theirs],
            "content": self.content,
            "clashes": [clash.to_json() for clash in self.clashes],
            "by": self.by.actor if self.by else "",
            "merged": self.merged,
        }


def list_tables(checked: Checked) -> tuple[TableListed, ...]:
    """Every table of the data, those of the office first; rows are counted as they were read where they could be."""
    listed = []
    for part in GRIDS:
        lines = checked.lines.get(checked.files.get(part.name, ""))
        rows = None if lines is None else len(lines) - 1
        if part in LISTS:
            rows = _count(checked, part)
        listed.append(TableListed(part.name, title_of_part(part), part.folder == "office", rows))
    return tuple(listed)


def _count(checked: Checked, part: DataFile) -> int | None:
    """How many rows a list of the year has."""
    if checked.year is None:
        return None
    if part != PLAN_TARGETS:
        return len(getattr(checked.year, part.name))
    of_the_table = max(0, len(checked.lines.get(checked.files.get(TARGETS, ""), ())) - 1)
    return sum(len(target.measures) for target in checked.year.plan.targets) - of_the_table


def table_part(name: str) -> DataFile:
    """The part of the year that is that table. Raises :class:`vanban.errors.NoTable`."""
    for part in GRIDS:
        if part.name == name:
            return part
    raise NoTable(name=name)


def open_table(workspace: Workspace, year: WorkYear, name: str) -> TableOpened:
    """The table as its file has it now; one without a file has no rows yet.

    Raises :class:`vanban.errors.NoTable`, :class:`vanban.errors.TableUnread` where the file is no such table.
    """
    part = table_part(name)
    file = _file_of(workspace, year, part)
    office = office_as_read(workspace)
    path = workspace.root / "data" / file
    cells = _read(workspace, file, part, office) if path.is_file() else empty_cells(part, office)
    last = next(iter(Earlier(workspace, file).kept()), None)
    return TableOpened(name, title_of_part(part), file, cells, content_of(cells.rows), last, path.is_file())


def target_grid(workspace: Workspace, year: WorkYear) -> str:
    """The table in which the plan's targets are kept: that of its own file where some stand there, else the one beside
    it."""
    try:
        return PLAN_TARGETS.name if open_table(workspace, year, PLAN_TARGETS.name).cells.rows else TARGETS
    except TableUnread:
        return TARGETS


def save_rows(workspace: Workspace, request: SaveRequest, deed: Deed) -> TableSaved:
    """Write the rows, together with what others wrote since they were opened; nothing where both changed one cell.

    What stood in the file before is kept. Raises :class:`vanban.errors.BusyTable`, :class:`vanban.errors.FileFault`.
    """
    year = workspace.year(request.year)
    with alone(workspace):
        opened = open_table(workspace, year, request.name)
        mine = [
            (origin, row) for origin, row in zip(request.origins, request.rows, strict=True) if any(map(str.strip, row))
        ]
        merged = merge_rows(request.base, mine, opened.cells.rows)
        theirs = opened.cells.rows
        if merged.clashes and (request.seen, len(request.choices)) == (opened.content, len(merged.clashes)):
            merged = decided(merged, request.choices)
        if merged.clashes:
            return TableSaved(merged.rows, opened.content, theirs, merged.clashes, opened.last)
        table = rows_of(opened.cells, merged.rows)
        if table.rows != theirs or not opened.exists:
            _put(workspace, opened, *_content_of(workspace, opened, table), deed=deed)
        content = content_of(table.rows)
        return TableSaved(table.rows, content, table.rows, merged=table.rows != tuple(row for _, row in mine))


def replace_table(workspace: Workspace, year: WorkYear, name: str, data: bytes, file: str) -> TableOpened:
    """The rows of a file that somebody sent, in the table's columns, to be looked at before they are saved.

    Raises :class:`vanban.errors.TableUnread`.
    """
    part = table_part(name)
    office = office_as_read(workspace)
    opened = open_table(workspace, year, name)
    found = read_cells(data, file, part, office)
    if isinstance(found, Finding):
        raise TableUnread(file=file, reason=found.reason, advice=found.remedy)
    places = {column.field or column.title: place for place, column in enumerate(found.columns)}
    rows = tuple(
        tuple(
            row[places[key]] if (key := column.field or column.title) in places else ""
            for column in opened.cells.columns
        )
        for row in found.rows
    )
    return replace(opened, cells=replace(opened.cells, rows=rows))


def table_file(workspace: Workspace, year: WorkYear, name: str) -> tuple[str, bytes]:
    """The table as an .xlsx file to be filled in elsewhere: its name and bytes."""
    opened = open_table(workspace, year, name)
    return f"{table_part(name).stem}.xlsx", write_cells(opened.cells, opened.title)


def earlier_tables(workspace: Workspace, year: WorkYear, name: str) -> tuple[Kept, ...]:
    """What was kept of the table, the newest first."""
    return Earlier(workspace, _file_of(workspace, year, table_part(name))).kept()


def take_back(workspace: Workspace, year: WorkYear, name: str, number: int, deed: Deed) -> TableOpened:
    """Put an earlier content of the table in its place again; what stands there now is kept too.

    Raises :class:`vanban.errors.NoTable` where nothing was kept under that number.
    """
    with alone(workspace):
        opened = open_table(workspace, year, name)
        kept = Earlier(workspace, opened.file).content(number)
        if kept is None:
            raise NoTable(name=str(number))
        _put(workspace, opened, kept[1], kept[0], deed=deed)
    return open_table(workspace, year, name)


def content_of(rows: Sequence[Row]) -> str:
    """A digest of rows, to be compared instead of times."""
    return sha256(repr(tuple(rows)).encode()).hexdigest()


def _content_of(workspace: Workspace, opened: TableOpened, table: CellTable) -> tuple[bytes, str]:
    """What the file is to say, and how its name ends. Raises :class:`TableUnread` where a list would not be read."""
    part = table_part(opened.name)
    if part not in LISTS:
        return write_cells(table, opened.title), ".xlsx"
    said = list_as_text(part, table, text_before(workspace, opened), office_as_read(workspace))
    if isinstance(said, bytes):
        return said, PurePosixPath(opened.file).suffix
    at = said[0].place
    place = ", ".join(filter(None, (opened.title, f"dòng {at.line - 1}" if at.line else "", at.header)))
    raise TableUnread(file=place, reason=said[0].reason, advice=said[0].remedy)


def text_before(workspace: Workspace, opened: TableOpened) -> bytes:
    """What stands in the file of a table; nothing where there is none yet."""
    return read_file(workspace.root / "data" / opened.file) if opened.exists else b""


def _put(workspace: Workspace, opened: TableOpened, data: bytes, ending: str, *, deed: Deed) -> None:
    """Keep what stands in the file, then write the new content; a table in .csv goes on as .xlsx."""
    path = workspace.root / "data" / opened.file
    target = path.with_suffix(ending)
    keep_earlier(workspace, opened.file, read_file(path) if opened.exists else None, deed)
    durable.write(target, data)
    if target != path and opened.exists:
        durable.remove(path)


@contextmanager
def alone(workspace: Workspace) -> Iterator[None]:
    """Nobody else saves a table of the workspace meanwhile. Raises :class:`BusyTable`."""
    with durable.held(workspace.earlier / "khoa", _PATIENCE_S) as ours:
        if not ours:
            raise BusyTable()
        yield


def office_as_read(workspace: Workspace) -> Office | None:
    """The office, in whose words columns are called, as far as its own file can be read."""
    try:
        return office_of(workspace)
    except UnfitData:
        return None


def _file_of(workspace: Workspace, year: WorkYear, part: DataFile) -> str:
    """Where the table stands below ``data``, or would stand."""
    folder = "office" if part.folder == "office" else str(year)
    found = [
        path
        for path in workspace.kept()
        if path.parent.name == folder and path.stem.lower() == part.stem and path.suffix.lower() in part.endings
    ]
    return f"{folder}/{found[0].name if found else part.stem + part.endings[0]}"


def _read(workspace: Workspace, file: str, part: DataFile, office: Office | None) -> CellTable:
    found = _cells(read_file(workspace.root / "data" / file), file, part, office)
    if isinstance(found, Finding):
        raise TableUnread(file=file, reason=found.reason, advice=found.remedy)
    return found


@lru_cache(maxsize=_REMEMBERED)
def _cells(data: bytes, file: str, part: DataFile, office: Office | None) -> CellTable | Finding:
    """What the same bytes say is known from the first reading: a page asks at every keystroke."""
    return cells_of_list(data, file, part, office) if part in LISTS else read_cells(data, file, part, office)
