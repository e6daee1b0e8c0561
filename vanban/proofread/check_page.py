"""The sheet, its margins and its page numbers (Phụ lục I, Phần I, Mục I) as the Word file sets them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.measure import pt
from vanban.law.layout_rules import RULES
from vanban.law.nd30 import FONT, PAGE
from vanban.proofread.facts import PageNumber, Paragraph, Section, WordFile
from vanban.proofread.mark import Mark, mark, number
from vanban.proofread.parts import Recognised

_PAPER_SLACK: Final = 3.0
_MARGIN_SLACK: Final = 0.5
_CHARACTER: Final = 0.47
_TALL: Final = 1.2


def check_page(file: WordFile, parts: Recognised, pages: int | None) -> Iterator[Mark]:
    """Faults of paper, margins and page numbers. ``pages`` is how many the PDF has, if it is known."""
    firsts = _first_paragraphs(file)
    for index, section in enumerate(file.sections):
        yield from _check_sheet(section, firsts.get(index))
    first = file.sections[0]
    if first.is_landscape and not _holds_a_table(parts):
        yield mark("TT-01.orientation", firsts.get(0), "giấy nằm ngang")
    many = pages > 1 if pages is not None else _fills_more_than_a_page(file)
    yield from _check_numbers(file, firsts.get(0), many)
    if parts.is_administrative and first.headers.get("default"):
        yield from _check_annexes(file, parts)


def _check_annexes(file: WordFile, parts: Recognised) -> Iterator[Mark]:
    """Every annex in the file counts its own pages from 1, in a section of its own."""
    counted = {0} if parts.issuer else set()
    for annex in parts.appendices:
        if annex.heading is None:
            continue
        section = annex.heading.paragraph.section
        if section in counted:
            yield mark("TT-03.annex", annex.heading, "đánh số trang tiếp theo phần trước", "từ số 1")
        elif section and file.sections[section].number_start != 1:
            yield mark("TT-03.annex", annex.heading, "phần mới nhưng không đánh lại số trang", "từ số 1")
        counted.add(section)


def _holds_a_table(parts: Recognised) -> bool:
    """Whether there is a table of data, in the text or in an appendix, for which a page may lie on its side."""
    appended = (paragraph for appendix in parts.appendices for paragraph in appendix.paragraphs)
    tabled = (paragraph.cell is not None and paragraph.cell.table.columns > 1 for paragraph in appended)
    return bool(parts.data_tables) or any(tabled)


def _first_paragraphs(file: WordFile) -> dict[int, Paragraph]:
    found: dict[int, Paragraph] = {}
    for paragraph in file.paragraphs:
        if not paragraph.is_empty:
            found.setdefault(paragraph.section, paragraph)
    return found


def _check_sheet(section: Section, where: Paragraph | None) -> Iterator[Mark]:
    short, long = sorted((section.width, section.height))
    if abs(short - PAGE.width.points) > _PAPER_SLACK or abs(long - PAGE.height.points) > _PAPER_SLACK:
        yield mark("TT-01.paper", where, f"{number(pt(section.width).mm)} x {number(pt(section.height).mm)} mm")
    if section.is_landscape:
        return
    margins = {
        "top": section.top,
        "bottom": section.bottom,
        "left": section.left + section.gutter,
        "right": section.right,
    }
    for side, length in margins.items():
        rule = RULES[f"TT-01.margin-{side}"]
        if not rule.admits(pt(length).mm, _MARGIN_SLACK):
            yield mark(rule.id, where, f"{number(pt(length).mm)} mm")


def _fills_more_than_a_page(file: WordFile) -> bool:
    """Whether the text surely needs a second page: a break, or far more lines than one page holds."""
    paragraphs = file.paragraphs
    if len(file.sections) > 1 or any(p.page_break_before for p in paragraphs[1:]):
        return True
    if any(paragraph.page_breaks for paragraph in paragraphs[:-1]):
        return True
    height = 0.0
    for paragraph in paragraphs:
        if paragraph.cell is not None and paragraph.cell.column > 0:
            continue
        size = paragraph.size()
        lines = max(1.0, len(paragraph.text) * _CHARACTER * size / (paragraph.width or file.sections[0].text_width))
        height += lines * size * 1.15 + paragraph.before + paragraph.after
    section = file.sections[0]
    return height > _TALL * (section.height - section.top - section.bottom)


def _check_numbers(file: WordFile, where: Paragraph | None, many: bool) -> Iterator[Mark]:
    first = file.sections[0]
    shown = {"default": first.headers.get("default", ())}
    if file.even_and_odd:
        shown["even"] = first.headers.get("even", ())
    below = [found for section in file.sections for numbers in section.footers.values() for found in numbers]
    above = [found for numbers in shown.values() for found in numbers]
    if below:
        yield mark("TT-03.place", where, "số trang ở lề dưới", "ở giữa lề trên")
    elif many and not above:
        yield mark("TT-03.missing", where, "không có số trang")
    elif many and file.even_and_odd and not all(shown.values()):
        yield mark("TT-03.missing", where, "trang chẵn không có số trang")
    if above and not any(found.conditional for found in above):
        hidden = first.title_page and not first.headers.get("first")
        if not hidden:
            yield mark("TT-03.first-page", where, "trang thứ nhất hiện số trang")
    if above and first.number_start not in (None, 1):
        yield mark("TT-03.start", where, f"bắt đầu từ {first.number_start}")
    for found in above:
        yield from _check_form(found, where)


def _check_form(found: PageNumber, where: Paragraph | None) -> Iterator[Mark]:
    if found.alignment != "center":
        yield mark("TT-03.place", where, "số trang không ở giữa", "ở giữa lề trên")
    if found.roman:
        yield mark("TT-03.arabic", where, "chữ số La Mã")
    size = RULES["TT-04.page_number.size"]
    if not size.admits(found.size):
        yield mark(size.id, where, f"cỡ {number(found.size)}")
    if found.italic:
        yield mark("TT-04.page_number.italic", where, "nghiêng")
    if found.bold:
        yield mark("TT-04.page_number.bold", where, "đậm")
    if found.font.casefold() != FONT.casefold():
        yield mark("TT-02.font", where, f"số trang dùng phông {found.font}")
