from __future__ import annotations

from datetime import date

import pytest
from shipped_packs import LAW

from vanban.domain.award import Award, Commendation, EmulationTitle
from vanban.domain.evaluation import Authorship, CommendedAchievement, InitiativeUse, RecognisedInitiative
from vanban.domain.finding import Severity
from vanban.law.repetition import (
    achievement_objections,
    authorship_objection,
    duplicate_nominations,
    initiative_use_objections,
    share_objections,
)

NAMES = {"a": "Nguyễn Văn A", "b": "Trần Thị B"}
WORKER, FIGHTER = EmulationTitle.ADVANCED_WORKER, EmulationTitle.GRASSROOTS_EMULATION_FIGHTER
CERTIFICATE, MERIT = Commendation.CERTIFICATE, Commendation.PROVINCIAL_MERIT_CERTIFICATE
INITIATIVE = RecognisedInitiative(key="sk", name="Số hóa sổ hộ", decision="QĐ số 1")

DAY = date(2024, 12, 31)


def achievement(award: Award, text: str = "Cứu người đuối nước", nominee: str = "a") -> CommendedAchievement:
    return CommendedAchievement(nominee=nominee, award=award, achievement=text)


@pytest.mark.parametrize(
    "rows",
    [
        [achievement(CERTIFICATE)],
        [achievement(CERTIFICATE), achievement(MERIT, "Dập lửa")],
        [achievement(CERTIFICATE), achievement(CERTIFICATE, nominee="b")],
        [achievement(CERTIFICATE), achievement(FIGHTER)],
    ],
)
def test_one_achievement_may_be_commended_once(rows: list[CommendedAchievement]) -> None:
    assert achievement_objections(LAW, DAY, rows, NAMES) == ()


def test_one_achievement_commended_twice_in_other_words_of_the_same_letters() -> None:
    earlier = achievement(MERIT, "cứu  người đuối nước").model_copy(update={"decision": "QĐ số 9/QĐ-UBND"})
    assert [
        str(objection) for objection in achievement_objections(LAW, DAY, [achievement(CERTIFICATE), earlier], NAMES)
    ] == [
        "Nguyễn Văn A: Thành tích “Cứu người đuối nước” được khen 2 lần: Giấy khen và Bằng khen cấp tỉnh "
        "(QĐ số 9/QĐ-UBND). (điểm c khoản 2 Điều 5 Luật Thi đua, khen thưởng) "
        "Hãy giữ một hình thức khen thưởng cho thành tích này."
    ]


def use(award: Award, year: int = 2024, nominee: str = "a") -> InitiativeUse:
    return InitiativeUse(initiative="sk", nominee=nominee, award=award, year=year)


@pytest.mark.parametrize("uses", [[use(FIGHTER)], [use(FIGHTER), use(FIGHTER, nominee="b")], [use(FIGHTER)] * 2])
def test_each_author_may_rest_on_an_initiative_once(uses: list[InitiativeUse]) -> None:
    assert initiative_use_objections(LAW, DAY, uses, {"sk": INITIATIVE}, NAMES) == ()


@pytest.mark.parametrize(
    ("uses", "severity", "reason"),
    [
        (
            [use(CERTIFICATE), use(FIGHTER, 2023)],
            Severity.ERROR,
            "Sáng kiến “Số hóa sổ hộ” được dùng 2 lần: “Chiến sĩ thi đua cơ sở” năm 2023 và Giấy khen năm 2024.",
        ),
        (
            [use(CERTIFICATE), use(MERIT)],
            Severity.ERROR,
            "Sáng kiến “Số hóa sổ hộ” được dùng 2 lần: Giấy khen năm 2024 và Bằng khen cấp tỉnh năm 2024.",
        ),
        (
            [use(FIGHTER), use(FIGHTER, 2023)],
            Severity.WARNING,
            "Sáng kiến “Số hóa sổ hộ” được dùng 2 lần: “Chiến sĩ thi đua cơ sở” năm 2023 và “Chiến sĩ thi đua cơ sở” "
            "năm 2024.",
        ),
    ],
)
def test_an_initiative_used_again(uses: list[InitiativeUse], severity: Severity, reason: str) -> None:
    (objection,) = initiative_use_objections(LAW, DAY, uses, {"sk": INITIATIVE}, NAMES)
    assert (objection.severity, objection.reason, objection.about) == (severity, reason, "Nguyễn Văn A")
    assert objection.article == "điểm c khoản 5 Mục III Công văn số 5007/BNV-TĐKT năm 2023 của Bộ Nội vụ"


def shares(*parts: tuple[str, int]) -> list[Authorship]:
    return [Authorship(initiative="sk", person=person, share=share) for person, share in parts]


def test_shares_that_make_a_hundred() -> None:
    assert share_objections(LAW, DAY, shares(("a", 60), ("b", 40)), [INITIATIVE], NAMES) == ()


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (
            shares(("a", 60), ("b", 30)),
            "Tổng tỷ lệ đóng góp của các tác giả là 90%, phải là 100% (Nguyễn Văn A: 60%; Trần Thị B: 30%).",
        ),
        (
            shares(("a", 60), ("b", 50)),
            "Tổng tỷ lệ đóng góp của các tác giả là 110%, phải là 100% (Nguyễn Văn A: 60%; Trần Thị B: 50%).",
        ),
        ([], "Tổng tỷ lệ đóng góp của các tác giả là 0%, phải là 100% (chưa có tác giả nào)."),
        (shares(("a", 60), ("a", 40)), "Tác giả Nguyễn Văn A được ghi 2 lần."),
    ],
)
def test_shares_that_do_not(rows: list[Authorship], reason: str) -> None:
    (objection,) = share_objections(LAW, DAY, rows, [INITIATIVE], NAMES)
    assert objection.reason == reason
    assert objection.article == "Phụ lục I Thông tư số 18/2013/TT-BKHCN"


def test_only_an_author_rests_on_an_initiative() -> None:
    assert authorship_objection(LAW, DAY, use(FIGHTER), shares(("a", 100)), NAMES) is None
    assert str(authorship_objection(LAW, DAY, use(FIGHTER, nominee="b"), shares(("a", 100)), NAMES)) == (
        "Trần Thị B: Không phải tác giả của sáng kiến mã sk dùng để đề nghị “Chiến sĩ thi đua cơ sở”. "
        "(khoản 2 Điều 23 Luật Thi đua, khen thưởng) "
        "Hãy bổ sung tác giả kèm tỷ lệ đóng góp, hoặc bỏ sáng kiến này khỏi hồ sơ."
    )


def test_nobody_is_put_forward_twice_for_the_same_award() -> None:
    rows: list[tuple[str, Award]] = [("a", WORKER), ("a", FIGHTER), ("b", WORKER)]
    assert duplicate_nominations(LAW, DAY, rows, NAMES) == ()
    (objection,) = duplicate_nominations(LAW, DAY, [*rows, ("a", WORKER)], NAMES)
    assert objection.about == "Nguyễn Văn A"
    assert objection.reason == "Được đề nghị “Lao động tiên tiến” 2 lần trong cùng năm."
