"""What a clerk does with the register itself: open a series, look, export, take an old book over, add a signed copy."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from vanban import durable, pdf
from vanban.archive import Archive
from vanban.domain.finding import Finding
from vanban.domain.ledger import Head
from vanban.domain.numbering import named
from vanban.domain.register_entry import Entry, EntryState, ObjectRole, SeriesOpening
from vanban.domain.register_row import ExportRow, PaperRow, export_row, paper_entry
from vanban.domain.suggestion import did_you_mean
from vanban.errors import DamagedPdf, NoSeriesNamed, NoSuchEntry, UnfitSignedCopy
from vanban.ingest import read_table, write_csv, write_table
from vanban.register import Query, Register
from vanban.workflows.issuing import opened, recording
from vanban.workflows.issuing_terms import places_of
from vanban.workflows.paper_book import missing_rows, wrong_rows
from vanban.workspace import Workspace, read_file

_EVERYTHING = 10_000_000
_HIGHEST = 9_999_999


@dataclass(frozen=True)
class Found:
    """What was looked for: one page of entries, how many there are in all, the head of the chain."""

    entries: tuple[Entry, ...]
    total: int
    head: Head


@dataclass(frozen=True)
class Imported:
    """What became of an old book: its rows taken over, or what is wrong with them."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def find(workspace: Workspace, query: Query) -> Found:
    """The entries that ``query`` finds. Raises what :func:`vanban.workflows.issuing.opened` raises.

    :class:`vanban.errors.NoSuchEntry`: a series that was never opened.
    """
    with opened(places_of(workspace), reading_only=True) as register:
        used = dict.fromkeys(opening.series for opening in register.openings())
        if query.series is not None and query.series not in used:
            raise NoSuchEntry(what=f"hệ thống số “{query.series}” (đang có: {', '.join(used)})")
        return Found(register.page(query), register.count(query), register.head())


def find_all(workspace: Workspace, query: Query) -> Found:
    """The same on one page."""
    return find(workspace, replace(query, offset=0, limit=_EVERYTHING))


def open_series(
    workspace: Workspace, series: Mapping[str, str], opening: SeriesOpening, moment: datetime, actor: str
) -> SeriesOpening:
    """Take a series into use in a year; ``series`` are the office's, by key → name.

    Raises :class:`vanban.errors.NoSeriesNamed`, :class:`vanban.errors.SeriesAlreadyOpen`.
    """
    if opening.series not in series:
        raise NoSeriesNamed(
            series=opening.series, nearest=did_you_mean(opening.series, series), known=", ".join(series)
        )
    named_ = opening.model_copy(update={"name": series[opening.series]})
    with recording(places_of(workspace), create=True) as register:
        register.open_series(named_, moment, actor)
    return named_


def export(workspace: Workspace, query: Query, target: Path) -> Found:
    """Write what ``query`` finds to an .xlsx or .csv file, as its name ends."""
    found = find_all(workspace, query)
    rows = [export_row(entry, found.head) for entry in found.entries]
    if target.suffix.lower() == ".csv":
        data = write_csv(rows, ExportRow)
    else:
        data = write_table(rows, ExportRow, "Sổ văn bản đi")
    durable.write(target, data)
    return found


def import_book(
    workspace: Workspace, file: Path, series: str, year: int, organ_name: str, moment: datetime, actor: str
) -> Imported:
    """Take the rows of an old paper book over, all or none: numbers before the first of the series.

    The same file again changes nothing. What is wrong with a row is a finding, with its place.

    Raises :class:`vanban.errors.SeriesNotOpen`.
    """
    data = read_file(file)
    reading = read_table(data, file.name, PaperRow)
    if reading.value is None:
        return Imported((), reading.findings)
    batch = f"paper-{series}-{year}-{hashlib.sha256(data).hexdigest()}"
    entries = [
        paper_entry(row, series, year, organ_name, batch, position) for position, row in enumerate(reading.value)
    ]
    with recording(places_of(workspace)) as register:
        openings = (one for one in register.openings() if (one.series, one.year) == (series, year))
        opening = next(openings, SeriesOpening(series=series, year=year, first=_HIGHEST))
        known = [one for one in register.entries() if (one.series, one.year) == (series, year)]
        fresh = [one for one in known if one.batch != batch]
        wrong = wrong_rows(reading.value, reading.places, file.name, opening, fresh)
        if wrong:
            return Imported((), (*reading.findings, *wrong))
        register.import_paper(entries, batch, moment, actor)
        held = {one.ordinal for one in (*fresh, *entries)}
        return Imported(register.entries_of(batch), (*reading.findings, *missing_rows(held, file.name, opening)))


def sign_copy(workspace: Workspace, year: int, name: str, file: Path, moment: datetime, actor: str) -> Entry:
    """Keep the signed copy of an issued document beside the original: a scan, or a digitally signed PDF.

    Raises :class:`vanban.errors.NoSuchEntry`, :class:`vanban.errors.UnfitSignedCopy`,
    :class:`vanban.errors.NotPossible`.
    """
    data = read_file(file)
    try:
        pdf.page_count(data, file.name)
    except DamagedPdf as fault:
        raise UnfitSignedCopy(name=file.name) from fault
    places = places_of(workspace)
    with recording(places) as register:
        entry = last_issued(register, year, name)
        item = Archive(places.archive).put(ObjectRole.SIGNED_COPY, "signed.pdf", data)
        register.add_object(entry.entry_key, item, moment, actor)
        return register.entry(entry.entry_key)


def last_issued(register: Register, year: int, name: str) -> Entry:
    """The issued number of KIND or KIND/KEY, of several revisions the last. Raises :class:`NoSuchEntry`."""
    entries = [one for one in register.issued_as(year, *named(name)) if one.state is EntryState.ISSUED]
    if not entries:
        raise NoSuchEntry(what=f"văn bản {name} của năm {year} đã ban hành")
    return entries[-1]
