"""Targets of a plan, what was achieved, and the judgement between the two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from vanban.domain.office_words import WORD_NAMES
from vanban.domain.record import Record
from vanban.domain.wording import count, decimal

ALL_GROUPS = "groups"
"""The key under which a target names all residential groups as responsible."""

_PER_CENT = "%"


class Comparison(StrEnum):
    """How a result is held against its target."""

    AT_LEAST = "at_least"
    BELOW = "below"
    EXACTLY = "exactly"
    KEEP = "keep"
    DONE = "done"


class Measure(Record):
    """One thing that can be measured or ticked off: ``value`` to reach, up to ``upper`` where a range is set."""

    key: str = Field(title="Mã")
    name: str = Field(title="Tên chỉ tiêu trong biểu")
    comparison: Comparison = Field(title="Cách so sánh")
    value: Decimal | None = Field(default=None, title="Mức chỉ tiêu")
    upper: Decimal | None = Field(default=None, title="Mức trên của khoảng")
    unit: str | None = Field(default=None, title="Đơn vị tính")
    lead: str | None = Field(default=None, title="Mã đơn vị chủ trì, nếu khác của chỉ tiêu")
    supporting: tuple[str, ...] | None = Field(default=None, title="Mã các đơn vị phối hợp, nếu khác của chỉ tiêu")
    due: date | None = Field(default=None, title="Thời hạn hoàn thành, nếu khác của chỉ tiêu")

    @model_validator(mode="after")
    def _value_fits_comparison(self) -> Self:
        needs_value = self.comparison in (Comparison.AT_LEAST, Comparison.BELOW, Comparison.EXACTLY)
        if needs_value and (self.value is None or self.unit is None):
            raise ValueError(f"Chỉ tiêu “{self.name}” so sánh bằng số nhưng thiếu mức (value) hoặc đơn vị (unit).")
        if self.upper is not None and (self.value is None or self.upper <= self.value):
            raise ValueError(f"Chỉ tiêu “{self.name}” có mức trên (upper) không lớn hơn mức dưới (value).")
        return self

    def figure(self, number: Decimal) -> str:
        """``number`` in this measure's unit: ``98%``, ``03``, ``172``, ``0,08%``."""
        if self.unit == _PER_CENT:
            return decimal(number) + _PER_CENT
        return count(int(number)) if number == number.to_integral_value() else decimal(number)

    @property
    def planned(self) -> str:
        """The value to reach as printed in a sentence: ``98%``, ``01 đến 02``; empty where only done or kept counts."""
        if self.value is None:
            return ""
        return self.figure(self.value) + (f" đến {self.figure(self.upper)}" if self.upper is not None else "")


class Target(Record):
    """One line of the plan's targets: a sentence with ``{key}`` where a measure's value stands."""

    key: str = Field(title="Mã chỉ tiêu")
    statement: str = Field(title="Câu chỉ tiêu")
    measures: tuple[Measure, ...] = Field(title="Các số đo", min_length=1)
    responsible: tuple[str, ...] = Field(title="Mã tập thể chịu trách nhiệm", min_length=1)
    lead: str | None = Field(default=None, title="Mã đơn vị chủ trì")
    due: date | None = Field(default=None, title="Thời hạn hoàn thành")

    @model_validator(mode="after")
    def _placeholders_are_measures(self) -> Self:
        known = {measure.key for measure in self.measures}
        for name in placeholders(self.statement):
            if name not in known and name not in ("year", *WORD_NAMES):
                raise ValueError(f"Câu chỉ tiêu có chỗ trống {{{name}}} không ứng với số đo nào.")
        for measure in self.measures:
            if measure.value is not None and measure.key not in placeholders(self.statement):
                raise ValueError(
                    f"Số đo “{measure.key}” có mức nhưng câu chỉ tiêu không có chỗ trống {{{measure.key}}}."
                )
        return self

    @property
    def sentence(self) -> str:
        """The statement with every value in its place."""
        return fill(self.statement, {measure.key: measure.planned for measure in self.measures})


class Duty(Record):
    """Who answers for one measure: the unit that leads, those that support it, by when. ``None`` where nobody said."""

    lead: str | None = Field(title="Mã đơn vị chủ trì")
    supporting: tuple[str, ...] = Field(title="Mã các đơn vị phối hợp")
    due: date | None = Field(title="Thời hạn hoàn thành")


def duty(target: Target, measure: Measure) -> Duty:
    """What the measure says for itself, else what its target says.

    Whoever is responsible and does not lead supports; where nobody leads, nobody is said to support.
    """
    lead = measure.lead or target.lead
    others = target.responsible if lead else ()
    named = others if measure.supporting is None else measure.supporting
    return Duty(lead=lead, supporting=tuple(key for key in named if key != lead), due=measure.due or target.due)


def assigned(targets: Iterable[Target]) -> bool:
    """Whether the plan says for any of its targets who leads or by when: only then has it a table of assignments."""
    charged = (duty(target, measure) for target in targets for measure in target.measures)
    return any(one.lead or one.due for one in charged)


class Result(Record):
    """What was achieved on one measure: a number, or đạt / không đạt."""

    target: str = Field(title="Mã chỉ tiêu")
    measure: str = Field(title="Mã số đo")
    achieved: Decimal | None = Field(default=None, title="Kết quả bằng số")
    done: bool | None = Field(default=None, title="Đạt (có/không)")
    last_year: Decimal | None = Field(default=None, title="Kết quả cùng kỳ năm trước")
    note: str | None = Field(default=None, title="Ghi chú")


def is_met(measure: Measure, result: Result) -> bool | None:
    """Whether ``result`` meets ``measure``; ``None`` where the result says nothing that can be compared."""
    if measure.value is None or result.achieved is None:
        return result.done
    match measure.comparison:
        case Comparison.BELOW:
            return result.achieved < measure.value
        case Comparison.EXACTLY if measure.upper is None:
            return result.achieved == measure.value
        case Comparison.EXACTLY:
            return measure.value <= result.achieved <= (measure.upper or measure.value)
        case Comparison.AT_LEAST | Comparison.KEEP | Comparison.DONE:
            return result.achieved >= measure.value


def difference(measure: Measure, result: Result | None) -> Decimal | None:
    """How far what was achieved lies above (+) or below (-) the value to reach, in the measure's unit.

    Inside a range it is 0, outside the distance to the nearer end; ``None`` where either number is missing.
    """
    if result is None or result.achieved is None or measure.value is None:
        return None
    upper = measure.value if measure.upper is None else measure.upper
    return min(result.achieved - measure.value, Decimal(0)) + max(result.achieved - upper, Decimal(0))


def change(result: Result | None) -> Decimal | None:
    """How much more (+) or less (-) than in the same period of last year; ``None`` where either number is missing."""
    if result is None or result.achieved is None or result.last_year is None:
        return None
    return result.achieved - result.last_year


_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def placeholders(text: str) -> tuple[str, ...]:
    """The names between braces in ``text``, in order."""
    return tuple(_PLACEHOLDER.findall(text))


def fill(text: str, values: Mapping[str, str]) -> str:
    """``text`` with each ``{name}`` replaced by its value; ``KeyError`` for a name without one."""
    return _PLACEHOLDER.sub(lambda found: values[found[1]], text)
