"""Turn the XML of one worksheet into a grid, in one pass that stops as soon as the sheet is too large.

openpyxl is not used to read: its bounded mode drops rows when the declared dimension is stale and does not tell hidden
rows, merged cells and formulas without result; its other mode can be made to exhaust memory by one merged range.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from xml.parsers import expat

from openpyxl.utils.cell import range_boundaries

from vanban.domain.text import TextFault
from vanban.domain.wording import DATE_EXAMPLE, numeric_date
from vanban.ingest.grid import (
    LONGEST_CELL,
    TOO_WIDE,
    WHOLLY_STRUCK,
    Budget,
    CellRange,
    SheetCell,
    SheetGrid,
    TooLarge,
    partly_struck,
    too_long,
)
from vanban.ingest.scalars import Raw, shown

_ROWS_OF_EXCEL = 1_048_576
MOST_READ = 10 * LONGEST_CELL
"""How much of one text is kept: more than a cell may hold even if all of it is escapes, far from what memory may."""
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_VOLATILE = re.compile(r"\b(TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT)\s*\(", re.IGNORECASE)
_UNCALCULATED = TextFault("Ô là công thức chưa có kết quả.", "Hãy mở tệp bằng Excel để tính lại, rồi lưu.")
_NO_DATE = TextFault(
    "Ô định dạng ngày nhưng không chứa một ngày mà Excel tính đúng.", f"Hãy gõ lại ngày, {DATE_EXAMPLE}."
)


@dataclass(frozen=True)
class Formats:
    """What a workbook says once for all its sheets: texts, and what its cell styles do to what is shown.

    ``unstruck``: what is left of a shared text, by its number, where a part of it is struck through.
    """

    texts: Sequence[str]
    unstruck: Mapping[int, str]
    styles: CellStyles
    epoch: date


@dataclass(frozen=True)
class CellStyles:
    """Which cell styles, by number, show dates or percentages or strike through; to how many digits one fills up."""

    dates: frozenset[int] = frozenset()
    percentages: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()
    zeros: Mapping[int, int] = field(default_factory=dict)


def is_set(attributes: dict[str, str]) -> bool:
    """Whether a property of a font that an element names is on: it is, unless its value says otherwise."""
    return attributes.get("val", "1") not in ("0", "false")


def unescape(text: str) -> str:
    """``text`` with Excel's ``_x000D_`` escapes as the characters they stand for."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def escape(text: str) -> str:
    """The reverse of :func:`unescape` for a text that happens to look like an escape."""
    return _ESCAPED.sub(lambda found: f"_x005F{found[0]}", text)


def local_name(name: str) -> str:
    """An element's name without its namespace."""
    return name.rpartition("}")[2]


