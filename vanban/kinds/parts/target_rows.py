"""The table of targets of a report: planned, achieved, the difference, the same period of last year, the judgement."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from pydantic import Field

from vanban.domain.aim import Comparison
from vanban.domain.record import Record
from vanban.domain.target import Measure, Result, change, difference, is_met
from vanban.domain.wording import decimal, lower_first, sentence_case, signed
from vanban.domain.year import Year

NO_FIGURE: Final = "-"
"""What stands in a cell for which there is no figure: never a zero, never a comparison with nothing."""

Verdicts = Mapping[bool | None, str]
"""What a measure that is met, that is not met, and that cannot be judged is called."""

PENDING: Final = "Chờ quyết định"
"""The judgement on what somebody above the office has yet to decide."""

AT_THE_END: Final[Verdicts] = {True: "Đạt", False: "Không đạt", None: "Chưa có số liệu"}
"""The judgement once the year is over."""

SO_FAR: Final[Verdicts] = {True: "Đã đạt", False: "Chưa đạt", None: "Chưa có số liệu"}
"""The judgement while the year goes on: against what is planned for the whole of it."""


class TargetResultRow(Record):
    """One measure of the plan in a report's table."""

    ordinal: str = Field(title="Số thứ tự")
    name: str = Field(title="Tên chỉ tiêu")
    unit: str = Field(title="Đơn vị tính")
    planned: str = Field(title="Mức kế hoạch")
    achieved: str = Field(title="Kết quả thực hiện")
    difference: str = Field(title="Chênh lệch so với kế hoạch")
    last_year: str = Field(title="So với cùng kỳ năm trước")
    verdict: str = Field(title="Đánh giá, ghi chú")


def target_rows(
    year: Year, results: tuple[Result, ...], verdicts: Verdicts = AT_THE_END
) -> tuple[TargetResultRow, ...]:
    """Every measure of the plan, held against ``results``."""
    return tuple(
        _row(ordinal, measure, result, verdicts)
        for ordinal, (_, measure, result) in enumerate(year.measures(results), start=1)
    )


def _row(ordinal: int, measure: Measure, result: Result | None, verdicts: Verdicts) -> TargetResultRow:
    verdict = PENDING if result and result.pending else verdicts[is_met(measure, result) if result else None]
    return TargetResultRow(
        ordinal=str(ordinal),
        name=measure.name,
        unit=measure.unit or "",
        planned=planned(measure),
        achieved=achieved(measure, result) or NO_FIGURE,
        difference=_against_plan(measure, result),
        last_year=_against_last_year(measure, result),
        verdict=f"{verdict} ({result.note})" if result and result.note else verdict,
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
        case Comparison.AT_MOST:
            return f"Không quá {measure.planned}"
        case Comparison.ABOVE:
            return f"Trên {measure.planned}"
        case Comparison.BETWEEN:
            return f"Từ {measure.planned}"
        case Comparison.INCREASE:
            return f"Tăng {measure.planned}"
        case Comparison.DECREASE:
            return f"Giảm {measure.planned}"
        case Comparison.RANK:
            return sentence_case(measure.aim.words)
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


_SHARED: Final = frozenset({Comparison.AT_LEAST, Comparison.EXACTLY, Comparison.KEEP, Comparison.DONE})
"""What a share of the plan says something of: not a limit, a change, a rank."""


def share(measure: Measure, result: Result | None) -> str:
    """Achieved in per cent of planned, ``104,7%``; empty for a share, a range, a limit, or without numbers."""
    plain = measure.comparison in _SHARED and measure.upper is None and measure.unit != "%"
    if not plain or not measure.value or result is None or result.achieved is None:
        return ""
    return decimal((result.achieved * 100 / measure.value).quantize(Decimal("0.1"), ROUND_HALF_UP)) + "%"


def _against_plan(measure: Measure, result: Result | None) -> str:
    """``+13 (107,6%)``; a difference between two shares is in points, the row's unit."""
    distance = difference(measure, result)
    if distance is None:
        return NO_FIGURE
    of_plan = share(measure, result)
    return f"{signed(distance)} ({of_plan})" if of_plan else signed(distance)


def _against_last_year(measure: Measure, result: Result | None) -> str:
    """``+13 (172)``: how much more than last year, and last year's figure; a dash for what cannot be compared."""
    if result is None or result.last_year is None:
        return NO_FIGURE
    more = change(result)
    return f"{NO_FIGURE if more is None else signed(more)} ({measure.figure(result.last_year)})"
