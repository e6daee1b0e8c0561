"""The year's documents as the issuing protocol sees them: what each asks the register for, and how it is made.

A document is made from nothing but its archived inputs, so that it comes out the same years later:

``year.json``       the office's and the year's data, without the numbers given since
``law.json``        the law packs by which it was judged and composed; before 0.2.0 there was none
``numbers.json``    the numbers of the documents that it cites
``others.json``     those of all others, where their days decide what it says: a report of what was granted by then
``settings.json``   whether there is a PDF, and how the year is written
``KIND.docx``       the templates of the document and of what is issued with it
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from vanban import pdf
from vanban.archive import Archive
from vanban.domain.document import Document
from vanban.domain.finding import Severity
from vanban.domain.issued import IssuedNumber
from vanban.domain.numbering import ANNEXES, cited_in, numbering_of, type_of
from vanban.domain.own_sheets import only_its_rows, own_paper
from vanban.domain.register_entry import Addressee, DocumentRequest, Entry, ObjectRole
from vanban.domain.year import Year
from vanban.errors import ConverterMissing, InputsUnreadable, NoSeries, UnfitToIssue, VanbanError
from vanban.kinds import Kind, kinds_of
from vanban.kinds.parts.distribution import copies
from vanban.kinds.parts.reference import number_of
from vanban.kinds.reads import reads_of
from vanban.pdf import Converter
from vanban.proofread import TermOfOffice, proofread
from vanban.word import text_of
from vanban.workflows.archived_inputs import (
    LAW_FILE,
    NUMBERS_FILE,
    OTHERS_FILE,
    SETTINGS_FILE,
    YEAR_FILE,
    asks_for_pdf,
    issued_in,
    law_bytes,
    law_of_inputs,
    numbers_bytes,
    numbers_of,
    reduced,
    settings_bytes,
    year_bytes,
    year_of,
)
from vanban.workflows.compiled import compiled
from vanban.workflows.issuing_terms import WIDEST, Draft, Numbered, Render, RenderedDocument, RenderedFile
from vanban.workflows.known_of_office import known_of
from vanban.workflows.law_book import shipped_law
from vanban.workflows.notice import SILENT, Notice
from vanban.workflows.program import made_by
from vanban.workflows.signed_content import SignedPart, Templates, content_of, parts_of, unnumbered
from vanban.workflows.sound_file import flaws_of, require_sound

_LETTER_CODE = "CV"
"""How ``number_series`` names công văn, whose type has no abbreviation (Phụ lục III)."""

MAIN: Final = "document"
"""What the files of the document itself are called in the archive; an attachment's are called after its kind."""

_File = tuple[int, str]
"""A file of one of many documents: the document's place among them, and the file's name without its ending."""


@dataclass(frozen=True)
class _Worded:
    """A document before its PDF: its Word files by name, itself first, and the hash of what was signed."""

    files: Mapping[str, bytes]
    content: str


def draft_of(year: Year, kind: str, key: str, template_of: Templates, *, with_pdf: bool) -> Draft:
    """What the document asks for and is made from.

    Raises :class:`vanban.errors.NoSeries`. ``KeyError`` where the year has no such document.
    """
    document = numbering_of(year, kind).documents(year)[key]
    numbers = cited_numbers(year, document, key)
    used = {one.name: template_of(one.name) for one in _kinds_of(year, kind, key)}
    content = content_of(year, kind, key, template_of)
    least = _least(year, kind, key, template_of, content)
    alone = content_of(least.model_copy(update={"issued": numbers}), kind, key, template_of) == content
    inputs = {
        YEAR_FILE: year_bytes(least),
        LAW_FILE: law_bytes(year.law),
        NUMBERS_FILE: numbers_bytes(numbers),
        **({} if alone else {OTHERS_FILE: numbers_bytes(tuple(one for one in year.issued if one not in numbers))}),
        SETTINGS_FILE: settings_bytes(with_pdf=with_pdf),
        **{f"{name}.docx": template for name, template in used.items()},
    }
    return Draft(_request(year, kind, key, document, content), inputs)


def _least(year: Year, kind: str, key: str, template_of: Templates, content: str) -> Year:
    """The year with what that document needs: its parts; of a paper of the office's own its own rows of them, where
    these alone make what was signed."""
    least = reduced(year, parts_read(year, kind, key))
    if own_paper(year, kind) is not None:
        rows = only_its_rows(least, kind, key)
        if content_of(rows, kind, key, template_of) == content:
            return rows
    return least


