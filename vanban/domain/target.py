"""Targets of a plan, what was achieved, and the judgement between the two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, Self

from pydantic import Field, model_validator

from vanban.domain.aim import CHANGES, PER_CENT, WITHOUT_VALUE, Aim, Comparison
from vanban.domain.office_words import WORD_NAMES
from vanban.domain.record import Record
from vanban.domain.unit_kind import also_called
from vanban.domain.wording import count, decimal

ALL_GROUPS = "groups"
"""The key under which a target names all residential groups as responsible."""

AIM: Final = "aim_"
"""How a place in a statement begins that the whole aim of a measure fills: ``{aim_share}``, “đạt từ 98% trở lên”."""


class Measure(Record):
    """One thing that can be measured or ticked off: how far it is to go, and who answers for it."""

    key: str = Field(title="Mã")
    name: str = Field(title="Tên chỉ tiêu trong biểu")
    comparison: Comparison = Field(title="Cách so sánh")
    value: Decimal | None = Field(default=None, title="Mức chỉ tiêu")
    upper: Decimal | None = Field(default=None, title="Mức trên của khoảng")
    unit: str | None = Field(default=None, title="Đơn vị tính")
    of_last_year: bool = Field(default=False, title="Mức tăng, giảm tính bằng phần trăm của năm trước")
    lead: str | None = Field(default=None, title="Mã đơn vị chủ trì, nếu khác của chỉ tiêu")
    supporting: tuple[str, ...] | None = Field(default=None, title="Mã các đơn vị phối hợp, nếu khác của chỉ tiêu")
    due: date | None = Field(default=None, title="Thời hạn hoàn thành, nếu khác của chỉ tiêu")

    @model_validator(mode="after")
    def _value_fits_comparison(self) -> Self:
        needs_value = self.comparison not in WITHOUT_VALUE
        counted = self.unit is not None or self.comparison is Comparison.RANK or self.of_last_year
        if needs_value and (self.value is None or not counted):
            raise ValueError(f"Chỉ tiêu “{self.name}” so sánh bằng số nhưng thiếu mức (value) hoặc đơn vị (unit).")
        if self.upper is not None and (self.value is None or self.upper <= self.value):
            raise ValueError(f"Chỉ tiêu “{self.name}” có mức trên (upper) không lớn hơn mức dưới (value).")
        if self.comparison is Comparison.BETWEEN and self.upper is None:
            raise ValueError(f"Chỉ tiêu “{self.name}” là một khoảng nhưng thiếu mức trên (upper).")
        if self.of_last_year and self.comparison not in CHANGES:
            raise ValueError(
                f"Chỉ tiêu “{self.name}” không tăng, không giảm nên không ghi mức của năm trước (of_last_year)."
            )
        return self

    @property
    def aim(self) -> Aim:
        """How far it is to go."""
        return Aim(
            comparison=self.comparison,
            value=self.value,
            upper=self.upper,
            unit=None if self.of_last_year else self.unit,
            of_last_year=self.of_last_year,
        )

    def figure(self, number: Decimal) -> str:
        """A result, ``number``, in this measure's unit: ``98%``, ``03``, ``172``, ``0,08%``."""
        if self.unit == PER_CENT:
            return decimal(number) + PER_CENT
        whole = number == number.to_integral_value() and self.comparison is not Comparison.RANK
        return count(int(number)) if whole else decimal(number)

    @property
    def planned(self) -> str:
        """The value to reach as printed in a sentence: ``98%``, ``01 đến 02``; empty where only done or kept counts."""
        return self.aim.figures


class BoundParty(StrEnum):
    """Whom a target binds: the office as a whole, or each of the units that are responsible for it."""

    OFFICE = "chung"
    UNITS = "từng đơn vị"


