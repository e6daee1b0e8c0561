"""The day that a batch of documents gets (Điều 15 khoản 1), and a clock that cannot be right."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Final

from vanban.domain.wording import numeric_date
from vanban.errors import ClockBehind, DayBeforeLast, DayNotCome, DoubtfulDay

VIETNAM: Final = timezone(timedelta(hours=7))
"""Asia/Ho_Chi_Minh has had no other offset since 1975; Windows has no zone data to ask."""

EARLIEST: Final = date(2020, 3, 5)
"""The decree's own day: a machine that shows an earlier one has lost its clock."""

_LEAP: Final = timedelta(days=7)


def vietnam_day(moment: datetime) -> date:
    """The day in Vietnam at ``moment``, which must know its zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone says no day")
    return moment.astimezone(VIETNAM).date()


def check_day(
    day: date, moment: datetime, last: date | None, *, evidence: date | None = None, confirmed: bool = False
) -> None:
    """Refuse a day on which no number may be given.

    ``last`` is the day of the series' last number, ``evidence`` the latest day that files of the office show. A day
    more than a week after both needs ``confirmed``: a number dated too late blocks all that come after it.

    Raises:
        ClockBehind: the machine's own day lies before the last number or before the decree.
        DayNotCome: the day lies after the machine's own.
        DayBeforeLast: the series already has a later day.
        DoubtfulDay: the day is far after the last one, and nobody has confirmed it.
    """
    today = vietnam_day(moment)
    floor = max(EARLIEST, last) if last else EARLIEST
    if today < floor:
        raise ClockBehind(today=numeric_date(today), last=numeric_date(floor))
    if day > today:
        raise DayNotCome(day=numeric_date(day), today=numeric_date(today))
    if last and day < last:
        raise DayBeforeLast(day=numeric_date(day), last=numeric_date(last))
    known = max(filter(None, (last, evidence)), default=None)
    if last and known and day - known > _LEAP and not confirmed:
        raise DoubtfulDay(day=numeric_date(day), last=numeric_date(last))
