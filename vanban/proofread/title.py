"""Turn what stands below the head's two columns into ô số 5: the type and its subject; tell a file without a head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from vanban.law.document_types import NAMED_TYPES, OFFICIAL_LETTER, DocumentType
from vanban.law.other_papers import APPLICATIONS, NORMATIVE_NUMBER
from vanban.proofread.facts import Paragraph
from vanban.proofread.lines import PrintedLine, Side, fold, is_rule, lines_of
from vanban.proofread.parts import Form, Recognised
from vanban.proofread.stamps import is_source_of_sample, read_stamp

LETTER_SUBJECT: Final = re.compile(r"^(V/v|Về việc)\b", re.IGNORECASE)
BODY_STARTS: Final = re.compile(
    r"^(K[íi]nh g[ửu]i|Kính trình|[-–]?\s*Căn cứ|Theo đề nghị|Xét |Thực hiện |Hôm nay|[IVX]+\. |\d+\. |Điều \d|- )"
)
_DEED: Final = re.compile(r"^(?:Thực hiện|Xét) ")
_SYMBOL: Final = re.compile(r"/\s*(?:(?:19|20)\d\d\s*/\s*)?([A-Za-zĐđ]+)\s*[-–]")
_LONGEST_SUBJECT: Final = 8
_LONGEST_TITLE: Final = 160
_DRAFT: Final = ("duthao", "banduthao")
_FAR_DOWN: Final = 20
_SOON: Final = 6
_BY_FOLD: Final = {fold(kind.name): kind for kind in NAMED_TYPES}
_BY_CODE: Final = {kind.code: kind for kind in NAMED_TYPES}
_LONGEST_FIRST: Final = sorted(NAMED_TYPES, key=lambda kind: -len(kind.name))
_HEADING_ALONE: Final = re.compile(r"ph[ụu]\s+l[ụu]c(\s+(số\s+)?([IVXLC]+|\d+|[A-Z]|…|\.+))?\s*[.:]?", re.IGNORECASE)
_HEADING_TITLED: Final = re.compile(r"ph[ụu]\s+l[ụu]c(\s+(số\s+)?([IVXLC]+|\d+))?\s*[.:–-]\s*[^\W\d_]", re.IGNORECASE)
_LONGEST_HEADING: Final = 28
_COMMUNITIES: Final = ("todanpho", "thon", "khudancu")


def known_type(text: str) -> DocumentType | None:
    """The kind of Điều 7 that a line is the name of, and nothing more."""
    return _BY_FOLD.get(fold(text))


def type_at_start(text: str) -> DocumentType | None:
    """The kind whose name a title in capitals begins with: “KẾ HOẠCH TỔ CHỨC HỘI NGHỊ”."""
    words = f"{text.strip().upper()} "
    return next((kind for kind in _LONGEST_FIRST if words.startswith(f"{kind.name.upper()} ")), None)


def type_of_number(parts: Recognised) -> DocumentType | None:
    """The kind that the letters of the number and symbol name."""
    match = _SYMBOL.search(parts.number[0].text) if parts.number else None
    return _BY_CODE.get(match[1]) if match else None


def _of_a_community(parts: Recognised) -> bool:
    """Whether a residential group writes it, which is no office and keeps no register (Điều 2)."""
    return not parts.number and any(fold(line.text).startswith(_COMMUNITIES) for line in parts.issuer)


def read_title(paragraphs: Sequence[Paragraph], start: int, parts: Recognised) -> int:
    """Type and subject, or the subject of a letter; the index of the first paragraph of the content."""
    index = start
    early: list[PrintedLine] = []
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        lines = list(lines_of(paragraph))
        text = lines[0].text if lines else ""
        stamped = all(read_stamp(line, parts) or is_source_of_sample(line.text) for line in lines)
        if stamped or (_type_follows(paragraphs, index) and _is_note(lines, parts)):
            index += 1
        elif LETTER_SUBJECT.match(text) and not parts.letter_subject and not parts.type_name and not early:
            (early if _type_follows(paragraphs, index) else parts.letter_subject).extend(lines)
            index += 1
        elif BODY_STARTS.match(text) or (parts.letter_subject and not known_type(text)):
            break
        else:
            index = _read_type_name(paragraphs, index, lines, parts)
            parts.subject[:0] = early
            return index
    _infer_form(parts)
    return index


def _is_note(lines: list[PrintedLine], parts: Recognised) -> bool:
    """Whether lines above a type's name are neither a type nor a subject: “Nội dung 3”, “Dự thảo trình kỳ họp”."""
    text = lines[0].text
    if known_type(text) is not None or LETTER_SUBJECT.match(text) or BODY_STARTS.match(text):
        return False
    parts.drafts.extend(line for line in lines if fold(line.text).startswith(_DRAFT))
    return True


