"""Turn a Word file into what is wrong with it: read, recognise, check, in the order of the decree."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.finding import Severity
from vanban.domain.record import Record
from vanban.gate import open_package
from vanban.proofread.check_content import check_content
from vanban.proofread.check_ending import check_ending
from vanban.proofread.check_head import check_head
from vanban.proofread.check_identity import check_date, check_number, check_signing_copy
from vanban.proofread.check_page import check_page
from vanban.proofread.check_sheets import check_sheets
from vanban.proofread.check_stale import check_stale
from vanban.proofread.check_text import check_text
from vanban.proofread.check_type import check_type
from vanban.proofread.expectations import Expectations
from vanban.proofread.facts import WordFile
from vanban.proofread.finding import LayoutFinding, finding_of
from vanban.proofread.mark import Mark
from vanban.proofread.parts import Form, Recognised
from vanban.proofread.reading import read_parts
from vanban.proofread.recognition import recognise
from vanban.proofread.sheets import read_sheets

_NOTICES = {
    Form.FOREIGN: "Tệp “{name}” không phải là văn bản hành chính: không thấy Quốc hiệu, Tiêu ngữ, số, Nơi nhận.",
    Form.ATTACHED: "Tệp “{name}” là biểu mẫu, không thuộc các loại văn bản ở Điều 7; chỉ soát các phần chung.",
    Form.CERTIFICATE: "Tệp “{name}” là giấy khen, giấy chứng nhận, không phải văn bản hành chính; không soát thể thức.",
    Form.APPENDIX: "Tệp “{name}” là phụ lục hoặc văn bản kèm theo; chỉ soát các phần của phụ lục.",
}


class Proofreading(Record):
    """What was found in one file; ``parts`` are the recognised parts by their Vietnamese names, each with its text."""

    name: str = Field(title="Tệp")
    form: Form = Field(title="Dạng")
    type_name: str | None = Field(default=None, title="Tên loại")
    notice: str | None = Field(default=None, title="Lưu ý")
    parts: dict[str, tuple[str, ...]] = Field(default_factory=dict, title="Các thành phần")
    findings: tuple[LayoutFinding, ...] = Field(default=(), title="Phát hiện")
    measured: bool = Field(default=False, title="Đã đo trên trang in")

    @property
    def errors(self) -> int:
        """How many findings the decree's own words make errors."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)


class Inspected:
    """A file with its facts, parts and faults, for those who mark or mend it."""

    def __init__(self, package: dict[str, bytes], name: str, expected: Expectations, pdf: bytes | None) -> None:
        self.package, self.name, self.expected = package, name, expected
        self.file: WordFile = read_parts(package, name)
        self.parts: Recognised = recognise(self.file)
        self.marks: list[Mark] = []
        self.measured = pdf is not None
        if self.parts.form not in (Form.FOREIGN, Form.CERTIFICATE):
            self.marks = _check(self.file, self.parts, expected, pdf)


def inspect(data: bytes, *, name: str, expected: Expectations | None = None, pdf: bytes | None = None) -> Inspected:
    """Open, read and check the Word file ``data``. Raises a :class:`vanban.errors.PackageError`."""
    package = open_package(data, name=name, kind="docx")
    return Inspected(package, name, expected or Expectations(), pdf)


def _check(file: WordFile, parts: Recognised, expected: Expectations, pdf: bytes | None) -> list[Mark]:
    sheets = read_sheets(pdf, file.name) if pdf is not None else None
    marks = list(check_page(file, parts, len(sheets) if sheets is not None else None))
    marks.extend(check_type(file, parts))
    marks.extend(check_head(parts))
    marks.extend(check_number(parts))
    marks.extend(check_date(parts))
    if expected.signing_copy:
        marks.extend(check_signing_copy(parts))
    marks.extend(check_content(parts))
    marks.extend(check_ending(parts))
    marks.extend(check_text(file, parts))
    marks.extend(check_stale(file, parts, expected))
    if sheets is not None:
        marks.extend(check_sheets(sheets, file, parts))
    return marks


def proofread(
    data: bytes, *, name: str, expected: Expectations | None = None, pdf: bytes | None = None
) -> Proofreading:
    """What is wrong with the Word file ``data`` by Nghị định 30/2020/NĐ-CP.

    ``pdf`` is the same file converted: with it the page itself is measured. Raises a
    :class:`vanban.errors.PackageError` for what is not a plain Word file.
    """
    return report(inspect(data, name=name, expected=expected, pdf=pdf))


def report(inspected: Inspected) -> Proofreading:
    """The findings of an inspected file, as a frozen result."""
    from vanban.law.rule import PART_NAMES

    parts = inspected.parts
    notice = _NOTICES.get(parts.form)
    return Proofreading(
        name=inspected.name,
        form=parts.form,
        type_name=parts.document_type.name if parts.document_type else None,
        notice=notice.format(name=inspected.name) if notice else None,
        parts={
            PART_NAMES[part]: tuple(line.text for line in lines) for part, lines in parts.by_part().items() if lines
        },
        findings=tuple(finding_of(mark) for mark in inspected.marks),
        measured=inspected.measured,
    )
