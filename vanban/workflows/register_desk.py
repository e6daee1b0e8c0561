"""What a clerk does with the register itself: open a series, look, export, take an old book over, add a signed copy."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from vanban import durable
from vanban.archive import Archive
from vanban.domain.document_name import named
from vanban.domain.finding import Finding
from vanban.domain.ledger import Head
from vanban.domain.register_entry import Entry, EntryState, ObjectRole, SeriesOpening, UnfilledNumber
from vanban.domain.register_row import ExportRow, PaperBook, PaperRow, export_row, paper_entry
from vanban.domain.suggestion import did_you_mean
from vanban.domain.witness import Occasion
from vanban.errors import NoSeriesNamed, NoSuchEntry, NotPossible
from vanban.ingest import read_table, write_csv, write_table
from vanban.register import Query, Register
from vanban.workflows import taking_papers
from vanban.workflows.check import office_of
from vanban.workflows.deed import Deed
from vanban.workflows.issuing import opened, recording
from vanban.workflows.issuing_terms import places_of
from vanban.workflows.paper_book import missing_rows, odd_days, wrong_rows
from vanban.workflows.register_safety import keep_head
from vanban.workspace import Workspace, read_file

_EVERYTHING = 10_000_000
_HIGHEST = 9_999_999


@dataclass(frozen=True)
class OpeningRequest:
    """A series to be taken into use in a year, that of the deed if not said; ``first`` is the next number."""

    series: str
    first: int = 1
    year: int | None = None


@dataclass(frozen=True)
class PaperBookRequest:
    """An old paper book of a series and a year, copied into a table."""

    file: Path
    series: str
    year: int


@dataclass(frozen=True)
class SignedCopyRequest:
    """The scan or the digitally signed PDF of an issued document, KIND or KIND/KEY, of the newest year if not said."""

    document: str
    file: Path
    year: int | None = None


@dataclass(frozen=True)
class RetractRequest:
    """A signed copy that is the wrong one, and why; ``file`` says which where there are several."""

    document: str
    reason: str
    file: Path | None = None
    year: int | None = None


@dataclass(frozen=True)
class SeriesOpened:
    """The series as it is open now."""

    opening: SeriesOpening

    def to_json(self) -> dict[str, object]:
        """The opening."""
        return self.opening.to_json()


@dataclass(frozen=True)
class Found:
    """What was looked for: one page of entries, how many there are in all, the head of the chain, who gave each batch.

    ``unfilled`` are the numbers of the series and years that were looked for which were given outside the program.
    """

    entries: tuple[Entry, ...]
    total: int
    head: Head
    unfilled: tuple[UnfilledNumber, ...] = ()
    actors: Mapping[str, str] = field(default_factory=dict)

    def actor(self, one: Entry | UnfilledNumber) -> str:
        """Who gave that number; nobody of the program gave an unfilled one."""
        return self.actors.get(one.batch, "") if isinstance(one, Entry) else ""

    @property
    def numbered(self) -> tuple[Entry | UnfilledNumber, ...]:
        """Both in the order of the register."""
        every: tuple[Entry | UnfilledNumber, ...] = (*self.entries, *self.unfilled)
        return tuple(sorted(every, key=lambda one: (one.series, one.year, one.ordinal)))

    def to_json(self) -> dict[str, object]:
        """Count, head, entries."""
        return {
            "total": self.total,
            "head": self.head.to_json(),
            "entries": [{**entry.to_json(), "actor": self.actor(entry)} for entry in self.entries],
            "unfilled": [one.to_json() for one in self.unfilled],
        }


@dataclass(frozen=True)
class Exported:
    """A table that was written: its file, and what stands in it."""

    file: Path
    found: Found

    def to_json(self) -> dict[str, object]:
        """File, count, head, entries."""
        return {"file": str(self.file), **self.found.to_json()}


@dataclass(frozen=True)
class Imported:
    """What became of an old book: its rows taken over, or what is wrong with them."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]

    @property
    def exit_code(self) -> int:
        """1 where something wrong kept the rows out."""
        return 1 if self.findings and not self.entries else 0

    def to_json(self) -> dict[str, object]:
        """Entries, findings."""
        return {
            "entries": [entry.to_json() for entry in self.entries],
            "findings": [finding.to_json() for finding in self.findings],
        }


