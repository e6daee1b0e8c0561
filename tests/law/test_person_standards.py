"""Each standard of a person: a case that meets it, a case that does not, its article in the message."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from shipped_packs import LAW

from vanban.domain.award import Award, Commendation, EmulationTitle
from vanban.domain.evaluation import DisciplineForm, Evaluation, InitiativeScope, Rating, RecognisedInitiative
from vanban.domain.nomination import MeritPoint
from vanban.errors import NoLawBook
from vanban.law.person_standards import AWARDS, PersonCase, standards
from vanban.law.standard import table, unmet

OLD, NEW, BAC_NINH = date(2024, 12, 2), date(2025, 7, 1), date(2025, 12, 15)
TITLE = EmulationTitle
RECOGNISED = RecognisedInitiative(key="sk-01", name="Số hóa sổ hộ", decision="QĐ số 12/QĐ-UBND ngày 05/11/2024")
DRAFT = RecognisedInitiative(key="sk-02", name="Nhắc việc tự động")


def said(award: Award, day: date = OLD, **facts: Any) -> list[str]:
    row = {
        name: facts.pop(name)
        for name in ("rating", "official", "discipline", "disciplined_on", "served_on", "under_review")
        if name in facts
    }
    evaluation = Evaluation(person="a", **({"rating": Rating.GOOD} | row))
    case = PersonCase("Nguyễn Văn A", award, day, 2024, evaluation, **facts)
    held = standards(LAW, award, day, official=evaluation.official)
    return [str(objection) for objection in unmet(held, case, "Nguyễn Văn A")]


def test_good_work_makes_an_advanced_worker() -> None:
    assert said(TITLE.ADVANCED_WORKER) == []
    assert said(TITLE.ADVANCED_WORKER, rating=Rating.EXCELLENT) == []


@pytest.mark.parametrize("rating", [Rating.DONE, Rating.NOT_DONE])
def test_less_than_good_work_makes_none(rating: Rating) -> None:
    assert said(TITLE.ADVANCED_WORKER, rating=rating) == [
        f"Nguyễn Văn A: Chưa đạt tiêu chuẩn “Hoàn thành tốt nhiệm vụ trở lên”: xếp loại {rating}. "
        "(điểm a khoản 1 Điều 24 Luật Thi đua, khen thưởng) "
        "Hãy đưa người này khỏi danh sách đề nghị, hoặc sửa dữ liệu nếu nhập nhầm."
    ]


def test_an_official_without_a_rating_is_not_let_through() -> None:
    assert said(TITLE.ADVANCED_WORKER, rating=None) == [
        "Nguyễn Văn A: Chưa có số liệu để xét tiêu chuẩn “Hoàn thành tốt nhiệm vụ trở lên”: chưa có kết quả xếp loại "
        "năm. "
        "(điểm a khoản 1 Điều 24 Luật Thi đua, khen thưởng) Hãy nhập kết quả xếp loại của người này trong năm."
    ]


def test_a_farmer_is_judged_by_the_meeting_not_by_a_rating() -> None:
    assert said(TITLE.ADVANCED_WORKER, official=False, rating=None) == []
    articles = [standard.article for standard in standards(LAW, TITLE.ADVANCED_WORKER, OLD, official=False)]
    assert articles[:2] == [
        "điểm a khoản 3 Điều 24 Luật Thi đua, khen thưởng",
        "điểm b khoản 3 Điều 24 Luật Thi đua, khen thưởng",
    ]


@pytest.mark.parametrize("facts", [{"rating": Rating.EXCELLENT}, {"initiatives": (RECOGNISED,)}])
def test_a_fighter_is_excellent_or_has_a_recognised_initiative(facts: dict[str, Any]) -> None:
    assert said(TITLE.GRASSROOTS_EMULATION_FIGHTER, **facts) == []


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({}, "xếp loại Hoàn thành tốt nhiệm vụ; không có sáng kiến được công nhận"),
        (
            {"initiatives": (DRAFT,)},
            "xếp loại Hoàn thành tốt nhiệm vụ; sáng kiến “Nhắc việc tự động” chưa có quyết định công nhận",
        ),
    ],
)
def test_good_work_alone_makes_no_fighter(facts: dict[str, Any], shown: str) -> None:
    (text,) = said(TITLE.GRASSROOTS_EMULATION_FIGHTER, **facts)
    assert text.startswith("Nguyễn Văn A: Chưa đạt tiêu chuẩn “Hoàn thành xuất sắc nhiệm vụ hoặc có sáng kiến")
    assert f": {shown}. (khoản 2 Điều 23 Luật Thi đua, khen thưởng)" in text
    assert text.endswith("hãy đề nghị danh hiệu “Lao động tiên tiến”.")


def test_a_fighter_must_meet_the_standards_of_an_advanced_worker_too() -> None:
    (text,) = said(TITLE.GRASSROOTS_EMULATION_FIGHTER, rating=Rating.DONE, initiatives=(RECOGNISED,))
    assert "(điểm a khoản 1 Điều 24 Luật Thi đua, khen thưởng)" in text


WIDE = RECOGNISED.model_copy(update={"scope": InitiativeScope.PROVINCE})


@pytest.mark.parametrize("years", [{2022, 2023, 2024}, {2021, 2022, 2023}, {2019, 2021, 2022, 2023}])
def test_three_years_running_and_a_provincial_initiative_make_a_provincial_fighter(years: set[int]) -> None:
    assert said(TITLE.PROVINCIAL_EMULATION_FIGHTER, fighter_years=frozenset(years), initiatives=(WIDE,)) == []


@pytest.mark.parametrize("years", [set(), {2023, 2024}, {2020, 2022, 2024}, {2019, 2020, 2021}])
def test_three_years_not_running_do_not(years: set[int]) -> None:
    (text,) = said(TITLE.PROVINCIAL_EMULATION_FIGHTER, fighter_years=frozenset(years), initiatives=(WIDE,))
    assert "(điểm a khoản 1 Điều 22 Luật Thi đua, khen thưởng)" in text
    assert (", ".join(map(str, sorted(years))) or "chưa có năm nào") in text


def test_an_initiative_of_the_ward_makes_no_provincial_fighter() -> None:
    (text,) = said(
        TITLE.PROVINCIAL_EMULATION_FIGHTER, fighter_years=frozenset({2022, 2023, 2024}), initiatives=(RECOGNISED,)
    )
    assert (
        ": không có sáng kiến được công nhận có phạm vi ảnh hưởng trong tỉnh. "
        "(điểm b khoản 1 Điều 22 Luật Thi đua, khen thưởng)" in text
    )


@pytest.mark.parametrize("award", AWARDS)
@pytest.mark.parametrize(("day", "decree"), [(OLD, "98/2023"), (NEW, "152/2025")])
def test_nobody_under_review_is_put_forward(award: Award, day: date, decree: str) -> None:
    facts: dict[str, Any] = {
        "rating": Rating.EXCELLENT,
        "initiatives": (WIDE,),
        "fighter_years": frozenset({2022, 2023, 2024}),
        "point": MeritPoint.B,
    }
    assert said(award, day, **facts) == []
    (text,) = said(award, day, **facts, under_review="đang xác minh đơn thư")
    assert text.endswith(
        f": đang được xem xét: đang xác minh đơn thư. (khoản 4 Điều 4 Nghị định số {decree}/NĐ-CP) "
        "Hãy chờ kết luận của cơ quan có thẩm quyền rồi mới đề nghị."
    )


def test_a_discipline_that_is_not_served_keeps_somebody_back() -> None:
    facts: dict[str, Any] = {"discipline": DisciplineForm.REPRIMAND, "disciplined_on": date(2024, 3, 1)}
    (text,) = said(TITLE.ADVANCED_WORKER, **facts)
    assert ": Bị kỷ luật khiển trách ngày 01/3/2024, chưa chấp hành xong. (khoản 4 Điều 4 Nghị định số 98/2023" in text
    assert said(TITLE.ADVANCED_WORKER, **facts, served_on=date(2025, 3, 1)) == [text]
    (told,) = said(TITLE.ADVANCED_WORKER, **facts, served_on=OLD)
    assert (
        ": Bị kỷ luật khiển trách ngày 01/3/2024, chấp hành xong ngày" in told
        and "tiêu chuẩn" not in told.partition("Hãy")[0]
    )


def test_a_discipline_that_is_served_stands_in_the_table() -> None:
    evaluation = Evaluation(
        person="a",
        rating=Rating.GOOD,
        discipline=DisciplineForm.REPRIMAND,
        disciplined_on=date(2024, 3, 1),
        served_on=date(2024, 6, 1),
    )
    case = PersonCase("Nguyễn Văn A", TITLE.ADVANCED_WORKER, OLD, 2024, evaluation)
    rows = table(standards(LAW, case.award, case.day), case)
    assert [(row.achieved, row.verdict) for row in rows] == [
        ("xếp loại Hoàn thành tốt nhiệm vụ", "Đạt"),
        ("Do hội nghị bình xét đánh giá", "Bình xét"),
        (
            "bị kỷ luật khiển trách ngày 01/3/2024, chấp hành xong ngày 01/6/2024: chỉ tính thành tích từ ngày đó",
            "Bình xét",
        ),
        ("không có", "Không vướng"),
    ]


def test_the_rule_of_bac_ninh_on_certificates_holds_from_its_day_only() -> None:
    certificate = Commendation.CERTIFICATE
    assert said(certificate, date(2025, 12, 14), rating=Rating.DONE) == []
    (text,) = said(certificate, BAC_NINH, rating=Rating.DONE)
    assert "(khoản 3 Điều 4 Quy định kèm theo Quyết định số 86/2025/QĐ-UBND" in text
    assert said(certificate, BAC_NINH) == []


def test_a_person_cannot_have_a_title_of_a_collective() -> None:
    with pytest.raises(KeyError):
        standards(LAW, TITLE.ADVANCED_COLLECTIVE, OLD)


def test_before_2024_there_are_no_standards() -> None:
    with pytest.raises(NoLawBook):
        standards(LAW, TITLE.ADVANCED_WORKER, date(2023, 12, 31))


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"discipline": DisciplineForm.WARNING}, "phải cùng có hoặc cùng để trống"),
        ({"disciplined_on": date(2024, 1, 1)}, "phải cùng có hoặc cùng để trống"),
        ({"served_on": date(2024, 1, 1)}, "Ngày chấp hành xong kỷ luật phải sau ngày quyết định kỷ luật"),
    ],
)
def test_half_a_discipline_is_refused(facts: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Evaluation(person="a", **facts)
