"""Turn records into an Excel table that a clerk can fill in and that reads back as the same records."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from pydantic import BaseModel

from vanban.domain.office import Office
from vanban.domain.record import Record
from vanban.domain.unit_kind import UNIT_KINDS
from vanban.domain.wording import decimal
from vanban.errors import CellTooLong
from vanban.ingest.assembly import kinds_of
from vanban.ingest.grid import LONGEST_CELL, MOST_ROWS
from vanban.ingest.header import title_of
from vanban.ingest.scalars import choices, offers, written
from vanban.ingest.sheet import escape

_NARROWEST, _WIDEST = 8, 50
_LONGEST_INLINE_LIST = 255
_LISTS = "Danh mục"
_FIXED_TIME = datetime(1980, 1, 1)
_STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")

_FONT = Font(name="Times New Roman", size=12)
_HEADER_FONT = Font(name="Times New Roman", size=12, bold=True)
_HEADER_FILL = PatternFill("solid", start_color="E7EEF7")
_BORDER = Border(*(Side(style="thin"),) * 4)


def write_table(
    rows: Iterable[Record], row_type: type[BaseModel], sheet_title: str, office: Office | None = None
) -> bytes:
    """An .xlsx file with the field titles as header and one row for each record; the same rows give the same bytes.

    Every cell is text, so that leading zeros stay and nothing is taken for a formula; closed lists are offered to
    choose from, in the words of the ``office``. Raises :class:`vanban.errors.CellTooLong` for a value that reading
    would refuse.
    """
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = sheet_title
    names = list(row_type.model_fields)
    titles = [title_of(row_type, name, office.unit_kind if office else UNIT_KINDS[0]) for name in names]
    texts_of = [[written(getattr(row, name), office) for name in names] for row in rows]
    for number, texts in enumerate([titles, *texts_of], start=1):
        for column, text in enumerate(texts, start=1):
            if len(text) > LONGEST_CELL:
                raise CellTooLong(header=titles[column - 1], limit=decimal(LONGEST_CELL))
            _write(sheet.cell(number, column), text, is_header=number == 1)
    for column, name in enumerate(names, start=1):
        _set_width(sheet, column, [texts[column - 1] for texts in (titles, *texts_of)])
        _offer(workbook, sheet, column, _options(row_type.model_fields[name].annotation, office))
    _prepare_page(sheet)
    return _package(workbook)


def _write(cell: Cell | MergedCell, text: str, *, is_header: bool) -> None:
    cell.font = _HEADER_FONT if is_header else _FONT
    cell.border = _BORDER
    cell.alignment = Alignment(wrap_text=True, vertical="center" if is_header else "top")
    if is_header:
        cell.fill = _HEADER_FILL
    cell.number_format = "@"
    if text:
        cell.value = escape(text)
        # Without this, openpyxl makes a formula of a text that starts with "=".
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@"


def _set_width(sheet: Worksheet, column: int, texts: list[str]) -> None:
    longest = max(len(line) for text in texts for line in text.split("\n"))
    dimension = sheet.column_dimensions[get_column_letter(column)]
    dimension.width = min(_WIDEST, max(_NARROWEST, longest + 2))
    # For the rows that are still to be filled in.
    dimension.number_format = "@"
    dimension.font = _FONT


def _options(annotation: Any, office: Office | None) -> list[str]:
    kinds = kinds_of(annotation)
    listed = list(offers((member for kind in kinds for member in choices(kind)), office).values())
    return ["có", "không"] if bool in kinds else listed


def _offer(workbook: Workbook, sheet: Worksheet, column: int, options: list[str]) -> None:
    """Let the cells of a column be chosen from ``options``; a long list stands on a hidden sheet of its own."""
    if not options:
        return
    inline = ",".join(options)
    if len(inline) <= _LONGEST_INLINE_LIST and not any(mark in option for option in options for mark in ',"'):
        source = f'"{inline}"'
    else:
        lists = workbook[_LISTS] if _LISTS in workbook.sheetnames else workbook.create_sheet(_LISTS)
        lists.sheet_state = "hidden"
        for number, option in enumerate(options, start=1):
            lists.cell(number, column, escape(option)).data_type = "s"
        letter = get_column_letter(column)
        source = f"'{_LISTS}'!${letter}$1:${letter}${len(options)}"
    rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = "Giá trị lạ", "Hãy chọn một giá trị trong danh sách."
    rule.add(f"{get_column_letter(column)}2:{get_column_letter(column)}{MOST_ROWS + 1}")
    sheet.add_data_validation(rule)


def _prepare_page(sheet: Worksheet) -> None:
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0


def _package(workbook: Workbook) -> bytes:
    """The workbook's file without the moment of its making."""
    workbook.properties.creator = "vanban"
    buffer, package = io.BytesIO(), io.BytesIO()
    workbook.save(buffer)
    stamp = _FIXED_TIME.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(package, "w") as fixed:
        for name in made.namelist():
            content = made.read(name)
            if name == "docProps/core.xml":
                content = _STAMPS.sub(rb"\g<1>" + stamp, content)
            entry = zipfile.ZipInfo(name, _FIXED_TIME.timetuple()[:6])
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            fixed.writestr(entry, content)
    return package.getvalue()
