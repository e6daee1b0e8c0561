"""Lay tables onto the sheets of a workbook that a person fills in: prompts, lists to choose from, red where a value
cannot be right. XlsxWriter makes it, with the same bytes from the same values.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from vanban.domain.office import Office
from vanban.domain.record import Record
from vanban.domain.wording import decimal
from vanban.errors import CellTooLong
from vanban.ingest.form_rules import FormColumn
from vanban.ingest.grid import LONGEST_CELL, MOST_ROWS
from vanban.ingest.scalars import written

LISTS_SHEET: Final = "Danh mục"
LONGEST_SHEET_NAME: Final = 31

_EPOCH: Final = datetime.datetime(1980, 1, 1)
_NARROWEST, _WIDEST = 8, 50
_LONGEST_INLINE_LIST: Final = 255
_LAST_ROW: Final = MOST_ROWS + 1
_PLAIN: Final = {"font_name": "Times New Roman", "font_size": 12, "num_format": "@", "locked": False}
_CELL: Final = _PLAIN | {"border": 1, "text_wrap": True, "valign": "top"}
_HEADER: Final = _CELL | {"bold": True, "valign": "vcenter", "bg_color": "#E7EEF7", "locked": True}
_RED: Final = {"bg_color": "#FF9C9B"}
_ALLOWED: Final = dict.fromkeys(
    ("insert_rows", "delete_rows", "format_cells", "format_columns", "format_rows", "sort", "autofilter"), True
)
"""What a clerk may do on a sheet of which only the header is locked."""


@dataclass(frozen=True)
class FormTable:
    """One table of a form: its columns and rows, and how many open rows follow.

    ``is_framed``: only the header is locked, so that rows can be put in; else the whole sheet is open.
    """

    title: str
    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    spare: int = 0
    is_framed: bool = False

    @property
    def sheet(self) -> str:
        """The name of its sheet: Excel takes 31 letters, and not all of them."""
        return "".join(" " if letter in "[]:*?/\\" else letter for letter in self.title)[:LONGEST_SHEET_NAME].strip()

    @property
    def last(self) -> int:
        """The last row of the frame, counted from 1."""
        return 1 + len(self.rows) + self.spare


def rows_of(
    records: Iterable[Record], columns: Sequence[FormColumn], office: Office | None
) -> tuple[tuple[str, ...], ...]:
    """The records as rows of cells. Raises :class:`CellTooLong` for a value that reading would refuse."""
    made = tuple(tuple(written(getattr(one, column.name), office) for column in columns) for one in records)
    for row in made:
        for column, text in zip(columns, row, strict=True):
            if len(text) > LONGEST_CELL:
                raise CellTooLong(header=column.title, limit=decimal(LONGEST_CELL))
    return made


class FormBook:
    """A workbook in the making."""

    def __init__(self) -> None:
        self._out = io.BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.workbook: Any = xlsxwriter.Workbook(self._out, options)
        self.workbook.set_properties({"author": "vanban", "created": _EPOCH})
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}
        self._lists: list[tuple[str, ...]] = []
        self._listed: dict[tuple[str, ...], str] = {}

    def look(self, **how: object) -> Any:
        """A format, made once."""
        known = tuple(sorted(how.items()))
        if known not in self._formats:
            self._formats[known] = self.workbook.add_format(dict(how))
        return self._formats[known]

    def to_bytes(self, *, lists_in_sight: bool = False) -> bytes:
        """The finished workbook; what may be chosen stands on a last sheet, hidden where nobody need look it up."""
        if self._lists:
            sheet = self.workbook.add_worksheet(LISTS_SHEET)
            for column, values in enumerate(self._lists):
                for row, value in enumerate(values):
                    sheet.write_string(row, column, value, self.look(**(_PLAIN | {"locked": True})))
                sheet.set_column(column, column, min(_WIDEST, max(map(len, values)) + 2))
            if lists_in_sight:
                sheet.protect()
            else:
                sheet.hide()
        self.workbook.close()
        return self._out.getvalue()

    def lay(self, table: FormTable) -> None:
        """Add a sheet with the table."""
        sheet = self.workbook.add_worksheet(table.sheet)
        for at, column in enumerate(table.columns):
            texts = [column.title, *(row[at] for row in table.rows)]
            longest = max(len(line) for text in texts for line in text.split("\n"))
            sheet.set_column(at, at, min(_WIDEST, max(_NARROWEST, longest + 2)), self.look(**_PLAIN))
            sheet.write_string(0, at, column.title, self.look(**_HEADER))
        for number in range(1, table.last) if table.is_framed else ():
            # A row with a locked cell anywhere can be neither put in nor taken out.
            sheet.set_row(number, None, self.look(**_PLAIN))
        for number, row in enumerate((*table.rows, *[("",) * len(table.columns)] * table.spare), start=1):
            for at, text in enumerate(row):
                self._write(sheet, number, at, text)
        for at, column in enumerate(table.columns):
            self._offer(sheet, table, at, column)
            if table.is_framed:
                self._redden(sheet, table, at, column)
        _prepare_page(sheet)
        if table.is_framed:
            sheet.protect("", _ALLOWED)

    def _write(self, sheet: Any, row: int, column: int, text: str) -> None:
        if not text:
            sheet.write_blank(row, column, None, self.look(**_CELL))
            return
        quoted = {"quote_prefix": True} if text[0] in "=+-@" else {}
        sheet.write_string(row, column, text, self.look(**_CELL, **quoted))

    def _offer(self, sheet: Any, table: FormTable, at: int, column: FormColumn) -> None:
        """The list and the prompt of one column, over every row that it may ever have."""
        source = self._source(column, inline=not table.is_framed)
        rule: dict[str, Any] = {"validate": "list", "source": source} if source else {"validate": "any"}
        if column.options:
            rule |= {"error_title": "Không có trong danh sách", "error_message": "Hãy chọn trong danh sách."}
        elif column.keys:
            rule |= {"error_type": "warning", "error_title": "Mã lạ", "error_message": "Mã không có trong danh sách."}
        if table.is_framed:
            rule |= {"input_title": column.title[:32], "input_message": column.prompt[:255]} if column.prompt else {}
        if len(rule) > 1:
            sheet.data_validation(1, at, _LAST_ROW - 1, at, rule)

    def _redden(self, sheet: Any, table: FormTable, at: int, column: FormColumn) -> None:
        """Red for what cannot be right, or is missing in a row with anything else in it: in the cell, and in the header
        of its column, which no paste can take the rule from."""
        listed = self._listed.get(column.options, "")
        letter, letters = xl_col_to_name(at), [xl_col_to_name(one) for one in range(len(table.columns))]
        for tail, area, said in (
            ("${0}2", (1, at, _LAST_ROW - 1, at), "={0}>0"),
            (f"${{0}}$2:${{0}}${table.last}", (0, at, 0, at), "=SUMPRODUCT({0})>0"),
        ):
            cells = tail.format(letter)
            row = "&".join(tail.format(one) for one in letters)
            empty = f"(LEN(TRIM({cells}))=0)*(LEN({row})>0)" if column.required else None
            for formula in filter(None, (column.wrong(cells, listed), empty)):
                rule = {"type": "formula", "criteria": said.format(formula), "format": self.look(**_RED)}
                sheet.conditional_format(*area, rule)

    def _source(self, column: FormColumn, *, inline: bool) -> str | list[str]:
        """Where a list takes its values from; a short one may stand in the rule itself."""
        if column.keys:
            keys, names = tuple(one.key for one in column.keys), tuple(one.name or " " for one in column.keys)
            if keys not in self._lists:
                self._lists += [keys, names]
            return f"={_range(self._lists.index(keys), len(keys))}"
        if not column.options:
            return ""
        joined = ",".join(column.options)
        marks = any(mark in one for one in column.options for mark in ',"')
        if inline and len(joined) <= _LONGEST_INLINE_LIST and not marks:
            return list(column.options)
        if column.options not in self._listed:
            self._lists.append(column.options)
            # A rule of red may not name another sheet in every Excel, but it may use a name that does.
            self._listed[column.options] = f"danh_muc_{len(self._listed) + 1}"
            place = _range(len(self._lists) - 1, len(column.options))
            self.workbook.define_name(self._listed[column.options], f"={place}")
        return f"={_range(self._lists.index(column.options), len(column.options))}"


def _range(column: int, count: int) -> str:
    letter = xl_col_to_name(column)
    return f"'{LISTS_SHEET}'!${letter}$1:${letter}${count}"


def _prepare_page(sheet: Any) -> None:
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
