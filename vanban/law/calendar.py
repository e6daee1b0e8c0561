"""The days by which the law, the province and the office's own plan want something done in a year, in one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final, NamedTuple

from vanban.domain.law_pack import Law
from vanban.domain.provision import DeadlineEvent, DeadlineProvision
from vanban.domain.work_year import WorkYear
from vanban.errors import NoLawBook
from vanban.law.fact_words import span
from vanban.law.provision import Stated, in_force

SOON: Final = 10
"""Days before a deadline on which the calendar begins to remind of it."""


class Happened(NamedTuple):
    """A deed of the year from which a span is counted: whose it is, its day, the day on which the span was kept."""

    whose: str
    day: date
    done_on: date | None = None


@dataclass(frozen=True)
class DueDay:
    """A deadline: ``due`` where its day is known, else ``span`` says how long it may take; ``whose`` it is."""

    due: date | None
    what: str
    whose: str
    span: str
    found: Stated[DeadlineProvision] | None = None
    done_on: date | None = None

    def is_soon(self, today: date) -> bool:
        """Whether it falls due within the next days and nobody has said that it is done."""
        undone = self.done_on is None or self.done_on > today
        return undone and self.due is not None and 0 <= (self.due - today).days <= SOON

    def state(self, today: date) -> str:
        """What a clerk is to be reminded of on ``today``."""
        if self.done_on is not None and self.done_on <= today:
            return "đã xong"
        if self.due is None:
            return self.span
        left = (self.due - today).days
        if left < 0:
            return f"đã qua {-left} ngày"
        return f"SẮP ĐẾN HẠN: còn {left} ngày" if left <= SOON else f"còn {left} ngày"


def calendar(
    law: Law,
    year: WorkYear,
    happened: Mapping[DeadlineEvent, Iterable[Happened]],
    done: Mapping[str, date] = MappingProxyType({}),
    own: Iterable[tuple[str, date]] = (),
) -> tuple[DueDay, ...]:
    """Every deadline of ``year``: those with a day in its order, then those that only say how long something may take.

    ``done`` are the days on which yearly deadlines were met, by key; ``own`` the days that the office's plan sets.
    """
    rows = [DueDay(day, name, "", "") for name, day in own if year.holds(day)]
    for key in dict.fromkeys(row.key for row in law.deadlines):
        rows += _of_key(law, year, key, happened, done.get(key))
    return tuple(sorted(rows, key=lambda row: (row.due is None, row.due or date.max, row.what, row.whose)))


def _of_key(
    law: Law, year: WorkYear, key: str, happened: Mapping[DeadlineEvent, Iterable[Happened]], done_on: date | None
) -> Iterator[DueDay]:
    rules = [row for row in law.deadlines if row.key == key]
    if rules[0].event is not None and rules[0].days is not None and not rules[0].working:
        for one in happened.get(rules[0].event, ()):
            if held := _on(law, rules, one.day):
                days = timedelta(days=held.value.days or 0)
                due = one.day - days if held.value.before else one.day + days
                yield DueDay(due, held.value.text, one.whose, span(held.value), held, one.done_on)
        return
    for rule in rules:
        day = year.on(rule.month, rule.day) if rule.month and rule.day else year.ends
        held = _on(law, rules, day)
        if held and held.value is rule:
            yield DueDay(day if rule.month else None, rule.text, "", span(rule), held, done_on)


def _on(law: Law, rules: Iterable[DeadlineProvision], day: date) -> Stated[DeadlineProvision] | None:
    try:
        return in_force(law, rules, day, lambda row: row)
    except NoLawBook:
        return None
