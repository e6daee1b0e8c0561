"""Who answers for a target: what is left open, said of the wrong unit, or left over from another year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from vanban.domain.consistency import check
from vanban.domain.finding import Severity
from vanban.domain.year import Year

Change = Callable[..., Year]
FIRST, SECOND = ("plan", "targets", 0), ("plan", "targets", 1)
LED = [item for target in (FIRST, SECOND) for item in ((*target, "lead"), "co-quan")]


def faults(year: Year) -> list[tuple[tuple[str | int, ...], str | None, str]]:
    return [(one.path, one.value, one.reason) for one in check(year)]


def test_an_office_that_assigns_nothing_is_told_nothing(year: Year) -> None:
    assert check(year) == ()


def test_a_measure_that_nobody_leads_is_told_once_others_have_a_leader(changed: Change) -> None:
    year = changed((*FIRST, "lead"), "co-quan")
    open_ = "chưa có đơn vị chủ trì; ô trong phụ lục của kế hoạch để trống."
    assert faults(year) == [
        ((*SECOND, "measures", 0, "key"), "so_nguoi", f"“Việc làm mới” {open_}"),
        ((*SECOND, "measures", 1, "key"), "thu", f"“Thu ngân sách” {open_}"),
    ]
    assert {one.severity for one in check(year)} == {Severity.WARNING}


def test_a_missing_deadline_is_told_once_another_measure_has_one(changed: Change) -> None:
    assert check(changed(*LED)) == ()
    dated = changed(*LED, (*SECOND, "measures", 1, "due"), date(2024, 11, 30))
    assert [(path[-2:], reason) for path, _, reason in faults(dated)] == [
        ((0, "key"), "“Tỷ lệ gia đình văn hóa” chưa có thời hạn; ô trong phụ lục của kế hoạch để trống."),
        ((0, "key"), "“Việc làm mới” chưa có thời hạn; ô trong phụ lục của kế hoạch để trống."),
    ]


def test_the_leader_must_be_one_of_those_responsible(changed: Change) -> None:
    year = changed((*FIRST, "lead"), "groups", *LED[2:], (*SECOND, "measures", 0, "lead"), "tram-y-te")
    assert faults(year) == [
        (
            (*SECOND, "measures", 0, "lead"),
            "tram-y-te",
            "Đơn vị chủ trì không nằm trong danh sách chịu trách nhiệm (responsible) của chỉ tiêu. Bản đăng ký của "
            "đơn vị vì vậy không có chỉ tiêu này.",
        )
    ]


def test_a_deadline_of_another_year_is_told_where_it_stands(changed: Change) -> None:
    due = [item for target in (FIRST, SECOND) for item in ((*target, "due"), date(2024, 12, 31))]
    assert check(changed(*LED, *due)) == ()
    assert faults(changed(*LED, *due, (*SECOND, "measures", 0, "due"), date(2023, 11, 30))) == [
        ((*SECOND, "measures", 0, "due"), "30/11/2023", "Thời hạn không thuộc năm 2024 của kế hoạch.")
    ]


def test_a_unit_that_is_not_there_is_told_wherever_a_target_names_it(changed: Change) -> None:
    for path, value in (
        ((*FIRST, "lead"), "co-quann"),
        ((*SECOND, "measures", 0, "lead"), "co-quann"),
        ((*SECOND, "measures", 0, "supporting"), ["co-quann"]),
    ):
        place = (*path, 0) if path[-1] == "supporting" else path
        told = [one for one in check(changed(*LED, path, value)) if one.severity is Severity.ERROR]
        assert [(one.path, one.value) for one in told] == [(place, "co-quann")]