def parts_read(year: Year, kind: str, key: str) -> frozenset[str]:
    """The parts of the year that the document and what is issued with it depend on."""
    return frozenset(part for one in _kinds_of(year, kind, key) for part in reads_of(one, year, key))


def _kinds_of(year: Year, kind: str, key: str) -> tuple[Kind, ...]:
    """The kind of the document, and those of what is issued with it; an annex only where the document has one."""
    known = {one.name: one for one in kinds_of(year)}
    attached = (known[name] for name in numbering_of(year, kind).attachments)
    return (known[kind], *(one for one in attached if one.name not in ANNEXES or key in one.keys(year)))


def printed_numbers(archive: Archive, entry: Entry) -> tuple[IssuedNumber, ...]:
    """The numbers of others that an issued document prints, from what it was made from.

    Raises :class:`vanban.errors.DamagedArchive`, :class:`vanban.errors.InputsUnreadable`.
    """
    return tuple(
        number for item in entry.inputs if item.name == NUMBERS_FILE for number in numbers_of(archive.get(item))
    )


def cited_numbers(year: Year, document: Document, key: str) -> tuple[IssuedNumber, ...]:
    """The numbers that a document of that key prints of others."""
    cited = [year.issued_number(*name) for name in cited_in(year, document, key)]
    return tuple(number for number in cited if number)


def renderer(converter: Converter | None) -> Render:
    """How documents are made; ``converter`` makes their PDF where one was asked for, those of many in one go."""
    return _Renderer(converter)


@dataclass(frozen=True)
class _Renderer:
    """Makes documents from their archived inputs."""

    converter: Converter | None

    def __call__(self, numbered: Numbered) -> RenderedDocument:
        return self.many((numbered,), SILENT)[0]

    def many(self, documents: Sequence[Numbered], notice: Notice) -> tuple[RenderedDocument, ...]:
        worded = []
        for done, numbered in enumerate(documents, start=1):
            worded.append(_worded(numbered))
            notice.done(done, len(documents))
        wanted = {
            (place, name): data
            for place, one in enumerate(worded)
            if asks_for_pdf(documents[place].inputs)
            for name, data in one.files.items()
        }
        pdfs = self._converted(documents, wanted, notice)
        return tuple(self._finished(one, place, pdfs) for place, one in enumerate(worded))

    def _converted(
        self, documents: Sequence[Numbered], wanted: Mapping[_File, bytes], notice: Notice
    ) -> Mapping[_File, pdf.Converted]:
        """Their PDFs, by one start of LibreOffice. Raises the fault of the first that yields none, by its number."""
        if not wanted:
            return {}
        if self.converter is None:
            raise ConverterMissing()
        names = {f"{place:04d}-{name}": (place, name) for place, name in wanted}
        words = {name: wanted[file] for name, file in names.items()}
        made: dict[_File, pdf.Converted] = {}
        for name, outcome in pdf.convert(self.converter, words, watch=pdf.Watch(glance=notice.go_on)).items():
            place, _ = names[name]
            if isinstance(outcome, VanbanError):
                raise type(outcome)(**{**outcome.facts, "name": _called(documents[place])})
            made[names[name]] = outcome
        return made

    def _finished(self, worded: _Worded, place: int, pdfs: Mapping[_File, pdf.Converted]) -> RenderedDocument:
        files = dict(worded.files)
        main = files.pop(MAIN)
        pieces = [RenderedFile(ObjectRole.WORD, f"{MAIN}.docx", main)]
        converted = pdfs.get((place, MAIN))
        if converted is not None:
            pieces.append(RenderedFile(ObjectRole.PDF, f"{MAIN}.pdf", converted.data))
            pieces += [RenderedFile(ObjectRole.ATTACHMENT, f"{name}.pdf", pdfs[place, name].data) for name in files]
        pieces += [RenderedFile(ObjectRole.ATTACHMENT, f"{name}.docx", data) for name, data in files.items()]
        text = "\n".join(map(text_of, (main, *files.values()))).encode()
        pieces.append(RenderedFile(ObjectRole.TEXT, "text.txt", text))
        mark = self.converter.mark if self.converter and converted is not None else None
        pages = converted.pages if converted is not None else None
        return RenderedDocument(tuple(pieces), pages, worded.content, made_by(mark))


