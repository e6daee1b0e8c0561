"""Take a text of the year over from a Word file, an older or other format, or plain text: ``vanban text import``.

Everything is read and shown first. Written are the lines of the data that change, and no others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from vanban import durable, pdf, proofread
from vanban.domain.closing_reading import read_day_of, read_number, year_of_paper
from vanban.domain.document import Document
from vanban.domain.draft_tree import ReadLine
from vanban.domain.finding import Finding
from vanban.domain.found_paper import FoundPaper
from vanban.domain.office import LegalBasis
from vanban.domain.record import Record
from vanban.domain.signatory import Signature
from vanban.domain.target_taking import TakenTarget
from vanban.domain.text_tree import Block
from vanban.domain.wording import numeric_date
from vanban.domain.work_year import WorkYear
from vanban.errors import ConverterMissing, FileUnreadable
from vanban.ingest import FileShape, read_yaml, read_yaml_list
from vanban.ingest.decoding import decode
from vanban.ingest.written_tree import Written, as_written, restated
from vanban.ingest.yaml_splice import said, spliced
from vanban.pdf import Converter
from vanban.workflows.deed import Deed
from vanban.workflows.earlier import keep_earlier
from vanban.workflows.stale_words import brought_to_year
from vanban.workflows.text_taking import take_text
from vanban.workflows.texts import TextPlace, YearTexts, read_texts
from vanban.workspace import Workspace, read_file

_LARGEST_TEXT: Final = 2**22
_BASES: Final = "legal_bases"


@dataclass(frozen=True)
class ImportRequest:
    """Which text of which year (the newest if none is named), from which file; whether to write; whether words of the
    file's own year are brought to this one."""

    name: str
    path: Path
    year: WorkYear | None = None
    write: bool = False
    keep_years: bool = False
    converter: Converter | None = None


@dataclass(frozen=True)
class TextImported:
    """What was understood of a file, what would change in the data, and what was written.

    ``facts`` are what its head says of itself, ``stale`` what was or is of the year before, ``doubts`` what a person
    has to look at, ``findings`` why it cannot be written.
    """

    name: str
    year: WorkYear
    file: str
    facts: Mapping[str, str]
    lines: tuple[ReadLine, ...]
    targets: tuple[TakenTarget, ...]
    doubts: tuple[str, ...]
    stale: tuple[str, ...]
    changed_files: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    wrote: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    document: Document | None = field(default=None, repr=False)

    @property
    def exit_code(self) -> int:
        """1 where it cannot be written."""
        return 1 if self.findings else 0

    def to_json(self) -> dict[str, object]:
        """All of it; each line with what it says in the file and what it was understood as."""
        return {
            "text": self.name,
            "year": self.year.to_json(),
            "file": self.file,
            "facts": dict(self.facts),
            "lines": [
                {
                    "place": one.line.place,
                    "original": one.line.printed,
                    "read_as": one.said,
                    "depth": one.depth,
                    "number": one.printed,
                    "before_changes": one.line.before,
                }
                for one in self.lines
            ],
            "targets": [
                {
                    "key": one.target.key,
                    "sentence": one.target.sentence,
                    "measures": [measure.model_dump(mode="json") for measure in one.target.measures],
                    "known": one.before is not None,
                    "doubt": one.doubt,
                }
                for one in self.targets
            ],
            "doubts": list(self.doubts),
            "stale": list(self.stale),
            "changes": list(self.changed_files),
            "findings": [one.to_json() for one in self.findings],
            "wrote": list(self.wrote),
            "aside": list(self.aside),
        }


def import_text(workspace: Workspace, request: ImportRequest, deed: Deed) -> TextImported:
    """Read the file, say what it means for the text, and write where that was asked for.

    Raises ``NoYear``, ``DataUnfit``, :class:`vanban.errors.NoText`, a ``PackageError``, ``OldFormatUnread``,
    ``ConverterMissing``, ``FileUnreadable``, ``FileFault``.
    """
    texts = read_texts(workspace, request.year)
    shown, contents = understood(texts, request)
    if shown.findings or not request.write:
        return shown
    return _written(workspace, texts, contents, shown, deed)


def understood(texts: YearTexts, request: ImportRequest) -> tuple[TextImported, Mapping[str, str]]:
    """What the file means for the text, and what the files of the data that change would say. Raises likewise."""
    place = texts.text(request.name)
    found = read_paper_file(request.path, request.converter)
    base = place.document or _empty(texts)
    taken = take_text(texts, base, found)
    own_year = year_of_paper(found.place_and_date, found.subject)
    stale: tuple[str, ...] = ()
    document = taken.document
    if own_year is not None and not request.keep_years and not found.is_editing_copy:
        moved = brought_to_year(texts, document, WorkYear(own_year), tuple(taken.new_bases))
        document, stale = moved.document, moved.told
        taken.new_bases += [one for one in moved.new_bases if one not in taken.new_bases]
    used = [one for one in taken.new_bases if one.key in document.legal_bases]
    contents = _contents(texts, place, document, used)
    findings = _unreadable(texts, place, contents, document)
    shown = TextImported(
        name=place.name,
        year=texts.year,
        file=request.path.name,
        facts=_facts(found),
        lines=taken.lines,
        targets=taken.targets,
        doubts=(*found.remarks, *taken.doubts),
        stale=stale,
        changed_files=tuple(contents),
        findings=findings,
        document=document,
    )
    return shown, contents


