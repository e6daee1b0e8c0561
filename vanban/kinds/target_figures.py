"""How many measures of the plan are met, unmet, without a figure, above or below last year: for sentences."""

from __future__ import annotations

from collections.abc import Mapping

from vanban.domain.target import Result, change, is_met
from vanban.domain.wording import count, listing, percentage
from vanban.domain.year import Year


def target_figures(year: Year, results: tuple[Result, ...], prefix: str = "") -> Mapping[str, str]:
    """Every figure that is counted from ``results``, by its name after ``prefix``."""
    held = year.measures(results)
    verdicts = [is_met(measure, result) if result else None for _, measure, result in held]
    met, unmet, unjudged = (verdicts.count(verdict) for verdict in (True, False, None))
    changes = [more for _, _, result in held if (more := change(result)) is not None]
    said = ((met, "đạt"), (unmet, "không đạt"), (unjudged, "chưa có số liệu"))
    figures = {
        "targets_met": count(_targets_met(year, results)),
        "measures_met": count(met),
        "measures_unmet": count(unmet),
        "measures_unjudged": count(unjudged),
        "measures_verdicts": listing(f"{count(number)} nội dung {verdict}" for number, verdict in said if number),
        "measures_met_share": percentage(met, len(verdicts)),
        "measures_compared": count(len(changes)),
        "measures_up": count(sum(more > 0 for more in changes)),
        "measures_down": count(sum(more < 0 for more in changes)),
        "measures_level": count(sum(more == 0 for more in changes)),
    }
    return {prefix + name: value for name, value in figures.items()}


def _targets_met(year: Year, results: tuple[Result, ...]) -> int:
    """How many targets have every measure met."""
    failed = {
        target.key
        for target, measure, result in year.measures(results)
        if result is None or is_met(measure, result) is not True
    }
    return len(year.plan.targets) - len(failed)
