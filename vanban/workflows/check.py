"""Steps 1 and 2: read the files of a year and hold its parts against each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from vanban.domain.consistency import Fault, examine
from vanban.domain.consistency.fault import Path
from vanban.domain.consistency.leftovers import leftover_years
from vanban.domain.document import Document, Plan
from vanban.domain.figures import FIGURES
from vanban.domain.finding import Finding, Severity, tally
from vanban.domain.free_document import FreeDocument
from vanban.domain.issued import IssuedNumber
from vanban.domain.law_pack import Law
from vanban.domain.office import Office
from vanban.domain.own_paper import part_names, slug
from vanban.domain.own_words import in_words_of
from vanban.domain.paper_text import PaperText
from vanban.domain.scoring import Score, with_criteria_by_name
from vanban.domain.signatory import Signatory
from vanban.domain.target_row import TargetRow
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.errors import DataUnfit, OfficeUnfit
from vanban.ingest import (
    PARTS,
    DataFile,
    FileShape,
    InNewYear,
    ReadOutcome,
    ValuePlaces,
    own_parts,
    read_yaml,
    read_yaml_list,
    read_year,
)
from vanban.kinds import NUMBERED, TEXT_KINDS
from vanban.kinds.papers.certificate import overfull
from vanban.law.council_check import vote_faults
from vanban.law.document_types import type_code
from vanban.law.free_documents import free_document_faults, with_type_code
from vanban.law.initiatives import recognition_faults
from vanban.law.nomination_dossier import dossier_faults
from vanban.law.ward_awards import ward_faults
from vanban.law.year_check import law_faults
from vanban.workflows.issued_numbers import issued_numbers
from vanban.workflows.law_book import read_law, shipped_law
from vanban.workflows.notice import SILENT, Notice
from vanban.workflows.own_papers import own_name_faults, own_papers, own_template_findings
from vanban.workflows.set_aside import NoteAside, note_key, notes_aside
from vanban.workflows.strange_names import strange_name_faults, strange_name_findings
from vanban.workspace import Workspace

TARGETS: Final = "targets"

EVERY_PART: Final = (
    *PARTS,
    *(DataFile(kind.name, kind.name, "year", FileShape.RECORD, Document, required=False) for kind in TEXT_KINDS),
    DataFile(TARGETS, TARGETS, "year", FileShape.TABLE, TargetRow, required=False, in_new_year=InNewYear.COPIED),
)
"""Every file that a year is read from: those with a field of the year, then the texts of the kinds without one, then
the targets of the plan that are kept in a table."""

_OUTSIDE_THE_YEAR: Final = {
    TARGETS: "Chỉ tiêu của kế hoạch",
    "plan_targets": "Chỉ tiêu trong tệp kế hoạch",
    "office_values": "Các mục khác của cơ quan",
    "year_values": "Các mục khác của năm",
}


def title_of_part(part: DataFile) -> str:
    """What a file of the data is called in Vietnamese."""
    known = Year.model_fields.get(part.name)
    return _OUTSIDE_THE_YEAR.get(part.name) or (known.title if known else None) or part.name


_SPEAKING: Final = frozenset(
    part.name for part in EVERY_PART if part.shape is not FileShape.TABLE and part.folder == "year"
)
"""The parts of a year that are texts: in them an office is named between braces."""


@dataclass(frozen=True)
class Checked:
    """The year if nothing in it is broken, every finding about it, and where its parts came from.

    ``files`` maps each field of :class:`Year`, and each kind that is a text alone, to its file, ``lines`` each file to
    the fingerprints of its lines, ``aside`` are the notes that were set aside, by their keys.
    """

    work_year: WorkYear
    year: Year | None
    findings: tuple[Finding, ...]
    files: Mapping[str, str]
    lines: Mapping[str, Mapping[int, str]]
    aside: Mapping[str, NoteAside] = field(default_factory=dict)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Every finding but the notes that were set aside."""
        return tuple(one for one in self.findings if not self.why_aside(one))

    @property
    def tally(self) -> str:
        """``0 lỗi, 2 lưu ý``, and how many notes were set aside."""
        aside = len(self.findings) - len(self.open_findings)
        return tally(self.open_findings) + (f", {aside} lưu ý đã gác lại" if aside else "")

    def why_aside(self, finding: Finding) -> NoteAside | None:
        """That the note was set aside, if it was and nothing about it has changed since."""
        return self.aside.get(note_key(finding, self.lines)) if self.aside else None

    @property
    def ok(self) -> bool:
        """Whether documents may be made of it."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def fit(self) -> Year:
        """The year, where documents may be made of it. Raises :class:`DataUnfit` with every finding."""
        if self.year is None or not self.ok:
            raise DataUnfit(year=self.work_year.phrase, count=tally(self.findings), findings=self.findings)
        return self.year

    @property
    def exit_code(self) -> int:
        """1 where no documents may be made of it."""
        return 0 if self.ok else 1

    def to_json(self) -> dict[str, object]:
        """Year, whether it is fit, findings."""
        return {
            "year": self.work_year.to_json(),
            "ok": self.ok,
            "findings": [finding.to_json() for finding in self.findings],
            "set_aside": len(self.findings) - len(self.open_findings),
        }


def check(
    workspace: Workspace,
    year: WorkYear | None = None,
    law: Law | None = None,
    notice: Notice = SILENT,
    files: Mapping[str, bytes] | None = None,
) -> Checked:
    """Read and check one year, the newest if none is named; ``NoYear`` if the workspace has no data for it.

    By the law of the workspace, or by another ``law`` that is asked about; of ``files`` that are not saved yet, where
    they are given instead of the workspace's own.
    """
    number = workspace.year(year)
    notice.step(1, "Đọc dữ liệu")
    sources = workspace.sources(number) if files is None else files
    parts = (*EVERY_PART, *own_parts(sources))
    reading = read_year(sources, number, parts)
    notice.step(2, "Kiểm tra dữ liệu")
    whole = None
    findings = reading.findings
    if not reading.is_broken and reading.value is not None:
        known = read_law(workspace, reading.value["office"].province)
        findings += known.findings
        papers = own_papers(reading.value, number)
        kinds = NUMBERED | {paper.key for paper in papers if paper.is_numbered}
        issued = issued_numbers(workspace, number.register_year, kinds)
        whole = year_of(number, {**reading.value, "own_papers": papers}, issued, law or known.law)
        faults = _faults_of(whole, reading.value)
        typed = len(reading.value["plan"].targets)
        # Of a table with a column for each criterion, a row or a header is one mistake for all that is read from it.
        findings += tuple(dict.fromkeys(_told_at(fault, whole, reading.places, typed) for fault in faults))
        findings += own_template_findings(workspace, whole)
        findings += strange_name_findings(workspace, whole)
    return Checked(
        work_year=number,
        year=whole,
        findings=tuple(_by_name(finding, parts) for finding in findings),
        files={**_files(reading, parts), "law": "law"},
        lines=reading.lines,
        aside=notes_aside(workspace, number),
    )


def _faults_of(year: Year, read: Mapping[str, Any]) -> tuple[Fault, ...]:
    """What is wrong with a year whose every part could be read."""
    spoken = {name: part for name, part in read.items() if name in _SPEAKING or name == TARGETS}
    seen = examine(year)
    faults = (
        *seen.faults,
        *leftover_years(year.year, spoken),
        *seen.without_consequences(against_the_law(seen.right)),
    )
    if not any(fault.severity is Severity.ERROR for fault in faults):
        faults += overfull(year)
    return (*faults, *own_name_faults(year), *strange_name_faults(year))


def _by_name(finding: Finding, parts: Iterable[DataFile]) -> Finding:
    """The finding with what a person calls the file that it is in."""
    folder, _, name = finding.place.file.rpartition("/")
    stem, year = name.partition(".")[0].lower(), folder != "office"
    part = next((one for one in parts if one.stem == stem and (one.folder == "year") == year), None)
    if part is None or title_of_part(part) == part.name:
        return finding
    sort = "Bảng" if part.shape is FileShape.TABLE else "Tệp"
    place = finding.place.model_copy(update={"called": f"{sort} {title_of_part(part)}"})
    return finding.model_copy(update={"place": place})


def _files(reading: ReadOutcome[dict[str, Any]], parts: Iterable[DataFile]) -> dict[str, str]:
    """The file of each part; of the table of targets where there is one."""
    files = {part.name: reading.places[part.name,].file for part in parts}
    return {name: file for name, file in files.items() if name != TARGETS or file in reading.lines}


def fit_year(workspace: Workspace, year: WorkYear | None = None) -> Year:
    """The year of :func:`check`, of which documents may be issued. Raises :class:`DataUnfit` with every finding."""
    return check(workspace, year).fit


def against_the_law(year: Year) -> tuple[Fault, ...]:
    """Everything in the year that the law does not allow, or that it makes doubtful."""
    rules = (vote_faults, ward_faults, recognition_faults, dossier_faults, free_document_faults, law_faults)
    return tuple(fault for rule in rules for fault in rule(year))


def office_of(workspace: Workspace) -> Office:
    """The office alone, also where the data of a year are not fit. Raises :class:`OfficeUnfit` with its findings."""
    part = next(one for one in PARTS if one.name == "office")
    findings: tuple[Finding, ...] = ()
    for file, data in workspace.sources(workspace.year(None)).items():
        if file.partition(".")[0] == f"office/{part.stem}":
            reading = _office_in(data, file)
            if reading.value is not None:
                return reading.value
            findings += reading.findings
    raise OfficeUnfit(findings=findings)


@lru_cache(maxsize=8)
def _office_in(data: bytes, file: str) -> ReadOutcome[Office]:
    """What the same bytes say is known from the first reading: nearly every page asks for the office."""
    return read_yaml(data, file, Office)


def signatories_of(workspace: Workspace, year: WorkYear) -> tuple[Signatory, ...]:
    """Who holds a post in that year, those who hold it to its end first; none where their file cannot be read."""
    for file, data in workspace.office_files().items():
        if file.partition(".")[0] == "office/signatories":
            found = read_yaml_list(data, file, Signatory).value or ()
            first, last = year.begins, year.ends
            held = [one for one in found if (one.valid_to or last) >= first and (one.valid_from or first) <= last]
            return tuple(sorted(held, key=lambda one: (one.valid_to or last) < last))
    return ()


def year_of(
    number: WorkYear, read: Mapping[str, Any], issued: tuple[IssuedNumber, ...] = (), law: Law | None = None
) -> Year:
    """The year whose parts were ``read``, by their names, with the numbers of the register, and its law: that which
    ships for the office's province where no other is given."""
    known = law or shipped_law(read["office"].province)
    ready = {name: value for name, value in read.items() if _is_due(value, read)}
    read = {name: _in_own_words(number, read["office"], name, value) for name, value in ready.items()}
    return Year(
        year=number,
        issued=issued,
        law=known,
        texts=_texts(read),
        **(_fields(read) | _planned(read) | _typed(read) | _scored(read)),
    )


