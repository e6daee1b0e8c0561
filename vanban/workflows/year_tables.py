"""What can be read of a year before it holds together: forms go out and come back long before it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from vanban.domain.award import NomineeKind
from vanban.domain.document import Plan
from vanban.domain.finding import Finding, Severity, tally
from vanban.domain.kit import unit_of
from vanban.domain.office import Office
from vanban.domain.people import Collective, Person, Unit
from vanban.domain.record import Record
from vanban.domain.rows import keyed
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.errors import DataUnfit
from vanban.ingest import DataFile, FileShape, read_year
from vanban.workflows.check import EVERY_PART
from vanban.workspace import Workspace

TABLES: Final = tuple(part for part in EVERY_PART if part.shape is FileShape.TABLE)
"""Every table that a person fills in, in the order of the year."""


@dataclass(frozen=True)
class YearTables:
    """What could be read of a year: every part that is whole, by name, and what is wrong with the others.

    Forms go out and come back before a year holds together, so nothing here asks that it does.
    """

    year: WorkYear
    office: Office
    parts: Mapping[str, Any]
    findings: tuple[Finding, ...] = field(default=())

    def rows(self, part: str) -> tuple[Record, ...]:
        """The rows of a table; none where it is not there or broken."""
        return tuple(self.parts.get(part, ()))

    def people(self) -> Mapping[str, Person]:
        """The people by their keys."""
        return keyed(tuple(row for row in self.rows("people") if isinstance(row, Person)))

    def units(self, kind: NomineeKind) -> Mapping[str, Unit | Collective]:
        """The units of that sort by their keys: those under the office, or its collectives."""
        name = "groups" if kind is NomineeKind.RESIDENTIAL_GROUP else "collectives"
        return keyed(tuple(row for row in self.rows(name) if isinstance(row, Unit | Collective)))

    def all_units(self) -> Mapping[str, Unit | Collective]:
        """Every unit by its key."""
        return {**self.units(NomineeKind.RESIDENTIAL_GROUP), **self.units(NomineeKind.COLLECTIVE)}

    def rows_of_unit(self, part: str, unit: str) -> tuple[Record, ...]:
        """The rows of a table that belong to the unit."""
        people = self.people()
        return tuple(row for row in self.rows(part) if unit_of(row, people) == unit)

    def deadlines(self) -> tuple[tuple[str, date], ...]:
        """The deadlines that the plan sets, each with its name; none where there is no plan yet."""
        plan = self.parts.get("plan")
        named = ((name, getattr(plan, name, None)) for name in ("registration_due", "report_due"))
        return tuple((Plan.model_fields[name].title or name, day) for name, day in named if day is not None)


def read_tables(workspace: Workspace, year: WorkYear | None) -> YearTables:
    """The parts of a year that are whole. Raises ``NoYear``, and :class:`DataUnfit` without the office or its units."""
    number = workspace.year(year)
    reading = read_year(workspace.sources(number), number, EVERY_PART)
    parts = reading.value or {}
    if any(name not in parts for name in ("office", "groups", "collectives", "people")):
        raise DataUnfit(year=number, count=tally(reading.findings), findings=reading.findings)
    errors = tuple(one for one in reading.findings if one.severity is Severity.ERROR)
    return YearTables(number, parts["office"], parts, errors)


def table_title(part: DataFile) -> str:
    """What the table is called in Vietnamese."""
    return Year.model_fields[part.name].title or part.name
