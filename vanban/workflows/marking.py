"""Turn the findings of a check into copies of the clerk's own workbooks, with every mistake marked in its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from vanban import durable
from vanban.domain.finding import Finding
from vanban.errors import PackageError
from vanban.ingest.error_copy import error_copy, is_untouched, unmarked
from vanban.ingest.grid import TooLarge
from vanban.workflows.check import Checked
from vanban.workspace import Workspace, read_file


class CopyState(StrEnum):
    """What became of one workbook."""

    MARKED = "marked"
    MENDED = "mended"
    """A copy of an earlier check that the clerk is working in: it was left as it is."""
    CLEAN = "clean"
    """Nothing is wrong any more: the marks were taken off the workbook itself, the copy is gone."""


@dataclass(frozen=True)
class ErrorCopy:
    """One workbook of the data (``file``, below ``data``), its copy, and how many findings are marked in it."""

    file: str
    copy: str
    state: CopyState
    count: int

    def to_json(self) -> dict[str, object]:
        """File, copy, state, count."""
        return {"file": self.file, "copy": self.copy, "state": self.state.value, "count": self.count}


@dataclass(frozen=True)
class Marked:
    """The copies, and how many findings stand in files that cannot be marked (texts, CSV, damaged workbooks)."""

    copies: tuple[ErrorCopy, ...]
    elsewhere: int

    def to_json(self) -> dict[str, object]:
        """Copies, findings elsewhere."""
        return {"copies": [copy.to_json() for copy in self.copies], "elsewhere": self.elsewhere}


@dataclass(frozen=True)
class CheckedAndMarked:
    """A check and the copies made of it."""

    checked: Checked
    marked: Marked

    def to_json(self) -> dict[str, object]:
        """Those of the check, and the copies."""
        return self.checked.to_json() | {"marked": self.marked.to_json()}


def mark(workspace: Workspace, checked: Checked) -> Marked:
    """Write an error copy of every workbook with findings, and take the marks off those that are mended.

    The clerk mends the copy and puts it over the original. A copy in which somebody changed a cell since it was made is
    not written over. Raises ``FileUnreadable`` and ``CannotWrite``.
    """
    by_file: dict[str, list[Finding]] = {}
    for finding in checked.findings:
        by_file.setdefault(finding.place.file, []).append(finding)
    copies = []
    told = 0
    for file, data in workspace.sources(checked.work_year).items():
        if not file.lower().endswith(".xlsx"):
            continue
        found = by_file.get(file, ())
        copy = _mark_one(workspace, file, data, found)
        if copy is not None:
            copies.append(copy)
            told += len(found)
    return Marked(copies=tuple(copies), elsewhere=len(checked.findings) - told)


def _mark_one(workspace: Workspace, file: str, data: bytes, found: Sequence[Finding]) -> ErrorCopy | None:
    """What became of one workbook; ``None`` where there is nothing to say of it, or it cannot be opened."""
    target = workspace.error_copy(file)
    name = target.relative_to(workspace.root).as_posix()
    try:
        bare = unmarked(data, file)
        before = read_file(target) if target.is_file() else None
        if before is not None and not is_untouched(before, file):
            return ErrorCopy(file, name, CopyState.MENDED, len(found))
        if bare != data:
            durable.write(workspace.root / "data" / file, bare)
        if found:
            durable.make_folder(target.parent)
            durable.write(target, error_copy(bare, file, found))
            return ErrorCopy(file, name, CopyState.MARKED, len(found))
    except (PackageError, TooLarge):
        return None
    if before is not None:
        durable.remove(target)
    return ErrorCopy(file, name, CopyState.CLEAN, 0) if before is not None or bare != data else None
