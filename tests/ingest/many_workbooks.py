"""Workbooks as many programs write them: how package, texts, days and references lie differs between them."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from xml.sax.saxutils import escape

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from workbook_maker import MAIN, Sheet, Value, Xml, workbook

TEXTS = (
    "Tổ dân phố số 1", " thừa dấu cách ", "Nguyễn Thị Ánh", "dòng một\ndòng hai", "a\tb", "<b>&amp;</b>", "007", "1/2",
    "'dấu nháy", "=không phải công thức", "12,5", "đủ “ngoặc” 'đơn'", "Ủy ban nhân dân", "x_x000D_y", "🎉", "12.3.1985",
    "TRUE", "#N/A", "e", "Thu\u0309", "\u00a0", "0", "nghìn\u202f000", "A" * 300,
)  # fmt: skip
NUMBERS = (0, 1, -1, 7, 210, 1.5, 0.1, 0.1 + 0.2, 99.7, 1e15, 123456789012, 24085001234, -0.25, 1e-7, 2.5e9, 45000, 60)
DAYS = (date(2024, 2, 29), date(1985, 3, 12), date(1999, 12, 31), date(2024, 11, 2), date(1900, 3, 1), date(2030, 1, 1))
HOURS = (time(19, 30), time(0, 1), time(23, 59), time(8, 0))
DATE_FORMATS = ("dd/mm/yyyy", "m/d/yy", "yyyy-mm-dd", '"ngày" dd "tháng" mm "năm" yyyy', "[$-42A]dd mmmm yyyy")
NUMBER_FORMATS = ("General", "0", "#,##0", "0.00", "000", '0 "hộ"', "@", "#,##0;[Red]-#,##0")


@dataclass(frozen=True)
class Way:
    """How one workbook is made; ``number`` chooses its values."""

    number: int
    writer: str
    twist: str

    def __str__(self) -> str:
        return f"{self.number} {self.writer}, {self.twist}"


def ways(how_many: int, first: int = 0) -> list[Way]:
    """That many different ways: every writer with every twist of its package in turn, each with values of its own."""
    pairs = [(writer, twist) for writer, (_, twists) in _WRITERS.items() for twist in twists]
    return [Way(first + at, *pairs[at % len(pairs)]) for at in range(how_many)]


def made(way: Way) -> bytes:
    """The workbook."""
    write, twists = _WRITERS[way.writer]
    return _repacked(write(random.Random(way.number), way.twist), twists[way.twist])


# --- Excel's own package by openpyxl and by XlsxWriter ---


def _by_openpyxl(chance: random.Random, twist: str) -> bytes:
    book = openpyxl.Workbook()
    if twist == "days from 1904":
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.remove(book.active)  # type: ignore[arg-type]
    for name in chance.sample(["Bảng", "Trang & tính", "people", "Tháng 3"], chance.randint(1, 3)):
        sheet = book.create_sheet(name)
        top, left = chance.choice([(1, 1), (1, 1), (3, 2), (40, 5)])
        for row in range(top, top + chance.randint(1, 7)):
            for column in range(left, left + chance.randint(1, 6)):
                _set(chance, sheet.cell(row, column))
        if chance.random() < 0.4:
            sheet.merge_cells(start_row=top, end_row=top + 1, start_column=left, end_column=left + 1)
        if chance.random() < 0.3:
            sheet.row_dimensions[top].hidden = True
        if chance.random() < 0.3:
            sheet.column_dimensions[get_column_letter(left)].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _set(chance: random.Random, cell: openpyxl.cell.Cell) -> None:
    match chance.randrange(9):
        case 0 | 1:
            cell.value = chance.choice(TEXTS)
            cell.data_type = "s"
        case 2 | 3:
            cell.value = chance.choice(NUMBERS)
            cell.number_format = chance.choice(NUMBER_FORMATS)
        case 4:
            day = chance.choice(DAYS[:4])
            cell.value = day if chance.random() < 0.7 else datetime.combine(day, chance.choice(HOURS))
            cell.number_format = chance.choice(DATE_FORMATS)
        case 5:
            cell.value = chance.choice(HOURS)
            cell.number_format = "hh:mm"
        case 6:
            cell.value, cell.number_format = chance.choice((0.05, 0.997, 1, 0.125)), chance.choice(("0%", "0.0%"))
        case 7:
            cell.value = chance.choice((True, False, "=1+1", '=A1&"x"', "#DIV/0!"))
        case 8:
            run = InlineFont(strike=chance.random() < 0.3)
            cell.value = CellRichText("Lê Văn ", TextBlock(run, "C "), TextBlock(InlineFont(b=True), "Khải"))
    if chance.random() < 0.08:
        cell.font = Font(strike=True)


def _by_xlsxwriter(chance: random.Random, twist: str) -> bytes:
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "constant_memory": twist == "texts in the cells",
        "date_1904": twist == "days from 1904",
    }
    book = xlsxwriter.Workbook(out, options)
    formats = {code: book.add_format({"num_format": code}) for code in (*DATE_FORMATS, *NUMBER_FORMATS, "0%", "hh:mm")}
    bold, struck = book.add_format({"bold": True}), book.add_format({"font_strikeout": True})
    for at in range(chance.randint(1, 3)):
        sheet = book.add_worksheet(f"Trang {at + 1}")
        top = chance.choice((0, 0, 0, 5))
        for row in range(top, top + chance.randint(1, 8)):
            for column in range(chance.randint(1, 6)):
                match chance.randrange(9):
                    case 0 | 1:
                        sheet.write_string(row, column, chance.choice(TEXTS), struck if chance.random() < 0.1 else None)
                    case 2:
                        sheet.write_number(row, column, chance.choice(NUMBERS), formats[chance.choice(NUMBER_FORMATS)])
                    case 3:
                        sheet.write_datetime(row, column, chance.choice(DAYS[:4]), formats[chance.choice(DATE_FORMATS)])
                    case 4:
                        sheet.write_number(row, column, chance.choice((0.05, 0.997, 2)), formats["0%"])
                    case 5:
                        cached = chance.choice((3, "chữ", "", 0.5, True, "#N/A"))
                        sheet.write_formula(row, column, chance.choice(("=1+2", "=TODAY()", "=B2")), None, cached)
                    case 6:
                        sheet.write_boolean(row, column, chance.random() < 0.5)
                    case 7:
                        sheet.write_blank(row, column, None, bold)
                    case 8 if not options["constant_memory"]:
                        sheet.write_rich_string(
                            row, column, "Tổ ", bold, "số", struck if chance.random() < 0.4 else bold, " 5"
                        )
                    case 8:
                        sheet.write_url(row, column, "https://example.vn/", string="liên kết")
        if chance.random() < 0.3:
            sheet.write_comment(top, 0, "Ghi chú")
        if chance.random() < 0.3:
            sheet.set_row(top, None, None, {"hidden": True})
    book.close()
    return out.getvalue()


# --- other programs' packages, typed ---


def _by_hand(chance: random.Random, twist: str) -> bytes:
    texts = list(TEXTS)
    sheets = []
    for at in range(chance.randint(1, 2)):
        rows: list[str] = []
        number = chance.choice((1, 1, 4))
        for _ in range(chance.randint(1, 8)):
            cells = [_cell(chance, texts, twist) for _ in range(chance.randint(0, 6))]
            rows.append(_row(chance, number, cells, twist))
            number += chance.choice((1, 1, 1, 3)) if twist != "no references" else 1
        before = chance.choice(("", '<dimension ref="A1"/>', '<dimension ref="A1:XFD1048576"/>'))
        sheets.append(Sheet("".join(rows), name=f"Trang {at + 1}", before=before))
    listed = "".join(_shared(chance, text) for text in texts)
    return workbook(*sheets, texts=listed, mac=twist == "days from 1904")


def _shared(chance: random.Random, text: str) -> str:
    written = escape(re.sub("_x([0-9A-F]{4})_", r"_x005F_x\1_", text))
    match chance.randrange(3):
        case 0:
            half = len(written) // 2 if "&" not in written and "_" not in written else 0
            runs = (written[:half], written[half:])
            inner = "".join(f'<r><rPr><b/></rPr><t xml:space="preserve">{run}</t></r>' for run in runs)
            return f"<si>{inner}</si>"
        case 1:
            return f'<si><t xml:space="preserve">{written}</t><rPh sb="0" eb="1"><t>đọc</t></rPh></si>'
        case _:
            return f'<si><t xml:space="preserve">{written}</t></si>'


def _cell(chance: random.Random, texts: list[str], twist: str) -> Value:
    def typed(kind: str, value: object, style: int = 0, inside: str = "") -> Xml:
        return Xml(f'<c r="{{r}}" s="{style}" t="{kind}">{inside}<v>{value}</v></c>')

    match chance.randrange(12):
        case 0 | 1:
            return typed("s", chance.randrange(len(texts)))
        case 2:
            return chance.choice(texts).replace("_x", "_")
        case 3 | 4:
            value = chance.choice(NUMBERS)
            return typed("n", chance.choice((repr(value), f"{value:.17g}", f"{value:E}")), chance.choice((0, 0, 4)))
        case 5:
            epoch = date(1904, 1, 1) if twist == "days from 1904" else date(1899, 12, 30)
            serial = (chance.choice(DAYS[:4]) - epoch) / timedelta(days=1)
            return typed(
                "n",
                f"{serial + chance.choice((0, 0, 0.25)):g}" if chance.random() < 0.5 else int(serial),
                chance.choice((1, 3)),
            )
        case 6:
            return typed("n", chance.choice((0.05, 0.997, 1, 1.25)), 2)
        case 7:
            return typed("b", chance.randrange(2))
        case 8:
            return typed("e", chance.choice(("#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?")), inside="<f>1/0</f>")
        case 9:
            kind, value = chance.choice((("str", "kết quả"), ("n", 3), ("b", 1)))
            return typed(kind, value, inside=chance.choice(("<f>A1</f>", "<f>NOW()</f>", '<f t="shared" si="0"/>')))
        case 10:
            runs = '<r><t xml:space="preserve">Tổ </t></r><r><rPr><i/></rPr><t>số 9</t></r>' + chance.choice(
                ("", "<rPh><t>đọc</t></rPh>")
            )
            return Xml(f'<c r="{{r}}" t="inlineStr"><is>{runs}</is></c>')
        case _:
            return chance.choice((None, Xml('<c r="{r}" s="1"/>'), Xml('<c r="{r}" t="d"><v>2024-11-02</v></c>')))


def _row(chance: random.Random, number: int, cells: list[Value], twist: str) -> str:
    written = []
    for at, value in enumerate(cells):
        reference = f"{get_column_letter(at + 1)}{number}"
        if isinstance(value, Xml):
            written.append(value.text.replace("{r}", reference))
        elif value is not None:
            written.append(f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>')
        elif twist == "no references":
            written.append(f'<c r="{reference}"/>')
    row = f'<row r="{number}" hidden="{int(chance.random() < 0.1)}">{"".join(written)}</row>'
    return re.sub(r' r="[A-Z]*[0-9]+"', "", row) if twist == "no references" else row


# --- what is done to a finished package ---

_Parts = dict[str, bytes]


def _repacked(data: bytes, change: Callable[[_Parts], _Parts]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = change({name: package.read(name) for name in package.namelist()})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _as_it_is(parts: _Parts) -> _Parts:
    return parts


def _of_xml(change: Callable[[str, str], str]) -> Callable[[_Parts], _Parts]:
    def changed(parts: _Parts) -> _Parts:
        return {
            name: change(name, content.decode()).encode() if name.endswith((".xml", ".rels")) else content
            for name, content in parts.items()
        }

    return changed


def _prefixed(name: str, xml: str) -> str:
    """The same part with a prefix before every element of the main namespace."""
    if f'xmlns="{MAIN}"' not in xml:
        return xml
    xml = re.sub(r"<(/?)(?=[A-Za-z]+[\s/>])", r"<\1x:", xml)
    return xml.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')


def _with_byte_order_mark(name: str, xml: str) -> str:
    return "\ufeff" + xml if name.startswith("xl/worksheets/sheet") else xml


def _whole_targets(name: str, xml: str) -> str:
    return (
        re.sub(r'Target="(?=[a-z])(?!xl/|docProps)', 'Target="/xl/', xml)
        if name == "xl/_rels/workbook.xml.rels"
        else xml
    )


def _backwards(parts: _Parts) -> _Parts:
    return dict(reversed(parts.items()))


_TWISTS: dict[str, Callable[[_Parts], _Parts]] = {
    "as it is": _as_it_is,
    "days from 1904": _as_it_is,
    "prefixes": _of_xml(_prefixed),
    "byte order mark": _of_xml(_with_byte_order_mark),
    "whole targets": _of_xml(_whole_targets),
    "parts backwards": _backwards,
}
_Writer = Callable[[random.Random, str], bytes]
_WRITERS: dict[str, tuple[_Writer, dict[str, Callable[[_Parts], _Parts]]]] = {
    "openpyxl": (_by_openpyxl, _TWISTS),
    "XlsxWriter": (_by_xlsxwriter, {**_TWISTS, "texts in the cells": _as_it_is}),
    "by hand": (_by_hand, {**_TWISTS, "no references": _as_it_is}),
}
