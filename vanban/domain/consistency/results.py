"""Results that are missing, say nothing, or cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from vanban.domain.aim import CHANGES
from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.finding import Severity
from vanban.domain.suggestion import nearest
from vanban.domain.target import Measure, Result, is_met
from vanban.domain.wording import decimal
from vanban.domain.year import Year

_PER_CENT: Final = "%"
_WHOLE: Final = Decimal(100)


def missing_results(year: Year) -> Iterator[Fault]:
    """A measure without a result, once the first results are in."""
    if not year.results:
        return
    positions = {target.key: position for position, target in enumerate(year.plan.targets)}
    misnamed = _misnamed(year)
    for target, measure, result in year.measures():
        if result is None and (target.key, measure.key) not in misnamed:
            yield Fault(
                path=("plan", "targets", positions[target.key], "measures", target.measures.index(measure), "key"),
                value=measure.key,
                reason=f"Chỉ tiêu “{target.key}”, nội dung “{measure.key}” ({measure.name}) chưa có kết quả.",
                remedy="Hãy thêm một dòng vào bảng kết quả.",
                severity=Severity.WARNING,
            )


def _misnamed(year: Year) -> set[tuple[str, str]]:
    """The measures whose result is there under a misspelt key: told at that row, where the slip is."""
    measures: dict[str, list[str]] = {}
    for target, measure, _ in year.measures():
        measures.setdefault(target.key, []).append(measure.key)
    found = set()
    for row in year.results:
        meant = row.target if row.target in measures else nearest(row.target, measures)
        if meant is not None and row.measure not in measures.get(row.target, ()):
            found.add((meant, row.measure if row.measure in measures[meant] else nearest(row.measure, measures[meant])))
    return {(key, measure) for key, measure in found if measure is not None}


def unfit_results(year: Year) -> Iterator[Fault]:
    """A result that its measure cannot be judged by, or that cannot be true; while no result is in, the table has last
    year's figures alone."""
    are_in = any(result.achieved is not None or result.done is not None for result in year.results)
    for path, measure, result in _measured(year, "results", year.results):
        if are_in:
            yield from _said(path, measure, result)
        yield from _possible(path, measure, result)


def unfit_mid_year_results(year: Year) -> Iterator[Fault]:
    """The same of the first six months, when a measure may still be without a figure or a judgement."""
    for path, measure, result in _measured(year, "mid_year_results", year.mid_year_results):
        if result.done is not None and result.achieved is not None:
            yield from _said(path, measure, result)
        yield from _possible(path, measure, result)


def _measured(year: Year, table: str, results: tuple[Result, ...]) -> Iterator[tuple[Path, Measure, Result]]:
    """Each result whose measure the plan has, with where it stands."""
    measures = {(target.key, measure.key): measure for target, measure, _ in year.measures()}
    for position, result in enumerate(results):
        measure = measures.get((result.target, result.measure))
        if measure is not None:
            yield (table, position), measure, result


def _possible(path: Path, measure: Measure, result: Result) -> Iterator[Fault]:
    yield from plausible((*path, "achieved"), measure, result.achieved)
    yield from plausible((*path, "last_year"), measure, result.last_year)


def _said(path: Path, measure: Measure, result: Result) -> Iterator[Fault]:
    """Whether the result says what the measure asks for, a number or đạt / không đạt, and not both at odds."""
    if measure.value is None and result.done is None and not result.pending:
        yield Fault(
            path=(*path, "done"),
            reason=f"Nội dung “{measure.name}” chưa ghi đạt hay không đạt.",
            remedy="Hãy ghi “có” hoặc “không” vào cột Đạt.",
        )
    elif measure.comparison in CHANGES and result.last_year is None and result.done is None:
        yield Fault(
            path=(*path, "last_year"),
            reason=f"Nội dung “{measure.name}” so với năm trước ({measure.aim.words}) nhưng chưa có kết quả năm trước.",
            remedy="Hãy ghi kết quả năm trước, hoặc ghi “có”, “không” vào cột Đạt.",
        )
    elif measure.value is not None and result.achieved is None:
        yield Fault(
            path=(*path, "achieved"),
            reason=f"Nội dung “{measure.name}” có mức {measure.planned} nhưng kết quả không ghi số.",
            remedy="Hãy ghi kết quả bằng số.",
            severity=Severity.ERROR if result.done is None else Severity.WARNING,
        )
    elif measure.value is not None and result.done is not None and result.done != is_met(measure, result):
        yield Fault(
            path=(*path, "done"),
            value="có" if result.done else "không",
            reason=f"Kết quả {_figure(measure, result)} so với mức {measure.planned} cho kết luận ngược lại.",
            remedy="Hãy sửa số, hoặc để trống cột Đạt: chương trình tự so sánh.",
        )


def _figure(measure: Measure, result: Result) -> str:
    return "" if result.achieved is None else measure.figure(result.achieved)


def plausible(path: Path, measure: Measure, achieved: Decimal | None) -> Iterator[Fault]:
    """A number that cannot be, or is hardly meant, for that measure."""
    if achieved is None:
        return
    doubt: tuple[str, str, Severity] | None = None
    if achieved < 0 and measure.unit != _PER_CENT:
        doubt = "Số lượng không thể là số âm.", "Hãy sửa lại số.", Severity.ERROR
    elif measure.unit == _PER_CENT and achieved > _WHOLE:
        doubt = "Tỷ lệ lớn hơn 100%.", "Hãy kiểm tra lại số, phần lẻ viết sau dấu phẩy.", Severity.WARNING
    elif _is_a_fraction(measure, achieved):
        reason = f"Tỷ lệ quá nhỏ so với mức {measure.planned}; ô Excel dạng phần trăm giữ 98% thành 0,98."
        doubt = reason, "Hãy ghi số phần trăm, ví dụ 98.", Severity.WARNING
    elif _loses_its_fraction(measure, achieved):
        doubt = "Mức chỉ tiêu là số nguyên nhưng kết quả có phần lẻ.", "Hãy kiểm tra lại số.", Severity.WARNING
    if doubt is not None:
        reason, remedy, severity = doubt
        yield Fault(path=path, value=decimal(achieved), reason=reason, remedy=remedy, severity=severity)


def _is_a_fraction(measure: Measure, achieved: Decimal) -> bool:
    """Whether a share looks like 0.98 for 98 %."""
    level = measure.value is not None and measure.comparison not in CHANGES
    return level and measure.unit == _PER_CENT and 0 < achieved <= 1 < (measure.value or 0)


def _loses_its_fraction(measure: Measure, achieved: Decimal) -> bool:
    """Whether what is counted in whole things came out with a fraction."""
    counted = measure.unit != _PER_CENT and not measure.of_last_year
    return counted and measure.value is not None and _is_whole(measure.value) > _is_whole(achieved)


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()


RULES: Final = (missing_results, unfit_results, unfit_mid_year_results)
