"""Phiếu theo dõi, đôn đốc: the ward's own sheet for one unit and quarter, with room to write in every empty cell."""

from __future__ import annotations

from typing import Any, Final

from vanban.domain.measure import mm
from vanban.stationery.closing import two_signatures
from vanban.stationery.letterhead import heading, letterhead
from vanban.stationery.package import LANDSCAPE_TEXT_WIDTH
from vanban.stationery.paragraphs import command, gap, given, paragraph
from vanban.stationery.tables import Column, data_table

_QUARTERS: Final = (("I", "first"), ("II", "second"), ("III", "third"), ("IV", "fourth"))
_LINES: Final = 2
"""So many dotted lines for what the unit has to say: custom."""


def progress_sheet() -> tuple[Any, ...]:
    """The letterhead, how the unit stands, its measures, what is overdue, its own words, two signatures; across."""
    return (
        *letterhead(),
        *heading(LANDSCAPE_TEXT_WIDTH),
        paragraph("{{ introduction }}", "Lời văn giữ liền"),
        *given("rows", _rows(), gap()),
        *_overdue(),
        paragraph("Ý kiến, biện pháp khắc phục của đơn vị:", "Lời văn giữ liền"),
        *(paragraph("\t", "Dòng điền tay") for _ in range(_LINES)),
        *two_signatures(sealed=False),
    )


def _rows() -> Any:
    return data_table(
        "rows",
        (
            Column("TT", mm(10), "{{ row.ordinal }}", "Ô bảng giữa"),
            Column("Chỉ tiêu", mm(92), "{{ row.name }}"),
            Column("Kế hoạch của {{ office_noun }}", mm(27), "{{ row.planned }}", "Ô bảng giữa"),
            *(
                Column(f"Quý {numeral}", mm(17), "{{ row." + field + " }}", "Ô bảng giữa")
                for numeral, field in _QUARTERS
            ),
            Column("Chênh lệch", mm(19), "{{ row.difference }}", "Ô bảng giữa"),
            Column("Đánh giá, ghi chú", mm(31), "{{ row.remark }}"),
        ),
    )


def _overdue() -> tuple[Any, ...]:
    ending = "{% if loop.last %}.{% else %};{% endif %}"
    return (
        command("if overdue"),
        paragraph("Nội dung quá hạn, cần đôn đốc:", "Lời văn giữ liền"),
        command("for line in overdue"),
        paragraph("- {{ line }}" + ending, "Gạch đầu dòng"),
        command("endfor"),
        command("else"),
        paragraph("Không có nội dung quá hạn.", "Lời văn giữ liền"),
        command("endif"),
    )
