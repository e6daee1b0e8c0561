"""Danh sách trích ngang: the appendix of a submission, on a page turned on its side (Phụ lục III, Mẫu 1.3, 2.1)."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import Length, mm
from vanban.stationery.package import LANDSCAPE_TEXT_WIDTH
from vanban.stationery.paragraphs import gap, given, measured_rule, paragraph
from vanban.stationery.tables import Column, data_table


def nominee_list() -> tuple[Any, ...]:
    """Title, what it goes with, tables of people, collectives and households where there are any, how many in all."""
    return (
        paragraph("{{ title }}", "Tên danh sách"),
        paragraph("{{ subject }}", "Tên danh sách"),
        paragraph("{{ attached_to }}", "Kèm theo"),
        measured_rule("attached_rule", LANDSCAPE_TEXT_WIDTH),
        gap(),
        *given("individuals", paragraph("Cá nhân", "Khoản có tiêu đề"), _individuals(), gap()),
        *given("collectives", paragraph("Tập thể", "Khoản có tiêu đề"), _collectives(), gap()),
        *given("households", paragraph("Hộ gia đình", "Khoản có tiêu đề"), _households(), gap()),
        paragraph("{{ total }}", "Lời văn"),
    )


def _individuals() -> Any:
    return data_table(
        "individuals",
        (
            _ordinal(),
            Column("Họ và tên", mm(40), "{{ row.name }}"),
            Column("Ngày sinh", mm(24), "{{ row.born_on }}", "Ô bảng giữa"),
            Column("Nam/Nữ", mm(21), "{{ row.gender }}", "Ô bảng giữa"),
            Column("Chức vụ, đơn vị công tác", mm(46), "{{ row.position }}"),
            *_claim(mm(58)),
        ),
    )


def _collectives() -> Any:
    return data_table(
        "collectives",
        (
            _ordinal(),
            Column("Tên tập thể", mm(56), "{{ row.name }}"),
            Column("Số người", mm(18), "{{ row.members }}", "Ô bảng giữa"),
            Column("Người đứng đầu", mm(46), "{{ row.head }}"),
            *_claim(mm(69)),
        ),
    )


def _households() -> Any:
    return data_table(
        "households",
        (
            _ordinal(),
            Column("Hộ gia đình", mm(56), "{{ row.name }}"),
            Column("Địa chỉ", mm(64), "{{ row.address }}"),
            *_claim(mm(69)),
        ),
    )


def _ordinal() -> Column:
    return Column("TT", mm(11), "{{ row.ordinal }}", "Ô bảng giữa")


def _claim(summary: Length) -> tuple[Column, ...]:
    return (
        Column("Tóm tắt thành tích", summary, "{{ row.summary }}"),
        Column("Danh hiệu, hình thức đề nghị", mm(29), "{{ row.award }}"),
        Column("Ghi chú", mm(18), "{{ row.note }}"),
    )
