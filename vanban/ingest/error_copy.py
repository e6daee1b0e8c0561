"""Turn findings into a copy of the clerk's own workbook, with red cells and a note in each; and the copy back.

Only the parts that must change are changed: the worksheets with findings, the styles, the notes. The workbook is never
saved anew, so that what other libraries lose (text boxes, bars of data, pictures in headers, check boxes, results of
formulas) stays as it is, to the byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from lxml import etree
from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries

from vanban.domain.finding import Finding, Severity, visible
from vanban.ingest.cell_fills import AMBER, RED, Cell, Fills, S, cell_at
from vanban.ingest.cell_notes import Notes
from vanban.ingest.workbook import read_workbook
from vanban.ingest.workbook_package import Element, WorkbookPackage

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class _Sheet:
    number: int
    name: str
    part: str


def error_copy(data: bytes, file: str, findings: Iterable[Finding]) -> bytes:
    """The workbook ``data`` with every finding on its cell: red where it is an error, amber where it is a doubt, the
    sentence and its remedy in a note. What names no cell stands on the first cell of its row, else of its sheet.

    Marks that it had before are taken off first. Raises :class:`vanban.errors.PackageError` and
    :class:`vanban.ingest.grid.TooLarge`.
    """
    package = WorkbookPackage(unmarked(data, file), file)
    sheets, workbook = _sheets(package)
    if not sheets:
        return data
    fills = Fills(package, workbook)
    by_sheet: dict[int, dict[Cell, list[Finding]]] = {}
    for finding in findings:
        sheet = next((one for one in sheets if one.name == finding.place.sheet), sheets[0])
        cell = finding.place.line or 1, column_index_from_string(finding.place.column or "A")
        by_sheet.setdefault(sheet.number, {}).setdefault(cell, []).append(finding)
    for sheet in sheets:
        if found := by_sheet.get(sheet.number):
            _mark(package, fills, sheet, found)
    fills.keep()
    fills.keep_made_of(_digest(data, file), sheets[0].name)
    return package.to_bytes()


def is_untouched(copy: bytes, file: str) -> bool:
    """Whether every cell of an error copy says what it said when the copy was made.

    Raises :class:`vanban.errors.PackageError`.
    """
    package = WorkbookPackage(copy, file)
    return Fills(package, _sheets(package)[1]).made_of() == _digest(copy, file)


def unmarked(data: bytes, file: str) -> bytes:
    """The workbook without any mark of :func:`error_copy`; the same bytes where it has none.

    Raises :class:`vanban.errors.PackageError`.
    """
    package = WorkbookPackage(data, file)
    sheets, workbook = _sheets(package)
    fills = Fills(package, workbook)
    before = fills.forget()
    touched = False
    for sheet in sheets:
        root = package.tree(sheet.part)
        coloured = _uncolour(root, fills, before.get(sheet.number, {}))
        noted = Notes(package, sheet.part).take_off(root)
        if coloured or noted:
            package.put_tree(sheet.part, root)
            touched = True
    fills.keep()
    return package.to_bytes() if touched or before else data


def _digest(data: bytes, file: str) -> str:
    said = [
        (grid.name, sorted((row, sorted(cells.items())) for row, cells in grid.rows.items()))
        for grid in read_workbook(data, file)
    ]
    return sha256(repr(said).encode()).hexdigest()[:24]


def _sheets(package: WorkbookPackage) -> tuple[list[_Sheet], str]:
    workbook = next((one.part for one in package.relations("") if one.kind == "officeDocument"), "xl/workbook.xml")
    parts = {one.identity: one.part for one in package.relations(workbook) if one.kind == "worksheet"}
    listed = enumerate(package.tree(workbook).iter(f"{S}sheet"))
    found = [
        _Sheet(number, one.get("name", ""), parts[identity])
        for number, one in listed
        if (identity := one.get(_R_ID, "")) in parts
    ]
    return found, workbook


def _mark(package: WorkbookPackage, fills: Fills, sheet: _Sheet, found: Mapping[Cell, list[Finding]]) -> None:
    root = package.tree(sheet.part)
    merged = [_area(one.get("ref", "A1")) for one in root.iter(f"{S}mergeCell")]
    laid: dict[Cell, list[Finding]] = {}
    for cell, told in sorted(found.items()):
        laid.setdefault(_anchor(cell, merged), []).extend(told)
    before = {}
    for cell, told in laid.items():
        is_error = any(one.severity is Severity.ERROR for one in told)
        element = _cell(root, cell)
        style = int(element.get("s", "0"))
        made = fills.style(style, RED if is_error else AMBER)
        if made is not None:
            before[cell] = fills.told(style)
            element.set("s", str(made))
    Notes(package, sheet.part).add({cell: tuple(map(_sentence, told)) for cell, told in laid.items()}, root)
    package.put_tree(sheet.part, root)
    fills.remember(sheet.number, sheet.name, before)


def _sentence(finding: Finding) -> str:
    shown = f" Đang ghi: “{visible(finding.value)}”." if finding.value else ""
    return f"{finding.reason}{shown} {finding.remedy}"


def _uncolour(root: Element, fills: Fills, before: Mapping[Cell, str]) -> bool:
    touched = False
    for row, column, element in _cells(root):
        style = int(element.get("s", "0"))
        if fills.is_ours(style):
            restored = fills.restored(style, before.get((row, column), ""))
            element.set("s", str(restored or 0))
            touched = True
    return touched


def _rows(root: Element) -> Iterable[tuple[int, Element]]:
    number = 0
    for row in root.iterfind(f"{S}sheetData/{S}row"):
        number = int(row.get("r") or number + 1)
        yield number, row


def _columns(row: Element) -> Iterable[tuple[int, Element]]:
    column = 0
    for cell in row.iterfind(f"{S}c"):
        reference = cell.get("r")
        column = cell_at(reference)[1] if reference else column + 1
        yield column, cell


def _cells(root: Element) -> Iterable[tuple[int, int, Element]]:
    return ((number, column, cell) for number, row in _rows(root) for column, cell in _columns(row))


def _cell(root: Element, cell: Cell) -> Element:
    """The cell's element, made where the sheet has none; a new one looks as its row or column says."""
    number, column = cell
    row = _row(root, number)
    for place, one in _columns(row):
        if place == column:
            return one
        if place > column:
            return _new_cell(root, row, cell, before=one)
    return _new_cell(root, row, cell)


