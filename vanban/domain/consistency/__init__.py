"""Turn a year into everything in it that contradicts itself: step 2, Check.

Each part of a year may be well formed and still speak of a group that is not there, of an official who has left, or of
a result without a target. Nothing here knows files: a fault says where in the year it stands, and whoever read the
files says where that is.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.domain.consistency import (
    achievements,
    days,
    duplicates,
    duties,
    households,
    initiatives,
    names,
    occasions,
    offices,
    other_awards,
    own_papers,
    paragraphs,
    period,
    progress,
    references,
    registrations,
    reminders,
    results,
    scores,
    selection,
    targets,
    texts,
)
from vanban.domain.consistency.causes import Examined, told_once
from vanban.domain.consistency.fault import Fault
from vanban.domain.year import Year

__all__ = ["Fault", "check", "examine"]

_RULES = (
    *duplicates.RULES,
    *days.RULES,
    *references.RULES,
    *offices.RULES,
    *achievements.RULES,
    *initiatives.RULES,
    *paragraphs.RULES,
    *period.RULES,
    *texts.RULES,
    *names.RULES,
    *registrations.RULES,
    *occasions.RULES,
    *households.RULES,
    *targets.RULES,
    *duties.RULES,
    *reminders.RULES,
    *results.RULES,
    *progress.RULES,
    *scores.RULES,
    *selection.RULES,
    *own_papers.RULES,
    *other_awards.RULES,
)


def check(year: Year) -> tuple[Fault, ...]:
    """Every fault of ``year``, in the order of the rules and then of the data, each cause once; none if it is sound."""
    return examine(year).faults


def examine(year: Year) -> Examined:
    """The faults of :func:`check`, and what other rules are to look at, so that one mistake is not told twice."""
    return told_once(year, _all)


def _all(year: Year) -> Iterator[Fault]:
    return (fault for rule in _RULES for fault in rule(year))