class SheetReader:
    """Handlers for the XML parser; :attr:`grid` grows as elements end."""

    def __init__(self, grid: SheetGrid, formats: Formats, budget: Budget) -> None:
        self.grid = grid
        self._formats, self._budget = formats, budget
        self._row = self._column = 0
        self._type = self._style = ""
        self._in_cell = False
        self._reading: str | None = None
        self._pieces: list[str] = []
        self._room = 0
        self._value: str | None = None
        self._formula: str | None = None
        self._phonetic = False
        self._struck_run = False
        self._left: list[str] = []
        self._has_struck_run = False

    def read(self, xml: bytes) -> SheetGrid:
        """The grid of a worksheet part. Raises ``ExpatError`` or ``ValueError`` if damaged, ``TooLarge`` if so."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(xml, True)
        return self.grid

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match local_name(name):
            case "row":
                self._start_row(attributes)
            case "c":
                self._start_cell(attributes)
            case "rPh":
                self._phonetic = True
            case "r" if self._in_cell:
                self._struck_run = False
            case "strike" if self._in_cell and is_set(attributes):
                self._struck_run = self._has_struck_run = True
            case "v" | "t" | "f" as part if self._in_cell and not self._phonetic:
                self._reading, self._pieces, self._room = part, [], MOST_READ
            case "col" if attributes.get("hidden") in ("1", "true"):
                self.grid.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))
            case "mergeCell":
                self.grid.merged.append(_area(attributes["ref"]))

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes.get("r") or self._row + 1)
        self._column = 0
        if self._row > _ROWS_OF_EXCEL:
            raise TooLarge(TOO_WIDE)
        if attributes.get("hidden") in ("1", "true"):
            self.grid.hidden_rows.add(self._row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._budget.spend_cell()
        self._column += 1
        if reference := attributes.get("r"):
            self._column, self._row = _position(reference)
        self._in_cell, self._value, self._formula = True, None, None
        self._struck_run = self._has_struck_run = False
        self._left = []
        self._type, self._style = attributes.get("t", "n"), attributes.get("s", "0")

    def _characters(self, text: str) -> None:
        if self._reading is not None and self._room > 0:
            self._pieces.append(text)
            self._room -= len(text)

    def _end(self, name: str) -> None:
        part = local_name(name)
        if part == self._reading:
            text, self._reading = "".join(self._pieces), None
            if part == "f":
                self._formula = text
            else:
                self._value = (self._value or "") + text
                self._left += [] if self._struck_run else [text]
        elif part == "rPh":
            self._phonetic = False
        elif part == "c":
            self._in_cell = False
            if cell := self._cell():
                self._budget.keep(self.grid, self._row, self._column, cell)

    def _cell(self) -> SheetCell | None:
        """The cell just read; ``None`` if it is blank."""
        if self._formula is not None and not self._value and self._type != "str":
            return SheetCell(f"={self._formula}", fault=_UNCALCULATED)
        if self._value is None:
            return None
        if self._type == "e":
            fault = TextFault("Ô là công thức bị lỗi.", "Hãy sửa công thức, hoặc gõ thẳng chữ, số vào ô.")
            return SheetCell(self._value, fault=fault)
        raw = self._raw(self._value)
        if isinstance(raw, SheetCell):
            return raw
        if isinstance(raw, str) and not raw.strip():
            return None
        if crossed := self._crossed_out(raw):
            return SheetCell(raw, fault=crossed)
        if isinstance(raw, Decimal) and (digits := self._formats.styles.zeros.get(int(self._style))):
            shown_as = f"{raw:f}".rjust(digits, "0")
            return SheetCell(raw, warning=_volatile(self._formula or "", raw), padded=shown_as)
        if isinstance(raw, str) and len(raw) > LONGEST_CELL:
            return SheetCell(raw[:LONGEST_CELL], fault=too_long())
        return SheetCell(raw, warning=_volatile(self._formula or "", raw))

    def _crossed_out(self, raw: Raw) -> TextFault | None:
        """What is wrong with a cell that is struck through, whole or in part."""
        left = "".join(self._left) if self._has_struck_run else None
        if self._type == "s" and self._value is not None:
            left = self._formats.unstruck.get(int(self._value))
        if int(self._style) in self._formats.styles.struck or (left is not None and not left.strip()):
            return WHOLLY_STRUCK
        return None if left is None else partly_struck(unescape(left), shown(raw))

    def _raw(self, value: str) -> Raw | SheetCell:
        match self._type:
            case "s":
                return self._formats.texts[int(value)]
            case "str" | "inlineStr":
                return unescape(value)
            case "b":
                return value.strip() in ("1", "true")
            case "d":
                return datetime.fromisoformat(value).date()
            case _:
                return self._number(value)

    def _number(self, value: str) -> Raw | SheetCell:
        if not value.strip():
            return ""
        # Excel keeps and shows 15 significant digits; the rest is dust of binary arithmetic.
        number = Decimal(f"{float(value):.15g}")
        if not number.is_finite():
            raise ValueError(value)
        style = int(self._style)
        if style in self._formats.styles.dates:
            return _moment(number, self._formats.epoch)
        return f"{shown((number * 100).normalize())}%" if style in self._formats.styles.percentages else number


def _volatile(formula: str, raw: Raw) -> TextFault | None:
    found = _VOLATILE.search(formula)
    if found is None:
        return None
    reason = f"Ô là công thức {found[1].upper()} nên kết quả (đang là “{shown(raw)}”) đổi mỗi khi mở tệp."
    return TextFault(reason, "Hãy gõ thẳng chữ, số vào ô.")


def _moment(serial: Decimal, epoch: date) -> date | time | SheetCell:
    """The date or time of day that a serial number stands for, days counted from ``epoch``; a cell with what is wrong
    where it stands for neither."""
    days, rest = divmod(serial, 1)
    if serial < 0 or date.max - epoch < timedelta(days=int(min(days, Decimal(10**7)))):
        return SheetCell(f"{serial:f}", fault=_NO_DATE)
    minutes = round(rest * 24 * 60)
    hour = time(minutes // 60 % 24, minutes % 60)
    if serial < 1:
        return hour
    # Excel believes in 29 February 1900; before March of that year its days are one off.
    found = epoch + timedelta(days=int(days))
    if epoch.year == 1899 and found < date(1900, 3, 1):
        return SheetCell(f"{serial:f}", fault=_NO_DATE)
    if not rest:
        return found
    fault = TextFault("Ô chứa cả ngày lẫn giờ.", f"Hãy gõ lại chỉ ngày {numeric_date(found)}.")
    return SheetCell(f"{shown(found)} {shown(hour)}", fault=fault)


def _position(reference: str) -> tuple[int, int]:
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise ValueError(reference)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return column, int(found[2])


def _area(reference: str) -> CellRange:
    left, top, right, bottom = range_boundaries(reference)
    if left is None or top is None or right is None or bottom is None:
        raise ValueError(reference)
    return CellRange(int(top), int(left), int(bottom), int(right))
