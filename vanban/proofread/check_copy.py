"""The block of a copy on paper: its form, its parts, the line above it (Phụ lục I, Phần II, Mục II)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.law.document_types import COPY_FORMS
from vanban.law.nd30 import Part
from vanban.law.rule import PART_NAMES
from vanban.proofread.check_ending import check_recipients
from vanban.proofread.check_identity import check_date, check_number
from vanban.proofread.check_type import check_line
from vanban.proofread.expectations import Expectations
from vanban.proofread.mark import Mark, mark
from vanban.proofread.parts import Copied, Recognised
from vanban.proofread.sheets import Sheet, find_line


def check_copy(copy: Copied, expected: Expectations) -> Iterator[Mark]:
    """Faults of the block; number, place, date and recipients are judged as those of a document (khoản 2 điểm c)."""
    if copy.form.text.upper() not in COPY_FORMS:
        yield mark("TT-27.form", copy.form, copy.form.text)
    yield from check_line(Part.COPY_FORM, copy.form)
    if copy.line is None or copy.line.dashed:
        yield mark("TT-27.line", copy.form, "không có đường kẻ" if copy.line is None else "đường kẻ nét đứt")
    for part in _lacking(copy.parts):
        yield mark("TT-27.missing", copy.form, f"không có {PART_NAMES[part][0].lower()}{PART_NAMES[part][1:]}")
    for part, lines in copy.parts.by_part().items():
        for line in lines:
            if part is not Part.RECIPIENT or line.text.startswith(("-", "–")):
                yield from check_line(part, line)
    yield from check_number(copy.parts, expected)
    yield from check_date(copy.parts)
    if copy.parts.recipients_title:
        yield from check_recipients(copy.parts)


def _lacking(parts: Recognised) -> list[Part]:
    found = parts.by_part()
    asked = (Part.ISSUER, Part.NUMBER, Part.PLACE_AND_DATE, Part.RECIPIENTS_TITLE)
    lacking = [part for part in asked if not found[part]]
    if not (found[Part.POSITION] or found[Part.SIGNING_CAPACITY]):
        lacking.append(Part.POSITION)
    return lacking if found[Part.SIGNER_NAME] or Part.POSITION in lacking else [*lacking, Part.SIGNER_NAME]


def check_sheets_of_copy(sheets: Sequence[Sheet], copy: Copied) -> Iterator[Mark]:
    """Whether the printed block stands on one page, from its form to the signer's name."""
    named = [line for block in copy.parts.signatures for line in block.name]
    pages = [
        next((sheet.number for sheet in reversed(sheets) if find_line(sheet, line.text) is not None), None)
        for line in (copy.form, *named[-1:])
    ]
    if len(pages) > 1 and None not in pages and pages[0] != pages[1]:
        yield mark("TR-07.copy", named[-1], f"ký ở trang {pages[1]}, hình thức sao ở trang {pages[0]}", page=pages[1])
