"""Quarterly figures that belong to no measure or unit, that stand twice, or that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.consistency.fault import Fault, Path, row_number, unknown
from vanban.domain.consistency.results import plausible
from vanban.domain.progress import Progress, charged
from vanban.domain.receiver import units, units_named
from vanban.domain.rows import keyed
from vanban.domain.target import ALL_GROUPS, Measure, Target
from vanban.domain.wording import roman
from vanban.domain.year import Year


def unknown_progress(year: Year) -> Iterator[Fault]:
    """A figure of a target, a measure or a unit that is not there."""
    targets, known = keyed(year.plan.targets), keyed(units(year))
    for position, row in enumerate(year.progress):
        path: Path = ("progress", position)
        if row.target not in targets:
            yield unknown((*path, "target"), row.target, "chỉ tiêu", targets)
        elif row.measure not in (measures := keyed(targets[row.target].measures)):
            yield unknown((*path, "measure"), row.measure, "nội dung của chỉ tiêu này", measures)
        if row.unit is not None and row.unit not in known:
            yield unknown((*path, "unit"), row.unit, units_named(year.office), known)


def strangers(year: Year) -> Iterator[Fault]:
    """A figure of a unit that the plan does not charge with that measure: no sheet would print it."""
    groups = keyed(year.groups)
    for position, row, target, measure in _measured(year):
        units = charged(target, measure)
        if row.unit is None or row.unit in units or (row.unit in groups and ALL_GROUPS in units):
            continue
        if row.unit in groups or row.unit in keyed(year.collectives):
            yield Fault(
                path=("progress", position, "unit"),
                value=row.unit,
                reason=f"Kế hoạch không giao chỉ tiêu “{measure.name}” cho đơn vị này nên không phiếu nào in số này.",
                remedy=f"Hãy sửa mã đơn vị, để trống nếu là số của cả {year.office.own_noun}, hoặc giao chỉ tiêu này "
                "trong kế hoạch.",
            )


def repeated_progress(year: Year) -> Iterator[Fault]:
    """Two figures of one measure, quarter and unit."""
    first: dict[tuple[str, str, int, str | None], int] = {}
    for position, row in enumerate(year.progress):
        identity = (row.target, row.measure, row.quarter, row.unit)
        if identity in first:
            other = ("progress", first[identity], "measure")
            yield Fault(
                path=("progress", position, "measure"),
                other=other,
                value=row.measure,
                reason=f"Nội dung này của quý {roman(row.quarter)} đã có ở {row_number(other)}.",
                remedy="Hãy giữ một dòng, xóa dòng kia.",
            )
        first.setdefault(identity, position)


def implausible_progress(year: Year) -> Iterator[Fault]:
    """A figure that cannot be true."""
    for position, row, _, measure in _measured(year):
        yield from plausible(("progress", position, "achieved"), measure, row.achieved)


def _measured(year: Year) -> Iterator[tuple[int, Progress, Target, Measure]]:
    """Each figure whose measure the plan has, with its position."""
    measures = {(target.key, measure.key): (target, measure) for target, measure, _ in year.measures()}
    for position, row in enumerate(year.progress):
        if (row.target, row.measure) in measures:
            yield position, row, *measures[row.target, row.measure]


RULES: Final = (unknown_progress, strangers, repeated_progress, implausible_progress)
