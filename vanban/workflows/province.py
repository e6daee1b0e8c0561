"""The same work in many offices: each as the single command does it, none of them stopped by another.

A province has a hundred offices and more, each with a workspace of its own. An office is one job: its outcome is a row
of the board, which is written after each of them, so that a killed run goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from traceback import format_exception
from typing import Final

from pydantic import Field, ValidationError

from vanban import batch, durable
from vanban.domain.finding import Severity, tally
from vanban.domain.record import Record
from vanban.domain.work_year import WorkYear
from vanban.errors import FileUnreadable, NoOffices, OfficeStopped, VanbanError
from vanban.ingest import write_csv, write_table
from vanban.pdf import Converter
from vanban.workflows.build import BuildRequest, DocumentOutcome, build
from vanban.workflows.check import check, office_of
from vanban.workflows.issuing_terms import places_of
from vanban.workflows.law_book import law_of, readable_office
from vanban.workflows.notice import SILENT, Notice
from vanban.workflows.proofread import ProofreadRequest, proofread_files
from vanban.workflows.proving import verdict_sentence, verify
from vanban.workflows.sayings import built_sentence
from vanban.workspace import Machine, Workspace, read_file


class ProvinceTask(StrEnum):
    """What is done in every office; the value is its command."""

    BUILD = "build"
    CHECK = "check"
    VERIFY = "verify"
    PROOFREAD = "proofread"


class OfficeState(StrEnum):
    """What became of the work in an office; the value is what a person reads."""

    DONE = "xong"
    UNCHANGED = "không đổi"
    FAILED = "chưa xong"


class OfficeRow(Record):
    """One office on the board: where it is, what became of it and why, how many documents, how long it took."""

    office: str = Field(title="Cơ quan")
    folder: str = Field(title="Thư mục")
    state: OfficeState = Field(title="Tình trạng")
    documents: int = Field(0, title="Số văn bản")
    seconds: float = Field(0.0, title="Số giây")
    reason: str = Field("", title="Lý do")


class ProvinceBoard(Record):
    """Every office that a run has come to; ``finished`` says that it came to all of them."""

    task: ProvinceTask
    finished: bool = False
    rows: tuple[OfficeRow, ...] = ()


@dataclass(frozen=True)
class ProvinceRequest:
    """What is asked for: a task, and the folders below which the offices lie, or files that list such folders.

    ``board`` is the file that keeps how far the run is, ``table`` an .xlsx or .csv file for people; ``only_failed``
    leaves out the offices that the board calls done. ``workers`` processes share the offices, or the machines of
    ``scheduler``. ``clock`` counts seconds.
    """

    task: ProvinceTask
    folders: tuple[Path, ...]
    board: Path
    clock: Callable[[], float]
    table: Path | None = None
    only_failed: bool = False
    year: WorkYear | None = None
    converter: Converter | None = None
    with_pdf: bool = True
    machine: Machine | None = None
    workers: int = 1
    scheduler: str | None = None


@dataclass(frozen=True)
class Province:
    """The board, how many offices were left out as an earlier run had done them, and where the files lie."""

    board: ProvinceBoard
    left_out: int
    files: tuple[Path, ...]

    def count(self, state: OfficeState) -> int:
        """How many offices are in that state."""
        return sum(row.state is state for row in self.board.rows)

    @property
    def exit_code(self) -> int:
        """0 where nothing is left to be done."""
        return VanbanError.exit_code if self.count(OfficeState.FAILED) else 0

    def to_json(self) -> dict[str, object]:
        """The board, how many offices were left out, the files."""
        return {**self.board.to_json(), "left_out": self.left_out, "files": [path.as_posix() for path in self.files]}


@dataclass(frozen=True)
class _Errand:
    """What one office needs: it travels to another process or machine."""

    folder: Path
    request: ProvinceRequest

    def __str__(self) -> str:
        return self.folder.as_posix()


def work_through_offices(request: ProvinceRequest, notice: Notice = SILENT) -> Province:
    """Do the task in every office; the board is written after each.

    A run that was killed is gone on with: what its board calls done is left out, as with ``only_failed``. Raises
    :class:`NoOffices`, :class:`vanban.errors.FileFault` where the board cannot be written, and on many machines what
    :func:`vanban.batch.run_on_cluster` raises.
    """
    offices = offices_below(request.folders)
    before = _board(request)
    goes_on = request.only_failed or not before.finished
    done = {row.folder: row for row in before.rows if goes_on and row.state is not OfficeState.FAILED}
    rows = {folder.as_posix(): done[folder.as_posix()] for folder in offices if folder.as_posix() in done}
    waiting = [_Errand(folder, request) for folder in offices if folder.as_posix() not in rows]
    left_out = len(rows)

    def keep(place: int, outcome: OfficeRow | VanbanError) -> None:
        folder = waiting[place].folder
        rows[folder.as_posix()] = outcome if isinstance(outcome, OfficeRow) else _failed(folder, outcome)
        _write(request, offices, rows, finished=False)
        notice.done(len(rows), len(offices))

    if request.scheduler:
        batch.run_on_cluster(waiting, _work, scheduler=request.scheduler, on_outcome=keep)
    else:
        batch.run(waiting, _work, workers=request.workers, on_outcome=keep, largest_slice=1)
    board = _write(request, offices, rows, finished=True)
    if request.table is not None:
        durable.write(request.table, _table(request.table, board))
    return Province(board, left_out, tuple(filter(None, (request.board, request.table))))


def offices_below(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Every workspace in these folders and below, in the order of their paths; none is looked for inside another.

    Raises :class:`NoOffices`, :class:`vanban.errors.FileUnreadable` for a list that is no text.
    """
    found: dict[Path, None] = {}
    for folder in folders:
        for start in _listed(folder):
            found.update(dict.fromkeys(_workspaces(start.absolute())))
    if not found:
        raise NoOffices(folders=", ".join(f"“{folder}”" for folder in folders))
    return tuple(found)


