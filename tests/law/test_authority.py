from __future__ import annotations

from datetime import date

import pytest
from shipped_packs import LAW

from vanban.domain.award import Commendation, EmulationTitle
from vanban.domain.level import Level
from vanban.errors import NoLawBook
from vanban.law.authority import authority, decided_by

LAST_OF_OLD, FIRST_OF_NEW = date(2025, 6, 30), date(2025, 7, 1)
TITLE = EmulationTitle
EVERY = (*EmulationTitle, *Commendation)


@pytest.mark.parametrize(
    ("award", "level"),
    [
        (TITLE.ADVANCED_WORKER, Level.WARD),
        (TITLE.CULTURAL_FAMILY, Level.WARD),
        (Commendation.CERTIFICATE, Level.WARD),
        (TITLE.GRASSROOTS_EMULATION_FIGHTER, Level.CITY),
        (TITLE.ADVANCED_COLLECTIVE, Level.CITY),
        (TITLE.CULTURAL_RESIDENTIAL_GROUP, Level.CITY),
        (TITLE.EXCELLENT_COLLECTIVE, Level.PROVINCE),
        (Commendation.PROVINCIAL_MERIT_CERTIFICATE, Level.PROVINCE),
    ],
)
def test_until_june_2025_the_city_decides_on_what_the_ward_submits(award: TITLE, level: Level) -> None:
    assert authority(LAW, award, LAST_OF_OLD).value.deciders[0] is level
    assert decided_by(LAW, award, level, LAST_OF_OLD) is None


def test_since_july_2025_the_ward_decides_on_all_but_what_the_province_keeps() -> None:
    province = {award for award in EVERY if authority(LAW, award, FIRST_OF_NEW).value.deciders == (Level.PROVINCE,)}
    assert province == {
        TITLE.EXCELLENT_COLLECTIVE,
        TITLE.PROVINCIAL_EMULATION_FIGHTER,
        TITLE.PROVINCIAL_EMULATION_FLAG,
        TITLE.EXEMPLARY_WARD,
        Commendation.PROVINCIAL_MERIT_CERTIFICATE,
    }
    assert all(
        authority(LAW, award, FIRST_OF_NEW).value.deciders == (Level.WARD,) for award in EVERY if award not in province
    )


def test_the_ward_submits_to_the_city_and_since_july_2025_straight_to_the_province() -> None:
    assert authority(LAW, TITLE.GRASSROOTS_EMULATION_FIGHTER, LAST_OF_OLD).value.submits is Level.WARD
    assert authority(LAW, TITLE.EXCELLENT_COLLECTIVE, LAST_OF_OLD).value.submits is Level.CITY
    assert authority(LAW, TITLE.EXCELLENT_COLLECTIVE, FIRST_OF_NEW).value.submits is Level.WARD


def test_a_ward_that_decides_on_a_fighter_in_2024_is_told_who_may() -> None:
    objection = decided_by(LAW, TITLE.GRASSROOTS_EMULATION_FIGHTER, Level.WARD, date(2024, 12, 20))
    assert str(objection) == (
        "“Chiến sĩ thi đua cơ sở”: Ngày 20/12/2024, Chủ tịch Ủy ban nhân dân cấp xã không có thẩm quyền quyết định "
        "tặng; thẩm quyền thuộc về Chủ tịch Ủy ban nhân dân cấp huyện. "
        "(khoản 2 Điều 80; khoản 1 Điều 83 Luật Thi đua, khen thưởng) "
        "Hãy lập tờ trình đề nghị Chủ tịch Ủy ban nhân dân cấp huyện quyết định."
    )
    assert decided_by(LAW, TITLE.GRASSROOTS_EMULATION_FIGHTER, Level.WARD, FIRST_OF_NEW) is None


def test_before_2024_there_is_no_law_book() -> None:
    with pytest.raises(NoLawBook) as caught:
        authority(LAW, TITLE.ADVANCED_WORKER, date(2023, 12, 31))
    assert str(caught.value) == (
        "Chương trình không có quy định về thi đua, khen thưởng áp dụng cho ngày 31/12/2023. "
        "Hãy xem lại ngày của văn bản: chương trình chỉ có quy định từ ngày 01/01/2024."
    )
