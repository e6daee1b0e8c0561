"""The votes of a year: what is checked before the minutes are made, and what the minutes then say."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from sample_year import LONG_NAME, sample_year
from shipped_templates import template_of

from vanban.domain.award import Commendation, EmulationTitle
from vanban.domain.consistency import Fault
from vanban.domain.consistency.selection import RULES
from vanban.domain.finding import Severity
from vanban.domain.nomination import Nomination
from vanban.domain.selection import Absence, CouncilRole, CouncilVote
from vanban.domain.year import Year
from vanban.kinds.papers import ballot, council_invitation, council_minutes, counting_minutes, group_minutes
from vanban.law.council_check import counted, vote_faults
from vanban.proofread import Expectations, proofread

FIGHTER = EmulationTitle.GRASSROOTS_EMULATION_FIGHTER


def with_meeting(year: Year, **changes: Any) -> Year:
    assert year.council_meeting is not None
    return year.model_copy(update={"council_meeting": year.council_meeting.model_copy(update=changes)})


def with_ballots(year: Year, **changes: Any) -> Year:
    assert year.council_meeting is not None
    assert year.council_meeting.ballots is not None
    return with_meeting(year, ballots=year.council_meeting.ballots.model_copy(update=changes))


def with_vote(year: Year, position: int = 0, **changes: Any) -> Year:
    votes = list(year.votes)
    votes[position] = votes[position].model_copy(update=changes)
    return year.model_copy(update={"votes": tuple(votes)})


def with_group(year: Year, **changes: Any) -> Year:
    first, *others = year.group_meetings
    return year.model_copy(update={"group_meetings": (first.model_copy(update=changes), *others)})


def nominating(year: Year, *nominees: tuple[str, Any]) -> Year:
    rows = tuple(Nomination(nominee=key, award=award, summary="Hoàn thành tốt") for key, award in nominees)
    return year.model_copy(update={"nominations": rows})


def contradictions(year: Year) -> list[Fault]:
    return [fault for rule in RULES for fault in rule(year)]


def said(lines: Any) -> list[str]:
    return [line.text for line in lines]


@pytest.fixture
def year() -> Year:
    """Nine members, one of them absent with a written vote; of three people the second has 7 of 9 votes."""
    made = sample_year()
    nobodys = tuple(one.model_copy(update={"name": f"{one.name} Hai"}) for one in made.council)
    reviewed_alone = {"campaigns": (), "sudden_achievements": (), "initiative_meeting": None}
    made = made.model_copy(update={"council": nobodys, **reviewed_alone})
    return nominating(made, ("p0", FIGHTER), ("p2", FIGHTER), ("c1", Commendation.CERTIFICATE))


def test_members_who_voted_on_themselves_are_told_once_unless_somebody_did_not_vote(year: Year) -> None:
    """The sample's council bears the names of its people: those of m0 to m2 are p0 to p2, all present."""
    own = year.model_copy(update={"council": sample_year().council})
    [note] = vote_faults(own)
    names = ", ".join(own.person(key).name for key in ("p0", "p1", "p2"))
    assert (note.rule, note.severity, note.path) == ("own_vote", Severity.WARNING, ("votes", 0, "nominee"))
    assert note.reason.startswith(f"{names}: là thành viên Hội đồng")
    by_hand = own.model_copy(update={"votes": tuple(row for row in own.votes if row.award is not FIGHTER)})
    assert [fault.value for fault in vote_faults(by_hand) if fault.rule == "own_vote"] == ["p0"]
    kept_out = tuple(row.model_copy(update={"in_favour": 4, "against": 3}) for row in by_hand.votes)
    assert vote_faults(by_hand.model_copy(update={"votes": kept_out, "nominations": ()})) == ()


def test_a_year_whose_votes_balance_and_pass_has_nothing_against_it(year: Year) -> None:
    assert vote_faults(year) == ()


# Sums


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        (
            {"issued": 8},
            "issued",
            "Số phiếu phát ra phải bằng số thu về cộng số không thu về (phát ra: 8; thu về: 9; không thu về: 0).",
        ),
        (
            {"returned": 8, "not_returned": 1},
            "returned",
            "Số phiếu thu về phải bằng số hợp lệ cộng số không hợp lệ (thu về: 8; hợp lệ: 9; không hợp lệ: 0).",
        ),
        (
            {"issued": 10, "not_returned": 1},
            "issued",
            "Số phiếu phát ra nhiều hơn tổng số thành viên (phát ra: 10; tổng số thành viên: 9).",
        ),
    ],
)
def test_ballots_that_do_not_balance_are_told_once_at_their_figure(
    year: Year, changes: dict[str, int], field: str, reason: str
) -> None:
    [fault] = vote_faults(with_ballots(year, **changes))
    assert fault.path == ("council_meeting", "ballots", field)
    assert fault.reason == f"Biên bản kiểm phiếu: {reason}"
    assert fault.severity is Severity.ERROR


