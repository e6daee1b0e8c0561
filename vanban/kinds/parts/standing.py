"""Where the measures of one unit stand at the end of a quarter: what is reported, met, overdue."""

from __future__ import annotations

from typing import Final

from vanban.domain.progress import QUARTERS, Progress, charged
from vanban.domain.record import Record
from vanban.domain.rows import first, keyed
from vanban.domain.target import ALL_GROUPS, Duty, Measure, Result, Target, duty, is_met, shared
from vanban.domain.year import Year

_OF_ANY_SIZE: Final = ("%", None)
"""Units of measure in which a unit's own figure may be held against the ward's: a share, or just done or not."""


class Standing(Record):
    """One measure that a unit is charged with, at the end of a quarter.

    ``results`` are those of the four quarters. ``comparable`` says whether the last one can be held against the plan:
    a unit's own count cannot, where several units reach the ward's number together. ``met`` is ``None`` where nothing
    can be judged, ``leads`` where the plan names nobody who leads. ``shared``: the
    unit helps to reach what binds the office as a whole. ``overdue``: the day has come, and the last figure
    reported, of whichever quarter, does not meet the measure, or none is reported at all.
    """

    measure: Measure
    charge: Duty
    shared: bool
    leads: bool | None
    results: tuple[Result | None, ...]
    comparable: bool
    met: bool | None
    overdue: bool

    def result(self, quarter: int) -> Result | None:
        """What is reported for that quarter."""
        return self.results[quarter - 1]


class _Reported(Record):
    """What is reported for one quarter, and whether it can be held against the ward's plan."""

    result: Result
    comparable: bool

    def met(self, measure: Measure) -> bool | None:
        return is_met(measure, self.result) if self.comparable else None


def charges(year: Year, unit: str) -> tuple[tuple[Target, Measure], ...]:
    """The measures that the plan charges the unit with, a residential group with what it charges all groups with."""
    name = _name(year, unit)
    return tuple((target, measure) for target, measure, _ in year.measures() if name in charged(target, measure))


def standings(year: Year, unit: str, quarter: int) -> tuple[Standing, ...]:
    """Each of those measures at the end of the quarter; nothing later is looked at."""
    return tuple(_standing(year, unit, quarter, target, measure) for target, measure in charges(year, unit))


def _standing(year: Year, unit: str, quarter: int, target: Target, measure: Measure) -> Standing:
    reported = [_reported(year, unit, each, target, measure) if each <= quarter else None for each in QUARTERS]
    now = reported[quarter - 1]
    last = next((one for one in reversed(reported) if one), None)
    charge = duty(target, measure)
    late = charge.due is not None and charge.due <= year.year.quarter_ends(quarter)
    return Standing(
        measure=measure,
        charge=charge,
        shared=shared(target, _name(year, unit)),
        leads=charge.lead == _name(year, unit) if charge.lead else None,
        results=tuple(one.result if one else None for one in reported),
        comparable=now is not None and now.comparable,
        met=now.met(measure) if now else None,
        overdue=late and (last is None or (last.comparable and last.met(measure) is not True)),
    )


def _name(year: Year, unit: str) -> str:
    """What the plan calls the unit: all residential groups have one name there."""
    return ALL_GROUPS if unit in keyed(year.groups) else unit


def _reported(year: Year, unit: str, quarter: int, target: Target, measure: Measure) -> _Reported | None:
    """The unit's own figure; else the ward's, which says nothing about a single residential group."""
    own = _row(year, unit, quarter, target, measure)
    if own is not None:
        alone = charged(target, measure) == (unit,)
        return _Reported(result=own, comparable=alone or measure.unit in _OF_ANY_SIZE)
    if unit in keyed(year.groups):
        return None
    ward = _row(year, None, quarter, target, measure) or _of_the_year(year, quarter, target, measure)
    return _Reported(result=ward, comparable=True) if ward else None


def _row(year: Year, unit: str | None, quarter: int, target: Target, measure: Measure) -> Result | None:
    row = first(year.progress, target=target.key, measure=measure.key, quarter=quarter, unit=unit)
    return _result(row) if row else None


def _of_the_year(year: Year, quarter: int, target: Target, measure: Measure) -> Result | None:
    """What the reports of six months and of the year say, so that nobody enters it twice."""
    results = {2: year.mid_year_results, 4: year.results}.get(quarter, ())
    return first(results, target=target.key, measure=measure.key)


def _result(row: Progress) -> Result:
    return Result(target=row.target, measure=row.measure, achieved=row.achieved, done=row.done, note=row.note)
