"""Minutes (Phụ lục III, Mẫu 1.9): no place and date, two signatures, Nơi nhận under them; and the ballot."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import mm
from vanban.domain.text_tree import Inset
from vanban.stationery.closing import signature_pair
from vanban.stationery.letterhead import heading, undated_letterhead
from vanban.stationery.paragraphs import command, each, gap, given, last, paragraph
from vanban.stationery.tables import Column, data_table
from vanban.stationery.text import text


def minutes() -> tuple[Any, ...]:
    """Minutes of any meeting, with a table of votes where their text calls for it."""
    return (
        *undated_letterhead(numbered=True),
        paragraph("{{ heading.type_name }}", "Tên loại"),
        paragraph("{{ heading.subject }}", "Trích yếu"),
        *given("attached_to", paragraph("{{ attached_to }}", "Kèm theo")),
        gap(),
        *text({Inset.COUNCIL_VOTES: _votes()}),
        *signature_pair(under=_recipients()),
        last(),
    )


def _recipients() -> list[Any]:
    """In the frame of the signatures, under them: Word and LibreOffice then keep them on one page."""
    return [
        gap(),
        *given(
            "recipients",
            paragraph("Nơi nhận:", "Nơi nhận (tiêu đề)"),
            *each("line in recipients", paragraph("{{ line }}", "Nơi nhận")),
        ),
        gap(),
    ]


def _votes() -> tuple[Any, ...]:
    centred = "Ô bảng giữa"
    table = data_table(
        "votes",
        (
            Column("TT", mm(10), "{{ row.ordinal }}", centred),
            Column("Họ và tên, chức vụ; tên tập thể", mm(50), "{{ row.name }}"),
            Column("Danh hiệu, hình thức", mm(34), "{{ row.award }}"),
            Column("Đồng ý", mm(15), "{{ row.in_favour }}", centred),
            Column("Không đồng ý", mm(17), "{{ row.against }}", centred),
            Column("Tỷ lệ đồng ý", mm(17), "{{ row.share }}", centred),
            Column("Kết quả", mm(17), "{{ row.verdict }}", centred),
        ),
    )
    return (
        command("if votes"),
        table,
        gap(),
        command("else"),
        paragraph("Không có trường hợp nào.", "Lời văn giữ liền"),
        command("endif"),
    )


def ballot() -> tuple[Any, ...]:
    """The ballot: two empty columns for the mark, no signature."""
    return (
        *undated_letterhead(numbered=False),
        *heading(),
        paragraph("{{ instruction }}", "Lời văn"),
        data_table(
            "candidates",
            (
                Column("TT", mm(10), "{{ row.ordinal }}", "Ô bảng giữa"),
                Column("Họ và tên, tên tập thể", mm(42), "{{ row.name }}"),
                Column("Chức vụ, đơn vị công tác", mm(44), "{{ row.position }}"),
                Column("Danh hiệu, hình thức", mm(30), "{{ row.award }}"),
                Column("Đồng ý", mm(16), ""),
                Column("Không đồng ý", mm(18), ""),
            ),
        ),
        last(),
    )
