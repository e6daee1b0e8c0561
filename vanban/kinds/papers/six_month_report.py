"""Báo cáo sơ kết 6 tháng đầu năm: how far the year's targets are, and what the ward has awarded by then."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, only
from vanban.kinds.parts.award_counts import AwardCountRow, award_count_figures, award_count_rows
from vanban.kinds.parts.document import DocumentContext, headed, no_expansion
from vanban.kinds.parts.document import compose as compose_document
from vanban.kinds.parts.figures import figures
from vanban.kinds.parts.target_figures import target_figures
from vanban.kinds.parts.target_rows import SO_FAR, TargetResultRow, target_rows
from vanban.law.document_day import document_day


class SixMonthReportContext(DocumentContext):
    """The report of the first half of a year with its tables of targets and of awards."""

    target_results: tuple[TargetResultRow, ...] = Field(title="Bảng kết quả thực hiện chỉ tiêu đến giữa năm")
    award_counts: tuple[AwardCountRow, ...] = Field(title="Bảng tổng hợp khen thưởng 6 tháng đầu năm")


def compose(year: Year, key: str) -> SixMonthReportContext:
    """The year's report of six months; ``key`` is empty, there is one.

    Every figure is that of the first half of the year: what the ward decided after it, what is selected and nominated
    at its end, is not counted.
    """
    half, last = at_mid_year(year), _last_day(year)
    own = {
        **figures(half),
        **award_count_figures(half, last),
        **target_figures(year, year.mid_year_results, SO_FAR),
    }
    return SixMonthReportContext(
        **compose_document(year, "six_month_report", key, no_expansion, own),
        target_results=target_rows(year, year.mid_year_results, SO_FAR),
        award_counts=award_count_rows(half, last),
    )


def at_mid_year(year: Year) -> Year:
    """The year as it stands on 30 June: registrations and results of six months, nothing selected or nominated yet."""
    day = document_day(year, "decision")
    early = day is not None and day <= _last_day(year)
    return year.model_copy(
        update={
            "results": year.mid_year_results,
            "group_meetings": (),
            **({} if early else {"nominations": (), "votes": (), "council_meeting": None}),
        }
    )


def _last_day(year: Year) -> date:
    return date(year.year, 6, 30)


KIND = Kind(
    name="six_month_report",
    title="Báo cáo sơ kết 6 tháng đầu năm",
    step=Step.REPORT,
    slug="bao-cao-so-ket",
    form="report",
    context=SixMonthReportContext,
    reads=(
        "office",
        "signatories",
        "legal_bases",
        "six_month_report",
        "plan",
        "mid_year_results",
        "decision",
        "nominations",
        "council_meeting",
        "votes",
        "people",
        "groups",
        "collectives",
        "group_registrations",
        "collective_registrations",
        "individual_registrations",
    ),
    keys=only("six_month_report"),
    compose=compose,
    headline=headed("Báo cáo", "six_month_report"),
)
