"""Ô số 6: legal bases, the paragraphs of the content, the order of its levels, its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vanban.domain.measure import pt
from vanban.domain.wording import roman
from vanban.law.layout_rules import RULES
from vanban.law.nd30 import END_MARK, FIRST_LINE_INDENTS, Part
from vanban.proofread.facts import Paragraph
from vanban.proofread.lines import fold, is_upper
from vanban.proofread.mark import Mark, mark, number
from vanban.proofread.parts import BodyLine, Form, Recognised

_CHARACTER: Final = 0.42
_INDENT_SLACK: Final = 0.6
_OWN_LAYOUT: Final = re.compile(
    r"^(Bảng|Biểu|Hình|Đơn vị tính|ĐVT|Ghi chú|Nguồn|Mẫu số|Họ và tên|Thời gian|Địa điểm)", re.IGNORECASE
)
_POINTS: Final = "abcdđeghiklmnopqrstuvxy"
_POINT: Final = re.compile(r"^([a-zđ])([).])")
_ARTICLE: Final = re.compile(r"^Điều\s+(\d+)\s*(.?)", re.IGNORECASE)
_SECTION: Final = re.compile(r"^([IVXLC]+)\s*[./)]")
_CLAUSE: Final = re.compile(r"^\d+(?:\.\d+)*\s*(.)")
_HEADING: Final = re.compile(r"^(Phần|Chương|Mục|Tiểu mục)\s+(?:thứ\s+)?(\S+?)[.:]?$", re.IGNORECASE)
_ROMAN: Final = re.compile(r"[IVXLC]+$")
_IN_WORDS: Final = re.compile(r"(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)$", re.IGNORECASE)
"""“Phần thứ nhất”, as laws and reports of councils count: the decree speaks of digits alone."""
_LETTERED: Final = re.compile(r"^[A-HKLĐ]\.\s")
_TYPES_CITED: Final = (
    "(Nghị định|Thông tư|Quyết định|Nghị quyết|Chỉ thị|Kế hoạch|Công văn|Hướng dẫn|Thông báo|Báo cáo|Tờ trình|Kết luận)"
)
_CITATION: Final = re.compile(_TYPES_CITED + r"\s+số\s*:?\s*(\d+[\w/\-–.Đđ]*[\w Đđ]?)")
_BARE: Final = re.compile(r"(Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị)\s")
_LAW: Final = re.compile(r"[-–]?\s*(?:Căn cứ\s+)?(?:Bộ luật|Luật|Pháp lệnh)\s", re.IGNORECASE)
_DAY: Final = re.compile(r"ngày|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|số\s*:?\s*\d+/", re.IGNORECASE)
_LEADS_ON: Final = re.compile(r"(như sau|sau đây|cụ thể)\s*:?\s*$|:\s*$")


def check_content(parts: Recognised) -> Iterator[Mark]:
    """Faults of the content: marks at line ends, spacing and indents, order of levels, its end, its citations."""
    yield from _check_bases(parts)
    if not parts.is_administrative:
        return
    yield from _check_paragraphs(parts)
    yield from _check_points(parts)
    yield from _check_articles(parts)
    yield from _check_levels(parts)
    yield from _check_end(parts)
    yield from _check_citations(parts)


def _check_bases(parts: Recognised) -> Iterator[Mark]:
    """“;” after each basis and “.” after the last, unless its sentence goes on in the paragraph that follows.

    Where the issuing body's own words follow (“Ủy ban nhân dân … xây dựng kế hoạch … như sau:”), the bases are the
    opening of that one sentence: its end is the lead-in's, so the last basis may close with “;” or “,” as well.
    """
    lines = parts.legal_bases
    if parts.is_decision and parts.is_administrative and not lines and (parts.enacting or parts.type_name):
        yield mark("TT-10.missing", parts.type_name[0] if parts.type_name else None, "không có căn cứ")
    for index, line in enumerate(lines):
        last = index == len(lines) - 1
        text = line.text.rstrip()
        if _LAW.match(text) and not _DAY.search(text):
            yield mark("TT-20.law", line, text.split(";")[0][:60])
        if not last and not text.endswith(";"):
            yield mark("TT-10.item", line, f"kết thúc bằng “{text[-1]}”", "dấu chấm phẩy (;)")
        if _BARE.match(text):
            yield mark("TT-10.opening", line, text.split(maxsplit=1)[0], f"Căn cứ {text[:40]}…")
        free = (parts.form is Form.LETTER or _leads_on(parts)) and text.endswith((";", ","))
        if last and not text.endswith(".") and not free:
            yield mark("TT-10.last", line, f"kết thúc bằng “{text[-1]}”", "dấu chấm (.)")


def _leads_on(parts: Recognised) -> bool:
    """Whether the content opens with the sentence that the legal bases begin."""
    if parts.enacting or parts.is_decision or not parts.body:
        return False
    opening = parts.body[0]
    return opening.part is Part.BODY and _LEADS_ON.search(opening.paragraph.text) is not None


# Paragraphs


def _check_paragraphs(parts: Recognised) -> Iterator[Mark]:
    content = [line.paragraph for line in parts.legal_bases]
    levels = {id(line.paragraph): line for line in parts.body}
    content.extend(line.paragraph for line in parts.body)
    previous: Paragraph | None = None
    for paragraph in content:
        level = levels.get(id(paragraph))
        heading = level is not None and level.part in (Part.PART_HEADING, Part.PART_TITLE)
        free = heading or paragraph.alignment in ("center", "right") or paragraph.cell is not None
        if not free:
            yield from _check_block(paragraph, previous is not None and previous.text.rstrip().endswith(","))
        if not RULES["TT-11.line"].admits(paragraph.line_share(), 0.03):
            yield mark("TT-11.line", paragraph, f"{number(paragraph.line_share())} lines")
        if previous is not None and not heading and paragraph.cell is None:
            yield from _check_gap(previous, paragraph)
        previous = paragraph


def _check_block(paragraph: Paragraph, goes_on: bool) -> Iterator[Mark]:
    """Justified and indented; what goes on from a comma above is no new paragraph of its own (Mẫu 1.10)."""
    text = paragraph.text.strip()
    size = paragraph.size()
    room = paragraph.width - paragraph.left - paragraph.right
    wraps = room > 0 and len(text) * size * _CHARACTER > room
    if wraps and paragraph.alignment != "both":
        yield mark("TT-11.alignment", paragraph, {"left": "canh trái"}.get(paragraph.alignment, paragraph.alignment))
    if _OWN_LAYOUT.match(text) or text == END_MARK or goes_on:
        return
    indent = pt(first_letter(paragraph)).mm
    if not any(abs(indent - admitted.mm) <= _INDENT_SLACK for admitted in FIRST_LINE_INDENTS):
        yield mark("TT-11.indent", paragraph, f"lùi {number(indent / 10)} cm" if abs(indent) > 0.05 else "không lùi")


def first_letter(paragraph: Paragraph) -> float:
    """How far from the margin the first letter stands, in points; leading tabs are followed to their stops."""
    position = paragraph.left + paragraph.first_line
    written = "".join(run.text for run in paragraph.runs)
    for character in written:
        if character != "\t":
            break
        step = paragraph.tabs[-1] or 36.0
        stops = [stop for stop in paragraph.tabs[:-1] if stop > position + 0.1]
        hanging = [paragraph.left] if paragraph.first_line < 0 and paragraph.left > position + 0.1 else []
        position = min([*stops, *hanging], default=(position // step + 1) * step)
    return position


def _check_gap(above: Paragraph, below: Paragraph) -> Iterator[Mark]:
    if below.number != above.number + 1 or above.section != below.section:
        return
    gap = above.after + below.before
    if below.contextual and above.contextual and below.style == above.style:
        gap = 0.0
    if not RULES["TT-11.spacing"].admits(gap, 0.05):
        yield mark("TT-11.spacing", below, f"{number(gap)} pt")


# Order


def _check_points(parts: Recognised) -> Iterator[Mark]:
    expected = 0
    for line in parts.body:
        if line.part is not Part.POINT:
            if line.part is not Part.BODY:
                expected = 0
            continue
        match = _POINT.match(line.paragraph.text.strip())
        if match is None:
            continue
        if match[2] != ")":
            yield mark("TT-12.bracket", line.paragraph, match[0], f"{match[1]})")
        letter = match[1]
        if letter == "a":
            expected = 0
        if expected < len(_POINTS) and letter != _POINTS[expected]:
            yield mark("TT-12.letters", line.paragraph, match[0], f"{_POINTS[expected]})")
        expected = _POINTS.find(letter) + 1 if letter in _POINTS else expected + 1


def _check_articles(parts: Recognised) -> Iterator[Mark]:
    expected = 1
    for line in parts.body:
        if line.part is not Part.ARTICLE:
            continue
        match = _ARTICLE.match(line.paragraph.text.strip())
        if match is None:
            continue
        if match[2] != ".":
            yield mark("TT-12.article", line.paragraph, f"Điều {match[1]}{match[2]}", f"Điều {match[1]}.")
        if int(match[1]) != expected:
            yield mark("TT-12.articles", line.paragraph, f"Điều {match[1]}", f"Điều {expected}")
        expected = int(match[1]) + 1


def _check_levels(parts: Recognised) -> Iterator[Mark]:
    """The numbers of parts, chapters, sections and clauses, each in the digits that it must have."""
    section = clause = 0
    for index, line in enumerate(parts.body):
        text = line.paragraph.text.strip()
        if line.part in (Part.PART_HEADING, Part.ARTICLE, Part.SECTION):
            clause = 0
        if _LETTERED.match(text) and is_upper(text):
            section = clause = 0
        elif line.part is Part.PART_HEADING:
            section = 0
            yield from _check_heading(line, parts.body[index + 1] if index + 1 < len(parts.body) else None)
        elif line.part is Part.SECTION and (match := _SECTION.match(text)):
            section += 1
            if match[1] != roman(section):
                yield mark("TT-12.sections", line.paragraph, f"{match[1]}.", f"{roman(section)}.")
                section = next((n for n in range(1, 40) if roman(n) == match[1]), section)
        elif line.part in (Part.CLAUSE, Part.CLAUSE_TITLE) and line.depth == 1:
            found = _CLAUSE.match(text)
            if found is not None and found[1] != ".":
                yield mark("TT-12.clause", line.paragraph, text.split()[0], f"{text.split()[0].rstrip(')./')}.")
            counted = int(re.match(r"\d+", text)[0])  # type: ignore[index]
            if clause and counted not in (1, clause, clause + 1):
                yield mark("TT-12.clauses", line.paragraph, f"{counted}.", f"{clause + 1}.")
            clause = counted


def _check_heading(line: BodyLine, following: BodyLine | None) -> Iterator[Mark]:
    match = _HEADING.match(line.paragraph.text.strip())
    if match is None:
        return
    roman_digits = _ROMAN.match(match[2]) is not None
    if match[1].lower() in ("phần", "chương"):
        if not roman_digits and not _IN_WORDS.match(match[2]):
            yield mark("TT-12.roman", line.paragraph, match[2], "chữ số La Mã")
    elif not match[2].isdigit():
        yield mark("TT-12.arabic", line.paragraph, match[2], "chữ số Ả Rập")
    if following is None or following.part is not Part.PART_TITLE:
        yield mark("TT-12.title", line.paragraph, "không có tiêu đề")


# End and citations


def _check_end(parts: Recognised) -> Iterator[Mark]:
    if not parts.body:
        return
    last = parts.body[-1].paragraph
    if parts.data_tables and parts.data_tables[-1].number > last.number:
        return
    if not last.text.rstrip().endswith(END_MARK):
        yield mark("TT-19.end", last, f"kết thúc bằng “{last.text.rstrip()[-3:]}”", END_MARK)


def _check_citations(parts: Recognised) -> Iterator[Mark]:
    seen: set[str] = set()
    lines = [line.paragraph for line in parts.legal_bases] + [line.paragraph for line in parts.body]
    for paragraph in lines:
        text = paragraph.text
        for match in _CITATION.finditer(text):
            key = fold(match[1] + match[2])
            if key in seen:
                continue
            seen.add(key)
            rest = text[match.end() : match.end() + 120]
            if not re.search(r"ngày|\d{1,2}/\d{1,2}/\d{4}", rest[:40]):
                yield mark(
                    "TT-20.citation", paragraph, match[0].strip(), f"{match[0].strip()} ngày … tháng … năm … của …"
                )
