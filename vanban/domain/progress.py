"""How far each unit is, quarter by quarter: the ward's own way of following its plan; no statute asks for it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from pydantic import Field

from vanban.domain.record import Record
from vanban.domain.target import Measure, Target, duty
from vanban.domain.unit_kind import also_called

QUARTERS: Final = (1, 2, 3, 4)


class Progress(Record):
    """What was achieved on one measure from the start of the year to the end of a quarter.

    Without ``unit`` it is the whole ward's figure, else that unit's own.
    """

    target: str = Field(title="Mã chỉ tiêu", json_schema_extra=also_called("Chỉ tiêu"))
    measure: str = Field(title="Mã nội dung", json_schema_extra=also_called("Mã số đo"))
    quarter: int = Field(title="Quý", ge=1, le=4)
    unit: str | None = Field(
        default=None,
        title="Mã đơn vị, nếu là số riêng của đơn vị",
        json_schema_extra=also_called("Đơn vị", "Mã đơn vị"),
    )
    achieved: Decimal | None = Field(
        default=None,
        title="Kết quả lũy kế đến hết quý",
        json_schema_extra=also_called("Lũy kế", "Kết quả lũy kế", "Kết quả"),
    )
    done: bool | None = Field(default=None, title="Đạt (có/không)", json_schema_extra=also_called("Đạt"))
    note: str | None = Field(default=None, title="Ghi chú")


def charged(target: Target, measure: Measure) -> tuple[str, ...]:
    """Every unit that leads or supports one measure; where nobody leads, all who are responsible for its target."""
    said = duty(target, measure)
    named = (said.lead, *said.supporting) if said.lead else (said.supporting or target.responsible)
    return tuple(dict.fromkeys(key for key in named if key))