def _type_follows(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the name of a kind stands soon below: then a subject above it is only out of its place."""
    below = [line for paragraph in paragraphs[index + 1 : index + _SOON] for line in lines_of(paragraph)]
    return any(line.side is Side.FULL and line.capitals and known_type(line.text) is not None for line in below[:3])


def _infer_form(parts: Recognised) -> None:
    """The form of a paper without a type's name, by its number."""
    inferred = type_of_number(parts)
    if parts.letter_subject or (parts.number and inferred is None):
        parts.form, parts.document_type = Form.LETTER, OFFICIAL_LETTER
    elif inferred is not None:
        parts.form, parts.document_type = Form.NAMED, inferred
    else:
        parts.form = Form.ATTACHED


def _read_type_name(paragraphs: Sequence[Paragraph], index: int, lines: list[PrintedLine], parts: Recognised) -> int:
    name = lines[0]
    known = known_type(name.text)
    numbered = type_of_number(parts)
    if known is None and not name.capitals and not name.face().bold:
        parts.form = Form.NAMED if numbered else (Form.LETTER if parts.number else Form.ATTACHED)
        parts.document_type = numbered or (OFFICIAL_LETTER if parts.number else None)
        return index
    if known is None and name.capitals and (numbered is not None or parts.number):
        known = type_at_start(name.text)
        parts.subject_in_title = known is not None
    parts.document_type = known or numbered
    binding = parts.document_type is not None and not _of_a_community(parts)
    parts.form = Form.NAMED if binding else Form.ATTACHED
    if not binding and not parts.number and APPLICATIONS.match(name.text.upper()):
        parts.form = Form.APPLICATION
    parts.type_name.append(name)
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
        elif all(read_stamp(line, parts) for line in lines):
            pass
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


def _continues_title(paragraph: Paragraph, line: PrintedLine, parts: Recognised) -> bool:
    if (
        (BODY_STARTS.match(line.text) and not _is_subject_of_deeds(line, parts))
        or parts.subject_rule is not None
        or parts.authority
        or parts.reference
    ):
        return False
    gap = parts.subject and paragraph.number > parts.subject[-1].paragraph.number + 1
    if paragraph.alignment == "center":
        return not gap
    bold = all(run.face.bold for run in line.runs if run.text.strip())
    short = len(line.text) < _LONGEST_TITLE and not line.text.endswith((":", ".", ";"))
    return not gap and (bold or not parts.subject) and short


def _is_subject_of_deeds(line: PrintedLine, parts: Recognised) -> bool:
    """Whether the first line below the type says what is done, as a legal basis may begin too: “Thực hiện …”."""
    is_sentence = len(line.text) > _LONGEST_TITLE or line.text.endswith((":", ".", ";", ","))
    return not parts.subject and _DEED.match(line.text) is not None and not is_sentence


def _note_title_rules(paragraph: Paragraph, parts: Recognised) -> None:
    """Keep the first line drawn under the subject; one drawn below a reference is that reference's."""
    if parts.subject_rule is None and paragraph.drawn and not (parts.reference and not parts.subject):
        below = parts.subject or parts.type_name
        if below:
            parts.subject_rule = paragraph.drawn[0]


def read_headless(top: Sequence[Paragraph], paragraphs: Sequence[Paragraph], parts: Recognised) -> int:
    """A file without Quốc hiệu: an appendix on its own, a document that lost its head, or something else."""
    for index, paragraph in enumerate(top):
        lines = list(lines_of(paragraph))
        if not lines:
            continue
        if is_appendix_heading(paragraph):
            parts.form = Form.APPENDIX
            return index
        if lines[0].capitals and paragraph.alignment == "center" and not _in_table(paragraph):
            return _headless_type(paragraphs, index, lines, parts)
        if fold(lines[0].text).startswith("kinhgui") and any(fold(p.text).startswith("noinhan") for p in paragraphs):
            parts.form, parts.document_type = Form.LETTER, OFFICIAL_LETTER
            return index
        if index > _FAR_DOWN:
            break
    return 0


def _headless_type(paragraphs: Sequence[Paragraph], index: int, lines: list[PrintedLine], parts: Recognised) -> int:
    known = known_type(lines[0].text)
    if known is None and APPLICATIONS.match(lines[0].text.upper()):
        parts.form = Form.APPLICATION
        return index
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
    """Whether a paragraph begins with “Phụ lục” and a number, on a line of its own or with its title behind a mark."""
    first = paragraph.text.strip().split("\n")[0]
    if is_rule(paragraph):
        return False
    if len(first) < _LONGEST_HEADING and _HEADING_ALONE.fullmatch(first):
        return True
    return paragraph.alignment == "center" and len(first) < _LONGEST_TITLE and _HEADING_TITLED.match(first) is not None


def is_normative(parts: Recognised) -> bool:
    """Whether the number is that of a legal normative text."""
    return any(NORMATIVE_NUMBER.match(line.text) for line in parts.number)
