"""Mend the sheet, its margins and its page numbers."""

from __future__ import annotations

import posixpath
import re
from typing import Final

from lxml import etree

from vanban.domain.measure import pt
from vanban.law.nd30 import FONT, PAGE, TYPES, Part
from vanban.ooxml import R, W, related, whole
from vanban.proofread.edit import set_font, set_paragraph, set_section, set_size, set_toggle
from vanban.proofread.facts import WordFile
from vanban.proofread.package import NewPart, add_part, xml
from vanban.proofread.sections import page_numbers

_WORD: Final = W.strip("{}")
_ROMAN: Final = re.compile(r"\\\*\s*roman", re.IGNORECASE)
_SHORT: Final = 14
_SIDES: Final = {"top": PAGE.top, "bottom": PAGE.bottom, "left": PAGE.left, "right": PAGE.right}


def mend_sheet(file: WordFile, rule: str) -> bool:
    """Give every section A4 paper, or every upright one the margin that ``rule`` is about."""
    changed = False
    for section in file.sections:
        element = section.element
        if element is None:
            element = child_section(file)
        if rule == "TT-01.paper":
            width, height = PAGE.width.twips, PAGE.height.twips
            if section.is_landscape:
                width, height = height, width
            set_section(element, "pgSz", w=str(width), h=str(height))
            changed = True
            continue
        side = rule.rpartition("-")[2]
        length = getattr(section, side) + (section.gutter if side == "left" else 0)
        if not section.is_landscape and not _SIDES[side].admits(pt(length)):
            set_section(element, "pgMar", **{side: str(_SIDES[side].chosen.twips)})
            if side == "left":
                set_section(element, "pgMar", gutter="0")
            changed = True
    return changed


def child_section(file: WordFile) -> etree._Element:
    """The body's own ``w:sectPr``, made if the file has none."""
    body = file.roots[file.main].find(W + "body")
    if body is None:
        return etree.Element(W + "sectPr")
    found = body.find(W + "sectPr")
    return etree.SubElement(body, W + "sectPr") if found is None else found


def mend_numbers(file: WordFile, parts: dict[str, bytes]) -> bool:
    """Put the page number where Mục I khoản 7 wants it: centred above, from page 2, upright, in Arabic digits."""
    first = file.sections[0].element
    if first is None:
        first = child_section(file)
    margins = [root for name, root in file.roots.items() if name != file.main]
    for root in margins:
        if root.tag == W + "ftr":
            _clear(root)
    default = _root_of(file, first, parts, "default")
    if default is None or not any(page_numbers(p) for p in default.iter(W + "p")):
        _add_number(file, parts, first, "default", default)
    even = _root_of(file, first, parts, "even")
    if file.even_and_odd and (even is None or not any(page_numbers(p) for p in even.iter(W + "p"))):
        _add_number(file, parts, first, "even", even)
    own = _root_of(file, first, parts, "first")
    if own is not None:
        _clear(own)
    set_section(first, "titlePg", val=None)
    for root in (root for name, root in file.roots.items() if name != file.main and root.tag == W + "hdr"):
        for paragraph in root.iter(W + "p"):
            if page_numbers(paragraph):
                _shape(paragraph)
    _count_from_one(first)
    return True


def _root_of(file: WordFile, section: etree._Element, parts: dict[str, bytes], kind: str) -> etree._Element | None:
    """The tree of the section's header of that kind."""
    for reference in section.iterfind(W + "headerReference"):
        if (reference.get(W + "type") or "default") == kind:
            target = related(parts, file.main, "header", file.name).get(reference.get(R + "id") or "")
            return file.roots.get(target or "")
    return None


def _clear(root: etree._Element) -> None:
    """Take the page number out of a header or footer, with the few letters that go with it."""
    for paragraph in list(root.iter(W + "p")):
        if not page_numbers(paragraph):
            continue
        said = "".join(element.text or "" for element in paragraph.iter(W + "t"))
        if len(said) <= _SHORT:
            for element in [found for found in paragraph if found.tag != W + "pPr"]:
                paragraph.remove(element)


def _number_runs(paragraph: etree._Element) -> None:
    for kind, code in (("begin", None), (None, " PAGE "), ("separate", None), (None, None), ("end", None)):
        run = etree.SubElement(paragraph, W + "r")
        if kind is not None:
            etree.SubElement(run, W + "fldChar").set(W + "fldCharType", kind)
        elif code is not None:
            etree.SubElement(run, W + "instrText").text = code
        else:
            etree.SubElement(run, W + "t").text = "2"


def _add_number(
    file: WordFile, parts: dict[str, bytes], section: etree._Element, kind: str, root: etree._Element | None
) -> None:
    """A page number in the header of that kind, in a part of its own where the section has none."""
    if root is None:
        root = etree.Element(W + "hdr", nsmap={"w": _WORD, "r": R.strip("{}")})
        folder = posixpath.dirname(file.main)
        name = posixpath.join(folder, f"header_{kind}_number.xml")
        identity = add_part(parts, file.main, NewPart(name, "header", xml(root)), file.name)
        file.roots[name] = root
        reference = etree.Element(W + "headerReference")
        reference.set(W + "type", kind)
        reference.set(R + "id", identity)
        section.insert(0, reference)
    paragraph = etree.SubElement(root, W + "p")
    etree.SubElement(paragraph, W + "pPr")
    _number_runs(paragraph)


def _shape(paragraph: etree._Element) -> None:
    kind = TYPES[Part.PAGE_NUMBER]
    properties = paragraph.find(W + "pPr")
    frame = None if properties is None else properties.find(W + "framePr")
    if properties is not None and frame is not None:
        properties.remove(frame)
    set_paragraph(paragraph, "jc", val="center")
    set_paragraph(paragraph, "ind", left="0", right="0", firstLine="0", hanging=None)
    for run in paragraph.iter(W + "r"):
        set_font(run, FONT)
        set_toggle(run, "b", False)
        set_toggle(run, "i", False)
        set_size(run, kind.size.chosen.points)
    for code in paragraph.iter(W + "instrText"):
        code.text = _ROMAN.sub("", code.text or "")


def _count_from_one(section: etree._Element) -> None:
    counting = section.find(W + "pgNumType")
    if counting is not None:
        child_number = whole(counting.get(W + "start"))
        for attribute in ("fmt", "start"):
            if W + attribute in counting.attrib and (attribute == "fmt" or child_number != 1):
                del counting.attrib[W + attribute]
