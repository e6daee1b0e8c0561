"""How long dossiers are kept and when they are handed over (Nghị định 30/2020, Điều 30; Luật Lưu trữ 2024, Điều 15)."""

from __future__ import annotations

from datetime import date

import pytest
from shipped_packs import COUNTRY

from vanban.domain.dossier import Dossier, RetentionPeriod, longest
from vanban.domain.law_text import Certainty
from vanban.law import retention


def closed(day: date | None, years: int | None = 10) -> Dossier:
    period = RetentionPeriod(years=years)
    return Dossier(code="01.TĐKT", year=2024, title="Hồ sơ", retention=period, creator="Lan", closed_on=day)


@pytest.mark.parametrize(
    ("end", "last"),
    [
        (date(2024, 12, 20), date(2025, 12, 20)),
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2024, 12, 31), date(2025, 12, 31)),
    ],
)
def test_a_dossier_is_handed_over_within_a_year_of_its_end(end: date, last: date) -> None:
    assert retention.hand_over_by(COUNTRY, end) == last


def test_a_warning_comes_thirty_days_before_and_stays_when_late() -> None:
    dossiers = (closed(date(2024, 12, 20)), closed(None))
    assert retention.due(COUNTRY, dossiers, date(2025, 11, 19)) == ()
    for today in (date(2025, 11, 20), date(2026, 5, 1)):
        assert retention.due(COUNTRY, dossiers, today) == ((dossiers[0], date(2025, 12, 20)),)


def test_years_are_counted_to_the_end_of_the_year_and_for_ever_has_no_end() -> None:
    assert retention.keep_until(closed(date(2024, 12, 20))) == date(2034, 12, 31)
    assert retention.keep_until(closed(date(2024, 12, 20), None)) is None
    assert retention.keep_until(closed(None)) is None
    assert [str(RetentionPeriod(years=years)) for years in (None, 5, 20)] == ["Vĩnh viễn", "05 năm", "20 năm"]
    assert longest([RetentionPeriod(years=20), RetentionPeriod(), RetentionPeriod(years=50)]) == RetentionPeriod()


def test_periods_outside_the_new_law_are_refused_from_its_first_day() -> None:
    assert retention.allowed(COUNTRY, RetentionPeriod(years=1), date(2025, 6, 30))
    assert not retention.allowed(COUNTRY, RetentionPeriod(years=1), date(2025, 7, 1))
    assert not retention.allowed(COUNTRY, RetentionPeriod(years=71), date(2025, 7, 1))
    assert retention.allowed(COUNTRY, RetentionPeriod(), date(2025, 7, 1))


def test_a_period_of_a_circular_that_was_replaced_is_shown_in_doubt() -> None:
    keys = {row.key for row in COUNTRY.retention}
    assert len(keys) == 12
    for key in keys:
        found = retention.retention(COUNTRY, key, date(2024, 12, 31))
        assert "Thông tư số 10/2022/TT-BNV" in found.doubt
        assert found.certainty is Certainty.TO_CHECK
