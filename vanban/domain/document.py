"""A document of the year as the office writes it: its text, whom it is for, who signs it, what it goes with."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field

from vanban.domain.office import IssuingBody
from vanban.domain.record import Record
from vanban.domain.signatory import Signature
from vanban.domain.target import Target, placeholders
from vanban.domain.text_tree import Block, NumberedBlock, Outline, PartNumbers, numbered
from vanban.domain.wording import BLANK
from vanban.domain.work_year import WorkYear


class Recipient(Record):
    """One line of Nơi nhận: who gets a copy and what for."""

    name: str = Field(title="Nơi nhận")
    purpose: str | None = Field(default=None, title="Mục đích (để B/c, để C/đ, để T/h, để P/h)")
    copies: int | None = Field(default=None, title="Số bản gửi, nếu dòng này có nhiều nơi nhận", ge=1, le=999)


class RetainedCopy(Record):
    """The last line of Nơi nhận: what the office keeps (``Lưu: VT, TĐKT.``)."""

    units: tuple[str, ...] = Field(default=(), title="Đơn vị soạn thảo, viết tắt")

    def __str__(self) -> str:
        return "Lưu: " + ", ".join(("VT", *self.units))


class Urgency(StrEnum):
    """How urgent a document is (Điều 8 khoản 3 điểm b; Phụ lục I, Mục III khoản 2 điểm b)."""

    URGENT = "Khẩn"
    VERY_URGENT = "Thượng khẩn"
    EXPRESS = "Hỏa tốc"


class CitationDates(StrEnum):
    """How the dates of cited texts are written in one document."""

    FULL = "full"
    NUMERIC = "numeric"

    @property
    def called(self) -> str:
        """What a clerk calls it."""
        return {
            "FULL": "ngày 05 tháng 3 năm 2024",
            "NUMERIC": "ngày 05/3/2024",
        }[self.name]


WaitedTable = Literal[
    "group_registrations",
    "collective_registrations",
    "individual_registrations",
    "group_meetings",
    "votes",
    "nominations",
    "mid_year_results",
    "results",
]
"""The tables of a year that a text may wait for."""


class Annex(Record):
    """A Phụ lục that goes with a document: a text of its own, numbered and paged for itself (Phụ lục I, Mục III)."""

    title: str = Field(title="Tiêu đề của phụ lục")
    name: str | None = Field(default=None, title="Tên gọi, nếu không phải Phụ lục")
    landscape: bool = Field(default=False, title="Trình bày khổ ngang")
    outline: Outline = Field(default=Outline.ROMAN, title="Cách đánh số các mục")
    body: tuple[Block, ...] = Field(title="Nội dung", min_length=1)


class Document(Record):
    """What one document of the year says, apart from what is computed from the year's other data.

    ``planned_on`` is never printed: it is the day by whose law the document is checked until it is issued. A text that
    ``waits_for`` tables is none of the year's documents until one of them has a row.
    """

    issuer: str = Field(title="Mã cơ quan ban hành")
    subject: str = Field(title="Trích yếu")
    addressees: tuple[str, ...] = Field(default=(), title="Kính gửi")
    legal_bases: tuple[str, ...] = Field(default=(), title="Mã các căn cứ")
    cites: tuple[str, ...] = Field(default=(), title="Văn bản trong bộ được viện dẫn")
    citation_dates: CitationDates = Field(default=CitationDates.FULL, title="Cách viết ngày của căn cứ")
    introduction: str | None = Field(default=None, title="Lời dẫn")
    body: tuple[Block, ...] = Field(title="Nội dung", min_length=1)
    outline: Outline = Field(default=Outline.ROMAN, title="Cách đánh số các mục")
    part_numbers: PartNumbers = Field(default=PartNumbers.ROMAN, title="Cách đánh số các phần")
    urgency: Urgency | None = Field(default=None, title="Mức độ khẩn")
    circulation: str | None = Field(default=None, title="Chỉ dẫn phạm vi lưu hành")
    recipients: tuple[Recipient, ...] = Field(default=(), title="Nơi nhận")
    retained_copy: RetainedCopy = Field(default=RetainedCopy(), title="Lưu")
    signature: Signature = Field(title="Người ký")
    planned_on: date | None = Field(default=None, title="Ngày ban hành, dự kiến")
    waits_for: tuple[WaitedTable, ...] = Field(default=(), title="Chỉ lập khi một trong các bảng đã có dòng")

    def placeholders(self) -> tuple[str, ...]:
        """The names between braces in the text, in reading order."""
        return tuple(name for block in self.numbered() for name in placeholders(block.text))

    def numbered(self) -> tuple[NumberedBlock, ...]:
        """Its text with every number in place."""
        return tuple(numbered(self.body, self.outline, self.part_numbers))


class AnnexedDocument(Document):
    """A document with which annexes may go."""

    annexes: tuple[Annex, ...] = Field(default=(), title="Các phụ lục")

    def placeholders(self) -> tuple[str, ...]:
        """Those of its text, then those of its annexes."""
        return (*super().placeholders(), *(name for one in self.annexed() for name in one.placeholders()))

    def annexed(self) -> tuple[Self, ...]:
        """The document with the text of each annex in place of its own."""
        return tuple(
            self.model_copy(update={"body": annex.body, "outline": annex.outline, "annexes": ()})
            for annex in self.annexes
        )


class Plan(AnnexedDocument):
    """The year's emulation plan: a document with targets."""

    year: WorkYear = Field(title="Năm")
    registration_due: date | None = Field(default=None, title="Hạn gửi bản đăng ký thi đua")
    report_due: date | None = Field(default=None, title="Hạn gửi báo cáo kết quả thi đua")
    targets: tuple[Target, ...] = Field(default=(), title="Các chỉ tiêu")


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
