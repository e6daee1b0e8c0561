"""A text of the law as data: what it is, since when it is in force, what it replaces and amends, who has read it where.

One row stands for one text. Its end and its successor are not written beside it: they follow from the text that takes
its place, which says so of itself, as in the Official Gazette.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from pydantic import Field

from vanban.domain.record import Record

LAW_TYPES: Final = frozenset({"Bộ luật", "Luật", "Pháp lệnh"})
"""Cited without number and issuer (điểm a khoản 6 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP)."""


class Certainty(StrEnum):
    """How a rule is known: whoever relies on it should look up all but the first."""

    READ = "đã đọc nguyên văn"
    SECONDARY = "theo nguồn thứ cấp"
    TO_CHECK = "cần đối chiếu văn bản gốc"


class SourceKind(StrEnum):
    """What we have a fact from, the surest first."""

    FULL_TEXT = "toàn văn"
    QUOTATION = "trích nguyên văn ở nguồn khác"
    REPORT = "nguồn thứ cấp, chưa có nguyên văn"
    PRACTICE = "thông lệ"


class Period(NamedTuple):
    """From one day to another, both included; without a first or last day where none is known."""

    first: date | None = None
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Whether ``day`` is inside."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def within(self, other: Period) -> Period:
        """What two periods have in common; may be empty, then it covers no day."""
        first = max(filter(None, (self.first, other.first)), default=None)
        return Period(first, min(filter(None, (self.last, other.last)), default=None))


class LawSource(Record):
    """Where facts were read, by whom and when, and how sure they are unless a fact says otherwise of itself."""

    key: str = Field(title="Mã nguồn")
    name: str = Field(title="Nguồn")
    kind: SourceKind = Field(title="Loại nguồn")
    certainty: Certainty = Field(title="Độ chắc chắn")
    checked_by: str = Field(title="Người đối chiếu")
    checked_on: date = Field(title="Ngày đối chiếu")


class LawText(Record):
    """One text of the law. ``valid_to`` only where it ended without a successor.

    ``cited_as`` replaces type and number where an article belongs to what the text promulgates; ``unread`` says that
    its own words are not at hand, so that whatever it replaces or amends has to be compared, and what ``details`` a
    text that it amends.
    """

    key: str = Field(title="Mã văn bản")
    type_name: str = Field(title="Tên loại")
    number: str | None = Field(default=None, title="Số, ký hiệu")
    issued_on: date | None = Field(default=None, title="Ngày ban hành")
    issuer: str | None = Field(default=None, title="Cơ quan ban hành")
    subject: str = Field(title="Trích yếu")
    cited_as: str | None = Field(default=None, title="Cách dẫn điều khoản")
    valid_from: date | None = Field(default=None, title="Có hiệu lực từ")
    valid_to: date | None = Field(default=None, title="Có hiệu lực đến")
    replaces: tuple[str, ...] = Field(default=(), title="Thay thế các văn bản (mã)")
    amends: tuple[str, ...] = Field(default=(), title="Sửa đổi, bổ sung các văn bản (mã)")
    details: tuple[str, ...] = Field(default=(), title="Quy định chi tiết, hướng dẫn các văn bản (mã)")
    unread: bool = Field(default=False, title="Chưa có nguyên văn (có/không)")
    may_change: str | None = Field(default=None, title="Những nội dung có thể thay đổi")
    transition: str | None = Field(default=None, title="Quy định chuyển tiếp")
    source: str = Field(title="Mã nguồn")
    certainty: Certainty | None = Field(default=None, title="Độ chắc chắn")

    @property
    def short_name(self) -> str:
        """``Nghị định số 98/2023/NĐ-CP``; ``Luật Thi đua, khen thưởng``: how its articles are cited."""
        if self.cited_as:
            return self.cited_as
        if self.number is None or self.type_name in LAW_TYPES:
            return f"{self.type_name} {self.subject}"
        return self.numbered_name

    @property
    def numbered_name(self) -> str:
        """``Luật số 06/2026/QH16``: by its number, also where it is a law."""
        return f"{self.type_name} số {self.number}" if self.number else f"{self.type_name} {self.subject}"
