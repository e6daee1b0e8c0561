"""Who stands in the ward's own decision: what the law of its day lets the chairman grant and the council passed."""

from __future__ import annotations

from datetime import date

import pytest
from sample_year import sample_year

from vanban.domain.award import Commendation, EmulationTitle
from vanban.domain.award_decision import AwardDecision, Awardee
from vanban.domain.consistency import check
from vanban.domain.finding import Severity
from vanban.domain.issued import AwaitedNumber, IssuedNumber
from vanban.domain.nomination import Nomination
from vanban.domain.selection import CouncilVote
from vanban.domain.year import Year
from vanban.kinds.papers import achievement_report, award_list, certificate, decision, nominee_list, submission
from vanban.kinds.parts.awardees import award_figures, awardees, prizes
from vanban.law.ward_awards import granted, submitted, ward_faults
from vanban.law.year_check import law_faults

FIGHTER, WORKER = EmulationTitle.GRASSROOTS_EMULATION_FIGHTER, EmulationTitle.ADVANCED_WORKER
OLD, NEW = date(2024, 12, 20), date(2026, 12, 20)


def on(day: date, *nominations: Nomination, year: Year | None = None) -> Year:
    """The sample year with a decision of that day and those nominations, a majority for each of them."""
    made = year or sample_year()
    assert made.decision is not None
    return made.model_copy(
        update={
            "decision": made.decision.model_copy(update={"decided_on": day}),
            "nominations": nominations,
            "votes": tuple(
                CouncilVote(nominee=row.nominee, award=row.award, in_favour=8, against=0) for row in nominations
            ),
        }
    )


def nominated(nominee: str, award: EmulationTitle | Commendation, submitted: bool | None = None) -> Nomination:
    return Nomination(nominee=nominee, award=award, summary="Hoàn thành tốt nhiệm vụ", submitted=submitted)


@pytest.mark.parametrize(
    ("award", "old", "new"),
    [
        (WORKER, True, True),
        (FIGHTER, False, True),
        (Commendation.CERTIFICATE, True, True),
        (Commendation.PROVINCIAL_MERIT_CERTIFICATE, False, False),
    ],
)
def test_the_law_of_the_day_says_whether_a_nomination_is_the_wards_to_decide_or_goes_up(
    award: EmulationTitle | Commendation, old: bool, new: bool
) -> None:
    for day, here in ((OLD, old), (NEW, new)):
        year = on(day, nominated("p0", award))
        assert [row.nominee for row in granted(year)] == ["p0"] * here
        assert [row.nominee for row in submitted(year)] == ["p0"] * (not here)


def test_what_the_row_says_goes_before_the_law_but_not_beyond_it() -> None:
    assert granted(on(OLD, nominated("p0", WORKER, submitted=True))) == ()
    [fault] = ward_faults(on(OLD, nominated("p0", FIGHTER, submitted=False)))
    assert fault.path == ("nominations", 0, "submitted")
    assert "không có thẩm quyền quyết định tặng" in fault.reason
    assert "Điều 80" in fault.reason
    assert ward_faults(on(date(2025, 1, 10), nominated("p0", WORKER, submitted=False))) == ()


def test_without_a_decision_every_nomination_goes_up() -> None:
    year = sample_year().model_copy(update={"decision": None})
    assert granted(year) == ()
    assert submitted(year) == year.nominations


def test_a_nomination_that_is_decided_here_is_not_submitted_as_well() -> None:
    year = sample_year()
    assert not {(row.nominee, row.award) for row in granted(year)} & {
        (row.nominee, row.award) for row in submitted(year)
    }
    asked = "\n".join(line.text for line in submission.compose(year, "").lines)
    assert "Giấy khen cho 02 tập thể" in asked
    assert "Giấy khen cho 02 cá nhân" not in asked


@pytest.mark.parametrize(("in_favour", "against", "passed"), [(5, 3, True), (4, 4, False), (None, None, False)])
def test_a_show_of_hands_needs_more_than_half_and_nobody_passes_before_it(
    in_favour: int | None, against: int | None, passed: bool
) -> None:
    year = on(OLD, nominated("p0", WORKER))
    vote = year.votes[0].model_copy(update={"in_favour": in_favour, "against": against})
    assert bool(granted(year.model_copy(update={"votes": (vote,)}))) is passed


def test_a_title_that_needs_a_ballot_needs_four_fifths_of_all_members() -> None:
    year = on(NEW, nominated("p0", FIGHTER))
    for in_favour, passed in ((8, True), (7, False)):
        vote = year.votes[0].model_copy(update={"in_favour": in_favour, "against": 9 - in_favour})
        assert bool(granted(year.model_copy(update={"votes": (vote,)}))) is passed