def test_ballots_that_do_not_balance_are_told_also_where_nobody_stands_for_a_ballot(year: Year) -> None:
    for votes in (year.votes[3:], ()):
        [fault] = vote_faults(nominating(with_ballots(year.model_copy(update={"votes": votes}), issued=8)))
        assert fault.path == ("council_meeting", "ballots", "issued")


def test_a_candidate_whose_votes_are_not_the_valid_ballots_is_told_at_the_row(year: Year) -> None:
    [fault] = vote_faults(with_vote(year, in_favour=8, against=0))
    assert fault.path == ("votes", 0, "in_favour")
    assert fault.reason == (
        "Nguyễn Văn An: Số phiếu hợp lệ phải bằng số đồng ý cộng số không đồng ý (hợp lệ: 9; đồng ý: 8; "
        "không đồng ý: 0)."
    )


def test_more_hands_than_members_present_are_told_and_fewer_are_not(year: Year) -> None:
    [fault] = vote_faults(with_vote(year, 3, in_favour=8, against=1))
    assert fault.path == ("votes", 3, "in_favour")
    assert "8 đồng ý và 1 không đồng ý, nhiều hơn 8 thành viên có mặt" in fault.reason
    assert vote_faults(with_vote(year, 3, in_favour=6, against=1)) == ()


def test_an_absent_member_without_a_written_vote_is_a_warning_with_the_article(year: Year) -> None:
    absent = Absence(member="m8", reason="Ốm")
    year = with_ballots(with_meeting(year, absences=(absent,)), issued=8, returned=8, valid=8)
    year = year.model_copy(update={"votes": (year.votes[0].model_copy(update={"in_favour": 8, "against": 0}),)})
    [fault] = vote_faults(nominating(year, ("p0", FIGHTER)))
    assert (fault.path, fault.severity) == (("council_meeting", "absences"), Severity.WARNING)
    assert "Còn 1 thành viên Hội đồng vắng mặt" in fault.reason
    assert "khoản 7 Điều 30 Nghị định số 98/2023/NĐ-CP" in fault.reason


def test_a_candidate_without_figures_among_counted_ones_is_told(year: Year) -> None:
    [fault] = vote_faults(with_vote(year, 1, in_favour=None))
    assert fault.path == ("votes", 1, "nominee")
    assert "chưa đủ số phiếu" in fault.reason


# Nominations


def test_nominating_somebody_with_seven_of_nine_votes_is_an_error_with_article_and_numbers(year: Year) -> None:
    [fault] = vote_faults(nominating(year, ("p0", FIGHTER), ("p1", FIGHTER), ("p2", FIGHTER)))
    assert (fault.path, fault.value, fault.severity) == (("nominations", 1, "nominee"), "p1", Severity.ERROR)
    assert fault.reason == (
        "Trần Thị Bình: “Chiến sĩ thi đua cơ sở” cần bỏ phiếu, từ 80% trở lên tính trên tổng số thành viên Hội "
        "đồng: ít nhất 8/9 phiếu, mới được 7/9 (77,8%). (khoản 7 Điều 30 Nghị định số 98/2023/NĐ-CP)"
    )


def test_the_article_is_that_of_the_day_of_the_meeting(year: Year) -> None:
    everybody = nominating(year, ("p0", FIGHTER), ("p1", FIGHTER), ("p2", FIGHTER))
    year = with_meeting(everybody, day=date(2025, 12, 5))
    [fault] = vote_faults(year)
    assert "Nghị định số 152/2025/NĐ-CP" in fault.reason


def test_a_nomination_without_a_ballot_is_an_error_after_the_meeting_and_a_warning_before(year: Year) -> None:
    year = year.model_copy(update={"votes": year.votes[1:]})
    [after] = vote_faults(year)
    assert (after.path, after.severity) == (("nominations", 0, "nominee"), Severity.ERROR)
    assert "phải có kết quả bỏ phiếu của Hội đồng" in after.reason
    before = vote_faults(with_meeting(nominating(year, ("p0", FIGHTER)), ballots=None))
    assert [fault.severity for fault in before] == [Severity.WARNING]


def test_somebody_who_passed_and_is_not_nominated_is_a_warning(year: Year) -> None:
    [fault] = vote_faults(nominating(year, ("p0", FIGHTER)))
    assert (fault.path, fault.value, fault.severity) == (("votes", 2, "nominee"), "p2", Severity.WARNING)
    assert "8/9 phiếu đồng ý, đạt 88,9% tính trên tổng số thành viên Hội đồng" in fault.reason


def test_a_year_without_a_meeting_is_not_asked_for_votes(year: Year) -> None:
    assert vote_faults(year.model_copy(update={"council_meeting": None})) == ()


