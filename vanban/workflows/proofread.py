"""Proofread Word files: read each, measure its pages where LibreOffice is, report, and make the copies asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vanban import durable, pdf, proofread
from vanban.domain.law_pack import Law
from vanban.errors import OneFileForCopy, OverOriginal, VanbanError
from vanban.law.lapsed import lapsed
from vanban.pdf import Converter
from vanban.proofread import Change, Expectations, Proofreading
from vanban.workflows.notice import SILENT, Notice
from vanban.workspace import read_file

_ERROR = 1


_NO_LAW = Law()


@dataclass(frozen=True)
class ProofreadRequest:
    """What is asked for. Without a converter no page is measured; ``day`` and ``year`` are those the papers are for,
    ``law`` the packs of the office that asks."""

    files: tuple[Path, ...]
    converter: Converter | None = None
    year: int | None = None
    day: date | None = None
    signing_copy: bool = False
    annotated: Path | None = None
    fixed: Path | None = None
    workers: int = 1
    law: Law = _NO_LAW

    @property
    def expected(self) -> Expectations:
        """What the proofreader is told."""
        return Expectations(signing_copy=self.signing_copy, date=self.day, year=self.year, lapsed=lapsed(self.law))


@dataclass(frozen=True)
class FileProofread:
    """One file: what was found, or the fault that kept it from being read; what the corrected copy changed."""

    path: Path
    read: Proofreading | None = None
    fault: VanbanError | None = None
    page_fault: VanbanError | None = None
    changes: tuple[Change, ...] = ()

    def to_json(self) -> dict[str, object]:
        """File, what kept it from being read or measured, what was found, what was changed."""
        return {
            "file": str(self.path),
            "fault": str(self.fault) if self.fault else None,
            "page_fault": str(self.page_fault) if self.page_fault else None,
            "reading": self.read.to_json() if self.read else None,
            "changes": [change.to_json() for change in self.changes],
        }


@dataclass(frozen=True)
class Proofread:
    """Every file in the order asked for; which copies were written; whether pages were measured."""

    files: tuple[FileProofread, ...]
    measured: bool
    annotated: Path | None = None
    fixed: Path | None = None

    @property
    def exit_code(self) -> int:
        """0 where no file has an error; the highest code of a file that could not be read; else 1."""
        codes = [one.fault.exit_code for one in self.files if one.fault is not None]
        codes.extend(_ERROR for one in self.files if one.read is not None and one.read.errors)
        return max(codes, default=0)

    def to_json(self) -> dict[str, object]:
        """Whether all is well, whether pages were measured, each file."""
        return {
            "ok": self.exit_code == 0,
            "measured": self.measured,
            "files": [file.to_json() for file in self.files],
        }


def proofread_files(request: ProofreadRequest, notice: Notice = SILENT) -> Proofread:
    """Proofread every file; one that cannot be read stops no other. Inputs are never touched.

    Raises :class:`vanban.errors.OneFileForCopy` and :class:`vanban.errors.OverOriginal` for copies that cannot be
    made, before anything is read, and :class:`vanban.errors.FileFault` where a copy cannot be written.
    """
    _require_copies(request)
    contents: dict[Path, bytes | VanbanError] = {path: _content(path) for path in request.files}
    pages = _pages(request, {path: data for path, data in contents.items() if isinstance(data, bytes)})
    done: list[FileProofread] = []
    for path, data in contents.items():
        done.append(
            FileProofread(path, fault=data) if isinstance(data, VanbanError) else _one(request, path, data, pages)
        )
        notice.done(len(done), len(contents))
    good = all(one.fault is None for one in done)
    return Proofread(
        files=tuple(done),
        measured=request.converter is not None,
        annotated=request.annotated if good else None,
        fixed=request.fixed if good else None,
    )


def _require_copies(request: ProofreadRequest) -> None:
    copies = [path for path in (request.annotated, request.fixed) if path is not None]
    if copies and len(request.files) != 1:
        raise OneFileForCopy(count=len(request.files))
    inputs = {path.resolve() for path in request.files}
    for path in copies:
        if path.resolve() in inputs:
            raise OverOriginal(path=path)


def _content(path: Path) -> bytes | VanbanError:
    try:
        return read_file(path)
    except VanbanError as error:
        return error


def _pages(request: ProofreadRequest, contents: dict[Path, bytes]) -> dict[Path, bytes | VanbanError]:
    """The PDF of every file that makes one, or why there is none."""
    if request.converter is None or not contents:
        return {}
    named = {f"{number:04d}.docx": path for number, path in enumerate(contents)}
    made = pdf.convert(
        request.converter, {name: contents[path] for name, path in named.items()}, workers=request.workers
    )
    return {
        named[name]: outcome if isinstance(outcome, VanbanError) else outcome.data for name, outcome in made.items()
    }


def _one(request: ProofreadRequest, path: Path, data: bytes, pages: dict[Path, bytes | VanbanError]) -> FileProofread:
    page = pages.get(path)
    try:
        inspected = proofread.inspect(
            data, name=path.name, expected=request.expected, pdf=page if isinstance(page, bytes) else None
        )
    except VanbanError as error:
        return FileProofread(path, fault=error)
    read = proofread.report(inspected)
    if request.annotated is not None:
        durable.write(request.annotated, proofread.annotate(inspected))
    changes: tuple[Change, ...] = ()
    if request.fixed is not None:
        again = proofread.inspect(data, name=path.name, expected=request.expected)
        fixed = proofread.fix(again, data)
        changes = fixed.changes
        durable.write(request.fixed, fixed.data)
    return FileProofread(path, read, page_fault=page if isinstance(page, VanbanError) else None, changes=changes)
