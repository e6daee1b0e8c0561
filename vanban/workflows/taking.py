"""Take what units sent back into the tables of the year: look first, write when told, never delete unasked.

A file is taken whole or not at all. What was taken stands in a journal beside the returned files, value by value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Final

from vanban import durable
from vanban.domain.finding import Finding
from vanban.domain.suggestion import did_you_mean
from vanban.domain.work_year import WorkYear
from vanban.errors import NoReturns, NoUnit, PackageError
from vanban.ingest.error_copy import error_copy, unmarked
from vanban.ingest.grid import TooLarge
from vanban.ingest.merging import ValueChange, ValueState
from vanban.workflows.deed import Deed
from vanban.workflows.merged_tables import write_tables
from vanban.workflows.return_journal import JournalEntry, JournalValue, add_to_journal, read_journal
from vanban.workflows.returned_files import ReadReturn, read_returned, title_of_table
from vanban.workflows.tables import alone
from vanban.workflows.year_tables import YearTables, read_tables
from vanban.workspace import Workspace, read_file

_READ: Final = frozenset({".xlsx", ".csv"})
_FOLDER: Final = "nhan-ve"


@dataclass(frozen=True)
class TakeRequest:
    """Which files (those of the year's folder of returns if none is named), whose the clerk says that they are, and
    what may be done: ``write`` what is new and changed, ``delete`` what was emptied or is gone too. Where files say
    two things, those called as in ``chosen`` hold and the others are passed over."""

    files: tuple[Path, ...] = ()
    year: WorkYear | None = None
    unit: str = ""
    write: bool = False
    delete: bool = False
    chosen: tuple[str, ...] = ()


class ReturnState(StrEnum):
    """What became of one file."""

    READY = "ready"
    """It can be taken, and was if that was asked."""
    KNOWN = "known"
    """Its very content was taken before, or is that of another file of this run."""
    DISPUTED = "disputed"
    """Another file of this run says something else about the same row."""
    PASSED_OVER = "passed_over"
    """Another file of this run was chosen instead of it."""
    FAULTY = "faulty"
    REFUSED = "refused"


@dataclass(frozen=True)
class TableTaken:
    """What one file says of one table.

    New rows and rows that did not come back are told in the words of their keys; ``unfilled`` rows had nothing but one.
    """

    part: str
    title: str
    new: tuple[str, ...]
    changed: int
    equal: int
    values: tuple[ValueChange, ...]
    missing: tuple[str, ...]
    not_asked: tuple[str, ...]
    unfilled: int

    def to_json(self) -> dict[str, object]:
        """All of it, each value with its row, column, both values and state."""
        values = [
            {"row": one.row, "column": one.title, "before": one.before, "after": one.after, "state": one.state.value}
            for one in self.values
        ]
        return {
            "table": self.part,
            "title": self.title,
            "new": list(self.new),
            "changed": self.changed,
            "equal": self.equal,
            "values": values,
            "missing": list(self.missing),
            "not_asked": list(self.not_asked),
            "unfilled": self.unfilled,
        }

    @property
    def deletions(self) -> int:
        """How much would be deleted: values that were emptied, rows that are gone."""
        return len(self.missing) + sum(one.state is ValueState.EMPTIED for one in self.values)


@dataclass(frozen=True)
class FileTaken:
    """What became of one returned file. ``said`` is why it is known or disputed, ``copy`` its error copy."""

    file: str
    unit: str
    state: ReturnState
    said: str = ""
    tables: tuple[TableTaken, ...] = ()
    findings: tuple[Finding, ...] = ()
    copy: str = ""

    def to_json(self) -> dict[str, object]:
        """All of it."""
        return {
            "file": self.file,
            "unit": self.unit,
            "state": self.state.value,
            "said": self.said,
            "tables": [one.to_json() for one in self.tables],
            "findings": [one.to_json() for one in self.findings],
            "copy": self.copy,
        }


@dataclass(frozen=True)
class Taken:
    """What became of every file; the tables that were written, where what stood in them before is kept."""

    year: WorkYear
    files: tuple[FileTaken, ...]
    wrote: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """1 where a file waits for somebody: refused, faulty, disputed."""
        waits = (ReturnState.REFUSED, ReturnState.FAULTY, ReturnState.DISPUTED)
        return 1 if any(one.state in waits for one in self.files) else 0

    def to_json(self) -> dict[str, object]:
        """All of it."""
        return {
            "year": self.year.to_json(),
            "files": [one.to_json() for one in self.files],
            "wrote": list(self.wrote),
            "aside": list(self.aside),
        }


@dataclass(frozen=True)
class _Held:
    """One file in hand: where it lies, its bytes, what it holds."""

    path: Path
    data: bytes
    digest: str
    read: ReadReturn


def take(workspace: Workspace, request: TakeRequest, deed: Deed) -> Taken:
    """Read every file, hold it against the tables, and write what may be written; then nobody else saves a table.

    Raises ``NoYear``, :class:`NoReturns`, :class:`NoUnit`, :class:`vanban.errors.DataUnfit`, ``DamagedJournal``,
    ``BusyTable``, ``FileUnreadable`` and ``FileFault``.
    """
    with alone(workspace) if request.write else nullcontext():
        return _take(workspace, request, deed)


def _take(workspace: Workspace, request: TakeRequest, deed: Deed) -> Taken:
    tables = read_tables(workspace, request.year)
    if request.unit and request.unit not in tables.units():
        raise NoUnit(unit=request.unit, nearest=did_you_mean(request.unit, tables.units()))
    journal = read_journal(workspace, tables.year)
    paths = _paths(workspace, tables.year, request.files)
    told: dict[Path, FileTaken] = {}
    held: list[_Held] = []
    for path in paths:
        data = _without_marks(read_file(path), path.name)
        digest = sha256(data).hexdigest()
        known = _known(digest, path, journal, held)
        if known is not None:
            told[path] = known
        else:
            held.append(_Held(path, data, digest, read_returned(tables, data, path.name, request.unit)))
    passed = _passed_over([one for one in held if _is_whole(one.read)], request.chosen)
    told |= {one.path: FileTaken(one.path.name, one.read.unit, ReturnState.PASSED_OVER, why) for one, why in passed}
    held = [one for one in held if one.path not in told]
    disputes = dict(_disputes([one for one in held if _is_whole(one.read)]))
    ready = []
    for one in held:
        told[one.path] = _said(workspace, tables, one, disputes.get(one.path, ""), _before(one, journal))
        if told[one.path].state is ReturnState.READY:
            ready.append(one)
    if not request.write or not ready:
        return Taken(tables.year, tuple(told[path] for path in paths))
    merged = [table for one in ready for table in one.read.tables]
    written = write_tables(workspace, tables, merged, deed, delete=request.delete)
    entries = [_entry(tables, one, deed, delete=request.delete) for one in ready]
    kept = [_keep(workspace, tables.year, one) for one in ready]
    entries = [replace(entry, file=name) for entry, name in zip(entries, kept, strict=True)]
    add_to_journal(workspace, tables.year, journal, entries)
    return Taken(tables.year, tuple(told[path] for path in paths), written.files, written.aside)


def waiting_returns(workspace: Workspace, tables: YearTables) -> dict[str, list[str]]:
    """The files in the folder of returns that were not taken, by the unit that they are of."""
    folder = workspace.returns(tables.year)
    journal = read_journal(workspace, tables.year)
    found: dict[str, list[str]] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if _is_return(path):
            data = _without_marks(read_file(path), path.name)
            if _known(sha256(data).hexdigest(), path, journal, ()) is None:
                unit = read_returned(tables, data, path.name).unit
                found.setdefault(unit, []).append(path.name)
    return found


def _paths(workspace: Workspace, year: WorkYear, named: Sequence[Path]) -> tuple[Path, ...]:
    """The files that are meant, each folder's in order. Raises :class:`NoReturns` where there is none."""
    found: dict[Path, None] = {}
    for one in named or (workspace.returns(year),):
        if one.is_dir():
            found |= dict.fromkeys(path for path in sorted(one.iterdir()) if _is_return(path))
        elif named:
            found[one] = None
    if not found:
        raise NoReturns(folder=", ".join(map(str, named)) or workspace.returns(year))
    return tuple(found)


def _is_return(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in _READ and not path.name.startswith(("~$", "."))


def _without_marks(data: bytes, file: str) -> bytes:
    """The file without the marks of an error copy that was mended and sent again; as it is where it cannot be opened,
    which reading tells."""
    try:
        return unmarked(data, file) if file.lower().endswith(".xlsx") else data
    except (PackageError, TooLarge):
        return data


def _is_whole(read: ReadReturn) -> bool:
    return read.refusal is None and not read.is_faulty


def _known(digest: str, path: Path, journal: Iterable[JournalEntry], held: Iterable[_Held]) -> FileTaken | None:
    for entry in journal:
        if entry.digest == digest:
            said = f"Đã nhận ngày {entry.day} (tệp “{entry.file}”), không phải làm gì."
            return FileTaken(path.name, entry.unit, ReturnState.KNOWN, said)
    for one in held:
        if one.digest == digest:
            said = f"Giống hệt tệp “{one.path.name}”, không phải làm gì."
            return FileTaken(path.name, one.read.unit, ReturnState.KNOWN, said)
    return None


def _disputes(held: Sequence[_Held]) -> Iterator[tuple[Path, str]]:
    """Files that say two things about one row, or of which only one has a row of their unit: none is taken before
    somebody chooses."""
    for place, one in enumerate(held):
        for other in held[:place]:
            what = _difference(one.read, other.read)
            if what:
                for here, there in ((one, other), (other, one)):
                    yield (
                        here.path,
                        f"Khác với tệp “{there.path.name}” ở {what}. Hãy chọn tệp đúng: "
                        f"vanban take --choose “{here.path.name}”.",
                    )


def _passed_over(held: Sequence[_Held], chosen: Sequence[str]) -> list[tuple[_Held, str]]:
    """The files that say otherwise than one that was chosen."""
    found: dict[Path, tuple[_Held, str]] = {}
    for one in (one for one in held if one.path.name in chosen):
        for other in held:
            if other.path.name not in chosen and _difference(one.read, other.read):
                found[other.path] = (other, f"Đã chọn tệp “{one.path.name}”.")
    return list(found.values())


def _difference(one: ReadReturn, other: ReadReturn) -> str:
    """Where two files say two things; empty where they agree."""
    same_unit = bool(one.unit) and one.unit == other.unit
    for table in one.tables:
        for its in (its for its in other.tables if its.part == table.part):
            here, there = ({row.identity: row for row in rows} for rows in (table.rows, its.rows))
            for identity in [*here, *there]:
                first, second = here.get(identity), there.get(identity)
                found = first or second
                alone = same_unit and (first is None or second is None)
                if found and (alone or (first and second and first.record != second.record)):
                    return f"bảng “{title_of_table(table.part)}”, dòng {found.words}"
    return ""


def _before(one: _Held, journal: Iterable[JournalEntry]) -> str:
    """That the unit has sent something before."""
    known = [entry for entry in journal if entry.unit and entry.unit == one.read.unit]
    return f"Đơn vị này đã gửi “{known[-1].file}”, nhận ngày {known[-1].day}." if known else ""


def _said(workspace: Workspace, tables: YearTables, one: _Held, dispute: str, before: str) -> FileTaken:
    read, name = one.read, one.path.name
    if read.refusal is not None:
        return FileTaken(name, read.unit, ReturnState.REFUSED, findings=(read.refusal,))
    if read.is_faulty:
        copy = _mark(workspace, one)
        return FileTaken(name, read.unit, ReturnState.FAULTY, findings=read.findings, copy=copy)
    made = tuple(_table(tables, read, position) for position in range(len(read.tables)))
    state = ReturnState.DISPUTED if dispute else ReturnState.READY
    return FileTaken(name, read.unit, state, dispute or before, made, read.findings)


def _mark(workspace: Workspace, one: _Held) -> str:
    """Write the error copy of a returned workbook; its name, empty where it cannot be marked."""
    name = one.path.name
    if not name.lower().endswith(".xlsx"):
        return ""
    try:
        copy = error_copy(one.data, name, one.read.findings)
    except (PackageError, TooLarge):
        return ""
    target = workspace.error_copy(f"{_FOLDER}/{name}")
    durable.write(target, copy)
    return target.relative_to(workspace.root).as_posix()


def _table(tables: YearTables, read: ReadReturn, position: int) -> TableTaken:
    table = read.tables[position]
    stored = tables.rows(table.part)
    old = [row for row in table.rows if row.position is not None]
    return TableTaken(
        part=table.part,
        title=title_of_table(table.part),
        new=tuple(row.words for row in table.rows if row.position is None),
        changed=sum(bool(row.changes) for row in old),
        equal=sum(not row.changes for row in old),
        values=tuple(change for row in table.rows for change in row.changes),
        missing=tuple(tables.words_of(table.part, stored[place]) for place in table.missing),
        not_asked=table.not_asked,
        unfilled=table.unfilled,
    )


def _entry(tables: YearTables, one: _Held, deed: Deed, *, delete: bool) -> JournalEntry:
    values = []
    for table in one.read.tables:
        for row in table.rows:
            if row.position is None:
                values.append(JournalValue(table.part, row.words, "", "", "dòng mới"))
            for change in row.changes:
                if change.state is not ValueState.EMPTIED or delete:
                    values.append(JournalValue(table.part, row.words, change.field, change.before, change.after))
        for place in table.missing if delete else ():
            words = tables.words_of(table.part, tables.rows(table.part)[place])
            values.append(JournalValue(table.part, words, "", "dòng đang lưu", ""))
    return JournalEntry(
        file=one.path.name,
        digest=one.digest,
        unit=one.read.unit,
        moment=deed.moment.isoformat(),
        actor=deed.actor,
        values=tuple(values),
    )


def _keep(workspace: Workspace, year: WorkYear, one: _Held) -> str:
    """A file from elsewhere is copied into the folder of returns, so that what the journal names is there; its name."""
    folder = workspace.returns(year)
    if one.path.absolute().parent == folder.absolute():
        return one.path.name
    name, number = one.path.name, 1
    while not durable.create(folder / name, one.data) and read_file(folder / name) != one.data:
        number += 1
        name = f"{one.path.stem}-{number}{one.path.suffix}"
    return name
