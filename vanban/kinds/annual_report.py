"""Báo cáo tổng kết: the year's report, with every target planned, achieved and judged."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from pydantic import Field

from vanban.domain.document import Inset
from vanban.domain.record import Record
from vanban.domain.target import Comparison, Measure, Result, is_met
from vanban.domain.wording import decimal, lower_first
from vanban.domain.year import Year
from vanban.kinds.document import DocumentContext, headed
from vanban.kinds.document import compose as compose_document
from vanban.kinds.kind import Kind, Step, only
from vanban.kinds.submission import nominee_lines
from vanban.kinds.text import Line

_VERDICT = {True: "Đạt", False: "Không đạt", None: "Chưa có số liệu"}


class TargetResultRow(Record):
    """One measure of the plan in the report's table."""

    ordinal: str = Field(title="Số thứ tự")
    name: str = Field(title="Tên chỉ tiêu")
    unit: str = Field(title="Đơn vị tính")
    planned: str = Field(title="Mức kế hoạch")
    achieved: str = Field(title="Kết quả thực hiện")
    share: str = Field(title="Tỷ lệ thực hiện so với kế hoạch")
    verdict: str = Field(title="Đánh giá đạt, không đạt")
    note: str = Field(title="Ghi chú")


class AnnualReportContext(DocumentContext):
    """The report and its table of targets."""

    target_results: tuple[TargetResultRow, ...] = Field(title="Bảng kết quả thực hiện chỉ tiêu")


def compose(year: Year, key: str) -> AnnualReportContext:
    """The year's report; ``key`` is empty, there is one."""

    def expand(inset: Inset) -> tuple[Line, ...] | None:
        return nominee_lines(year) if inset is Inset.NOMINATIONS else None

    return AnnualReportContext(
        **compose_document(year, "annual_report", key, expand),
        target_results=tuple(
            _row(ordinal, measure, result) for ordinal, (_, measure, result) in enumerate(year.measures(), start=1)
        ),
    )


def _row(ordinal: int, measure: Measure, result: Result | None) -> TargetResultRow:
    verdict = is_met(measure, result) if result else None
    return TargetResultRow(
        ordinal=str(ordinal),
        name=measure.name,
        unit=measure.unit or "",
        planned=planned(measure),
        achieved=achieved(measure, result),
        share=share(measure, result),
        verdict=_VERDICT[verdict],
        note=(result.note if result else None) or "",
    )


def planned(measure: Measure) -> str:
    """The value to reach as the table prints it: ``Từ 98% trở lên``, ``Dưới 0,08%``, ``03``, ``Hoàn thành``."""
    match measure.comparison:
        case Comparison.AT_LEAST if measure.upper is None:
            return f"Từ {measure.planned} trở lên"
        case Comparison.AT_LEAST:
            return f"Từ {measure.planned}"
        case Comparison.BELOW:
            return f"Dưới {measure.planned}"
        case Comparison.KEEP:
            return measure.planned or "Giữ vững"
        case Comparison.DONE:
            return measure.planned or "Hoàn thành"
        case Comparison.EXACTLY:
            return measure.planned


def achieved(measure: Measure, result: Result | None) -> str:
    """What was achieved as the table prints it: ``98,4%``, ``Hoàn thành``, ``Chưa hoàn thành``; or nothing."""
    if result is None or (result.achieved is None and result.done is None):
        return ""
    if result.achieved is not None:
        return measure.figure(result.achieved)
    kept = "Giữ vững" if measure.comparison is Comparison.KEEP else "Hoàn thành"
    return kept if result.done else f"Chưa {lower_first(kept)}"


def share(measure: Measure, result: Result | None) -> str:
    """Achieved in per cent of planned, ``104,7%``; empty where less is better, for a range, or without numbers."""
    plain = measure.comparison is not Comparison.BELOW and measure.upper is None
    if not plain or not measure.value or result is None or result.achieved is None:
        return ""
    return decimal((result.achieved * 100 / measure.value).quantize(Decimal("0.1"), ROUND_HALF_UP)) + "%"


KIND = Kind(
    name="annual_report",
    title="Báo cáo tổng kết phong trào thi đua",
    step=Step.REPORT,
    slug="bao-cao-tong-ket",
    context=AnnualReportContext,
    reads=(
        "office",
        "signatories",
        "legal_bases",
        "annual_report",
        "plan",
        "results",
        "nominations",
        "people",
        "groups",
        "collectives",
        "group_registrations",
        "collective_registrations",
        "individual_registrations",
    ),
    keys=only("annual_report"),
    compose=compose,
    headline=headed("Báo cáo", "annual_report"),
)
