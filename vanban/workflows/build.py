"""Build a year: read, check, compose, render, proofread, convert, record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vanban import durable
from vanban.batch import (
    Action,
    BuildManifest,
    BuiltDocument,
    RebuildStep,
    RebuildTerms,
    data_changes,
    plan_rebuild,
    read_manifest,
)
from vanban.domain.agreement import Agreement
from vanban.domain.document import DocumentNumber
from vanban.domain.finding import Finding, Severity
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.errors import PdfFault, VanbanError
from vanban.kinds import kinds_of
from vanban.kinds.packs import packs
from vanban.pdf import Converter
from vanban.workflows.check import Checked, check
from vanban.workflows.converting import Conversion, PdfOrder, PrintOrder, bind, convert
from vanban.workflows.kept_readings import keep_readings, kept_readings
from vanban.workflows.notice import SILENT, Notice
from vanban.workflows.proof import PROOF_SHEET, agreement_of, foretold, prove_entries, with_hand_changes
from vanban.workflows.rendering import Composed, RenderedWord, compose, render
from vanban.workflows.selection import select
from vanban.workflows.sharing import share
from vanban.workflows.shelf import CarriedOut, Shelf, carry_out, content_of_file
from vanban.workspace import Workspace


class DocumentOutcome(StrEnum):
    """What became of one document."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    REMOVED = "removed"
    FAILED = "failed"
    WITHOUT_PDF = "without-pdf"
    WOULD_BUILD = "would-build"
    WOULD_REMOVE = "would-remove"


@dataclass(frozen=True)
class BuildRequest:
    """What is asked for. ``converter`` is LibreOffice, ``None`` where there is none or no PDF is wanted."""

    year: WorkYear | None = None
    wanted: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    converter: Converter | None = None
    with_pdf: bool = True
    workers: int = 1
    dry_run: bool = False
    force: bool = False

    @property
    def whole(self) -> bool:
        """Whether the whole year is asked for."""
        return not self.wanted and not self.only


@dataclass(frozen=True)
class DocumentBuilt:
    """One document and what became of it, with the reason."""

    kind: str
    key: str | None
    title: str
    path: str
    pdf: str | None
    state: DocumentOutcome
    why: str

    def to_json(self) -> dict[str, object]:
        """Kind, key, title, files, state, reason."""
        return {
            "kind": self.kind,
            "key": self.key,
            "title": self.title,
            "path": self.path,
            "pdf": self.pdf,
            "state": self.state.value,
            "why": self.why,
        }


@dataclass(frozen=True)
class Built:
    """The outcome of one build. ``stopped`` means that the data were not fit and nothing was built.

    ``notes`` say what happened to single documents, ``hints`` what the clerk may do for more.
    """

    work_year: WorkYear
    findings: tuple[Finding, ...]
    documents: tuple[DocumentBuilt, ...] = ()
    notes: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    stopped: bool = False
    wrote: bool = False
    exit_code: int = 0

    def to_json(self) -> dict[str, object]:
        """Year, whether all went well, whether anything was written, findings, notes, hints, documents."""
        return {
            "year": self.work_year.to_json(),
            "ok": self.exit_code == 0,
            "wrote": self.wrote,
            "findings": [finding.to_json() for finding in self.findings],
            "notes": list(self.notes),
            "hints": list(self.hints),
            "documents": [document.to_json() for document in self.documents],
        }


_NO_OFFICE = (
    "Không thấy LibreOffice nên chưa tạo PDF; cài LibreOffice (Debian: apt-get install libreoffice-writer-nogui "
    "fonts-liberation2) rồi chạy lại để có PDF."
)
_STATES = {
    Action.BUILD: DocumentOutcome.BUILT,
    Action.KEEP: DocumentOutcome.UNCHANGED,
    Action.KEEP_EDITED: DocumentOutcome.KEPT,
    Action.KEEP_OBSOLETE: DocumentOutcome.KEPT,
    Action.REMOVE: DocumentOutcome.REMOVED,
    Action.FORGET: DocumentOutcome.REMOVED,
}
_WOULD = {DocumentOutcome.BUILT: DocumentOutcome.WOULD_BUILD, DocumentOutcome.REMOVED: DocumentOutcome.WOULD_REMOVE}