def _called(numbered: Numbered) -> str:
    """What a fault calls a document: its number, before that its kind and what it is about."""
    request = numbered.request
    if numbered.ordinal == WIDEST:
        return f"{request.type_name} {request.subject}"
    return f"{request.type_name} số {numbered.ordinal:02d}/{request.symbol}"


def _request(year: Year, kind: str, key: str, document: Document, content: str) -> DocumentRequest:
    type_name, _ = type_of(year, kind, key)
    signatory = year.signatory(document.signature.signatory)
    issuer = year.issuer(document.issuer)
    receivers = (*document.addressees, *(recipient.name for recipient in document.recipients))
    return DocumentRequest(
        series=_series(year, kind, key, document),
        kind=kind,
        key=key,
        plan_year=year.year.register_year,
        type_name=type_name,
        symbol=number_of(unnumbered(year, kind, key), kind, key).symbol,
        subject=document.subject,
        organ_name=issuer.name,
        signer_position=signatory.position,
        signer_name=signatory.name,
        recipients=tuple(Addressee(organ_name=name) for name in receivers),
        retained_by=str(document.retained_copy).removeprefix("Lưu: "),
        copies=copies(year, document),
        signed_content=content,
    )


def _series(year: Year, kind: str, key: str, document: Document) -> str:
    """The run of numbers for that type of that issuer (Điều 15 khoản 1); a paper of one's own may name another."""
    type_name, type_code = type_of(year, kind, key)
    paper = own_paper(year, kind)
    for series in year.office.number_series:
        if paper is not None and paper.series == series.key:
            return series.key
    for series in year.office.number_series:
        if series.issuer == document.issuer and (type_code or _LETTER_CODE) in series.type_codes:
            return series.key
    raise NoSeries(type_name=type_name.lower(), issuer=year.issuer(document.issuer).name)


def _worded(numbered: Numbered) -> _Worded:
    """The Word files of a document; those of the preflight are read back, as Word files and against the decree."""
    request, inputs = numbered.request, numbered.inputs
    year = year_of(inputs)
    own = IssuedNumber(
        kind=request.kind, key=request.key, ordinal=numbered.ordinal, symbol=request.symbol, issued_on=numbered.day
    )
    numbers = (*issued_in(inputs), own)
    law = law_of_inputs(inputs) or shipped_law(year.office.province)
    year = year.model_copy(update={"issued": numbers, "law": law})
    templates = {name.removesuffix(".docx"): data for name, data in inputs.items() if name.endswith(".docx")}
    parts, content = composed_again(year, request, templates.__getitem__)
    words = {part.kind.name: compiled(part.template, f"{part.kind.name}.docx").render(part.context) for part in parts}
    if numbered.ordinal == WIDEST:
        # Before a number is taken; what has one, of whatever version, stays provable.
        for kind, data in words.items():
            require_sound(flaws_of(data, f"{kind}.docx"), f"{kind}.docx")
        _require_fit(words[request.kind], request, numbered.day, year)
    main = words.pop(request.kind)
    return _Worded({MAIN: main, **words}, content)


def composed_again(year: Year, request: DocumentRequest, template_of: Templates) -> tuple[tuple[SignedPart, ...], str]:
    """The document of an archived year and what is issued with it, and the hash of what was signed.

    A year that another version archived may lack what today's kinds look for, in any place: whatever they then
    stumble over means the same. Raises :class:`vanban.errors.InputsUnreadable`.
    """
    asked = (year, request.kind, request.key, template_of)
    try:
        parts, content = parts_of(*asked), content_of(*asked)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise InputsUnreadable(file=YEAR_FILE, reason="thiếu điều mà mẫu ngày nay cần") from error
    if request.kind not in {part.kind.name for part in parts}:
        raise InputsUnreadable(file=YEAR_FILE, reason="không còn văn bản này")
    return parts, content


def _require_fit(data: bytes, request: DocumentRequest, day: date, year: Year) -> None:
    """The finished file is read back against Nghị định 30. Raises :class:`vanban.errors.UnfitToIssue`."""
    terms = [
        TermOfOffice(name=one.name, since=one.valid_from, until=one.valid_to)
        for one in year.signatories
        if one.valid_from
    ]
    expected = known_of(year.office, year.law).model_copy(update={"date": day, "officials": tuple(terms)})
    read = proofread(data, name="document.docx", expected=expected)
    name = request.name
    for finding in read.findings:
        found = finding.as_finding(name)
        if found.severity is Severity.ERROR:
            raise UnfitToIssue(called=request.called, finding=f"{found.reason}")