# Groups


@pytest.mark.parametrize(
    ("changes", "field", "what"),
    [
        ({"present": 1201}, "present", "số hộ dự họp nhiều hơn số hộ của tổ (1201/1200)"),
        ({"cultural_families": 1201}, "cultural_families", "số hộ đạt nhiều hơn số hộ của tổ (1201/1200)"),
        ({"title_in_favour": 1001}, "title_in_favour", "số hộ đồng ý nhiều hơn số hộ dự họp (1001/1000)"),
        ({"day": date(2024, 11, 28)}, "day", "phải xong trước ngày 25/11/2024"),
        ({"sent_on": date(2024, 11, 20)}, "day", "chưa đủ 10 ngày công khai"),
    ],
)
def test_what_a_group_cannot_have_decided_is_told(year: Year, changes: dict[str, Any], field: str, what: str) -> None:
    [fault] = vote_faults(with_group(year, **changes))
    assert fault.path == ("group_meetings", 0, field)
    assert fault.reason.startswith("Tổ dân phố số 1: ")
    assert what in fault.reason


# Contradictions


@pytest.mark.parametrize(
    ("changes", "path", "reason"),
    [
        ({"chair": "m9"}, ("chair",), "Mã này chưa có trong danh sách thành viên Hội đồng."),
        ({"chair": "m5"}, ("chair",), "nên không chủ trì cuộc họp của Hội đồng"),
        ({"secretary": "m8"}, ("secretary",), "Người này được ghi là vắng mặt"),
        ({"ends_at": time(13)}, ("ends_at",), "Giờ kết thúc không sau giờ bắt đầu."),
        ({"day": date(2023, 12, 5)}, ("day",), "Ngày họp không thuộc năm 2024"),
    ],
)
def test_a_meeting_that_contradicts_itself_is_told(
    year: Year, changes: dict[str, Any], path: tuple[str, ...], reason: str
) -> None:
    faults = contradictions(with_meeting(year, **changes))
    assert [f.reason for f in faults if f.path == ("council_meeting", *path) and reason in f.reason], faults


def only_the_meeting(year: Year) -> Year:
    """The same year without the other sittings of its councils."""
    rows = {
        part: tuple(row.model_copy(update={"review": None}) for row in getattr(year, part))
        for part in ("campaigns", "sudden_achievements")
    }
    return year.model_copy(update={**rows, "initiative_council": (), "initiative_meeting": None})


def test_whoever_signs_the_minutes_presided(year: Year) -> None:
    [fault] = contradictions(only_the_meeting(year))
    assert fault.reason == "Trần Thị B ký biên bản nhưng người chủ trì cuộc họp là Nguyễn Văn An Hai."
    signed = tuple(one.model_copy(update={"name": "Nguyễn Văn An Hai"}) for one in year.signatories)
    assert contradictions(only_the_meeting(year).model_copy(update={"signatories": signed})) == []


def test_a_member_has_the_name_of_the_signatory_or_person_of_that_key(year: Year) -> None:
    year = only_the_meeting(year)
    first, *others = year.council
    signing = year.model_copy(update={"council": (first.model_copy(update={"key": "chair", "name": None}), *others)})
    signing = with_meeting(signing, chair="chair")
    assert contradictions(signing) == []
    assert council_minutes.compose(signing, "").signatures.right_name == "Trần Thị B"
    nobody = year.model_copy(update={"council": (first.model_copy(update={"name": None}), *others)})
    assert "chưa có họ tên" in contradictions(nobody)[0].reason
    other = year.model_copy(update={"council": (first.model_copy(update={"key": "p1"}), *others)})
    assert contradictions(with_meeting(other, chair="m1"))[0].reason == (
        "Mã này là của Trần Thị Bình trong danh sách người ký, cá nhân."
    )


def test_a_council_has_just_one_chair(year: Year) -> None:
    council = tuple(one.model_copy(update={"role": CouncilRole.CHAIR}) for one in year.council)
    assert (
        "đúng một Chủ tịch; danh sách có 9" in contradictions(year.model_copy(update={"council": council}))[-1].reason
    )


def test_votes_for_nobody_and_meetings_of_no_group_are_told(year: Year) -> None:
    votes = (CouncilVote(nominee="ai", award=FIGHTER),)
    wrong = with_group(year.model_copy(update={"votes": votes}), group="to")
    assert [fault.path for fault in contradictions(wrong)][:2] == [
        ("votes", 0, "nominee"),
        ("group_meetings", 0, "group"),
    ]


# What the papers say


