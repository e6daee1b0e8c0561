"""The papers of a campaign are issued under the campaign's key and cite each other's numbers."""

from __future__ import annotations

import pytest
from issuing_deeds import MOMENT, issued

from vanban.domain.given_award import GivenAward
from vanban.domain.register_entry import SeriesOpening
from vanban.errors import BlankCitation
from vanban.ingest import read_table
from vanban.word import text_of
from vanban.workflows.award_memory import remember_awards
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.issuing import recording
from vanban.workflows.issuing_terms import places_of
from vanban.workspace import Workspace

KEY = "dien-bien-phu"
WANTED = ("campaign_plan", "campaign_submission", "campaign_decision", "award_list")


def rebuilt(workspace: Workspace) -> None:
    assert not build(workspace, BuildRequest(wanted=WANTED, with_pdf=False)).stopped


@pytest.fixture
def campaigning(workspace: Workspace) -> Workspace:
    """The year's plan is issued, the campaign's papers are built."""
    with recording(places_of(workspace)) as register:
        for series in ("hoi-dong", "quyet-dinh"):
            register.open_series(SeriesOpening(series=series, year=2024), MOMENT, "Lan")
    issued(workspace, "plan")
    rebuilt(workspace)
    return workspace


def test_plan_submission_and_decision_of_a_campaign_are_issued_one_after_another(campaigning: Workspace) -> None:
    with pytest.raises(BlankCitation, match=f"campaign_plan/{KEY}"):
        issued(campaigning, f"campaign_submission/{KEY}")
    (plan,) = issued(campaigning, f"campaign_plan/{KEY}").entries
    assert (plan.kind, plan.key, plan.number) == ("campaign_plan", KEY, "02/KH-UBND")
    rebuilt(campaigning)
    (submission,) = issued(campaigning, f"campaign_submission/{KEY}").entries
    assert submission.number == "01/TTr-HĐTĐKT"
    rebuilt(campaigning)
    text = text_of((campaigning.output / f"2024/3-dot-thi-dua/to-trinh-dot-thi-dua-{KEY}.docx").read_bytes())
    assert text.count("Kế hoạch số 02/KH-UBND") == 2
    outcome = issued(campaigning, f"campaign_decision/{KEY}")
    (decision,) = outcome.entries
    (beside,) = (path for path in outcome.files if path.name.endswith("_danh-sach-khen-thuong.docx"))
    assert beside.is_relative_to(campaigning.issued)
    assert f"(Kèm theo Quyết định số {decision.number}" in text_of(beside.read_bytes())
    rebuilt(campaigning)
    listed = campaigning.output / f"2024/6-ket-qua-khen-thuong/danh-sach-khen-thuong-{KEY}.docx"
    assert f"(Kèm theo Quyết định số {decision.number}" in text_of(listed.read_bytes())


def test_what_an_issued_decision_gave_comes_to_the_award_memory_once_and_stands_in_reports(
    campaigning: Workspace,
) -> None:
    for one in ("campaign_plan", "campaign_submission", "campaign_decision"):
        rebuilt(campaigning)
        issued(campaigning, f"{one}/{KEY}")
    first = remember_awards(campaigning)
    assert (first.added, first.held, first.exit_code) == (4, 6, 0)
    said = campaigning.award_history.read_bytes()
    rows = read_table(said, "award_history.xlsx", GivenAward).value or ()
    (person,) = (row for row in rows if row.nominee == "le-van-c")
    assert (person.name, person.born_year, str(person.year), person.award) == ("Lê Văn C", 1980, "2024", "Giấy khen")
    assert person.decision.startswith("Quyết định số 01/QĐ-UBND ngày ")
    assert remember_awards(campaigning).added == 0
    assert campaigning.award_history.read_bytes() == said
    assert not build(campaigning, BuildRequest(wanted=("achievement_report",), with_pdf=False)).stopped
    report = campaigning.output / "2024/5-de-nghi-khen-thuong/bao-cao-thanh-tich-le-van-c.docx"
    assert text_of(report.read_bytes()).count("Quyết định số 01/QĐ-UBND") == 1
