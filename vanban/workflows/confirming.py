"""Say that proposed days are right, or which are: only then do the documents that hang on them get numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any, Final

from vanban import durable
from vanban.domain.date_to_confirm import IN_TEXT, DateToConfirm, found_at
from vanban.domain.pending_days import pending_days, says
from vanban.domain.said_year import days_said
from vanban.domain.wording import full_date, numeric_date
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.errors import DataUnfit, DayInTable, NoSuchDate
from vanban.ingest import YamlText, read_year, write_csv, write_table
from vanban.workflows.check import EVERY_PART, Checked, check
from vanban.workspace import Workspace

_HEADER: Final = 1
"""Rows of the table above its first day."""


@dataclass(frozen=True)
class Confirmation:
    """That the day in that row of the table is right, or that another ``day`` is."""

    row: int
    day: date | None = None


@dataclass(frozen=True)
class ConfirmRequest:
    """Days of a year, the newest if not said, that are right; ``everything`` that is still pending."""

    year: WorkYear | None = None
    days: tuple[Confirmation, ...] = ()
    everything: bool = False


@dataclass(frozen=True)
class PendingDay:
    """A day that waits, with its row in the table."""

    row: int
    day: DateToConfirm

    def to_json(self) -> dict[str, object]:
        """The row and what stands in it."""
        return {"row": self.row, **self.day.to_json()}


@dataclass(frozen=True)
class DatesConfirmed:
    """What was confirmed now, and what still waits."""

    work_year: WorkYear
    confirmed: tuple[PendingDay, ...]
    pending: tuple[PendingDay, ...]

    def to_json(self) -> dict[str, object]:
        """Year, the days confirmed, those that wait."""
        return {
            "year": self.work_year.to_json(),
            "confirmed": [one.to_json() for one in self.confirmed],
            "pending": [one.to_json() for one in self.pending],
        }


def dates_pending(workspace: Workspace, year: WorkYear | None = None) -> DatesConfirmed:
    """The days of a year that wait, in the order of their table. Raises :class:`vanban.errors.DataUnfit`."""
    checked = _read(workspace, year)
    return DatesConfirmed(checked.work_year, (), _pending(checked))


def confirm_dates(workspace: Workspace, request: ConfirmRequest) -> DatesConfirmed:
    """Write into the data which days are right; a file is changed where another day is, the table where one was said.

    Raises :class:`vanban.errors.NoSuchDate`, :class:`vanban.errors.DayInTable`, :class:`vanban.errors.DataUnfit`.
    """
    checked = _read(workspace, request.year)
    year = checked.year
    pending = {one.row: one for one in _pending(checked)}
    wanted = tuple(map(Confirmation, pending)) if request.everything else request.days
    for one in wanted:
        if one.row not in pending:
            raise NoSuchDate(year=checked.work_year.phrase, row=one.row, key=checked.work_year.key)
    rows = list(year.dates_to_confirm)
    confirmed = []
    for one in wanted:
        place = one.row - _HEADER - 1
        settled = rows[place].model_copy(update={"confirmed": True})
        if one.day is not None and one.day != settled.proposed:
            _write_day(workspace, checked, settled, one.day)
            settled = settled.model_copy(update={"proposed": one.day})
        rows[place] = settled
        confirmed.append(PendingDay(one.row, settled))
    if confirmed:
        _write_table(workspace, checked, tuple(rows))
    left = tuple(one for row, one in pending.items() if row not in {one.row for one in confirmed})
    return DatesConfirmed(checked.work_year, tuple(confirmed), left)


@dataclass(frozen=True)
class _ReadYear:
    """The year as it was read, with the files of its parts, these parts, and the files."""

    work_year: WorkYear
    year: Year
    files: Mapping[str, str]
    parts: Mapping[str, Any]
    sources: Mapping[str, bytes]


def _read(workspace: Workspace, year: WorkYear | None) -> _ReadYear:
    checked: Checked = check(workspace, year)
    if checked.year is None:
        count = str(len(checked.findings))
        raise DataUnfit(year=checked.work_year.phrase, count=f"{count} chỗ", findings=checked.findings)
    sources = workspace.sources(checked.work_year)
    parts = read_year(sources, checked.work_year, EVERY_PART).value or {}
    return _ReadYear(checked.work_year, checked.year, checked.files, parts, sources)


def _pending(checked: _ReadYear) -> tuple[PendingDay, ...]:
    """The days of the year's documents that wait, and those of texts that wait for their tables."""
    waiting = pending_days(checked.year)
    return tuple(
        PendingDay(row, one)
        for row, one in enumerate(checked.year.dates_to_confirm, start=_HEADER + 1)
        if not one.confirmed and (one in waiting or says(checked.parts, one))
    )


def _write_table(workspace: Workspace, checked: _ReadYear, rows: tuple[DateToConfirm, ...]) -> None:
    file = checked.files["dates_to_confirm"]
    is_csv = PurePosixPath(file).suffix.lower() == ".csv"
    data = write_csv(rows, DateToConfirm) if is_csv else write_table(rows, DateToConfirm, "Bảng", checked.year.office)
    durable.write(workspace.data_file(file), data)


def _write_day(workspace: Workspace, checked: _ReadYear, row: DateToConfirm, day: date) -> None:
    """Put ``day`` where the data say the proposed one."""
    name, *steps = row.steps
    file = checked.files[name]
    value = checked.parts[name]
    yaml_text = YamlText(checked.sources[file].decode("utf-8-sig"))
    if (steps and steps[-1] == IN_TEXT) or row.steps[-1] == IN_TEXT:
        root = found_at(value, tuple(step for step in steps if step != IN_TEXT)) or ()
        for path, place in yaml_text.leaves():
            if path[: len(root)] == root:
                for said in days_said(yaml_text.said(path)):
                    if said.day == row.proposed:
                        start, end = place.start + said.start, place.start + said.end
                        yaml_text.replace(start, end, _written(yaml_text.text[start:end], day))
    else:
        own = found_at(value, tuple(steps))
        if own is None:
            raise DayInTable(what=row.what)
        place = yaml_text.places[own]
        yaml_text.replace(place.start, place.end, numeric_date(day))
    durable.write(workspace.data_file(file), yaml_text.changed().encode())


def _written(before: str, day: date) -> str:
    return numeric_date(day) if "/" in before else full_date(day).removeprefix("ngày ")
