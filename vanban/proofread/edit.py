"""Small changes of WordprocessingML, each child put where the schema wants it."""

from __future__ import annotations

from typing import Final

from lxml import etree

from vanban.ooxml import W
from vanban.ooxml.ordered import (
    PARAGRAPH_ORDER,
    RUN_ORDER,
    SECTION_ORDER,
    child_in_order,
    paragraph_properties,
    run_properties,
)

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def set_paragraph(paragraph: etree._Element, name: str, **attributes: str | None) -> None:
    """Give ``w:name`` of a paragraph these attributes; ``None`` takes one away."""
    _set(child_in_order(paragraph_properties(paragraph), name, PARAGRAPH_ORDER), attributes)


def set_section(section: etree._Element, name: str, **attributes: str | None) -> None:
    """Give ``w:name`` of a section these attributes."""
    _set(child_in_order(section, name, SECTION_ORDER), attributes)


def _set(element: etree._Element, attributes: dict[str, str | None]) -> None:
    for attribute, value in attributes.items():
        if value is None:
            if W + attribute in element.attrib:
                del element.attrib[W + attribute]
        else:
            element.set(W + attribute, value)


def set_toggle(run: etree._Element, name: str, wanted: bool) -> None:
    """Switch bold (``b``) or italic (``i``) of a run, whatever its styles say."""
    element = child_in_order(run_properties(run), name, RUN_ORDER)
    element.attrib.clear()
    if not wanted:
        element.set(W + "val", "0")


def set_size(run: etree._Element, points: float) -> None:
    """Give a run its size."""
    for name in ("sz", "szCs"):
        child_in_order(run_properties(run), name, RUN_ORDER).set(W + "val", str(round(points * 2)))


def set_font(run: etree._Element, font: str) -> None:
    """Give a run one font for every script; theme fonts and hints go."""
    element = child_in_order(run_properties(run), "rFonts", RUN_ORDER)
    element.attrib.clear()
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        element.set(W + slot, font)


def set_black(run: etree._Element) -> None:
    """Print a run in black."""
    element = child_in_order(run_properties(run), "color", RUN_ORDER)
    element.attrib.clear()
    element.set(W + "val", "000000")


def drop_underline(run: etree._Element) -> None:
    """Take a run's underline away, whatever its styles say."""
    element = child_in_order(run_properties(run), "u", RUN_ORDER)
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
