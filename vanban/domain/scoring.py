"""Scoring of the year (thang điểm): what is scored, of whom, how often, and the points that were given.

The law leaves it to each office how it scores its movement: criteria, points and grades are all data.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Final, Self

from pydantic import Field, model_validator

from vanban.domain.decision import Decision
from vanban.domain.record import Record
from vanban.domain.signatory import Signature
from vanban.domain.text import matching_key
from vanban.domain.unit_kind import also_called, of_units, over_columns
from vanban.domain.wording import decimal, full_date, roman
from vanban.domain.work_year import WorkYear

_NO_FIT: Final = "Hãy sửa hoặc bỏ bớt cho hai danh sách khớp nhau, theo thứ tự các kỳ."


class Scored(StrEnum):
    """Who is scored: the value is the part of the year that holds them."""

    UNITS = "groups"
    COLLECTIVES = "collectives"
    PEOPLE = "people"

    @property
    def called(self) -> str:
        """What a clerk calls them."""
        return self.aliases[0]

    @property
    def aliases(self) -> tuple[str, ...]:
        """Every word by which a clerk may call them."""
        return {"UNITS": ("đơn vị", "đơn vị dưới"), "COLLECTIVES": ("tập thể",), "PEOPLE": ("cá nhân", "người")}[
            self.name
        ]


class Every(StrEnum):
    """How often is scored."""

    MONTH = "tháng"
    QUARTER = "quý"
    TERM = "học kỳ"
    YEAR = "năm"

    @property
    def in_a_year(self) -> tuple[int, ...]:
        """The numbers of its periods, in the order of a calendar year."""
        return tuple(range(1, {"MONTH": 12, "QUARTER": 4, "TERM": 2, "YEAR": 1}[self.name] + 1))


class CriterionKind(StrEnum):
    """What its points do to the sum."""

    SCORED = "điểm chuẩn"
    BONUS = "điểm thưởng"
    PENALTY = "điểm trừ"

    @property
    def aliases(self) -> tuple[str, ...]:
        """What a clerk calls it."""
        return {"SCORED": ("chấm", "chuẩn"), "BONUS": ("thưởng", "cộng", "điểm cộng"), "PENALTY": ("trừ",)}[self.name]


class Criterion(Record):
    """One criterion with its highest points; of a penalty the most that may be taken off.

    ``group_maximum`` is the sum of its group as somebody typed it, on any row of the group: it is held against them.
    """

    scoring: str | None = Field(default=None, title="Mã bảng điểm")
    key: str = Field(title="Mã tiêu chí")
    heading: str | None = Field(default=None, title="Nhóm tiêu chí")
    name: str = Field(title="Nội dung tiêu chí", json_schema_extra=also_called("Tiêu chí", "Nội dung"))
    maximum: Decimal = Field(title="Điểm tối đa", gt=0, json_schema_extra=also_called("Điểm chuẩn", "Thang điểm"))
    kind: CriterionKind = Field(default=CriterionKind.SCORED, title="Loại điểm")
    counted: str | None = Field(default=None, title="Cách tính điểm", json_schema_extra=also_called("Cách chấm"))
    group_maximum: Decimal | None = Field(default=None, title="Tổng điểm của nhóm", gt=0)


class Grade(Record):
    """A grade that is reached from so many points on."""

    name: str = Field(title="Xếp loại")
    least: Decimal = Field(title="Từ bao nhiêu điểm", ge=0)


class Scoring(Record):
    """One table of points: whom it scores and how often, with the decision that issues its criteria.

    ``only``: the periods that are scored, by their number, where they are not all; ``weights``: how much each of them
    counts in the year. ``scale``: what the criteria add up to. Grades stand from the highest down.
    """

    key: str = Field(title="Mã bảng điểm")
    name: str = Field(title="Tên bảng điểm")
    scored: Scored = Field(title="Chấm ai (đơn vị, tập thể, cá nhân)")
    receivers: tuple[str, ...] = Field(default=(), title="Chỉ chấm các mã này")
    every: Every = Field(default=Every.YEAR, title="Chấm theo (tháng, quý, học kỳ, năm)")
    only: tuple[int, ...] = Field(default=(), title="Chỉ chấm các kỳ số")
    weights: tuple[Decimal, ...] = Field(default=(), title="Hệ số của từng kỳ")
    scale: Decimal | None = Field(default=None, title="Thang điểm", gt=0)
    capped: bool = Field(default=False, title="Tổng điểm không vượt thang điểm (có/không)")
    grades: tuple[Grade, ...] = Field(default=(), title="Các mức xếp loại")
    issuer: str = Field(title="Mã cơ quan tổng hợp điểm")
    signature: Signature = Field(title="Người ký bảng tổng hợp")
    decision: Decision | None = Field(default=None, title="Quyết định ban hành tiêu chí")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        for number in self.only:
            if number not in self.every.in_a_year:
                last = self.every.in_a_year[-1]
                raise ValueError(f"Không có {self.every} số {number}.", f"Hãy ghi số từ 1 đến {last}.")
        if self.weights and len(self.weights) != len(self.only or self.every.in_a_year):
            wanted = len(self.only or self.every.in_a_year)
            raise ValueError(f"Có {len(self.weights)} hệ số cho {wanted} kỳ chấm điểm.", _NO_FIT)
        if self.weights and (min(self.weights) < 0 or not sum(self.weights)):
            raise ValueError("Hệ số không được âm, không được bằng 0 cả.", "Hãy ghi hệ số như 1; 2.")
        for higher, lower in pairwise(self.grades):
            if lower.least >= higher.least:
                raise ValueError(
                    f"Mức “{lower.name}” từ {decimal(lower.least)} điểm đứng sau mức “{higher.name}” từ "
                    f"{decimal(higher.least)} điểm.",
                    "Hãy xếp các mức từ cao xuống thấp.",
                )
        return self

    def periods(self, year: WorkYear) -> tuple[int, ...]:
        """The numbers of its periods, in the order of that year: a school's begin with September."""
        told = set(self.only or self.every.in_a_year)
        if self.every is not Every.MONTH:
            return tuple(sorted(told))
        return tuple(sorted(told, key=lambda month: year.on(month, 1)))

    def period_of(self, row: Score) -> int:
        """The period that a row is of; 0 where it does not say, and there are several."""
        return row.period or (1 if self.every is Every.YEAR else 0)

    def weight(self, year: WorkYear, period: int) -> Decimal:
        """How much a period counts in the year; all the same where nobody said."""
        if not self.weights:
            return Decimal(1)
        return dict(zip(self.only or self.periods(year), self.weights, strict=True))[period]

    def grade(self, points: Decimal) -> str:
        """The grade of so many points; none where no grade goes so far down."""
        return next((grade.name for grade in self.grades if points >= grade.least), "")


