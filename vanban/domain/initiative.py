"""An initiative as its authors report it (Luật Thi đua, khen thưởng, Điều 3 khoản 4; Phụ lục I Thông tư 18/2013)."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from vanban.domain.evaluation import RecognisedInitiative


class ReportedInitiative(RecognisedInitiative):
    """An initiative with all that its report says; what is not written yet is empty and left to be filled by hand.

    ``decision`` names another office's decision; ``accepted`` means that the office recognises it by its own.
    ``saved`` is in đồng, for the first year.
    """

    accepted: bool = Field(default=False, title="Cơ quan công nhận (có/không)")
    field: str | None = Field(default=None, title="Lĩnh vực áp dụng")
    applied_from: date | None = Field(default=None, title="Ngày áp dụng lần đầu hoặc áp dụng thử")
    applied_at: str | None = Field(default=None, title="Nơi áp dụng")
    investor: str | None = Field(default=None, title="Chủ đầu tư tạo ra sáng kiến")
    situation: tuple[str, ...] = Field(default=(), title="Thực trạng trước khi có sáng kiến")
    solution: tuple[str, ...] = Field(default=(), title="Mô tả bản chất của sáng kiến")
    novelty: tuple[str, ...] = Field(default=(), title="Tính mới của sáng kiến")
    applicability: tuple[str, ...] = Field(default=(), title="Khả năng áp dụng, nhân rộng")
    conditions: tuple[str, ...] = Field(default=(), title="Các điều kiện cần thiết để áp dụng")
    confidential: tuple[str, ...] = Field(default=(), title="Những thông tin cần được bảo mật")
    benefits: tuple[str, ...] = Field(default=(), title="Lợi ích thu được theo ý kiến của tác giả")
    benefits_of_users: tuple[str, ...] = Field(default=(), title="Lợi ích thu được theo ý kiến của nơi áp dụng")
    saved: int | None = Field(default=None, title="Số tiền làm lợi năm đầu (đồng)", ge=1)
    effect: str | None = Field(default=None, title="Tóm tắt hiệu quả")

    @model_validator(mode="after")
    def _recognised_once(self) -> Self:
        if self.accepted and self.decision:
            raise ValueError("Sáng kiến đã có quyết định công nhận (decision) thì bỏ mục Cơ quan công nhận (accepted).")
        return self
