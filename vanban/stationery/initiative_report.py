"""Báo cáo sáng kiến: labelled lines, the table of authors, the text; what is not written yet is dotted lines."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import mm
from vanban.domain.text_tree import Inset
from vanban.stationery.closing import two_signatures
from vanban.stationery.forms import line
from vanban.stationery.letterhead import heading, letterhead
from vanban.stationery.paragraphs import each, gap, handwritten
from vanban.stationery.tables import Column, data_table
from vanban.stationery.text import text


def initiative_report() -> tuple[Any, ...]:
    """Letterhead of the first author's unit, the text with its facts and table, two signatures."""
    return (
        *letterhead(),
        *heading(),
        *text(
            {
                Inset.INITIATIVE_FACTS: each("fact in facts", line("{{ fact.label }}", "fact.value")),
                Inset.AUTHORS: (_authors(), gap()),
                Inset.HANDWRITTEN: handwritten(),
            }
        ),
        *two_signatures(),
    )


def _authors() -> Any:
    return data_table(
        "authors",
        (
            Column("TT", mm(10), "{{ row.ordinal }}", "Ô bảng giữa"),
            Column("Họ và tên", mm(30), "{{ row.name }}"),
            Column("Ngày sinh", mm(23), "{{ row.born_on }}", "Ô bảng giữa"),
            Column("Nơi công tác", mm(31), "{{ row.unit }}"),
            Column("Chức danh", mm(28), "{{ row.position }}"),
            Column("Trình độ chuyên môn", mm(22), "{{ row.qualification }}"),
            Column("Tỷ lệ đóng góp", mm(16), "{{ row.share }}", "Ô bảng giữa"),
        ),
    )
