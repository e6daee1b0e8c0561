"""Báo cáo tổng kết: the year's report, with every target planned, achieved, compared and judged, and every award."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.text_tree import Inset
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, only
from vanban.kinds.papers.submission import nominee_lines
from vanban.kinds.parts.award_counts import AwardCountRow, award_count_rows
from vanban.kinds.parts.awardees import GRANTED
from vanban.kinds.parts.document import DocumentContext, headed
from vanban.kinds.parts.document import compose as compose_document
from vanban.kinds.parts.target_rows import TargetResultRow, target_rows
from vanban.kinds.parts.text import TextLine


class AnnualReportContext(DocumentContext):
    """The report with its tables of targets and of awards."""

    target_results: tuple[TargetResultRow, ...] = Field(title="Bảng kết quả thực hiện chỉ tiêu")
    compared_with: str = Field(title="Kỳ so sánh")
    unit_name: str = Field(title="Tên cột đơn vị dưới")
    award_counts: tuple[AwardCountRow, ...] = Field(title="Bảng tổng hợp khen thưởng")


def compose(year: Year, key: str) -> AnnualReportContext:
    """The year's report; ``key`` is empty, there is one."""

    def expand(inset: Inset) -> tuple[TextLine, ...] | None:
        return nominee_lines(year) if inset is Inset.NOMINATIONS else None

    return AnnualReportContext(
        **compose_document(year, "annual_report", key, expand),
        target_results=target_rows(year, year.results),
        compared_with="năm trước",
        unit_name=year.office.unit_kind.name,
        award_counts=award_count_rows(year),
    )


KIND = Kind(
    name="annual_report",
    title="Báo cáo tổng kết phong trào thi đua",
    step=Step.REPORT,
    slug="bao-cao-tong-ket",
    form="report",
    context=AnnualReportContext,
    reads=(
        "office",
        "legal_bases",
        "annual_report",
        "plan",
        "results",
        "campaigns",
        "sudden_achievements",
        "group_meetings",
        *GRANTED,
        "group_registrations",
        "collective_registrations",
        "individual_registrations",
    ),
    keys=only("annual_report"),
    compose=compose,
    headline=headed("Báo cáo", "annual_report"),
)
