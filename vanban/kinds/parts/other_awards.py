"""Who is proposed for an award of another system, or given it: a table where a text calls for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vanban.domain.money import in_digits
from vanban.domain.other_award import OtherAward, OtherNomination
from vanban.domain.receiver import RECEIVER_PARTS, receiver
from vanban.domain.rows import keyed, those
from vanban.domain.text_table import TextColumn, TextTable
from vanban.domain.text_tree import Block
from vanban.domain.year import Year, once_a_year

OTHER_AWARDS: Final = ("other_awards", "other_nominations", *RECEIVER_PARTS)
"""The parts of a year on which such a list depends."""

_PRIZE: Final = TextColumn(name="Tiền thưởng", width=30)
_COLUMNS: Final = (
    TextColumn(name="TT"),
    TextColumn(name="Họ và tên, tên tập thể", width=48),
    TextColumn(name="Chức vụ, đơn vị; địa chỉ", width=45),
    TextColumn(name="Thành tích"),
)


@once_a_year
def listed(year: Year, award: str) -> tuple[OtherNomination, ...]:
    """Whom a list of that award names, in the order of the table: all but those who are not given it."""
    return tuple(row for row in those(year.other_nominations, award=award) if row.given is not False)


def award_table(year: Year, award: str) -> Block:
    """The table of them; a sentence where there is nobody. ``KeyError`` for an award that the office does not know."""
    said, rows = keyed(year.other_awards)[award], listed(year, award)
    if not rows:
        return Block(text="Không có trường hợp nào.")
    prize = (in_digits(said.prize),) if said.prize else ()
    columns = (*_COLUMNS, _PRIZE) if prize else _COLUMNS
    named = ((receiver(year, row.nominee), row.achievement.rstrip(" .;")) for row in rows)
    cells = tuple((one.addressed, one.title, achievement, *prize) for one, achievement in named)
    return Block(table=TextTable(columns=columns, rows=cells))


@once_a_year
def certified_awards(year: Year) -> Mapping[str, tuple[OtherAward, OtherNomination, int]]:
    """Every certificate that the office itself hands over, by its key: award, receiver, the number in the decision."""
    known = keyed(year.documents)
    return {
        f"{award.key}-{row.nominee}": (award, row, ordinal)
        for award in year.other_awards
        if award.own and award.certificate and award.decision in known
        for ordinal, row in enumerate(listed(year, award.key), start=1)
    }
