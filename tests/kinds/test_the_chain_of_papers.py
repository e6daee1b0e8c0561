"""No paper of the chain is missing: minutes before a submission, decisions that set up who votes, who is invited."""

from __future__ import annotations

from datetime import date

import pytest
from law.good_year import changed, good_year
from sample_year import sample_year
from test_minutes_as_minutes import built

from vanban.domain.finding import Severity
from vanban.domain.local_rules import LocalRules
from vanban.domain.year import Year
from vanban.law.document_day import document_day
from vanban.law.initiatives import recognition_faults
from vanban.law.year_check.occasions import minutes, reviews

KEY = "dien-bien-phu"


def with_review(year: Year, **fields: object) -> Year:
    (campaign,) = year.campaigns
    assert campaign.review is not None
    review = campaign.review.model_copy(update=fields)
    return year.model_copy(update={"campaigns": (campaign.model_copy(update={"review": review}),)})


def test_the_minutes_of_a_campaign_say_who_was_there_what_was_voted_and_who_passed() -> None:
    lines = built("campaign_minutes", good_year(2024))
    assert "Có mặt 08/09 thành viên Hội đồng, gồm:" in lines
    assert any(line.startswith("- Ông Đinh Văn Q, ") and "lý do: đi công tác" in line for line in lines)
    assert any("Bà Lý Thị P, Giấy khen: 7/8 phiếu" in line and "vì là người được xét" in line for line in lines)
    at = next(n for n, line in enumerate(lines) if line.startswith("Cuộc họp kết thúc vào 15 giờ 30 phút"))
    assert "đọc lại" in lines[at - 1]
    assert document_day(good_year(2024), "campaign_minutes", KEY) == date(2024, 5, 9)


def test_a_council_that_is_asked_in_writing_answers_and_nobody_is_present() -> None:
    lines = built("sudden_minutes", sample_year())
    assert any(line.startswith("Hình thức: lấy ý kiến bằng văn bản") and "ngày 19 tháng 8" in line for line in lines)
    assert "Có ý kiến 08/09 thành viên Hội đồng, gồm:" in lines
    assert any("8/8 phiếu đồng ý, đạt 100,0% tính trên số thành viên có ý kiến" in line for line in lines)
    assert not any("dự họp" in line for line in lines)


def test_a_campaign_decided_without_the_council_is_told_with_the_article() -> None:
    year = good_year(2024)
    bare = changed(year, (("campaigns", 0, "review"), None))
    (fault,) = minutes(bare)
    assert fault.severity is Severity.WARNING
    assert fault.article is not None
    assert "khoản 2 Điều 84 Luật Thi đua, khen thưởng" in fault.article
    assert list(minutes(year)) == []


def test_minutes_of_a_sudden_award_are_asked_for_only_where_the_offices_rules_ask() -> None:
    year = good_year(2024)
    assert not any(fault.path[0] == "sudden_achievements" for fault in minutes(year))
    rules = LocalRules(source="Quy chế số 01/QC-HĐTĐKT", sudden_award_minutes=True)
    (fault,) = minutes(year.model_copy(update={"local_rules": rules}))
    assert (fault.path[0], fault.article) == ("sudden_achievements", "Quy chế số 01/QC-HĐTĐKT")


def test_who_is_voted_down_or_not_voted_on_is_not_proposed() -> None:
    year = good_year(2024)
    (campaign,) = year.campaigns
    assert campaign.review is not None
    first, *rest = campaign.review.votes
    low = with_review(year, votes=(first.model_copy(update={"in_favour": 3, "against": 5}), *rest))
    (fault,) = reviews(low)
    assert "3/8" in fault.reason
    assert fault.path[-1] == "in_favour"
    (fault,) = reviews(with_review(year, votes=tuple(rest)))
    assert fault.value == first.nominee
    (fault,) = reviews(with_review(year, votes=(first.model_copy(update={"against": 4}), *rest)))
    assert "nhiều hơn 8 thành viên" in fault.reason


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("council_decision", "- Bà Mai Thị S, Chủ tịch Hội Liên hiệp Phụ nữ phường, Ủy viên Hội đồng."),
        ("counting_board_decision", "- Bà Lý Thị P, Chủ tịch Ủy ban MTTQ Việt Nam phường, Tổ trưởng;"),
        ("initiative_council_decision", "- Bà Đỗ Thị G, Công chức Tư pháp - Hộ tịch, Ủy viên, Thư ký Hội đồng;"),
    ],
)
def test_the_decision_that_sets_up_a_body_names_the_members_that_the_tables_name(kind: str, said: str) -> None:
    lines = built(kind, good_year(2024))
    assert said in lines
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG NGÔ QUYỀN" in lines
    assert not any(line.startswith("TM.") for line in lines)


def test_the_initiative_council_has_minutes_and_what_it_voted_down_is_not_recognised() -> None:
    year = good_year(2024)
    lines = built("initiative_minutes", year)
    assert "Có mặt 04/05 thành viên Hội đồng, gồm:" in lines
    assert any("Sáng kiến “Hẹn giờ" in line and "4/4 phiếu đồng ý" in line for line in lines)
    low = changed(year, (("initiative_meeting", "votes", 0, "in_favour"), 1))
    assert any("chỉ được 1/4 phiếu" in fault.reason for fault in recognition_faults(low))
    unseen = changed(year, (("initiative_meeting", "votes", 0, "initiative"), "ban-do-so-mat-bang"))
    assert any("không có kết quả xét" in fault.reason for fault in recognition_faults(unseen))


def test_the_invitation_to_the_conference_says_who_what_when_and_where_once() -> None:
    lines = built("conference_invitation", good_year(2024))
    assert "GIẤY MỜI" in lines
    assert any(line.startswith("Thời gian: 08 giờ 00 phút, thứ Sáu, ngày 27 tháng 12") for line in lines)
    assert "- Đại diện tập thể, cá nhân được khen thưởng năm 2024." in lines
    assert lines.count("- Như trên;") == 1
