"""Proofread Word files: read each, measure its pages where LibreOffice is, report, and make the copies asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vanban import durable, pdf, proofread
from vanban.domain.finding import Severity
from vanban.domain.law_pack import Law
from vanban.domain.office import Office
from vanban.domain.work_year import WorkYear
from vanban.errors import OneFileForCopy, OverOriginal, VanbanError
from vanban.pdf import Converter
from vanban.proofread import Change, Expectations, Form, Proofreading
from vanban.workflows.known_of_office import known_of
from vanban.workflows.notice import SILENT, Notice
from vanban.workspace import read_file, true_path

_ERROR = 1
_NO_OFFICE = "Không thấy LibreOffice nên chưa đo trang in; cài LibreOffice rồi chạy lại, hoặc dùng --no-page."
_READ = frozenset({".docx", ".dotx", ".doc", ".rtf", ".odt"})
_LOCKS = ("~$", ".")
_HEADERS = ("STT", "Tệp", "Loại", "Mức độ", "Phát hiện", "Số chỗ", "Vị trí", "Cách sửa")
_LEVELS = {Severity.ERROR: "Lỗi", Severity.WARNING: "Lưu ý"}
_FORMS = {
    Form.ATTACHED: "Biểu mẫu",
    Form.APPENDIX: "Phụ lục",
    Form.CERTIFICATE: "Giấy khen, giấy chứng nhận",
    Form.NORMATIVE: "Văn bản quy phạm pháp luật",
    Form.OTHER_SYSTEM: "Văn bản theo quy định khác",
    Form.APPLICATION: "Đơn, tờ khai",
    Form.BLANK: "Mẫu để điền",
    Form.FOREIGN: "Không phải văn bản hành chính",
}


_NO_LAW = Law()


@dataclass(frozen=True)
class ProofreadRequest:
    """What is asked for; a folder stands for every text file in it; ``tracked``: the corrected copy shows its changes
    as Word's tracked ones.

    The converter reads older formats and, ``with_pages``, makes the pages that are measured; ``day`` and ``year`` are
    those the papers are for, ``law`` the packs of the office that asks, ``office`` that office. ``keep_pages``: the
    pages are handed out with what was found.
    """

    files: tuple[Path, ...]
    summary: Path | None = None
    tracked: bool = False
    converter: Converter | None = None
    with_pages: bool = True
    year: WorkYear | None = None
    day: date | None = None
    signing_copy: bool = False
    annotated: Path | None = None
    fixed: Path | None = None
    workers: int = 1
    law: Law = _NO_LAW
    office: Office | None = None
    keep_pages: bool = False

    @property
    def expected(self) -> Expectations:
        """What the proofreader is told."""
        known = known_of(self.office, self.law)
        return known.model_copy(update={"signing_copy": self.signing_copy, "date": self.day, "year": self.year})


@dataclass(frozen=True)
class FileProofread:
    """One file: what was found, or the fault that kept it from being read; what the corrected copy changed; the pages
    as a PDF, where they were to be kept."""

    path: Path
    read: Proofreading | None = None
    fault: VanbanError | None = None
    page_fault: VanbanError | None = None
    changes: tuple[Change, ...] = ()
    pdf: bytes | None = None

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
    """Every file in the order asked for; which copies were written; whether pages were measured.

    ``hints`` say what the clerk may do for more.
    """

    files: tuple[FileProofread, ...]
    measured: bool
    annotated: Path | None = None
    fixed: Path | None = None
    summary: Path | None = None
    hints: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 where no file has an error; the highest code of a file that could not be read; else 1."""
        codes = [one.fault.exit_code for one in self.files if one.fault is not None]
        codes.extend(_ERROR for one in self.files if one.read is not None and one.read.errors)
        return max(codes, default=0)

    def to_json(self) -> dict[str, object]:
        """Whether all is well, whether pages were measured, hints, each file."""
        return {
            "ok": self.exit_code == 0,
            "measured": self.measured,
            "hints": list(self.hints),
            "files": [file.to_json() for file in self.files],
        }