def _typed(read: Mapping[str, Any]) -> dict[str, tuple[FreeDocument, ...]]:
    """The free documents, each with the letters that the decree gives to its type."""
    documents: tuple[FreeDocument, ...] = read.get("documents", ())
    return {"documents": tuple(map(with_type_code, documents))}


def _scored(read: Mapping[str, Any]) -> dict[str, tuple[Score, ...]]:
    return {"scores": with_criteria_by_name(read.get("scores", ()), read.get("criteria", ()))}


def _planned(read: Mapping[str, Any]) -> dict[str, Plan]:
    """The plan with the targets of its own file, then those of the table."""
    plan: Plan = read["plan"]
    rows: tuple[TargetRow, ...] = read.get(TARGETS, ())
    return {"plan": plan.model_copy(update={"targets": (*plan.targets, *(row.target for row in rows))})}


def _is_due(value: Any, read: Mapping[str, Any]) -> bool:
    """Whether a part counts yet: a text that waits for tables does when one of them has a row."""
    return not (isinstance(value, Document) and value.waits_for) or any(read.get(name) for name in value.waits_for)


def _in_own_words(number: WorkYear, office: Office, name: str, value: Any) -> Any:
    """A text in the words of its office; tables and the office itself say what they say."""
    if name not in _SPEAKING:
        return value
    own = {figure.name for figure in FIGURES if name in figure.within}
    return in_words_of(office, value, number, own)


