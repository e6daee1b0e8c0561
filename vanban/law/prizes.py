"""Prize money: multiples of the base salary on the day of the decision, rounded up as the decree says."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from vanban.domain.award import Award, Commendation, EmulationTitle, NomineeKind
from vanban.domain.law_pack import Law
from vanban.domain.money import rounded_up
from vanban.domain.provision import PrizeProvision
from vanban.law.provision import Stated, in_force

_Time = TypeVar("_Time", bound=Hashable)
"""Whatever tells the time for which a title is given from another."""


def awards_with_prizes(law: Law) -> tuple[tuple[Award, NomineeKind], ...]:
    """Every award with every kind of receiver that can have it, in the order of the law packs."""
    rows = (row for pack in law.packs for provision in pack.prizes for row in provision.prizes)
    return tuple(dict.fromkeys((row.award, row.receiver) for row in rows))


def multiple(law: Law, award: Award, kind: NomineeKind, day: date) -> Stated[int]:
    """The prize in hundredths of the base salary; ``KeyError`` where ``kind`` cannot have ``award``."""
    found = [(row, hundredths) for row in law.prizes if (hundredths := _hundredths(row, award, kind)) is not None]
    if not found:
        raise KeyError(award, kind)
    values = {id(row): hundredths for row, hundredths in found}
    return in_force(law, (row for row, _ in found), day, lambda row: values[id(row)])


def _hundredths(row: PrizeProvision, award: Award, kind: NomineeKind) -> int | None:
    return next((one.hundredths for one in row.prizes if (one.award, one.receiver) == (award, kind)), None)


def base_salary(law: Law, day: date) -> Stated[int]:
    """Mức lương cơ sở on ``day``; :class:`~vanban.errors.NoLawBook` for a day before the first that is known."""
    return in_force(law, law.base_salaries, day, lambda row: row.amount)


def rounding(law: Law, day: date) -> Stated[int]:
    """To how many đồng prizes are rounded up on ``day``; :class:`~vanban.errors.NoLawBook` before the law book."""
    return in_force(law, law.rounding, day, lambda row: row.to)


@dataclass(frozen=True)
class Prize:
    """The money that goes with one award: how it comes about and how much, in đồng."""

    hundredths: int
    base_salary: int
    amount: int


def prize(law: Law, award: Award, kind: NomineeKind, day: date, *, round_up: bool | None = None) -> Prize:
    """The prize of an award decided on ``day``; ``round_up`` overrides what the decree says about rounding.

    The household's 1,5 times is taken of the bare product, then rounded: the decree does not say which comes first.
    ``KeyError`` where ``kind`` cannot have ``award``; :class:`~vanban.errors.NoLawBook` before the law book.
    """
    hundredths, salary = multiple(law, award, kind, day).value, base_salary(law, day).value
    to = rounding(law, day).value if round_up is not False else 1
    return Prize(hundredths, salary, rounded_up(hundredths * salary, to))


def paid(
    law: Law, awards: Iterable[tuple[Award, _Time]], kind: NomineeKind, day: date
) -> tuple[tuple[Award, _Time], ...]:
    """Those of one receiver's awards for which money is paid, each with the year for which it is given.

    Of the titles of one time that with the highest prize, every title of another time, and every form of commendation
    (khoản 5, 6, 7 Điều 49 Nghị định số 152/2025/NĐ-CP).
    """
    awards = tuple(awards)
    best: dict[_Time, Award] = {}
    for award, time in awards:
        if isinstance(award, EmulationTitle) and (
            time not in best or multiple(law, award, kind, day).value > multiple(law, best[time], kind, day).value
        ):
            best[time] = award
    return tuple((award, time) for award, time in awards if isinstance(award, Commendation) or award is best[time])
