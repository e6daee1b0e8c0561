from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from shipped_packs import LAW

from vanban.domain.award import Award, Commendation, EmulationTitle
from vanban.domain.finding import Severity
from vanban.domain.law_text import Certainty
from vanban.domain.level import Level
from vanban.domain.vote import BallotCount, NomineeVote
from vanban.law.council import (
    ballot_missing,
    count_objections,
    needs_ballot,
    outcome,
    passed,
    vote_objection,
    vote_rule,
)

DAY = date(2024, 12, 5)
FIGHTER = EmulationTitle.GRASSROOTS_EMULATION_FIGHTER


def count(**changed: Any) -> BallotCount:
    """A count of nine members that balances, with 8 for and 1 against, but for what is ``changed``."""
    numbers: dict[str, Any] = {
        "members": 9,
        "present": 8,
        "written": 1,
        "issued": 9,
        "returned": 9,
        "not_returned": 0,
        "valid": 9,
        "invalid": 0,
        "votes": (NomineeVote(nominee="a", award=FIGHTER, in_favour=8, against=1),),
    }
    return BallotCount(**(numbers | changed))


def test_a_count_that_balances_has_nothing_against_it() -> None:
    assert count_objections(LAW, count(), DAY) == ()
    assert vote_objection(LAW, count(), count().votes[0], DAY, "Nguyễn Văn A") is None


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        (
            {"issued": 8},
            "Số phiếu phát ra phải bằng số thu về cộng số không thu về (phát ra: 8; thu về: 9; không thu về: 0).",
        ),
        (
            {"valid": 8, "votes": (NomineeVote(nominee="a", award=FIGHTER, in_favour=8, against=0),)},
            "Số phiếu thu về phải bằng số hợp lệ cộng số không hợp lệ (thu về: 9; hợp lệ: 8; không hợp lệ: 0).",
        ),
        (
            {"issued": 10, "not_returned": 1},
            "Số phiếu phát ra nhiều hơn tổng số thành viên (phát ra: 10; tổng số thành viên: 9).",
        ),
        (
            {"present": 9},
            "Số có mặt và số cho ý kiến bằng văn bản nhiều hơn tổng số thành viên "
            "(có mặt: 9; ý kiến bằng văn bản: 1; tổng số thành viên: 9).",
        ),
        (
            {"votes": (NomineeVote(nominee="a", award=FIGHTER, in_favour=8, against=0),)},
            "Số phiếu hợp lệ phải bằng số đồng ý cộng số không đồng ý (hợp lệ: 9; đồng ý: 8; không đồng ý: 0).",
        ),
    ],
)
def test_each_sum_that_does_not_come_out_is_named_with_its_numbers(changed: dict[str, Any], reason: str) -> None:
    objections = count_objections(LAW, count(**changed), DAY, {"a": "Nguyễn Văn A"})
    assert [objection.reason for objection in objections] == [reason]


def test_more_ballots_back_than_people_who_could_cast_them_is_named() -> None:
    reasons = [objection.reason for objection in count_objections(LAW, count(written=0), DAY)]
    assert reasons == [
        "Số phiếu thu về nhiều hơn số thành viên có mặt và cho ý kiến bằng văn bản "
        "(thu về: 9; có mặt: 8; ý kiến bằng văn bản: 0).",
        "Còn 1 thành viên Hội đồng vắng mặt chưa cho ý kiến bằng văn bản; tỷ lệ phiếu vẫn tính trên "
        "tổng số thành viên.",
    ]


def test_an_absent_member_who_was_not_asked_is_a_warning_with_its_article() -> None:
    vote = NomineeVote(nominee="a", award=FIGHTER, in_favour=8, against=0)
    (objection,) = count_objections(LAW, count(written=0, returned=8, issued=8, valid=8, votes=(vote,)), DAY)
    assert objection.severity is Severity.WARNING
    assert objection.article == "khoản 7 Điều 30 Nghị định số 98/2023/NĐ-CP"


@pytest.mark.parametrize(("members", "needed"), [(3, 3), (5, 4), (7, 6), (9, 8), (11, 9), (13, 11), (15, 12)])
def test_a_fighter_needs_eighty_per_cent_of_all_members(members: int, needed: int) -> None:
    rule = vote_rule(LAW, FIGHTER, DAY).value
    assert rule.needed(members) == needed
    assert rule.passes(needed, members)
    assert not rule.passes(needed - 1, members)


