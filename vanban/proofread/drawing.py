"""Turn shapes into what a proofreader asks of them: horizontal lines with their lengths, boxes with text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from vanban.ooxml import MC, WP, WPS, A, V, W, whole
from vanban.proofread.facts import DrawnLine, LineKind

_EMU: Final = 12700.0
_FLAT: Final = 6.0
_UNITS: Final = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "pc": 12.0, "": 1.0}
_STYLE: Final = re.compile(r"([a-z-]+)\s*:\s*([^;]+)", re.IGNORECASE)
_LENGTH: Final = re.compile(r"(-?\d*\.?\d+)\s*([a-z]*)", re.IGNORECASE)
_LINE_SHAPES: Final = frozenset({"line", "straightConnector1"})
_VML_LINES: Final = frozenset({"#_x0000_t32", "#_x0000_t20"})


def chosen(element: etree._Element) -> etree._Element | None:
    """The one reading of ``mc:AlternateContent``: the first choice, else the fallback."""
    choice = element.find(MC + "Choice")
    return choice if choice is not None else element.find(MC + "Fallback")


def _emu(value: str | None) -> float | None:
    number = whole(value)
    return None if number is None else number / _EMU


def _length(text: str | None) -> float | None:
    match = _LENGTH.fullmatch((text or "").strip())
    return float(match[1]) * _UNITS.get(match[2].lower(), 1.0) if match else None


def _left_of(anchor: etree._Element) -> float | None:
    """The left edge of a DrawingML anchor from its column, if it is placed by an offset from it."""
    position = anchor.find(WP + "positionH")
    if position is None or position.get("relativeFrom") not in ("column", "character", None):
        return None
    offset = position.find(WP + "posOffset")
    return None if offset is None else _emu((offset.text or "").strip())


def lines_in(element: etree._Element) -> Iterator[DrawnLine]:
    """The horizontal lines of one ``w:drawing`` or ``w:pict``."""
    if element.tag == W + "drawing":
        yield from _drawing_lines(element)
    else:
        yield from _vml_lines(element)


def _drawing_lines(drawing: etree._Element) -> Iterator[DrawnLine]:
    for anchor in drawing:
        extent = anchor.find(WP + "extent")
        geometry = anchor.find(f".//{A}prstGeom")
        if extent is None or geometry is None:
            continue
        width, height = _emu(extent.get("cx")) or 0.0, _emu(extent.get("cy")) or 0.0
        if geometry.get("prst") not in _LINE_SHAPES and (height > _FLAT or width < 4 * _FLAT):
            continue
        if height > max(_FLAT, width / 4) or width <= 0:
            continue
        dash = anchor.find(f".//{A}prstDash")
        left = _left_of(anchor)
        middle = None if left is None else left + width / 2
        yield DrawnLine(LineKind.SHAPE, width, width, middle, dash is not None and dash.get("val") != "solid", drawing)


def _vml_lines(pict: etree._Element) -> Iterator[DrawnLine]:
    for shape in pict.iter(V + "line", V + "shape", V + "rect"):
        style = {name.lower(): value.strip() for name, value in _STYLE.findall(shape.get("style") or "")}
        stroke = shape.find(V + "stroke")
        dashed = stroke is not None and (stroke.get("dashstyle") or "solid").lower() != "solid"
        if shape.tag == V + "line":
            start, end = _ends(shape.get("from")), _ends(shape.get("to"))
            if start and end and abs(start[1] - end[1]) <= _FLAT:
                length = abs(end[0] - start[0])
                yield DrawnLine(LineKind.SHAPE, length, length, (start[0] + end[0]) / 2, dashed, pict)
            continue
        width, height = _length(style.get("width")), _length(style.get("height"))
        flat = width is not None and width > 0 and (height is None or height <= min(_FLAT, width / 4))
        known = shape.get("type") in _VML_LINES or shape.get("{urn:schemas-microsoft-com:office:office}hr") == "t"
        if flat and width is not None and (known or shape.tag == V + "rect" or height is not None):
            left = _length(style.get("margin-left"))
            yield DrawnLine(LineKind.SHAPE, width, width, None if left is None else left + width / 2, dashed, pict)


def _ends(text: str | None) -> tuple[float, float] | None:
    parts = [_length(part) for part in (text or "").split(",")]
    return (parts[0], parts[1]) if len(parts) == 2 and parts[0] is not None and parts[1] is not None else None


def boxes_in(element: etree._Element) -> Iterator[tuple[etree._Element, float | None, float, bool]]:
    """Each text box of a drawing: its content, left edge from the column, width, and whether it has a frame."""
    for content in element.iter(W + "txbxContent"):
        shape = next(
            (above for above in content.iterancestors(WPS + "wsp", V + "shape", V + "rect", V + "roundrect")), None
        )
        if shape is None:
            yield content, None, 0.0, False
        elif shape.tag == WPS + "wsp":
            anchor = next((above for above in content.iterancestors(WP + "anchor", WP + "inline")), None)
            extent = None if anchor is None else anchor.find(WP + "extent")
            outline = shape.find(f"{WPS}spPr/{A}ln")
            framed = outline is not None and outline.find(A + "noFill") is None
            left = None if anchor is None else _left_of(anchor)
            yield content, left, (_emu(extent.get("cx")) or 0.0) if extent is not None else 0.0, framed
        else:
            style = {name.lower(): value.strip() for name, value in _STYLE.findall(shape.get("style") or "")}
            framed = shape.get("stroked") not in ("f", "false", "0")
            yield content, _length(style.get("margin-left")), _length(style.get("width")) or 0.0, framed
