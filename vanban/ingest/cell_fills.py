"""Turn cells of a worksheet red or amber and back, by styles made beside the clerk's own.

What was a cell's fill before is kept in a hidden name of the workbook that refers to the cell: Excel and LibreOffice
carry such a name along when rows are put in or taken out.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.cell import coordinate_from_string

from vanban.ingest.workbook_package import Element, WorkbookPackage

Cell = tuple[int, int]
"""Row and column of a cell, both from 1."""

S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RED: Final = "FFFF9C9B"
AMBER: Final = "FFFFE08A"
_NAME: Final = "_vanban_nen_"
_MADE_OF: Final = "_vanban_goc_"
_MOST_CELLS_A_NAME: Final = 100
_AFTER_NAMES: Final = frozenset(
    f"{S}{name}"
    for name in (
        "calcPr",
        "oleSize",
        "customWorkbookViews",
        "pivotCaches",
        "smartTagPr",
        "smartTagTypes",
        "webPublishing",
        "fileRecoveryPr",
        "webPublishObjects",
        "extLst",
    )
)


class Fills:
    """The styles of a workbook, to which fills of ours are added and from which they are taken."""

    def __init__(self, package: WorkbookPackage, workbook: str) -> None:
        self._package, self._workbook = package, workbook
        self._part = next((one.part for one in package.relations(workbook) if one.kind == "styles"), None)
        self._root = None if self._part is None else package.tree(self._part)
        self._made: dict[tuple[int, str], int] = {}

    def style(self, style: int, colour: str) -> int | None:
        """The number of a style like ``style`` with that fill; ``None`` in a workbook without styles."""
        formats, fills = self._list("cellXfs"), self._list("fills")
        if formats is None or fills is None or style >= len(formats):
            return None
        if (style, colour) not in self._made:
            made = copy.deepcopy(formats[style])
            made.set("fillId", str(_number_of(fills, f"solid_._rgb.{colour}_._indexed.64")))
            made.set("applyFill", "1")
            self._made[style, colour] = _find(formats, made, fills)
        return self._made[style, colour]

    def is_ours(self, style: int) -> bool:
        """Whether that style has a fill of ours."""
        return _colour(self._fill_of(style)) in (RED, AMBER)

    def told(self, style: int) -> str:
        """The fill of a style in one word that may stand in a name; empty where it has none."""
        return _told(self._fill_of(style))

    def restored(self, style: int, told: str) -> int | None:
        """The number of a style like ``style`` with the fill that ``told`` tells of."""
        formats, fills = self._list("cellXfs"), self._list("fills")
        if formats is None or fills is None or style >= len(formats):
            return None
        if (style, told) not in self._made:
            made = copy.deepcopy(formats[style])
            made.set("fillId", str(_number_of(fills, told) if told else 0))
            self._made[style, told] = _find(formats, made, fills)
        return self._made[style, told]

    def remember(self, sheet: int, sheet_name: str, before: Mapping[Cell, str]) -> None:
        """Keep in hidden names which fills the cells of a sheet had, where they had any."""
        by_fill: dict[str, list[Cell]] = {}
        for cell, told in sorted(before.items()):
            if told:
                by_fill.setdefault(told, []).append(cell)
        if not by_fill:
            return
        root = self._package.tree(self._workbook)
        names = _names(root)
        quoted = _quoted(sheet_name)
        for told, cells in by_fill.items():
            for start in range(0, len(cells), _MOST_CELLS_A_NAME):
                made = etree.SubElement(names, f"{S}definedName")
                made.set("name", f"{_NAME}{told}_._{start}")
                made.set("localSheetId", str(sheet))
                made.set("hidden", "1")
                kept = cells[start : start + _MOST_CELLS_A_NAME]
                made.text = ",".join(f"{quoted}!${get_column_letter(column)}${row}" for row, column in kept)
        names[:] = sorted(names, key=lambda one: one.get("name", "").casefold())
        self._package.put_tree(self._workbook, root)

    def made_of(self) -> str | None:
        """The digest that :meth:`keep_made_of` kept."""
        names = (one.get("name", "") for one in self._package.tree(self._workbook).iter(f"{S}definedName"))
        return next((name.removeprefix(_MADE_OF) for name in names if name.startswith(_MADE_OF)), None)

    def keep_made_of(self, digest: str, sheet_name: str) -> None:
        """Keep the digest of the cells of which a copy was made, in a hidden name."""
        root = self._package.tree(self._workbook)
        names = _names(root)
        made = etree.SubElement(names, f"{S}definedName", name=f"{_MADE_OF}{digest}", hidden="1")
        made.text = f"{_quoted(sheet_name)}!$A$1"
        self._package.put_tree(self._workbook, root)

    def forget(self) -> dict[int, dict[Cell, str]]:
        """Take the hidden names out; by the number of its sheet, which cell had which fill."""
        root = self._package.tree(self._workbook)
        found: dict[int, dict[Cell, str]] = {}
        for one in list(root.iter(f"{S}definedName")):
            name = one.get("name", "")
            if name.startswith(_MADE_OF):
                found.setdefault(0, {})
                _remove(one)
            if name.startswith(_NAME):
                told = name.removeprefix(_NAME).rpartition("_._")[0]
                cells = found.setdefault(int(one.get("localSheetId", "0")), {})
                cells.update(dict.fromkeys(_cells(one.text or ""), told))
                _remove(one)
        if found:
            self._package.put_tree(self._workbook, root)
        return found

    def keep(self) -> None:
        """Write the styles back where any was added."""
        if self._made and self._root is not None and self._part is not None:
            self._package.put_tree(self._part, self._root)

    def _list(self, name: str) -> Element | None:
        return None if self._root is None else self._root.find(f"{S}{name}")

    def _fill_of(self, style: int) -> Element | None:
        formats, fills = self._list("cellXfs"), self._list("fills")
        if formats is None or fills is None or style >= len(formats):
            return None
        number = int(formats[style].get("fillId", "0"))
        return fills[number] if number < len(fills) else None


def _quoted(sheet_name: str) -> str:
    return "'" + sheet_name.replace("'", "''") + "'"


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
        if not len(parent):
            _remove(parent)


def _append(parent: Element, child: Element) -> int:
    parent.append(child)
    parent.set("count", str(len(parent)))
    return len(parent) - 1


def _told(fill: Element | None) -> str:
    pattern = None if fill is None else fill.find(f"{S}patternFill")
    if pattern is None or pattern.get("patternType", "none") == "none":
        return ""
    words = [pattern.get("patternType", "solid")]
    for name in ("fgColor", "bgColor"):
        colour = pattern.find(f"{S}{name}")
        said = () if colour is None else sorted((str(key), str(value)) for key, value in colour.attrib.items())
        words.append("_".join(f"{key}.{value}" for key, value in said).replace("-", "m"))
    return "_._".join(words)


def _number_of(fills: Element, told: str) -> int:
    """The number of the first fill like that, which is added where there is none."""
    found = next((number for number, one in enumerate(fills) if _told(one) == told), None)
    return found if found is not None else _append(fills, _fill_told(told))


def _colour(fill: Element | None) -> str | None:
    colour = None if fill is None else fill.find(f"{S}patternFill/{S}fgColor")
    return None if colour is None else colour.get("rgb")


def _fill_told(told: str) -> Element:
    """The fill that :meth:`Fills.told` told of."""
    pattern, *colours = told.split("_._")
    fill = etree.Element(f"{S}fill")
    made = etree.SubElement(fill, f"{S}patternFill", patternType=pattern)
    for name, said in zip(("fgColor", "bgColor"), colours, strict=False):
        if said:
            attributes = dict(word.split(".", 1) for word in said.split("_"))
            etree.SubElement(made, f"{S}{name}", {key: re.sub("^m", "-", value) for key, value in attributes.items()})
    return fill


def _find(formats: Element, wanted: Element, fills: Element) -> int:
    """The number of the first style that looks like ``wanted``, which is added where none does."""
    looks = _looks(wanted, fills)
    found = next((number for number, one in enumerate(formats) if _looks(one, fills) == looks), None)
    return found if found is not None else _append(formats, wanted)


def _looks(style: Element, fills: Element) -> tuple[bytes, bytes]:
    bare = copy.deepcopy(style)
    number = int(bare.get("fillId", "0"))
    for own in ("fillId", "applyFill"):
        bare.attrib.pop(own, "")
    fill = etree.tostring(fills[number], method="c14n") if number < len(fills) else b""
    return etree.tostring(bare, method="c14n"), fill


def _names(root: Element) -> Element:
    found = root.find(f"{S}definedNames")
    if found is not None:
        return found
    made = etree.Element(f"{S}definedNames")
    place = next((number for number, one in enumerate(root) if one.tag in _AFTER_NAMES), len(root))
    root.insert(place, made)
    return made


def _cells(references: str) -> Iterable[Cell]:
    """The cells of ``'Sheet'!$B$5,'Sheet'!$B$7:$B$9``; what refers to nothing any more is left out."""
    for area in re.findall(r"!\$?([A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)", references):
        left, top, right, bottom = (int(number or 0) for number in range_boundaries(area.replace("$", "")))
        yield from ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))


def cell_at(reference: str) -> Cell:
    """``B5`` as row and column."""
    letters, row = coordinate_from_string(reference)
    return row, range_boundaries(f"{letters}1")[0] or 1
