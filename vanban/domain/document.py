"""The text of a document as the office writes it: sections, clauses, items; numbers are computed, never typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from vanban.domain.office import IssuingBody
from vanban.domain.record import Record
from vanban.domain.signatory import Signature
from vanban.domain.target import Target, placeholders
from vanban.domain.wording import BLANK, roman


class Inset(StrEnum):
    """What a document's text calls for at one point instead of saying it."""

    TARGETS = "targets"
    TARGET_RESULTS = "target_results"
    AWARD_COUNTS = "award_counts"
    GROUP_REGISTRATIONS = "group_registrations"
    COLLECTIVE_REGISTRATIONS = "collective_registrations"
    INDIVIDUAL_REGISTRATIONS = "individual_registrations"
    BALLOT_FIGURES = "ballot_figures"
    COUNCIL_VOTES = "council_votes"
    COUNCIL_CONCLUSIONS = "council_conclusions"
    NOMINATIONS = "nominations"
    INITIATIVES = "initiatives"
    AWARDS = "awards"
    RECOGNISED_INITIATIVES = "recognised_initiatives"
    INITIATIVE_FACTS = "initiative_facts"
    AUTHORS = "authors"
    HANDWRITTEN = "handwritten"
    AWARDEES = "awardees"
    SUMMARIES = "summaries"
    PAST_TITLES = "past_titles"
    PAST_COMMENDATIONS = "past_commendations"


class Block(Record):
    """One piece of a document's text: just one of titled section, numbered clause, paragraph, item or inset."""

    section: str | None = Field(default=None, title="Mục có tiêu đề")
    clause: str | None = Field(default=None, title="Khoản đánh số, không có tiêu đề")
    text: str | None = Field(default=None, title="Đoạn văn")
    item: str | None = Field(default=None, title="Gạch đầu dòng")
    inset: Inset | None = Field(default=None, title="Nội dung lấy từ dữ liệu")
    body: tuple[Block, ...] = Field(default=(), title="Nội dung bên trong")

    @model_validator(mode="after")
    def _one_of_each(self) -> Self:
        said = [name for name in ("section", "clause", "text", "item", "inset") if getattr(self, name) is not None]
        if len(said) != 1:
            raise ValueError("Mỗi khối phải có đúng một trong các mục: section, clause, text, item, inset.")
        if self.body and said[0] not in ("section", "clause"):
            raise ValueError("Chỉ mục (section) và khoản (clause) mới có nội dung bên trong (body).")
        return self


class LineRole(StrEnum):
    """How one line of a document's text is printed (Phụ lục I, Mục V hàng 6b)."""

    SECTION = "section"
    CLAUSE_TITLE = "clause_title"
    CLAUSE = "clause"
    TEXT = "text"
    ITEM = "item"
    INSET = "inset"


class NumberedBlock(Record):
    """A block's own text with its number computed from where it stands: ``II.``, ``1.``, ``1.1.``, ``-``."""

    role: LineRole
    label: str
    text: str
    inset: Inset | None = None


def numbered(blocks: tuple[Block, ...], above: tuple[int, ...] = ()) -> Iterator[NumberedBlock]:
    """Every block of a text in reading order, with its number; sections and clauses of one level count together."""
    ordinal = 0
    for block in blocks:
        if block.section is not None or block.clause is not None:
            ordinal += 1
            path = (*above, ordinal)
            yield NumberedBlock(
                role=_role(block, path), label=_label(path, block), text=block.section or block.clause or ""
            )
            yield from numbered(block.body, path)
        elif block.inset is not None:
            yield NumberedBlock(role=LineRole.INSET, label="", text="", inset=block.inset)
        else:
            role = LineRole.ITEM if block.item is not None else LineRole.TEXT
            yield NumberedBlock(
                role=role, label="-" if block.item is not None else "", text=block.item or block.text or ""
            )


def _role(block: Block, path: tuple[int, ...]) -> LineRole:
    if block.clause is not None:
        return LineRole.CLAUSE
    return LineRole.SECTION if len(path) == 1 else LineRole.CLAUSE_TITLE


def _label(path: tuple[int, ...], block: Block) -> str:
    """``I.`` for a section of the first level, ``1.`` for a clause there; ``1.``, ``1.1.`` inside a section."""
    if len(path) > 1:
        return ".".join(str(ordinal) for ordinal in path[1:]) + "."
    return f"{path[0] if block.section is None else roman(path[0])}."


class Recipient(Record):
    """One line of Nơi nhận: who gets a copy and what for."""

    name: str = Field(title="Nơi nhận")
    purpose: str | None = Field(default=None, title="Mục đích (để B/c, để C/đ, để T/h, để P/h)")


class RetainedCopy(Record):
    """The last line of Nơi nhận: what the office keeps (``Lưu: VT, TĐKT.``)."""

    units: tuple[str, ...] = Field(default=(), title="Đơn vị soạn thảo, viết tắt")

    def __str__(self) -> str:
        return "Lưu: " + ", ".join(("VT", *self.units))


class CitationDates(StrEnum):
    """How the dates of cited texts are written in one document."""

    FULL = "full"
    NUMERIC = "numeric"


class Document(Record):
    """What one document of the year says, apart from what is computed from the year's other data.

    ``planned_on`` is never printed: it is the day by whose law the document is checked until it is issued.
    """

    issuer: str = Field(title="Mã cơ quan ban hành")
    subject: str = Field(title="Trích yếu")
    addressees: tuple[str, ...] = Field(default=(), title="Kính gửi")
    legal_bases: tuple[str, ...] = Field(default=(), title="Mã các căn cứ")
    cites: tuple[str, ...] = Field(default=(), title="Văn bản trong bộ được viện dẫn")
    citation_dates: CitationDates = Field(default=CitationDates.FULL, title="Cách viết ngày của căn cứ")
    introduction: str | None = Field(default=None, title="Lời dẫn")
    body: tuple[Block, ...] = Field(title="Nội dung", min_length=1)
    recipients: tuple[Recipient, ...] = Field(default=(), title="Nơi nhận")
    retained_copy: RetainedCopy = Field(default=RetainedCopy(), title="Lưu")
    signature: Signature = Field(title="Người ký")
    planned_on: date | None = Field(default=None, title="Ngày ban hành, dự kiến")

    def placeholders(self) -> tuple[str, ...]:
        """The names between braces in the text, in reading order."""
        return tuple(name for block in numbered(self.body) for name in placeholders(block.text))


class Plan(Document):
    """The year's emulation plan: a document with targets."""

    year: int = Field(title="Năm", ge=2000, le=2100)
    registration_due: date | None = Field(default=None, title="Hạn gửi bản đăng ký thi đua")
    report_due: date | None = Field(default=None, title="Hạn gửi báo cáo kết quả thi đua")
    targets: tuple[Target, ...] = Field(title="Các chỉ tiêu", min_length=1)


class DocumentNumber(Record):
    """Số và ký hiệu: ``24/KH-UBND``; without an ordinal, the blank that a signing copy leaves."""

    ordinal: int | None = Field(default=None, title="Số", ge=1)
    symbol: str = Field(title="Ký hiệu")

    def __str__(self) -> str:
        return f"{BLANK if self.ordinal is None else f'{self.ordinal:02d}'}/{self.symbol}"


def symbol(type_code: str, body: IssuingBody, unit: str = "") -> str:
    """``KH-UBND``: the type's abbreviation and the issuer's; ``UBND-TĐKT`` for a công văn, with the unit that wrote it
    (Phụ lục I, Mục II khoản 3 điểm c)."""
    return "-".join(filter(None, (type_code, body.abbreviation, unit)))