def proofread_files(request: ProofreadRequest, notice: Notice = SILENT) -> Proofread:
    """Proofread every file; one that cannot be read stops no other. Inputs are never touched.

    Raises :class:`vanban.errors.OneFileForCopy` and :class:`vanban.errors.OverOriginal` for copies that cannot be
    made, before anything is read, and :class:`vanban.errors.FileFault` where a copy cannot be written.
    """
    _require_copies(request)
    contents: dict[Path, bytes | VanbanError] = {path: _content(path, request.converter) for path in _files(request)}
    pages = _pages(request, {path: data for path, data in contents.items() if isinstance(data, bytes)}, notice)
    done: list[FileProofread] = []
    for path, data in contents.items():
        done.append(
            FileProofread(path, fault=data) if isinstance(data, VanbanError) else _one(request, path, data, pages)
        )
        notice.done(len(done), len(contents))
    if request.summary is not None:
        durable.write(request.summary, summary_of(done))
    good = all(one.fault is None for one in done)
    return Proofread(
        files=tuple(done),
        measured=request.with_pages and request.converter is not None,
        hints=(_NO_OFFICE,) if request.with_pages and request.converter is None else (),
        annotated=request.annotated if good else None,
        fixed=request.fixed if good else None,
        summary=request.summary,
    )


def _files(request: ProofreadRequest) -> list[Path]:
    """The files asked for; of a folder, every text file in it and below, in the order of their names."""
    found: list[Path] = []
    for path in request.files:
        if path.is_dir():
            inside = (one for one in path.rglob("*") if one.suffix.lower() in _READ and not one.name.startswith(_LOCKS))
            found.extend(sorted(inside, key=str))
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def summary_of(files: Sequence[FileProofread]) -> bytes:
    """An Excel workbook with one row for each finding of each file: what, where, what to do."""
    from vanban.ingest.findings_sheet import write_table

    rows: list[tuple[str | int, ...]] = []
    for number, (file, kind, level, finding, count, place, remedy) in enumerate(_rows(files), start=1):
        rows.append((number, file, kind, level, finding, count, place, remedy))
    return write_table("Kết quả soát", _HEADERS, rows)


def _rows(files: Sequence[FileProofread]) -> Iterator[tuple[str, str, str, str, int, str, str]]:
    for one in files:
        if one.fault is not None:
            yield str(one.path), "", "Không đọc được", one.fault.said, 1, "", one.fault.advice
        if one.read is None:
            continue
        kind = one.read.type_name or _FORMS.get(one.read.form, "")
        if one.read.notice and not one.read.findings:
            yield str(one.path), kind, "", one.read.notice, 1, "", ""
        elif not one.read.findings:
            yield str(one.path), kind, "", "Không có lỗi, lưu ý nào.", 1, "", ""
        for found in one.read.findings:
            place = "; ".join(part for part in (found.place, found.repeated) if part)
            said = f"{found.part}: {found.found}. Cần: {found.expected} ({found.article}, {found.rule})"
            yield str(one.path), kind, _LEVELS[found.severity], said, found.count, place, found.remedy


def _require_copies(request: ProofreadRequest) -> None:
    copies = [path for path in (request.annotated, request.fixed) if path is not None]
    if copies and (len(request.files) != 1 or request.files[0].is_dir()):
        raise OneFileForCopy(count=max(len(request.files), len(_files(request))))
    inputs = {true_path(path) for path in _files(request)}
    for path in (*copies, *([request.summary] if request.summary is not None else [])):
        if true_path(path) in inputs:
            raise OverOriginal(path=path)


def _content(path: Path, converter: Converter | None) -> bytes | VanbanError:
    """The bytes of a Word file; of an older one those that LibreOffice makes of it, where it is."""
    try:
        data = read_file(path)
        old = converter is not None and pdf.old_format(data) is not None
        return pdf.to_word(converter, data, name=path.name) if converter is not None and old else data
    except VanbanError as error:
        return error


def _pages(request: ProofreadRequest, contents: dict[Path, bytes], notice: Notice) -> dict[Path, bytes | VanbanError]:
    """The PDF of every file that makes one, or why there is none."""
    if request.converter is None or not request.with_pages or not contents:
        return {}
    named = {f"{number:04d}.docx": path for number, path in enumerate(contents)}
    made = pdf.convert(
        request.converter,
        {name: contents[path] for name, path in named.items()},
        workers=request.workers,
        watch=pdf.Watch(glance=notice.go_on),
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
        if request.tracked:
            fixed = proofread.fix_tracked(data, name=path.name, expected=request.expected)
        else:
            again = proofread.inspect(data, name=path.name, expected=request.expected)
            fixed = proofread.fix(again, data)
        changes = fixed.changes
        durable.write(request.fixed, fixed.data)
    return FileProofread(
        path,
        read,
        page_fault=page if isinstance(page, VanbanError) else None,
        changes=changes,
        pdf=page if request.keep_pages and isinstance(page, bytes) else None,
    )