def test_a_nominee_on_whom_the_council_did_not_vote_is_left_out_and_told() -> None:
    year = on(OLD, nominated("p0", WORKER), nominated("p1", WORKER))
    year = year.model_copy(update={"votes": year.votes[:1]})
    assert [row.nominee for row in granted(year)] == ["p0"]
    [fault] = ward_faults(year)
    assert fault.path == ("nominations", 1, "nominee")
    assert "quyết định khen thưởng không có tên" in fault.reason


def test_without_a_council_only_what_needs_no_ballot_is_granted() -> None:
    year = on(NEW, nominated("p0", FIGHTER), nominated("p1", WORKER)).model_copy(
        update={"council_meeting": None, "votes": ()}
    )
    assert [row.nominee for row in granted(year)] == ["p1"]


def test_a_day_that_no_law_book_covers_or_of_another_year_is_told_at_the_decision() -> None:
    [early] = ward_faults(on(date(2019, 1, 5), nominated("p0", WORKER)))
    assert (early.path, early.value) == (("decision", "decided_on"), "05/01/2019")
    [late] = ward_faults(on(date(2026, 1, 5), nominated("p0", WORKER)))
    assert late.path == ("decision", "decided_on")
    assert ward_faults(on(date(2025, 1, 10), nominated("p0", WORKER))) == ()


# Money


def test_prizes_are_multiples_of_the_base_salary_of_the_day_and_the_sum_is_in_words() -> None:
    rows = (nominated("p0", WORKER), nominated("p1", WORKER), nominated("c1", Commendation.CERTIFICATE))
    for day, each, unit, total, words in (
        (date(2024, 6, 30), 540_000, 1_080_000, "2.160.000 đồng", "Hai triệu một trăm sáu mươi nghìn đồng"),
        (date(2024, 7, 1), 710_000, 1_410_000, "2.830.000 đồng", "Hai triệu tám trăm ba mươi nghìn đồng"),
    ):
        year = on(day, *rows)
        assert prizes(year, awardees(year, "decision"), day) == (each, each, unit)
        figures = award_figures(year)
        assert (figures["prize_total"], figures["prize_total_words"]) == (total, words)
        assert figures["awarded_receivers"] == "02 cá nhân và 01 tập thể"
        printed = award_list.compose(year, "")
        assert printed.total.endswith(f"tổng số tiền thưởng: {total} (Bằng chữ: {words})./.")
        assert total in decision.compose(year, "").articles[1].lines[0].text


def test_of_two_titles_of_one_person_only_the_higher_brings_money_and_a_commendation_always_does() -> None:
    year = on(NEW, *(nominated("p0", award) for award in (WORKER, FIGHTER, Commendation.CERTIFICATE)))
    rows = awardees(year, "decision")
    assert [row.award for row in rows] == [WORKER, FIGHTER, Commendation.CERTIFICATE]
    worker, fighter, certificate = prizes(year, rows, NEW)
    assert worker == 0
    assert fighter > certificate > 0
    assert award_list.compose(year, "").groups[0].rows[0].prize == "-"


def test_an_award_for_which_the_law_has_no_prize_brings_none() -> None:
    year = sample_year()
    rows = (Awardee(nominee="g0", award=EmulationTitle.CULTURAL_FAMILY),)
    assert prizes(year, rows, OLD) == (0,)


# The paper


def test_many_receivers_are_counted_in_the_text_and_named_in_the_list_alone() -> None:
    few, many = (decision.compose(sample_year(rows=rows), "") for rows in (10, 60))
    assert "- Ông Nguyễn Văn An" in few.articles[0].lines[1].text
    assert [line.text for line in many.articles[0].lines] == [
        "1. Hình thức Giấy khen cho 59 cá nhân (có danh sách kèm theo)."
    ]


def test_a_decision_is_the_chairmans_own_in_its_head_and_wherever_it_is_cited() -> None:
    made = decision.compose(sample_year(), "")
    assert made.authority == "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG SÔNG THƯƠNG"
    assert made.bases[-1] == "Theo đề nghị của công chức Văn phòng - Thống kê."
    assert all(line.endswith(";") for line in made.bases[:-1])
    assert made.closing.recipients[0] == "- Như Điều 3;"
    assert [article.label for article in made.articles] == ["Điều 1.", "Điều 2.", "Điều 3."]
    assert made.articles[-1].text.endswith("./.")
    assert award_list.compose(sample_year(), "").attached_to.endswith(
        "của Chủ tịch Ủy ban nhân dân phường Sông Thương)"
    )


