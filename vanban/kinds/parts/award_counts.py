"""How many awards a year brought: by title or form, by kind of receiver, and by who decides or decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Final

from pydantic import Field

from vanban.domain.award import Award, EmulationTitle, NomineeKind, quoted
from vanban.domain.receiver import receiver
from vanban.domain.record import Record
from vanban.domain.wording import count, decimal
from vanban.domain.year import Year
from vanban.kinds.parts.awardees import awardees, counted, decisions
from vanban.law.document_day import document_day
from vanban.law.group_votes import groups_agreed
from vanban.law.ward_awards import submitted

_SUBMITTED: Final = "Đề nghị cấp trên"
_KINDS: Final = (NomineeKind.PERSON, NomineeKind.COLLECTIVE, NomineeKind.HOUSEHOLD, NomineeKind.RESIDENTIAL_GROUP)
_NONE: Final = "-"

Counts = Mapping[tuple[Award, NomineeKind], int]
"""How many receivers of one sort get one award."""


class AwardCountRow(Record):
    """One award in the report's table: what became of it, and how many receivers of each sort it has."""

    ordinal: str = Field(title="Số thứ tự")
    award: str = Field(title="Danh hiệu, hình thức khen thưởng")
    outcome: str = Field(title="Kết quả (cơ quan khen thưởng, đề nghị cấp trên, đơn vị bình xét)")
    people: str = Field(title="Số cá nhân")
    collectives: str = Field(title="Số tập thể")
    households: str = Field(title="Số hộ gia đình")
    groups: str = Field(title="Số đơn vị")
    total: str = Field(title="Cộng")


def award_count_rows(year: Year, until: date | None = None) -> tuple[AwardCountRow, ...]:
    """What the ward's decisions gave, then what was submitted, then what the residential groups selected.

    Decisions after ``until`` are not counted. The three are never added up: what a group selects or the ward submits is
    not decided yet.
    """
    own = year.office.own_noun
    outcomes = (
        (f"{own[:1].upper()}{own[1:]} khen thưởng", ward_counts(year, until)),
        (_SUBMITTED, submitted_counts(year)),
        (f"{year.office.unit_kind.name} bình xét", group_counts(year)),
    )
    rows = [
        (award, outcome, counts)
        for outcome, counts in outcomes
        for award in dict.fromkeys(award for award, _ in counts)
    ]
    return tuple(_row(year, ordinal, *row) for ordinal, row in enumerate(rows, start=1))


def _row(year: Year, ordinal: int, award: Award, outcome: str, counts: Counts) -> AwardCountRow:
    people, collectives, households, groups = (counts.get((award, kind), 0) for kind in _KINDS)
    return AwardCountRow(
        ordinal=str(ordinal),
        award=quoted(award, year.office),
        outcome=outcome,
        people=_printed(people),
        collectives=_printed(collectives),
        households=_printed(households),
        groups=_printed(groups),
        total=_printed(people + collectives + households + groups),
    )


def _printed(number: int) -> str:
    return decimal(number) if number else _NONE


def ward_counts(year: Year, until: date | None = None) -> Counts:
    """What the decisions of the ward itself gave, all of the year or those up to a day."""
    return Counter(
        (row.award, receiver(year, row.nominee).kind)
        for kind, key in decisions(year)
        if until is None or ((day := document_day(year, kind, key)) and day <= until)
        for row in awardees(year, kind, key)
    )


def submitted_counts(year: Year) -> Counts:
    """What a higher level is asked for."""
    return Counter((row.award, receiver(year, row.nominee).kind) for row in submitted(year))


def group_counts(year: Year) -> Counts:
    """The households and the residential groups that the groups' own meetings selected; nothing that is 0."""
    found = {
        (EmulationTitle.CULTURAL_FAMILY, NomineeKind.HOUSEHOLD): families_selected(year),
        (EmulationTitle.CULTURAL_RESIDENTIAL_GROUP, NomineeKind.RESIDENTIAL_GROUP): groups_agreed(year),
    }
    return {which: number for which, number in found.items() if number}


def families_selected(year: Year) -> int:
    """How many households the residential groups selected for Gia đình văn hóa."""
    return sum(row.cultural_families for row in year.group_meetings)


def award_count_figures(year: Year, until: date | None = None) -> Mapping[str, str]:
    """How many awards the ward gave, in all and by sort of receiver, for sentences."""
    given = ward_counts(year, until)
    by_kind = {kind: sum(number for (_, sort), number in given.items() if sort is kind) for kind in _KINDS}
    return {
        "year_awards": count(sum(given.values())),
        "year_awards_receivers": counted(year.office, by_kind),
    }


def group_count_figures(year: Year) -> Mapping[str, str]:
    """What the residential groups selected, for sentences."""
    return {
        "cultural_families_selected": count(families_selected(year)),
        "groups_selected": count(groups_agreed(year)),
    }
