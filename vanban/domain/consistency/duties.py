"""Targets of the plan that nobody answers for, once the plan says who leads on the others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.finding import Severity
from vanban.domain.target import Duty, Measure, Target, assigned, duty
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year


def duties_left_open(year: Year) -> Iterator[Fault]:
    """A measure without a leading unit or without a deadline, where others have one: its cell prints nothing."""
    duties = [(path, measure, duty(target, measure)) for path, target, measure in _measures(year)]
    dated = any(one.due for *_, one in duties)
    if not assigned(year.plan.targets):
        return
    for path, measure, one in duties:
        missing = [what for what, open_ in _open(one, dated) if open_]
        if missing:
            yield Fault(
                path=(*path, "key"),
                value=measure.key,
                reason=f"“{measure.name}” chưa có {' và '.join(missing)}; ô trong phụ lục của kế hoạch để trống.",
                remedy="Hãy ghi mã đơn vị chủ trì (lead), thời hạn (due) cho chỉ tiêu hoặc cho nội dung này.",
                severity=Severity.WARNING,
            )


def _open(one: Duty, dated: bool) -> tuple[tuple[str, bool], ...]:
    return ("đơn vị chủ trì", one.lead is None), ("thời hạn", dated and one.due is None)


def leads_without_being_responsible(year: Year) -> Iterator[Fault]:
    """A unit that leads on a target which its own registration form will not list."""
    for position, target in enumerate(year.plan.targets):
        path: Path = ("plan", "targets", position)
        named = [((*path, "lead"), target.lead)]
        named += [((*path, "measures", n, "lead"), measure.lead) for n, measure in enumerate(target.measures)]
        for place, lead in named:
            if lead is not None and lead not in target.responsible:
                yield Fault(
                    path=place,
                    value=lead,
                    reason="Đơn vị chủ trì không nằm trong danh sách chịu trách nhiệm (responsible) của chỉ tiêu. "
                    "Bản đăng ký của đơn vị vì vậy không có chỉ tiêu này.",
                    remedy="Hãy thêm mã này vào mục Mã tập thể chịu trách nhiệm (responsible), hoặc sửa mục Mã đơn "
                    "vị chủ trì (lead).",
                    severity=Severity.WARNING,
                )


def deadlines_of_another_year(year: Year) -> Iterator[Fault]:
    """A deadline that was left over from another year's plan."""
    for path, due in _deadlines(year):
        if not year.year.holds(due):
            yield Fault(
                path=path,
                value=numeric_date(due),
                reason=f"Thời hạn không thuộc {year.year.phrase} của kế hoạch.",
                remedy="Hãy sửa thời hạn.",
                severity=Severity.WARNING,
            )


def _deadlines(year: Year) -> Iterator[tuple[Path, date]]:
    for position, target in enumerate(year.plan.targets):
        if target.due:
            yield ("plan", "targets", position, "due"), target.due
    for path, _, measure in _measures(year):
        if measure.due:
            yield (*path, "due"), measure.due


def _measures(year: Year) -> Iterator[tuple[Path, Target, Measure]]:
    for position, target in enumerate(year.plan.targets):
        for ordinal, measure in enumerate(target.measures):
            yield ("plan", "targets", position, "measures", ordinal), target, measure


RULES: Final = (duties_left_open, leads_without_being_responsible, deadlines_of_another_year)
