"""Turn the top of the first page into ô số 1 to 5, 10 and 11: who, what number, where and when, what about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from vanban.law.document_types import NAMED_TYPES, OFFICIAL_LETTER, DocumentType
from vanban.proofread.facts import DrawnLine, LineKind, Paragraph
from vanban.proofread.lines import Line, Side, fold, is_rule, lines_of
from vanban.proofread.parts import Form, Recognised

_STATE: Final = "conghoaxahoichunghiavietnam"
_MOTTO: Final = "doclaptudohanhphuc"
_ALIKE: Final = 0.84
_HEAD: Final = 60
_LONGEST_SUBJECT: Final = 8
_NUMBER: Final = re.compile(r"^S[ốoỐ]\s*[:.]?\s*[\d.…_ \u00a0]*/|^S[ốoỐ]\s*:", re.IGNORECASE)
_DATE: Final = re.compile(r"ng[àa]y\W.{0,14}th[áa]ng\W.{0,12}n[ăa]m", re.IGNORECASE)
_LONGEST_DATE: Final = 90
_LETTER_SUBJECT: Final = re.compile(r"^(V/v|Về việc)\b", re.IGNORECASE)
_SYMBOL: Final = re.compile(r"/\s*([A-Za-zĐđ]+)\s*[-–]")
_URGENCY: Final = frozenset({"hoatoc", "thuongkhan", "khan", "hoatochengio"})
_CIRCULATION: Final = frozenset({"xemxongtralai", "luuhanhnoibo"})
_SECRECY: Final = frozenset({"mat", "toimat", "tuyetmat", "tailieuthuhoi"})
_BODIES: Final = re.compile(
    r"^(ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|HĐ |SỞ|PHÒNG|BAN |BỘ |CỤC|TỔNG CỤC|CHI CỤC|TRƯỜNG|TRUNG TÂM|VĂN PHÒNG|ĐẢNG|"
    r"CÔNG AN|TRẠM|TỔ |ĐOÀN|HỘI |LIÊN ĐOÀN|VIỆN|BỆNH VIỆN|TỔNG CÔNG TY|CÔNG TY|TÒA ÁN|TOÀ ÁN|THANH TRA|CHI NHÁNH|"
    r"KHO BẠC|ĐÀI|BẢO HIỂM|HỌC VIỆN|CHỦ TỊCH|THỦ TƯỚNG|CHÍNH PHỦ|TÊN |CHI BỘ|ĐỘI|XÍ NGHIỆP|NHÀ )"
)
_WHOLE: Final = re.compile(
    r"^(BỘ |SỞ |TÊN CQ|TỔNG )|\b(TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|TRUNG ƯƠNG) +\S"
)
_BODY_STARTS: Final = re.compile(r"^(Kính gửi|Căn cứ|Theo đề nghị|Xét |Thực hiện |[IVX]+\. |\d+\. |Điều \d|- )")
_BY_FOLD: Final = {fold(kind.name): kind for kind in NAMED_TYPES}
_BY_CODE: Final = {kind.code: kind for kind in NAMED_TYPES}
_COMMUNITIES: Final = ("todanpho", "thon", "khudancu")


def _is_like(text: str, wanted: str) -> bool:
    folded = fold(text)
    if wanted in folded and len(folded) < len(wanted) + 12:
        return True
    if abs(len(folded) - len(wanted)) > 6:
        return False
    return SequenceMatcher(None, folded, wanted, autojunk=False).ratio() >= _ALIKE


def read_head(paragraphs: Sequence[Paragraph], parts: Recognised) -> int:
    """Fill the head's parts and the form; the index of the first paragraph after them."""
    top = list(enumerate(paragraphs[:_HEAD]))
    lines = [(index, line) for index, paragraph in top for line in lines_of(paragraph)]
    last = _find_fixed_lines(lines, parts)
    if last is None:
        return _headless(paragraphs, parts)
    last = _end_of_table(paragraphs, last)
    _read_names([line for index, line in lines if index <= last], parts)
    for index, line in lines:
        if index <= last:
            _read_mark(line, parts)
    _find_head_rules([paragraph for index, paragraph in top if index <= last], parts)
    return _read_title(paragraphs, last + 1, parts)


