"""Mend fonts, colours, sizes, weight, slant and the shape of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from lxml import etree

from vanban.domain.measure import Length
from vanban.law.layout_rules import RULES
from vanban.law.nd30 import FIRST_LINE_INDENT, FONT, SPACE_BETWEEN_PARAGRAPHS, TYPES, Alignment, Part
from vanban.ooxml import W
from vanban.ooxml.ordered import paragraph_properties
from vanban.proofread.edit import (
    set_black,
    set_font,
    set_paragraph,
    set_size,
    set_toggle,
)
from vanban.proofread.facts import Paragraph, Run
from vanban.proofread.mark import Mark

_ARTICLE: Final = re.compile(r"\s*Điều\s+\d+\s*\.?", re.IGNORECASE)
_LONGEST_TITLE: Final = 130


def mend_font(mark: Mark) -> bool:
    """Set Times New Roman where another font prints letters."""
    return _each(mark, _other_font, lambda element: set_font(element, FONT))


def mend_color(mark: Mark) -> bool:
    """Print in black."""
    return _each(mark, lambda run: run.face.color not in ("auto", "000000"), set_black)


def _other_font(run: Run) -> bool:
    return any(run.face.font_of(character).casefold() != FONT.casefold() for character in run.text)


def _each(mark: Mark, wrong: Callable[[Run], bool], mend: Callable[[etree._Element], None]) -> bool:
    paragraph = mark.paragraph
    if paragraph is None:
        return False
    elements = [run.element for run in paragraph.runs if run.text.strip() and wrong(run)]
    for element in elements:
        mend(element)
    return bool(elements)


def mend_type(mark: Mark) -> bool:
    """Give a part the size, slant, weight or alignment of its row of Mục V."""
    paragraph, part = mark.paragraph, mark.rule.part
    if paragraph is None or part is None:
        return False
    aspect = mark.rule.id.rpartition(".")[2]
    kind = TYPES[part]
    if aspect == "alignment":
        set_paragraph(paragraph.element, "jc", val="left" if kind.alignment is Alignment.LEFT else "center")
        if kind.alignment is Alignment.CENTER and paragraph.first_line:
            set_paragraph(paragraph.element, "ind", firstLine="0", hanging=None, firstLineChars=None)
        return True
    elements = _elements(mark, part, aspect)
    for element in elements:
        if aspect == "size":
            set_size(element, kind.size.chosen.points)
        elif aspect == "bold":
            set_toggle(element, "b", kind.bold)
        elif aspect == "italic":
            set_toggle(element, "i", kind.italic)
    return bool(elements)


def _elements(mark: Mark, part: Part, aspect: str) -> list[etree._Element]:
    """The runs of the part: of its line where several share a paragraph, of “Điều 1.” where a sentence follows."""
    paragraph = mark.paragraph
    if paragraph is None:
        return []
    runs = [run for run in paragraph.runs if run.text.strip() and not run.face.raised]
    if mark.runs is not None:
        chosen = {id(run.element) for run in mark.runs}
        outside = {id(run.element) for run in runs if run.text not in [found.text for found in mark.runs]}
        runs = [run for run in runs if id(run.element) in chosen - outside]
    if aspect == "size":
        rule = RULES[mark.rule.id]
        runs = [run for run in runs if not rule.admits(run.face.size, 0.01)]
    if part is Part.ARTICLE and aspect == "bold" and runs and _is_sentence(paragraph):
        return [_cut_label(runs[0].element)]
    return [run.element for run in runs]


def _is_sentence(paragraph: Paragraph) -> bool:
    text = paragraph.text.rstrip()
    return len(text) > _LONGEST_TITLE or text.endswith((".", ";", ":"))


def _cut_label(run: etree._Element) -> etree._Element:
    """Cut “Điều 1.” into a run of its own, so that it alone is bold; the run that holds it."""
    text = run.find(W + "t")
    match = _ARTICLE.match((text.text or "") if text is not None else "")
    parent = run.getparent()
    if text is None or match is None or parent is None or match.end() == len(text.text or ""):
        return run
    label = etree.fromstring(etree.tostring(run, with_tail=False))
    for element in [found for found in label if found.tag not in (W + "rPr", W + "t")]:
        label.remove(element)
    held = label.find(W + "t")
    if held is not None:
        held.text = match[0]
    text.text = (text.text or "")[match.end() :]
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    parent.insert(parent.index(run), label)
    return label


def mend_paragraph(mark: Mark) -> bool:
    """Justify, indent and space a paragraph of the content, or set the head's two lines close."""
    paragraph = mark.paragraph
    if paragraph is None:
        return False
    element, rule = paragraph.element, mark.rule.id
    if rule == "TT-11.alignment":
        set_paragraph(element, "jc", val="both")
    elif rule == "TT-11.indent":
        if not _opens_with_its_first_letter(paragraph):
            return False
        _indent(element)
    elif rule == "TT-11.spacing":
        _space(element, before=SPACE_BETWEEN_PARAGRAPHS)
        set_paragraph(element, "contextualSpacing", val="0")
    elif rule == "TT-11.line":
        set_paragraph(element, "spacing", line="240" if paragraph.line_share() < 1 else "360", lineRule="auto")
    elif rule in ("TT-06.letter", "TT-06.letter-close"):
        _space(element, before=SPACE_BETWEEN_PARAGRAPHS)
        _close_above(paragraph)
    elif rule == "TT-05.spacing":
        _space(element, before=Length(0.0))
        set_paragraph(element, "spacing", line="240", lineRule="auto")
        _close_above(paragraph, single=True)
    return True


def _indent(element: etree._Element) -> None:
    twips = str(FIRST_LINE_INDENT.twips)
    set_paragraph(
        element, "ind", left="0", start=None, firstLine=twips, hanging=None, firstLineChars=None, leftChars=None,
        startChars=None, hangingChars=None,
    )  # fmt: skip
    for run in element.iter(W + "r"):
        for child in list(run):
            if child.tag == W + "tab":
                run.remove(child)
            elif child.tag != W + "rPr":
                return


def _opens_with_its_first_letter(paragraph: Paragraph) -> bool:
    """Whether no spaces stand before the first letter: they would push the indent, and characters are not taken out."""
    written = "".join(run.text for run in paragraph.runs).lstrip("\t")
    return not written[:1].isspace()


def _space(element: etree._Element, before: Length) -> None:
    set_paragraph(element, "spacing", before=str(before.twips), beforeLines=None, beforeAutospacing=None)


def _close_above(paragraph: Paragraph, single: bool = False) -> None:
    """Take the space after the paragraph above away."""
    above = paragraph.element.getprevious()
    if above is None or above.tag != W + "p":
        return
    paragraph_properties(above)
    set_paragraph(above, "spacing", after="0", afterLines=None, afterAutospacing=None)
    if single:
        set_paragraph(above, "spacing", line="240", lineRule="auto")
