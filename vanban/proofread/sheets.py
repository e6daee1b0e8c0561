"""Turn a PDF into its pages as they print: lines of text and drawn rules, measured in points from the top left."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

import pdfplumber
from pdfminer.pdfparser import PDFSyntaxError
from pdfplumber.utils.exceptions import PdfminerException

from vanban.errors import DamagedPdf
from vanban.proofread.lines import fold

_SAME_LINE: Final = 3.0
_FLAT: Final = 3.0
_SHORTEST_RULE: Final = 12.0
_RULE_CHARACTERS: Final = frozenset("_─―━—")


@dataclass(frozen=True, slots=True)
class Printed:
    """One line of text where it stands on the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Its horizontal middle."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        """From its first letter to its last."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class DrawnRule:
    """One horizontal rule where it stands on the page."""

    left: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """Its horizontal middle."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        """Its length."""
        return self.right - self.left


@dataclass(frozen=True)
class Sheet:
    """One page. ``lines`` hold one piece for each stretch of text that stands apart on its line."""

    number: int
    width: float
    height: float
    lines: list[Printed] = field(default_factory=list)
    rules: list[DrawnRule] = field(default_factory=list)
    fonts: dict[str, bool] = field(default_factory=dict)
    pictures: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is printed but perhaps its number."""
        return not self.pictures and all(line.text.strip().isdigit() for line in self.lines)


def read_sheets(pdf: bytes, name: str) -> list[Sheet]:
    """The pages of the PDF made of the Word file ``name``. Raises :class:`vanban.errors.DamagedPdf`."""
    try:
        with pdfplumber.open(io.BytesIO(pdf)) as document:
            return [_sheet(page, number) for number, page in enumerate(document.pages, start=1)]
    except (PDFSyntaxError, PdfminerException) as error:
        raise DamagedPdf(name=name) from error


def _sheet(page: Any, number: int) -> Sheet:
    sheet = Sheet(number, float(page.width), float(page.height), pictures=len(page.images))
    characters = [character for character in page.chars if character["text"] not in _RULE_CHARACTERS]
    sheet.lines.extend(_lines(characters))
    sheet.rules.extend(_rules(page))
    for name in sorted({character["fontname"] for character in page.chars}):
        sheet.fonts[name.split("+")[-1]] = "+" in name
    return sheet


def _lines(characters: Iterable[dict[str, Any]]) -> list[Printed]:
    """Characters joined into stretches: near in height, no wide gap between them."""
    rows: dict[int, list[dict[str, Any]]] = {}
    for character in characters:
        rows.setdefault(round(character["bottom"] / _SAME_LINE), []).append(character)
    found: list[Printed] = []
    keys = sorted(rows)
    for place, key in enumerate(keys):
        if place and key == keys[place - 1] + 1 and keys[place - 1] in rows:
            rows[key] = rows.pop(keys[place - 1]) + rows[key]
    for key in sorted(rows):
        found.extend(_stretches(sorted(rows[key], key=lambda character: character["x0"])))
    return found


def _stretches(row: list[dict[str, Any]]) -> list[Printed]:
    found: list[Printed] = []
    current: list[dict[str, Any]] = []
    for character in row:
        if current and character["x0"] - current[-1]["x1"] > 1.6 * character["size"]:
            found.extend(_joined(current))
            current = []
        current.append(character)
    found.extend(_joined(current))
    return found


def _joined(characters: list[dict[str, Any]]) -> list[Printed]:
    visible = [character for character in characters if character["text"].strip()]
    if not visible:
        return []
    return [
        Printed(
            "".join(character["text"] for character in characters).strip(),
            min(character["x0"] for character in visible),
            max(character["x1"] for character in visible),
            min(character["top"] for character in visible),
            max(character["bottom"] for character in visible),
        )
    ]


def _rules(page: Any) -> list[DrawnRule]:
    """Lines and flat rectangles, and rows of underscores; pieces that touch are one."""
    pieces = [
        (float(found["x0"]), float(found["x1"]), float(found["top"]))
        for found in (*page.lines, *page.rects, *page.curves)
        if abs(found["bottom"] - found["top"]) <= _FLAT and found["x1"] - found["x0"] > 0.5
    ]
    pieces.extend(
        (float(character["x0"]), float(character["x1"]), float(character["bottom"]))
        for character in page.chars
        if character["text"] in _RULE_CHARACTERS
    )
    joined: list[list[float]] = []
    for left, right, top in sorted(pieces, key=lambda piece: (round(piece[2]), piece[0])):
        if joined and abs(joined[-1][2] - top) < 1.0 and left - joined[-1][1] < 1.5:
            joined[-1][1] = max(joined[-1][1], right)
        else:
            joined.append([left, right, top])
    return [DrawnRule(left, right, top) for left, right, top in joined if right - left >= _SHORTEST_RULE]


def find_line(sheet: Sheet, text: str) -> Printed | None:
    """The printed line that says ``text``, or that begins it where it wraps."""
    wanted = fold(text)
    if len(wanted) < 2:
        return None
    for line in sheet.lines:
        said = fold(line.text)
        if said == wanted or (len(said) > 8 and wanted.endswith(said)):
            return line
    return None
