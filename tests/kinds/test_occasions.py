"""Campaigns and sudden achievements: their numbers are counted, their papers name the same people, each by itself."""

from __future__ import annotations

from sample_year import LONG_NAME, sample_year
from shipped_templates import template_of

from vanban.domain.agreement import compare
from vanban.domain.year import Year
from vanban.kinds import KINDS
from vanban.kinds.papers.certificate import certified
from vanban.kinds.parts.figures import Figures
from vanban.kinds.parts.occasions import dossier_of
from vanban.kinds.readback.accounts import RELATIONS, accounts
from vanban.word import read_paper

PAPERS = [("campaign_submission", "k1"), ("campaign_decision", "k1"), ("award_list", "k1"), ("award_list", "")]


def built(year: Year, kind: str, key: str) -> bytes:
    found = next(one for one in KINDS if one.name == kind)
    return template_of(kind).render(found.compose(year, key))


def read(year: Year, kind: str, key: str):
    paper = read_paper(built(year, kind, key), f"{kind}-{key}.docx")
    return accounts(kind, kind, paper, dossier_of(kind, key, PAPERS))


def test_the_text_of_a_submission_counts_those_who_are_proposed_and_not_those_of_the_year() -> None:
    year = sample_year(rows=3)
    assert Figures(year, "campaign_submission", "k1")["awardee_receivers"] == "03 cá nhân và 02 tập thể"
    assert Figures(year, "campaign_submission", "k1")["awarded_receivers"] == "03 cá nhân và 02 tập thể"
    assert Figures(year)["awarded_receivers"] == "02 cá nhân"


def test_prizes_follow_the_base_salary_on_the_day_of_the_decision() -> None:
    year = sample_year(rows=1)
    [campaign] = year.campaigns
    assert campaign.decision is not None
    assert Figures(year, "campaign_decision", "k1")["prize_total"] == "710.000 đồng"
    early = campaign.decision.model_copy(update={"decided_on": campaign.ends})
    year = year.model_copy(update={"campaigns": (campaign.model_copy(update={"decision": early}),)})
    assert Figures(year, "campaign_decision", "k1")["prize_total"] == "540.000 đồng"


def test_submission_decision_list_and_certificates_of_a_campaign_agree_also_for_sixty_people() -> None:
    year = sample_year(rows=60, name=LONG_NAME)
    papers = [*PAPERS[:3], *(("certificate", key) for key, one in certified(year).items() if one.key == "k1")]
    read_back = [account for kind, key in papers for account in read(year, kind, key)]
    assert {account.dossier for account in read_back} == {"k1"}
    assert compare(read_back, RELATIONS) == ()


def test_a_name_that_differs_in_one_paper_of_a_campaign_is_found_and_a_name_of_another_dossier_is_not() -> None:
    year = sample_year()
    other = sample_year(name="Nguyễn Văn Ân")
    right = [account for kind, key in PAPERS for account in read(year, kind, key)]
    assert compare(right, RELATIONS) == ()
    [difference] = compare([*read(other, "campaign_submission", "k1"), *right[1:]], RELATIONS)
    assert [(reading.file, reading.value) for reading in difference.readings] == [
        ("campaign_submission-k1.docx", "Nguyễn Văn Ân"),
        ("award_list-k1.docx", "Nguyễn Văn An"),
    ]


def test_the_summaries_of_a_sudden_achievement_name_those_who_stand_in_its_table() -> None:
    year = sample_year()
    accounts_read = read(year, "sudden_submission", "s1")
    assert [account.kind for account in accounts_read] == ["sudden_submission", "sudden_submission.summary"]
    assert len(accounts_read[1].mentions) == 3
    assert compare(accounts_read, RELATIONS) == ()
    strangers = read(sample_year(name="Nguyễn Văn Ân"), "sudden_submission", "s1")
    [difference] = compare([accounts_read[0], strangers[1]], RELATIONS)
    assert [reading.value for reading in difference.readings] == ["Nguyễn Văn Ân", "Nguyễn Văn An"]


def test_a_campaign_without_awardees_has_its_plan_and_neither_submission_nor_decision() -> None:
    year = sample_year(occasions=False)
    keys = {kind.name: kind.keys(year) for kind in KINDS}
    assert keys["campaign_plan"] == ("k1",)
    assert keys["campaign_submission"] == keys["campaign_decision"] == keys["sudden_submission"] == ()


def test_a_certificate_belongs_to_the_dossier_of_its_decision() -> None:
    papers = [("campaign_decision", "tet"), ("campaign_decision", "tet-2"), ("sudden_decision", "lu")]
    assert dossier_of("certificate", "dot-tet-2-p1", papers) == "tet-2"
    assert dossier_of("certificate", "dot-tet-p1", papers) == "tet"
    assert dossier_of("certificate", "dot-xuat-lu-p1", papers) == "lu"
    assert dossier_of("certificate", "p1", papers) == ""
    assert dossier_of("council_minutes", "", papers) == ""
