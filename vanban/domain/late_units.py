"""Which units have not sent what the plan asks of them: the papers that each owes, and those it has not sent.

A unit owes its registration; a collective its own and, where it has people in the table, theirs; every
unit owes its report. What has come in is what has a row in the tables: of a collective's people one is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from vanban.domain.receiver import units
from vanban.domain.receiver_row import Receiver
from vanban.domain.reminder import Reminder
from vanban.domain.rows import IndexedRows, first, keyed, those
from vanban.domain.year import Year, once_a_year

GROUP_PAPER: Final = "bản đăng ký thi đua"
COLLECTIVE_PAPER: Final = "bản đăng ký thi đua của tập thể"
PEOPLE_PAPER: Final = "bản đăng ký thi đua của cá nhân"
REPORT: Final = "báo cáo kết quả thực hiện phong trào thi đua"


def owed(year: Year, kind: str, unit: Receiver) -> tuple[str, ...]:
    """The papers that ``unit`` is to send, of those that letters of ``kind`` ask for."""
    if kind == "report_reminder":
        return (REPORT,)
    if unit.key in keyed(year.groups):
        return (GROUP_PAPER,)
    people = those(year.people, collective=unit.key)
    return (COLLECTIVE_PAPER, PEOPLE_PAPER) if people else (COLLECTIVE_PAPER,)


def lacking(year: Year, kind: str, unit: Receiver) -> tuple[str, ...]:
    """The papers that ``unit`` owes and has not sent."""
    came = _CAME[kind](year, unit)
    return tuple(paper for paper in owed(year, kind, unit) if paper not in came)


def _registered(year: Year, unit: Receiver) -> frozenset[str]:
    people = those(year.people, collective=unit.key)
    came = {
        GROUP_PAPER: first(year.group_registrations, group=unit.key),
        COLLECTIVE_PAPER: first(year.collective_registrations, collective=unit.key),
        PEOPLE_PAPER: any(first(year.individual_registrations, person=person.key) for person in people),
    }
    return frozenset(paper for paper, here in came.items() if here)


def _reported(year: Year, unit: Receiver) -> frozenset[str]:
    return frozenset({REPORT} if first(year.received_reports, unit=unit.key) else ())


_CAME: Final[Mapping[str, Callable[[Year, Receiver], frozenset[str]]]] = {
    "registration_reminder": _registered,
    "report_reminder": _reported,
}
"""What has come in of the papers that letters of a kind ask for."""


def reminder_of(year: Year, kind: str) -> Reminder | None:
    """What letters of that kind say; ``None`` where the office sends none."""
    return year.registration_reminder if kind == "registration_reminder" else year.report_reminder


def due_of(year: Year, kind: str) -> date | None:
    """The plan's deadline for the papers that letters of that kind ask for."""
    return year.plan.registration_due if kind == "registration_reminder" else year.plan.report_due


@once_a_year
def asked_units(year: Year, kind: str) -> tuple[Receiver, ...]:
    """Every unit that is to send what letters of ``kind`` ask for; none where the office sends no such letters."""
    reminder = reminder_of(year, kind)
    return IndexedRows(unit for unit in units(year) if reminder and unit.key not in reminder.exempt)


def letters_to(kind: str) -> Callable[[Year], Mapping[str, Reminder]]:
    """The letter to each unit that may be reminded, late or not: a number stays known when the unit has sent all."""

    @once_a_year
    def letters(year: Year) -> Mapping[str, Reminder]:
        reminder = reminder_of(year, kind)
        if reminder is None:
            return {}
        asked = asked_units(year, kind)
        return {unit.key: reminder.model_copy(update={"addressees": (unit.name,)}) for unit in asked}

    return letters


@once_a_year
def reminded(year: Year, kind: str) -> tuple[str, ...]:
    """The units to which a letter of ``kind`` is made: those that are late, and those whose letter is issued.

    An issued letter stays when the unit has sent all, as long as it can only have asked for one thing; where it may
    have asked for one of two, what it said is in the archive alone.
    """
    return tuple(
        unit.key
        for unit in asked_units(year, kind)
        if lacking(year, kind, unit) or (year.issued_number(kind, unit.key) and len(owed(year, kind, unit)) == 1)
    )