class Score(Record):
    """The points of one receiver on one criterion in one period: their own, and those of whoever assesses.

    ``total`` is the sum of that receiver and period as somebody typed it, on any of the rows: it is held against them.
    """

    scoring: str | None = Field(default=None, title="Mã bảng điểm")
    receiver: str = Field(
        title="Mã đối tượng",
        json_schema_extra=of_units("Mã đối tượng", "Mã {short}", "Mã {noun}")
        | also_called("Mã tập thể", "Mã người", "Đối tượng", "Tên {noun}"),
    )
    period: int | None = Field(default=None, title="Kỳ", json_schema_extra=also_called("Tháng", "Quý", "Học kỳ"))
    criterion: str = Field(
        title="Mã tiêu chí",
        json_schema_extra=also_called("Tiêu chí")
        | over_columns("assessed", each=("scoring", "receiver", "period"), once=("total",)),
    )
    own: Decimal | None = Field(default=None, title="Điểm tự chấm", json_schema_extra=also_called("Tự chấm"))
    assessed: Decimal | None = Field(
        default=None, title="Điểm chấm", json_schema_extra=also_called("Điểm thẩm định", "Điểm đạt")
    )
    note: str | None = Field(default=None, title="Lý do, ghi chú", json_schema_extra=also_called("Ghi chú", "Lý do"))
    total: Decimal | None = Field(default=None, title="Tổng điểm", json_schema_extra=also_called("Tổng cộng"))


def with_criteria_by_name(scores: Iterable[Score], criteria: Sequence[Criterion]) -> tuple[Score, ...]:
    """The points with the key of a criterion where they say its name, as the headers of a table do."""
    keys = {criterion.key for criterion in criteria}
    named: dict[str, list[Criterion]] = {}
    for criterion in criteria:
        named.setdefault(matching_key(criterion.name), []).append(criterion)

    def of(row: Score) -> Score:
        meant = [
            one
            for one in named.get(matching_key(row.criterion), ())
            if not row.scoring or one.scoring in (None, row.scoring)
        ]
        known = row.criterion in keys or len(meant) != 1
        return row if known else row.model_copy(update={"criterion": meant[0].key})

    return tuple(map(of, scores))


def period_name(every: Every, period: int, year: WorkYear) -> str:
    """``tháng 3 năm 2026``, ``quý II năm 2026``, ``học kỳ I năm học 2025 - 2026``, ``năm 2026``."""
    match every:
        case Every.MONTH:
            return full_date(year.on(period, 1)).removeprefix("ngày 01 ")
        case Every.YEAR:
            return year.phrase
        case _:
            return f"{every} {roman(period)} {year.phrase}"


PERIOD_SLUGS: Final = {Every.MONTH: "t{:02d}", Every.QUARTER: "q{}", Every.TERM: "hk{}", Every.YEAR: "nam"}
"""How the key of a sheet ends that is of one period."""
