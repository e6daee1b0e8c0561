"""Turn a Word file into what is wrong with it: read, recognise, check, in the order of the decree."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from vanban.domain.finding import Severity
from vanban.domain.record import Record
from vanban.gate import open_package
from vanban.ooxml import flaws
from vanban.proofread.check_content import check_content
from vanban.proofread.check_copy import check_copy, check_sheets_of_copy
from vanban.proofread.check_ending import check_ending
from vanban.proofread.check_frame import check_frame
from vanban.proofread.check_head import check_fixed_words, check_head
from vanban.proofread.check_identity import check_date, check_normative_number, check_number, check_signing_copy
from vanban.proofread.check_left_in import check_left_in
from vanban.proofread.check_page import check_page
from vanban.proofread.check_placing import check_placing
from vanban.proofread.check_sheets import check_sheets
from vanban.proofread.check_sound import check_sound
from vanban.proofread.check_stale import check_stale
from vanban.proofread.check_text import check_text
from vanban.proofread.check_type import check_every_font, check_type
from vanban.proofread.check_typing import check_typing
from vanban.proofread.expectations import Expectations
from vanban.proofread.facts import WordFile
from vanban.proofread.finding import LayoutFinding, findings_of
from vanban.proofread.mark import Mark
from vanban.proofread.parts import Form, Recognised
from vanban.proofread.reading import read_parts
from vanban.proofread.recognition import recognise
from vanban.proofread.sheets import read_sheets
from vanban.proofread.signed_text import check_signed

_NOTICES = {
    Form.FOREIGN: "Tệp “{name}” không phải là văn bản hành chính: không thấy Quốc hiệu, Tiêu ngữ, số, Nơi nhận.",
    Form.NORMATIVE: (
        "Tệp “{name}” là văn bản quy phạm pháp luật, theo quy định khác; chỉ soát số, ký hiệu và chữ. "
        "Nếu là văn bản cá biệt thì ký hiệu không ghi năm."
    ),
    Form.OTHER_SYSTEM: "Tệp “{name}” là {system}, theo quy định khác ({regulation}); chỉ soát chữ.",
    Form.APPLICATION: "Tệp “{name}” là đơn, tờ khai hoặc giấy tờ của người dân; không soát thể thức, chỉ soát chữ.",
    Form.BLANK: "Tệp “{name}” là mẫu để điền; chỉ soát phông chữ, Quốc hiệu, Tiêu ngữ.",
    Form.ATTACHED: "Tệp “{name}” là biểu mẫu, không thuộc các loại văn bản ở Điều 7; chỉ soát các phần chung.",
    Form.CERTIFICATE: "Tệp “{name}” là giấy khen, giấy chứng nhận, không phải văn bản hành chính; không soát thể thức.",
    Form.APPENDIX: "Tệp “{name}” là phụ lục hoặc văn bản kèm theo; chỉ soát các phần của phụ lục.",
}


_MINUTES = (
    "Tệp “{name}” là biên bản không có tên cơ quan, số và Nơi nhận; chỉ soát các phần chung. "
    "Nếu là biên bản của cơ quan thì ghi đủ các phần ấy (Phụ lục III, Mẫu 1.9)."
)
_LAID_OUT = frozenset({Form.NAMED, Form.LETTER, Form.ATTACHED, Form.APPENDIX})
_COPIED = _LAID_OUT | {Form.NORMATIVE}


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
        self.flaws = flaws(package, self.file.roots, name)
        self.marks = [*_check(self.file, self.parts, expected, pdf), *check_sound(self.file, self.flaws)]


def inspect(data: bytes, *, name: str, expected: Expectations | None = None, pdf: bytes | None = None) -> Inspected:
    """Open, read and check the Word file ``data``. Raises a :class:`vanban.errors.PackageError`."""
    package = open_package(data, name=name, kind="docx", for_reading=True)
    return Inspected(package, name, expected or Expectations(), pdf)


def _check(file: WordFile, parts: Recognised, expected: Expectations, pdf: bytes | None) -> Iterator[Mark]:
    """The faults against whatever binds a paper of this form."""
    if parts.form in (Form.FOREIGN, Form.CERTIFICATE):
        return
    if parts.form in _LAID_OUT:
        sheets = read_sheets(pdf, file.name) if pdf is not None else None
        yield from check_page(file, parts, len(sheets) if sheets is not None else None)
        yield from _check_layout(file, parts, expected)
        if sheets is not None:
            yield from check_sheets(sheets, file, parts)
            if parts.copy is not None:
                yield from check_sheets_of_copy(sheets, parts.copy)
    elif parts.form is Form.NORMATIVE:
        yield from check_normative_number(parts)
    elif parts.form is Form.BLANK:
        yield from check_every_font(file, parts)
        yield from check_fixed_words(parts)
    if parts.form in _COPIED and parts.signed:
        signed = {id(line.paragraph) for line in parts.signed}
        yield from check_signed(
            parts.signed, next((one for one in file.paragraphs if not one.is_empty and id(one) not in signed), None)
        )
    if parts.copy is not None and parts.form in _COPIED:
        yield from check_copy(parts.copy, expected)
    yield from check_text(file, parts)
    yield from check_left_in(file)
    yield from check_typing(file, parts)


def _check_layout(file: WordFile, parts: Recognised, expected: Expectations) -> Iterator[Mark]:
    yield from check_type(file, parts)
    yield from check_head(parts)
    yield from check_frame(file, parts)
    yield from check_placing(file, parts)
    yield from check_number(parts, expected)
    yield from check_date(parts)
    if expected.signing_copy:
        yield from check_signing_copy(parts)
    yield from check_content(parts)
    yield from check_ending(parts)
    yield from check_stale(file, parts, expected)


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
    return Proofreading(
        name=inspected.name,
        form=parts.form,
        type_name=parts.document_type.name if parts.document_type else None,
        notice=_notice(inspected),
        parts={
            PART_NAMES[part]: tuple(line.text for line in lines) for part, lines in parts.by_part().items() if lines
        },
        findings=findings_of(inspected.marks),
        measured=inspected.measured,
    )


def _notice(inspected: Inspected) -> str | None:
    """What the reader is told of a paper that the decree does not bind, or not as a whole."""
    notice = _NOTICES.get(inspected.parts.form)
    if inspected.parts.form is Form.ATTACHED and inspected.parts.is_minutes:
        notice = _MINUTES
    system = inspected.parts.system
    if notice is None:
        return None
    return notice.format(
        name=inspected.name,
        system=system.name if system else "",
        regulation=system.regulation if system else "",
    )
