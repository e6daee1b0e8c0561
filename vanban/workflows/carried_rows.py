"""Bring the rows of a table that stays to the next year: their days are proposed, the years of their texts move."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from vanban.domain.date_to_confirm import DateToConfirm
from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.record import Record
from vanban.domain.year_shift import doubts, shifted
from vanban.ingest import DataFile
from vanban.workflows.carried_text import MovedYear, NextYear, proposal
from vanban.workflows.check import TARGETS

_IN_THE_YEAR = {TARGETS: "plan/targets"}
"""Where the rows of a table without a field of its own stand in the year."""
_HEADER = 1


@dataclass
class CarriedRows:
    """The rows for the new year, and all that was done to them or has to be looked at."""

    rows: list[Record] = field(default_factory=list)
    years: list[MovedYear] = field(default_factory=list)
    dates: list[DateToConfirm] = field(default_factory=list)
    doubts: list[Finding] = field(default_factory=list)


def carried_rows(file: str, part: DataFile, rows: tuple[Record, ...], to: NextYear) -> CarriedRows:
    """``rows`` of a table for the new year; ``file`` is its name there."""
    made = CarriedRows()
    for number, row in enumerate(rows, start=1):
        key = str(getattr(row, "key", number))
        place = Place(file=file, line=number + _HEADER)
        fields: dict[str, Any] = {}
        for name, value in cast(Any, row):
            if type(value) is str:
                fields[name] = _moved(made, place, value, to)
            elif isinstance(value, date) and to.old.holds_or_next(value):
                title = type(row).model_fields[name].title or name
                where = f"{_IN_THE_YEAR.get(part.name, part.name)}/{key}/{name}"
                told = proposal(where, f"{file.partition('/')[2]}, {key}: {title}", value, to)
                made.dates.append(told)
                fields[name] = told.proposed
        made.rows.append(row.model_copy(update=fields))
    return made


def _moved(made: CarriedRows, place: Place, text: str, to: NextYear) -> str:
    for doubt in doubts(text, to.old, to.new):
        remedy = "Hãy đọc lại chỗ này và sửa nếu cần."
        found = Finding(severity=Severity.WARNING, place=place, value=doubt.words, reason=doubt.reason, remedy=remedy)
        made.doubts.append(found)
    for one in reversed(shifted(text, to.old, to.new, to.propose)):
        made.years.append(MovedYear(place, one.before, one.after))
        text = text[: one.start] + one.after + text[one.end :]
    return text
