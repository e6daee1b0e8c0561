"""What a letter to a late unit may name between braces: the unit, what it has not sent, the old and new deadline."""

from __future__ import annotations

from collections.abc import Mapping

from vanban.domain.late_units import asked_units, due_of, lacking, owed, reminder_of
from vanban.domain.rows import keyed
from vanban.domain.wording import full_date, listing
from vanban.domain.year import Year


def reminder_figures(year: Year, kind: str, key: str) -> Mapping[str, str]:
    """The places of the letter ``key`` of that kind. ``KeyError`` where no such unit is asked.

    A letter that stays after the unit has sent all says what it asked for.
    """
    unit = keyed(asked_units(year, kind))[key]
    due, reminder = due_of(year, kind), reminder_of(year, kind)
    return {
        "unit": unit.name,
        "missing": listing(lacking(year, kind, unit) or owed(year, kind, unit)),
        "due": full_date(due) if due else "",
        "asked_by": full_date(reminder.asked_by) if reminder else "",
    }
