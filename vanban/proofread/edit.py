"""Small changes of WordprocessingML, each child put where the schema wants it."""

from __future__ import annotations

from typing import Final

from lxml import etree

from vanban.ooxml import W

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_RUN_ORDER: Final = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
]
_PARAGRAPH_ORDER: Final = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
]
_SECTION_ORDER: Final = [
    "headerReference",
    "footerReference",
    "footnotePr",
    "endnotePr",
    "type",
    "pgSz",
    "pgMar",
    "paperSrc",
    "pgBorders",
    "lnNumType",
    "pgNumType",
    "cols",
    "formProt",
    "vAlign",
    "noEndnote",
    "titlePg",
    "textDirection",
    "bidi",
    "rtlGutter",
    "docGrid",
    "printerSettings",
    "sectPrChange",
]


def child(parent: etree._Element, name: str, order: list[str]) -> etree._Element:
    """The child ``w:name``, made at its place if it is not there."""
    tag = W + name
    found = parent.find(tag)
    if found is not None:
        return found
    made = etree.Element(tag)
    later = {W + other for other in order[order.index(name) + 1 :]}
    for place, other in enumerate(parent):
        if other.tag in later:
            parent.insert(place, made)
            return made
    parent.append(made)
    return made


def paragraph_properties(paragraph: etree._Element) -> etree._Element:
    """The ``w:pPr`` of a paragraph, made first if it is not there."""
    found = paragraph.find(W + "pPr")
    if found is None:
        found = etree.Element(W + "pPr")
        paragraph.insert(0, found)
    return found


def set_paragraph(paragraph: etree._Element, name: str, **attributes: str | None) -> None:
    """Give ``w:name`` of a paragraph these attributes; ``None`` takes one away."""
    _set(child(paragraph_properties(paragraph), name, _PARAGRAPH_ORDER), attributes)


def set_section(section: etree._Element, name: str, **attributes: str | None) -> None:
    """Give ``w:name`` of a section these attributes."""
    _set(child(section, name, _SECTION_ORDER), attributes)


def _set(element: etree._Element, attributes: dict[str, str | None]) -> None:
    for attribute, value in attributes.items():
        if value is None:
            if W + attribute in element.attrib:
                del element.attrib[W + attribute]
        else:
            element.set(W + attribute, value)


def _run_properties(run: etree._Element) -> etree._Element:
    found = run.find(W + "rPr")
    if found is None:
        found = etree.Element(W + "rPr")
        run.insert(0, found)
    return found


def set_toggle(run: etree._Element, name: str, wanted: bool) -> None:
    """Switch bold (``b``) or italic (``i``) of a run, whatever its styles say."""
    element = child(_run_properties(run), name, _RUN_ORDER)
    element.attrib.clear()
    if not wanted:
        element.set(W + "val", "0")


def set_size(run: etree._Element, points: float) -> None:
    """Give a run its size."""
    for name in ("sz", "szCs"):
        child(_run_properties(run), name, _RUN_ORDER).set(W + "val", str(round(points * 2)))


def set_font(run: etree._Element, font: str) -> None:
    """Give a run one font for every script; theme fonts and hints go."""
    element = child(_run_properties(run), "rFonts", _RUN_ORDER)
    element.attrib.clear()
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        element.set(W + slot, font)


def set_black(run: etree._Element) -> None:
    """Print a run in black."""
    element = child(_run_properties(run), "color", _RUN_ORDER)
    element.attrib.clear()
    element.set(W + "val", "000000")


def drop_underline(run: etree._Element) -> None:
    """Take a run's underline away, whatever its styles say."""
    element = child(_run_properties(run), "u", _RUN_ORDER)
    element.attrib.clear()
    element.set(W + "val", "none")


def texts(parent: etree._Element) -> list[etree._Element]:
    """The ``w:t`` elements of a paragraph, those of its text boxes left out."""
    owner = parent if parent.tag == W + "p" else None
    return [
        element
        for element in parent.iter(W + "t")
        if owner is None or next(element.iterancestors(W + "p"), None) is owner
    ]
