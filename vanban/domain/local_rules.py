"""What a province, a city or the council asks beyond the Law: the office's switches, all off unless it says so."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from vanban.domain.record import Record


class RatioRounding(StrEnum):
    """How a local rule turns a share into whole people."""

    DOWN = "down"
    HALF_UP = "half_up"
    UP = "up"

    @property
    def called(self) -> str:
        """What a clerk calls it."""
        return {
            "DOWN": "bỏ phần lẻ",
            "HALF_UP": "từ 0,5 thì làm tròn lên",
            "UP": "có phần lẻ thì làm tròn lên",
        }[self.name]


class LocalRules(Record):
    """The office's local rules; whoever switches one on names the text that sets it."""

    source: str | None = Field(default=None, title="Văn bản quy định")
    max_fighter_percent: int | None = Field(default=None, title="Tỷ lệ Chiến sĩ thi đua cơ sở tối đa (%)", ge=1, le=100)
    fighter_rounding: RatioRounding = Field(default=RatioRounding.DOWN, title="Cách làm tròn tỷ lệ")
    advanced_worker_certificates: bool = Field(default=False, title="In giấy chứng nhận Lao động tiên tiến (có/không)")
    sudden_award_minutes: bool = Field(
        default=False, title="Khen thưởng đột xuất phải có biên bản của Hội đồng (có/không)"
    )
    registration_required: bool = Field(default=False, title="Phải đăng ký thi đua (có/không)")
    min_months_served: int | None = Field(default=None, title="Số tháng công tác tối thiểu", ge=1, le=12)
    max_days_of_leave: int | None = Field(default=None, title="Số ngày nghỉ tối đa", ge=0, le=366)

    @model_validator(mode="after")
    def _named(self) -> Self:
        switched_on = (
            self.registration_required,
            self.sudden_award_minutes,
            self.max_fighter_percent is not None,
            self.min_months_served is not None,
            self.max_days_of_leave is not None,
        )
        if any(switched_on) and not self.source:
            raise ValueError("Quy định riêng của địa phương phải ghi văn bản quy định (source).")
        return self
