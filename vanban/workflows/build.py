"""Build a year: read, check, compose, render, proofread, convert, record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vanban import durable
from vanban.batch import (
    Action,
    Decision,
    Entry,
    Manifest,
    after_build,
    data_changes,
    plan_rebuild,
    read_manifest,
    settled,
)
from vanban.domain.agreement import Agreement
from vanban.domain.finding import Finding, Severity
from vanban.domain.year import Year
from vanban.errors import VanbanError
from vanban.kinds.packs import packs
from vanban.pdf import Converter
from vanban.workflows.check import Checked, check
from vanban.workflows.converting import bind, convert
from vanban.workflows.notice import SILENT, Notice
from vanban.workflows.proof import PROOF_SHEET, agreement_of, foretold, prove_entries
from vanban.workflows.rendering import Rendered, compose, digest, render
from vanban.workflows.selection import select
from vanban.workspace import Workspace, read_file


class State(StrEnum):
    """What became of one document."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    REMOVED = "removed"
    FAILED = "failed"
    WOULD_BUILD = "would-build"
    WOULD_REMOVE = "would-remove"


@dataclass(frozen=True)
class BuildRequest:
    """What is asked for. ``converter`` is LibreOffice, ``None`` where there is none or no PDF is wanted."""

    year: int | None = None
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
    state: State
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
    """The outcome of one build. ``stopped`` means that the data were not fit and nothing was built."""

    year_number: int
    findings: tuple[Finding, ...]
    documents: tuple[DocumentBuilt, ...] = ()
    notes: tuple[str, ...] = ()
    stopped: bool = False
    wrote: bool = False
    exit_code: int = 0

    def to_json(self) -> dict[str, object]:
        """Year, whether all went well, whether anything was written, findings, notes, documents."""
        return {
            "year": self.year_number,
            "ok": self.exit_code == 0,
            "wrote": self.wrote,
            "findings": [finding.to_json() for finding in self.findings],
            "notes": list(self.notes),
            "documents": [document.to_json() for document in self.documents],
        }


_STATES = {
    Action.BUILD: State.BUILT,
    Action.KEEP: State.UNCHANGED,
    Action.KEEP_EDITED: State.KEPT,
    Action.KEEP_OBSOLETE: State.KEPT,
    Action.REMOVE: State.REMOVED,
    Action.FORGET: State.REMOVED,
}
_WOULD = {State.BUILT: State.WOULD_BUILD, State.REMOVED: State.WOULD_REMOVE}


def build(workspace: Workspace, request: BuildRequest, notice: Notice = SILENT) -> Built:
    """Build one year's documents into ``output/``; everything is read and checked before the first file is written."""
    notice.step(1, "Đọc dữ liệu")
    checked = check(workspace, request.year)
    notice.step(2, "Kiểm tra dữ liệu")
    if checked.year is None or not checked.ok:
        return Built(checked.year_number, checked.findings, stopped=True, exit_code=1)
    run = _Run(workspace, request, notice, checked, checked.year)
    if request.dry_run:
        run.foretell()
        return run.told()
    notice.step(4, "Lập tệp Word")
    run.render()
    run.prove()
    notice.step(6, "Tạo PDF")
    run.convert()
    notice.step(7, "Ghi lại những gì đã lập")
    run.record()
    return run.told()


