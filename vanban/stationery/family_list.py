"""Danh sách “Gia đình văn hóa”: the name of each unit over a table of its families, one sentence at the end."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import mm
from vanban.law import nd30
from vanban.stationery.paragraphs import each, gap, measured_rule, paragraph
from vanban.stationery.tables import Column, data_table


def family_list() -> tuple[Any, ...]:
    """Title, what it goes with, a table for each unit, how many families in all."""
    return (
        paragraph("{{ title }}", "Tên danh sách"),
        paragraph("{{ subject }}", "Tên danh sách"),
        paragraph("{{ attached_to }}", "Kèm theo"),
        measured_rule("attached_rule", nd30.PAGE.text_width),
        gap(),
        *each("unit in units", paragraph("{{ unit.title }}", "Khoản có tiêu đề"), _families(), gap()),
        paragraph("{{ total }}", "Lời văn"),
    )


def _families() -> Any:
    return data_table(
        "unit.rows",
        (
            Column("TT", mm(13), "{{ row.ordinal }}", "Ô bảng giữa"),
            Column("Họ và tên chủ hộ", mm(54), "{{ row.head }}"),
            Column("Số nhân khẩu", mm(20), "{{ row.members }}", "Ô bảng giữa"),
            Column("Số nhà, địa chỉ", mm(46), "{{ row.address }}"),
            Column("Ghi chú", mm(27), "{{ row.note }}"),
        ),
        held=True,
    )
