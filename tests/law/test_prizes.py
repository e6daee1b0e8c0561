from __future__ import annotations

from datetime import date
from decimal import ROUND_CEILING, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped_packs import LAW

from vanban.domain.award import Award, Commendation, EmulationTitle, NomineeKind
from vanban.errors import NoLawBook
from vanban.law.prizes import awards_with_prizes, base_salary, multiple, paid, prize

AWARDS = awards_with_prizes(LAW)
TITLE, KIND = EmulationTitle, NomineeKind
DAYS = {1_800_000: date(2024, 6, 30), 2_340_000: date(2024, 7, 1), 2_530_000: date(2026, 7, 1)}


@pytest.mark.parametrize(
    ("award", "kind", "amounts"),
    [
        (TITLE.ADVANCED_WORKER, KIND.PERSON, (540_000, 710_000, 760_000)),
        (TITLE.GRASSROOTS_EMULATION_FIGHTER, KIND.PERSON, (1_800_000, 2_340_000, 2_530_000)),
        (TITLE.PROVINCIAL_EMULATION_FIGHTER, KIND.PERSON, (5_400_000, 7_020_000, 7_590_000)),
        (TITLE.ADVANCED_COLLECTIVE, KIND.COLLECTIVE, (1_440_000, 1_880_000, 2_030_000)),
        (TITLE.EXCELLENT_COLLECTIVE, KIND.COLLECTIVE, (2_700_000, 3_510_000, 3_800_000)),
        (TITLE.CULTURAL_RESIDENTIAL_GROUP, KIND.RESIDENTIAL_GROUP, (2_700_000, 3_510_000, 3_800_000)),
        (TITLE.EXEMPLARY_WARD, KIND.WARD, (3_600_000, 4_680_000, 5_060_000)),
        (TITLE.PROVINCIAL_EMULATION_FLAG, KIND.COLLECTIVE, (14_400_000, 18_720_000, 20_240_000)),
        (TITLE.CULTURAL_FAMILY, KIND.HOUSEHOLD, (180_000, 240_000, 260_000)),
        (Commendation.CERTIFICATE, KIND.PERSON, (540_000, 710_000, 760_000)),
        (Commendation.CERTIFICATE, KIND.COLLECTIVE, (1_080_000, 1_410_000, 1_520_000)),
        (Commendation.CERTIFICATE, KIND.HOUSEHOLD, (810_000, 1_060_000, 1_140_000)),
        (Commendation.PROVINCIAL_MERIT_CERTIFICATE, KIND.PERSON, (2_700_000, 3_510_000, 3_800_000)),
        (Commendation.PROVINCIAL_MERIT_CERTIFICATE, KIND.COLLECTIVE, (5_400_000, 7_020_000, 7_590_000)),
    ],
)
def test_prizes_at_each_base_salary(award: Award, kind: KIND, amounts: tuple[int, ...]) -> None:
    assert tuple(prize(LAW, award, kind, day).amount for day in DAYS.values()) == amounts


def test_the_base_salary_is_that_of_the_day() -> None:
    assert {base_salary(LAW, day).value: day for day in DAYS.values()} == DAYS
    assert base_salary(LAW, date(2026, 6, 30)).value == 2_340_000
    with pytest.raises(NoLawBook):
        base_salary(LAW, date(2023, 6, 30))


def test_rounding_can_be_switched_off() -> None:
    assert prize(LAW, TITLE.ADVANCED_WORKER, KIND.PERSON, date(2025, 1, 10), round_up=False).amount == 702_000


@given(st.sampled_from(AWARDS), st.sampled_from(list(DAYS.items())))
def test_every_prize_is_the_product_rounded_up(pair: tuple[Award, KIND], salary: tuple[int, date]) -> None:
    product = Decimal(multiple(LAW, *pair, salary[1]).value) / 100 * salary[0]
    tens_of_thousands = (product / 10_000).to_integral_value(ROUND_CEILING)
    assert prize(LAW, *pair, salary[1]).amount == tens_of_thousands * 10_000
    assert prize(LAW, *pair, salary[1], round_up=False).amount == product


def test_the_article_follows_the_day() -> None:
    pair = (TITLE.ADVANCED_WORKER, KIND.PERSON)
    assert multiple(LAW, *pair, date(2025, 6, 30)).article == "Điều 54 Nghị định số 98/2023/NĐ-CP"
    assert multiple(LAW, *pair, date(2025, 7, 1)).article == "Điều 50 Nghị định số 152/2025/NĐ-CP"


def test_of_several_titles_of_one_year_only_the_highest_is_paid_and_every_commendation() -> None:
    worker, fighter, certificate = (
        (award, 2025) for award in (TITLE.ADVANCED_WORKER, TITLE.GRASSROOTS_EMULATION_FIGHTER, Commendation.CERTIFICATE)
    )
    assert paid(LAW, (worker, fighter, certificate), KIND.PERSON, date(2025, 7, 1)) == (fighter, certificate)


def test_titles_of_several_years_are_each_paid() -> None:
    """Khoản 5 Điều 49 Nghị định 152/2025: titles won for different times are each paid."""
    before, now = (TITLE.ADVANCED_WORKER, 2024), (TITLE.GRASSROOTS_EMULATION_FIGHTER, 2025)
    assert paid(LAW, (before, now), KIND.PERSON, date(2025, 12, 20)) == (before, now)


@pytest.mark.parametrize(
    ("award", "article"),
    [
        (TITLE.ADVANCED_WORKER, "Điều 50 Nghị định số 152/2025/NĐ-CP"),
        (Commendation.CERTIFICATE, "Điều 54 Nghị định số 152/2025/NĐ-CP"),
        (Commendation.PROVINCIAL_MERIT_CERTIFICATE, "Điều 54 Nghị định số 152/2025/NĐ-CP"),
    ],
)
def test_commendations_have_another_article_than_titles(award: Award, article: str) -> None:
    assert multiple(LAW, award, KIND.PERSON, date(2025, 12, 20)).article == article


def test_a_collective_cannot_have_a_title_of_a_person() -> None:
    with pytest.raises(KeyError):
        prize(LAW, TITLE.ADVANCED_WORKER, KIND.COLLECTIVE, date(2024, 1, 1))