class _Run:
    """One build on its way: what is wanted, what was decided, what came of it so far."""

    def __init__(self, workspace: Workspace, request: BuildRequest, tell: Notice, checked: Checked, year: Year) -> None:
        self._workspace, self._request, self._tell, self._checked = workspace, request, tell, checked
        self._year = year
        tell.step(3, "Soạn nội dung")
        self._documents = compose(workspace, year, checked.files)
        self._chosen = self._first = select(self._documents, request.wanted, request.only)
        self._manifest, damage = read_manifest(_content(workspace.manifest), file="output/manifest.json")
        self._findings = checked.findings + ((damage,) if damage else ())
        self._entries: Sequence[Entry] = self._manifest.documents
        self._prints: Sequence[Entry] = self._manifest.prints
        self._faults: dict[str, VanbanError] = {}
        self._notes: list[str] = []
        self._wrote = False
        self._decisions = self._decide()

    def _decide(self) -> list[Decision]:
        """What to do with each chosen document, and, where the whole year is built, with what nothing calls for."""
        decisions = plan_rebuild(
            self._entries,
            [document.wanted for document in self._documents],
            self._disk(),
            changes=data_changes(self._lines_before(), self._checked.lines),
            force=self._request.force,
            within=f"{self._checked.year_number}/",
        )
        chosen = {document.wanted.path for document in self._chosen}
        return [
            decision
            for decision in decisions
            if decision.path in chosen or (self._request.whole and decision.wanted is None and not _is_sheet(decision))
        ]

    def _lines_before(self) -> Mapping[str, Mapping[int, str]]:
        """The data lines of the last build, of the files that this year is made of."""
        return {file: lines for file, lines in self._manifest.data.items() if file in self._checked.lines}

    def _disk(self) -> dict[str, str]:
        """The SHA-256 of every file in the output folder that the build may have to do with."""
        paths = {path for document in self._documents for path in (document.wanted.path, document.wanted.pdf)}
        paths |= {path for entry in (*self._entries, *self._prints) for path in (entry.path, entry.pdf)}
        paths |= {self._workspace.pack(self._checked.year_number, pack.slug) for pack in packs(self._year)}
        contents = {path: _content(self._workspace.output / path) for path in sorted(filter(None, paths))}
        return {path: digest(content) for path, content in contents.items() if content is not None}

    def render(self) -> None:
        """Render what must be rendered, and put each file in its place whole."""
        uncertain = {
            decision.path for decision in self._decisions if decision.action in (Action.BUILD, Action.KEEP_EDITED)
        }
        due = [document for document in self._chosen if document.wanted.path in uncertain]
        outcomes = render(due, self._year, self._workspace.log, self._request.workers, self._tell.done)
        self._tell.step(5, "Soát thể thức")
        built: dict[str, str] = {}
        for position, decision in enumerate(self._decisions):
            outcome = outcomes.get(decision.path)
            if isinstance(outcome, VanbanError):
                self._faults[decision.name] = outcome
            elif outcome is not None:
                self._decisions[position] = settled(decision, digest(outcome.data))
                self._findings += outcome.findings
            self._put(self._decisions[position], outcome.data if isinstance(outcome, Rendered) else None, built)
        self._entries = after_build(self._entries, self._decisions, built)

    def prove(self) -> None:
        """Read the finished files back and make the sheet that says whether they agree."""
        if not self._wants_sheets():
            return
        before = self._decisions
        self._decide_on_sheets(self._read_back())
        self.render()
        self._decisions, self._chosen = [*before, *self._decisions], (*self._first, *self._chosen)

    def foretell(self) -> None:
        """The sheets that a run which writes would make.

        Where it would write other files first, what their sheet says is not known yet: it would be made anew.
        """
        if not self._wants_sheets():
            return
        before = self._decisions
        if all(_STATES[decision.action] in (State.UNCHANGED, State.KEPT) for decision in before):
            self._decide_on_sheets(self._read_back())
        else:
            papers = [(entry.kind, entry.key or "") for entry in self._written()]
            self._decide_on_sheets(foretold([*papers, *((one.kind.name, one.key) for one in self._first)]))
            self._decisions = [_anew(decision) for decision in self._decisions]
        self._decisions = [*before, *self._decisions]

    def _wants_sheets(self) -> bool:
        return self._request.whole or PROOF_SHEET in self._request.wanted

    def _written(self) -> list[Entry]:
        """What the manifest has of the year, without what nothing calls for any more."""
        gone = {decision.path for decision in self._decisions if _STATES[decision.action] is State.REMOVED}
        within = f"{self._checked.year_number}/"
        return [entry for entry in self._entries if entry.path.startswith(within) and entry.path not in gone]

    def _read_back(self) -> Agreement:
        number = self._checked.year_number
        written = [entry for entry in self._entries if entry.path.startswith(f"{number}/")]
        return agreement_of(prove_entries(self._workspace, number, written))

    def _decide_on_sheets(self, agreement: Agreement) -> None:
        """Choose the sheets of ``agreement`` alone, and what to do with them."""
        year = self._year.model_copy(update={"agreement": agreement})
        everything = compose(self._workspace, year, self._checked.files)
        sheets = tuple(document for document in everything if document.kind.name == PROOF_SHEET)
        self._documents, self._chosen = self._documents + sheets, sheets
        self._decisions = [decision for decision in self._decide() if decision.wanted]

    def _put(self, decision: Decision, data: bytes | None, built: dict[str, str]) -> None:
        output = self._workspace.output
        if decision.action is Action.BUILD and data is not None:
            for path in decision.aside:
                self._notes.append(f"Bản cũ của {path} nay là {durable.move_aside(output / path).name}.")
            durable.write(output / decision.path, data)
            built[decision.path] = digest(data)
            self._wrote = True
        elif decision.action is Action.REMOVE:
            for path in decision.remove:
                durable.remove(output / path)
            self._wrote = True

    def convert(self) -> None:
        """Bring the PDFs of the chosen documents up to date, then the piles to print."""
        request = self._request
        chosen = {document.wanted.path for document in self._chosen}
        conversion = convert(
            self._workspace.output,
            self._entries,
            chosen,
            self._disk(),
            request.converter,
            request.workers,
            request.force,
            self._tell.done,
        )
        self._entries = conversion.entries
        self._faults |= conversion.faults
        bound = bind(
            self._workspace,
            self._year,
            [document.wanted for document in self._documents],
            self._prints,
            self._disk(),
            force=request.force,
        )
        self._prints = bound.entries
        self._notes += conversion.notes + bound.notes
        self._wrote |= conversion.wrote or bound.wrote

    def record(self) -> None:
        """Write the manifest if it says anything new."""
        lines = self._checked.lines if self._request.whole else {**self._checked.lines, **self._lines_before()}
        manifest = Manifest(
            documents=tuple(self._entries),
            prints=tuple(self._prints),
            data={**self._manifest.data, **{file: dict(of_file) for file, of_file in lines.items()}},
        )
        content = manifest.to_bytes()
        if content != _content(self._workspace.manifest):
            durable.write(self._workspace.manifest, content)
            self._wrote = True

    def told(self) -> Built:
        """The outcome so far, as the clerk is told."""
        codes = [fault.exit_code for fault in self._faults.values()]
        codes += [1 for finding in self._findings if finding.severity is Severity.ERROR]
        return Built(
            year_number=self._checked.year_number,
            findings=self._findings,
            documents=tuple(self._document(decision) for decision in self._decisions),
            notes=tuple(self._notes),
            wrote=self._wrote,
            exit_code=max(codes, default=0),
        )

    def _document(self, decision: Decision) -> DocumentBuilt:
        fault = self._faults.get(decision.name)
        state = State.FAILED if fault else _STATES[decision.action]
        document = decision.wanted or decision.previous
        if document is None:
            raise ValueError(decision.path)
        entry = next((entry for entry in self._entries if entry.path == decision.path), None)
        return DocumentBuilt(
            kind=document.kind,
            key=document.key,
            title=document.title,
            path=decision.path,
            pdf=entry.pdf if entry and entry.pdf_sha256 else None,
            state=_WOULD.get(state, state) if self._request.dry_run else state,
            why=str(fault) if fault else decision.why,
        )


def _anew(decision: Decision) -> Decision:
    """A sheet that is there already, of files that are still to be written."""
    if decision.action is Action.BUILD and decision.found is not None:
        return decision.model_copy(update={"why": "đọc lại các văn bản vừa lập"})
    return decision


def _is_sheet(decision: Decision) -> bool:
    return decision.previous is not None and decision.previous.kind == PROOF_SHEET


def _content(path: Path) -> bytes | None:
    return read_file(path) if path.is_file() else None
