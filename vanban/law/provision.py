"""A rule as data: what it says, in which article, since when and until when, and how sure we are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Generic, NamedTuple, TypeVar

from vanban.domain.wording import numeric_date
from vanban.errors import NoLawBook


class Certainty(StrEnum):
    """How a rule is known: whoever relies on it should look up all but the first."""

    READ = "đã đọc nguyên văn"
    SECONDARY = "theo nguồn thứ cấp"
    TO_CHECK = "cần đối chiếu văn bản gốc"


@dataclass(frozen=True)
class Period:
    """From one day to another, both included; without a first or last day where none is known."""

    first: date | None = None
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Whether ``day`` is inside."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


LAW_2022: Final = Period(date(2024, 1, 1))
"""Luật Thi đua, khen thưởng ngày 15/6/2022 in force (Điều 94 khoản 1)."""

THREE_LEVELS: Final = Period(date(2024, 1, 1), date(2025, 6, 30))
"""Province, city, ward; Nghị định 98/2023/NĐ-CP."""

TWO_LEVELS: Final = Period(date(2025, 7, 1))
"""Province, ward; Nghị định 152/2025/NĐ-CP and 129/2025/NĐ-CP."""

LAW: Final = "Luật Thi đua, khen thưởng"
DECREE_98: Final = "Nghị định số 98/2023/NĐ-CP"
DECREE_152: Final = "Nghị định số 152/2025/NĐ-CP"
DECREE_129: Final = "Nghị định số 129/2025/NĐ-CP"
DECREE_86: Final = "Nghị định số 86/2023/NĐ-CP"
DECREE_30: Final = "Nghị định số 30/2020/NĐ-CP"

LAW_TEXT: Final = "toàn văn Luật số 06/2022/QH15"
QUOTATION: Final = "trang hỏi đáp pháp luật dẫn nguyên văn"
REPORT: Final = "trang tin, sách hướng dẫn; chưa có nguyên văn"
PRACTICE: Final = "thông lệ; không có văn bản quy định chung"

V = TypeVar("V")


@dataclass(frozen=True)
class Stated(Generic[V]):
    """A value that a text states: the article as it is cited, where we have it from, how sure it is, when it holds."""

    value: V
    article: str
    source: str = LAW_TEXT
    certainty: Certainty = Certainty.READ
    period: Period = LAW_2022


def in_force(statements: Iterable[Stated[V]], day: date) -> Stated[V]:
    """The first of the statements that holds on ``day``; :class:`~vanban.errors.NoLawBook` if none does."""
    found = next((statement for statement in statements if statement.period.covers(day)), None)
    if found is None:
        raise NoLawBook(day=numeric_date(day))
    return found


class LawRow(NamedTuple):
    """One line of the printed law book; a day that is not known is empty."""

    topic: str
    value: str
    article: str
    source: str
    valid_from: str
    valid_to: str
    certainty: str


def row(topic: str, shown: str, stated: Stated[V]) -> LawRow:
    """``stated`` as a line of the printed law book, its value shown as ``shown``."""
    days = (stated.period.first, stated.period.last)
    first, last = ("" if day is None else numeric_date(day) for day in days)
    return LawRow(topic, shown, stated.article, stated.source, first, last, stated.certainty.value)
