"""Turn a file that came back into the tables it holds: rows of every sheet, what each says, what was left unread.

A return is not a table of the data: rows may go on on other sheets and below gaps, columns may be absent, and what an
absent column does not say is not empty. Which record a row means is for :mod:`vanban.ingest.merging` to tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.office import Office
from vanban.domain.record import Record
from vanban.errors import PackageError
from vanban.ingest.cell_doubts import turned_dates, without_doubts
from vanban.ingest.delimited import read_delimited
from vanban.ingest.form_sheet import LISTS_SHEET
from vanban.ingest.grid import SheetGrid, TooLarge
from vanban.ingest.header import Header, find_header, header_findings
from vanban.ingest.kit import GUIDE_SHEET, KitMarks, kit_marks
from vanban.ingest.overlays import overlay_findings
from vanban.ingest.rows import data_rows, shape_findings
from vanban.ingest.scalars import shown
from vanban.ingest.spread import SpreadColumn, rows_read, spread_over
from vanban.ingest.table import unopened
from vanban.ingest.workbook import read_workbook

_SHOWN: Final = 5


@dataclass(frozen=True)
class TableCandidate:
    """A table that a sheet may be: its name, its rows' type, and what sheets and files of it are called.

    ``over``: what may stand over a column of values each, by its words as they are compared: criteria and their keys.
    """

    part: str
    model: type[Record]
    called: tuple[str, ...] = ()
    over: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ReturnedSheet:
    """One sheet that holds rows of a table: its grid, its header, the rows with something in them."""

    grid: SheetGrid
    header: Header
    rows: tuple[int, ...]


@dataclass(frozen=True)
class ReturnedTable:
    """A table as it came back, on one sheet or several."""

    part: str
    model: type[Record]
    sheets: tuple[ReturnedSheet, ...]

    @property
    def columns(self) -> frozenset[str]:
        """The fields that some sheet asks for."""
        over = (sheet.header.over[0] for sheet in self.sheets if sheet.header.over is not None)
        return frozenset((*(name for sheet in self.sheets for name in sheet.header.columns), *over))


@dataclass(frozen=True)
class ReturnedFile:
    """What a file holds: its ids, its tables, and what is to be said of it."""

    file: str
    marks: KitMarks = field(default_factory=KitMarks)
    tables: tuple[ReturnedTable, ...] = ()
    findings: tuple[Finding, ...] = ()
    unknown: tuple[str, ...] = ()
    """Sheets with data that are none of the tables asked about."""


def read_return(data: bytes, file: str, candidates: Iterable[TableCandidate], office: Office) -> ReturnedFile:
    """The tables of an .xlsx or .csv file. A file that cannot be opened is one finding, an error."""
    over: tuple[Finding, ...] = ()
    try:
        if file.lower().endswith(".csv"):
            grids, broken = read_delimited(data, file)
            if not grids:
                return ReturnedFile(file, findings=(broken,) if broken else ())
            grids, marks = [max(grids, key=lambda grid: max(map(len, grid.rows.values()), default=0))], KitMarks()
        else:
            grids = read_workbook(data, file)
            marks = kit_marks(data, file, grids)
            over = tuple(overlay_findings(data, file))
    except (TooLarge, PackageError) as refusal:
        return ReturnedFile(file, findings=(unopened(file, refusal),))
    read = _tables(file, marks, grids, tuple(candidates), office)
    return replace(read, findings=(*read.findings, *over))


def _tables(
    file: str, marks: KitMarks, grids: list[SheetGrid], candidates: tuple[TableCandidate, ...], office: Office
) -> ReturnedFile:
    kind = office.unit_kind
    sheets: dict[str, list[ReturnedSheet]] = {}
    models = {candidate.part: candidate.model for candidate in candidates}
    findings: list[Finding] = []
    unknown: list[str] = []
    for grid in grids:
        if not grid.rows or _is_ours(grid, marks):
            continue
        found = _recognised(grid, file, candidates, office)
        if found is None:
            unknown.append(grid.name or file)
            findings.extend(_unread_sheet(file, grid))
            continue
        candidate, header, of_each = found
        rows, loose = _split(grid, header, data_rows(grid, header))
        of_fields = of_each[0].first if of_each else header
        plain, doubts = without_doubts(file, grid, of_fields, rows, candidate.model)
        sheets.setdefault(candidate.part, []).extend(_sheets(plain, header, of_each, rows))
        told = header_findings(file, grid, header, candidate.model, kind)
        findings.extend(one for one in told if one.reason != "Thiếu cột bắt buộc này.")
        findings.extend(shape_findings(file, grid, header, list(rows)))
        findings.extend((*doubts, *turned_dates(file, grid, of_fields, rows, candidate.model)))
        findings.extend(_loose_rows(file, grid, loose))
    tables = tuple(ReturnedTable(part, models[part], tuple(own)) for part, own in sheets.items())
    return ReturnedFile(file, marks, tables, tuple(findings), tuple(unknown))


def _sheets(
    grid: SheetGrid, header: Header, of_each: tuple[SpreadColumn, ...], rows: tuple[int, ...]
) -> Iterator[ReturnedSheet]:
    """The sheet; where each of some columns stands for a value, one for each column and what its rows say."""
    if not of_each:
        yield ReturnedSheet(grid, header, rows)
    read = list(rows_read(grid, header, of_each, list(rows)))
    for own in (header for one in of_each for header in (one.first, one.later)):
        if numbers := tuple(number for under, number in read if under is own):
            yield ReturnedSheet(grid, own, numbers)


def _is_ours(grid: SheetGrid, marks: KitMarks) -> bool:
    """Whether the sheet is the guide or the lists of a form, which nobody fills in."""
    return marks.known is not None and grid.name in (GUIDE_SHEET, LISTS_SHEET)


def _recognised(
    grid: SheetGrid, file: str, candidates: tuple[TableCandidate, ...], office: Office
) -> tuple[TableCandidate, Header, tuple[SpreadColumn, ...]] | None:
    """The table of which the sheet says most and to which least is foreign; of two alike that after which the sheet or
    the file is called."""
    scored = []
    for place, candidate in enumerate(candidates):
        header = find_header(grid, candidate.model, office.unit_kind)
        if header is not None:
            header, of_each = spread_over(grid, header, candidate.model, candidate.over)
            foreign = len(header.words) - len(header.columns) - len(header.ordinals)
            named = (grid.name in candidate.called) + any(file.startswith(word) for word in candidate.called)
            scored.append(((len(header.columns) - foreign, named, -place), candidate, header, of_each))
    best = max(scored, key=lambda one: one[0], default=None)
    return None if best is None else best[1:]


def _split(grid: SheetGrid, header: Header, numbers: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The rows of the table, and those below a gap with one filled cell: a signature, a remark."""
    before = header.row
    rows: list[int] = []
    loose: list[int] = []
    for number in numbers:
        filled = sum(column in grid.rows[number] for column in header.columns.values())
        is_apart = bool(loose) or (bool(rows) and number - before > 1)
        (loose if is_apart and filled <= 1 < len(header.columns) else rows).append(number)
        before = number
    return tuple(rows), tuple(loose)


