"""Records that are kept as texts (the office, a campaign, a letter, an achievement) as forms made from their models,
and filled forms back in the text: whatever is equal keeps its characters, comments too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vanban import durable
from vanban.domain.finding import Finding, Severity
from vanban.domain.work_year import WorkYear
from vanban.ingest.reading import Path, ValuePlaces
from vanban.workflows.check import Checked, title_of_part
from vanban.workflows.deed import Deed
from vanban.workflows.earlier import Earlier, Kept, keep_earlier
from vanban.workflows.form_tree import NEW, Entry, FormValue, called, each, values_in
from vanban.workflows.record_standing import (
    OFFICE,
    RECORDED,
    RecordListed,
    RecordPlace,
    StandingRecord,
    at_line,
    file_of,
    part_named,
    read_records,
    standing,
)
from vanban.workflows.tables import alone
from vanban.workspace import Workspace


@dataclass(frozen=True)
class RecordForm:
    """The form of a record: what it asks, a digest of the file that it was made from, the faults of no single value,
    the earlier contents of the file.

    ``called`` is what the record is called, ``texts`` are the texts in it by their names, ``like`` the record that a
    new one is copied from. ``wrote`` says that it was just written, ``overtaken`` that somebody else wrote first and
    nothing was.
    """

    place: RecordPlace
    title: str
    file: str
    entries: tuple[Entry, ...]
    content: str
    called: str = ""
    texts: tuple[tuple[str, str], ...] = ()
    faults: tuple[str, ...] = ()
    earlier: tuple[Kept, ...] = ()
    is_new: bool = False
    like: str = ""
    wrote: bool = False
    overtaken: bool = False

    @property
    def wrong(self) -> tuple[FormValue, ...]:
        """The values in which something is wrong, in their order."""
        return tuple(one for one in values_in(self.entries) if one.faults)

    def to_json(self) -> dict[str, object]:
        """File, values by their paths, whether they were written, how many are wrong."""
        values = {one.path: one.said for one in values_in(self.entries)}
        return {"file": self.file, "values": values, "wrote": self.wrote, "wrong": len(self.wrong)}


@dataclass(frozen=True)
class Filled:
    """A form as somebody filled it in: the values by their paths, groups taken out, the digest that it began from, and
    the record that a new one began as a copy of."""

    values: Mapping[str, str]
    without: frozenset[str] = frozenset()
    seen: str = ""
    like: str = ""

    @property
    def kept(self) -> dict[str, str]:
        """The values of what was not taken out."""
        return {
            name: text
            for name, text in self.values.items()
            if not any(name.startswith(f"{path}.") for path in self.without)
        }


def list_records(workspace: Workspace, year: WorkYear) -> tuple[RecordListed, ...]:
    """Every part that is no table, with its records, the office's first; the office itself is not among them.

    Raises ``NoYear``.
    """
    read = read_records(workspace, year)
    return tuple(read.listed(part) for part in RECORDED if part.name != OFFICE)


def open_record(
    workspace: Workspace, place: RecordPlace, checked: Checked | None = None, like: str = "", line: int | None = None
) -> RecordForm:
    """The record as its file says it, with what ``checked`` found in it at each value; a new one, as ``like`` if that
    is named, where the place names none. A ``line`` of the file names the record that stands there.

    Raises :class:`vanban.errors.OfficeUnfit`, ``DataUnfit`` where the file cannot be read as a text,
    :class:`vanban.errors.NoRecord`.
    """
    stands = standing(workspace, place, like, line)
    found = [one for one in (checked.findings if checked else ()) if one.place.file == stands.file]
    form = _form(stands, stands.tree.values(stands.record), stands.content)
    return _with_faults(form, stands, found, stands.places)


def record_with_one_more(workspace: Workspace, place: RecordPlace, filled: Filled, path: str) -> RecordForm:
    """The form as it is filled in, with one more blank record in the list at ``path``; nothing is written."""
    stands = standing(workspace, place, filled.like)
    return _form(stands, stands.tree.with_one_more(filled.kept, path), filled.seen)


def save_record(workspace: Workspace, place: RecordPlace, filled: Filled, deed: Deed) -> RecordForm:
    """Write the record as the form says it; nothing where it could not be read again, or where the file says something
    else by now than when the form was made: then the form shows both.

    What stood in the file before is kept. Raises :class:`vanban.errors.OfficeUnfit`, ``DataUnfit``, ``NoRecord``,
    ``BusyTable``.
    """
    with alone(workspace):
        stands = standing(workspace, place, filled.like)
        form = _form(stands, filled.kept, stands.content)
        if filled.seen != stands.content:
            now = {} if form.is_new else stands.tree.values(stands.record)
            return replace(form, entries=each(form.entries, lambda one: _beside(one, now)), overtaken=True)
        record = stands.named(stands.tree.tree(filled.kept, stands.record))
        text, at = stands.with_record(record)
        reading = stands.read(text)
        if reading.value is None:
            errors = [one for one in reading.findings if one.severity is Severity.ERROR]
            return _with_faults(form, stands, errors, reading.places)
        _put(workspace, stands, text, deed)
        name = stands.name_in(reading.value, at)
    return replace(open_record(workspace, replace(place, name=name)), wrote=True)


def drop_record(workspace: Workspace, place: RecordPlace, seen: str, deed: Deed) -> bool:
    """Take one of several records out of its file; nothing, and false, where the file says something else by now.

    Raises ``DataUnfit``, ``NoRecord``, ``BusyTable``.
    """
    with alone(workspace):
        stands = standing(workspace, place)
        if seen != stands.content or stands.at is None:
            return False
        _put(workspace, stands, stands.without_record(), deed)
        return True


def take_record_back(workspace: Workspace, place: RecordPlace, number: int, deed: Deed) -> None:
    """Put an earlier content of the record's file in its place again; what stands there now is kept too."""
    with alone(workspace):
        file, data = file_of(workspace, place.year, part_named(place.part))
        kept = Earlier(workspace, file).content(number)
        if kept is not None:
            keep_earlier(workspace, file, data or None, deed)
            durable.write(workspace.data_file(file), kept[1])


