"""A day of the year before, proposed for the year that begins.

A deadline, and the first or last day of a period, keeps its day of the month; the end of a month stays the end of a
month. A day on which people come together or a paper is signed keeps its day of the week, and goes on to the next
working day where it falls on a holiday. Whoever uses the proposal is told what it is and what is odd about it.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from vanban.domain.wording import weekday

_WEEK: Final = 7
_SATURDAY: Final = 5


class DaySort(Enum):
    """Whether a day is bound to the calendar or to the week."""

    OF_THE_MONTH = "hạn, ngày bắt đầu, ngày kết thúc"
    OF_THE_WEEK = "ngày họp, ngày ký"


@dataclass(frozen=True)
class ProposedDay:
    """The day that is proposed, and Vietnamese sentences on how it comes about and what is odd about it."""

    day: date
    notes: tuple[str, ...]


def propose(before: date, sort: DaySort, holidays: Mapping[date, str], years: int = 1) -> ProposedDay:
    """The day so many ``years`` after ``before``; ``holidays`` are the names of the days off around it."""
    same = _same_day(before, years)
    return (
        _of_the_month(before, same, holidays) if sort is DaySort.OF_THE_MONTH else _of_the_week(before, same, holidays)
    )


def _of_the_month(before: date, day: date, holidays: Mapping[date, str]) -> ProposedDay:
    notes = []
    if day.day != before.day:
        notes.append(f"Tháng {day.month} năm {day.year} có {_days(day)} ngày nên lấy ngày cuối tháng.")
    if day in holidays:
        notes.append(f"Trùng ngày nghỉ: {holidays[day]}.")
    elif day.weekday() >= _SATURDAY:
        notes.append(f"Rơi vào {weekday(day)}.")
    return ProposedDay(day, tuple(notes))


def _of_the_week(before: date, same: date, holidays: Mapping[date, str]) -> ProposedDay:
    apart = (before.weekday() - same.weekday()) % _WEEK
    day = same + timedelta(days=apart if apart <= _WEEK // 2 else apart - _WEEK)
    if day.year != same.year:
        day += timedelta(days=_WEEK if day < same else -_WEEK)
    notes = [f"Cùng {weekday(day)} như năm trước."]
    if day.weekday() >= _SATURDAY:
        notes = [f"Rơi vào {weekday(day)} như năm trước."]
    elif day in holidays:
        moved = _next_working(day, holidays)
        notes = [f"Ngày cùng thứ năm trước trùng ngày nghỉ ({holidays[day]}) nên lùi sang {weekday(moved)}."]
        day = moved
    return ProposedDay(day, tuple(notes))


def _same_day(before: date, years: int) -> date:
    """The same day of the month some years later; the last of a month for the last of that month."""
    last = before.day == _days(before)
    length = calendar.monthrange(before.year + years, before.month)[1]
    return date(before.year + years, before.month, length if last else min(before.day, length))


def _days(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _next_working(day: date, holidays: Mapping[date, str]) -> date:
    while day in holidays or day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day
