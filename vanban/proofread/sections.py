"""Turn section properties into sheets with margins, and headers and footers into the page numbers that they print."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from lxml import etree

from vanban.ooxml import R, W, on, whole
from vanban.proofread.facts import PageNumber, Paragraph, Section

_LETTER: Final = (12240, 15840)
_MARGIN: Final = 1440
_PAGE_FIELD: Final = re.compile(r"(?<![A-Z])PAGE(?![A-Z])", re.IGNORECASE)
_ROMAN: Final = re.compile(r"\\\*\s*roman", re.IGNORECASE)
_ROMAN_FORMATS: Final = ("lowerRoman", "upperRoman")

Numbers = Callable[[etree._Element], list[tuple[Paragraph, str]]]


def page_numbers(paragraph: etree._Element) -> str:
    """The field codes of a paragraph if one of them is PAGE, else nothing."""
    codes = [element.text or "" for element in paragraph.iter(W + "instrText")]
    codes.extend(element.get(W + "instr") or "" for element in paragraph.iter(W + "fldSimple"))
    if any(True for _ in paragraph.iter(W + "pgNum")):
        codes.append("PAGE")
    code = "".join(codes)
    return code if _PAGE_FIELD.search(code) else ""


def section_of(
    element: etree._Element | None, previous: Section | None, roots: dict[str, etree._Element], numbers: Numbers
) -> Section:
    """The facts of one ``w:sectPr``; headers that it does not name are the previous section's."""
    size = None if element is None else element.find(W + "pgSz")
    margins = None if element is None else element.find(W + "pgMar")
    counting = None if element is None else element.find(W + "pgNumType")
    columns = None if element is None else element.find(W + "cols")
    title = None if element is None else element.find(W + "titlePg")
    form = "" if counting is None else counting.get(W + "fmt") or ""
    headers = dict(previous.headers) if previous else {}
    footers = dict(previous.footers) if previous else {}
    for tag, found in ((W + "headerReference", headers), (W + "footerReference", footers)):
        for reference in () if element is None else element.iterfind(tag):
            root = roots.get(reference.get(R + "id") or "")
            if root is not None:
                found[reference.get(W + "type") or "default"] = tuple(_numbers_of(root, form, numbers))
    return Section(
        width=_side(size, "w", _LETTER[0]),
        height=_side(size, "h", _LETTER[1]),
        top=abs(_side(margins, "top", _MARGIN)),
        bottom=abs(_side(margins, "bottom", _MARGIN)),
        left=_side(margins, "left", _MARGIN),
        right=_side(margins, "right", _MARGIN),
        gutter=_side(margins, "gutter", 0),
        header_distance=_side(margins, "header", 720),
        columns=1 if columns is None else whole(columns.get(W + "num")) or 1,
        title_page=title is not None and on(title),
        number_start=None if counting is None else whole(counting.get(W + "start")),
        number_format=form,
        headers=headers,
        footers=footers,
        element=element,
    )


def _side(element: etree._Element | None, attribute: str, default: int) -> float:
    found = None if element is None else whole(element.get(W + attribute))
    return (default if found is None else found) / 20


def _numbers_of(root: etree._Element, form: str, numbers: Numbers) -> list[PageNumber]:
    found = []
    for paragraph, code in numbers(root):
        face = next((run.face for run in paragraph.runs if run.text.strip()), paragraph.mark)
        roman = form in _ROMAN_FORMATS or bool(_ROMAN.search(code))
        conditional = bool(re.search(r"\bIF\b", code))
        found.append(
            PageNumber(
                paragraph.alignment, face.size, face.italic, face.bold, face.ascii, face.color, roman, conditional
            )
        )
    return found