def _put(workspace: Workspace, stands: StandingRecord, text: bytes, deed: Deed) -> None:
    if text != stands.data:
        keep_earlier(workspace, stands.file, stands.data or None, deed)
        durable.write(workspace.data_file(stands.file), text)


def _form(stands: StandingRecord, values: Mapping[str, str], content: str) -> RecordForm:
    entries = stands.tree.entries(values)
    return RecordForm(
        place=stands.place,
        title=title_of_part(stands.part),
        file=stands.file,
        entries=entries,
        content=content,
        called=called(entries) or NEW,
        texts=stands.texts,
        earlier=stands.earlier,
        is_new=stands.is_new,
        like=stands.like,
    )


def _beside(one: FormValue, now: Mapping[str, str]) -> FormValue:
    return one if now.get(one.path, "") == one.said else replace(one, theirs=now.get(one.path, ""))


def _with_faults(form: RecordForm, stands: StandingRecord, found: Sequence[Finding], places: ValuePlaces) -> RecordForm:
    """The form with each finding at the value that it speaks of; what is about none of them for the whole."""
    known = {one.path for one in values_in(form.entries)}
    paths: dict[tuple[int | None, str | None], Path] = {
        (mark.line, mark.header): path for path, mark in places.marks.items() if mark.header
    }
    own = len(stands.rows) if stands.at is None else stands.at
    told: dict[tuple[str, Severity], tuple[str, ...]] = {}
    for one in found:
        steps = paths.get((one.place.line, one.place.header), ())
        if stands.is_several:
            if (steps[0] if steps else at_line(places, one.place.line or 0)) != own:
                continue
            steps = steps[1:]
        names = list(map(str, steps))
        while names and ".".join(names) not in known:
            names.pop()
        where = ".".join(names), one.severity
        told[where] = (*told.get(where, ()), f"{one.reason} {one.remedy}".strip())

    def said(path: str, severity: Severity) -> tuple[str, ...]:
        return told.get((path, severity), ())

    entries = each(
        form.entries,
        lambda one: replace(one, faults=said(one.path, Severity.ERROR), doubts=said(one.path, Severity.WARNING)),
    )
    return replace(form, entries=entries, faults=said("", Severity.ERROR))
