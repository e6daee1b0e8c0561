"""Look at one document of a year: its files as they lie in the output folder, its text, what proofreading finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vanban import pdf, proofread, word
from vanban.batch import BuiltDocument, read_manifest
from vanban.domain.document_name import named
from vanban.domain.finding import Finding
from vanban.domain.suggestion import did_you_mean
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.errors import NoDocument
from vanban.proofread import Expectations
from vanban.workflows.known_of_office import known_of
from vanban.workflows.shelf import content_of_file
from vanban.workflows.signed_content import mains_of
from vanban.workspace import Workspace, read_file


@dataclass(frozen=True)
class DocumentSeen:
    """A built document: the bytes of its files, how many pages it has, its words, its neighbours in the year.

    ``pages`` is 0 and ``pdf`` ``None`` where there is no PDF of it.
    """

    name: str
    title: str
    file: str
    word: bytes
    pdf: bytes | None
    pages: int
    text: str
    before: str | None
    after: str | None

    def to_json(self) -> dict[str, object]:
        """Name, title, file, pages, text."""
        return {"name": self.name, "title": self.title, "file": self.file, "pages": self.pages, "text": self.text}


def built_documents(workspace: Workspace, year: WorkYear) -> tuple[BuiltDocument, ...]:
    """What was built of a year and lies there still, in the order of the steps."""
    manifest, _ = read_manifest(content_of_file(workspace.manifest))
    own = (one for one in manifest.documents if one.path.startswith(f"{year}/"))
    return tuple(sorted((one for one in own if (workspace.output / one.path).is_file()), key=lambda one: one.path))


def prints(workspace: Workspace, year: WorkYear) -> tuple[BuiltDocument, ...]:
    """The piles to print of a year that lie there."""
    manifest, _ = read_manifest(content_of_file(workspace.manifest))
    own = (one for one in manifest.prints if one.path.startswith(f"print/{year}-"))
    return tuple(sorted((one for one in own if (workspace.output / one.path).is_file()), key=lambda one: one.title))


def look(workspace: Workspace, year: WorkYear, name: str) -> DocumentSeen:
    """The built document of that name. Raises :class:`vanban.errors.NoDocument` where none of the year is built."""
    every = built_documents(workspace, year)
    place = _place(every, name)
    one = every[place]
    data = read_file(workspace.output / one.path)
    printed = pdf_of(workspace, one)
    return DocumentSeen(
        name=name,
        title=one.title,
        file=one.path.rpartition("/")[2],
        word=data,
        pdf=printed,
        pages=pdf.page_count(printed) if printed else 0,
        text=word.text_of(data, one.path),
        before=every[place - 1].name if place else None,
        after=every[place + 1].name if place + 1 < len(every) else None,
    )


def pdf_of(workspace: Workspace, one: BuiltDocument) -> bytes | None:
    """The PDF of a built document, if the program made one and it lies there."""
    return content_of_file(workspace.output / one.pdf) if one.pdf else None


def built(workspace: Workspace, year: WorkYear, name: str) -> BuiltDocument:
    """What the manifest knows of the document. Raises :class:`vanban.errors.NoDocument`."""
    every = built_documents(workspace, year)
    return every[_place(every, name)]


def _place(every: Sequence[BuiltDocument], name: str) -> int:
    names = [one.name for one in every]
    if name not in names:
        raise NoDocument(key=name, nearest=did_you_mean(name, names))
    return names.index(name)


def expected_of(year: Year | None, number: WorkYear, name: str) -> Expectations:
    """What proofreading is told of that document of the year ``number``; ``year`` where its data can be read."""
    kind, key = named(name)
    given = year is not None and any(year.issued_number(main, key) for main in mains_of(kind))
    known = known_of(year.office, year.law) if year else Expectations()
    return known.model_copy(update={"signing_copy": not given, "year": number})


@dataclass(frozen=True)
class SeenFinding:
    """What proofreading found, and where its words stand on the pages, line by line; nowhere without a PDF."""

    finding: Finding
    places: tuple[pdf.WordsPlace, ...] = ()

    def to_json(self) -> dict[str, object]:
        """The finding, the page."""
        return {**self.finding.to_json(), "page": self.places[0].page if self.places else None}


def findings_in(seen: DocumentSeen, expected: Expectations) -> tuple[SeenFinding, ...]:
    """What proofreading finds in the document, measured and marked on its PDF where there is one.

    Raises :class:`vanban.errors.PackageError`.
    """
    inspected = proofread.inspect(seen.word, name=seen.file, expected=expected, pdf=seen.pdf)
    found = proofread.report(inspected).findings
    quotes = [finding.quote for finding in found]
    places = pdf.places_of(seen.pdf, quotes, seen.file) if seen.pdf else tuple(() for _ in found)
    return tuple(SeenFinding(one.as_finding(seen.file), at) for one, at in zip(found, places, strict=True))
