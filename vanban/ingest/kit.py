"""Turn the tables of a kit into the workbook that goes out, and tell of any workbook which kit it says to be.

The id stands in a cell of the first sheet and among the properties of the file: Google Sheets drops the properties,
who copies a table into a new workbook drops the sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from vanban.domain.kit import KitId, looks_like_kit_id, read_kit_id
from vanban.domain.text import tidy
from vanban.gate import open_package
from vanban.ingest.form_sheet import FormBook, FormTable
from vanban.ingest.grid import SheetGrid

GUIDE_SHEET: Final = "Hướng dẫn"
ID_LABEL: Final = "Mã phiếu"
_PROPERTY: Final = "vanban-ma-phieu"
_CUSTOM_PART: Final = "docProps/custom.xml"
_WIDTHS: Final = (38, 90)
_LINE_HEIGHT: Final = 18
_SEARCHED: Final = 40
"""Rows and columns in which a sheet is searched for an id."""


@dataclass(frozen=True)
class GuideLine:
    """A line of the first sheet: a label and what stands beside it; a heading where nothing does."""

    label: str
    text: str = ""


@dataclass(frozen=True)
class KitMarks:
    """The ids that a workbook has: in a cell, among its properties; ``damaged`` where somebody changed a letter."""

    cell: KitId | None = None
    stored: KitId | None = None
    damaged: str = ""

    @property
    def known(self) -> KitId | None:
        """What it says to be: the cell goes before the property, which a clerk does not see."""
        return self.cell or self.stored

    @property
    def agree(self) -> bool:
        """Whether the two places do not say two things."""
        return self.cell is None or self.stored is None or self.cell == self.stored


def write_kit(identity: KitId, title: str, guide: Sequence[GuideLine], tables: Iterable[FormTable]) -> bytes:
    """The workbook of a kit: the guide, then a sheet for each table. The same values give the same bytes.

    Raises :class:`vanban.errors.CellTooLong`.
    """
    book = FormBook()
    sheet = book.workbook.add_worksheet(GUIDE_SHEET)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    font = {"font_name": "Times New Roman", "font_size": 13, "text_wrap": True, "valign": "top"}
    sheet.merge_range(0, 0, 0, 1, title, book.look(**font, bold=True, align="center"))
    for row, line in enumerate((GuideLine(ID_LABEL, identity.text), *guide), start=1):
        sheet.set_row(row, _LINE_HEIGHT * (1 + len(line.text) // _WIDTHS[1]))
        sheet.write_string(row, 0, line.label, book.look(**font, bold=True))
        sheet.write_string(row, 1, line.text, book.look(**font))
    sheet.protect()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    book.workbook.set_custom_property(_PROPERTY, identity.text)
    for table in tables:
        book.lay(table)
    return book.to_bytes(lists_in_sight=True)


def kit_marks(data: bytes, file: str, grids: Iterable[SheetGrid]) -> KitMarks:
    """Which kit the workbook says to be. Raises :class:`vanban.errors.PackageError`."""
    cell, damaged = None, ""
    for text in (text for grid in grids for text in _texts(grid)):
        found = read_kit_id(text)
        cell = cell or found
        if found is None and looks_like_kit_id(text):
            damaged = damaged or text
    said = _property(data, file)
    return KitMarks(cell, read_kit_id(said), "" if cell else damaged)


def _texts(grid: SheetGrid) -> Iterable[str]:
    for row in sorted(number for number in grid.rows if number <= _SEARCHED):
        for column, cell in sorted(grid.rows[row].items()):
            if column <= _SEARCHED and isinstance(cell.raw, str):
                yield tidy(cell.raw)


def _property(data: bytes, file: str) -> str:
    content = open_package(data, name=file, kind="xlsx").get(_CUSTOM_PART, b"")
    inside = False
    pieces: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if name.rpartition("}")[2] == "property":
            inside = attributes.get("name") == _PROPERTY

    def characters(text: str) -> None:
        if inside and len(pieces) < _SEARCHED:
            pieces.append(text)

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.CharacterDataHandler = characters
    try:
        if content:
            parser.Parse(content, True)
    except expat.ExpatError:
        # The properties are a second witness only; a workbook without them is whole.
        return ""
    return "".join(pieces).strip()
