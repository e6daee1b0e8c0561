"""Phiếu khớp hồ sơ: what was read, whether it agrees, who looked at it."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import mm
from vanban.stationery.closing import two_signatures
from vanban.stationery.letterhead import heading, letterhead
from vanban.stationery.paragraphs import each, gap, paragraph
from vanban.stationery.tables import Column, data_table


def proof_sheet() -> tuple[Any, ...]:
    """Head, the table of papers, the verdict, the differences, two signatures."""
    return (
        *letterhead(),
        *heading(),
        paragraph("{{ introduction }}", "Lời văn giữ liền"),
        data_table(
            "papers",
            (
                Column("TT", mm(10), "{{ row.ordinal }}", "Ô bảng giữa"),
                Column("Loại văn bản", mm(70), "{{ row.title }}"),
                Column("Số văn bản", mm(24), "{{ row.files }}", "Ô bảng giữa"),
                Column("Số đối tượng được nêu tên", mm(28), "{{ row.nominees }}", "Ô bảng giữa"),
                Column("Kết quả", mm(28), "{{ row.verdict }}", "Ô bảng giữa"),
            ),
        ),
        gap(),
        paragraph("{{ verdict }}", "Lời văn giữ liền"),
        *each("line in differences", paragraph("{{ line }}", "Lời văn giữ liền")),
        *two_signatures(),
    )
