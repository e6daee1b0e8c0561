"""Phụ lục của kế hoạch: the table of targets and who answers for them, on a page turned on its side (Mẫu 2.1)."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import mm
from vanban.stationery.package import LANDSCAPE_TEXT_WIDTH
from vanban.stationery.paragraphs import gap, last, measured_rule, paragraph
from vanban.stationery.tables import Column, data_table


def target_assignment() -> tuple[Any, ...]:
    """“Phụ lục”, its title, what it goes with, the table."""
    return (
        paragraph("{{ title }}", "Phụ lục"),
        paragraph("{{ subject }}", "Tên danh sách"),
        paragraph("{{ attached_to }}", "Kèm theo"),
        measured_rule("attached_rule", LANDSCAPE_TEXT_WIDTH),
        gap(),
        data_table(
            "rows",
            (
                Column("TT", mm(12), "{{ row.ordinal }}", "Ô bảng giữa"),
                Column("Nội dung chỉ tiêu", mm(62), "{{ row.name }}"),
                Column("Đơn vị tính", mm(19), "{{ row.unit }}", "Ô bảng giữa"),
                Column("Mức chỉ tiêu", mm(27), "{{ row.planned }}", "Ô bảng giữa"),
                Column("Đơn vị chủ trì", mm(46), "{{ row.lead }}"),
                Column("Đơn vị phối hợp", mm(57), "{{ row.supporting }}"),
                Column("Thời hạn", mm(24), "{{ row.due }}", "Ô bảng giữa"),
            ),
        ),
        last(),
    )
