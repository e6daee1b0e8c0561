"""Turn sentences into notes on the cells of a worksheet, beside those that the clerk wrote, and take them off again.

A note stands twice in a workbook (ISO/IEC 29500-1, 18.7; part 4, 8): its words in the part of comments, its box in a
VML drawing, which Excel writes as text that is not always well-formed XML: boxes are spliced into it as text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree
from openpyxl.utils import get_column_letter

from vanban.ingest.cell_fills import Cell, S, cell_at
from vanban.ingest.workbook_package import Element, WorkbookPackage

OPENING: Final = "vanban kiểm tra:"
"""The first line of every note of ours, also of what is added below a note of the clerk's."""

_AUTHOR: Final = "vanban"
_R_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_NOTES_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER_DRAWING: Final = frozenset(
    f"{S}{name}"
    for name in (
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "webPublishItems",
        "tableParts",
        "extLst",
    )
)
_SHAPE: Final = re.compile(r"<(\w+:)?shape\b(?:(?!</?(?:\w+:)?shape\b).)*</(?:\w+:)?shape>", re.DOTALL)
_ROW: Final = re.compile(r"<(?:\w+:)?Row>\s*(\d+)\s*</")
_COLUMN: Final = re.compile(r"<(?:\w+:)?Column>\s*(\d+)\s*</")
_IDENTITY: Final = re.compile(r"_x0000_s(\d+)")
_BLOCK: Final = re.compile(r"<(?:\w+:)?idmap\b[^>]*\bdata=\"([\d,]+)\"")
_IDS_A_BLOCK: Final = 1024
_EMPTY: Final = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/></o:shapelayout></xml>'
)
_BOX_TYPE: Final = (
    '<v:shapetype {spaces} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BOX: Final = (
    '<v:shape {spaces} id="_x0000_s{identity}" type="#_x0000_t202" style="position:absolute;visibility:hidden"'
    ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 12, {top}, 4, {right}, 12, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_SPACES: Final = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_LETTERS_A_LINE: Final = 38
_COLUMNS_WIDE: Final = 4


class Notes:
    """The notes of one worksheet."""

    def __init__(self, package: WorkbookPackage, sheet: str) -> None:
        self._package, self._sheet = package, sheet
        related = package.relations(sheet)
        self._part = next((one.part for one in related if one.kind == "comments"), None)
        self._root = self._new_root() if self._part is None else package.tree(self._part)
        self._threaded = frozenset(
            cell_at(ref)
            for one in related
            if one.kind == "threadedComment" and package.has(one.part)
            for thread in package.tree(one.part)
            if (ref := thread.get("ref"))
        )

    def add(self, sentences: Mapping[Cell, tuple[str, ...]], sheet_root: Element) -> None:
        """Lay a note on each cell. Where people talk to each other about a cell, their talk is not touched: the note
        stands on the first cell of the row, or the next free one, and names the cell that it means."""
        placed: dict[Cell, list[str]] = {}
        for cell, said in sorted(sentences.items()):
            row, column = cell
            if cell in self._threaded:
                places = range(1, len(self._threaded) + 2)
                free = next(place for place in places if (row, place) not in self._threaded)
                said = (f"Ô {get_column_letter(column)}{row}:", *said)
                cell = (row, free)
            placed.setdefault(cell, []).extend(said)
        boxes = [(cell, said) for cell, said in placed.items() if self._write(cell, "\n".join((OPENING, *said)))]
        self._keep_words()
        if boxes:
            self._draw(boxes, sheet_root)

    def take_off(self, sheet_root: Element) -> bool:
        """Take off every note of ours and what was added below the clerk's; whether there was any."""
        ours = [one for one in self._list() if OPENING in _words(one)]
        if not ours:
            return False
        gone = [one for one in ours if not _cut(one)]
        cells = {cell_at(one.get("ref", "A1")) for one in gone}
        for one in gone:
            self._list().remove(one)
        if len(self._list()) or self._part is None:
            self._keep_words()
        else:
            self._package.unrelate(self._sheet, self._part)
            self._package.undeclare(self._part)
            self._package.drop(self._part)
        self._erase(cells, sheet_root)
        return True

    # The words

    @staticmethod
    def _new_root() -> Element:
        return etree.fromstring(f'<comments xmlns="{S[1:-1]}"><authors/><commentList/></comments>')

    def _list(self) -> Element:
        found = self._root.find(f"{S}commentList")
        return found if found is not None else etree.SubElement(self._root, f"{S}commentList")

    def _author(self) -> str:
        authors = self._root.find(f"{S}authors")
        if authors is None:
            authors = etree.Element(f"{S}authors")
            self._root.insert(0, authors)
        names = [one.text or "" for one in authors]
        if _AUTHOR not in names:
            etree.SubElement(authors, f"{S}author").text = _AUTHOR
            names.append(_AUTHOR)
        return str(names.index(_AUTHOR))

    def _write(self, cell: Cell, words: str) -> bool:
        """Put the words on the cell; whether it had no note yet."""
        row, column = cell
        reference = f"{get_column_letter(column)}{row}"
        notes = self._list()
        for one in notes:
            if one.get("ref") == reference:
                text = one.find(f"{S}text")
                text = etree.SubElement(one, f"{S}text") if text is None else text
                _run(text, f"\n{words}")
                return False
        made = etree.Element(f"{S}comment", ref=reference, authorId=self._author())
        _run(etree.SubElement(made, f"{S}text"), words)
        place = next((n for n, one in enumerate(notes) if cell_at(one.get("ref", "A1")) > cell), len(notes))
        notes.insert(place, made)
        return True

    def _keep_words(self) -> None:
        if self._part is None:
            self._part = self._package.free("xl/comments{}.xml")
            self._package.relate(self._sheet, "comments", self._part)
            self._package.declare(self._part, _NOTES_TYPE)
        self._package.put_tree(self._part, self._root)

    # The boxes

    def _drawing(self, sheet_root: Element) -> str | None:
        found = sheet_root.find(f"{S}legacyDrawing")
        return None if found is None else self._package.part_from(self._sheet, found.get(_R_ID, ""))

    def _draw(self, boxes: Iterable[tuple[Cell, list[str]]], sheet_root: Element) -> None:
        drawing = self._drawing(sheet_root)
        text = _EMPTY.format(block=self._free_block()) if drawing is None else _decoded(self._package.part(drawing))
        if drawing is None:
            drawing = self._package.free("xl/drawings/vmlDrawing{}.vml")
            self._package.declare("vml", _VML_TYPE)
            element = etree.Element(f"{S}legacyDrawing")
            element.set(_R_ID, self._package.relate(self._sheet, "vmlDrawing", drawing))
            sheet_root.insert(_place(sheet_root), element)
        block = int((_BLOCK.search(text) or ["", "1"])[1].split(",")[0])
        last = max([block * _IDS_A_BLOCK, *(int(found) for found in _IDENTITY.findall(text))])
        made = [] if 'id="_x0000_t202"' in text else [_BOX_TYPE.format(spaces=_SPACES)]
        for number, ((row, column), said) in enumerate(boxes, start=1):
            lines = sum(math.ceil(len(line) / _LETTERS_A_LINE) for line in (OPENING, *said)) + 1
            top = max(row - 2, 0)
            size = {"left": column, "top": top, "right": column + _COLUMNS_WIDE, "bottom": top + lines}
            made.append(_BOX.format(spaces=_SPACES, identity=last + number, row=row - 1, column=column - 1, **size))
        end = text.rindex("</")
        self._package.put(drawing, (text[:end] + "".join(made) + text[end:]).encode("utf-8", "surrogateescape"))

    def _erase(self, cells: set[Cell], sheet_root: Element) -> None:
        drawing = self._drawing(sheet_root)
        if drawing is None or not cells:
            return

        def kept(box: re.Match[str]) -> str:
            row, column = _ROW.search(box[0]), _COLUMN.search(box[0])
            is_note = 'ObjectType="Note"' in box[0] and row is not None and column is not None
            at = (int(row[1]) + 1, int(column[1]) + 1) if is_note and row and column else None
            return "" if at in cells else box[0]

        text = _SHAPE.sub(kept, _decoded(self._package.part(drawing)))
        if _SHAPE.search(text) or re.search(r"<(?:\w+:)?(?:group|image|rect|line|oval)\b", text):
            self._package.put(drawing, text.encode("utf-8", "surrogateescape"))
            return
        for one in sheet_root.findall(f"{S}legacyDrawing"):
            sheet_root.remove(one)
        self._package.unrelate(self._sheet, drawing)
        self._package.undeclare(drawing)
        self._package.drop(drawing)

    def _free_block(self) -> int:
        """A block of identities that no drawing of the workbook uses."""
        used = {
            int(number)
            for name, content in self._package.parts.items()
            if name.lower().endswith(".vml")
            for found in _BLOCK.findall(_decoded(content))
            for number in found.split(",")
            if number
        }
        return next(number for number in range(1, len(used) + 2) if number not in used)


def _run(text: Element, words: str) -> None:
    run = etree.SubElement(text, f"{S}r")
    style = etree.SubElement(run, f"{S}rPr")
    etree.SubElement(style, f"{S}sz", val="10")
    etree.SubElement(style, f"{S}rFont", val="Tahoma")
    made = etree.SubElement(run, f"{S}t")
    made.set(_SPACE, "preserve")
    made.text = words
    # phonetic runs end a text
    for phonetic in text.findall(f"{S}rPh") + text.findall(f"{S}phoneticPr"):
        text.remove(phonetic)
        text.append(phonetic)


def _words(note: Element) -> str:
    return "".join(one.text or "" for one in note.iter(f"{S}t"))


def _cut(note: Element) -> str:
    """Take our words off a note; what is left of the clerk's."""
    said = _words(note)
    kept = said[: said.find(OPENING)].rstrip("\n")
    room = len(kept)
    for one in list(note.iter(f"{S}t")):
        one.text = (one.text or "")[:room]
        room -= len(one.text)
        run = one.getparent()
        parent = None if run is None else run.getparent()
        if not one.text and run is not None and parent is not None and run.tag == f"{S}r":
            parent.remove(run)
    return kept.strip()


def _decoded(content: bytes) -> str:
    return content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "surrogateescape")


def _place(sheet_root: Element) -> int:
    """Where a drawing of notes stands among the parts of a worksheet (ISO/IEC 29500-1, 18.3.1.99)."""
    for number, one in enumerate(sheet_root):
        wrapped = isinstance(one.tag, str) and one.tag.endswith("}AlternateContent")
        if one.tag in _AFTER_DRAWING or (wrapped and any(inner.tag in _AFTER_DRAWING for inner in one.iter())):
            return number
    return len(sheet_root)