def build(workspace: Workspace, request: BuildRequest, notice: Notice = SILENT) -> Built:
    """Build one year's documents into ``output/``; everything is read and checked before the first file is written.

    Raises :class:`vanban.errors.LinkedFolder`; :class:`vanban.errors.GroupUnfit`; :class:`vanban.errors.Stopped` where
    ``notice`` asks for an early end: what is done by then stays, whole and remembered.
    """
    checked = check(workspace, request.year, notice=notice)  # steps 1 and 2
    if checked.year is None or not checked.ok:
        return Built(checked.work_year, checked.findings, stopped=True, exit_code=1)
    notice.step(3, "Soạn nội dung")
    composed = compose(workspace, checked.year, checked.files)
    task = _task(workspace, request, checked, checked.year, composed)
    if request.dry_run:
        return _told(task, [CarriedOut(task.shelf, task.decisions), _foretold(task)])
    share(workspace, checked.year.office)
    notice.step(4, "Lập tệp Word")
    papers = carry_out(workspace.output, task.shelf, task.decisions, _rendered(task, task.decisions, composed, notice))
    notice.step(5, "Đọc lại để soát, khớp hồ sơ")
    sheets = _sheets(task, papers.shelf)
    notice.step(6, "Tạo PDF")
    pdfs = _pdfs(task, (*papers.decisions, *sheets.decisions), sheets.shelf, notice)
    notice.step(7, "Ghi lại những gì đã lập")
    wrote = _record(task, pdfs)
    if pdfs.stopped:
        raise pdfs.stopped
    return _told(task, [papers, sheets], pdfs, wrote=wrote)


@dataclass(frozen=True)
class _Task:
    """One build after composing: what is asked for, what the last build left, what to do with each document."""

    workspace: Workspace
    request: BuildRequest
    checked: Checked
    year: Year
    composed: tuple[Composed, ...]
    manifest: BuildManifest
    findings: tuple[Finding, ...]
    shelf: Shelf
    decisions: tuple[RebuildStep, ...]

    @property
    def within(self) -> str:
        """The folder of the year, below ``output``."""
        return f"{self.year.year}/"

    @property
    def wants_sheets(self) -> bool:
        """Whether the sheets that say what was read back are asked for."""
        return self.request.whole or PROOF_SHEET in self.request.wanted

    def of_the_year(self, shelf: Shelf) -> list[BuiltDocument]:
        """What the shelf has of the year."""
        return [entry for entry in shelf.entries if entry.path.startswith(self.within)]


def _task(
    workspace: Workspace, request: BuildRequest, checked: Checked, year: Year, composed: tuple[Composed, ...]
) -> _Task:
    chosen = {document.wanted.path for document in select(composed, request.wanted, request.only, kinds_of(year))}
    manifest, damage = read_manifest(content_of_file(workspace.manifest), file="output/manifest.json")
    paths = [path for one in composed for path in (one.wanted.path, one.wanted.pdf)]
    paths += [path for entry in (*manifest.documents, *manifest.prints) for path in (entry.path, entry.pdf)]
    paths += [workspace.pack(year.year, pack.slug) for pack in packs(year)]
    workspace.require_own_folders(filter(None, paths))
    shelf = Shelf(manifest.documents, {}).seen(workspace.output, paths)
    decisions = plan_rebuild(
        manifest.documents,
        [document.wanted for document in composed],
        shelf.disk,
        _terms(manifest, checked, force=request.force),
    )
    return _Task(
        workspace=workspace,
        request=request,
        checked=checked,
        year=year,
        composed=composed,
        manifest=manifest,
        findings=checked.findings + ((damage,) if damage else ()),
        shelf=shelf,
        decisions=tuple(
            decision
            for decision in decisions
            if decision.path in chosen or (request.whole and decision.wanted is None and not _is_sheet(decision))
        ),
    )


