"""Write a text of the year as a Word file to edit: ``vanban text export``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vanban import durable
from vanban.domain import editing_style as styles
from vanban.domain.document import AnnexedDocument, Document, Plan
from vanban.domain.signatory import signature_lines
from vanban.domain.text_copy import tree_lines
from vanban.domain.work_year import WorkYear
from vanban.errors import NotWritten
from vanban.law.citation import as_basis
from vanban.stationery.editing_copy import CopyLine, editing_copy
from vanban.workflows.texts import TextPlace, YearTexts, read_texts
from vanban.workspace import Workspace

_HINT: Final = (
    "BẢN ĐỂ SỬA: {name}, {year}. Sửa lời văn, thêm, xóa, chuyển các đoạn như thường. Kiểu của mỗi đoạn (Styles) nói nó "
    "là mục, khoản hay gạch đầu dòng, bậc mấy: đoạn mới thì chọn kiểu cho nó, hoặc gõ số như thường. Số thứ tự chỉ để "
    "dễ xem, chương trình tự đánh lại. Chỗ tô xanh lấy từ dữ liệu: để nguyên. Sửa xong: vanban text import {name} "
    "TỆP.docx"
)


@dataclass(frozen=True)
class TextExported:
    """A text that was written to be edited: its name, the year, the file, how many lines."""

    name: str
    year: WorkYear
    path: Path
    lines: int

    def to_json(self) -> dict[str, object]:
        """Name, year, path, lines."""
        return {"text": self.name, "year": self.year.to_json(), "path": str(self.path), "lines": self.lines}


def export_text(workspace: Workspace, name: str, year: WorkYear | None, path: Path | None) -> TextExported:
    """Write the editing copy of the text of that name.

    Raises ``NoYear``, ``DataUnfit``, :class:`vanban.errors.NoText`, :class:`vanban.errors.NotWritten`, ``FileFault``.
    """
    texts = read_texts(workspace, year)
    place = texts.text(name)
    if place.document is None:
        raise NotWritten(name=name, year=texts.year.phrase)
    lines = tuple(copy_lines(texts, place))
    target = path or workspace.editing_copy(texts.year, name)
    durable.write(target, editing_copy(lines, place.document.subject))
    return TextExported(name, texts.year, target, len(lines))


def copy_lines(texts: YearTexts, place: TextPlace) -> Iterator[CopyLine]:
    """The lines of the editing copy of a text that is there."""
    document = place.document
    assert document is not None
    yield CopyLine(_HINT.format(name=place.name, year=texts.year.phrase), outer=styles.ABOUT_THE_COPY)
    yield CopyLine(document.subject, outer=styles.SUBJECT)
    for addressee in document.addressees:
        yield CopyLine(addressee, outer=styles.ADDRESSEE)
    for key in document.legal_bases:
        known = texts.bases.get(key)
        yield CopyLine(f"Căn cứ {as_basis(known)}" if known else f"Căn cứ mã {key}", outer=styles.BASIS)
    if document.introduction:
        yield CopyLine(document.introduction, outer=styles.INTRODUCTION)
    for line in tree_lines(document.body, document.outline, document.part_numbers):
        yield CopyLine(line.text, line.said, line.depth, label=line.label, table=line.table)
    if isinstance(document, Plan) and not texts.has_target_table:
        yield from _targets(document)
    yield from _closing(texts, document)
    for annex in document.annexes if isinstance(document, AnnexedDocument) else ():
        yield CopyLine(annex.title, outer=styles.ANNEX)
        for line in tree_lines(annex.body, annex.outline, document.part_numbers):
            yield CopyLine(line.text, line.said, line.depth, label=line.label, table=line.table)


def _targets(plan: Plan) -> Iterator[CopyLine]:
    """The plan's targets, a sentence each; a field's name above those of it."""
    about: str | None = None
    if plan.targets:
        yield CopyLine("Các chỉ tiêu (in ở chỗ [[Các chỉ tiêu]] trong lời văn):", outer=styles.ABOUT_THE_COPY)
    for target in plan.targets:
        if target.about != about:
            yield CopyLine(target.about or "(không thuộc lĩnh vực nào)", outer=styles.TARGET_FIELD)
            about = target.about
        yield CopyLine(target.sentence, outer=styles.TARGET)


def _closing(texts: YearTexts, document: Document) -> Iterator[CopyLine]:
    for recipient in document.recipients:
        purpose = f" ({recipient.purpose})" if recipient.purpose else ""
        yield CopyLine(f"- {recipient.name}{purpose}", outer=styles.RECIPIENT)
    yield CopyLine(f"- {document.retained_copy}", outer=styles.RECIPIENT)
    signatory = next((one for one in texts.signatories if one.key == document.signature.signatory), None)
    body = next((one for one in texts.office.bodies if one.key == document.issuer), None)
    if signatory is not None and body is not None:
        for line in signature_lines(document.signature, signatory, body):
            yield CopyLine(line, outer=styles.SIGNER)
        yield CopyLine(signatory.name, outer=styles.SIGNER)
