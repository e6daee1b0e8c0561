"""What points add up to: of one receiver in one period, of the year by weights, and who comes where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from vanban.domain.receiver_row import Receiver, ReceiverRow
from vanban.domain.rows import keyed
from vanban.domain.scoring import Criterion, CriterionKind, Score, Scored, Scoring
from vanban.domain.year import Year, once_a_year

_PLACES: Final = Decimal("0.01")
"""Weighted points of a year are rounded to hundredths, halves up: custom."""


@dataclass(frozen=True)
class Tally:
    """Points of one receiver: on the criteria, on top, off; ``missing`` counts the criteria without points."""

    scored: Decimal
    bonus: Decimal
    penalty: Decimal
    total: Decimal
    missing: int

    @property
    def is_whole(self) -> bool:
        """Whether every criterion has its points."""
        return not self.missing


@dataclass(frozen=True)
class Placed:
    """One receiver in a summary: with the points of each period, the total, the rank; none of both while not whole."""

    receiver: Receiver
    periods: Mapping[int, Tally]
    total: Decimal | None
    rank: int | None
    grade: str


def scoring_of(year: Year, row: Criterion | Score) -> str:
    """The key of the scoring that a row belongs to: the only one where it names none; empty where that says nothing."""
    if row.scoring is not None:
        return row.scoring
    return year.scorings[0].key if len(year.scorings) == 1 else ""


@once_a_year
def criteria_of(year: Year, scoring: str) -> tuple[Criterion, ...]:
    """The criteria of a scoring, group by group as the groups come first in the table."""
    own = [row for row in year.criteria if scoring_of(year, row) == scoring]
    groups = list(dict.fromkeys(row.heading for row in own))
    order = tuple(CriterionKind)
    return tuple(sorted(own, key=lambda row: (groups.index(row.heading), not row.heading and order.index(row.kind))))


@once_a_year
def scored_receivers(year: Year, scoring: str) -> Mapping[str, Receiver]:
    """Whom a scoring scores, in the order of their table."""
    said = keyed(year.scorings)[scoring]
    known = keyed(_rows(year, said.scored))
    wanted = said.receivers or tuple(known)
    return {key: known[key].as_receiver(year) for key in wanted if key in known}


def _rows(year: Year, scored: Scored) -> tuple[ReceiverRow, ...]:
    match scored:
        case Scored.UNITS:
            return year.groups
        case Scored.COLLECTIVES:
            return year.collectives
        case Scored.PEOPLE:
            return year.people


@once_a_year
def _by_sheet(year: Year, scoring: str) -> Mapping[tuple[str, int], Mapping[str, Score]]:
    found: dict[tuple[str, int], dict[str, Score]] = {}
    said = keyed(year.scorings)[scoring]
    for row in year.scores:
        if scoring_of(year, row) == scoring:
            found.setdefault((row.receiver, said.period_of(row)), {}).setdefault(row.criterion, row)
    return found


def scores_of(year: Year, scoring: str, receiver: str, period: int) -> Mapping[str, Score]:
    """The rows of one sheet by their criterion; none while it is blank."""
    return _by_sheet(year, scoring).get((receiver, period), {})


def scored_periods(year: Year, scoring: str) -> tuple[int, ...]:
    """The periods in which anybody has points, in the order of the year."""
    told = {period for _, period in _by_sheet(year, scoring)}
    return tuple(period for period in keyed(year.scorings)[scoring].periods(year.year) if period in told)


def tally(scoring: Scoring, criteria: Iterable[Criterion], rows: Mapping[str, Score], *, own: bool = False) -> Tally:
    """What the points of one sheet add up to: those of whoever assesses, or the receiver's ``own``.

    Points taken off count the same whether they are typed with a minus or without.
    """
    sums = dict.fromkeys(CriterionKind, Decimal(0))
    missing = 0
    for criterion in criteria:
        row = rows.get(criterion.key)
        points = None if row is None else row.own if own else row.assessed
        if points is None:
            missing += criterion.kind is CriterionKind.SCORED
        else:
            sums[criterion.kind] += abs(points) if criterion.kind is CriterionKind.PENALTY else points
    scored, bonus, penalty = (sums[kind] for kind in CriterionKind)
    total = scored + bonus - penalty
    if scoring.capped and scoring.scale is not None:
        total = min(total, scoring.scale)
    return Tally(scored, bonus, penalty, total, missing)


def placed(year: Year, scoring: str, periods: tuple[int, ...]) -> tuple[Placed, ...]:
    """Everybody whom a scoring scores, best first, by the points of those ``periods``; equal points have one rank.

    Whoever lacks points of a criterion comes last, in the order of their table, without a rank.
    """
    said, criteria = keyed(year.scorings)[scoring], criteria_of(year, scoring)
    totals: dict[str, Decimal | None] = {}
    tallies: dict[str, dict[int, Tally]] = {}
    for key in scored_receivers(year, scoring):
        tallies[key] = {period: tally(said, criteria, scores_of(year, scoring, key, period)) for period in periods}
        totals[key] = _weighted(year, said, tallies[key])
    known = [total for total in totals.values() if total is not None]
    rows = [
        Placed(
            receiver=receiver,
            periods=tallies[key],
            total=(total := totals[key]),
            rank=None if total is None else 1 + sum(other > total for other in known),
            grade="" if total is None else said.grade(total),
        )
        for key, receiver in scored_receivers(year, scoring).items()
    ]
    return tuple(sorted(rows, key=lambda row: len(rows) + 1 if row.rank is None else row.rank))


def _weighted(year: Year, scoring: Scoring, tallies: Mapping[int, Tally]) -> Decimal | None:
    """The mean of the periods by their weights; ``None`` while points are missing."""
    if not tallies or not all(one.is_whole for one in tallies.values()):
        return None
    if len(tallies) == 1:
        return next(iter(tallies.values())).total
    weights = {period: scoring.weight(year.year, period) for period in tallies}
    whole = sum(weights.values())
    if not whole:
        return None
    summed = sum((one.total * weights[period] for period, one in tallies.items()), Decimal(0))
    return (summed / whole).quantize(_PLACES, ROUND_HALF_UP)
