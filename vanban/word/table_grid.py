"""The cells of a table by row and column, with their widths and what sets rows and cells apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from vanban.ooxml import Element, W, val, whole
from vanban.word import wording
from vanban.word.layers import Properties, flat, is_on

_USUAL_MARGIN: Final = 115
"""Twips left and right of the text in a cell where nothing says otherwise (ISO/IEC 29500-1, 17.4.43)."""

_VERTICAL: Final = {"center": "giữa ô", "bottom": "đáy ô"}
_ALIGNMENTS: Final = {"center": "giữa trang", "right": "sát phải", "end": "sát phải"}


@dataclass(frozen=True)
class OutlineCell:
    """A cell: ``label`` is its row and columns, ``text_width`` in twips is what its text has between the margins."""

    element: Element
    label: str
    text_width: int
    is_continued: bool


class TableGrid:
    """A table with its effective ``properties``."""

    def __init__(self, table: Element, properties: Properties) -> None:
        self._table, self._properties = table, properties
        self._columns = [whole(column.get(W + "w"), 0) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        sides = (properties.get(f"tblCellMar/{side}@w") for side in ("left", "right"))
        self._margins = sum(whole(side, _USUAL_MARGIN) for side in sides)

    def line(self) -> str:
        """``bảng 64 + 102 mm · kẻ ô``."""
        edges = ("top", "bottom", "left", "right", "insideH", "insideV")
        drawn = any(wording.border(self._properties, f"tblBorders/{edge}") for edge in edges)
        alignment = _ALIGNMENTS.get(self._properties.get("jc@val", ""))
        words = [f"bảng {' + '.join(map(wording.mm, self._columns))} mm", "kẻ ô" if drawn else "không kẻ"]
        return " · ".join([*words, alignment] if alignment else words)

    def rows(self) -> Iterator[tuple[int, str, list[OutlineCell]]]:
        """Each row: its number from 1, what sets it apart, its cells."""
        for number, row in enumerate(_rows(self._table), 1):
            properties = flat(row.find(W + "trPr"))
            switches = (("tblHeader", "lặp ở mỗi trang"), ("cantSplit", "không tách"))
            words = [word for name, word in switches if is_on(properties, name)]
            height = properties.get("trHeight@val")
            words += [f"cao {wording.mm(whole(height, 0))}"] if height else []
            yield number, " · ".join(words), list(self._cells(row, number))

    def _cells(self, row: Element, number: int) -> Iterator[OutlineCell]:
        column = whole(val(row, "trPr/gridBefore"), 0)
        for cell in row.findall(W + "tc"):
            span = whole(val(cell, "tcPr/gridSpan"), 1)
            properties = flat(cell.find(W + "tcPr"))
            label = f"{number}.{column + 1}" + (f"-{column + span}" if span > 1 else "")
            width = whole(properties.get("tcW@w"), 0) if properties.get("tcW@type") == "dxa" else 0
            own = width or sum(self._columns[column : column + span])
            merged = "vMerge@val" in properties and properties["vMerge@val"] != "restart"
            yield OutlineCell(cell, label + _apart(properties), own - self._margins, merged)
            column += span


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == W + "tr":
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent"):
            yield from _rows(child)


def _apart(properties: Properties) -> str:
    words = [_VERTICAL.get(properties.get("vAlign@val", ""), "")]
    fill = properties.get("shd@fill", "auto")
    words += [f"nền {fill}"] if fill != "auto" else []
    shown = ", ".join(filter(None, words))
    return f" ({shown})" if shown else ""