def _find_fixed_lines(lines: list[tuple[int, Line]], parts: Recognised) -> int | None:
    """State name, motto, number, place and date; the index of the last paragraph of them."""
    last: int | None = None
    for index, line in lines:
        if last is not None and (index > last + 12 or _begins_title(line, parts)):
            break
        if not parts.state_name and _is_like(line.text, _STATE):
            parts.state_name.append(line)
        elif not parts.motto and _is_like(line.text, _MOTTO):
            parts.motto.append(line)
        elif not parts.number and _NUMBER.match(line.text) and len(line.text) < _LONGEST_DATE:
            parts.number.append(line)
        elif not parts.place_and_date and _DATE.search(line.text) and len(line.text) < _LONGEST_DATE:
            if line.text.startswith("(") or not (parts.state_name or parts.motto or parts.number):
                continue
            parts.place_and_date.append(line)
        elif _stamp(line):
            continue
        elif _LETTER_SUBJECT.match(line.text) and parts.number and (line.side is Side.LEFT or line.text[:3] == "V/v"):
            parts.letter_subject.append(line)
        elif parts.letter_subject and line.side is Side.LEFT and line.paragraph.cell is not None:
            if line.paragraph.cell.table is not _table(parts.letter_subject[0]):
                continue
            parts.letter_subject.append(line)
        else:
            continue
        last = index if last is None else max(last, index)
    if not (parts.state_name or parts.motto) and not (parts.number and parts.place_and_date):
        parts.number, parts.place_and_date, parts.letter_subject = [], [], []
        return None
    return last


def _begins_title(line: Line, parts: Recognised) -> bool:
    """Whether the head is over: a type's name stands here, or capitals across the page below a number."""
    if line.side is not Side.FULL or not line.capitals or not (parts.state_name or parts.motto):
        return False
    if _known_type(line.text) is not None:
        return True
    return bool(parts.number and parts.motto) and line.paragraph.cell is None and not _stamp(line)


def _table(line: Line) -> object:
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
    return last


def _read_names(lines: list[Line], parts: Recognised) -> None:
    """The left column above the number: parent bodies, then the issuer, told apart by weight, else by wording."""
    fixed = {id(line) for line in (*parts.state_name, *parts.motto, *parts.number, *parts.place_and_date)}
    fixed |= {id(line) for line in parts.letter_subject}
    names: list[Line] = []
    for line in lines:
        if parts.number and line is parts.number[0]:
            break
        if id(line) in fixed or line.side is Side.RIGHT or _stamp(line) or not any(map(str.isalpha, line.text)):
            continue
        names.append(line)
    bold = [line.face().bold for line in names]
    if True in bold and not bold[0] and all(bold[bold.index(True) :]):
        parts.parent_body.extend(names[: bold.index(True)])
        parts.issuer.extend(names[bold.index(True) :])
        return
    groups: list[list[Line]] = []
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


def _is_whole(group: list[Line], following: Line) -> bool:
    """Whether ``group`` is a whole name, so that a body's name after it is another one."""
    if _WHOLE.search(" ".join(line.text for line in group).upper()):
        return True
    return not group[-1].face().bold and following.face().bold


def _stamp(line: Line) -> bool:
    return fold(line.text) in _URGENCY | _CIRCULATION | _SECRECY


def _read_mark(line: Line, parts: Recognised) -> bool:
    """Whether a line is a stamp of urgency, circulation or secrecy; it is kept where it belongs."""
    folded = fold(line.text)
    for known, kept in (
        (_URGENCY, parts.urgency), (_CIRCULATION, parts.circulation), (_SECRECY, parts.secrecy),
    ):  # fmt: skip
        if folded in known and (line.capitals or line.face().bold):
            kept.append(line)
            return True
    return False


# Rules


def _find_head_rules(paragraphs: Sequence[Paragraph], parts: Recognised) -> None:
    """The line under the motto and the one under the issuer, by the column that they are drawn in."""
    motto = parts.motto[-1] if parts.motto else None
    issuer = parts.issuer[-1] if parts.issuer else None
    for line in (motto, issuer):
        if line is not None and line.underlined:
            drawn = DrawnLine(LineKind.UNDERLINE, 0.0, 0.0)
            if line is motto:
                parts.motto_rule = drawn
            else:
                parts.issuer_rule = drawn
    for paragraph in paragraphs:
        for shape, side in _placed(paragraph):
            free = shape.kind is LineKind.SHAPE
            if side is Side.RIGHT and motto is not None and (free or paragraph.number >= motto.paragraph.number):
                parts.motto_rule = parts.motto_rule or shape
            if side is Side.LEFT and issuer is not None and (free or paragraph.number >= issuer.paragraph.number):
                parts.issuer_rule = parts.issuer_rule or shape


