"""Marks in a box beside the text: how urgent a document is, for whom alone it is (Phụ lục I, Mục III khoản 2)."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import Length, mm
from vanban.stationery.markup import element
from vanban.stationery.paragraphs import given, paragraph
from vanban.stationery.styles import MARK_HEIGHT

_CIRCULATION_LEFT, _CIRCULATION_TOP, _CIRCULATION_WIDTH = mm(105), mm(9), mm(58)
"""Ô số 11 lies in the top margin, in the right half of the page; the corner beside it is for ô số 14."""


def urgency(text: str, side: Length) -> Any:
    """The mark in red, so far from both sides of its column."""
    made = paragraph(text, "Mức độ khẩn")
    made.pPr.append(element("ind", left=side, right=side, firstLine=0))
    return made


def circulation() -> tuple[Any, ...]:
    """For whom alone the document is, at its place on the first page; the text stands as if it were not there.

    LibreOffice loses a frame that a table follows, so a line without height stands between them.
    """
    made = paragraph("{{ letterhead.circulation }}", "Phạm vi lưu hành")
    place = element(
        "framePr",
        w=_CIRCULATION_WIDTH,
        h=MARK_HEIGHT,
        hRule="exact",
        wrap="around",
        vAnchor="page",
        hAnchor="page",
        x=_CIRCULATION_LEFT,
        y=_CIRCULATION_TOP,
    )
    made.pPr.append(place)
    return given("letterhead.circulation", made, paragraph("", "Dòng cuối"))
