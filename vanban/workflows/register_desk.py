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
from vanban.domain.office import Office
from vanban.domain.old_book import PaperBook, PaperRow, TakenOver, batch_of
from vanban.domain.register_entry import Entry, EntryState, ObjectRole, SeriesOpening, UnfilledNumber
from vanban.domain.register_row import BookLine, ExportRow, export_row, in_order
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
from vanban.workflows.paper_book import HeldBefore, OldTable, missing_rows, odd_rows, taken, wrong_rows
from vanban.workflows.register_safety import keep_head
from vanban.workflows.sharing import share
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
    """An old book of a series and a year, copied into a table.

    ``same_number``: it has other documents on numbers that the register has already.
    """

    file: Path
    series: str
    year: int
    same_number: bool = False


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
    """What was looked for: one page of entries, how many documents there are on how many pages, the head of the chain,
    who gave each batch.

    Between the entries of the page stand ``beside``, what old books have beside a number, and ``unfilled``, the numbers
    which were given outside the program.
    """

    entries: tuple[Entry, ...]
    total: int
    pages: int
    head: Head
    unfilled: tuple[UnfilledNumber, ...] = ()
    beside: tuple[TakenOver, ...] = ()
    actors: Mapping[str, str] = field(default_factory=dict)

    def actor(self, one: BookLine) -> str:
        """Who gave that number or took it over; nobody of the program gave an unfilled one."""
        return "" if isinstance(one, UnfilledNumber) else self.actors.get(one.batch, "")

    @property
    def lines(self) -> tuple[BookLine, ...]:
        """All of them in the order of the register."""
        return in_order((*self.entries, *self.beside, *self.unfilled))

    def to_json(self) -> dict[str, object]:
        """Count, head, entries."""
        return {
            "total": self.total,
            "head": self.head.to_json(),
            "entries": [{**entry.to_json(), "actor": self.actor(entry)} for entry in self.entries],
            "taken_over": [{**one.to_json(), "actor": self.actor(one)} for one in self.beside],
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
    beside: tuple[TakenOver, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows were taken over."""
        return len(self.entries) + len(self.beside)

    @property
    def exit_code(self) -> int:
        """1 where something wrong kept the rows out."""
        return 1 if self.findings and not self.rows else 0

    def to_json(self) -> dict[str, object]:
        """Entries, documents beside a number, findings."""
        return {
            "entries": [entry.to_json() for entry in self.entries],
            "taken_over": [one.to_json() for one in self.beside],
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
        beside, entries = register.taken_over(query), register.count(query)
        page = register.page(replace(query, limit=query.limit + 1))
        shown, following = page[: query.limit], page[query.limit :]
        begin = _place(shown[0]) if shown and query.offset else None
        end = _place(following[0]) if following else None
        return Found(
            shown,
            entries + len(beside),
            max(1, -(-entries // query.limit)),
            register.head(),
            tuple(one for one in unfilled if _within(begin, one, end)),
            tuple(one for one in beside if _within(begin, one, end)),
            register.actors(),
        )


def _place(one: BookLine) -> tuple[str, int, int]:
    return one.series, one.year, one.ordinal


def _within(begin: tuple[str, int, int] | None, one: BookLine, end: tuple[str, int, int] | None) -> bool:
    """Whether a line stands on the page between the first number of it and that of the next one."""
    return (begin is None or begin <= _place(one)) and (end is None or _place(one) < end)


def _asked_for(one: UnfilledNumber, query: Query) -> bool:
    return query.series in (None, one.series) and query.year in (None, one.year)


def find_all(workspace: Workspace, query: Query) -> Found:
    """The same on one page."""
    return find(workspace, replace(query, offset=0, limit=_EVERYTHING))


def no_such_series(office: Office, series: str) -> NoSeriesNamed:
    """That the office has no such series, with the nearest and all that it has, by their names."""
    known = {one.key: f"{one.name} ({one.key})" for one in office.number_series}
    return NoSeriesNamed(series=series, nearest=did_you_mean(series, known), known=", ".join(known.values()))


def open_series(workspace: Workspace, request: OpeningRequest, deed: Deed) -> SeriesOpened:
    """Take a series of the office into use in a year.

    Raises :class:`vanban.errors.NoSeriesNamed`, :class:`vanban.errors.SeriesAlreadyOpen`,
    :class:`vanban.errors.OfficeUnfit`.
    """
    office = office_of(workspace)
    known = {one.key: one.name for one in office.number_series}
    if request.series not in known:
        raise no_such_series(office, request.series)
    opening = SeriesOpening(
        series=request.series, year=request.year or deed.day.year, first=request.first, name=known[request.series]
    )
    share(workspace, office)
    with recording(places_of(workspace), create=True) as register:
        register.open_series(opening, deed.moment, deed.actor)
    return SeriesOpened(opening)


def export(workspace: Workspace, query: Query, target: Path) -> Exported:
    """Write what ``query`` finds to an .xlsx or .csv file, as its name ends."""
    found = find_all(workspace, query)
    rows = [export_row(one, found.head, found.actor(one)) for one in found.lines]
    data = write_csv(rows, ExportRow) if target.suffix.lower() == ".csv" else write_table(rows, ExportRow, "Sổ đăng ký")
    durable.write(target, data)
    keep_head(workspace, Occasion.EXPORTED)
    return Exported(target, found)


def import_book(workspace: Workspace, request: PaperBookRequest, deed: Deed) -> Imported:
    """Take the rows of an old book over as it has them, all or none: before the first number of the series, or later.

    The same file again changes nothing. What is wrong with a row is a finding, with its place.

    Raises :class:`vanban.errors.SeriesNotOpen`, :class:`vanban.errors.OfficeUnfit`.
    """
    series, year, name = request.series, request.year, request.file.name
    issuer = office_of(workspace).name
    data = read_file(request.file)
    reading = read_table(data, name, PaperRow)
    if reading.value is None:
        return Imported((), reading.findings)
    batch = batch_of(series, year, hashlib.sha256(data).hexdigest())
    book = PaperBook(series=series, year=year, organ_name=issuer, batch=batch)
    table = OldTable(reading.value, reading.places, name, book, deed.day)
    with recording(places_of(workspace)) as register:
        held = _held_before(register, book)
        wrong = wrong_rows(table, held, doubled=request.same_number)
        if wrong:
            return Imported((), (*reading.findings, *wrong))
        register.import_paper(taken(table, held), batch, deed.moment, deed.actor)
        entries, beside = register.entries_of(batch), _beside(register, book, batch)
        known = {one.ordinal for one in (*held.entries, *entries)}
        odd = (*odd_rows(table, held), *missing_rows(known, name, held.opening))
        return Imported(entries, (*reading.findings, *odd), beside)


def _held_before(register: Register, book: PaperBook) -> HeldBefore:
    openings = (one for one in register.openings() if (one.series, one.year) == (book.series, book.year))
    opening = next(openings, SeriesOpening(series=book.series, year=book.year, first=_HIGHEST))
    known = (one for one in register.entries() if (one.series, one.year) == (book.series, book.year))
    rest = tuple(one for one in _beside(register, book) if one.batch != book.batch)
    return HeldBefore(opening, tuple(one for one in known if one.batch != book.batch), rest)


def _beside(register: Register, book: PaperBook, batch: str | None = None) -> tuple[TakenOver, ...]:
    """What stands beside the numbers of that book, of one batch or of all."""
    query = Query(series=book.series, year=book.year, confidential=True)
    return tuple(one for one in register.taken_over(query) if batch in (None, one.batch))


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
            reason = f"tệp này là bản đã ký của số {holders[0].number} năm {holders[0].year}"
            raise NotPossible(deed="lưu bản đã ký cho", what=f"số {entry.number} năm {entry.year}", reason=reason)
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
                f"số này có {len(copies)} bản đã ký; hãy nêu tệp của bản sai"
                if copies
                else "số này chưa có bản đã ký nào"
            )
            raise NotPossible(deed="rút bản đã ký của", what=f"số {entry.number} năm {entry.year}", reason=reason)
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
