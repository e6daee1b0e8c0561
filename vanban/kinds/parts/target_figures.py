"""How many measures of the plan are met, unmet, without a figure, above or below last year: for sentences."""

from __future__ import annotations

from collections.abc import Mapping

from vanban.domain.target import Result, change, is_met
from vanban.domain.wording import count, listing, lower_first, percentage
from vanban.domain.year import Year
from vanban.kinds.parts.target_rows import AT_THE_END, PENDING, Verdicts


def target_figures(year: Year, results: tuple[Result, ...], called: Verdicts = AT_THE_END) -> Mapping[str, str]:
    """Every figure that is counted from ``results``, by its name; ``called`` is how a sentence calls the judgement."""
    held = year.measures(results)
    pending = sum(result is not None and result.pending for _, _, result in held)
    verdicts = [is_met(measure, result) if result else None for _, measure, result in held]
    met, unmet, unjudged = (verdicts.count(verdict) for verdict in (True, False, None))
    changes = [more for _, _, result in held if (more := change(result)) is not None]
    said = ((met, called[True]), (unmet, called[False]), (pending, PENDING), (unjudged - pending, called[None]))
    return {
        "targets_met": count(_targets_met(year, results)),
        "measures_met": count(met),
        "measures_unmet": count(unmet),
        "measures_unjudged": count(unjudged),
        "measures_verdicts": listing(
            f"{count(number)} nội dung {lower_first(verdict)}" for number, verdict in said if number
        ),
        "measures_met_share": percentage(met, len(verdicts)) if verdicts else "",
        "measures_compared": count(len(changes)),
        "measures_up": count(sum(more > 0 for more in changes)),
        "measures_down": count(sum(more < 0 for more in changes)),
        "measures_level": count(sum(more == 0 for more in changes)),
    }


def _targets_met(year: Year, results: tuple[Result, ...]) -> int:
    """How many targets have every measure met."""
    failed = {
        target.key
        for target, measure, result in year.measures(results)
        if result is None or is_met(measure, result) is not True
    }
    return len(year.plan.targets) - len(failed)
