"""Free documents of every type, and the annexes that go with a document (Phụ lục III)."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import Length
from vanban.law import nd30
from vanban.stationery.closing import closing, signature_pair
from vanban.stationery.letterhead import addressees, letterhead, opening
from vanban.stationery.markup import element
from vanban.stationery.paragraphs import command, each, gap, given, last, measured_rule, paragraph
from vanban.stationery.text import text


def free_document() -> tuple[Any, ...]:
    """A whole document; what its type does not have is left out."""
    return (
        *letterhead(),
        *_heading(),
        *given("authority", paragraph("{{ authority }}", "Thẩm quyền ban hành")),
        *addressees(),
        *opening(),
        *given("enacting", paragraph("{{ enacting }}", "Quyết định")),
        *text(),
        command("if co_signatures"),
        *each("signatures in co_signatures", *signature_pair(), gap()),
        gap(),
        *given(
            "closing.recipients",
            paragraph("Nơi nhận:", "Nơi nhận (tiêu đề)"),
            *each("line in closing.recipients", paragraph("{{ line }}", "Nơi nhận")),
        ),
        last(),
        command("else"),
        *closing(),
        command("endif"),
    )


def _heading() -> tuple[Any, ...]:
    """Ô số 5a; Giấy ủy quyền and the like have no subject (Mẫu 1.8, 1.10)."""
    return (
        paragraph("{{ heading.type_name }}", "Tên loại"),
        *given(
            "heading.subject",
            paragraph("{{ heading.subject }}", "Trích yếu"),
            measured_rule("heading.subject_rule", nd30.PAGE.text_width),
        ),
        gap(),
    )


def annex(room: Length = nd30.PAGE.text_width) -> tuple[Any, ...]:
    """Every annex on pages of its own that count from 1 (Mục III khoản 1)."""
    return (
        command("for annex in annexes"),
        paragraph("{{ annex.name }}", "Phụ lục"),
        paragraph("{{ annex.title }}", "Tên danh sách"),
        paragraph("{{ annex.attached_to }}", "Kèm theo"),
        measured_rule("annex.attached_rule", room),
        gap(),
        *text(lines="annex.lines", room=room),
        *given("not loop.last", section_end()),
        command("endfor"),
    )


def section_end() -> Any:
    """The end of pages that count for themselves; :mod:`vanban.stationery.package` says how they look."""
    made = paragraph("", "Dòng cuối")
    made.pPr.append(element("sectPr"))
    return made