def test_a_decision_is_made_only_of_articles() -> None:
    written = sample_year().decision
    assert written is not None
    with pytest.raises(ValueError, match="chỉ gồm các Điều"):
        AwardDecision.model_validate({**written.model_dump(), "body": [{"text": "Mở đầu."}]})


def test_a_year_in_which_nobody_is_rewarded_has_neither_decision_nor_list() -> None:
    year = sample_year(rows=0)
    assert decision.KIND.keys(year) == award_list.KIND.keys(year) == ()
    assert decision.compose(year, "").articles[0].lines[0].text == "Không có trường hợp nào đủ điều kiện."


def test_somebody_unknown_in_a_campaigns_awards_is_told_before_anything_is_made_of_it() -> None:
    year = sample_year()
    row = Awardee(nominee="tdp-99", award=Commendation.CERTIFICATE)
    campaign = year.campaigns[0].model_copy(update={"awardees": (row,)})
    found = check(year.model_copy(update={"campaigns": (campaign,)}))
    path = ("campaigns", 0, "awardees", 0, "nominee")
    assert [fault.value for fault in found if fault.path == path] == ["tdp-99"]
    known = campaign.model_copy(update={"awardees": (row.model_copy(update={"nominee": "g0"}),)})
    assert path not in [fault.path for fault in check(year.model_copy(update={"campaigns": (known,)}))]


def test_a_residential_group_is_submitted_in_the_old_regime_and_decided_by_the_ward_in_the_new() -> None:
    title = EmulationTitle.CULTURAL_RESIDENTIAL_GROUP
    old, new = (on(day, nominated("g0", title)) for day in (OLD, NEW))
    [listed] = nominee_list.compose(old, "").collectives
    assert (listed.name, listed.members, listed.head) == ("Tổ dân phố số 1", "1.200 hộ", "Lê Văn C, Tổ trưởng")
    asked = [line.text for line in submission.compose(old, "").lines]
    assert "1. Danh hiệu Tổ dân phố văn hóa cho 01 tổ dân phố:" in asked
    [group] = award_list.compose(new, "").groups
    assert (group.header, group.title) == ("Tổ dân phố", "I. Danh hiệu Tổ dân phố văn hóa cho 01 tổ dân phố")
    assert group.rows[0].prize == "3.800.000"
    assert certificate.compose(new, "g0").award.text == "TỔ DÂN PHỐ VĂN HÓA"


def test_the_report_of_a_residential_group_counts_its_households_and_its_leader_signs() -> None:
    year = on(NEW, nominated("g0", EmulationTitle.CULTURAL_RESIDENTIAL_GROUP))
    written = year.achievements[0].model_copy(update={"nominee": "g0"})
    made = achievement_report.compose(year.model_copy(update={"achievements": (written,)}), "g0")
    assert "Tổng số hộ: 1.200 hộ." in [line.text for line in made.lines]
    assert (made.signatures.right_lines, made.signatures.right_name) == (("TỔ TRƯỞNG",), "Lê Văn C")


@pytest.mark.parametrize(("number", "severity"), [(IssuedNumber, Severity.WARNING), (AwaitedNumber, Severity.ERROR)])
def test_a_decision_of_a_day_after_the_base_salary_changed_is_doubted_and_stopped_while_it_can_be(
    number: type[IssuedNumber], severity: Severity
) -> None:
    meant = on(date(2024, 6, 28), nominated("p0", WORKER))
    for day, told in ((date(2024, 6, 30), False), (date(2024, 7, 2), True)):
        own = number(kind="decision", ordinal=7, symbol="QĐ-UBND", issued_on=day)
        faults = law_faults(meant.model_copy(update={"issued": (own,)}))
        found = [fault for fault in faults if fault.rule == "prize_of_another_day"]
        assert [fault.severity for fault in found] == [severity] * told
        assert all("mức ấy là 2.340.000 đồng" in fault.reason for fault in found)


def test_the_title_of_a_list_is_in_capitals_and_breaks_where_a_part_begins() -> None:
    year = on(OLD, nominated("p0", WORKER), nominated("p1", Commendation.CERTIFICATE))
    assert award_list.compose(year, "").subject.splitlines() == [
        "CÁ NHÂN ĐƯỢC TẶNG DANH HIỆU THI ĐUA",
        "VÀ HÌNH THỨC KHEN THƯỞNG NĂM 2024",
    ]
