"""Bảng tiêu chuẩn - thành tích: who is nominated for what, each standard with what was achieved, two signatures."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import mm
from vanban.stationery.closing import two_signatures
from vanban.stationery.letterhead import heading, undated_letterhead
from vanban.stationery.paragraphs import gap, given, paragraph
from vanban.stationery.tables import Column, data_table


def standards_table() -> tuple[Any, ...]:
    """Head, nominee, the table, how many standards are met, two signatures."""
    return (
        *undated_letterhead(numbered=False),
        *heading(),
        paragraph("{{ nominee }}", "Tên đối tượng"),
        *given("place", paragraph("{{ place }}", "Kèm theo")),
        gap(),
        paragraph("{{ introduction }}", "Lời văn giữ liền"),
        data_table(
            "standards",
            (
                Column("TT", mm(10), "{{ row.ordinal }}", "Ô bảng giữa"),
                Column("Tiêu chuẩn", mm(49), "{{ row.standard }}"),
                Column("Căn cứ", mm(35), "{{ row.article }}"),
                Column("Thành tích, kết quả", mm(46), "{{ row.achieved }}"),
                Column("Đánh giá", mm(20), "{{ row.verdict }}", "Ô bảng giữa"),
            ),
        ),
        gap(),
        paragraph("{{ total }}", "Lời văn giữ liền"),
        *two_signatures(),
    )
