"""Công văn: a letter of the office to units or to other offices (Phụ lục III, Mẫu 1.5)."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.document import Document
from vanban.domain.numbering import NUMBERINGS, letters
from vanban.domain.record import Record
from vanban.domain.wording import lower_first
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.parts.closing import Closing
from vanban.kinds.parts.document import compose as compose_document
from vanban.kinds.parts.document import no_expansion
from vanban.kinds.parts.letterhead import Letterhead
from vanban.kinds.parts.line_breaks import balanced
from vanban.kinds.parts.text import Expand, TextLine
from vanban.law import nd30


class LetterContext(Record):
    """A letter, ready to print: no type and no rule, the subject under the number (ô số 5b)."""

    letterhead: Letterhead = Field(title="Phần đầu văn bản")
    subject: str = Field(title="Trích yếu công văn, bắt đầu bằng V/v")
    addressees: tuple[str, ...] = Field(title="Các dòng Kính gửi")
    bases: tuple[str, ...] = Field(title="Các dòng căn cứ")
    introduction: str = Field(title="Lời dẫn")
    lines: tuple[TextLine, ...] = Field(title="Các dòng nội dung")
    closing: Closing = Field(title="Nơi nhận và người ký")


def compose_letter(year: Year, kind: str, key: str, expand: Expand = no_expansion) -> LetterContext:
    """The letter ``key`` of a numbered kind that is written as công văn."""
    made = compose_document(year, kind, key, expand)
    del made["heading"]
    return LetterContext(subject=letter_subject(NUMBERINGS[kind].documents(year)[key]), **made)


def letter_subject(document: Document) -> str:
    """``V/v hướng dẫn …``, in lines that fit under the number (Mục II khoản 5 điểm b)."""
    said = lower_first(document.subject).removeprefix("về việc ").removeprefix("về ").removeprefix("v/v ")
    return "\n".join(balanced(f"V/v {said}", nd30.Part.LETTER_SUBJECT, nd30.ISSUER_ROOM))


def keys(year: Year) -> tuple[str, ...]:
    """Every letter of the year, those among the free documents too."""
    return tuple(letters(year))


KIND = Kind(
    name="letter",
    title="Công văn",
    step=Step.OTHER,
    slug="cong-van",
    context=LetterContext,
    reads=("office", "signatories", "legal_bases", "letters", "documents"),
    keys=keys,
    compose=lambda year, key: compose_letter(year, "letter", key),
    headline=lambda year, key: f"Công văn {lower_first(NUMBERINGS['letter'].documents(year)[key].subject)}",
)
