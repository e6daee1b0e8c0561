"""The families that a decision of the office's head recognises as “Gia đình văn hóa”: unit by unit, numbered through.

Luật Thi đua, khen thưởng Điều 31, khoản 3 Điều 80: every year, by the head of the commune. Who passed stands in the
column “Đạt danh hiệu” of the table of households.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from vanban.domain.award import EmulationTitle, NomineeKind, quoted
from vanban.domain.money import in_digits, money_in_words
from vanban.domain.own_paper import row_keys
from vanban.domain.receiver_row import Receiver
from vanban.domain.registration import Household
from vanban.domain.rows import keyed, those
from vanban.domain.text_tree import LineRole
from vanban.domain.wording import count, decimal, percentage
from vanban.domain.year import Year, once_a_year
from vanban.kinds.parts.text import TextLine
from vanban.law.document_day import document_day
from vanban.law.prizes import prize

FAMILY: Final = EmulationTitle.CULTURAL_FAMILY
FAMILY_DECISION: Final = "family_decision"


@dataclass(frozen=True)
class RecognisedFamily:
    """One family: its number in the decision, its row, what documents say of it."""

    ordinal: int
    household: Household
    receiver: Receiver


@once_a_year
def recognised(year: Year) -> Mapping[str, RecognisedFamily]:
    """Every family that is recognised, by the key of its certificate: unit by unit as the table of units has them."""
    rows = [row for unit in year.groups for row in those(year.households, group=unit.key) if row.recognised]
    keys = row_keys(row.key or f"{row.group} {row.head}" for row in rows)
    return {
        key: RecognisedFamily(ordinal, row, row.as_receiver(year))
        for ordinal, (key, row) in enumerate(zip(keys, rows, strict=True), start=1)
    }


def by_unit(year: Year) -> tuple[tuple[str, tuple[RecognisedFamily, ...]], ...]:
    """The name of each unit with families that are recognised, and these."""
    names = {key: unit.name for key, unit in keyed(year.groups).items()}
    grouped = groupby(recognised(year).values(), key=lambda one: one.household.group)
    return tuple((names[unit], tuple(families)) for unit, families in grouped)


def unit_lines(year: Year) -> tuple[TextLine, ...]:
    """``- Thôn Đông: 139 hộ;`` for each unit, as the text of the decision counts them."""
    units = by_unit(year)
    ends = [*(";" for _ in units[:-1]), "."]
    return tuple(
        TextLine(role=LineRole.ITEM, text=f"- {name}: {count(len(families))} hộ{end}")
        for (name, families), end in zip(units, ends, strict=True)
    )


def family_figures(year: Year) -> Mapping[str, str]:
    """What the text of the decision may name between braces."""
    families = len(recognised(year))
    households = sum(unit.household_count for unit in year.groups)
    day = document_day(year, FAMILY_DECISION)
    each = prize(year.law, FAMILY, NomineeKind.HOUSEHOLD, day).amount if day else 0
    return {
        "families_recognised": count(families),
        "families_units": count(len(by_unit(year))),
        "families_share": percentage(families, households) if households else "",
        "families_prize": in_digits(each),
        "families_prize_total": in_digits(each * families),
        "families_prize_total_words": money_in_words(each * families),
    }


def told_in_all(year: Year) -> str:
    """The sentence under the list: how many families of how many households."""
    families, households = len(recognised(year)), sum(unit.household_count for unit in year.groups)
    share = f", đạt tỷ lệ {percentage(families, households)} tổng số {decimal(households)} hộ" if households else ""
    return f"Danh sách này có {count(families)} hộ gia đình được tặng danh hiệu {quoted(FAMILY)}{share}"
