"""The day that a document would get is judged before it takes a number, as ``vanban check`` judges it afterwards."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from issuing_deeds import MOMENT, built, day, issued

from vanban.domain.finding import Severity
from vanban.domain.register_entry import SeriesOpening
from vanban.errors import UnlawfulDay
from vanban.register import Register
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.check import check
from vanban.workflows.issuing import recording
from vanban.workflows.issuing_terms import places_of
from vanban.workspace import Workspace

NEXT_YEAR = datetime(2025, 1, 10, 9, tzinfo=timezone(timedelta(hours=7)))
MERGED = datetime(2025, 7, 1, 9, tzinfo=timezone(timedelta(hours=7)))
BASIS = "điểm a khoản 6 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP"


def numbers(workspace: Workspace) -> list[tuple[str, int]]:
    with Register.open(workspace.register, reading_only=True) as register:
        return [(entry.kind, entry.ordinal) for entry in register.entries()]


def written(workspace: Workspace, file: str) -> Path:
    return workspace.root / "data" / file


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_day_on_which_a_basis_has_lapsed_stops_the_issue_with_article_and_remedy(workspace: Workspace) -> None:
    with pytest.raises(UnlawfulDay) as caught:
        issued(workspace, "plan", moment=NEXT_YEAR)
    assert caught.value.exit_code == 13
    said = str(caught.value)
    assert said.startswith(
        "Không ban hành được Kế hoạch (plan) vào ngày 10/01/2025: Kế hoạch số 24/KH-UBND ngày 26/01/2024: "
    )
    assert BASIS in said
    assert "Chưa cấp số nào. Nếu nhầm ngày, hãy chạy lại với ngày đúng (--date). Nếu ngày đúng: Hãy " in said
    assert numbers(workspace) == []
    assert issued(workspace, "plan").entries, "the same on a day of the year"


def test_a_signatory_who_has_left_and_an_office_that_is_no_more_stop_every_document_of_the_batch(
    workspace: Workspace,
) -> None:
    with pytest.raises(UnlawfulDay) as caught:
        issued(workspace, "annual_report", "submission", moment=MERGED)
    said = str(caught.value)
    assert said.startswith("Không ban hành được Báo cáo (annual_report), Tờ trình (submission) vào ngày 01/7/2025: ")
    assert "submission: Vũ Trí Khánh: Giữ chức Chủ tịch đến hết ngày 30/6/2025" in said
    assert "annual_report: Vũ Trí Khánh: Giữ chức Chủ tịch đến hết ngày 30/6/2025" in said
    assert said.count("Hãy chọn người đang giữ chức vào ngày đó") == 1
    assert "Điều 13 Nghị định số 30/2020/NĐ-CP" in said
    assert numbers(workspace) == []


def test_a_document_is_not_issued_on_a_day_before_the_one_that_it_rests_on(workspace: Workspace) -> None:
    change(written(workspace, "2024/submission.yaml"), "subject: Về việc", "cites: [plan]\nsubject: Về việc")
    issued(workspace, "plan")
    built(workspace)
    with pytest.raises(UnlawfulDay, match="Văn bản ngày 04/02/2024 căn cứ vào văn bản ngày 05/02/2024") as caught:
        issued(workspace, "submission", day=day(4))
    assert BASIS in str(caught.value)
    assert numbers(workspace) == [("plan", 1)]
    issued(workspace, "submission", day=day(5))


def test_what_takes_the_place_of_an_issued_document_is_judged_by_its_own_day(workspace: Workspace) -> None:
    issued(workspace, "plan")
    change(written(workspace, "2024/plan.yaml"), "Rõ việc, quyết liệt", "Rõ việc, rất quyết liệt")
    built(workspace)
    with pytest.raises(UnlawfulDay, match=r"\(plan\) vào ngày 10/01/2025"):
        issued(workspace, "plan", replacing=True, moment=NEXT_YEAR)
    assert numbers(workspace) == [("plan", 1)]


def test_a_letter_to_one_of_many_units_is_judged_by_its_own_day(workspace: Workspace) -> None:
    with recording(places_of(workspace)) as register:
        register.open_series(SeriesOpening(series="cong-van", year=2024), MOMENT, "Lan")
    issued(workspace, "plan")
    build(workspace, BuildRequest(wanted=("report_reminder",), with_pdf=False))
    late = "report_reminder/hoi-cuu-chien-binh"
    with pytest.raises(UnlawfulDay, match=rf"\({late}\) vào ngày 01/7/2025"):
        issued(workspace, late, moment=MERGED)
    assert numbers(workspace) == [("plan", 1)]
    issued(workspace, late)
    assert [one.rule for one in check(workspace).findings] == ["unit_capital"]


def test_prizes_of_another_base_salary_stop_the_decision(workspace: Workspace) -> None:
    key = "campaign_decision/dien-bien-phu"
    with recording(places_of(workspace)) as register:
        for series in ("hoi-dong", "quyet-dinh"):
            register.open_series(SeriesOpening(series=series, year=2024), MOMENT, "Lan")
    wanted = ("campaign_plan", "campaign_submission", "campaign_decision", "award_list")
    for name in ("plan", "campaign_plan/dien-bien-phu", "campaign_submission/dien-bien-phu"):
        build(workspace, BuildRequest(wanted=wanted, with_pdf=False))
        issued(workspace, name)
    build(workspace, BuildRequest(wanted=wanted, with_pdf=False))
    with pytest.raises(UnlawfulDay, match=r"ngày 01/7/2024 của quyết định thì mức ấy là 2\.340\.000 đồng"):
        issued(workspace, key, day=date(2024, 7, 1), moment=NEXT_YEAR, confirmed=True)
    assert ("campaign_decision", 1) not in numbers(workspace)
    issued(workspace, key, day=date(2024, 6, 30), moment=NEXT_YEAR, confirmed=True)


def test_a_document_that_is_still_to_come_is_told_of_and_stops_nothing(workspace: Workspace) -> None:
    """Its planned day lies before that of the plan on which it rests: it can still be planned anew."""
    issued(workspace, "plan")
    build(workspace, BuildRequest(wanted=("campaign_plan",), with_pdf=False))
    outcome = issued(workspace, "campaign_plan/dien-bien-phu", day=date(2024, 6, 1), moment=NEXT_YEAR, confirmed=True)
    assert [entry.number for entry in outcome.entries] == ["02/KH-UBND"]
    assert {doubt.path[:3] for doubt in outcome.doubts} == {
        ("campaigns", 0, "submission"),
        ("campaigns", 0, "decision"),
    }


def test_a_doubt_of_the_law_is_told_and_the_number_is_given(workspace: Workspace) -> None:
    bases = written(workspace, "office/legal_bases.yaml")
    text = bases.read_text(encoding="utf-8")
    bases.write_text(text.replace("valid_from: 01/01/2024", "valid_from: 06/02/2024"), encoding="utf-8")
    assert issued(workspace, "submission", day=date(2024, 2, 6), moment=NEXT_YEAR, confirmed=True).doubts == ()
    outcome = issued(workspace, "annual_report", day=day(5), moment=NEXT_YEAR, confirmed=True)
    assert outcome.entries
    assert {(doubt.severity, doubt.rule) for doubt in outcome.doubts} == {(Severity.WARNING, "basis_not_yet_in_force")}


def test_what_is_issued_already_is_not_judged_again(workspace: Workspace) -> None:
    first = issued(workspace, "plan")
    again = issued(workspace, "plan", moment=NEXT_YEAR)
    assert (again.repeated, again.entries) == (True, first.entries)