def _texts(read: Mapping[str, Any]) -> tuple[PaperText, ...]:
    """The texts of the kinds that have no field of the year, each with what its kind says of its number."""
    return tuple(
        PaperText(
            kind=kind.name, type_name=kind.type_name, type_code=type_code(kind.type_name), **dict(read[kind.name])
        )
        for kind in TEXT_KINDS
        if kind.type_name and kind.name in read
    )


def _fields(read: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in read.items() if name in Year.model_fields}


def _told_at(fault: Fault, year: Year, places: ValuePlaces, typed: int) -> Finding:
    """The finding at the place in the files, with the line of the other row where the fault speaks of one."""
    place, *other = (places.nearest(_read_at(year, path, typed)) for path in (fault.path, fault.other) if path)
    return fault.at(place, *other)


def _read_at(year: Year, path: Path, typed: int) -> Path:
    """Where the files say what stands at ``path`` in the year; ``typed`` targets stand in the plan's own file."""
    match path:
        case ("plan", "targets", int(position), *rest) if position >= typed:
            return (TARGETS, position - typed, *rest)
        case ("texts", int(position), *rest):
            return (year.texts[position].kind, *rest)
        case ("own_papers", int(position), "rows", int(row), "cells", str(column)):
            paper = year.own_papers[position]
            return (part_names(paper.key)[1], row, slug(column))
        case ("own_papers", int(position), "rows", *_):
            return (part_names(year.own_papers[position].key)[1],)
        case ("own_papers", int(position), *rest):
            return (year.own_papers[position].key, *rest)
    return path
