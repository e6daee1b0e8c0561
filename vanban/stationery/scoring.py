"""Papers of a scoring: the annex of criteria, a sheet of points, the summaries; their tables the data draw."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import Length
from vanban.law import nd30
from vanban.stationery.closing import two_signatures
from vanban.stationery.letterhead import heading, letterhead
from vanban.stationery.paragraphs import drawn_table, each, gap, given, last, measured_rule, paragraph


def criteria_annex() -> tuple[Any, ...]:
    """“PHỤ LỤC”, its title, what it goes with, the criteria, the grades."""
    ending = "{% if loop.last %}.{% else %};{% endif %}"
    return (
        paragraph("{{ title }}", "Phụ lục"),
        paragraph("{{ subject }}", "Tên danh sách"),
        paragraph("{{ attached_to }}", "Kèm theo"),
        measured_rule("attached_rule", nd30.PAGE.text_width),
        gap(),
        drawn_table("table", nd30.PAGE.text_width),
        *given(
            "grades",
            paragraph("Xếp loại theo tổng điểm:", "Lời văn giữ liền"),
            *each("line in grades", paragraph("- {{ line }}" + ending, "Gạch đầu dòng")),
        ),
        last(),
    )


def score_sheet() -> tuple[Any, ...]:
    """The letterhead, who is scored, the points, their sums and the grade, dots where they are not known."""
    return (
        *letterhead(),
        *heading(),
        paragraph("Đối tượng được chấm: {{ who }}.", "Lời văn giữ liền"),
        gap(),
        drawn_table("table", nd30.PAGE.text_width),
        _filled("own_sum", "Tổng điểm tự chấm"),
        _filled("assessed_sum", "Tổng điểm chấm"),
        *given("grade", paragraph("Xếp loại: {{ grade }}.", "Lời văn giữ liền")),
        *two_signatures(),
    )


def _filled(field: str, label: str) -> Any:
    said = "{% if " + field + " %}{{ " + field + " }}{% else %}" + label + ": \t{% endif %}"
    return paragraph(said, "Dòng điền tay")


def score_summary(room: Length = nd30.PAGE.text_width) -> tuple[Any, ...]:
    """The letterhead, everybody best first, what is to be told of it."""
    return (
        *letterhead(),
        *heading(),
        drawn_table("table", room),
        *each("line in remarks", paragraph("{{ line }}", "Lời văn giữ liền")),
        *two_signatures(),
    )
