"""Turn the top of the first page into ô số 1 to 4, 10 and 11: who, what number, where and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from vanban.law.other_papers import NORMATIVE_NUMBER
from vanban.proofread.facts import Paragraph
from vanban.proofread.head_rules import find_head_rules
from vanban.proofread.lines import PrintedLine, Side, fold, is_rule, lines_of
from vanban.proofread.parts import Recognised
from vanban.proofread.stamps import is_stamp, read_stamp
from vanban.proofread.title import BODY_STARTS, LETTER_SUBJECT, known_type, read_headless, read_title

_STATE: Final = "conghoaxahoichunghiavietnam"
_MOTTO: Final = "doclaptudohanhphuc"
_ALIKE: Final = 0.84
_HEAD: Final = 60
_NUMBER: Final = re.compile(r"^S[ốoỐ]\s*[:.]?\s*[\d.…_ \u00a0]*/|^S[ốoỐ]\s*:", re.IGNORECASE)
_DATE: Final = re.compile(
    r"^(?P<place>[^;:(]{0,60}?)[\s,]*\bng[àa]y(?![^\W_]).{0,14}?th[áa]ng(?![^\W_]).{0,12}?n[ăa]m(?![^\W_])"
    r"[\s.:…_]*(?P<rest>.*)$",
    re.IGNORECASE,
)
_AFTER_YEAR: Final = re.compile(r"[\d\W_]{0,14}")
_NO_PLACE: Final = re.compile(
    r"^(Hôm nay|Thời gian|Vào |Lúc |Kể từ|Từ |Căn cứ|Đến |Trong |Sáng |Chiều )", re.IGNORECASE
)
_PLACE_WORDS: Final = 9
_LONGEST_NUMBER: Final = 90
_LONGEST_NAME: Final = 90
_MOST_NAMES: Final = 6
_BODIES: Final = re.compile(
    r"^(ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|HĐ |SỞ|PHÒNG|BAN |BỘ |CỤC|TỔNG CỤC|CHI CỤC|TRƯỜNG|TRUNG TÂM|VĂN PHÒNG|ĐẢNG|"
    r"CÔNG AN|TRẠM|TỔ |ĐOÀN|HỘI |LIÊN ĐOÀN|VIỆN|BỆNH VIỆN|TỔNG CÔNG TY|CÔNG TY|TÒA ÁN|TOÀ ÁN|THANH TRA|CHI NHÁNH|"
    r"KHO BẠC|ĐÀI|BẢO HIỂM|HỌC VIỆN|CHỦ TỊCH|THỦ TƯỚNG|CHÍNH PHỦ|TÊN |CHI BỘ|ĐỘI|XÍ NGHIỆP|NHÀ )"
)
_WHOLE: Final = re.compile(
    r"^(BỘ |SỞ |TÊN CQ|TỔNG )|\b(TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|TRUNG ƯƠNG) +\S"
)


def is_state_name(text: str) -> bool:
    """Whether a line is meant to be the Quốc hiệu."""
    return _is_like(text, _STATE)


def is_number(text: str) -> bool:
    """Whether a line is a number and symbol."""
    return len(text) < _LONGEST_NUMBER and bool(_NUMBER.match(text) or NORMATIVE_NUMBER.match(text))


def _is_like(text: str, wanted: str) -> bool:
    folded = fold(text)
    if wanted in folded and len(folded) < len(wanted) + 12:
        return True
    if abs(len(folded) - len(wanted)) > 6:
        return False
    return SequenceMatcher(None, folded, wanted, autojunk=False).ratio() >= _ALIKE


def is_place_and_date(text: str) -> bool:
    """Whether a line is nothing but a place and a date: neither a sentence nor a time of meeting."""
    match = _DATE.match(text)
    if match is None or _NO_PLACE.match(text) or len(match["place"].split()) > _PLACE_WORDS:
        return False
    return _AFTER_YEAR.fullmatch(match["rest"]) is not None


def read_head(paragraphs: Sequence[Paragraph], parts: Recognised) -> int:
    """Fill the head's parts and the form; the index of the first paragraph after them."""
    top = list(enumerate(paragraphs[:_HEAD]))
    lines = [(index, line) for index, paragraph in top for line in lines_of(paragraph)]
    last = _find_fixed_lines(lines, parts)
    if last is None:
        return read_headless(paragraphs[:_HEAD], paragraphs, parts)
    last = _end_of_table(paragraphs, last)
    _read_names([line for index, line in lines if index <= last], parts)
    for index, line in lines:
        if index <= last:
            read_stamp(line, parts)
    find_head_rules([paragraph for index, paragraph in top if index <= last], parts)
    return read_title(paragraphs, last + 1, parts)


def _find_fixed_lines(lines: list[tuple[int, PrintedLine]], parts: Recognised) -> int | None:
    """State name, motto, number, place and date; the index of the last paragraph of them."""
    last: int | None = None
    named = False
    for index, line in lines:
        if _begins_content(line) or (last is not None and (index > last + 12 or _begins_title(line, parts))):
            break
        if not named and _begins_nobodys_title(line, parts):
            break
        named = named or (line.capitals and _BODIES.match(f"{line.text} ") is not None)
        if _is_fixed(line, parts):
            last = index if last is None else max(last, index)
    if not (parts.state_name or parts.motto) and not (parts.number and parts.place_and_date):
        parts.number, parts.place_and_date, parts.letter_subject = [], [], []
        return None
    return last


