"""Where a record that is kept as a text stands: in which file, at which place of several, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final

from vanban.domain.date_to_confirm import place_of
from vanban.domain.finding import tally
from vanban.domain.record import Record
from vanban.domain.register_entry import ascii_slug
from vanban.domain.work_year import WorkYear
from vanban.errors import DataUnfit, NoRecord, OfficeUnfit
from vanban.ingest import DataFile, FileShape, ReadOutcome, read_yaml, read_yaml_list, read_year
from vanban.ingest.reading import ValuePlaces
from vanban.ingest.written_tree import Written
from vanban.ingest.yaml_splice import said, spliced
from vanban.ingest.yaml_tree import parse
from vanban.workflows.check import EVERY_PART, title_of_part
from vanban.workflows.earlier import Earlier, Kept
from vanban.workflows.form_tree import FormTree, called
from vanban.workflows.named_rows import named_rows
from vanban.workflows.texts import documents_in
from vanban.workflows.value_sheets import recorded
from vanban.workspace import Workspace, read_file

OFFICE: Final = "office"
"""The name of the record that the office itself is."""

RECORDED: Final = (*recorded("office"), *recorded("year"))
"""Every part of a year that is no table: those of the office first."""

_KEYED: Final = ("key", "nominee")
_TELLING: Final = ("name", "event", "subject", "nominee")
"""The fields by one of which a record is told from its like."""


@dataclass(frozen=True)
class RecordPlace:
    """Which record: of which year and part; ``name``: of several its key, or its ordinal where it has none."""

    year: WorkYear
    part: str
    name: str = ""


@dataclass(frozen=True)
class RecordListed:
    """A part of the year that is no table: its name and title, whether it stays from year to year, its records by their
    names with what they are called; ``several`` of which there may be more."""

    name: str
    title: str
    of_office: bool
    several: bool
    records: tuple[tuple[str, str], ...]

    def to_json(self) -> dict[str, object]:
        """All of it."""
        return {
            "name": self.name,
            "title": self.title,
            "of_office": self.of_office,
            "records": [{"name": name, "called": words} for name, words in self.records],
        }


@dataclass(frozen=True)
class RecordsRead:
    """What could be read of a year, for the words by which its records are known."""

    year: WorkYear
    parts: Mapping[str, Any]

    def form(self, part: DataFile) -> FormTree:
        """The form of a record of that part."""
        return FormTree(part.model, named_rows(self.parts, part.name), self.parts.get(OFFICE))

    def listed(self, part: DataFile) -> RecordListed:
        """The part with its records."""
        several, value = part.shape is FileShape.RECORDS, self.parts.get(part.name)
        rows = tuple(value or ()) if several else (value,) if value is not None else ()
        tree = self.form(part)
        records = tuple((_name(row, at) if several else "", _called(tree, row)) for at, row in enumerate(rows))
        return RecordListed(part.name, title_of_part(part), part.folder == "office", several, records)


def read_records(workspace: Workspace, year: WorkYear) -> RecordsRead:
    """What can be read of the year. Raises ``NoYear``."""
    number = workspace.year(year)
    return RecordsRead(number, read_year(workspace.sources(number), number, EVERY_PART).value or {})


@dataclass(frozen=True)
class StandingRecord:
    """What stands in the file of a record, and where in it: ``at`` of several which, ``None`` for a new one.

    ``texts`` are the texts in it: their names and subjects. ``like`` is the record that a new one is a copy of.
    """

    place: RecordPlace
    part: DataFile
    file: str
    data: bytes
    root: Written
    at: int | None
    record: Written
    tree: FormTree
    texts: tuple[tuple[str, str], ...]
    earlier: tuple[Kept, ...]
    places: ValuePlaces
    like: str

    @property
    def text(self) -> str:
        """The file as text."""
        return self.data.decode("utf-8-sig")

    @property
    def content(self) -> str:
        """A digest of the file."""
        return sha256(self.data).hexdigest()

    @property
    def is_several(self) -> bool:
        """Whether the file holds several records."""
        return self.part.shape is FileShape.RECORDS

    @property
    def is_new(self) -> bool:
        """Whether the file says nothing of it yet."""
        return self.at is None if self.is_several else not self.root

    @property
    def rows(self) -> list[Written]:
        """The records of the file."""
        return self.root if isinstance(self.root, list) else []

    def named(self, record: dict[str, Written]) -> dict[str, Written]:
        """The record with a key of its own, made from what it is called, where nobody wrote one."""
        if "key" not in self.part.model.model_fields or record.get("key") or not self.is_several:
            return record
        words = next((one for name in _TELLING if isinstance(one := record.get(name), str) and one), "")
        slug = ascii_slug(words).lower()
        if not slug:
            return record
        taken = {one.get("key") for one in self.rows if isinstance(one, dict)}
        numbered = (slug if number == 1 else f"{slug}-{number}" for number in range(1, len(taken) + 2))
        return {"key": next(one for one in numbered if one not in taken)} | {
            name: piece for name, piece in record.items() if name != "key"
        }

    def with_record(self, record: dict[str, Written]) -> tuple[bytes, int]:
        """The text of the file with that record in it, and at which place of several."""
        if not self.is_several:
            return spliced(self.text, record).encode(), 0
        at = len(self.rows) if self.at is None else self.at
        return spliced(self.text, [*self.rows[:at], record, *self.rows[at + 1 :]]).encode(), at

    def without_record(self) -> bytes:
        """The text of the file without it."""
        return spliced(self.text, [one for at, one in enumerate(self.rows) if at != self.at]).encode()

    def read(self, text: bytes) -> ReadOutcome[Any]:
        """That text as the file of the part."""
        return _read(self.part, text, self.file, self.tree)

    def name_in(self, value: Any, at: int) -> str:
        """The name of the record at a place of what was read."""
        return _name(value[at], at) if self.is_several else ""


def standing(workspace: Workspace, place: RecordPlace, like: str = "", line: int | None = None) -> StandingRecord:
    """What stands at that place. A ``line`` of the file names the record that stands there.

    Raises :class:`vanban.errors.OfficeUnfit`, ``DataUnfit`` where the file cannot be read as a text, ``NoRecord``.
    """
    part = part_named(place.part)
    file, data = file_of(workspace, place.year, part)
    known = read_records(workspace, place.year)
    tree = known.form(part)
    reading = _read(part, data, file, tree)
    root = _root(part, data)
    if root is None and part.name == OFFICE:
        raise OfficeUnfit(findings=reading.findings)
    if root is None:
        raise DataUnfit(year=place.year.phrase, count=tally(reading.findings), findings=reading.findings)
    made = StandingRecord(
        place, part, file, data, root, None, root, tree, (), Earlier(workspace, file).kept(), reading.places, ""
    )
    at: int | None = None
    if made.is_several:
        at = at_line(reading.places, line) if line is not None else _position(made, place.name) if place.name else None
        record: Written = made.rows[at] if at is not None else _copied(made.rows[_position(made, like)]) if like else {}
        name = "" if at is None else _name_written(record, at)
        made = replace(made, at=at, record=record, like="" if at is not None else like, place=replace(place, name=name))
    return replace(made, texts=tuple(_texts(known.parts.get(part.name), part, at)) if not made.is_new else ())


def record_part(name: str) -> DataFile | None:
    """The part of that name that is no table."""
    return next((part for part in RECORDED if part.name == name), None)


def part_named(name: str) -> DataFile:
    """The part of that name that is no table. Raises :class:`vanban.errors.NoRecord`."""
    part = record_part(name)
    if part is None:
        raise NoRecord(name=name)
    return part


def file_of(workspace: Workspace, year: WorkYear, part: DataFile) -> tuple[str, bytes]:
    """The file of a part with what it says; the usual one, and nothing, where there is none yet."""
    stem = f"{'office' if part.folder == 'office' else year.key}/{part.stem}"
    known = workspace.office_files() if part.folder == "office" else workspace.sources(year)
    file = next((name for name in known if name.partition(".")[0].casefold() == stem.casefold()), None)
    return (file, read_file(workspace.data_file(file))) if file else (f"{stem}{part.endings[0]}", b"")


def at_line(places: ValuePlaces, line: int) -> int:
    """Which of several records stands at that line of the file."""
    starts = [(mark.line, path[0]) for path, mark in places.marks.items() if path and mark.line and mark.line <= line]
    return max((place for start, place in starts if isinstance(place, int)), default=0)


def _read(part: DataFile, data: bytes, file: str, tree: FormTree) -> ReadOutcome[Any]:
    if part.shape is FileShape.RECORDS:
        return read_yaml_list(data, file, part.model, tree.office)
    return read_yaml(data, file, part.model, tree.office)


def _root(part: DataFile, data: bytes) -> Written | None:
    """The tree that the file holds; ``None`` where it cannot be read as names with values."""
    wanted = list if part.shape is FileShape.RECORDS else dict
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    tree, troubles = parse(text)
    if tree is None and not troubles:
        return None if part.name == OFFICE else wanted()
    root = said(text) if tree is not None else None
    return root if isinstance(root, wanted) and root else None


def _position(stands: StandingRecord, name: str) -> int:
    for at, one in enumerate(stands.rows):
        if _name_written(one, at) == name:
            return at
    raise NoRecord(name=name)


def _name_written(record: Written, at: int) -> str:
    known = record if isinstance(record, dict) else {}
    return next((one for field in _KEYED if isinstance(one := known.get(field), str) and one), str(at + 1))


def _name(row: Record, at: int) -> str:
    return next((one for field in _KEYED if (one := getattr(row, field, ""))), str(at + 1))


def _copied(record: Written) -> Written:
    """A record to begin another like it: without what tells it from others."""
    return {name: one for name, one in record.items() if name not in _KEYED} if isinstance(record, dict) else record


def _called(tree: FormTree, row: Record) -> str:
    own = {name: one for name in _TELLING if isinstance(one := getattr(row, name, None), str)}
    return called(tree.entries(own))


def _texts(value: Any, part: DataFile, at: int | None) -> list[tuple[str, str]]:
    """The texts in a record: their names among those of the year, and their subjects."""
    return [
        ("/".join(filter(None, (part.name, place_of(value, path)))), document.subject)
        for path, document in documents_in((), value)
        if at is None or path[:1] == (at,)
    ]
