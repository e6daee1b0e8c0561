"""Danh sách kèm theo quyết định khen thưởng: a table for each award and sort of receiver, then the sum in words."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import mm
from vanban.law import nd30
from vanban.stationery.paragraphs import command, gap, measured_rule, paragraph
from vanban.stationery.tables import MONEY, Column, Total, data_table

_ORDINAL = Column("TT", mm(11), "{{ row.ordinal }}", "Ô bảng giữa")
_AWARD = Column("Danh hiệu, hình thức khen thưởng", mm(28), "{{ row.award }}")
_PRIZE = Column("Tiền thưởng (đồng)", mm(28), "{{ row.prize }}", MONEY)


def award_list() -> tuple[Any, ...]:
    """Title, what it goes with, the tables, how many receivers and how much money in all."""
    return (
        paragraph("{{ title }}", "Tên danh sách"),
        paragraph("{{ subject }}", "Tên danh sách"),
        paragraph("{{ attached_to }}", "Kèm theo"),
        measured_rule("attached_rule", nd30.PAGE.text_width),
        gap(),
        command("for group in groups"),
        paragraph("{{ group.title }}", "Khoản có tiêu đề"),
        command("if group.people"),
        _people(),
        command("else"),
        _units(),
        command("endif"),
        gap(),
        command("endfor"),
        paragraph("{{ total }}", "Lời văn"),
    )


def _people() -> Any:
    name = Column("{{ group.header }}", mm(36), "{{ row.name }}")
    position = Column("Chức vụ, đơn vị công tác", mm(57), "{{ row.position }}")
    total = Total(("", "Cộng", "", "", "{{ group.prize }}"), of_several=True)
    return data_table("group.rows", (_ORDINAL, name, position, _AWARD, _PRIZE), total=total)


def _units() -> Any:
    name = Column("{{ group.header }}", mm(93), "{{ row.name }}")
    total = Total(("", "Cộng", "", "{{ group.prize }}"), of_several=True)
    return data_table("group.rows", (_ORDINAL, name, _AWARD, _PRIZE), total=total)
