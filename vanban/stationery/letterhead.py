"""The top of a document: ô số 1 to 5a and 9a (Phụ lục I, Mục IV)."""

from __future__ import annotations

from typing import Any, Final

from vanban.domain import typeface
from vanban.domain.document import Urgency
from vanban.domain.measure import Length, mm
from vanban.law import nd30
from vanban.stationery.marks import circulation, urgency
from vanban.stationery.paragraphs import command, drawn_rule, each, gap, given, measured_rule, paragraph
from vanban.stationery.tables import frame

ISSUER_COLUMN, STATE_COLUMN = nd30.LETTERHEAD_COLUMNS

URGENCY_BOXES: Final = {Urgency.URGENT: mm(20), Urgency.VERY_URGENT: mm(40), Urgency.EXPRESS: mm(30)}
"""How wide the box of each mark is; all are 8 mm high (Mục III khoản 2 điểm b)."""


def letterhead(*under_number: Any) -> tuple[Any, ...]:
    """Ô số 1 to 4: issuer and state name side by side, number and date on one line under them.

    ``under_number`` stands below the number: the subject of a công văn (ô số 5b).
    """
    return (
        *circulation(),
        frame(
            (ISSUER_COLUMN, STATE_COLUMN),
            (_issuer(), _state()),
            (
                [paragraph("{{ letterhead.number_line }}", "Số ký hiệu"), *under_number, *_urgency()],
                [paragraph("{{ letterhead.place_and_date }}", "Địa danh ngày tháng")],
            ),
        ),
    )


def _urgency() -> tuple[Any, ...]:
    """The mark of Mục III khoản 2 điểm b in its box, red, under number and subject (ô số 10b)."""
    return tuple(
        block
        for degree, width in URGENCY_BOXES.items()
        for block in given(
            f'letterhead.urgency == "{degree.value.upper()}"',
            urgency("{{ letterhead.urgency }}", (ISSUER_COLUMN - width) * 0.5),
        )
    )


def undated_letterhead(*, numbered: bool) -> tuple[Any, ...]:
    """Ô số 1 to 3: as :func:`letterhead` without place and date, which minutes say in their text (Mẫu 1.9)."""
    number = [paragraph("{{ letterhead.number_line }}", "Số ký hiệu")] if numbered else []
    return (frame((ISSUER_COLUMN, STATE_COLUMN), ([*_issuer(), *number], _state())),)


def _issuer() -> list[Any]:
    return [
        command("if letterhead.compact"),
        *each("line in letterhead.parent_lines", paragraph("{{ line }}", "Tên cơ quan chủ quản cỡ nhỏ")),
        *each("line in letterhead.issuer_lines", paragraph("{{ line }}", "Tên cơ quan cỡ nhỏ")),
        command("else"),
        *each("line in letterhead.parent_lines", paragraph("{{ line }}", "Tên cơ quan chủ quản")),
        *each("line in letterhead.issuer_lines", paragraph("{{ line }}", "Tên cơ quan")),
        command("endif"),
        measured_rule("letterhead.issuer_rule", ISSUER_COLUMN),
    ]


def _state() -> list[Any]:
    sizes = nd30.TYPES[nd30.Part.MOTTO].size
    return [
        command("if letterhead.compact"),
        *_stated("Quốc hiệu cỡ nhỏ", "Tiêu ngữ cỡ nhỏ", sizes.least),
        command("else"),
        *_stated("Quốc hiệu", "Tiêu ngữ", sizes.chosen),
        command("endif"),
    ]


def _stated(state: str, motto: str, size: Length) -> tuple[Any, ...]:
    """Quốc hiệu and Tiêu ngữ in styles of those names, and the line as long as the motto in its size."""
    length = typeface.width(nd30.MOTTO, size, bold=nd30.TYPES[nd30.Part.MOTTO].bold)
    return (paragraph(nd30.STATE_NAME, state), paragraph(nd30.MOTTO, motto), drawn_rule(length, STATE_COLUMN))


def heading(room: Length = nd30.PAGE.text_width) -> tuple[Any, ...]:
    """Ô số 5a: type, subject, and the line under it, in the middle of ``room``."""
    return (
        paragraph("{{ heading.type_name }}", "Tên loại"),
        paragraph("{{ heading.subject }}", "Trích yếu"),
        measured_rule("heading.subject_rule", room),
        gap(),
    )


def addressees() -> tuple[Any, ...]:
    """Ô số 9a: one addressee on the line of “Kính gửi”, more under its colon (Mục II khoản 9 điểm d)."""
    return (
        command("if addressees|length == 1"),
        paragraph("Kính gửi: {{ addressees|first }}", "Kính gửi"),
        command("elif addressees"),
        paragraph("Kính gửi:", "Kính gửi nhiều nơi"),
        *each("line in addressees", paragraph("{{ line }}", "Nơi được kính gửi")),
        gap(),
        command("endif"),
    )


def opening() -> tuple[Any, ...]:
    """The căn cứ lines and the sentence that leads over to the text."""
    return (
        *each("line in bases", paragraph("{{ line }}", "Căn cứ")),
        *given("introduction", paragraph("{{ introduction }}", "Lời văn giữ liền")),
    )