def _listed(path: Path) -> tuple[Path, ...]:
    """A folder itself; the folders that a file lists, a line each, relative to where the file lies."""
    if not path.is_file():
        return (path,)
    try:
        lines = read_file(path).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise FileUnreadable(path=path, reason="tệp không chứa chữ đọc được") from error
    return tuple(path.parent / line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _workspaces(folder: Path) -> Iterable[Path]:
    if Workspace(folder).has_office:
        yield folder
    elif folder.is_dir():
        for below in sorted(folder.iterdir()):
            if below.is_dir() and not below.is_symlink() and not below.name.startswith("."):
                yield from _workspaces(below)


def _board(request: ProvinceRequest) -> ProvinceBoard:
    """What an earlier run of the same task left; an empty one where there is none, or it cannot be read."""
    empty = ProvinceBoard(task=request.task, finished=True)
    if not request.board.is_file():
        return empty
    try:
        board = ProvinceBoard.model_validate_json(read_file(request.board))
    except ValidationError:
        return empty
    return board if board.task is request.task else empty


def _write(
    request: ProvinceRequest, offices: Sequence[Path], rows: dict[str, OfficeRow], *, finished: bool
) -> ProvinceBoard:
    """The board as far as it is, in the order of the offices."""
    known = (rows[folder.as_posix()] for folder in offices if folder.as_posix() in rows)
    board = ProvinceBoard(task=request.task, finished=finished, rows=tuple(known))
    durable.write(request.board, board.model_dump_json(indent=1).encode())
    return board


def _table(path: Path, board: ProvinceBoard) -> bytes:
    """The rows as an Excel workbook, or with commas."""
    if path.suffix.lower() == ".csv":
        return write_csv(board.rows, OfficeRow)
    return write_table(board.rows, OfficeRow, "Các cơ quan")


def _failed(folder: Path, fault: VanbanError, office: str = "") -> OfficeRow:
    return OfficeRow(
        office=office or folder.name, folder=folder.as_posix(), state=OfficeState.FAILED, reason=str(fault)
    )


def _work(errand: _Errand) -> OfficeRow:
    """What became of one office, also where something is wrong with it."""
    clock, start = errand.request.clock, errand.request.clock()
    workspace = Workspace(errand.folder, errand.request.machine)
    try:
        row = _told(workspace, errand.request)
    except VanbanError as fault:
        row = _failed(errand.folder, fault)
    return row.model_copy(update={"seconds": round(clock() - start, 2)})


def _told(workspace: Workspace, request: ProvinceRequest) -> OfficeRow:
    """The boundary that nothing of one office passes: what is not told yet is told here, as that office's fault."""
    try:
        row = _TASKS[request.task](workspace, request)
        return row.model_copy(update={"office": office_of(workspace).name})
    except VanbanError:
        raise
    except Exception as failure:
        raise _logged(workspace, failure) from failure


def _logged(workspace: Workspace, failure: Exception) -> VanbanError:
    """What nobody expected, kept in the office's own folder; where that cannot be written, only told."""
    log = workspace.log / "tinh.txt"
    try:
        durable.make_folder(log.parent)
        durable.write(log, "".join(format_exception(failure)).encode())
    except VanbanError as fault:
        return fault
    return OfficeStopped(log=log)


def _row(workspace: Workspace, state: OfficeState, documents: int, reason: str = "") -> OfficeRow:
    folder = workspace.root
    return OfficeRow(office=folder.name, folder=folder.as_posix(), state=state, documents=documents, reason=reason)


def _built(workspace: Workspace, request: ProvinceRequest) -> OfficeRow:
    asked = BuildRequest(year=request.year, converter=request.converter, with_pdf=request.with_pdf)
    built = build(workspace, asked)
    if built.exit_code:
        errors = [str(one) for one in built.findings if one.severity is Severity.ERROR]
        failed = [f"{one.path}: {one.why}" for one in built.documents if one.state in _NOT_WHOLE]
        said = tally(built.findings) if built.stopped else built_sentence(built)
        return _row(workspace, OfficeState.FAILED, len(built.documents), " ".join([said, *errors[:1], *failed[:1]]))
    return _row(workspace, OfficeState.DONE if built.wrote else OfficeState.UNCHANGED, len(built.documents))


def _checked(workspace: Workspace, request: ProvinceRequest) -> OfficeRow:
    checked = check(workspace, request.year)
    if checked.ok:
        return _row(workspace, OfficeState.DONE, 0, tally(checked.findings))
    first = next(str(one) for one in checked.findings if one.severity is Severity.ERROR)
    return _row(workspace, OfficeState.FAILED, 0, f"{tally(checked.findings)}: {first}")


def _verified(workspace: Workspace, _request: ProvinceRequest) -> OfficeRow:
    if not workspace.register.exists() and not workspace.archive.exists():
        return _row(workspace, OfficeState.DONE, 0, "Chưa mở sổ đăng ký văn bản đi.")
    verdict = verify(places_of(workspace))
    reason = verdict_sentence(verdict)
    if verdict.sound:
        return _row(workspace, OfficeState.DONE, verdict.documents, reason)
    return _row(workspace, OfficeState.FAILED, verdict.documents, f"{reason} {verdict.damages[0]}")


def _proofread(workspace: Workspace, request: ProvinceRequest) -> OfficeRow:
    if not any(workspace.output.rglob("*.docx")):
        return _row(workspace, OfficeState.DONE, 0, "Chưa lập văn bản nào.")
    asked = ProofreadRequest(
        (workspace.output,),
        year=request.year,
        converter=request.converter,
        with_pages=request.with_pdf,
        law=law_of(workspace),
        office=readable_office(workspace),
    )
    done = proofread_files(asked)
    wrong = [one for one in done.files if one.fault is not None or (one.read is not None and one.read.errors)]
    if not wrong:
        return _row(workspace, OfficeState.DONE, len(done.files))
    names = ", ".join(one.path.name for one in wrong[:_SHOWN])
    return _row(workspace, OfficeState.FAILED, len(done.files), f"{len(wrong)} văn bản có lỗi: {names}")


_NOT_WHOLE: Final = (DocumentOutcome.FAILED, DocumentOutcome.WITHOUT_PDF)
_SHOWN: Final = 3

_TASKS: Final = {
    ProvinceTask.BUILD: _built,
    ProvinceTask.CHECK: _checked,
    ProvinceTask.VERIFY: _verified,
    ProvinceTask.PROOFREAD: _proofread,
}
