"""Find the block of a copy on paper below what it copies: form, body, number, place, recipients, signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from vanban.law.document_types import COPY_FORMS
from vanban.proofread.facts import DrawnLine, Paragraph
from vanban.proofread.head import is_number, is_place_and_date
from vanban.proofread.lines import PrintedLine, fold, lines_of
from vanban.proofread.parts import Copied, Form, Recognised
from vanban.proofread.tail import is_signing_capacity, read_tail, recipients_begin, start_of_table

_FORM: Final = re.compile(r"^(ban)?(?P<form>saoy|saoluc|trichsao)(banchinh|bangoc|banluc|vanban)?$")
_FORMS: Final = {fold(name): kind for name, kind in COPY_FORMS.items()}
_LONGEST: Final = 24
_WHOLE_WIDTH: Final = 0.9
"""The share of the text's width from which a line goes across all of it."""


def find_copy(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Where the block of a copy begins, or the number of paragraphs where there is none.

    It has a number, a date or recipients of its own below: “Sao y” alone is a remark.
    """
    for index in range(len(paragraphs) - 1, start, -1):
        if any(_is_form(line) for line in lines_of(paragraphs[index])):
            first = start_of_table(paragraphs, index)
            below = [line for paragraph in paragraphs[first:] for line in lines_of(paragraph)]
            signs = (
                any(is_number(line.text) for line in below),
                any(is_place_and_date(line.text) for line in below),
                any(recipients_begin(line.text) for line in below),
            )
            if sum(signs) > 1:
                return first
    return len(paragraphs)


def _is_form(line: PrintedLine) -> bool:
    if len(line.text) > _LONGEST or not (line.capitals or line.face().bold):
        return False
    return _FORM.match(fold(line.text)) is not None


def read_copy(paragraphs: Sequence[Paragraph], above: Sequence[Paragraph]) -> Copied | None:
    """The block that ``paragraphs`` are, below ``above``; ``None`` where they are none."""
    found = [(index, line) for index, paragraph in enumerate(paragraphs) for line in lines_of(paragraph)]
    form = next((line for _, line in found if _is_form(line)), None)
    if form is None:
        return None
    match = _FORM.match(fold(form.text))
    parts = Recognised(Form.NAMED, _FORMS[match["form"]] if match else None)
    foot = next(
        (index for index, line in found if recipients_begin(line.text) or is_signing_capacity(line.text)),
        len(paragraphs),
    )
    foot = start_of_table(paragraphs, foot) if foot < len(paragraphs) else foot
    last = max((index for index, line in found if index < foot and _is_of_head(line, form)), default=-1)
    foot = max(foot, last + 1)
    for _, line in (one for one in found if one[0] < foot and one[1] is not form):
        if not parts.number and is_number(line.text):
            parts.number.append(line)
        elif not parts.place_and_date and is_place_and_date(line.text):
            parts.place_and_date.append(line)
        elif line.capitals and not parts.number:
            parts.issuer.append(line)
    read_tail(paragraphs[foot:], parts)
    return Copied(form, parts, _line_above(paragraphs, above))


def _is_of_head(line: PrintedLine, form: PrintedLine) -> bool:
    return line is form or is_number(line.text) or is_place_and_date(line.text)


def _line_above(paragraphs: Sequence[Paragraph], above: Sequence[Paragraph]) -> DrawnLine | None:
    """The line drawn across the text just above the block, or by the block's own first paragraph."""
    near: list[Paragraph] = [*paragraphs[:1]]
    for paragraph in reversed(above):
        near.append(paragraph)
        if not paragraph.is_empty:
            break
    for paragraph in near:
        for drawn in paragraph.drawn:
            if drawn.most >= _WHOLE_WIDTH * paragraph.width > 0:
                return drawn
    return None
