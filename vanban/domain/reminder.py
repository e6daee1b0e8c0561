"""A letter to a unit that is late (công văn đôn đốc), and the reports that have come in."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from vanban.domain.document import Document
from vanban.domain.record import Record
from vanban.domain.unit_kind import also_called


class Reminder(Document):
    """What the office writes to each unit that has not sent a paper by the plan's deadline, and by when it asks now.

    Who is addressed is computed: one letter to each late unit.
    """

    asked_by: date = Field(title="Hạn mới")
    exempt: tuple[str, ...] = Field(default=(), title="Mã các đơn vị không phải gửi")

    @model_validator(mode="after")
    def _addressed_by_the_program(self) -> Self:
        if self.addressees:
            raise ValueError(
                "Công văn đôn đốc gửi từng đơn vị chậm, chương trình tự ghi nơi nhận. Hãy bỏ mục Kính gửi (addressees)."
            )
        return self


class ReceivedReport(Record):
    """That one unit has sent its report on the year's movement."""

    unit: str = Field(title="Mã đơn vị", json_schema_extra=also_called("Đơn vị", "Đơn vị gửi"))
    received_on: date = Field(title="Ngày nhận", json_schema_extra=also_called("Ngày nhận báo cáo", "Nhận ngày"))