def _terms(manifest: BuildManifest, checked: Checked, *, force: bool) -> RebuildTerms:
    """What this build may do with the files of its year."""
    changes = data_changes(_lines_before(manifest, checked), checked.lines)
    return RebuildTerms(changes=changes, force=force, within=f"{checked.work_year}/")


def _lines_before(manifest: BuildManifest, checked: Checked) -> Mapping[str, Mapping[int, str]]:
    """The data lines of the last build, of the files that this year is made of."""
    return {file: lines for file, lines in manifest.data.items() if file in checked.lines}


def _rendered(
    task: _Task, decisions: Sequence[RebuildStep], documents: Sequence[Composed], notice: Notice
) -> Mapping[str, RenderedWord | VanbanError]:
    """Every file that is to be written, or that may be what a run cut short has written, by its path."""
    uncertain = {decision.path for decision in decisions if decision.action in (Action.BUILD, Action.KEEP_EDITED)}
    due = [document for document in documents if document.wanted.path in uncertain]
    return render(due, task.year, task.workspace.log, task.request.workers, notice.done)


def _sheets(task: _Task, shelf: Shelf) -> CarriedOut:
    """Read the finished files back and make the sheets that say whether they agree."""
    if not task.wants_sheets:
        return CarriedOut(shelf)
    readings = kept_readings(task.workspace)
    proof = prove_entries(task.workspace, task.year.year, task.of_the_year(shelf), read_back=readings.read_back)
    proof = with_hand_changes(task.workspace, proof, task.of_the_year(shelf), readings)
    keep_readings(task.workspace, readings, task.year.year)
    composed, seen, decisions = _decided_on_sheets(task, shelf, agreement_of(proof))
    return carry_out(task.workspace.output, seen, decisions, _rendered(task, decisions, composed, SILENT))


def _decided_on_sheets(
    task: _Task, shelf: Shelf, agreement: Agreement
) -> tuple[tuple[Composed, ...], Shelf, tuple[RebuildStep, ...]]:
    """The sheets of ``agreement``, the shelf that knows their files, and what to do with each."""
    year = task.year.model_copy(update={"agreement": agreement})
    composed = compose(task.workspace, year, task.checked.files, only=PROOF_SHEET)
    seen = shelf.seen(task.workspace.output, (path for one in composed for path in (one.wanted.path, one.wanted.pdf)))
    decisions = plan_rebuild(
        [entry for entry in shelf.entries if entry.kind == PROOF_SHEET],
        [document.wanted for document in composed],
        seen.disk,
        _terms(task.manifest, task.checked, force=task.request.force),
    )
    return composed, seen, tuple(one for one in decisions if one.wanted or task.request.whole)


def _foretold(task: _Task) -> CarriedOut:
    """The sheets that a run which writes would make.

    Where it would write other files first, what their sheet says is not known yet: it would be made anew.
    """
    if not task.wants_sheets:
        return CarriedOut(task.shelf)
    if all(
        _STATES[decision.action] in (DocumentOutcome.UNCHANGED, DocumentOutcome.KEPT) for decision in task.decisions
    ):
        written = task.of_the_year(task.shelf)
        readings = kept_readings(task.workspace)
        proof = prove_entries(task.workspace, task.year.year, written, read_back=readings.read_back)
        agreement = agreement_of(with_hand_changes(task.workspace, proof, written, readings))
        _, seen, decisions = _decided_on_sheets(task, task.shelf, agreement)
        return CarriedOut(seen, decisions)
    gone = {decision.path for decision in task.decisions if _STATES[decision.action] is DocumentOutcome.REMOVED}
    papers = [(entry.kind, entry.key or "") for entry in task.of_the_year(task.shelf) if entry.path not in gone]
    papers += [(one.wanted.kind, one.wanted.key or "") for one in task.decisions if one.wanted]
    _, seen, decisions = _decided_on_sheets(task, task.shelf, foretold(papers))
    return CarriedOut(seen, tuple(_anew(decision) for decision in decisions))


def _anew(decision: RebuildStep) -> RebuildStep:
    """A sheet that is there already, of files that are still to be written."""
    if decision.action is Action.BUILD and decision.found is not None:
        return decision.model_copy(update={"why": "đọc lại các văn bản vừa lập"})
    return decision


