"""The sheet of one unit and quarter: whose measures, which figures, what is overdue, what is left to the pen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_year import sample_year

from vanban.domain.aim import Comparison
from vanban.domain.progress import Progress, charged
from vanban.domain.target import Measure, Result, Target
from vanban.domain.year import Year
from vanban.kinds.papers import progress_sheet
from vanban.kinds.papers.progress_sheet import KIND, ProgressRow, keys, parts_of

JOBS = Measure(key="jobs", name="Việc làm mới", comparison=Comparison.AT_LEAST, value=Decimal(172), unit="lao động")
SHARE = Measure(key="share", name="Tỷ lệ hộ", comparison=Comparison.AT_LEAST, value=Decimal(98), unit="%")


def planned(*progress: Progress, measure: Measure = JOBS, due: date | None = date(2024, 9, 30)) -> Year:
    """A year with one target that unit ``a`` leads and the residential groups support."""
    target = Target(
        key="t",
        statement=f"Đạt {{{measure.key}}}.",
        measures=(measure,),
        responsible=("a", "groups"),
        lead="a",
        due=due,
    )
    year = sample_year(rows=1)
    plan = year.plan.model_copy(update={"targets": (target,)})
    return year.model_copy(update={"plan": plan, "progress": progress, "results": (), "mid_year_results": ()})


def figure(quarter: int, achieved: str | None, unit: str | None = None, measure: Measure = JOBS) -> Progress:
    number = None if achieved is None else Decimal(achieved)
    return Progress(target="t", measure=measure.key, quarter=quarter, unit=unit, achieved=number)


def row(year: Year, key: str) -> ProgressRow:
    [only] = progress_sheet.compose(year, key).rows
    return only


def test_every_unit_with_a_charge_has_a_sheet_for_each_quarter_with_figures_and_the_next() -> None:
    assert keys(planned()) == ("g0-q1", "a-q1")
    assert keys(planned(figure(2, "90"))) == ("g0-q1", "g0-q2", "g0-q3", "a-q1", "a-q2", "a-q3")
    assert keys(planned(figure(4, "90")))[-4:] == ("a-q1", "a-q2", "a-q3", "a-q4")
    idle = planned()
    target = idle.plan.targets[0].model_copy(update={"responsible": ("a",)})
    assert keys(idle.model_copy(update={"plan": idle.plan.model_copy(update={"targets": (target,)})})) == ("a-q1",)


@given(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}", fullmatch=True), st.integers(1, 4))
def test_a_key_leads_back_to_its_unit_and_quarter_so_no_two_sheets_share_one(unit: str, quarter: int) -> None:
    assert parts_of(f"{unit}-q{quarter}") == (unit, quarter)


@pytest.mark.parametrize("key", ["tdp-01", "tdp-01-q5", "tdp-01-q0", "tdp-01-q12", "-q1", "q1", ""])
def test_no_other_key_is_a_sheet(key: str) -> None:
    with pytest.raises(ValueError, match=f"^{key}$"):
        parts_of(key)


def test_a_sheet_goes_to_its_unit() -> None:
    year = sample_year(rows=2)
    assert {KIND.receivers(year, key) for key in KIND.keys(year)} == {("g0",), ("g1",), ("a",)}


def test_figures_stand_under_their_quarter_and_nothing_later_is_printed() -> None:
    year = planned(figure(1, "41"), figure(2, "96"), figure(3, "180"))
    second = row(year, "a-q2")
    assert (second.first, second.second, second.third, second.fourth) == ("41", "96", "", "")
    assert (second.difference, second.remark) == ("-76", "Chưa đạt")
    third = row(year, "a-q3")
    assert (third.third, third.difference, third.remark) == ("180", "+8", "Đã đạt")


def test_what_nobody_reported_is_left_to_be_filled_in_by_hand() -> None:
    blank = row(planned(due=None), "a-q1")
    assert (blank.first, blank.second, blank.third, blank.fourth, blank.difference, blank.remark) == ("",) * 6


def test_the_wards_figure_says_nothing_about_one_residential_group() -> None:
    assert row(planned(figure(1, "41")), "a-q1").first == "41"
    assert row(planned(figure(1, "41")), "g0-q1").first == ""


def test_a_units_own_figure_goes_before_the_wards() -> None:
    year = planned(figure(1, "41"), figure(1, "5", "a"), figure(1, "3", "g0"))
    assert row(year, "a-q1").first == "05"
    assert row(year, "g0-q1").first == "03"


def test_a_share_of_the_wards_count_is_never_held_against_the_whole() -> None:
    own = row(planned(figure(3, "3", "g0")), "g0-q3")
    assert (own.third, own.difference, own.remark) == ("03", "", "")
    share = row(planned(figure(3, "98.5", "g0", SHARE), measure=SHARE), "g0-q3")
    assert (share.third, share.difference, share.remark) == ("98,5%", "+0,5", "Đã đạt")


@pytest.mark.parametrize(
    ("progress", "key", "late"),
    [
        ((), "a-q2", False),
        ((), "a-q3", True),
        ((figure(3, "171"),), "a-q3", True),
        ((figure(3, "172"),), "a-q3", False),
        ((figure(2, "172"),), "a-q3", False),
        ((figure(2, "172"), figure(3, "171")), "a-q3", True),
        ((figure(2, "3", "g0"),), "g0-q3", False),
        ((), "g0-q3", True),
    ],
)
def test_overdue_is_what_the_last_figure_does_not_meet_on_its_day(
    progress: tuple[Progress, ...], key: str, late: bool
) -> None:
    made = progress_sheet.compose(planned(*progress), key)
    assert made.overdue == (("Việc làm mới (hạn: 30/9/2024)",) if late else ())
    assert made.rows[0].remark.startswith("Quá hạn") is late


def test_without_a_deadline_nothing_is_overdue() -> None:
    assert progress_sheet.compose(planned(due=None), "a-q4").overdue == ()


def test_the_reports_of_june_and_december_need_not_be_entered_again() -> None:
    year = planned(figure(3, "150"))
    told = Result(target="t", measure="jobs", achieved=Decimal(96), note="Theo báo cáo")
    year = year.model_copy(update={"mid_year_results": (told,), "results": (told,)})
    assert row(year, "a-q4").second == row(year, "a-q4").fourth == "96"
    assert row(year, "a-q2").remark == "Chưa đạt (Theo báo cáo)"
    assert row(year, "g0-q2").second == ""


def test_the_row_says_who_leads_in_which_unit_and_by_when() -> None:
    assert row(planned(), "a-q1").name == "Việc làm mới (đơn vị chủ trì; tính bằng lao động; hạn: 30/9/2024)"
    assert row(planned(), "g0-q1").name == "Việc làm mới (đơn vị phối hợp; tính bằng lao động; hạn: 30/9/2024)"
    assert row(planned(measure=SHARE, due=None), "g0-q1").name == "Tỷ lệ hộ (đơn vị phối hợp)"


def test_the_opening_counts_what_the_table_shows() -> None:
    said = progress_sheet.compose(sample_year(rows=4), "a-q3").introduction
    assert (
        "được giao 03 nội dung. Đến hết quý III: 01 nội dung đã đạt, 01 nội dung chưa đạt và 01 nội dung chưa có"
        in said
    )


def test_a_note_alone_is_no_figure() -> None:
    noted = figure(1, None).model_copy(update={"note": "Xét vào cuối năm"})
    made = progress_sheet.compose(planned(noted), "a-q1")
    assert "Đến hết quý I: 01 nội dung chưa có số liệu." in made.introduction
    assert made.rows[0].remark == "Xét vào cuối năm"


def test_whoever_leads_and_whoever_supports_is_charged_once() -> None:
    year = planned()
    target, measure = year.plan.targets[0], JOBS
    assert charged(target, measure) == ("a", "groups")
    assert charged(target.model_copy(update={"lead": None}), measure) == ("a", "groups")
    own = measure.model_copy(update={"lead": "b", "supporting": ("c", "b")})
    assert charged(target, own) == ("b", "c")
