"""Which days of a year still wait for somebody's word, and the year as it would be with other ones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, cast

from vanban.domain.date_to_confirm import IN_TEXT, DateToConfirm, found_at
from vanban.domain.record import Record
from vanban.domain.said_year import days_said
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year, once_a_year


@once_a_year
def pending_days(year: Year) -> tuple[DateToConfirm, ...]:
    """The proposed days that are not confirmed and that the data still say, in the order of their table."""
    return tuple(row for row in year.dates_to_confirm if not row.confirmed and _is_said(year, row))


@once_a_year
def with_other_days(year: Year) -> Year:
    """The year with every pending day moved by one: what differs in its documents hangs on a pending day."""
    fields: dict[str, Any] = {}
    for row in pending_days(year):
        first, *steps = _own(year, row)
        name = str(first)
        start = fields.get(name, getattr(year, name))
        fields[name] = _changed(start, tuple(steps), row.proposed)
    return year.model_copy(update=fields)


def parts_pending(year: Year) -> frozenset[str]:
    """The fields of the year, and the kinds of texts without one, in which a day is pending."""
    return frozenset(row.steps[0] for row in pending_days(year))


def _own(year: Year, row: DateToConfirm) -> tuple[str | int, ...]:
    """Where in the year the row's place is: a text of a kind without a field stands among the year's texts."""
    steps = _steps(row)
    if steps[0] in Year.model_fields:
        return found_at(year, steps) or ()
    for position, text in enumerate(year.texts):
        if text.kind == steps[0]:
            return ("texts", position, *(found_at(text, steps[1:]) or ()))
    return ()


def says(parts: Mapping[str, Any], row: DateToConfirm) -> bool:
    """Whether the parts of a year, by their names as they were read, say the proposed day: also one that no document
    has yet, because its tables are empty."""
    path = found_at(parts, _steps(row))
    return path is not None and _says(parts, path, row)


def _is_said(year: Year, row: DateToConfirm) -> bool:
    path = _own(year, row)
    return bool(path) and _says(year, path, row)


def _says(root: Any, path: tuple[str | int, ...], row: DateToConfirm) -> bool:
    here = root
    for step in path:
        here = here[step] if isinstance(step, int) or isinstance(here, Mapping) else getattr(here, step)
    return bool(here == row.proposed or (row.steps[-1] == IN_TEXT and _moved(here, row.proposed) != here))


def _steps(row: DateToConfirm) -> tuple[str, ...]:
    return row.steps[:-1] if row.steps[-1] == IN_TEXT else row.steps


def _changed(value: Any, steps: tuple[str | int, ...], day: date) -> Any:
    """``value`` with ``day`` moved in what lies at ``steps`` in it."""
    if not steps:
        return _moved(value, day)
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        rows = tuple(_changed(row, rest, day) if n == step else row for n, row in enumerate(value))
        return type(value)(rows)
    return value.model_copy(update={step: _changed(getattr(value, step), rest, day)})


def _moved(value: Any, day: date) -> Any:
    """``value`` with ``day`` moved by one wherever it says it: as a day, or in words."""
    after = day + timedelta(days=1)
    if isinstance(value, date):
        return after if value == day else value
    if type(value) is str:
        for said in reversed(days_said(value)):
            if said.day == day:
                value = value[: said.start] + numeric_date(after) + value[said.end :]
        return value
    if isinstance(value, tuple):
        rows = tuple(_moved(row, day) for row in value)
        return value if rows == tuple(value) else type(value)(rows)
    if isinstance(value, Record):
        fields = {name: new for name, old in cast(Any, value) if (new := _moved(old, day)) is not old}
        return value.model_copy(update=fields) if fields else value
    return value
