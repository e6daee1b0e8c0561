"""The year at a glance: how far each step is, paper by paper, and what is to be done next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from vanban.batch import BuiltDocument, read_manifest
from vanban.domain.document import DocumentNumber
from vanban.domain.document_name import document_name
from vanban.domain.finding import Finding, Severity
from vanban.domain.register_entry import ObjectRole
from vanban.domain.year import Year
from vanban.kinds import KINDS, Kind, Step, kinds_of, numbered_of
from vanban.kinds.drafts import is_draft
from vanban.workflows.backup import reminder
from vanban.workflows.check import Checked
from vanban.workflows.issued_numbers import issued_entries
from vanban.workflows.shelf import content_of_file, digest_on_disk
from vanban.workspace import Workspace

STEPS: Final[Mapping[Step, str]] = {
    Step.LAUNCH: "Phát động",
    Step.REGISTRATION: "Đăng ký",
    Step.CAMPAIGN: "Đợt thi đua, thành tích đột xuất",
    Step.SELECTION: "Bình xét",
    Step.NOMINATION: "Đề nghị khen thưởng",
    Step.RESULT: "Kết quả khen thưởng",
    Step.REPORT: "Báo cáo",
    Step.OTHER: "Văn bản khác",
}
"""What each step of the year is called, in their order."""


class PaperState(StrEnum):
    """How far a paper is, or a step with all its papers; the value is what a clerk reads."""

    NO_DATA = "chưa có dữ liệu"
    LACKING = "còn thiếu"
    READY = "sẵn sàng"
    BUILT = "đã lập"
    EDITED = "đã sửa tay"
    ISSUED = "đã ban hành"
    SIGNED = "đã ký"
    """Issued, and the copy with signature and seal is there."""


GIVEN: Final = frozenset({PaperState.ISSUED, PaperState.SIGNED})
"""The states of a paper that has its number."""


class Task(StrEnum):
    """What may be the next thing to do."""

    MEND = "mend"
    BUILD = "build"
    ISSUE = "issue"
    BACK_UP = "back-up"
    NOTHING = "nothing"


@dataclass(frozen=True)
class YearPaper:
    """One document of the year: its name on a command line, what a person calls it, how far it is."""

    name: str
    title: str
    step: Step
    state: PaperState
    numbered: bool
    number: str = ""

    def to_json(self) -> dict[str, object]:
        """Name, title, state, number."""
        return {"name": self.name, "title": self.title, "state": self.state.value, "number": self.number}


@dataclass(frozen=True)
class StepOfYear:
    """One step with its papers, and how many errors keep it back."""

    step: Step
    papers: tuple[YearPaper, ...]
    errors: int
    state: PaperState

    @property
    def title(self) -> str:
        """What the step is called."""
        return STEPS[self.step]

    @property
    def counts(self) -> tuple[tuple[PaperState, int], ...]:
        """How many papers are in each state, in the order of the states."""
        known = Counter(paper.state for paper in self.papers)
        return tuple((state, known[state]) for state in PaperState if known[state])

    def to_json(self) -> dict[str, object]:
        """Title, state, errors, papers."""
        return {
            "title": self.title,
            "state": self.state.value,
            "errors": self.errors,
            "papers": [paper.to_json() for paper in self.papers],
        }


@dataclass(frozen=True)
class NextTask:
    """What to do next, and the sentence that says so."""

    task: Task
    sentence: str


@dataclass(frozen=True)
class Board:
    """The steps of a year, what comes next, and whether a backup is due."""

    steps: tuple[StepOfYear, ...]
    next: NextTask
    backup_due: str
    errors: int
    doubts: int

    def to_json(self) -> dict[str, object]:
        """Steps, next task, reminder."""
        return {
            "steps": [step.to_json() for step in self.steps],
            "next": {"task": self.next.task.value, "sentence": self.next.sentence},
            "backup_due": self.backup_due,
            "errors": self.errors,
            "doubts": self.doubts,
        }


def board(workspace: Workspace, checked: Checked, moment: datetime) -> Board:
    """How far the year is that was ``checked``. Raises :class:`vanban.errors.FileUnreadable`."""
    manifest, _ = read_manifest(content_of_file(workspace.manifest))
    papers = tuple(_papers(workspace, checked.year, {entry.path: entry for entry in manifest.documents}))
    errors = Counter(_step_of(checked, finding) for finding in checked.findings if finding.severity is Severity.ERROR)
    steps = tuple(_step(step, papers, errors[step], fit=checked.ok) for step in STEPS)
    changed = any(manifest.data.get(file) != dict(lines) for file, lines in checked.lines.items())
    due = reminder(workspace, moment)
    return Board(
        steps=steps,
        next=_next(sum(errors.values()), papers, changed=changed, due=due),
        backup_due=due,
        errors=sum(errors.values()),
        doubts=len(checked.open_findings) - sum(errors.values()),
    )


def _papers(workspace: Workspace, year: Year | None, built: Mapping[str, BuiltDocument]) -> Iterator[YearPaper]:
    signed = _signed(workspace, year) if year and year.issued else frozenset()
    for kind in kinds_of(year) if year else ():
        assert year
        for key in kind.keys(year):
            path = workspace.document(year, kind, key, draft=is_draft(year, kind, key))
            given = year.issued_number(kind.name, key) if kind.name in numbered_of(year) else None
            yield YearPaper(
                name=document_name(kind.name, key),
                title=kind.headline(year, key),
                step=kind.step,
                state=_issued(signed, kind, key) if given else _state(workspace, path, built.get(path)),
                numbered=kind.name in numbered_of(year),
                number=str(DocumentNumber(ordinal=given.ordinal, symbol=given.symbol)) if given else "",
            )


def _signed(workspace: Workspace, year: Year) -> frozenset[tuple[str, str]]:
    """Kind and key of each issued document whose signed copy is kept."""
    entries = issued_entries(workspace, year.year.register_year)
    return frozenset(
        name for name, one in entries.items() if any(item.role is ObjectRole.SIGNED_COPY for item in one.objects)
    )


def _issued(signed: frozenset[tuple[str, str]], kind: Kind, key: str) -> PaperState:
    return PaperState.SIGNED if (kind.name, key) in signed else PaperState.ISSUED


def _state(workspace: Workspace, path: str, entry: BuiltDocument | None) -> PaperState:
    """What lies in the output folder: what the program wrote, what somebody changed since, or nothing."""
    lies = digest_on_disk(workspace.output / path) if entry else None
    if entry is None or lies is None:
        return PaperState.READY
    return PaperState.BUILT if lies == entry.sha256 else PaperState.EDITED


def _step_of(checked: Checked, finding: Finding) -> Step | None:
    """The first step whose papers read the file of the finding; ``None`` for what every step reads."""
    parts = {part for part, file in checked.files.items() if file == finding.place.file}
    if not finding.place.file.startswith(f"{checked.work_year}/"):
        return None
    return next(
        (step for step in STEPS for kind in _kinds(checked.year) if kind.step is step and parts & set(kind.reads)), None
    )


def _kinds(year: Year | None) -> tuple[Kind, ...]:
    return kinds_of(year) if year else KINDS


def _step(step: Step, papers: tuple[YearPaper, ...], errors: int, *, fit: bool) -> StepOfYear:
    own = tuple(paper for paper in papers if paper.step is step)
    return StepOfYear(step, own, errors, _state_of_step(own, errors, fit=fit))


def _state_of_step(papers: tuple[YearPaper, ...], errors: int, *, fit: bool) -> PaperState:
    """That of the paper which is least far; issued once every paper that gets a number has it."""
    if errors or not (fit or papers):
        return PaperState.LACKING
    if not papers:
        return PaperState.NO_DATA
    numbered = {paper.state for paper in papers if paper.numbered}
    if numbered and numbered <= GIVEN:
        return PaperState.SIGNED if numbered == {PaperState.SIGNED} else PaperState.ISSUED
    states = {paper.state for paper in papers}
    return next(state for state in (PaperState.READY, PaperState.EDITED, PaperState.BUILT) if state in states)


def _next(errors: int, papers: tuple[YearPaper, ...], *, changed: bool, due: str) -> NextTask:
    if errors:
        return NextTask(Task.MEND, f"Dữ liệu còn {errors} lỗi: sửa hết thì mới lập được văn bản.")
    unbuilt = sum(paper.state is PaperState.READY for paper in papers)
    if unbuilt:
        return NextTask(Task.BUILD, f"Dữ liệu đã đủ; còn {unbuilt} văn bản chưa lập.")
    if changed:
        return NextTask(Task.BUILD, "Dữ liệu đã đổi từ lần lập trước: lập lại để văn bản theo đúng dữ liệu.")
    waiting = sum(paper.numbered and paper.state not in GIVEN for paper in papers)
    if waiting:
        return NextTask(Task.ISSUE, f"Văn bản đã lập xong; {waiting} văn bản chờ trình ký và cấp số.")
    if due:
        return NextTask(Task.BACK_UP, due)
    return NextTask(Task.NOTHING, "Mọi văn bản của năm đã ban hành; không còn việc nào phải làm.")
