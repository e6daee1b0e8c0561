"""Days proposed from last year's: deadlines keep their date, meetings their weekday; odd ones are told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.domain.proposed_day import DaySort, propose

TET = {date(2025, 1, 29): "Tết Nguyên Đán", date(2025, 1, 30): "Mùng hai Tết", date(2025, 1, 31): "Mùng ba Tết"}
MONTH, WEEK = DaySort.OF_THE_MONTH, DaySort.OF_THE_WEEK


@pytest.mark.parametrize(
    ("before", "sort", "after", "note"),
    [
        (date(2024, 11, 25), MONTH, date(2025, 11, 25), ""),
        (date(2024, 2, 29), MONTH, date(2025, 2, 28), "Tháng 2 năm 2025 có 28 ngày nên lấy ngày cuối tháng."),
        (date(2023, 2, 28), MONTH, date(2024, 2, 29), "Tháng 2 năm 2024 có 29 ngày nên lấy ngày cuối tháng."),
        (date(2024, 3, 15), MONTH, date(2025, 3, 15), "Rơi vào thứ Bảy."),
        (date(2024, 1, 29), MONTH, date(2025, 1, 29), "Trùng ngày nghỉ: Tết Nguyên Đán."),
        (date(2024, 12, 5), WEEK, date(2025, 12, 4), "Cùng thứ Năm như năm trước."),
        (date(2024, 12, 31), WEEK, date(2025, 12, 30), "Cùng thứ Ba như năm trước."),
        (date(2024, 1, 2), WEEK, date(2025, 1, 7), "Cùng thứ Ba như năm trước."),
        (
            date(2024, 1, 31),
            WEEK,
            date(2025, 2, 3),
            "Ngày cùng thứ năm trước trùng ngày nghỉ (Tết Nguyên Đán) nên lùi sang thứ Hai.",
        ),
    ],
)
def test_a_day_is_proposed_by_what_it_is_for(before: date, sort: DaySort, after: date, note: str) -> None:
    proposed = propose(before, sort, TET)
    assert (proposed.day, " ".join(proposed.notes)) == (after, note)


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.sampled_from(DaySort), st.integers(1, 3))
def test_every_day_of_every_year_gets_one_in_its_own_month_of_the_year_or_a_week_from_it(
    before: date, sort: DaySort, years: int
) -> None:
    after = propose(before, sort, {}, years).day
    assert after.year == before.year + years
    if sort is MONTH:
        assert after.month == before.month
        assert (after + timedelta(days=1)).day == 1 or after.day == before.day
    else:
        assert after.weekday() == before.weekday()
        assert abs((after - after.replace(month=before.month, day=min(before.day, 28))).days) <= 9
