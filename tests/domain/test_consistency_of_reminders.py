"""Reminders that name no deadline or an impossible one, reports from nobody, days of another year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.domain.conftest import document
from vanban.domain.consistency import check
from vanban.domain.finding import Severity
from vanban.domain.year import Year

Change = Callable[..., Year]
BOTH = pytest.mark.parametrize(
    ("kind", "field"), [("registration_reminder", "registration_due"), ("report_reminder", "report_due")]
)


def reminder(**fields: Any) -> dict[str, Any]:
    return document(**{"body": [{"text": "{unit} chưa gửi {missing}."}], "asked_by": date(2024, 3, 15), **fields})


TOLD = [{"section": "CHỈ TIÊU", "body": [{"text": "Hạn: 14/03/2024, 15/3/2024, 01/03/2024."}, {"inset": "targets"}]}]


def faults(year: Year) -> list[tuple[tuple[str | int, ...], str | None, str]]:
    return [(one.path, one.value, one.reason) for one in check(year)]


@BOTH
def test_a_reminder_with_a_deadline_to_remind_of_is_right(changed: Change, kind: str, field: str) -> None:
    assert check(changed((kind,), reminder(), ("plan", field), date(2024, 3, 14), ("plan", "body"), TOLD)) == ()


@BOTH
def test_a_reminder_needs_the_deadline_in_the_plan(changed: Change, kind: str, field: str) -> None:
    reason = f"Có công văn đôn đốc nhưng kế hoạch chưa ghi hạn gửi ({field})."
    assert faults(changed((kind,), reminder())) == [((kind, "asked_by"), "15/3/2024", reason)]


@BOTH
def test_the_new_deadline_comes_after_the_old_one(changed: Change, kind: str, field: str) -> None:
    reason = "Hạn mới không sau hạn trong kế hoạch (15/3/2024)."
    year = changed((kind,), reminder(), ("plan", field), date(2024, 3, 15))
    assert faults(year) == [((kind, "asked_by"), "15/3/2024", reason)]


def test_a_report_from_nobody_and_an_exemption_for_nobody_are_told(changed: Change) -> None:
    year = changed(
        ("received_reports",),
        [{"unit": "tdp-1", "received_on": date(2024, 11, 20)}],
        ("report_reminder",),
        reminder(exempt=["co-quam"]),
        ("plan", "report_due"),
        date(2024, 3, 1),
        ("plan", "body"),
        TOLD,
    )
    reason = "Mã này chưa có trong danh sách tổ dân phố hoặc tập thể. Có phải là “{}”?"
    assert faults(year) == [
        (("received_reports", 0, "unit"), "tdp-1", reason.format("tdp-01")),
        (("report_reminder", "exempt", 0), "co-quam", reason.format("co-quan")),
    ]


def test_two_reports_of_one_unit_are_told(changed: Change) -> None:
    row = {"unit": "tdp-01", "received_on": date(2024, 11, 20)}
    assert faults(changed(("received_reports",), [row, row])) == [
        (("received_reports", 1, "unit"), "tdp-01", "Đơn vị này đã có báo cáo ở dòng thứ 1.")
    ]


def test_days_left_over_from_another_year_are_told(changed: Change) -> None:
    rows = [
        {"unit": "tdp-01", "received_on": date(2023, 12, 31)},
        {"unit": "tdp-02", "received_on": date(2025, 1, 4)},
    ]
    year = changed(("received_reports",), rows, ("plan", "report_due"), date(2023, 11, 25))
    reason = "Ngày này không thuộc năm 2024 hay đầu năm sau."
    assert faults(year) == [
        (("plan", "report_due"), "25/11/2023", reason),
        (("received_reports", 0, "received_on"), "31/12/2023", reason),
    ]
    assert {one.severity for one in check(year)} == {Severity.WARNING}


def test_a_place_of_a_reminder_stands_in_no_other_document(changed: Change) -> None:
    year = changed(("annual_report", "body"), [{"text": "{unit} chưa gửi {missing}."}])
    assert [value for _, value, _ in faults(year)] == ["{unit}", "{missing}"]


@BOTH
@pytest.mark.parametrize("said", ["ngày 14 tháng 3 năm 2024", "14/3/2024", "14/03/2024"])
def test_a_deadline_that_is_quoted_must_have_been_told(changed: Change, kind: str, field: str, said: str) -> None:
    set_ = ((kind,), reminder(), ("plan", field), date(2024, 3, 14), ("plan", "body"))
    silent = [{"section": "CHỈ TIÊU", "body": [{"inset": "targets"}]}]
    (fault,) = check(changed(*set_, silent))
    assert (fault.path, fault.severity) == (("plan", field), Severity.WARNING)
    assert check(changed(*set_, [{"text": f"Gửi chậm nhất {said}."}, *silent])) == ()
