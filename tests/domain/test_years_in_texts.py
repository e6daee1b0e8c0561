"""Which years of a text follow the year of the papers: told apart by what stands around them, and moved alone."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.domain.consistency.leftovers import leftover_years
from vanban.domain.document import Block
from vanban.domain.proposed_day import ProposedDay
from vanban.domain.said_year import YearSense, lunar_name, years_said
from vanban.domain.work_year import WorkYear
from vanban.domain.year_shift import doubts, shifted

OLD, NEW = WorkYear(2024), WorkYear(2025)
SCHOOL = WorkYear(2024, is_school=True)

MEANT = (
    "kế hoạch 5 năm (2021-2025)",
    "nhiệm kỳ 2020 - 2025",
    "giai đoạn 2021 – 2025",
    "từ năm 2021 đến năm 2024",
    "Luật Thi đua, khen thưởng năm 2022 và các văn bản hướng dẫn thi hành",
    "Chỉ thị số 26-CT/TU ngày 02/6/2024 của Ban Thường vụ Tỉnh ủy",
    "Nghị quyết số 368- NQ/TU ngày 11/9/2024 của Ban Chấp hành Đảng bộ thành phố",
    "Thông tư số 01/2024/TT-BNV ngày 24 tháng 02 năm 2024 của Bộ trưởng Bộ Nội vụ",
    "Kế hoạch số 24/KH-UBND ngày 26/01/2024 của UBND thành phố về phát động các phong trào thi đua năm 2024",
    "mục tiêu đến năm 2024",
    "phường được thành lập năm 2024",
)
"""Years that are meant: a period, a law's year, the day, number and title of a text, a milestone."""
MOVED = (
    ("phong trào thi đua năm 2024", "phong trào thi đua năm 2025"),
    ("THI ĐUA NĂM 2024", "THI ĐUA NĂM 2025"),
    ("nhiệm vụ 6 tháng cuối năm\n      2024", "nhiệm vụ 6 tháng cuối năm\n      2025"),
    ("PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025", "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026"),
    ("tăng 3% so với năm 2023, bằng cùng kỳ năm 2023", "tăng 3% so với năm 2024, bằng cùng kỳ năm 2024"),
    ("kết quả quý I/2024, tháng 3/2024", "kết quả quý I/2025, tháng 3/2025"),
    ("mừng Xuân Giáp Thìn, trước Tết Nguyên đán Giáp Thìn", "mừng Xuân Ất Tỵ, trước Tết Nguyên đán Ất Tỵ"),
    ("gửi trước ngày 15/11/2024", "gửi trước ngày 16/11/2025"),
    ("ngày 20 tháng 11 năm 2024", "ngày 21 tháng 11 năm 2025"),
)
STALE = (
    "phong trào thi đua năm 2023",
    "nhiệm vụ quý IV/2023",
    "mừng Xuân Quý Mão",
    "hoàn thành trước ngày 15/11/2023",
    "thi đua năm học 2023 - 2024",
)


def next_day_a_year_later(day: date) -> ProposedDay:
    """A proposal that no other rule would make."""
    return ProposedDay(date(day.year + 1, day.month, day.day + 1), ())


def moved(text: str, old: WorkYear = OLD, new: WorkYear = NEW) -> str:
    for one in reversed(shifted(text, old, new, next_day_a_year_later)):
        text = text[: one.start] + one.after + text[one.end :]
    return text


def stale(text: str, year: WorkYear) -> list[str | None]:
    return [fault.value for fault in leftover_years(year, {"block": Block(text=text)})]


@pytest.mark.parametrize("text", MEANT)
def test_a_year_that_is_meant_stays_and_is_no_leftover(text: str) -> None:
    assert moved(text) == text
    assert stale(text.replace("2024", "2023"), OLD) == []


@pytest.mark.parametrize(("before", "after"), MOVED)
def test_a_working_year_its_days_and_its_lunar_name_follow(before: str, after: str) -> None:
    assert moved(before) == after


@pytest.mark.parametrize("text", STALE[:-1])
def test_last_year_in_a_text_is_a_leftover_in_any_kind(text: str) -> None:
    assert len(stale(text, OLD)) == 1


def test_a_school_speaks_of_its_own_years() -> None:
    assert moved("năm học 2024-2025, năm học 2025 - 2026", SCHOOL, SCHOOL.next) == (
        "năm học 2025-2026, năm học 2026 - 2027"
    )
    assert stale(STALE[-1], SCHOOL) == ["2023 - 2024"]
    assert stale("tuyển sinh năm 2024, hè năm 2025", SCHOOL) == []


def test_a_text_that_names_both_years_means_both() -> None:
    assert stale("Kết quả năm 2023, phương hướng năm 2024", OLD) == []
    assert stale("Năm nay không được như năm {last_year}", OLD) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kỳ họp thứ 12", "kỳ họp thứ 12"),
        ("Hội đồng nhân dân khóa XII", "khóa XII"),
        ("Đại hội Đảng bộ phường lần thứ XIII", "lần thứ XIII"),
        ("Kỷ niệm 94 năm ngày thành lập Đảng", "94 năm "),
        ("giai đoạn 2021-2024", "2021-2024"),
        ("Chỉ thị số 26-CT/TU ngày 02/6/2024 của Tỉnh ủy", "02/6/2024"),
    ],
)
def test_what_may_be_of_last_year_is_told_with_its_words(text: str, words: str) -> None:
    assert [doubt.words for doubt in doubts(text, OLD, NEW)] == [words.strip()]


def test_lunar_names_are_those_of_the_calendar() -> None:
    assert [lunar_name(year) for year in (1984, 2024, 2025, 2026, 2027)] == [
        "Giáp Tý",
        "Giáp Thìn",
        "Ất Tỵ",
        "Bính Ngọ",
        "Đinh Mùi",
    ]


WORDS = st.text(st.sampled_from("aăâbđêôơưnm XIV,.;:()-/0123456789"), max_size=24)
PIECES = st.one_of(
    WORDS,
    st.sampled_from([*MEANT, *(before for before, _ in MOVED), *STALE, "năm ", "2024", "ngày 30/02/2024", "số "]),
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=5).map(" ".join))
def test_of_any_text_only_years_that_are_said_change_and_every_other_sign_stays(text: str) -> None:
    said = years_said(text, 2024)
    assert list(said) == sorted(said, key=lambda one: one.start)
    assert all(one.end <= after.start for one, after in pairwise(said))
    changes = shifted(text, OLD, NEW, lambda day: ProposedDay(day, ()))
    places = {(one.start, one.end) for one in said if one.sense is not YearSense.FIXED}
    assert {(one.start, one.end) for one in changes} <= places
    assert all(text[one.start : one.end] == one.before for one in changes)


@given(st.integers(1950, 2100), st.sampled_from(["phong trào thi đua năm {}", "kết quả quý II/{}", "NHIỆM VỤ NĂM {}."]))
def test_a_working_year_that_was_moved_is_no_leftover_and_unmoved_it_is(number: int, text: str) -> None:
    old = WorkYear(number)
    said = text.format(number)
    assert stale(said, old.next) == [str(number)]
    assert stale(moved(said, old, old.next), old.next) == []
