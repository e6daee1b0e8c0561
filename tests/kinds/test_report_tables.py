"""The computed tables of the reports: targets held against plan and last year, awards counted; sentences agree."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_year import sample_year

from vanban.domain.aim import Comparison
from vanban.domain.target import Measure, Result, Target
from vanban.domain.text_tree import Block
from vanban.domain.year import Year
from vanban.kinds.papers import six_month_report
from vanban.kinds.parts.award_counts import award_count_figures, award_count_rows, group_count_figures
from vanban.kinds.parts.target_figures import target_figures
from vanban.kinds.parts.target_rows import SO_FAR, TargetResultRow, target_rows

NUMBERS = st.none() | st.decimals(0, 1000, places=2)


def held(comparison: str, value: str | None, unit: str | None = "người", **said: object) -> TargetResultRow:
    """The one row of a plan with one measure."""
    return target_rows(*one(comparison, value, unit, **said))[0]


def one(comparison: str, value: str | None, unit: str | None, **said: object) -> tuple[Year, tuple[Result, ...]]:
    measure = Measure(
        key="m", name="M", comparison=Comparison(comparison), value=None if value is None else Decimal(value), unit=unit
    )
    target = Target(key="t", statement="Đạt {m}." if value else "Đạt.", measures=(measure,), responsible=("a",))
    year = sample_year(rows=1)
    year = year.model_copy(update={"plan": year.plan.model_copy(update={"targets": (target,)})})
    return year, (Result.model_validate({"target": "t", "measure": "m", **said}),) if said else ()


@pytest.mark.parametrize(
    ("measure", "said", "cells"),
    [
        (
            ("at_least", "172"),
            {"achieved": "185", "last_year": "172"},
            ("Từ 172 trở lên", "185", "+13 (107,6%)", "+13 (172)"),
        ),
        (
            ("at_least", "98", "%"),
            {"achieved": "98.4", "last_year": "98.7"},
            ("Từ 98% trở lên", "98,4%", "+0,4", "-0,3 (98,7%)"),
        ),
        (("below", "0.08", "%"), {"achieved": "0.07"}, ("Dưới 0,08%", "0,07%", "-0,01", "-")),
        (("exactly", "3"), {"achieved": "3", "last_year": "3"}, ("03", "03", "0 (100%)", "0 (03)")),
        (("at_least", "5"), {"done": True, "last_year": "4"}, ("Từ 05 trở lên", "Hoàn thành", "-", "- (04)")),
        (("done", None, None), {"done": False}, ("Hoàn thành", "Chưa hoàn thành", "-", "-")),
        (("keep", None, None), {}, ("Giữ vững", "-", "-", "-")),
    ],
)
def test_a_row_says_what_was_planned_achieved_and_how_far_apart_and_from_last_year(
    measure: tuple[str, str | None], said: dict[str, object], cells: tuple[str, ...]
) -> None:
    row = held(*measure, **said)
    assert (row.planned, row.achieved, row.difference, row.last_year) == cells


def test_a_note_stands_with_the_judgement_and_what_nobody_reported_is_not_failed() -> None:
    assert held("at_least", "3", achieved="2", note="Còn 01 hộ").verdict == "Không đạt (Còn 01 hộ)"
    assert held("at_least", "3").verdict == "Chưa có số liệu"


@given(NUMBERS, NUMBERS)
def test_no_row_compares_with_a_figure_that_is_missing(achieved: Decimal | None, last_year: Decimal | None) -> None:
    row = held("at_least", "3", achieved=achieved, last_year=last_year)
    assert (row.difference == "-") is (achieved is None)
    assert (row.last_year == "-") is (last_year is None)
    assert row.last_year.startswith("- (") is (achieved is None and last_year is not None)


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=6))
def test_the_sentences_count_what_the_table_shows(numbers: list[tuple[Decimal | None, Decimal | None]]) -> None:
    year = sample_year(rows=6)
    results = tuple(
        Result(target=target.key, measure=measure.key, achieved=achieved, last_year=last_year)
        for (target, measure, _), (achieved, last_year) in zip(year.measures(), numbers, strict=False)
    )
    rows, said = target_rows(year, results), target_figures(year, results)
    verdicts = [row.verdict for row in rows]
    assert int(said["measures_met"]) == verdicts.count("Đạt")
    assert int(said["measures_unmet"]) == verdicts.count("Không đạt")
    assert int(said["measures_unjudged"]) == verdicts.count("Chưa có số liệu")
    changes = [row.last_year for row in rows if row.last_year != "-" and not row.last_year.startswith("- ")]
    assert int(said["measures_compared"]) == len(changes)
    assert int(said["measures_up"]) == sum(change.startswith("+") for change in changes)
    assert int(said["measures_down"]) == sum(change.startswith("-") for change in changes)
    assert int(said["measures_level"]) == sum(change.startswith("0") for change in changes)


def test_a_target_counts_as_met_only_with_every_measure() -> None:
    year = sample_year(rows=4)
    assert target_figures(year, year.results)["targets_met"] == "02"
    assert target_figures(year, ())["targets_met"] == "00"
    assert target_figures(year, ())["measures_verdicts"] == "04 nội dung chưa có số liệu"
    assert target_figures(year, year.results)["measures_verdicts"] == (
        "02 nội dung đạt, 01 nội dung không đạt và 01 nội dung chưa có số liệu"
    )
    assert target_figures(year, year.results, SO_FAR)["measures_verdicts"] == (
        "02 nội dung đã đạt, 01 nội dung chưa đạt và 01 nội dung chưa có số liệu"
    )


def test_awards_are_counted_by_title_by_receiver_and_by_who_decides() -> None:
    rows = [
        (row.award, row.outcome, row.people, row.collectives, row.households, row.groups, row.total)
        for row in award_count_rows(sample_year(rows=3, occasions=False))
    ]
    assert rows == [
        ("Giấy khen", "Phường khen thưởng", "2", "-", "-", "-", "2"),
        ("“Lao động tiên tiến”", "Đề nghị cấp trên", "3", "-", "-", "-", "3"),
        ("Giấy khen", "Đề nghị cấp trên", "-", "2", "-", "-", "2"),
        ("“Gia đình văn hóa”", "Tổ dân phố bình xét", "-", "-", "3.270", "-", "3.270"),
        ("Tổ dân phố văn hóa", "Tổ dân phố bình xét", "-", "-", "-", "2", "2"),
    ]


def test_a_candidate_whom_the_council_did_not_pass_is_not_counted() -> None:
    year = sample_year(rows=3, occasions=False)
    assert award_count_figures(year)["year_awards_receivers"] == "02 cá nhân"
    failed = tuple(vote.model_copy(update={"in_favour": 0, "against": 8}) for vote in year.votes)
    none = year.model_copy(update={"votes": failed})
    assert award_count_figures(none)["year_awards"] == "00"
    assert award_count_figures(none)["year_awards_receivers"] == "00 trường hợp"
    assert "Phường khen thưởng" not in [row.outcome for row in award_count_rows(none)]


def test_a_group_that_did_not_agree_on_its_title_is_not_counted() -> None:
    year = sample_year(rows=3)
    refused = tuple(row.model_copy(update={"title_in_favour": 1}) for row in year.group_meetings)
    assert group_count_figures(year)["groups_selected"] == "02"
    assert group_count_figures(year.model_copy(update={"group_meetings": refused}))["groups_selected"] == "00"
    assert group_count_figures(year)["cultural_families_selected"] == "3.270"


def test_a_year_without_awards_has_an_empty_table() -> None:
    assert award_count_rows(sample_year(rows=0)) == ()


def test_the_report_of_six_months_judges_the_results_of_six_months_against_the_whole_year() -> None:
    made = six_month_report.compose(sample_year(rows=3), "")
    assert [row.verdict for row in made.target_results] == [
        "Đã đạt (Vượt kế hoạch)",
        "Chưa có số liệu",
        "Chưa có số liệu",
    ]


def test_the_report_of_six_months_counts_nothing_that_comes_after_june() -> None:
    year = sample_year(rows=3)
    told = year.six_month_report
    assert told is not None and year.decision is not None
    text = "{measures_verdicts}; {year_awards}; {nominations}; {cultural_families_selected}; {groups_registered}"
    year = year.model_copy(update={"six_month_report": told.model_copy(update={"body": (Block(text=text),)})})
    made = six_month_report.compose(year, "")
    assert [line.text for line in made.lines] == [
        "01 nội dung đã đạt và 02 nội dung chưa có số liệu; 00; 00; 00; 02./."
    ]
    assert made.award_counts == ()


def test_a_decision_of_june_counts_in_the_report_of_six_months() -> None:
    year = sample_year(rows=3)
    assert year.decision is not None and year.council_meeting is not None
    for day, counted in ((date(2024, 6, 30), ["Phường khen thưởng"]), (date(2024, 7, 1), [])):
        moved = year.model_copy(update={"decision": year.decision.model_copy(update={"decided_on": day})})
        outcomes = [row.outcome for row in six_month_report.compose(moved, "").award_counts]
        assert [outcome for outcome in outcomes if outcome == "Phường khen thưởng"] == counted
