"""Who is rewarded by a decision of the office itself, with what and for what."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from vanban.domain.award import Award
from vanban.domain.document import Document
from vanban.domain.record import Record


class Awardee(Record):
    """One receiver in one decision: a person, a collective or a residential group, by key.

    ``achievement`` is the line that the certificate prints under the name; it may be empty.
    """

    nominee: str = Field(title="Mã đối tượng")
    award: Award = Field(title="Danh hiệu, hình thức khen thưởng")
    achievement: str = Field(default="", title="Thành tích ghi trên giấy khen")


class AwardDecision(Document):
    """A decision on awards (Phụ lục III, Mẫu 1.2): every clause of its text is one Điều.

    ``decided_on`` is the day by whose law it is decided who may decide and how much the prizes are.
    """

    decided_on: date = Field(title="Ngày quyết định, dự kiến")

    @model_validator(mode="after")
    def _articles(self) -> Self:
        if any(block.clause is None for block in self.body):
            raise ValueError("Nội dung của quyết định chỉ gồm các Điều: mỗi khối ngoài cùng phải là khoản (clause).")
        return self
