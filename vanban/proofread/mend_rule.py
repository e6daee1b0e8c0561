"""Mend the lines under the motto, the issuer and the subject: a border as long as the law asks."""

from __future__ import annotations

from typing import Final

from lxml import etree

from vanban.law.nd30 import RULE_SHARE_CHOSEN, Part
from vanban.ooxml import MC, W
from vanban.proofread.check_head import text_width
from vanban.proofread.edit import drop_underline
from vanban.proofread.facts import DrawnLine, LineKind, Paragraph
from vanban.proofread.lines import PrintedLine, is_rule
from vanban.proofread.mark import Mark
from vanban.proofread.parts import Recognised

_TINY: Final = "2"


def mend_rule(mark: Mark, parts: Recognised, paragraphs: tuple[Paragraph, ...]) -> bool:
    """Put a line of the right length under the part of ``mark``; not where tabs lay two parts out on one line."""
    lines, drawn, share = _under(mark, parts)
    if not lines or not lines[-1].laid_out or lines[-1].paragraph.text.rstrip(" \t").endswith("\n"):
        return False
    above = lines[-1].paragraph
    width = text_width(lines if mark.rule.part is Part.SUBJECT else lines[-1:]) * share
    if not width or not above.width:
        return False
    if drawn is not None and not _take_away(drawn, above, paragraphs):
        return False
    side = max(0, round((above.width - width) / 2 * 20))
    above.element.addnext(_border(side))
    return True


def _under(mark: Mark, parts: Recognised) -> tuple[list[PrintedLine], DrawnLine | None, float]:
    if mark.rule.part is Part.MOTTO:
        return parts.motto, parts.motto_rule, 1.0
    if mark.rule.part is Part.ISSUER:
        return parts.issuer, parts.issuer_rule, RULE_SHARE_CHOSEN
    return parts.subject, parts.subject_rule, RULE_SHARE_CHOSEN


def _take_away(drawn: DrawnLine, above: Paragraph, paragraphs: tuple[Paragraph, ...]) -> bool:
    """Remove the line that is there."""
    if drawn.kind is LineKind.UNDERLINE:
        for run in above.runs:
            drop_underline(run.element)
        return True
    if drawn.element is not None:
        return _remove_shape(drawn.element)
    owner = next((paragraph for paragraph in paragraphs if any(line is drawn for line in paragraph.drawn)), None)
    if owner is None or not is_rule(owner):
        return False
    parent = owner.element.getparent()
    if parent is not None and owner.element.find(f"{W}pPr/{W}sectPr") is None:
        parent.remove(owner.element)
    return True


def _remove_shape(element: etree._Element) -> bool:
    if next(element.iter(W + "txbxContent"), None) is not None:
        return False
    wrapper = next((above for above in element.iterancestors(MC + "AlternateContent")), element)
    parent = wrapper.getparent()
    if parent is not None:
        parent.remove(wrapper)
    return parent is not None


def _border(side: int) -> etree._Element:
    """An empty tiny paragraph whose top border is the line."""
    paragraph = etree.Element(W + "p")
    properties = etree.SubElement(paragraph, W + "pPr")
    top = etree.SubElement(etree.SubElement(properties, W + "pBdr"), W + "top")
    spacing = etree.SubElement(properties, W + "spacing")
    indent = etree.SubElement(properties, W + "ind")
    etree.SubElement(properties, W + "jc").set(W + "val", "center")
    mark = etree.SubElement(properties, W + "rPr")
    for name in ("sz", "szCs"):
        etree.SubElement(mark, W + name).set(W + "val", _TINY)
    for element, values in (
        (top, {"val": "single", "sz": "6", "space": "0", "color": "000000"}),
        (spacing, {"before": "20", "after": "0", "line": "20", "lineRule": "exact"}),
        (indent, {"left": str(side), "right": str(side), "firstLine": "0"}),
    ):
        for name, value in values.items():
            element.set(W + name, value)
    return paragraph
