"""Prize money: multiples of the base salary on the day of the decision, rounded up to tens of thousands of đồng."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from vanban.domain.award import Award, Commendation, EmulationTitle, NomineeKind
from vanban.domain.money import rounded_up
from vanban.law.provision import (
    DECREE_98,
    DECREE_152,
    QUOTATION,
    REPORT,
    THREE_LEVELS,
    TWO_LEVELS,
    Certainty,
    Period,
    Stated,
    in_force,
)

BASE_SALARY: Final = (
    Stated(
        1_800_000,
        "Nghị định số 24/2023/NĐ-CP",
        REPORT,
        Certainty.SECONDARY,
        Period(date(2023, 7, 1), date(2024, 6, 30)),
    ),
    Stated(
        2_340_000,
        "Nghị định số 73/2024/NĐ-CP",
        QUOTATION,
        Certainty.SECONDARY,
        Period(date(2024, 7, 1), date(2026, 6, 30)),
    ),
    Stated(2_530_000, "Nghị định số 161/2026/NĐ-CP", REPORT, Certainty.TO_CHECK, Period(date(2026, 7, 1))),
)
"""Mức lương cơ sở, đồng a month."""

ROUNDING: Final = (
    Stated(
        True,
        f"Điều 53 {DECREE_98}",
        "nội dung như Nghị định số 152/2025/NĐ-CP, Điều 49 khoản 2; số điều chưa đối chiếu",
        Certainty.TO_CHECK,
        THREE_LEVELS,
    ),
    Stated(True, f"khoản 2 Điều 49 {DECREE_152}", QUOTATION, Certainty.SECONDARY, TWO_LEVELS),
)
"""Whether a prize is rounded up to tens of thousands: the text says so, yet many offices print the bare product."""

_PERSON, _COLLECTIVE = NomineeKind.PERSON, NomineeKind.COLLECTIVE
_HOUSEHOLD, _GROUP, _WARD = NomineeKind.HOUSEHOLD, NomineeKind.RESIDENTIAL_GROUP, NomineeKind.WARD

_READ: Final = (QUOTATION, Certainty.READ)
_OWN: Final = (REPORT, Certainty.TO_CHECK)

_MULTIPLES: Final[dict[tuple[Award, NomineeKind], tuple[int, tuple[str, Certainty]]]] = {
    (EmulationTitle.ADVANCED_WORKER, _PERSON): (30, _READ),
    (EmulationTitle.GRASSROOTS_EMULATION_FIGHTER, _PERSON): (100, _READ),
    (EmulationTitle.PROVINCIAL_EMULATION_FIGHTER, _PERSON): (300, _READ),
    (EmulationTitle.ADVANCED_COLLECTIVE, _COLLECTIVE): (80, _READ),
    (EmulationTitle.EXCELLENT_COLLECTIVE, _COLLECTIVE): (150, _READ),
    (EmulationTitle.PROVINCIAL_EMULATION_FLAG, _COLLECTIVE): (800, _READ),
    (EmulationTitle.EXEMPLARY_WARD, _WARD): (200, _READ),
    (EmulationTitle.CULTURAL_RESIDENTIAL_GROUP, _GROUP): (150, _READ),
    (EmulationTitle.CULTURAL_FAMILY, _HOUSEHOLD): (10, _OWN),
    (Commendation.CERTIFICATE, _PERSON): (30, _OWN),
    (Commendation.CERTIFICATE, _COLLECTIVE): (60, _READ),
    (Commendation.CERTIFICATE, _GROUP): (60, _OWN),
    (Commendation.CERTIFICATE, _HOUSEHOLD): (45, _OWN),
    (Commendation.PROVINCIAL_MERIT_CERTIFICATE, _PERSON): (150, _OWN),
    (Commendation.PROVINCIAL_MERIT_CERTIFICATE, _COLLECTIVE): (300, _READ),
    (Commendation.PROVINCIAL_MERIT_CERTIFICATE, _HOUSEHOLD): (225, _OWN),
}
"""Hundredths of the base salary. A household gets 1,5 times a person's prize for a form of commendation."""

AWARDS: Final = tuple(_MULTIPLES)
"""Every award with every kind of nominee that can have it, in the order of the printed law book."""


def multiple(award: Award, kind: NomineeKind, day: date) -> Stated[int]:
    """The prize in hundredths of the base salary; ``KeyError`` where ``kind`` cannot have ``award``."""
    hundredths, (source, certainty) = _MULTIPLES[award, kind]
    new = TWO_LEVELS.covers(day)
    article = f"Điều 50 {DECREE_152}" if new else f"Điều 54 {DECREE_98}"
    return Stated(hundredths, article, source, certainty, TWO_LEVELS if new else THREE_LEVELS)


def base_salary(day: date) -> Stated[int]:
    """Mức lương cơ sở on ``day``; :class:`~vanban.errors.NoLawBook` for a day before 01/7/2023."""
    return in_force(BASE_SALARY, day)


def rounding(day: date) -> Stated[bool]:
    """Whether prizes are rounded up on ``day``; :class:`~vanban.errors.NoLawBook` for a day before 01/01/2024."""
    return in_force(ROUNDING, day)


@dataclass(frozen=True)
class Prize:
    """The money that goes with one award: how it comes about and how much, in đồng."""

    hundredths: int
    base_salary: int
    amount: int


def prize(award: Award, kind: NomineeKind, day: date, *, round_up: bool | None = None) -> Prize:
    """The prize of an award decided on ``day``; ``round_up`` overrides what the decree says about rounding.

    The household's 1,5 times is taken of the bare product, then rounded: the decree does not say which comes first.
    ``KeyError`` where ``kind`` cannot have ``award``; :class:`~vanban.errors.NoLawBook` for a day before 01/01/2024.
    """
    hundredths, salary = multiple(award, kind, day).value, base_salary(day).value
    up = rounding(day).value if round_up is None else round_up
    return Prize(hundredths, salary, rounded_up(hundredths * salary, 10_000 if up else 1))


def paid(awards: Iterable[Award], kind: NomineeKind, day: date) -> tuple[Award, ...]:
    """Those of one nominee's awards of one year for which money is paid: the title with the highest prize, and every
    form of commendation (khoản 5, 6, 7 Điều 49 Nghị định số 152/2025/NĐ-CP)."""
    awards = tuple(awards)
    titles = [award for award in awards if isinstance(award, EmulationTitle)]
    best = max(titles, key=lambda title: multiple(title, kind, day).value, default=None)
    return tuple(award for award in awards if award is best or isinstance(award, Commendation))
