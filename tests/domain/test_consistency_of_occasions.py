"""Campaigns and sudden achievements whose days, keys or people cannot be right."""

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
PATH = tuple[str | int, ...]


def decision(day: date) -> dict[str, Any]:
    return document(decided_on=day, body=[{"clause": "Tặng Giấy khen:", "body": [{"inset": "awards"}]}])


def campaign(**fields: Any) -> dict[str, Any]:
    return {
        "key": "tet",
        "name": "Đợt thi đua mừng Xuân",
        "begins": date(2024, 3, 1),
        "ends": date(2024, 5, 7),
        "plan": document(body=[{"text": "Từ {campaign_from} đến {campaign_until}."}]),
        "submitted_on": date(2024, 5, 10),
        "submission": document(body=[{"text": "Theo {cite_campaign_plan}:"}, {"inset": "awardees"}]),
        "decision": decision(date(2024, 5, 15)),
        "awardees": [{"nominee": "tdp-02", "award": "Giấy khen"}],
        **fields,
    }


def event(**fields: Any) -> dict[str, Any]:
    return {
        "key": "chay",
        "event": "Dập tắt đám cháy",
        "happened_on": date(2024, 8, 18),
        "submitted_on": date(2024, 8, 20),
        "submission": document(body=[{"text": "Việc {event} {event_day}:"}, {"inset": "summaries"}]),
        "decision": decision(date(2024, 8, 21)),
        "awardees": [
            {"nominee": "le-van-c", "award": "Giấy khen", "summary": ["Báo cháy."], "confirmed_by": "co-quan"}
        ],
        **fields,
    }


def faults(year: Year) -> list[tuple[PATH, str | None, str]]:
    return [(one.path, one.value, one.reason) for one in check(year)]


def test_a_campaign_and_an_event_in_order_are_right(changed: Change) -> None:
    assert faults(changed(("campaigns",), [campaign()], ("sudden_achievements",), [event()])) == []


@pytest.mark.parametrize(
    ("fields", "path", "reason"),
    [
        ({"ends": date(2024, 2, 1)}, ("ends",), "Ngày này đứng trước ngày bắt đầu đợt thi đua (01/3/2024)."),
        ({"begins": date(2023, 3, 1)}, ("begins",), "Ngày này không thuộc năm 2024."),
        (
            {"submitted_on": date(2024, 5, 6)},
            ("submitted_on",),
            "Ngày này đứng trước ngày kết thúc đợt thi đua (07/5/2024).",
        ),
        (
            {"decision": decision(date(2024, 5, 9))},
            ("decision", "decided_on"),
            "Ngày này đứng trước ngày trình (10/5/2024).",
        ),
        (
            {"decision": decision(date(2024, 5, 6)), "submitted_on": None},
            ("decision", "decided_on"),
            "Ngày này đứng trước ngày kết thúc đợt thi đua (07/5/2024).",
        ),
    ],
)
def test_a_day_of_a_campaign_out_of_order_is_told(
    changed: Change, fields: dict[str, Any], path: PATH, reason: str
) -> None:
    found = faults(changed(("campaigns",), [campaign(**fields)]))
    assert [(where, why) for where, _, why in found] == [(("campaigns", 0, *path), reason)]


@pytest.mark.parametrize(
    ("fields", "path", "reason"),
    [
        (
            {"happened_on": date(2023, 8, 18)},
            ("happened_on",),
            "Sự việc không xảy ra trong năm 2024 hoặc tháng cuối của năm trước.",
        ),
        (
            {"submitted_on": date(2024, 8, 17)},
            ("submitted_on",),
            "Ngày này đứng trước ngày xảy ra sự việc (18/8/2024).",
        ),
    ],
)
def test_a_day_of_an_event_out_of_order_is_told(
    changed: Change, fields: dict[str, Any], path: PATH, reason: str
) -> None:
    found = faults(changed(("sudden_achievements",), [event(**fields)]))
    assert [(where, why) for where, _, why in found] == [(("sudden_achievements", 0, *path), reason)]


def test_an_event_of_last_december_may_be_commended_this_year(changed: Change) -> None:
    assert faults(changed(("sudden_achievements",), [event(happened_on=date(2023, 12, 31))])) == []


def test_nobody_is_proposed_twice_and_somebody_is(changed: Change) -> None:
    twice = campaign()["awardees"] * 2
    found = changed(("campaigns",), [campaign(awardees=twice)], ("sudden_achievements",), [event(awardees=[])])
    warning, error = sorted(check(found), key=lambda one: one.path, reverse=True)
    assert (warning.path, warning.severity) == (("sudden_achievements", 0), Severity.WARNING)
    assert (error.path, error.value) == (("campaigns", 0, "awardees", 1, "nominee"), "tdp-02")


def test_one_key_for_a_campaign_and_an_event_is_told(changed: Change) -> None:
    year = changed(("campaigns",), [campaign()], ("sudden_achievements",), [event(key="TET")])
    assert [(one.path, one.value) for one in check(year)] == [(("sudden_achievements", 0, "key"), "TET")]


def test_awardees_and_confirming_units_that_are_not_there_are_told(changed: Change) -> None:
    stranger = {"nominee": "le-van-d", "award": "Giấy khen", "summary": ["Báo cháy."], "confirmed_by": "le-van-c"}
    assert [path for path, *_ in faults(changed(("sudden_achievements",), [event(awardees=[stranger])]))] == [
        ("sudden_achievements", 0, "awardees", 0, "nominee"),
        ("sudden_achievements", 0, "awardees", 0, "confirmed_by"),
    ]
