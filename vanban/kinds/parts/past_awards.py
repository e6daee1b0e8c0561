"""The awards that a nominee has already, as an achievement report lists them: typed, remembered, issued this year."""

from __future__ import annotations

from vanban.domain.award import EmulationTitle, quoted
from vanban.domain.award_decision import Awardee
from vanban.domain.nomination import Achievement, PastAward
from vanban.domain.numbering import numbering_of
from vanban.domain.year import Year
from vanban.kinds.parts.reference import issuer_of, refer_shortly
from vanban.law.award_memory import issued_in_the_year, past_awards, remembered

READS = ("campaigns", "sudden_achievements", "award_history")
"""The parts of a year on which these depend."""


def past_titles(year: Year, achievement: Achievement) -> tuple[PastAward, ...]:
    """Emulation titles, the latest year first."""
    return past_awards(year, achievement.nominee, achievement.past_titles, _given(year, achievement, titles=True))


def past_commendations(year: Year, achievement: Achievement) -> tuple[PastAward, ...]:
    """Forms of commendation, the latest year first."""
    return past_awards(
        year, achievement.nominee, achievement.past_commendations, _given(year, achievement, titles=False)
    )


def _given(year: Year, achievement: Achievement, *, titles: bool) -> tuple[PastAward, ...]:
    issued = tuple(
        _cited(year, kind, key, row)
        for kind, key, row in issued_in_the_year(year, achievement.nominee)
        if isinstance(row.award, EmulationTitle) is titles
    )
    kept = tuple(
        PastAward(year=row.year, award=row.award, decision=row.decision)
        for row in remembered(year).get(achievement.nominee, ())
        if row.is_title is titles
    )
    return (*issued, *kept)


def _cited(year: Year, kind: str, key: str, row: Awardee) -> PastAward:
    document = numbering_of(year, kind).documents(year)[key]
    return PastAward(
        year=row.counted_for or year.year,
        award=quoted(row.award, year.office),
        decision=f"{refer_shortly(year, kind, key)} của {issuer_of(year, document)}",
    )
