"""Turn the paragraphs between head and foot into ô số 6 and 9a: addressees, legal bases, and every level of content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from vanban.law.nd30 import Part
from vanban.proofread.facts import Paragraph
from vanban.proofread.lines import PrintedLine, fold, is_rule, is_upper, lines_of, printed
from vanban.proofread.parts import BodyLine, Form, Recognised

_ADDRESSEES: Final = re.compile(r"^K[íi]nh g[ửu]i\b", re.IGNORECASE)
_BASIS: Final = re.compile(r"^[-–•+]?\s*Căn cứ\b", re.IGNORECASE)
_BASIS_ALSO: Final = re.compile(r"^[-–•+]?\s*(Theo |Xét |Thực hiện |Thi hành |Trên cơ sở )", re.IGNORECASE)
_ACTS: Final = re.compile(
    r",\s*(?:Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Sở|Phòng|Ban|Bộ|Cục|Chi cục|Trường|Trung tâm|Văn phòng|Công an|Chủ tịch|"
    r"Giám đốc|Công ty|Bệnh viện|Đơn vị|Trạm|Đảng ủy)\b[^;]*?"
    r"\b(?:đề nghị|báo cáo|xây dựng|ban hành|tổ chức|thông báo|kính|"
    r"trình|đã|sẽ|yêu cầu|triển khai|phối hợp|mời|cử|nhận|có ý kiến|trả lời|hướng dẫn|triệu tập|quyết định|giao|xin|"
    r"thống nhất|tham gia|cung cấp|lập|phát động)\b",
)
_NEXT_SENTENCE: Final = re.compile(r"[.!?]\s+(\w)")
_FARTHEST_ENACTING: Final = 40
_ENACTING: Final = frozenset({"quyetdinh", "quyetnghi", "nghiquyet", "quyetdinhdieu1"})
_HEADING: Final = re.compile(r"^(Phần|Chương|Mục|Tiểu mục)\s+(thứ\s+\w+|[IVXLC]+|\d+)\s*[.:]?$", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"^Điều\s+\d+\b", re.IGNORECASE)
_SECTION: Final = re.compile(r"^[IVXLC]+\s*[./)]\s*\S")
_CLAUSE: Final = re.compile(r"^(\d+(?:\.\d+)*)\s*[.)]?\s+\S|^(\d+)[.)]\S")
_POINT: Final = re.compile(r"^[a-zđ]{1,2}(\.\d+)?[).]\s*\S")
_SENTENCE: Final = 100
_TITLE_LENGTH: Final = 130
_SENTENCE_END: Final = (".", ";", ",", "/.")


def read_body(paragraphs: Sequence[Paragraph], parts: Recognised) -> None:
    """Fill the addressees, legal bases, authority, enacting words and the content."""
    index = _read_addressees(paragraphs, parts)
    early = _sentences_above(paragraphs, parts)
    index = index if early else _read_bases(paragraphs, index, parts)
    previous: BodyLine | None = None
    for paragraph in (*early, *paragraphs[index:]):
        if _is_data(paragraph):
            parts.data_tables.append(paragraph)
            continue
        if paragraph.is_empty or is_rule(paragraph):
            continue
        line = BodyLine(paragraph, Part.BODY)
        line.part, line.depth = _part_of(paragraph, previous)
        parts.body.append(line)
        previous = line


def _sentences_above(paragraphs: Sequence[Paragraph], parts: Recognised) -> Sequence[Paragraph]:
    """The content that stands above “Kính gửi”, which is then out of its place."""
    if parts.form is not Form.LETTER or not parts.addressees_word:
        return ()
    above = [one for one in paragraphs if one.number < parts.addressees_word[0].paragraph.number]
    return above if any(len(one.text) > _SENTENCE or _CLAUSE.match(one.text.strip()) for one in above) else ()


def _is_data(paragraph: Paragraph) -> bool:
    """Whether a paragraph stands in a table of data or in a text box, whose layout the decree leaves open."""
    cell = paragraph.cell
    return paragraph.box is not None or (cell is not None and (cell.table.columns > 1 or cell.bordered))


def _read_addressees(paragraphs: Sequence[Paragraph], parts: Recognised) -> int:
    for index, paragraph in enumerate(paragraphs[:12]):
        if not _ADDRESSEES.match(paragraph.text.strip()):
            if _BASIS.match(paragraph.text.strip()):
                return 0
            continue
        parts.addressees_word.extend(lines_of(paragraph))
        index += 1
        while index < len(paragraphs):
            text = paragraphs[index].text.strip()
            in_table = paragraph.cell is not None and paragraphs[index].cell is not None
            if text and not text.startswith(("-", "–")) and not in_table:
                break
            if text:
                parts.addressees.extend(lines_of(paragraphs[index]))
            elif not in_table and parts.addressees:
                break
            index += 1
        return index
    return 0


def _read_bases(paragraphs: Sequence[Paragraph], start: int, parts: Recognised) -> int:
    """The block of legal bases, with the authority above and the enacting words below it.

    In a decision all that stands between authority and enacting words is a basis, whatever word opens it.
    """
    enacting = _enacting(paragraphs, start) if parts.is_decision else None
    index = start
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        lines = list(lines_of(paragraph))
        if not lines:
            index += 1
            continue
        loud = is_upper(printed(paragraph.runs)) and _BASIS.match(lines[0].text) is None
        if index == enacting or (fold(lines[0].text) in _ENACTING and paragraph.alignment == "center"):
            parts.enacting.extend(lines)
            return index + 1
        if parts.is_decision and loud and (not parts.legal_bases or (enacting is not None and not parts.authority)):
            parts.authority.extend(lines)
        elif (enacting is not None and index < enacting) or _is_basis(lines[0], parts):
            parts.legal_bases.extend(lines)
        elif parts.is_decision and parts.legal_bases and loud:
            parts.enacting.extend(lines)
            return index + 1
        else:
            break
        index += 1
    return index


def _enacting(paragraphs: Sequence[Paragraph], start: int) -> int | None:
    """Where the enacting words of a decision stand, if they are there before any article."""
    for index, paragraph in enumerate(paragraphs[start : start + _FARTHEST_ENACTING], start):
        text = paragraph.text.strip()
        if fold(text) in _ENACTING and (paragraph.alignment == "center" or is_upper(printed(paragraph.runs))):
            return index
        if _ARTICLE.match(text):
            return None
    return None


def _is_basis(line: PrintedLine, parts: Recognised) -> bool:
    """A line of legal basis is no sentence of its own: it neither leads on to the content nor says who does what.

    In a letter, whose first sentence often opens with “Căn cứ …”, only what looks like one, or ends like an item of a
    list, is one.
    """
    text = line.text
    if text.endswith(":") or "như sau" in text or _ACTS.search(text) or _goes_on(text):
        return False
    if _BASIS.match(text):
        return parts.form is not Form.LETTER or text.endswith(";") or line.face().italic
    if _BASIS_ALSO.match(text) is None:
        return False
    return text.endswith(";") or (bool(parts.legal_bases) and text.endswith((".", ",")))


def _goes_on(text: str) -> bool:
    """Whether another sentence follows inside of ``text``."""
    return any(found[1].isupper() for found in _NEXT_SENTENCE.finditer(text))


def _part_of(paragraph: Paragraph, previous: BodyLine | None) -> tuple[Part, int]:
    text = paragraph.text.strip()
    if _HEADING.match(text):
        return Part.PART_HEADING, 0
    centred = paragraph.alignment == "center"
    if previous is not None and previous.part in (Part.PART_HEADING, Part.PART_TITLE):
        after_heading = previous.part is Part.PART_HEADING or centred
        if after_heading and (centred or is_upper(printed(paragraph.runs))) and not _ARTICLE.match(text):
            return Part.PART_TITLE, 0
    if _ARTICLE.match(text):
        return Part.ARTICLE, 0
    if _SECTION.match(text) and not text.startswith(("C.", "D.", "L.")):
        return Part.SECTION, 0
    clause = _CLAUSE.match(text)
    if clause:
        depth = (clause[1] or clause[2]).count(".") + 1
        return (Part.CLAUSE_TITLE if _is_title(paragraph, text) else Part.CLAUSE), depth
    if _POINT.match(text):
        return Part.POINT, 0
    return Part.BODY, 0


def _is_title(paragraph: Paragraph, text: str) -> bool:
    """Whether a khoản is only its title: short, no sentence."""
    if len(text) > _TITLE_LENGTH or text.endswith(_SENTENCE_END):
        return False
    bold = [run.face.bold for run in paragraph.runs if run.text.strip()]
    return bool(bold) and (all(bold) or not text.endswith(":"))
