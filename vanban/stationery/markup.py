"""WordprocessingML elements, written down briefly."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element

from vanban.domain.measure import Length

Value = str | int | bool | Length


def element(tag: str, *children: _Element, **attributes: Value) -> Any:
    """``<w:tag w:attribute="…">`` with its children; a length is written in twips, a truth as 1 or 0."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), _written(value))
    made.extend(children)
    return made


def _written(value: Value) -> str:
    if isinstance(value, Length):
        return str(value.twips)
    return str(int(value)) if isinstance(value, bool) else str(value)


def single_border(side: str, *, eighths: int = 4) -> Any:
    """A black line on one side, so many eighths of a point thick."""
    return element(side, val="single", sz=eighths, space=0, color="000000")
