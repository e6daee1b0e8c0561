"""Look at one document of a year: its files as they lie in the output folder, its text, what proofreading finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vanban import pdf, proofread, word
from vanban.batch import BuiltDocument, read_manifest
from vanban.domain.document_name import named
from vanban.domain.finding import Finding
from vanban.domain.suggestion import did_you_mean
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.errors import NoDocument, VanbanError
from vanban.proofread import Expectations, LayoutFinding
from vanban.workflows.known_of_office import known_of
from vanban.workflows.proofread import ProofreadRequest, proofread_files
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
    return _placed(proofread.report(inspected).findings, seen.pdf, seen.file)


def _placed(found: Sequence[LayoutFinding], printed: bytes | None, name: str) -> tuple[SeenFinding, ...]:
    places = pdf.places_of(printed, [one.quote for one in found], name) if printed else tuple(() for _ in found)
    return tuple(SeenFinding(one.as_finding(name), at) for one, at in zip(found, places, strict=True))


@dataclass(frozen=True)
class StrangerSeen:
    """A Word file of whatever origin: what it is, what proofreading finds and where, its pages.

    ``pages`` is 0 and ``pdf`` ``None`` where there is no PDF of it, ``page_fault`` says why if it should be there.
    """

    name: str
    notice: str | None
    findings: tuple[SeenFinding, ...]
    pdf: bytes | None
    pages: int
    page_fault: VanbanError | None

    def to_json(self) -> dict[str, object]:
        """Name, notice, findings, pages."""
        return {
            "name": self.name,
            "notice": self.notice,
            "findings": [one.to_json() for one in self.findings],
            "pages": self.pages,
        }


def look_at_stranger(request: ProofreadRequest, name: str) -> StrangerSeen:
    """The one file of the request, called ``name``. Raises what kept it from being read."""
    (one,) = proofread_files(replace(request, keep_pages=True)).files
    if one.read is None:
        raise one.fault or NoDocument(key=name, nearest="")
    return StrangerSeen(
        name=name,
        notice=one.read.notice,
        findings=_placed(one.read.findings, one.pdf, name),
        pdf=one.pdf,
        pages=pdf.page_count(one.pdf) if one.pdf else 0,
        page_fault=one.page_fault,
    )
