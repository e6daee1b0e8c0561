"""Marks in a box beside the text: how urgent a document is, for whom alone it is (Phụ lục I, Mục III khoản 2)."""

from __future__ import annotations

from typing import Any, Final

from vanban.domain.measure import Length, mm, pt
from vanban.law import nd30
from vanban.stationery.markup import element
from vanban.stationery.paragraphs import given, paragraph

_RED: Final = "FF0000"
_HEIGHT: Final = mm(8)
_SIDES: Final = ("top", "left", "bottom", "right")
_INSIDE: Final = pt(1)

_CIRCULATION_LEFT, _CIRCULATION_TOP, _CIRCULATION_WIDTH = mm(105), mm(9), mm(58)
"""Ô số 11 lies in the top margin, in the right half of the page; the corner beside it is for ô số 14."""


def urgency(text: str, side: Length) -> Any:
    """The mark in red, so far from both sides of its column."""
    made = _capitals(text, _RED)
    made.pPr.append(_box(_RED))
    made.pPr.append(element("spacing", before=pt(6), after=0, line=_HEIGHT - _INSIDE * 2.0, lineRule="exact"))
    made.pPr.append(element("ind", left=side, right=side, firstLine=0))
    return made


def circulation() -> tuple[Any, ...]:
    """For whom alone the document is, at its place on the first page; the text stands as if it were not there.

    LibreOffice loses a frame that a table follows, so a line without height stands between them.
    """
    made = _capitals("{{ letterhead.circulation }}", nd30.COLOR)
    place = element(
        "framePr",
        w=_CIRCULATION_WIDTH,
        h=_HEIGHT,
        hRule="exact",
        wrap="around",
        vAnchor="page",
        hAnchor="page",
        x=_CIRCULATION_LEFT,
        y=_CIRCULATION_TOP,
    )
    made.pPr.append(place)
    made.pPr.append(_box(nd30.COLOR))
    made.pPr.append(element("spacing", before=0, after=0, line=_HEIGHT - _INSIDE * 2.0, lineRule="exact"))
    return given("letterhead.circulation", made, paragraph("", "Dòng cuối"))


def _capitals(text: str, color: str) -> Any:
    """Bold, in the style of the number."""
    made = paragraph(text, "Số ký hiệu")
    made.r_lst[0].insert(0, element("rPr", element("b"), element("bCs"), element("color", val=color)))
    return made


def _box(color: str) -> Any:
    return element("pBdr", *(element(side, val="single", sz=8, space=1, color=color) for side in _SIDES))
