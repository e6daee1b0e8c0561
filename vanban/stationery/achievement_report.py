"""Báo cáo thành tích, of a person or a collective (Nghị định 98/2023/NĐ-CP, Mẫu 02, Mẫu 03)."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import mm
from vanban.domain.text_tree import Inset
from vanban.stationery.closing import two_signatures
from vanban.stationery.letterhead import heading, letterhead
from vanban.stationery.paragraphs import gap, given, handwritten, paragraph
from vanban.stationery.tables import Column, data_table
from vanban.stationery.text import text

_DECISION = "Số, ngày, tháng, năm của quyết định {}; cơ quan ban hành quyết định"
_RECOGNISED = _DECISION.format("công nhận")
_TITLED = _DECISION.format("công nhận danh hiệu thi đua")
_COMMENDED = _DECISION.format("khen thưởng")


def achievement_report() -> tuple[Any, ...]:
    """Letterhead of the unit, whose report it is, the text with its three tables, two signatures."""
    return (
        *letterhead(),
        *heading(),
        paragraph("{{ nominee }}", "Tên đối tượng"),
        *text(
            {
                Inset.HANDWRITTEN: handwritten(),
                Inset.INITIATIVES: (
                    _table("initiatives", "Tên sáng kiến, đề tài", "name", _RECOGNISED),
                    gap(),
                ),
                Inset.PAST_TITLES: (_table("past_titles", "Danh hiệu thi đua", "award", _TITLED), gap()),
                Inset.PAST_COMMENDATIONS: (
                    _table("past_commendations", "Hình thức khen thưởng", "award", _COMMENDED, held=True),
                    *given(
                        "past_commendations_total",
                        gap(),
                        paragraph("{{ past_commendations_total }}", "Lời văn giữ liền"),
                    ),
                ),
            }
        ),
        *two_signatures(),
    )


def _table(rows: str, what: str, field: str, decision: str, *, held: bool = False) -> Any:
    """A year in each row; ``held`` is the last table, which the signatures follow."""
    return data_table(
        rows,
        (
            Column("Năm", mm(18), "{{ row.year }}", "Ô bảng giữa"),
            Column(what, mm(60), "{{ row." + field + " }}"),
            Column(decision, mm(82), "{{ row.decision }}"),
        ),
        held=held,
    )
