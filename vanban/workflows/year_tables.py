"""What can be read of a year before it holds together: forms go out and come back long before it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from vanban.domain.document import Plan
from vanban.domain.finding import Finding, Severity, tally
from vanban.domain.kit import is_asked_of, unit_of
from vanban.domain.office import Office
from vanban.domain.people import Collective, Person, Unit
from vanban.domain.record import Record
from vanban.domain.row_identity import identity_of
from vanban.domain.rows import keyed
from vanban.domain.work_year import WorkYear
from vanban.errors import DataUnfit
from vanban.ingest import DataFile, FileShape, read_year
from vanban.ingest.scalars import written
from vanban.workflows.check import EVERY_PART
from vanban.workflows.value_sheets import LISTED_RECORDS, VALUE_SHEETS, value_rows
from vanban.workspace import Workspace

TABLES: Final = tuple(part for part in EVERY_PART if part.shape is FileShape.TABLE)
"""Every table that a person fills in, in the order of the year."""

FORM_TABLES: Final = (*LISTED_RECORDS, *TABLES, *VALUE_SHEETS)
"""Every sheet that a form may have: the tables, records that are alike, and the sheets of single values."""


@dataclass(frozen=True)
class YearTables:
    """What could be read of a year: every part that is whole, by name, and what is wrong with the others.

    Forms go out and come back before a year holds together, so nothing here asks that it does.
    """

    year: WorkYear
    office: Office
    parts: Mapping[str, Any]
    findings: tuple[Finding, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    """The file of each part, below ``data``, also where there is none yet."""

    sources: Mapping[str, bytes] = field(default_factory=dict)
    """The files as they were read."""

    def rows(self, part: str) -> tuple[Record, ...]:
        """The rows of a table; none where it is not there or broken."""
        return tuple(self.parts.get(part, ()))

    def is_broken(self, part: str) -> bool:
        """Whether the table is there and cannot be read whole."""
        return part not in self.parts and any(one.place.file == self.files[part] for one in self.findings)

    def people(self) -> Mapping[str, Person]:
        """The people by their keys."""
        return keyed(tuple(row for row in self.rows("people") if isinstance(row, Person)))

    def units(self) -> Mapping[str, Unit | Collective]:
        """Every unit that is asked for something, by its key: those under the office, then its collectives."""
        rows = (*self.rows("groups"), *self.rows("collectives"))
        return keyed(tuple(row for row in rows if isinstance(row, Unit | Collective)))

    def asked_of(self, unit: str) -> tuple[DataFile, ...]:
        """The tables that the unit is asked for, in the order of the year."""
        under = isinstance(self.units()[unit], Unit)
        return tuple(part for part in TABLES if is_asked_of(part.model, self.office, under_the_office=under))

    def words_of(self, part: str, row: Record) -> str:
        """What tells the row from the others of its table, as a clerk reads it."""
        said = (written(getattr(row, name), self.office) for name in identity_of(part, type(row).model_fields))
        return " · ".join(filter(None, said))

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
    sources = workspace.sources(number)
    reading = read_year(sources, number, EVERY_PART)
    parts = reading.value or {}
    if any(name not in parts for name in ("office", "groups", "collectives", "people")):
        raise DataUnfit(year=number, count=tally(reading.findings), findings=reading.findings)
    errors = tuple(one for one in reading.findings if one.severity is Severity.ERROR)
    files = {part.name: reading.places[(part.name,)].file for part in EVERY_PART}
    for part in VALUE_SHEETS:
        parts[part.name] = value_rows(parts, parts["office"], part.folder)
        files[part.name] = f"{'office' if part.folder == 'office' else number.key}/{part.stem}"
    return YearTables(number, parts["office"], parts, errors, files, sources)