@dataclass(frozen=True)
class SignedCopyKept:
    """The entry as its signed copies are now; ``repeated``: it had this very copy before."""

    entry: Entry
    repeated: bool = False

    def to_json(self) -> dict[str, object]:
        """The entry, and whether it had this copy before."""
        return {**self.entry.to_json(), "repeated": self.repeated}


def find(workspace: Workspace, query: Query) -> Found:
    """The entries that ``query`` finds. Raises what :func:`vanban.workflows.issuing.opened` raises.

    :class:`vanban.errors.NoSuchEntry`: a series that was never opened.
    """
    with opened(places_of(workspace), reading_only=True) as register:
        used = dict.fromkeys(opening.series for opening in register.openings())
        if query.series is not None and query.series not in used:
            raise NoSuchEntry(what=f"hệ thống số “{query.series}” (đang có: {', '.join(used)})")
        unfilled = () if query.text else tuple(one for one in register.unfilled() if _asked_for(one, query))
        return Found(register.page(query), register.count(query), register.head(), unfilled, register.actors())


def _asked_for(one: UnfilledNumber, query: Query) -> bool:
    return query.series in (None, one.series) and query.year in (None, one.year)


def find_all(workspace: Workspace, query: Query) -> Found:
    """The same on one page."""
    return find(workspace, replace(query, offset=0, limit=_EVERYTHING))


def open_series(workspace: Workspace, request: OpeningRequest, deed: Deed) -> SeriesOpened:
    """Take a series of the office into use in a year.

    Raises :class:`vanban.errors.NoSeriesNamed`, :class:`vanban.errors.SeriesAlreadyOpen`,
    :class:`vanban.errors.OfficeUnfit`.
    """
    known = {one.key: one.name for one in office_of(workspace).number_series}
    if request.series not in known:
        raise NoSeriesNamed(series=request.series, nearest=did_you_mean(request.series, known), known=", ".join(known))
    opening = SeriesOpening(
        series=request.series, year=request.year or deed.day.year, first=request.first, name=known[request.series]
    )
    with recording(places_of(workspace), create=True) as register:
        register.open_series(opening, deed.moment, deed.actor)
    return SeriesOpened(opening)


def export(workspace: Workspace, query: Query, target: Path) -> Exported:
    """Write what ``query`` finds to an .xlsx or .csv file, as its name ends."""
    found = find_all(workspace, query)
    rows = [export_row(one, found.head, found.actor(one)) for one in found.numbered]
    if target.suffix.lower() == ".csv":
        data = write_csv(rows, ExportRow)
    else:
        data = write_table(rows, ExportRow, "Sổ văn bản đi")
    durable.write(target, data)
    keep_head(workspace, Occasion.EXPORTED)
    return Exported(target, found)


def import_book(workspace: Workspace, request: PaperBookRequest, deed: Deed) -> Imported:
    """Take the rows of a paper book over, all or none: numbers before the first of the series, or given beside it.

    The same file again changes nothing. What is wrong with a row is a finding, with its place.

    Raises :class:`vanban.errors.SeriesNotOpen`, :class:`vanban.errors.OfficeUnfit`.
    """
    series, year, name = request.series, request.year, request.file.name
    issuer = office_of(workspace).name
    data = read_file(request.file)
    reading = read_table(data, name, PaperRow)
    if reading.value is None:
        return Imported((), reading.findings)
    batch = f"paper-{series}-{year}-{hashlib.sha256(data).hexdigest()}"
    book = PaperBook(series=series, year=year, organ_name=issuer, batch=batch)
    entries = [paper_entry(row, book, position) for position, row in enumerate(reading.value)]
    with recording(places_of(workspace)) as register:
        openings = (one for one in register.openings() if (one.series, one.year) == (series, year))
        opening = next(openings, SeriesOpening(series=series, year=year, first=_HIGHEST))
        known = [one for one in register.entries() if (one.series, one.year) == (series, year)]
        fresh = [one for one in known if one.batch != batch]
        wrong = wrong_rows(reading.value, reading.places, name, opening, fresh)
        if wrong:
            return Imported((), (*reading.findings, *wrong))
        odd = tuple(odd_days(reading.value, reading.places, name, fresh))
        register.import_paper(entries, batch, deed.moment, deed.actor)
        held = {one.ordinal for one in (*fresh, *entries)}
        return Imported(register.entries_of(batch), (*reading.findings, *odd, *missing_rows(held, name, opening)))


