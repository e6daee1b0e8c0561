"""Tờ trình khen thưởng của đợt thi đua, của thành tích đột xuất: a table for each award and sort of receiver."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import mm
from vanban.domain.text_tree import Inset
from vanban.stationery.documents import document
from vanban.stationery.paragraphs import command, gap, paragraph
from vanban.stationery.tables import Column, data_table

_ORDINAL = Column("TT", mm(10), "{{ row.ordinal }}", "Ô bảng giữa")
_AWARD = Column("Danh hiệu, hình thức đề nghị", mm(24), "{{ row.award }}", "Ô bảng giữa")
_ACHIEVEMENT = Column("Thành tích", mm(50), "{{ row.achievement }}")


def occasion_submission() -> tuple[Any, ...]:
    """The submission, its table in the place that the text calls for."""
    return document({Inset.AWARDEES: _groups()})


def _groups() -> tuple[Any, ...]:
    return (
        command("for group in groups"),
        paragraph("{{ group.title }}", "Khoản có tiêu đề"),
        command("if group.people"),
        _people(),
        command("else"),
        _units(),
        command("endif"),
        gap(),
        command("endfor"),
        command("if not groups"),
        paragraph("Chưa có cá nhân, tập thể nào được đề nghị.", "Lời văn giữ liền"),
        command("endif"),
    )


def _people() -> Any:
    name = Column("{{ group.header }}", mm(36), "{{ row.name }}")
    position = Column("Chức vụ, đơn vị công tác", mm(40), "{{ row.position }}")
    return data_table("group.rows", (_ORDINAL, name, position, _AWARD, _ACHIEVEMENT))


def _units() -> Any:
    name = Column("{{ group.header }}", mm(58), "{{ row.name }}")
    return data_table("group.rows", (_ORDINAL, name, _AWARD, Column("Thành tích", mm(68), "{{ row.achievement }}")))
