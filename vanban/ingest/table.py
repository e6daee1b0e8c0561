"""Turn a table that a person keeps in Excel or CSV into records, one for each row."""

from __future__ import annotations

from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.office import Office
from vanban.domain.unit_kind import UNIT_KINDS, UnitKind
from vanban.errors import PackageError
from vanban.ingest.assembly import Assembly, Broken, R
from vanban.ingest.cell_doubts import turned_dates, without_doubts
from vanban.ingest.delimited import read_delimited
from vanban.ingest.grid import SheetGrid, TooLarge
from vanban.ingest.header import Header, find_header, header_findings, no_header
from vanban.ingest.reading import PlaceMark, ReadOutcome, ValuePlaces, told
from vanban.ingest.rows import (
    data_rows,
    gap_findings,
    merged_header,
    records,
    row_fingerprint,
    shape_findings,
    without_totals,
)
from vanban.ingest.spread import rows_read, spread_over
from vanban.ingest.workbook import read_workbook


def read_table(data: bytes, file: str, row: type[R], office: Office | None = None) -> ReadOutcome[tuple[R, ...]]:
    """The rows of an .xlsx or .csv file, whichever the name ``file`` ends in, as records of the type ``row``.

    The header is the row among the first ten that matches most field titles; blank cells are absent; the table ends
    with its last row and has no blank row inside. Columns are asked for, and called, as the ``office`` calls its units.
    """
    kind = office.unit_kind if office else UNIT_KINDS[0]
    outcome = table_of(data, file, row, kind)
    if isinstance(outcome, Finding):
        return ReadOutcome(None, (outcome,), ValuePlaces({(): PlaceMark(file)}))
    grid, header, warnings = outcome
    assembly = Assembly(file, grid.name, office)
    header, of_each = spread_over(grid, header, row)
    numbers = data_rows(grid, header)
    merged = merged_header(file, grid, header)
    if merged is not None:
        return ReadOutcome(None, (merged,), ValuePlaces({(): PlaceMark(file)}))
    assembly.add(*warnings, *header_findings(file, grid, header, row, kind))
    kept = without_totals(grid, numbers)
    assembly.add(*gap_findings(file, grid, header, kept), *shape_findings(file, grid, header, numbers))
    of_fields = of_each[0].first if of_each else header
    plain, doubts = without_doubts(file, grid, of_fields, kept, row)
    made = records(assembly, plain, rows_read(plain, header, of_each, kept), row)
    assembly.add(*doubts, *turned_dates(file, grid, of_fields, kept, row))
    lines = {file: {number: row_fingerprint(grid.rows[number]) for number in (header.row, *numbers)}}
    places, findings = ValuePlaces(assembly.marks), told(list(dict.fromkeys(assembly.findings)), assembly.untold, file)
    broken = any(finding.severity is Severity.ERROR for finding in findings)
    value = None if broken else tuple(record for record in made if not isinstance(record, Broken))
    return ReadOutcome(value, findings, places, lines)


def columns_said(data: bytes, file: str, row: type[R], office: Office | None = None) -> int:
    """How many columns of the table of ``row`` a file has; none where one is missing that the table must have."""
    outcome = table_of(data, file, row, office.unit_kind if office else UNIT_KINDS[0])
    if isinstance(outcome, Finding) or outcome[1].missing:
        return 0
    return len(outcome[1].columns)


def table_of(
    data: bytes, file: str, model: type[R], kind: UnitKind
) -> tuple[SheetGrid, Header, list[Finding]] | Finding:
    """The one grid of the file that has the table's header, with warnings about others; or why there is none."""
    try:
        if file.lower().endswith(".csv"):
            return _only_reading(*read_delimited(data, file), file, model, kind)
        return _only_sheet(read_workbook(data, file), file, model, kind)
    except (TooLarge, PackageError) as refusal:
        return unopened(file, refusal)


def unopened(file: str, refusal: TooLarge | PackageError) -> Finding:
    """Why a file was not opened."""
    if isinstance(refusal, TooLarge):
        return Finding(place=Place(file=file), reason=refusal.fault.reason, remedy=refusal.fault.remedy)
    # The sentence starts with the file, which the finding's place already says.
    reason = refusal.said.partition("” ")[2]
    return Finding(place=Place(file=file), reason=reason[:1].upper() + reason[1:], remedy=refusal.advice)


def _only_reading(
    grids: list[SheetGrid], broken: Finding | None, file: str, model: type[R], kind: UnitKind
) -> tuple[SheetGrid, Header, list[Finding]] | Finding:
    found = [(grid, header) for grid in grids if (header := find_header(grid, model, kind)) is not None]
    if not found:
        return broken or no_header(file, None, model, kind)
    return (*max(found, key=lambda pair: len(pair[1].columns)), [])


def _only_sheet(
    grids: list[SheetGrid], file: str, model: type[R], kind: UnitKind
) -> tuple[SheetGrid, Header, list[Finding]] | Finding:
    found = [(grid, header) for grid in grids if (header := find_header(grid, model, kind)) is not None]
    visible = [pair for pair in found if not pair[0].is_hidden]
    hidden = [grid for grid, _ in found if grid.is_hidden]
    if len(visible) > 1:
        names = " và ".join(f"“{grid.name}”" for grid, _ in visible)
        reason = f"Có {len(visible)} trang cùng chứa bảng này: {names}."
        return Finding(place=Place(file=file), reason=reason, remedy="Hãy giữ một trang, xóa các trang kia.")
    if not visible and hidden:
        place = Place(file=file, sheet=hidden[0].name)
        return Finding(place=place, reason="Bảng nằm trong trang bị ẩn.", remedy="Hãy bỏ ẩn trang (Unhide) rồi lưu.")
    if not visible:
        return no_header(file, grids[0] if len(grids) == 1 else None, model, kind)
    return (*visible[0], [_unused(file, grid) for grid in hidden])


def _unused(file: str, grid: SheetGrid) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        place=Place(file=file, sheet=grid.name),
        reason="Trang bị ẩn này cũng chứa bảng nhưng không được dùng.",
        remedy="Hãy xóa trang nếu không cần; nếu cần thì bỏ ẩn và chuyển dữ liệu sang trang đang dùng.",
    )