def read_paper_file(path: Path, converter: Converter | None) -> FoundPaper:
    """The parts of the paper in a file of any format that is read."""
    data = read_file(path)
    if pdf.old_format(data) is not None:
        if converter is None:
            raise ConverterMissing
        data = pdf.to_word(converter, data, name=path.name)
    elif path.suffix.lower() in (".txt", ".md", ""):
        text = decode(data, path.name, _LARGEST_TEXT)
        if isinstance(text, Finding):
            raise FileUnreadable(path=path, reason=text.reason)
        return proofread.find_paper_in_text(text, path.name)
    return proofread.find_paper(data, path.name)


def _empty(texts: YearTexts) -> Document:
    """A text of which nothing is written yet: issued and signed as the plan is, else by the office's first body."""
    plan = texts.parts.get("plan")
    if isinstance(plan, Document):
        issuer, signature = plan.issuer, plan.signature
    else:
        signatory = texts.signatories[0].key if texts.signatories else ""
        issuer, signature = texts.office.bodies[0].key, Signature(signatory=signatory)
    return Document(subject="", issuer=issuer, signature=signature, body=(Block(text="…"),))


def _facts(found: FoundPaper) -> dict[str, str]:
    number, day = read_number(found.number), read_day_of(found.place_and_date)
    facts = {
        "Cơ quan": found.issuer,
        "Số, ký hiệu": f"{number[0]}/{number[1]}" if number else "",
        "Ngày": numeric_date(day) if day else "",
        "Loại": found.type_name,
        "Trích yếu": found.subject,
        "Người ký": ", ".join((*found.signer_lines, found.signer)) if found.signer else "",
    }
    return {name: value for name, value in facts.items() if value}


# What changes in the files


def _contents(texts: YearTexts, place: TextPlace, document: Document, new_bases: list[LegalBasis]) -> dict[str, str]:
    """The files that change, with what they will say."""
    made: dict[str, str] = {}
    file = texts.files.get(place.part.name, f"{texts.year.key}/{place.part.stem}.yaml")
    before = _text(texts, file)
    old = texts.parts.get(place.part.name)
    after = spliced(before, _restated_at(texts, place, said(before), old, document)) if before.strip() else ""
    if not before.strip():
        after = spliced("", as_written(document, texts.office))
    if after != before:
        made[file] = after
    if new_bases:
        file = texts.files[_BASES]
        before = _text(texts, file)
        listed = texts.parts.get(_BASES, ())
        made[file] = spliced(before, restated(said(before), listed, (*listed, *new_bases), texts.office))
    return made


def _text(texts: YearTexts, file: str) -> str:
    return texts.sources.get(file, b"").decode("utf-8-sig")


def _restated_at(texts: YearTexts, place: TextPlace, tree: Written, old: Any, document: Document) -> Written:
    """The whole part with the text at its place changed."""
    return restated(tree, old, _with(old, place.path, document), texts.office)


def _with(value: Any, path: tuple[str | int, ...], new: object) -> Any:
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, Record):
        return value.model_copy(update={str(step): _with(getattr(value, str(step)), rest, new)})
    assert isinstance(step, int)
    return (*value[:step], _with(value[step], rest, new), *value[step + 1 :])


def _unreadable(
    texts: YearTexts, place: TextPlace, contents: Mapping[str, str], document: Document
) -> tuple[Finding, ...]:
    """What keeps the text from being written: it would not be read again."""
    file = texts.files.get(place.part.name, f"{texts.year.key}/{place.part.stem}.yaml")
    if file not in contents:
        return ()
    read = read_yaml if place.part.shape is FileShape.RECORD else read_yaml_list
    reading = read(contents[file].encode(), file, place.part.model, texts.office)
    return tuple(reading.findings) if reading.value is None else ()


def _written(
    workspace: Workspace, texts: YearTexts, contents: Mapping[str, str], shown: TextImported, deed: Deed
) -> TextImported:
    aside = []
    for file, text in contents.items():
        kept = keep_earlier(workspace, file, texts.sources.get(file), deed)
        aside += [kept.relative_to(workspace.root).as_posix()] if kept else []
        durable.write(workspace.data_file(file), text.encode())
    return TextImported(**{**shown.__dict__, "wrote": tuple(contents), "aside": tuple(aside)})
