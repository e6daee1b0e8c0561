"""The appendix of the plan: each measure once, whoever answers for it by name, nothing where nobody said so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from sample_year import sample_year

from vanban.domain.aim import Comparison
from vanban.domain.issued import IssuedNumber
from vanban.domain.target import Measure, Target
from vanban.domain.year import Year
from vanban.kinds.papers import target_assignment
from vanban.kinds.papers.target_assignment import TargetAssignmentRow
from vanban.proofread import Expectations, proofread
from vanban.word import Template

TEMPLATE = Path(__file__).parents[2] / "templates" / "docx" / "target_assignment.docx"

DONE = Measure(key="done", name="Hoàn thành thu ngân sách", comparison=Comparison.DONE)
SHARE = Measure(key="share", name="Tỷ lệ hộ", comparison=Comparison.AT_LEAST, value=Decimal(98), unit="%")


def year_of(*targets: Target) -> Year:
    year = sample_year()
    return year.model_copy(update={"plan": year.plan.model_copy(update={"targets": targets})})


def target(*measures: Measure, **said: object) -> Target:
    values = " ".join(f"{{{measure.key}}}" for measure in measures if measure.value is not None)
    return Target(
        key="t", statement=f"Câu {values}.", measures=measures, **{"responsible": ("groups", "a", "c1"), **said}
    )


def rows(*targets: Target) -> tuple[TargetAssignmentRow, ...]:
    return target_assignment.compose(year_of(*targets), "").rows


def test_who_leads_is_named_first_and_whoever_else_is_responsible_supports() -> None:
    (row,) = rows(target(SHARE, lead="a", due=date(2024, 11, 5)))
    assert row == TargetAssignmentRow(
        ordinal="1",
        name="Tỷ lệ hộ",
        unit="%",
        planned="Từ 98% trở lên",
        lead="Văn phòng - Thống kê",
        supporting="Các tổ dân phố; Trường Trung học cơ sở Sông Thương 1",
        due="05/11/2024",
    )


def test_a_measure_may_have_another_leader_other_supporters_and_another_deadline_than_its_target() -> None:
    own = DONE.model_copy(update={"lead": "c1", "supporting": ("a",), "due": date(2024, 6, 30)})
    first, second = rows(target(SHARE, own, lead="a", due=date(2024, 11, 30)))
    assert (first.ordinal, first.lead, first.due) == ("1.1", "Văn phòng - Thống kê", "30/11/2024")
    assert (second.ordinal, second.lead, second.supporting, second.due) == (
        "1.2",
        "Trường Trung học cơ sở Sông Thương 1",
        "Văn phòng - Thống kê",
        "30/6/2024",
    )


def test_where_nobody_leads_neither_leader_nor_supporter_is_printed() -> None:
    _, row = rows(target(DONE, lead="a"), target(DONE))
    assert (row.ordinal, row.lead, row.supporting, row.due) == ("2", "", "", "")


def test_a_plan_that_assigns_nothing_has_no_appendix() -> None:
    assert target_assignment.keys(year_of(target(DONE))) == ()
    assert target_assignment.keys(year_of(target(DONE, due=date(2024, 6, 30)))) == ("",)


def test_the_appendix_carries_the_number_of_its_plan() -> None:
    year = year_of(target(DONE, lead="a"))
    assert "Kế hoạch số      /KH-UBND ngày      tháng" in target_assignment.compose(year, "").attached_to
    plan = IssuedNumber(kind="plan", ordinal=24, symbol="KH-UBND", issued_on=date(2024, 2, 5))
    issued = target_assignment.compose(year.model_copy(update={"issued": (plan,)}), "")
    assert issued.attached_to == (
        "(Kèm theo Kế hoạch số 24/KH-UBND ngày 05 tháng 02 năm 2024 của Ủy ban nhân dân phường Sông Thương)"
    )


def test_an_appendix_with_its_table_may_lie_on_its_side() -> None:
    made = Template.load(TEMPLATE).render(target_assignment.compose(sample_year(), ""))
    assert proofread(made, name="a.docx", expected=Expectations(signing_copy=True, year=2024)).findings == ()