def _loose_rows(file: str, grid: SheetGrid, numbers: Iterable[int]) -> Iterator[Finding]:
    for number in numbers:
        text = "; ".join(shown(cell.raw) for _, cell in sorted(grid.rows[number].items()))
        yield Finding(
            severity=Severity.WARNING,
            place=Place(file=file, sheet=grid.name, line=number),
            value=text,
            reason="Dòng này nằm dưới bảng và chỉ có một ô nên không được đọc.",
            remedy="Hãy xem có phải ghi chú hoặc chữ ký không; nếu là dòng của bảng thì điền đủ.",
        )


def _unread_sheet(file: str, grid: SheetGrid) -> Iterator[Finding]:
    numbers = sorted(grid.rows)
    named = ", ".join(map(str, numbers[:_SHOWN])) + (", …" if len(numbers) > _SHOWN else "")
    is_table = any(len(cells) > 1 for cells in grid.rows.values())
    yield Finding(
        severity=Severity.ERROR if is_table and not grid.is_hidden else Severity.WARNING,
        place=Place(file=file, sheet=grid.name),
        reason=f"Trang này có {len(numbers)} dòng (dòng {named}) nhưng không có tên cột của bảng nào nên không đọc.",
        remedy="Hãy chép dòng tên cột của bảng lên đầu trang, hoặc xóa trang nếu không cần.",
    )