def _is_sheet(decision: RebuildStep) -> bool:
    return decision.previous is not None and decision.previous.kind == PROOF_SHEET


def _pdfs(task: _Task, decisions: Sequence[RebuildStep], shelf: Shelf, notice: Notice) -> Conversion:
    """Bring the PDFs of the documents that were asked for up to date, then the piles to print."""
    request, workspace = task.request, task.workspace
    order = PdfOrder(workspace.output, request.converter, request.workers, request.force)
    converted = convert(order, shelf, {decision.path for decision in decisions if decision.wanted}, notice)
    if converted.stopped:
        return converted
    wanted = [document.wanted for document in task.composed]
    return bind(workspace, PrintOrder(task.year, wanted, task.manifest.prints, request.force), converted)


def _record(task: _Task, pdfs: Conversion) -> bool:
    """Write the manifest if it says anything new, and say whether it did."""
    lines = task.checked.lines
    if not task.request.whole:
        lines = {**lines, **_lines_before(task.manifest, task.checked)}
    manifest = BuildManifest(
        documents=pdfs.shelf.entries,
        prints=task.manifest.prints if pdfs.prints is None else pdfs.prints,
        data={**task.manifest.data, **{file: dict(of_file) for file, of_file in lines.items()}},
    )
    content = manifest.to_bytes()
    if content == content_of_file(task.workspace.manifest):
        return False
    durable.write(task.workspace.manifest, content)
    return True


def _told(task: _Task, steps: Sequence[CarriedOut], pdfs: Conversion | None = None, *, wrote: bool = False) -> Built:
    """The outcome, as the clerk is told."""
    faults = {name: fault for step in (*steps, pdfs) if step for name, fault in step.faults.items()}
    findings = (*task.findings, *(finding for step in steps for finding in step.findings))
    codes = [fault.exit_code for fault in faults.values()]
    codes += [1 for finding in findings if finding.severity is Severity.ERROR]
    entries = {entry.path: entry for entry in (pdfs.shelf if pdfs else task.shelf).entries}
    return Built(
        work_year=task.year.year,
        findings=findings,
        documents=tuple(
            _document(decision, entries.get(decision.path), faults.get(decision.name), foretold=task.request.dry_run)
            for step in steps
            for decision in step.decisions
        ),
        hints=(_NO_OFFICE,) if task.request.with_pdf and task.request.converter is None else (),
        notes=(*_overtaken(task), *(note for step in (*steps, pdfs) if step for note in step.notes)),
        wrote=wrote or any(step.wrote for step in (*steps, pdfs) if step),
        exit_code=max(codes, default=0),
    )


def _overtaken(task: _Task) -> tuple[str, ...]:
    """Of each issued document that is built as a new draft, why."""
    paths = {decision.path for decision in task.decisions}
    return tuple(
        f"{one.wanted.title} đã ban hành số {DocumentNumber(ordinal=number.ordinal, symbol=number.symbol)}, nay lập "
        f"thành bản trình ký mới, chưa có số: {one.why_blank}. Bản đã ban hành vẫn ở kho lưu trữ."
        for one in task.composed
        if one.why_blank and one.wanted.path in paths
        for number in [task.year.issued_number(one.kind.name, one.key)]
        if number
    )


def _document(
    decision: RebuildStep, entry: BuiltDocument | None, fault: VanbanError | None, *, foretold: bool
) -> DocumentBuilt:
    state = _STATES[decision.action]
    if fault:
        state = DocumentOutcome.WITHOUT_PDF if isinstance(fault, PdfFault) else DocumentOutcome.FAILED
    document = decision.wanted or decision.previous
    if document is None:
        raise ValueError(decision.path)
    return DocumentBuilt(
        kind=document.kind,
        key=document.key,
        title=document.title,
        path=decision.path,
        pdf=entry.pdf if entry and entry.pdf_sha256 else None,
        state=_WOULD.get(state, state) if foretold else state,
        why=str(fault) if fault else decision.why,
    )
