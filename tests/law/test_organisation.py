from __future__ import annotations

from datetime import date

import pytest
from shipped_packs import LAW

from vanban.domain.level import Level
from vanban.law.organisation import AdministrativeUnit, at_level, heir, office_objection, superior, unit_named

OLD, NEW = date(2025, 6, 30), date(2025, 7, 1)


def unit(name: str) -> AdministrativeUnit:
    stated = unit_named(LAW, name)
    assert stated is not None
    return stated.value


def test_the_old_ward_stands_under_the_city_and_the_new_one_under_the_province() -> None:
    old, new = unit("phường Ngô Quyền"), unit("phường Bắc Giang")
    city = superior(LAW, old, OLD)
    assert city == unit("thành phố Bắc Giang")
    assert superior(LAW, city, OLD) == unit("tỉnh Bắc Giang")
    assert superior(LAW, new, NEW) == unit("tỉnh Bắc Ninh")
    assert superior(LAW, old, NEW) is None
    assert heir(LAW, old) == new
    assert heir(LAW, city) is None


@pytest.mark.parametrize(
    ("level", "old", "new"),
    [
        (Level.WARD, "Chủ tịch Ủy ban nhân dân phường Ngô Quyền", "Chủ tịch Ủy ban nhân dân phường Bắc Giang"),
        (Level.CITY, "Chủ tịch Ủy ban nhân dân thành phố Bắc Giang", None),
        (Level.PROVINCE, "Chủ tịch Ủy ban nhân dân tỉnh Bắc Giang", "Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh"),
    ],
)
def test_the_chairman_of_each_level_is_named_by_the_day(level: Level, old: str, new: str | None) -> None:
    before, after = (
        at_level(LAW, unit("phường Ngô Quyền"), level, OLD),
        at_level(LAW, unit("phường Bắc Giang"), level, NEW),
    )
    assert before is not None and before.chairman == old
    assert (after.chairman if after else None) == new


def test_a_ward_named_after_a_person_writes_its_type_in_the_place_line() -> None:
    assert unit("phường Ngô Quyền").place == "Phường Ngô Quyền"
    assert unit("phường Bắc Giang").place == "Bắc Giang"


def test_letterheads_councils_and_advisers_follow_from_the_name() -> None:
    ward = unit("Phường  Ngô Quyền")
    assert ward.letterhead_lines == ("ỦY BAN NHÂN DÂN", "PHƯỜNG NGÔ QUYỀN")
    assert ward.council == "Hội đồng Thi đua - Khen thưởng phường Ngô Quyền"
    assert ward.adviser is None
    assert unit("thành phố Bắc Giang").adviser == "Phòng Nội vụ thành phố Bắc Giang"
    assert unit("tỉnh Bắc Ninh").adviser == "Sở Nội vụ tỉnh Bắc Ninh"


def test_the_old_ward_issues_nothing_after_its_last_day() -> None:
    assert office_objection(LAW, "phường Ngô Quyền", OLD) is None
    assert str(office_objection(LAW, "phường Ngô Quyền", NEW)) == (
        "Ủy ban nhân dân phường Ngô Quyền: phường Ngô Quyền không còn từ ngày 01/7/2025 (nay là phường Bắc Giang) nên "
        "không ban hành được văn bản ngày 01/7/2025. (khoản 92 Điều 1 Nghị quyết số 1658/NQ-UBTVQH15) "
        "Hãy sửa ngày của văn bản, hoặc dùng dữ liệu của cơ quan đang hoạt động vào ngày đó."
    )


def test_the_new_ward_issues_nothing_before_its_first_day() -> None:
    assert office_objection(LAW, "phường Bắc Giang", NEW) is None
    objection = office_objection(LAW, "phường Bắc Giang", OLD)
    assert objection is not None
    assert objection.reason == (
        "phường Bắc Giang chỉ có từ ngày 01/7/2025 nên không ban hành được văn bản ngày 30/6/2025."
    )


def test_an_office_elsewhere_is_asked_nothing() -> None:
    assert office_objection(LAW, "phường Hàng Bạc", NEW) is None
