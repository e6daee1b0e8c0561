"""The documents of Mẫu 1.4: plan, submission, summary of registrations, reports of half a year and of the year."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import mm
from vanban.domain.text_tree import Inset
from vanban.stationery.closing import closing
from vanban.stationery.letterhead import addressees, heading, letterhead, opening
from vanban.stationery.paragraphs import command, gap, paragraph
from vanban.stationery.tables import Column, Total, data_table
from vanban.stationery.text import text

_ORDINAL = Column("TT", mm(10), "{{ row.ordinal }}", "Ô bảng giữa")


def document(tables: dict[Inset, tuple[Any, ...]] | None = None) -> tuple[Any, ...]:
    """A whole document; ``tables`` are those that its text calls for."""
    return (*letterhead(), *heading(), *addressees(), *opening(), *text(tables), *closing())


def letter() -> tuple[Any, ...]:
    """Công văn (Mẫu 1.5): no type and no rule, the subject stands under the number."""
    subject = paragraph("{{ subject }}", "Trích yếu công văn")
    return (*letterhead(subject), gap(), *addressees(), *opening(), *text(), *closing())


def registration_summary() -> tuple[Any, ...]:
    """The report with a table each of groups, collectives and people."""
    return document(
        {
            Inset.GROUP_REGISTRATIONS: _groups(),
            Inset.COLLECTIVE_REGISTRATIONS: _collectives(),
            Inset.INDIVIDUAL_REGISTRATIONS: _individuals(),
        }
    )


def _groups() -> tuple[Any, ...]:
    """With the households where people live in the units; without them in a school, an agency."""
    counted = (
        _ORDINAL,
        Column("{{ unit_name }}", mm(38), "{{ row.name }}"),
        Column("Số hộ", mm(18), "{{ row.households }}", "Ô bảng giữa"),
        Column("Số hộ đăng ký “Gia đình văn hóa”", mm(34), "{{ row.cultural_families }}", "Ô bảng giữa"),
        Column("Tỷ lệ", mm(18), "{{ row.share }}", "Ô bảng giữa"),
        Column("Danh hiệu đăng ký", mm(42), "{{ row.title }}"),
    )
    plain = (
        _ORDINAL,
        Column("{{ unit_name }}", mm(75), "{{ row.name }}"),
        Column("Danh hiệu đăng ký", mm(75), "{{ row.title }}"),
    )
    return (
        command("if group_registrations"),
        command("if by_households"),
        _with_total(counted, ("ordinal", "name", "households", "cultural_families", "share", "title")),
        command("else"),
        _with_total(plain, ("ordinal", "name", "title")),
        command("endif"),
        gap(),
        command("else"),
        paragraph("Chưa có {{ unit_noun }} nào đăng ký.", "Lời văn giữ liền"),
        command("endif"),
    )


def _with_total(columns: tuple[Column, ...], fields: tuple[str, ...]) -> Any:
    total = Total(tuple("{{ group_total." + field + " }}" for field in fields), of_several=True)
    return data_table("group_registrations", columns, total=total)


def _collectives() -> tuple[Any, ...]:
    return _filled(
        "collective_registrations",
        "Chưa có tập thể nào đăng ký.",
        (
            _ORDINAL,
            Column("Tập thể", mm(56), "{{ row.name }}"),
            Column("Người đứng đầu", mm(44), "{{ row.head }}"),
            Column("Danh hiệu đăng ký", mm(50), "{{ row.title }}"),
        ),
    )


def _individuals() -> tuple[Any, ...]:
    return _filled(
        "individual_registrations",
        "Chưa có cá nhân nào đăng ký.",
        (
            _ORDINAL,
            Column("Họ và tên", mm(28), "{{ row.name }}"),
            Column("Chức vụ", mm(29), "{{ row.position }}"),
            Column("Đơn vị công tác", mm(36), "{{ row.collective }}"),
            Column("Danh hiệu đăng ký", mm(25), "{{ row.title }}"),
            Column("Sáng kiến", mm(32), "{{ row.initiative }}"),
        ),
    )


def report() -> tuple[Any, ...]:
    """A report of half a year or of the year: the table of every target and the table of awards."""
    return document({Inset.TARGET_RESULTS: _target_results(), Inset.AWARD_COUNTS: _award_counts()})


def _target_results() -> tuple[Any, ...]:
    return _filled(
        "target_results",
        "Chưa có chỉ tiêu nào.",
        (
            Column("TT", mm(10), "{{ row.ordinal }}", "Ô bảng giữa"),
            Column("Chỉ tiêu", mm(38), "{{ row.name }}"),
            Column("Đơn vị tính", mm(16), "{{ row.unit }}", "Ô bảng giữa"),
            Column("Kế hoạch", mm(17), "{{ row.planned }}", "Ô bảng giữa"),
            Column("Kết quả", mm(15), "{{ row.achieved }}", "Ô bảng giữa"),
            Column("Chênh lệch (tỷ lệ)", mm(20), "{{ row.difference }}", "Ô bảng giữa"),
            Column("So với {{ compared_with }}", mm(23), "{{ row.last_year }}", "Ô bảng giữa"),
            Column("Đánh giá", mm(21), "{{ row.verdict }}"),
        ),
    )


def _award_counts() -> tuple[Any, ...]:
    return _filled(
        "award_counts",
        "Chưa có trường hợp nào được khen thưởng, đề nghị khen thưởng.",
        (
            _ORDINAL,
            Column("Danh hiệu, hình thức khen thưởng", mm(46), "{{ row.award }}"),
            Column("Kết quả", mm(31), "{{ row.outcome }}"),
            Column("Cá nhân", mm(14), "{{ row.people }}", "Ô bảng giữa"),
            Column("Tập thể", mm(14), "{{ row.collectives }}", "Ô bảng giữa"),
            Column("Hộ gia đình", mm(15), "{{ row.households }}", "Ô bảng giữa"),
            Column("{{ unit_name }}", mm(14), "{{ row.groups }}", "Ô bảng giữa"),
            Column("Cộng", mm(16), "{{ row.total }}", "Ô bảng giữa"),
        ),
    )


def _filled(rows: str, otherwise: str, columns: tuple[Column, ...]) -> tuple[Any, ...]:
    """A table of ``rows`` where there are any, else a sentence that says so."""
    return (
        command(f"if {rows}"),
        data_table(rows, columns),
        gap(),
        command("else"),
        paragraph(otherwise, "Lời văn giữ liền"),
        command("endif"),
    )