def test_the_minutes_name_who_passed_and_who_did_not_with_the_share_of_all_members(year: Year) -> None:
    context = council_minutes.compose(year, "")
    text = said(context.lines)
    assert "Đủ số phiếu để đề nghị (06 trường hợp):" in text
    assert text[text.index("Không đủ số phiếu, không đề nghị (02 trường hợp):") + 1] == (
        "- Bà Trần Thị Bình, “Chiến sĩ thi đua cơ sở”: 7/9 phiếu đồng ý, đạt 77,8% tính trên tổng số thành viên Hội "
        "đồng; cần ít nhất 8/9 phiếu;"
    )
    assert text[-1] == "Cuộc họp kết thúc vào 16 giờ 30 phút, ngày 05 tháng 12 năm 2024./."
    assert [(row.share, row.verdict) for row in context.votes[:2]] == [("88,9%", "Đạt"), ("77,8%", "Không đạt")]
    assert (context.signatures.left_lines, context.signatures.right_lines) == (("THƯ KÝ",), ("CHỦ TỌA",))


def test_who_is_present_is_counted_from_the_absences(year: Year) -> None:
    total = counted(year)
    assert total is not None
    assert (total.members, total.present, total.written) == (9, 8, 1)
    text = said(council_minutes.compose(year, "").lines)
    assert "Có mặt 08/09 thành viên Hội đồng, gồm:" in text
    assert any(line.endswith("lý do: đi công tác; có ý kiến bằng văn bản.") for line in text)
    everybody = said(council_minutes.compose(with_meeting(year, absences=()), "").lines)
    assert "Có mặt 09/09 thành viên Hội đồng, gồm:" in everybody
    assert not any(line.startswith("Vắng mặt") for line in everybody)


def test_before_the_meeting_the_ballot_is_made_and_the_minutes_leave_room_for_every_figure(year: Year) -> None:
    votes = tuple(row.model_copy(update={"in_favour": None, "against": None}) for row in year.votes)
    year = with_meeting(year.model_copy(update={"votes": votes}), ballots=None, ends_at=None)
    assert len(ballot.compose(year, "").candidates) == 3
    context = council_minutes.compose(year, "")
    text = said(context.lines)
    assert "- Số phiếu phát ra: …… phiếu;" in text
    assert "Kết quả: ………………" in text
    assert text[-1] == "Cuộc họp kết thúc vào …… giờ …… phút, ngày 05 tháng 12 năm 2024./."
    assert {(row.share, row.verdict) for row in context.votes} == {("", "")}


def test_the_ballot_and_the_counting_hold_only_those_on_whom_the_law_wants_a_ballot(year: Year) -> None:
    candidates = ballot.compose(year, "").candidates
    assert [row.award for row in candidates] == ["“Chiến sĩ thi đua cơ sở”"] * 3
    counting = counting_minutes.compose(year, "")
    assert [row.name.split(",")[0] for row in counting.votes] == [row.name for row in candidates]
    assert "- “Chiến sĩ thi đua cơ sở”: bỏ phiếu, từ 80% trở lên tính trên tổng số thành viên Hội đồng." in said(
        counting.lines
    )
    assert counting.attached_to.startswith("(Kèm theo Biên bản số ")
    assert ballot.KIND.keys(year.model_copy(update={"votes": year.votes[3:]})) == ()


def test_the_invitation_says_who_presides_when_and_where(year: Year) -> None:
    text = said(council_invitation.compose(year, "").lines)
    assert text[0].endswith("trân trọng kính mời:")
    assert "Thời gian: 14 giờ 00 phút, thứ Năm, ngày 05 tháng 12 năm 2024." in text
    assert council_invitation.compose(year, "").closing.recipients[0] == "- Như trên;"


def test_a_group_without_half_of_the_votes_does_not_ask_for_its_title(year: Year) -> None:
    for votes, words in ((980, "đạt 98%; cuộc họp nhất trí đề nghị."), (500, "đạt 50%; chưa quá 50% nên")):
        text = said(group_minutes.compose(with_group(year, title_in_favour=votes), "g0").lines)
        assert any(words in line for line in text), text
    open_title = year.group_registrations[0].model_copy(update={"title": None})
    text = said(group_minutes.compose(year.model_copy(update={"group_registrations": (open_title,)}), "g0").lines)
    assert any("tổ không đăng ký danh hiệu nên cuộc họp không xét" in line for line in text)


@pytest.mark.parametrize("rows", [0, 1, 2, 60])
def test_every_paper_of_the_selection_passes_proofreading(rows: int) -> None:
    made = sample_year(rows=rows, name=LONG_NAME)
    for module in (council_invitation, ballot, counting_minutes, council_minutes, group_minutes):
        for key in module.KIND.keys(made)[:1]:
            name = module.KIND.name
            data = template_of(name).render(module.compose(made, key))
            found = proofread(data, name=name, expected=Expectations(signing_copy=True, year=2024)).findings
            assert [str(finding) for finding in found] == [], name
