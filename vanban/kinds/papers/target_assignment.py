"""Phụ lục của kế hoạch (Phụ lục III, Mẫu 2.1): every target with its level, who leads, who supports, by when."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.measure import Length
from vanban.domain.record import Record
from vanban.domain.target import ALL_GROUPS, Measure, Target, assigned, duty
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, every_unit
from vanban.kinds.parts.letterhead import annex_title, attachment_line
from vanban.kinds.parts.target_rows import planned
from vanban.law import nd30

"""Under a reference of more than one line: the first of them fills the width of the page on its side."""


class TargetAssignmentRow(Record):
    """One measure of the plan and who answers for it; nothing stands where nobody said so."""

    ordinal: str = Field(title="Số thứ tự")
    name: str = Field(title="Nội dung chỉ tiêu")
    unit: str = Field(title="Đơn vị tính")
    planned: str = Field(title="Mức chỉ tiêu")
    lead: str = Field(title="Đơn vị chủ trì")
    supporting: str = Field(title="Đơn vị phối hợp")
    due: str = Field(title="Thời hạn hoàn thành")


class TargetAssignmentContext(Record):
    """The appendix, ready to print."""

    title: str = Field(title="Chữ Phụ lục")
    subject: str = Field(title="Tiêu đề của phụ lục")
    attached_to: str = Field(title="Chỉ dẫn kèm theo văn bản")
    attached_rule: Length = Field(title="Độ dài đường kẻ dưới chỉ dẫn")
    rows: tuple[TargetAssignmentRow, ...] = Field(title="Các chỉ tiêu")


def compose(year: Year, key: str) -> TargetAssignmentContext:
    """The appendix of the year's plan; ``key`` is empty, there is one."""
    room = nd30.PAGE.text_width_across
    attached, rule = attachment_line(year, "plan", room=room)
    return TargetAssignmentContext(
        title="Phụ lục",
        subject=annex_title(f"Chỉ tiêu và phân công thực hiện phong trào thi đua {year.year.phrase}", room),
        attached_to=attached,
        attached_rule=rule,
        rows=tuple(
            _row(year, _ordinal(number, place, target), target, measure)
            for number, target in enumerate(year.plan.targets, start=1)
            for place, measure in enumerate(target.measures, start=1)
        ),
    )


def _ordinal(number: int, place: int, target: Target) -> str:
    """``6`` for a target of one measure; ``6.1``, ``6.2`` where one sentence of the plan sets several."""
    return str(number) if len(target.measures) == 1 else f"{number}.{place}"


def _row(year: Year, ordinal: str, target: Target, measure: Measure) -> TargetAssignmentRow:
    charged = duty(target, measure)
    return TargetAssignmentRow(
        ordinal=ordinal,
        name=measure.name,
        unit=measure.unit or "",
        planned=planned(measure),
        lead=_named(year, charged.lead) if charged.lead else "",
        supporting="; ".join(_named(year, unit) for unit in charged.supporting),
        due=numeric_date(charged.due) if charged.due else "",
    )


def _named(year: Year, key: str) -> str:
    return f"Các {year.office.unit_kind.noun}" if key == ALL_GROUPS else year.collective(key).name


def keys(year: Year) -> tuple[str, ...]:
    """One appendix where the plan says who answers for its targets."""
    return ("",) if assigned(year.plan.targets) else ()


KIND = Kind(
    name="target_assignment",
    title="Phụ lục phân công thực hiện chỉ tiêu",
    step=Step.LAUNCH,
    slug="phu-luc-ke-hoach",
    context=TargetAssignmentContext,
    reads=("office", "plan", "collectives"),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Phụ lục phân công thực hiện chỉ tiêu thi đua {year.year.phrase}",
    receivers=every_unit,
)
