"""What people write against an award: a complaint, a denunciation, a remark, and what was found out about it.

No text that is at hand says within how many days it is settled; only that nobody is commended while it is looked into.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from vanban.domain.award import Award
from vanban.domain.record import Record
from vanban.domain.unit_kind import also_called


class ComplaintSort(StrEnum):
    """What was written."""

    COMPLAINT = "khiếu nại"
    DENUNCIATION = "tố cáo"
    REMARK = "phản ánh, kiến nghị"


class ComplaintOutcome(StrEnum):
    """What was found out."""

    UPHELD = "đúng"
    UPHELD_IN_PART = "đúng một phần"
    UNFOUNDED = "không đúng"
    WITHDRAWN = "đã rút đơn"


class ProhibitedAct(StrEnum):
    """What Điều 15 of the Law forbids, in the order of its khoản."""

    AGAINST_POLICY = "tổ chức trái chính sách, pháp luật; lợi dụng để vụ lợi"
    OBSTRUCTION = "cản trở, nhũng nhiễu, tiêu cực"
    FALSEHOOD = "kê khai gian dối, làm giả hồ sơ, xác nhận, đề nghị sai"
    ABUSE_OF_OFFICE = "lạm dụng chức vụ, quyền hạn để đề nghị, quyết định tặng trái pháp luật"
    OBJECTS = "sử dụng hiện vật khen thưởng trái thuần phong, mỹ tục, đạo đức xã hội"
    FUND = "sử dụng quỹ thi đua, khen thưởng trái quy định"

    @property
    def clause(self) -> int:
        """The number of its khoản."""
        return list(ProhibitedAct).index(self) + 1


class Complaint(Record):
    """One letter about somebody's award; about all of theirs where ``award`` is empty.

    ``revoked_by``: the decision that took back an award which had been given before the letter was found right.
    """

    nominee: str = Field(title="Mã đối tượng", json_schema_extra=also_called("Đối tượng"))
    award: Award | None = Field(default=None, title="Danh hiệu, hình thức bị khiếu nại")
    sort: ComplaintSort = Field(title="Loại đơn (khiếu nại, tố cáo, phản ánh)")
    received_on: date = Field(title="Ngày nhận", json_schema_extra=also_called("Ngày nhận đơn"))
    content: str = Field(title="Nội dung", json_schema_extra=also_called("Nội dung đơn"))
    concluded_on: date | None = Field(default=None, title="Ngày kết luận")
    outcome: ComplaintOutcome | None = Field(default=None, title="Kết luận")
    conclusion: str | None = Field(default=None, title="Văn bản kết luận")
    act: ProhibitedAct | None = Field(default=None, title="Hành vi bị nghiêm cấm (Điều 15)")
    revoked_by: str | None = Field(default=None, title="Quyết định hủy bỏ khen thưởng")

    @property
    def is_upheld(self) -> bool:
        """Whether it was found right, if only in part."""
        return self.outcome in (ComplaintOutcome.UPHELD, ComplaintOutcome.UPHELD_IN_PART)

    @model_validator(mode="after")
    def _conclusion_is_whole(self) -> Self:
        if (self.concluded_on is None) != (self.outcome is None):
            raise ValueError("Kết luận và ngày kết luận phải cùng có hoặc cùng để trống.")
        if self.concluded_on is not None and self.concluded_on < self.received_on:
            raise ValueError("Ngày kết luận phải từ ngày nhận đơn trở đi.")
        if self.act is not None and not self.is_upheld:
            raise ValueError("Chỉ ghi hành vi bị nghiêm cấm khi kết luận là đúng hoặc đúng một phần.")
        return self
