"""The year of a set of documents: what it is called, which days lie in it, and that a school's crosses New Year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from vanban.domain.work_year import WorkYear

YEARS = st.builds(WorkYear, st.integers(1900, 2190), st.booleans())


def test_a_calendar_year_is_called_by_its_number_and_a_schools_by_both() -> None:
    assert [str(WorkYear(2024)), WorkYear(2024).phrase, WorkYear(2024).title] == ["2024", "năm 2024", "Năm 2024"]
    school = WorkYear(2024, is_school=True)
    assert [str(school), school.phrase, school.title] == ["2024-2025", "năm học 2024 - 2025", "Năm học 2024 - 2025"]


@pytest.mark.parametrize("text", ["2024-2025", "2024 - 2025", " 2024–2025 "])
def test_a_schools_year_is_read_however_its_dash_is_written(text: str) -> None:
    assert WorkYear.read(text) == WorkYear(2024, is_school=True)


@pytest.mark.parametrize("text", ["2024-2026", "2024-2024", "24", "2024-25", "năm 2024", "", "12024", "1899", "٢٠٢٤"])
def test_what_is_no_year_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Hãy ghi năm như 2025, hoặc năm học như 2024-2025"):
        WorkYear.read(text)


@given(YEARS)
def test_every_name_and_the_stored_value_are_read_back(year: WorkYear) -> None:
    adapter = TypeAdapter(WorkYear)
    assert WorkYear.read(year.key) == WorkYear.read(year.name) == year
    assert adapter.validate_json(adapter.dump_json(year)) == year
    assert WorkYear.names(year.key)


def test_a_calendar_year_is_stored_as_the_number_that_it_always_was() -> None:
    assert TypeAdapter(WorkYear).dump_python(WorkYear(2024), mode="json") == 2024


@given(YEARS, st.integers(-500, 900))
def test_every_day_lies_in_exactly_one_year_of_a_sort(year: WorkYear, offset: int) -> None:
    day = year.begins + timedelta(days=offset)
    near = [year.previous.previous, year.previous, year, year.next, year.next.next]
    assert sum(one.holds(day) for one in near) == 1
    assert year.holds_or_next(day) == (year.holds(day) or year.next.holds(day))


@given(YEARS)
def test_the_quarters_of_a_year_end_in_order_and_the_last_with_the_year(year: WorkYear) -> None:
    days = [year.quarter_ends(quarter) for quarter in (1, 2, 3, 4)]
    assert days == sorted(days)
    assert all((day + timedelta(days=1)).day == 1 and year.holds(day) for day in days)
    assert days[-1] == year.ends
    assert year.holds(year.half_ends)


@given(YEARS, st.integers(1, 12), st.integers(1, 28))
def test_a_day_of_a_month_is_found_in_the_year_it_belongs_to(year: WorkYear, month: int, day: int) -> None:
    assert year.holds(year.on(month, day))


def test_a_schools_year_runs_from_september_to_august() -> None:
    school = WorkYear(2024, is_school=True)
    assert (school.begins, school.ends) == (date(2024, 9, 1), date(2025, 8, 31))
    assert [school.holds(day) for day in (date(2024, 8, 31), date(2025, 1, 15), date(2025, 9, 1))] == [
        False,
        True,
        False,
    ]
    assert (school.on(9, 5), school.on(5, 31)) == (date(2024, 9, 5), date(2025, 5, 31))