class Target(Record):
    """One line of the plan's targets: a sentence with ``{key}`` where a measure's value stands, or ``{aim_key}`` where
    its whole aim does."""

    key: str = Field(title="Mã chỉ tiêu")
    about: str | None = Field(default=None, title="Lĩnh vực")
    statement: str = Field(title="Câu chỉ tiêu")
    measures: tuple[Measure, ...] = Field(title="Các nội dung", min_length=1)
    responsible: tuple[str, ...] = Field(title="Mã tập thể chịu trách nhiệm", min_length=1)
    binds: BoundParty | None = Field(default=None, title="Ràng buộc (chung, từng đơn vị)")
    lead: str | None = Field(default=None, title="Mã đơn vị chủ trì")
    due: date | None = Field(default=None, title="Thời hạn hoàn thành")

    @model_validator(mode="after")
    def _placeholders_are_measures(self) -> Self:
        known = {*self._said()}
        for name in placeholders(self.statement):
            if name not in known and name not in ("year", "period", *WORD_NAMES):
                raise ValueError(f"Câu chỉ tiêu có chỗ trống {{{name}}} không ứng với nội dung nào.")
        for measure in self.measures:
            named = {measure.key, AIM + measure.key}
            if measure.value is not None and not named & {*placeholders(self.statement)}:
                raise ValueError(
                    f"Nội dung “{measure.key}” có mức nhưng câu chỉ tiêu không có chỗ trống {{{measure.key}}}."
                )
        return self

    @property
    def sentence(self) -> str:
        """The statement with every value in its place; the office's own words stay marked until they are filled in."""
        marked = {name: f"{{{name}}}" for name in placeholders(self.statement)}
        return fill(self.statement, marked | self._said())

    def _said(self) -> dict[str, str]:
        figures = {measure.key: measure.planned for measure in self.measures}
        return figures | {AIM + measure.key: measure.aim.words for measure in self.measures}


def shared(target: Target, unit: str) -> bool:
    """Whether ``unit`` only helps to reach a target that binds the office as a whole: nobody asks it for the whole."""
    leads = {target.lead, *(measure.lead for measure in target.measures)}
    return target.binds is BoundParty.OFFICE and unit not in leads


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

    target: str = Field(title="Mã chỉ tiêu", json_schema_extra=also_called("Chỉ tiêu"))
    measure: str = Field(title="Mã nội dung", json_schema_extra=also_called("Mã số đo"))
    achieved: Decimal | None = Field(
        default=None,
        title="Kết quả bằng số",
        json_schema_extra=also_called("Kết quả", "Kết quả thực hiện", "Thực hiện"),
    )
    done: bool | None = Field(default=None, title="Đạt (có/không)", json_schema_extra=also_called("Đạt", "Kết quả đạt"))
    pending: bool = Field(default=False, title="Chờ cấp trên quyết định (có/không)")
    last_year: Decimal | None = Field(
        default=None,
        title="Kết quả cùng kỳ năm trước",
        json_schema_extra=also_called("Năm trước", "Kết quả năm trước", "Cùng kỳ"),
    )
    note: str | None = Field(default=None, title="Ghi chú")


def reached(measure: Measure, result: Result | None) -> Decimal | None:
    """The number that is held against the value to reach: what was achieved, or by how much it went up or down.

    ``None`` where a number is missing, or where nothing can be so many per cent of nothing.
    """
    if result is None or measure.comparison not in CHANGES:
        return None if result is None else result.achieved
    more = change(result)
    if more is None or (measure.of_last_year and not result.last_year):
        return None
    upwards = more if measure.comparison is Comparison.INCREASE else -more
    return upwards * 100 / (result.last_year or 1) if measure.of_last_year else upwards


def is_met(measure: Measure, result: Result) -> bool | None:
    """Whether ``result`` meets ``measure``; ``None`` where it says nothing that can be compared, or waits for somebody
    else's decision."""
    if result.pending:
        return None
    number, value = reached(measure, result), measure.value
    if value is None and measure.comparison is Comparison.KEEP and result.done is None:
        more = change(result)
        return None if more is None else more >= 0
    if value is None or number is None:
        return result.done
    upper = value if measure.upper is None else measure.upper
    match measure.comparison:
        case Comparison.BELOW:
            return number < value
        case Comparison.ABOVE:
            return number > value
        case Comparison.AT_MOST | Comparison.RANK:
            return number <= value
        case Comparison.EXACTLY | Comparison.BETWEEN:
            return value <= number <= upper
        case _:
            return number >= value


def difference(measure: Measure, result: Result | None) -> Decimal | None:
    """How far what was reached lies above (+) or below (-) the value to reach, in the measure's unit.

    Inside a range it is 0, outside the distance to the nearer end; ``None`` where either number is missing.
    """
    number = reached(measure, result)
    if number is None or measure.value is None:
        return None
    upper = measure.value if measure.upper is None else measure.upper
    return min(number - measure.value, Decimal(0)) + max(number - upper, Decimal(0))


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
