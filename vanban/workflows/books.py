"""Print the books of the register and the dossiers: Word files, and PDF where LibreOffice is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vanban import durable, pdf
from vanban.domain.office import IssuingBody
from vanban.domain.record import Record
from vanban.domain.register_entry import ascii_slug
from vanban.domain.rows import keyed
from vanban.domain.witness import Occasion
from vanban.domain.wording import numeric_date
from vanban.errors import VanbanError
from vanban.kinds import books
from vanban.kinds.books import Book, FiledDossier
from vanban.pdf import Converter
from vanban.register import Query
from vanban.workflows import dossier_desk, register_desk
from vanban.workflows.check import office_of
from vanban.workflows.dossier_desk import DossierSeen
from vanban.workflows.register_safety import keep_head
from vanban.workflows.sound_file import sound_file
from vanban.workspace import Workspace, read_file


@dataclass(frozen=True)
class RegisterPrint:
    """The book of one series and year as the Word file ``target``, and as PDF where LibreOffice is."""

    target: Path
    series: str
    year: int
    volume: int = 1
    converter: Converter | None = None


@dataclass(frozen=True)
class DossierPrint:
    """The forms of a year's dossiers into ``folder``: of the newest year if not said, as of ``moment``."""

    folder: Path
    moment: datetime
    year: int | None = None
    converter: Converter | None = None


@dataclass(frozen=True)
class RegisterPrinted:
    """The files that were written, and how many numbers stand in them."""

    files: tuple[Path, ...]
    entries: int

    def to_json(self) -> dict[str, object]:
        """Files, count."""
        return {"files": [str(path) for path in self.files], "entries": self.entries}


@dataclass(frozen=True)
class DossiersPrinted:
    """The files that were written, and of how many dossiers."""

    files: tuple[Path, ...]
    dossiers: int

    def to_json(self) -> dict[str, object]:
        """Files, count."""
        return {"files": [str(path) for path in self.files], "dossiers": self.dossiers}


def print_register(workspace: Workspace, request: RegisterPrint) -> RegisterPrinted:
    """Print the book of one series and year.

    Raises :class:`vanban.errors.NoSeriesNamed`, :class:`vanban.errors.NoRegister`, :class:`vanban.errors.OfficeUnfit`.
    """
    committee = office_of(workspace)
    known = keyed(committee.number_series)
    if request.series not in known:
        raise register_desk.no_such_series(committee, request.series)
    body = keyed(committee.bodies)[known[request.series].issuer]
    query = Query(series=request.series, year=request.year, confidential=True)
    found = register_desk.find_all(workspace, query)
    context = books.register_book(body, found.lines, request.year, request.volume, found.head)
    files = _write(workspace, {request.target: (books.REGISTER_BOOK, context)}, request.converter)
    keep_head(workspace, Occasion.PRINTED)
    return RegisterPrinted(files, found.total)


def print_dossiers(workspace: Workspace, request: DossierPrint) -> DossiersPrinted:
    """The year's list of dossiers, the index of each, and what goes with handing the closed ones over."""
    committee, folder = office_of(workspace), request.folder
    year = workspace.register_year(request.year)
    dossiers = tuple(map(_filed, dossier_desk.list_dossiers(workspace, year, request.moment).dossiers))
    closed = tuple(one for one in dossiers if one.card.closed_on)
    body, place = committee.bodies[0], committee.place
    files = dict(_dossier_files(folder, body, year, dossiers))
    if closed:
        files[folder / "muc-luc-nop-luu.docx"] = (books.TRANSFER_LIST, books.transfer_list(body, place, year, closed))
        minutes = books.transfer_minutes(body, place, year, closed)
        files[folder / "bien-ban-giao-nhan.docx"] = (books.TRANSFER_MINUTES, minutes)
    return DossiersPrinted(_write(workspace, files, request.converter), len(dossiers))


def _dossier_files(
    folder: Path, body: IssuingBody, year: int, dossiers: tuple[FiledDossier, ...]
) -> Iterator[tuple[Path, tuple[Book, Record]]]:
    yield folder / "danh-muc-ho-so.docx", (books.DOSSIER_LIST, books.dossier_list(body, year, dossiers))
    for one in dossiers:
        name = f"muc-luc-{ascii_slug(one.card.code).lower()}.docx"
        yield folder / name, (books.DOSSIER_INDEX, books.dossier_index(one))


def _filed(seen: DossierSeen) -> FiledDossier:
    period = f"{numeric_date(seen.days[0])} - {numeric_date(seen.days[-1])}" if seen.days else ""
    return FiledDossier(seen.card, seen.index, period, seen.files, seen.sheets)


def _write(
    workspace: Workspace, files: Mapping[Path, tuple[Book, Record]], converter: Converter | None
) -> tuple[Path, ...]:
    """Render every file before the first is written. Raises a :class:`vanban.errors.PdfFault` for a PDF that fails."""
    words = {
        target: sound_file(read_file(workspace.book(book.name)), f"{book.name}.docx", context)
        for target, (book, context) in files.items()
    }
    made = dict(words)
    if converter:
        outcomes = pdf.convert(converter, {str(target): data for target, data in words.items()})
        for target in words:
            outcome = outcomes[str(target)]
            if isinstance(outcome, VanbanError):
                raise outcome
            made[target.with_suffix(".pdf")] = outcome.data
    for target, data in made.items():
        durable.make_folder(target.absolute().parent)
        durable.write(target.absolute(), data)
    return tuple(made)