def _is_fixed(line: PrintedLine, parts: Recognised) -> bool:
    """Whether a line is one that every head has; it is kept where it belongs."""
    text = line.text
    if not parts.state_name and _is_like(text, _STATE):
        parts.state_name.append(line)
    elif not parts.motto and _is_like(text, _MOTTO):
        parts.motto.append(line)
    elif not parts.number and is_number(text):
        parts.number.append(line)
    elif not parts.place_and_date and is_place_and_date(text):
        if not (parts.state_name or parts.motto or parts.number):
            return False
        parts.place_and_date.append(line)
    elif is_stamp(text):
        return False
    elif LETTER_SUBJECT.match(text) and parts.number and (line.side is Side.LEFT or text[:3] == "V/v"):
        parts.letter_subject.append(line)
    elif parts.letter_subject and line.side is Side.LEFT and line.paragraph.cell is not None:
        if line.paragraph.cell.table is not _table(parts.letter_subject[0]):
            return False
        parts.letter_subject.append(line)
    else:
        return False
    return True


def _begins_content(line: PrintedLine) -> bool:
    """Whether the content has begun: no head stands below an addressee, a legal basis or an article."""
    return line.side is Side.FULL and BODY_STARTS.match(line.text) is not None


def _begins_title(line: PrintedLine, parts: Recognised) -> bool:
    """Whether the head is over: a type's name stands here, or capitals across the page below a number."""
    if line.side is not Side.FULL or not line.capitals or not (parts.state_name or parts.motto):
        return False
    if known_type(line.text) is not None:
        return True
    return bool(parts.number and parts.motto) and line.paragraph.cell is None and not is_stamp(line.text)


def _begins_nobodys_title(line: PrintedLine, parts: Recognised) -> bool:
    """Whether a title stands right below a motto across the page, where no body was named: what a person writes."""
    across = line.side is Side.FULL and line.paragraph.cell is None and line.capitals
    if not (across and parts.motto and parts.motto[0].side is Side.FULL) or line is parts.motto[0]:
        return False
    return not is_stamp(line.text) and not _is_like(line.text, _STATE) and not _BODIES.match(f"{line.text} ")


def _table(line: PrintedLine) -> object:
    return line.paragraph.cell.table if line.paragraph.cell else None


def _end_of_table(paragraphs: Sequence[Paragraph], last: int) -> int:
    """Past the rest of the head's table, of text boxes, and of the rows of underscores below."""
    cell = paragraphs[last].cell
    while last + 1 < len(paragraphs):
        following = paragraphs[last + 1]
        same = cell is not None and following.cell is not None and following.cell.table is cell.table
        if not (same or (following.box is not None and paragraphs[last].box is not None)):
            break
        last += 1
    while last + 1 < len(paragraphs) and is_rule(paragraphs[last + 1]):
        last += 1
    return last


def _read_names(lines: list[PrintedLine], parts: Recognised) -> None:
    """The left column above the number: parent bodies, then the issuer, told apart by weight, else by wording."""
    fixed = {id(line) for line in (*parts.state_name, *parts.motto, *parts.number, *parts.place_and_date)}
    fixed |= {id(line) for line in parts.letter_subject}
    names: list[PrintedLine] = []
    column = Side.LEFT if _stands_left(parts) else Side.RIGHT
    for line in lines:
        if parts.number and line is parts.number[0] and names:
            break
        if id(line) not in fixed and _is_name(line, column):
            names.append(line)
    names = names[:_MOST_NAMES]
    bold = [line.face().bold for line in names]
    if True in bold and not bold[0] and all(bold[bold.index(True) :]):
        parts.parent_body.extend(names[: bold.index(True)])
        parts.issuer.extend(names[bold.index(True) :])
        return
    groups: list[list[PrintedLine]] = []
    for line in names:
        text = line.text.upper()
        begins = bool(_BODIES.match(text + " "))
        if groups and not (begins and _is_whole(groups[-1], line)):
            groups[-1].append(line)
        else:
            groups.append([line])
    if groups:
        parts.issuer.extend(groups[-1])
        parts.parent_body.extend(line for group in groups[:-1] for line in group)


def _stands_left(parts: Recognised) -> bool:
    """Whether the motto stands in the column of the names, so that they stand in its."""
    return bool(parts.motto) and parts.motto[0].side is Side.LEFT


def _is_name(line: PrintedLine, other: Side) -> bool:
    """Whether a line can be of a body's name: short, no sentence; across the page only in capitals.

    ``other`` is the column in which none stands.
    """
    text = line.text
    if line.side is other or is_stamp(text) or not any(map(str.isalpha, text)) or len(text) > _LONGEST_NAME:
        return False
    if text.startswith(("(", "-", "–", "*", "+")) or text.endswith((":", ";")) or known_type(text) is not None:
        return False
    return line.side is not Side.FULL or line.capitals


def _is_whole(group: list[PrintedLine], following: PrintedLine) -> bool:
    """Whether ``group`` is a whole name, so that a body's name after it is another one."""
    if _WHOLE.search(" ".join(line.text for line in group).upper()):
        return True
    return not group[-1].face().bold and following.face().bold
