"""Danh sách hộ gia đình đăng ký “Gia đình văn hóa”: a row for each household, signed by two heads of the group."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import mm
from vanban.stationery.closing import two_signatures
from vanban.stationery.letterhead import heading, letterhead
from vanban.stationery.paragraphs import gap, paragraph
from vanban.stationery.tables import Column, data_table


def household_list() -> tuple[Any, ...]:
    """Letterhead of the group, the table, how many households in all, two signatures."""
    return (
        *letterhead(),
        *heading(),
        paragraph("{{ introduction }}", "Lời văn"),
        _households(),
        gap(),
        paragraph("{{ total }}", "Lời văn giữ liền"),
        *two_signatures(),
    )


def _households() -> Any:
    return data_table(
        "rows",
        (
            Column("TT", mm(11), "{{ row.ordinal }}", "Ô bảng giữa"),
            Column("Họ và tên chủ hộ", mm(42), "{{ row.head }}"),
            Column("Số nhân khẩu", mm(18), "{{ row.members }}", "Ô bảng giữa"),
            Column("Số nhà, địa chỉ", mm(32), "{{ row.address }}"),
            Column("Danh hiệu đăng ký", mm(29), "{{ row.title }}", "Ô bảng giữa"),
            Column("Ghi chú", mm(28), "{{ row.note }}"),
        ),
        held=True,
    )
