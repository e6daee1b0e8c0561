"""Lists of households against what the groups have registered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vanban.domain.consistency import check
from vanban.domain.finding import Severity
from vanban.domain.year import Year

Change = Callable[..., Year]
REGISTERED = ("group_registrations", 0, "cultural_families")


def households(number: int, group: str = "tdp-01") -> list[dict[str, Any]]:
    return [{"group": group, "head": f"Nguyễn Văn {n}", "members": 3} for n in range(number)]


def faults(year: Year) -> list[tuple[tuple[str | int, ...], str | None, str]]:
    return [(one.path, one.value, one.reason) for one in check(year)]


def test_a_list_as_long_as_the_registration_is_right_and_so_is_none(changed: Change) -> None:
    assert check(changed(REGISTERED, 4, ("households",), households(4))) == ()
    assert check(changed(REGISTERED, 4, ("households",), [])) == ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(registered=st.integers(0, 12), listed=st.integers(1, 12))
def test_both_numbers_are_told_just_where_they_differ(changed: Change, registered: int, listed: int) -> None:
    told = check(changed(REGISTERED, registered, ("households",), households(listed)))
    assert bool(told) == (registered != listed)
    for fault in told:
        assert (fault.path, fault.severity) == (REGISTERED, Severity.WARNING)
        assert f"đăng ký {registered:02d} hộ “Gia đình văn hóa” nhưng danh sách hộ có {listed:02d} hộ." in fault.reason


def test_a_list_of_a_group_without_registration_is_told_once(changed: Change) -> None:
    rows = [row for row in changed().model_dump()["group_registrations"] if row["group"] != "tdp-01"]
    assert faults(changed(("group_registrations",), rows, ("households",), households(3))) == [
        (
            ("households", 0, "group"),
            "tdp-01",
            "Tổ dân phố số 1 có danh sách hộ nhưng chưa có dòng đăng ký nên không được tính vào tổng số.",
        )
    ]


def test_a_household_of_no_group_is_told_with_the_nearest_one(changed: Change) -> None:
    assert faults(changed(("households",), households(1, "tdp-1"))) == [
        (
            ("households", 0, "group"),
            "tdp-1",
            "Mã này chưa có trong danh sách tổ dân phố. Có phải là “tdp-01”?",
        )
    ]


def test_a_household_has_no_title_of_people_or_collectives(changed: Change) -> None:
    rows = [{**households(1)[0], "title": "Lao động tiên tiến"}]
    assert faults(changed(REGISTERED, 1, ("households",), rows)) == [
        (("households", 0, "title"), "Lao động tiên tiến", "Danh hiệu này không dành cho hộ gia đình.")
    ]


def test_one_household_entered_twice_is_told_however_it_is_written(changed: Change) -> None:
    first = {**households(1)[0], "address": "Số nhà 5"}
    again = {**first, "head": "NGUYỄN VĂN 0", "address": "số nhà 5"}
    other = {**first, "address": "Số nhà 7"}
    assert faults(changed(REGISTERED, 3, ("households",), [first, other, again])) == [
        (("households", 2, "head"), "NGUYỄN VĂN 0", "Trùng chủ hộ và địa chỉ với hộ ở dòng thứ 1.")
    ]
