"""Turn a table of words into an Excel workbook that a clerk filters and ticks off: one header row, wrapped cells."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Final

import xlsxwriter

_EPOCH: Final = datetime.datetime(1980, 1, 1)
_WIDEST: Final = 60
_NARROWEST: Final = 8


def write_table(title: str, headers: Sequence[str], rows: Sequence[Sequence[str | int]]) -> bytes:
    """The bytes of a workbook with one sheet named ``title``: ``headers`` in bold, frozen and filtered, then ``rows``.

    Text is written as text: what begins with “=” is no formula, an address no link. Same bytes from the same rows.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(out, options)
    workbook.set_properties({"created": _EPOCH})
    sheet = workbook.add_worksheet(title[:31])
    bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    plain = workbook.add_format({"text_wrap": True, "valign": "top"})
    for column, header in enumerate(headers):
        longest = max((len(str(row[column])) for row in rows), default=0)
        sheet.set_column(column, column, min(_WIDEST, max(_NARROWEST, len(header) + 2, longest)), plain)
        sheet.write_string(0, column, header, bold)
    for place, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(place, column, value, plain)
            else:
                sheet.write_string(place, column, value, plain)
    sheet.freeze_panes(1, 0)
    if headers:
        sheet.autofilter(0, 0, max(len(rows), 1), len(headers) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    workbook.close()
    return out.getvalue()
