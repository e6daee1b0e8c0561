"""Báo cáo sơ kết 6 tháng đầu năm: how far the year's targets are, and what the ward has awarded by then."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, only
from vanban.kinds.parts.award_counts import AwardCountRow, award_count_rows
from vanban.kinds.parts.awardees import GRANTED
from vanban.kinds.parts.document import DocumentContext, headed
from vanban.kinds.parts.document import compose as compose_document
from vanban.kinds.parts.mid_year import at_mid_year, last_day_of_six_months
from vanban.kinds.parts.target_rows import SO_FAR, TargetResultRow, target_rows


class SixMonthReportContext(DocumentContext):
    """The report of the first half of a year with its tables of targets and of awards."""

    target_results: tuple[TargetResultRow, ...] = Field(title="Bảng kết quả thực hiện chỉ tiêu đến giữa năm")
    compared_with: str = Field(title="Kỳ so sánh")
    unit_name: str = Field(title="Tên cột đơn vị dưới")
    award_counts: tuple[AwardCountRow, ...] = Field(title="Bảng tổng hợp khen thưởng 6 tháng đầu năm")


def compose(year: Year, key: str) -> SixMonthReportContext:
    """The year's report of six months; ``key`` is empty, there is one.

    Every figure is that of the first half of the year: what the ward decided after it, what is selected and nominated
    at its end, is not counted.
    """
    return SixMonthReportContext(
        **compose_document(year, "six_month_report", key),
        target_results=target_rows(year, year.mid_year_results, SO_FAR),
        compared_with="cùng kỳ năm trước",
        unit_name=year.office.unit_kind.name,
        award_counts=award_count_rows(at_mid_year(year), last_day_of_six_months(year)),
    )


KIND = Kind(
    name="six_month_report",
    title="Báo cáo sơ kết 6 tháng đầu năm",
    step=Step.REPORT,
    slug="bao-cao-so-ket",
    form="report",
    context=SixMonthReportContext,
    reads=(
        "office",
        "legal_bases",
        "six_month_report",
        "plan",
        "mid_year_results",
        "campaigns",
        "sudden_achievements",
        *GRANTED,
        "group_registrations",
        "collective_registrations",
        "individual_registrations",
    ),
    keys=only("six_month_report"),
    compose=compose,
    headline=headed("Báo cáo", "six_month_report"),
)
