"""The top of a document: issuer, number, place and date, type and subject (ô số 2, 3, 4, 5a)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pydantic import Field

from vanban.domain import typeface
from vanban.domain.document import Document
from vanban.domain.measure import Length
from vanban.domain.numbering import numbering_of
from vanban.domain.record import Record
from vanban.domain.wording import blank_date
from vanban.domain.year import Year
from vanban.kinds.parts.line_breaks import balanced, in_capitals
from vanban.kinds.parts.reference import attached_to, day_of, number_of
from vanban.law import nd30

_LINES_AT_FULL_SIZE: Final = 2
"""So many lines of names stand beside Quốc hiệu and Tiêu ngữ; more push everything down."""


class Letterhead(Record):
    """Ô số 2, 3 and 4, ready to print."""

    parent_lines: tuple[str, ...] = Field(title="Các dòng tên cơ quan chủ quản")
    issuer_lines: tuple[str, ...] = Field(title="Các dòng tên cơ quan, đơn vị")
    issuer_rule: Length = Field(title="Độ dài đường kẻ dưới tên cơ quan")
    compact: bool = Field(default=False, title="Phần đầu in cỡ chữ nhỏ nhất được phép")
    number_line: str = Field(title="Dòng số, ký hiệu")
    place_and_date: str = Field(title="Địa danh và thời gian")
    urgency: str = Field(default="", title="Dấu chỉ mức độ khẩn")
    circulation: str = Field(default="", title="Chỉ dẫn phạm vi lưu hành")


class Heading(Record):
    """Ô số 5a: the type in capitals, the subject, and the rule under it."""

    type_name: str = Field(title="Tên loại văn bản")
    subject: str = Field(title="Trích yếu nội dung")
    subject_rule: Length = Field(title="Độ dài đường kẻ dưới trích yếu")


def rule_under(lines: Sequence[str], part: nd30.Part, *, compact: bool = False) -> Length:
    """The rule under ``lines``: 1/3 to 1/2 of the longest (Phụ lục I, Mục II khoản 2, khoản 5)."""
    kind = nd30.TYPES[part]
    size = kind.size.least if compact else kind.size.chosen
    return typeface.longest(lines, size, bold=kind.bold) * nd30.RULE_SHARE_CHOSEN


def centred(text: str, part: nd30.Part = nd30.Part.SUBJECT, room: Length = nd30.PAGE.text_width) -> str:
    """A text in the middle of the page: its lines about as long and broken between phrases."""
    return "\n".join(balanced(text, part, room))


def annex_title(title: str, room: Length = nd30.PAGE.text_width) -> str:
    """The title of an annex in capitals."""
    return centred(title.upper(), nd30.Part.APPENDIX_TITLE, room)


def attachment_line(year: Year, kind: str, key: str = "", room: Length = nd30.PAGE.text_width) -> tuple[str, Length]:
    """“(Kèm theo …)” of what goes with that document, broken between phrases, and the rule under it."""
    lines = balanced(attached_to(year, kind, key), nd30.Part.APPENDIX_REFERENCE, room)
    rule = rule_under(lines, nd30.Part.APPENDIX_REFERENCE)
    return "\n".join(lines), min(rule, room * nd30.RULE_SHARE_CHOSEN)


def letterhead(year: Year, kind: str, key: str = "") -> Letterhead:
    """The letterhead of a numbered document: number and day as issued, else blank as on a signing copy (Điều 15).

    Raises ``KeyError`` where the year has no such document.
    """
    document = numbering_of(year, kind).documents(year)[key]
    body = year.issuer(document.issuer)
    made = unit_letterhead(
        year,
        body.parent_lines,
        body.name_lines,
        number_line=f"Số: {number_of(year, kind, key)}",
        day=day_of(year, kind, key),
    )
    return marked(made, document)


def marked(letterhead: Letterhead, document: Document) -> Letterhead:
    """The same with how urgent the document is and for whom alone (ô số 10b, 11)."""
    urgency = document.urgency.value.upper() if document.urgency else ""
    return letterhead.model_copy(update={"urgency": urgency, "circulation": (document.circulation or "").upper()})


def unit_letterhead(
    year: Year, parent_lines: tuple[str, ...], issuer_lines: tuple[str, ...], number_line: str = "", day: str = ""
) -> Letterhead:
    """The letterhead of a paper that a unit of the ward writes: the unit's name under its superior's.

    Where the names take more than two lines and the least sizes of Mục V (12, 12, 13) need fewer, those are printed.
    """
    parents, printed = _names(parent_lines, issuer_lines, compact=False)
    smaller = _names(parent_lines, issuer_lines, compact=True)
    full = len(parents) + len(printed)
    compact = full > _LINES_AT_FULL_SIZE and sum(map(len, smaller)) < full
    if compact:
        parents, printed = smaller
    return Letterhead(
        parent_lines=parents,
        issuer_lines=printed,
        issuer_rule=rule_under(printed, nd30.Part.ISSUER, compact=compact),
        compact=compact,
        number_line=number_line,
        place_and_date=f"{year.office.place}, {day or blank_date(year.year.calendar)}",
    )


def _names(
    parent_lines: tuple[str, ...], issuer_lines: tuple[str, ...], *, compact: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both names broken to fit the letterhead's left column, so that the rule fits the line above it."""
    parents, printed = (
        tuple(piece for line in lines for piece in in_capitals(line, part, nd30.ISSUER_ROOM, compact=compact))
        for lines, part in ((parent_lines, nd30.Part.PARENT_BODY), (issuer_lines, nd30.Part.ISSUER))
    )
    return parents, printed


def heading(type_name: str, subject: str) -> Heading:
    """Type and subject; a subject that is too long for one line breaks where its lines are about as long."""
    lines = balanced(subject, nd30.Part.SUBJECT, nd30.PAGE.text_width)
    return Heading(type_name=type_name, subject="\n".join(lines), subject_rule=rule_under(lines, nd30.Part.SUBJECT))