def sign_copy(workspace: Workspace, request: SignedCopyRequest, deed: Deed) -> SignedCopyKept:
    """Keep the signed copy of an issued document beside the original; the same file again changes nothing.

    Raises :class:`vanban.errors.NoSuchEntry`, :class:`vanban.errors.UnfitPaper`, :class:`vanban.errors.NotPossible`:
    the file is the signed copy of another number.
    """
    year = workspace.register_year(request.year)
    data = taking_papers.signed_copy(request.file)
    places = places_of(workspace)
    with recording(places) as register:
        entry = last_issued(register, year, request.document)
        seal = hashlib.sha256(data).hexdigest()
        holders = [one for one in register.entries() if seal in _signed_copies(one)]
        if entry in holders:
            return SignedCopyKept(entry, repeated=True)
        if holders:
            reason = f"tệp này là bản ký của số {holders[0].number} năm {holders[0].year}"
            raise NotPossible(deed="lưu bản ký cho", what=f"số {entry.number} năm {entry.year}", reason=reason)
        item = Archive(places.archive).put(ObjectRole.SIGNED_COPY, "signed.pdf", data)
        register.add_object(entry.entry_key, item, deed.moment, deed.actor)
        return SignedCopyKept(register.entry(entry.entry_key))


def retract_copy(workspace: Workspace, request: RetractRequest, deed: Deed) -> SignedCopyKept:
    """Set a wrong signed copy aside: its bytes and the reason stay for ever.

    Raises :class:`vanban.errors.NoSuchEntry`, :class:`vanban.errors.NotPossible`.
    """
    year = workspace.register_year(request.year)
    named_seal = hashlib.sha256(read_file(request.file)).hexdigest() if request.file else None
    with recording(places_of(workspace)) as register:
        entry = last_issued(register, year, request.document)
        copies = _signed_copies(entry)
        if named_seal is None and len(copies) != 1:
            reason = (
                f"số này có {len(copies)} bản ký; hãy nêu tệp của bản sai" if copies else "số này chưa có bản ký nào"
            )
            raise NotPossible(deed="rút bản ký của", what=f"số {entry.number} năm {entry.year}", reason=reason)
        register.retract_object(entry.entry_key, named_seal or copies[0], request.reason, deed.moment, deed.actor)
        return SignedCopyKept(register.entry(entry.entry_key))


def _signed_copies(entry: Entry) -> tuple[str, ...]:
    return tuple(item.sha256 for item in entry.objects if item.role is ObjectRole.SIGNED_COPY)


def last_issued(register: Register, year: int, name: str) -> Entry:
    """The issued number of KIND or KIND/KEY, of several revisions the last. Raises :class:`NoSuchEntry`."""
    entries = [one for one in register.issued_as(year, *named(name)) if one.state is EntryState.ISSUED]
    if not entries:
        raise NoSuchEntry(what=f"văn bản {name} của năm {year} đã ban hành")
    return entries[-1]


def openings(workspace: Workspace) -> tuple[SeriesOpening, ...]:
    """The series that were taken into use, in the order of the register. Raises like :func:`find`."""
    with opened(places_of(workspace), reading_only=True) as register:
        return register.openings()