def _new_cell(root: Element, row: Element, cell: Cell, before: Element | None = None) -> Element:
    number, column = cell
    made = etree.Element(f"{S}c", r=f"{get_column_letter(column)}{number}")
    style = row.get("s") if row.get("customFormat") in ("1", "true") else _column_style(root, column)
    if style:
        made.set("s", style)
    if before is None:
        row.append(made)
    else:
        before.addprevious(made)
    return made


def _column_style(root: Element, column: int) -> str | None:
    for one in root.iterfind(f"{S}cols/{S}col"):
        if int(one.get("min", "0")) <= column <= int(one.get("max", "0")):
            return one.get("style")
    return None


def _row(root: Element, number: int) -> Element:
    data = root.find(f"{S}sheetData")
    if data is None:
        data = etree.SubElement(root, f"{S}sheetData")
    for place, one in _rows(root):
        if place == number:
            return one
        if place > number:
            made = etree.Element(f"{S}row", r=str(number))
            one.addprevious(made)
            return made
    return etree.SubElement(data, f"{S}row", r=str(number))


def _area(reference: str) -> tuple[int, int, int, int]:
    left, top, right, bottom = (int(number or 1) for number in range_boundaries(reference))
    return top, left, bottom, right


def _anchor(cell: Cell, merged: Iterable[tuple[int, int, int, int]]) -> Cell:
    """The cell that is seen where ``cell`` is part of a merged one."""
    row, column = cell
    for top, left, bottom, right in merged:
        if top <= row <= bottom and left <= column <= right:
            return top, left
    return cell