@pytest.mark.parametrize(("members", "needed"), [(9, 9), (11, 10)])
def test_a_provincial_fighter_needs_ninety_per_cent_of_the_provinces_council(members: int, needed: int) -> None:
    rule = vote_rule(LAW, EmulationTitle.PROVINCIAL_EMULATION_FIGHTER, DAY, Level.PROVINCE).value
    assert rule.needed(members) == needed


@pytest.mark.parametrize("day", [DAY, date(2025, 7, 1)])
def test_of_a_wards_council_a_ballot_is_asked_for_a_provincial_fighter_and_no_share(day: date) -> None:
    """Khoản 7 Điều 30 binds the councils of ministries and provinces with its 90 per cent."""
    found = vote_rule(LAW, EmulationTitle.PROVINCIAL_EMULATION_FIGHTER, day)
    assert (found.value.ballot, found.value.needed(9)) == (True, 5)
    assert "không đặt tỷ lệ cho Hội đồng cấp xã" in found.article
    assert found.certainty is Certainty.TO_CHECK


def test_a_ballot_is_a_ballot_the_decree_does_not_say_secret() -> None:
    assert str(vote_rule(LAW, FIGHTER, DAY).value).startswith("bỏ phiếu, từ 80%")


@pytest.mark.parametrize("members", range(1, 101))
def test_passing_is_exact_arithmetic(members: int) -> None:
    fighter, certificate = (vote_rule(LAW, award, DAY).value for award in (FIGHTER, Commendation.CERTIFICATE))
    for in_favour in range(members + 1):
        share = Fraction(in_favour, members)
        assert fighter.passes(in_favour, members) == (share >= Fraction(8, 10))
        assert certificate.passes(in_favour, members) == (share > Fraction(1, 2))


def test_seven_of_nine_do_not_make_a_fighter() -> None:
    vote = NomineeVote(nominee="a", award=FIGHTER, in_favour=7, against=2)
    assert not passed(LAW, count(votes=(vote,)), vote, DAY)
    assert str(vote_objection(LAW, count(votes=(vote,)), vote, DAY, "Nguyễn Văn A")) == (
        "Nguyễn Văn A: “Chiến sĩ thi đua cơ sở” cần bỏ phiếu, từ 80% trở lên tính trên tổng số thành viên "
        "Hội đồng: ít nhất 8/9 phiếu, mới được 7/9 (77,8%). (khoản 7 Điều 30 Nghị định số 98/2023/NĐ-CP) "
        "Hãy đưa khỏi danh sách đề nghị, hoặc sửa số phiếu nếu nhập nhầm."
    )


def test_the_share_is_of_all_members_not_of_those_present() -> None:
    vote = NomineeVote(nominee="a", award=FIGHTER, in_favour=7, against=0)
    seven = count(present=7, written=0, issued=7, returned=7, valid=7, votes=(vote,))
    assert not passed(LAW, seven, vote, DAY)
    assert outcome(LAW, seven, vote, DAY) == "7/9 phiếu đồng ý, đạt 77,8% tính trên tổng số thành viên Hội đồng"


def test_a_certificate_passes_with_more_than_half_of_those_present() -> None:
    vote = NomineeVote(nominee="a", award=Commendation.CERTIFICATE, in_favour=4, against=4)
    assert not passed(LAW, count(votes=(vote,)), vote, DAY)
    better = vote.model_copy(update={"in_favour": 5})
    assert passed(LAW, count(votes=(better,)), better, DAY)


@pytest.mark.parametrize(
    ("award", "needed"),
    [
        (FIGHTER, True),
        (EmulationTitle.PROVINCIAL_EMULATION_FLAG, True),
        (EmulationTitle.ADVANCED_WORKER, False),
        (EmulationTitle.ADVANCED_COLLECTIVE, False),
        (Commendation.CERTIFICATE, False),
    ],
)
def test_only_fighters_and_flags_need_a_ballot(award: Award, needed: bool) -> None:
    assert needs_ballot(LAW, award, DAY) is needed
    assert (ballot_missing(LAW, award, DAY, "Nguyễn Văn A") is not None) is needed


def test_a_missing_ballot_names_the_article_of_the_day() -> None:
    old, new = (ballot_missing(LAW, FIGHTER, day, "Nguyễn Văn A") for day in (DAY, date(2025, 7, 1)))
    assert old is not None and new is not None
    assert old.article == "khoản 7 Điều 30 Nghị định số 98/2023/NĐ-CP"
    assert new.article.startswith("Nghị định số 152/2025/NĐ-CP")
