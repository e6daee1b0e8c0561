"""Begin a year from the one before it: what stays is copied, what was of that year alone is empty again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Any, Final

from vanban.domain.date_to_confirm import DateToConfirm
from vanban.domain.finding import Finding, Place, Severity, tally
from vanban.domain.office import Office
from vanban.domain.record import Record
from vanban.domain.rows import keyed
from vanban.domain.target import Result
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.errors import DataUnfit, NoYearBefore, YearsOverlap, YearTaken
from vanban.ingest import (
    DataFile,
    FileShape,
    InNewYear,
    Path,
    ReadOutcome,
    own_parts,
    read_year,
    write_csv,
    write_table,
)
from vanban.law.year_check.papers import papers
from vanban.law.year_check.repetitions import known_uses
from vanban.workflows.carried_rows import CarriedRows, carried_rows
from vanban.workflows.carried_text import CarriedText, ChangedBasis, MovedYear, NextYear, carried_text
from vanban.workflows.check import EVERY_PART, check
from vanban.workflows.days_off import days_off
from vanban.workspace import Workspace

DATES: Final = next(part for part in EVERY_PART if part.name == "dates_to_confirm")
_SHEET: Final = "Bảng"


@dataclass(frozen=True)
class NewYearRequest:
    """The year that is to begin."""

    year: WorkYear


@dataclass(frozen=True)
class CarriedFile:
    """One file of the year before, and what became of it."""

    file: str
    what: InNewYear
    rows: int = 0

    def to_json(self) -> dict[str, object]:
        """File, what became of it, rows that the new one has."""
        return {"file": self.file, "what": self.what.value, "rows": self.rows}


@dataclass(frozen=True)
class NewYear:
    """The year that begins, from which one, and all that was copied, emptied, proposed, replaced, dropped, in doubt."""

    work_year: WorkYear
    source: WorkYear
    files: tuple[CarriedFile, ...]
    dates: tuple[DateToConfirm, ...]
    years: tuple[MovedYear, ...]
    bases: tuple[ChangedBasis, ...]
    doubts: tuple[Finding, ...]

    def to_json(self) -> dict[str, object]:
        """Year, source, files, dates to confirm, years moved in texts, bases replaced or dropped, doubts."""
        return {
            "year": self.work_year.to_json(),
            "source": self.source.to_json(),
            "files": [one.to_json() for one in self.files],
            "dates": [one.to_json() for one in self.dates],
            "years": [one.to_json() for one in self.years],
            "bases": [one.to_json() for one in self.bases],
            "doubts": [one.to_json() for one in self.doubts],
        }


@dataclass
class _Making:
    """The files of the new year as they come to be, by their names in its folder."""

    to: NextYear
    office: Office
    contents: dict[str, bytes] = field(default_factory=dict)
    files: list[CarriedFile] = field(default_factory=list)
    copied: list[CarriedText | CarriedRows] = field(default_factory=list)
    bases: list[ChangedBasis] = field(default_factory=list)
    doubts: list[Finding] = field(default_factory=list)

    def table(self, name: str, part: DataFile, rows: tuple[Record, ...], what: InNewYear) -> None:
        """A table, as the sort of file that it was."""
        is_csv = name.lower().endswith(".csv")
        data = write_csv(rows, part.model) if is_csv else write_table(rows, part.model, _SHEET, self.office)
        self.contents[name] = data
        self.files.append(CarriedFile(f"{self.to.new}/{name}", what, len(rows)))


def new_year(workspace: Workspace, request: NewYearRequest) -> NewYear:
    """Make the folder of a year from the newest one of its sort before it; nothing that stands is changed.

    Raises:
        YearTaken: the year has a folder.
        YearsOverlap: a school's year and a calendar year would begin in the same year.
        NoYearBefore: there is no earlier year to begin from.
        DataUnfit: that year cannot be read.
    """
    new, old = request.year, _source(workspace, request.year)
    sources = workspace.sources(old)
    parts = (*EVERY_PART, *own_parts(sources))
    reading, checked = read_year(sources, old, parts), check(workspace, old)
    year = checked.year
    if reading.value is None or year is None:
        raise DataUnfit(year=old.phrase, count=tally(checked.findings), findings=checked.findings)
    to = NextYear(
        old=old,
        new=new,
        law=year.law,
        bases=keyed(year.legal_bases),
        holidays=days_off(new.first - 1, new.last + 1),
        days=_days(year),
    )
    making = _Making(to, year.office)
    for part in parts:
        if part.folder == "year" and part.name in reading.value and part.name != DATES.name:
            _carry(making, year, part, reading, sources)
    dates = tuple(row for one in making.copied for row in one.dates)
    making.table("dates_to_confirm.xlsx", DATES, dates, InNewYear.COPIED)
    making.files.pop()
    workspace.add_year(new, making.contents)
    return NewYear(
        work_year=new,
        source=old,
        files=tuple(making.files),
        dates=dates,
        years=tuple(year for one in making.copied for year in one.years),
        bases=tuple(making.bases),
        doubts=(*making.doubts, *(doubt for one in making.copied for doubt in one.doubts)),
    )


def _source(workspace: Workspace, year: WorkYear) -> WorkYear:
    years = workspace.years()
    if year in years or workspace.has_folder(year):
        raise YearTaken(year=year.phrase, folder=workspace.root / "data" / year.key)
    if any(year.overlaps(one) for one in years):
        other = next(one for one in years if year.overlaps(one))
        raise YearsOverlap(year=year.phrase, other=other.phrase)
    before = [one for one in years if one.is_school == year.is_school and one < year]
    if not before:
        raise NoYearBefore(year=year.phrase, years=", ".join(map(str, years)) or "không có")
    return max(before)


def _carry(
    making: _Making,
    year: Year,
    part: DataFile,
    reading: ReadOutcome[dict[str, Any]],
    sources: Mapping[str, bytes],
) -> None:
    """One file into the new year, by what its part says."""
    assert reading.value is not None
    value, file = reading.value[part.name], reading.places[part.name,].file
    name = PurePosixPath(file).name
    match part.carried:
        case InNewYear.LEFT_OUT:
            making.files.append(CarriedFile(file, InNewYear.LEFT_OUT))
        case InNewYear.EMPTIED:
            making.table(name, part, (), InNewYear.EMPTIED)
        case InNewYear.COMPARED:
            making.table(name, part, _compared(value), InNewYear.COMPARED)
        case InNewYear.HANDED_ON:
            making.table(name, part, known_uses(year), InNewYear.HANDED_ON)
        case InNewYear.COPIED if part.shape is FileShape.TABLE:
            _copy_rows(making, name, part, value)
        case _:
            _copy_text(making, name, part, value, sources[file])


def _copy_rows(making: _Making, name: str, part: DataFile, value: tuple[Record, ...]) -> None:
    carried = carried_rows(f"{making.to.new}/{name}", part, value, making.to)
    making.table(name, part, tuple(carried.rows), InNewYear.COPIED)
    making.copied.append(carried)


def _copy_text(making: _Making, name: str, part: DataFile, value: Any, data: bytes) -> None:
    file = f"{making.to.new}/{name}"
    carried = carried_text(data.decode("utf-8-sig"), file, part, value, making.to)
    making.contents[name] = carried.text.encode()
    making.copied.append(carried)
    making.bases += carried.bases
    making.files.append(CarriedFile(file, InNewYear.COPIED))
    if part.name == "plan":
        reason = f"{len(value.targets)} chỉ tiêu giữ nguyên mức của {making.to.old.phrase}."
        remedy = "Hãy ghi mức của năm nay theo số được giao."
        place = Place(file=file)
        making.doubts.append(Finding(severity=Severity.WARNING, place=place, reason=reason, remedy=remedy))


def _compared(results: tuple[Result, ...]) -> tuple[Record, ...]:
    """Last year's figures in the column that this year is compared with."""
    return tuple(Result(target=one.target, measure=one.measure, last_year=one.achieved) for one in results)


def _days(year: Year) -> Mapping[Path, date]:
    """The days of its documents, by where these stand among the parts."""
    known = {paper.path: paper.day for paper in papers(year) if paper.day}
    return {
        (year.texts[int(path[1])].kind, *path[2:]) if path[0] == "texts" else path: day for path, day in known.items()
    }
