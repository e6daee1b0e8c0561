"""What a table's own properties say: its grid, its borders, which conditional formats reach a cell."""

from __future__ import annotations

from typing import Final

from lxml import etree

from vanban.ooxml.names import W
from vanban.ooxml.styles import Stylist
from vanban.ooxml.tree import whole

_SIDES: Final = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")
_CELL_MARGIN: Final = 5.4
_NONE: Final = ("none", "nil", None)
_LOOK_BITS: Final = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}


def grid(table: etree._Element) -> list[float]:
    """The widths of the columns in points."""
    return [(whole(column.get(W + "w")) or 0) / 20 for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]


def asked_width(properties: etree._Element | None) -> float:
    """The width in points that a cell asks for itself, 0 where it asks for none.

    Word lays a cell out by it and makes the grid anew; a grid that differs was left by the program that wrote the file.
    """
    own = None if properties is None else properties.find(W + "tcW")
    if own is None or own.get(W + "type", "dxa") != "dxa":
        return 0.0
    return (whole(own.get(W + "w")) or 0) / 20


def _shows(borders: etree._Element | None) -> bool | None:
    """Whether a set of borders draws anything; ``None`` if it says nothing."""
    if borders is None:
        return None
    said = [found.get(W + "val") for side in _SIDES if (found := borders.find(W + side)) is not None]
    return any(value not in _NONE for value in said) if said else None


def bordered(table: etree._Element, style: str, stylist: Stylist) -> bool:
    """Whether the table draws its grid, by its own properties or its style's."""
    own = _shows(table.find(f"{W}tblPr/{W}tblBorders"))
    if own is not None:
        return own
    for element in reversed(stylist.chain(style)):
        said = _shows(element.find(f"{W}tblPr/{W}tblBorders"))
        if said is not None:
            return said
    return False


def padding(table: etree._Element, style: str, stylist: Stylist) -> float:
    """The left and right cell margins together, in points; Word's own are 5,4 pt each."""
    total = 0.0
    owners = [table, *reversed(stylist.chain(style))]
    for names in (("left", "start"), ("right", "end")):
        said = (
            margin
            for owner in owners
            for name in names
            if (margin := owner.find(f"{W}tblPr/{W}tblCellMar/{W}{name}")) is not None
        )
        own = next(said, None)
        total += (whole(own.get(W + "w")) or 0) / 20 if own is not None else _CELL_MARGIN
    return total


def is_cell_bordered(properties: etree._Element | None, table: bool) -> bool:
    """Whether one cell shows borders of its own or of its table."""
    said = _shows(None if properties is None else properties.find(W + "tcBorders"))
    return table if said is None else said


def conditions(properties: etree._Element | None, row: int, rows: int, column: int, columns: int) -> frozenset[str]:
    """The conditional formats of a table style that reach a cell (17.7.6): first and last row and column."""
    look = None if properties is None else properties.find(W + "tblLook")
    if look is None:
        return frozenset({"wholeTable"})
    bits = (
        int(look.get(W + "val") or "0", 16) if (look.get(W + "val") or "0").strip("0123456789abcdefABCDEF") == "" else 0
    )

    def asked(name: str) -> bool:
        said = look.get(W + name)
        return said in ("1", "true", "on") if said is not None else bool(bits & _LOOK_BITS[name])

    found = {"wholeTable"}
    if row == 0 and asked("firstRow"):
        found.add("firstRow")
    if row == rows - 1 and asked("lastRow"):
        found.add("lastRow")
    if column == 0 and asked("firstColumn"):
        found.add("firstCol")
    if column == columns - 1 and asked("lastColumn"):
        found.add("lastCol")
    return frozenset(found)