def _placed(paragraph: Paragraph) -> list[tuple[DrawnLine, Side]]:
    """The lines drawn at a paragraph, each with the half of the page that it stands in."""
    cell = paragraph.cell
    found = []
    for shape in paragraph.drawn:
        if cell is not None and cell.table.columns > 1:
            side = Side.LEFT if cell.column == 0 else Side.RIGHT
            if side is Side.LEFT and shape.middle is not None and cell.width and shape.middle > cell.width:
                side = Side.RIGHT
            found.append((shape, side))
        elif paragraph.box is not None:
            left = paragraph.box.left or 0.0
            found.append((shape, Side.LEFT if left + paragraph.box.width / 2 < 225 else Side.RIGHT))
        elif shape.middle is not None and paragraph.width:
            middle = shape.middle + (paragraph.left if shape.kind is not LineKind.BORDER else 0.0)
            found.append((shape, Side.LEFT if middle < 0.45 * paragraph.width else Side.RIGHT))
        elif shape.kind is LineKind.CHARACTERS:
            found.extend(_rows_of_characters(paragraph, shape))
    return found


def _rows_of_characters(paragraph: Paragraph, shape: DrawnLine) -> list[tuple[DrawnLine, Side]]:
    """Underscores laid out by tabs or spaces: one row each side."""
    text = "".join(run.text for run in paragraph.runs)
    rows = [row for row in re.split(r"[\t\s]{2,}|\t", text.strip()) if row]
    leading = re.match(r"[\s\t]*", text)
    total = sum(map(len, rows)) or 1
    if len(rows) == 2:
        shares = [len(row) / total for row in rows]
        return [
            (DrawnLine(shape.kind, shape.least * share, shape.most * share, None, shape.dashed), side)
            for share, side in zip(shares, (Side.LEFT, Side.RIGHT), strict=True)
        ]
    side = Side.RIGHT if leading and (len(leading[0]) > 12 or "\t" in leading[0]) else Side.LEFT
    return [(shape, side)]


# Title


def _known_type(text: str) -> DocumentType | None:
    return _BY_FOLD.get(fold(text))


def _type_of_number(parts: Recognised) -> DocumentType | None:
    match = _SYMBOL.search(parts.number[0].text) if parts.number else None
    return _BY_CODE.get(match[1]) if match else None


def _of_a_community(parts: Recognised) -> bool:
    """Whether a residential group writes it, which is no office and keeps no register (Điều 2)."""
    return not parts.number and any(fold(line.text).startswith(_COMMUNITIES) for line in parts.issuer)


def _read_title(paragraphs: Sequence[Paragraph], start: int, parts: Recognised) -> int:
    """Type and subject, or the subject of a letter; the index of the first paragraph of the content."""
    index = start
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        lines = list(lines_of(paragraph))
        text = lines[0].text if lines else ""
        if not lines or all(_read_mark(line, parts) for line in lines):
            index += 1
        elif _LETTER_SUBJECT.match(text) and not parts.letter_subject and not parts.type_name:
            parts.letter_subject.extend(lines)
            index += 1
        elif _BODY_STARTS.match(text) or (parts.letter_subject and not _known_type(text)):
            break
        else:
            return _read_type_name(paragraphs, index, lines, parts)
    inferred = _type_of_number(parts)
    if parts.letter_subject or (parts.number and inferred is None):
        parts.form, parts.document_type = Form.LETTER, OFFICIAL_LETTER
    elif inferred is not None:
        parts.form, parts.document_type = Form.NAMED, inferred
    else:
        parts.form = Form.ATTACHED
    return index


def _read_type_name(paragraphs: Sequence[Paragraph], index: int, lines: list[Line], parts: Recognised) -> int:
    known = _known_type(lines[0].text)
    numbered = _type_of_number(parts)
    if known is None and not lines[0].capitals and not lines[0].face().bold:
        parts.form = Form.NAMED if numbered else (Form.LETTER if parts.number else Form.ATTACHED)
        parts.document_type = numbered or (OFFICIAL_LETTER if parts.number else None)
        return index
    parts.document_type = known or numbered
    binding = parts.document_type is not None and not _of_a_community(parts)
    parts.form = Form.NAMED if binding else Form.ATTACHED
    parts.type_name.append(lines[0])
    parts.subject.extend(lines[1:])
    _note_title_rules(paragraphs[index], parts)
    return _read_subject(paragraphs, index + 1, parts)


