"""Print the books of the register and the dossiers: Word files, and PDF where LibreOffice is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vanban import durable, pdf
from vanban.domain.office import IssuingBody
from vanban.domain.office import Office as PeoplesCommittee
from vanban.domain.record import Record
from vanban.domain.register_entry import ascii_slug
from vanban.domain.rows import keyed
from vanban.domain.suggestion import did_you_mean
from vanban.domain.wording import numeric_date
from vanban.errors import NoSeriesNamed, VanbanError
from vanban.kinds import books
from vanban.kinds.books import Book, FiledDossier
from vanban.pdf import Office
from vanban.register import Query
from vanban.workflows import dossier_desk, register_desk
from vanban.workflows.dossier_desk import DossierSeen
from vanban.workflows.sound_file import sound_file
from vanban.workspace import Workspace, read_file


@dataclass(frozen=True)
class Printed:
    """The files that were written, and how many numbers or dossiers stand in them."""

    files: tuple[Path, ...]
    rows: int


def print_register(
    workspace: Workspace,
    committee: PeoplesCommittee,
    target: Path,
    series: str,
    year: int,
    volume: int,
    office: Office | None,
) -> Printed:
    """The book of one series and year. Raises :class:`NoSeriesNamed`, :class:`vanban.errors.NoRegister`."""
    known = keyed(committee.number_series)
    if series not in known:
        raise NoSeriesNamed(series=series, nearest=did_you_mean(series, known), known=", ".join(known))
    body = keyed(committee.bodies)[known[series].issuer]
    found = register_desk.find_all(workspace, Query(series=series, year=year, confidential=True))
    context = books.register_book(body, found.entries, year, volume, found.head)
    files = _write(workspace, {target: (books.REGISTER_BOOK, context)}, office)
    return Printed(files, found.total)


def print_dossiers(
    workspace: Workspace, committee: PeoplesCommittee, folder: Path, year: int, moment: datetime, office: Office | None
) -> Printed:
    """The year's list of dossiers, the index of each, and what goes with handing the closed ones over."""
    dossiers = tuple(map(_filed, dossier_desk.list_dossiers(workspace, year, moment)))
    closed = tuple(one for one in dossiers if one.card.closed_on)
    body, place = committee.bodies[0], committee.place
    files = dict(_dossier_files(folder, body, year, dossiers))
    if closed:
        files[folder / "muc-luc-nop-luu.docx"] = (books.TRANSFER_LIST, books.transfer_list(body, place, year, closed))
        minutes = books.transfer_minutes(body, place, year, closed)
        files[folder / "bien-ban-giao-nhan.docx"] = (books.TRANSFER_MINUTES, minutes)
    return Printed(_write(workspace, files, office), len(dossiers))


def _dossier_files(
    folder: Path, body: IssuingBody, year: int, dossiers: tuple[FiledDossier, ...]
) -> Iterator[tuple[Path, tuple[Book, Record]]]:
    yield folder / "danh-muc-ho-so.docx", (books.DOSSIER_LIST, books.dossier_list(body, year, dossiers))
    for one in dossiers:
        name = f"muc-luc-{ascii_slug(one.card.code).lower()}.docx"
        yield folder / name, (books.DOSSIER_INDEX, books.dossier_index(one))


def _filed(seen: DossierSeen) -> FiledDossier:
    period = f"{numeric_date(seen.days[0])} - {numeric_date(seen.days[-1])}" if seen.days else ""
    return FiledDossier(seen.card, seen.index, period, seen.files)


def _write(workspace: Workspace, files: Mapping[Path, tuple[Book, Record]], office: Office | None) -> tuple[Path, ...]:
    """Render every file before the first is written. Raises a :class:`vanban.errors.PdfFault` for a PDF that fails."""
    words = {
        target: sound_file(read_file(workspace.book(book.name)), f"{book.name}.docx", context)
        for target, (book, context) in files.items()
    }
    made = dict(words)
    if office:
        outcomes = pdf.convert(office, {str(target): data for target, data in words.items()})
        for target in words:
            outcome = outcomes[str(target)]
            if isinstance(outcome, VanbanError):
                raise outcome
            made[target.with_suffix(".pdf")] = outcome.data
    for target, data in made.items():
        durable.make_folder(target.absolute().parent)
        durable.write(target.absolute(), data)
    return tuple(made)