def _read_subject(paragraphs: Sequence[Paragraph], index: int, parts: Recognised) -> int:
    """The lines under the type's name, the rule under them, a reference in brackets, and the enacting authority."""
    while index < len(paragraphs) and len(parts.subject) < _LONGEST_SUBJECT:
        paragraph = paragraphs[index]
        if paragraph.cell is not None or paragraph.page_break_before:
            break
        lines = list(lines_of(paragraph))
        if not lines:
            _note_title_rules(paragraph, parts)
        elif lines[0].text.startswith("("):
            if paragraph.alignment != "center":
                break
            parts.reference.extend(lines)
        elif parts.reference and not parts.reference[-1].text.endswith(")") and paragraph.alignment == "center":
            parts.reference.extend(lines)
        elif parts.is_decision and lines[0].capitals and parts.subject:
            parts.authority.extend(lines)
        elif not _continues_title(paragraph, lines[0], parts):
            break
        else:
            parts.subject.extend(lines)
        index += 1
        if lines:
            _note_title_rules(paragraph, parts)
    return index


def _continues_title(paragraph: Paragraph, line: Line, parts: Recognised) -> bool:
    if _BODY_STARTS.match(line.text) or parts.subject_rule is not None or parts.authority or parts.reference:
        return False
    gap = parts.subject and paragraph.number > parts.subject[-1].paragraph.number + 1
    if paragraph.alignment == "center":
        return not gap
    bold = all(run.face.bold for run in line.runs if run.text.strip())
    return not gap and (bold or not parts.subject) and len(line.text) < 160 and not line.text.endswith((":", ".", ";"))


def _note_title_rules(paragraph: Paragraph, parts: Recognised) -> None:
    """Keep the first line drawn under the subject; one drawn below a reference is that reference's."""
    if parts.subject_rule is None and paragraph.drawn and not (parts.reference and not parts.subject):
        below = parts.subject or parts.type_name
        if below:
            parts.subject_rule = paragraph.drawn[0]


# Files without a head


def _headless(paragraphs: Sequence[Paragraph], parts: Recognised) -> int:
    """A file without Quốc hiệu: an appendix on its own, a document that lost its head, or something else."""
    for index, paragraph in enumerate(paragraphs[:_HEAD]):
        lines = list(lines_of(paragraph))
        if not lines:
            continue
        folded = fold(lines[0].text)
        if is_appendix_heading(paragraph):
            parts.form = Form.APPENDIX
            return index
        if lines[0].capitals and paragraph.alignment == "center" and not _in_table(paragraph):
            return _headless_type(paragraphs, index, lines, parts)
        if folded.startswith("kinhgui") and any(fold(p.text).startswith("noinhan") for p in paragraphs):
            parts.form, parts.document_type = Form.LETTER, OFFICIAL_LETTER
            return index
        if index > 20:
            break
    return 0


def _headless_type(paragraphs: Sequence[Paragraph], index: int, lines: list[Line], parts: Recognised) -> int:
    known = _known_type(lines[0].text)
    after = [fold(paragraph.text) for paragraph in paragraphs[index + 1 :]]
    attached = any(text.startswith("kemtheo") for text in after[:12])
    signed = any(text.startswith("noinhan") for text in after)
    if not attached and (known is None or not signed):
        return 0
    start = _read_type_name(paragraphs, index, lines, parts)
    parts.document_type = known
    parts.form = Form.APPENDIX if attached and not signed else Form.NAMED
    return start


def _in_table(paragraph: Paragraph) -> bool:
    return paragraph.cell is not None and paragraph.cell.table.columns > 1


def is_appendix_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is “Phụ lục” and a number on a line of its own."""
    first = paragraph.text.strip().split("\n")[0]
    if len(first) > 24 or is_rule(paragraph):
        return False
    return re.fullmatch(r"ph[ụu]\s+l[ụu]c(\s+([IVXLC]+|\d+|[A-Z]|…|\.+))?\s*[.:]?", first, re.IGNORECASE) is not None
