"""Each standard of a collective: a case that meets it, a case that does not, its article in the message."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from shipped_packs import LAW

from vanban.domain.award import EmulationTitle
from vanban.domain.evaluation import CollectiveEvaluation, Rating
from vanban.domain.nomination import MeritPoint
from vanban.law.collective_standards import AWARDS, CollectiveCase, needed_advanced, standards
from vanban.law.standard import table, unmet

DAY = date(2024, 12, 2)
ADVANCED, EXCELLENT = EmulationTitle.ADVANCED_COLLECTIVE, EmulationTitle.EXCELLENT_COLLECTIVE
NAME = "Trường Tiểu học A"


def case(award: EmulationTitle, **facts: Any) -> CollectiveCase:
    row = {
        "collective": "th-a",
        "rating": Rating.EXCELLENT,
        "members": 12,
        "completed": 12,
        "advanced_workers": 9,
        "fighters": 1,
        "leads": "Cụm thi đua số 1",
    }
    return CollectiveCase(NAME, award, DAY, CollectiveEvaluation(**(row | facts)), MeritPoint.A)


def said(award: EmulationTitle, **facts: Any) -> list[str]:
    return [str(objection) for objection in unmet(standards(LAW, award, DAY), case(award, **facts), NAME)]


@pytest.mark.parametrize("award", [ADVANCED, EXCELLENT])
def test_a_collective_that_meets_all_standards(award: EmulationTitle) -> None:
    assert said(award) == []


def test_eight_of_twelve_are_less_than_seventy_per_cent() -> None:
    assert said(ADVANCED, advanced_workers=8) == [
        f"{NAME}: Chưa đạt tiêu chuẩn “Có ít nhất là 70% cá nhân trong tập thể đạt danh hiệu “Lao động tiên tiến””: "
        "08/12 cá nhân đạt “Lao động tiên tiến” (66,7%), cần ít nhất 09. "
        "(điểm c khoản 1 Điều 28 Luật Thi đua, khen thưởng) "
        "Hãy đối chiếu danh sách “Lao động tiên tiến” của tập thể, hoặc đưa tập thể khỏi danh sách đề nghị."
    ]
    (text,) = said(EXCELLENT, advanced_workers=8)
    assert "(điểm c khoản 1 Điều 27 Luật Thi đua, khen thưởng)" in text


@pytest.mark.parametrize(("members", "needed"), [(7, 5), (9, 7), (10, 7), (12, 9), (15, 11)])
def test_seventy_per_cent_in_whole_people(members: int, needed: int) -> None:
    assert needed_advanced(members, 70) == needed


@pytest.mark.parametrize("members", range(1, 301))
def test_seventy_per_cent_is_exact(members: int) -> None:
    needed = needed_advanced(members, 70)
    assert Fraction(needed, members) >= Fraction(7, 10) > Fraction(needed - 1, members)


def test_somebody_with_a_warning_keeps_an_advanced_collective_back_by_name() -> None:
    (text,) = said(ADVANCED, disciplined=("Lê Văn C", "Đỗ Thị D"))
    assert ": 02 cá nhân bị kỷ luật từ hình thức cảnh cáo trở lên: Lê Văn C, Đỗ Thị D. (điểm c khoản 1 Điều 28" in text


def test_the_law_names_no_discipline_for_an_excellent_collective() -> None:
    assert said(EXCELLENT, disciplined=("Lê Văn C",)) == []


@pytest.mark.parametrize(
    ("award", "rating", "article"),
    [
        (ADVANCED, Rating.DONE, "điểm a khoản 1 Điều 28"),
        (EXCELLENT, Rating.GOOD, "điểm a khoản 1 Điều 27"),
        (EXCELLENT, None, "điểm a khoản 1 Điều 27"),
    ],
)
def test_the_rating_of_the_collective(award: EmulationTitle, rating: Rating | None, article: str) -> None:
    (text,) = said(award, rating=rating)
    assert f"({article} Luật Thi đua, khen thưởng)" in text
    assert said(ADVANCED, rating=Rating.GOOD) == []


def test_everybody_in_an_excellent_collective_did_their_duties() -> None:
    (text,) = said(EXCELLENT, completed=11)
    assert "11/12 cá nhân hoàn thành nhiệm vụ. (điểm c khoản 1 Điều 27 Luật Thi đua, khen thưởng)" in text
    assert said(ADVANCED, completed=11) == []


def test_an_excellent_collective_has_a_fighter() -> None:
    (text,) = said(EXCELLENT, fighters=0)
    assert ": 00 cá nhân đạt “Chiến sĩ thi đua cơ sở”. (điểm d khoản 1 Điều 27 Luật Thi đua, khen thưởng)" in text
    assert said(ADVANCED, fighters=0) == []


@pytest.mark.parametrize("award", list(AWARDS))
def test_no_collective_under_review_is_put_forward(award: EmulationTitle) -> None:
    (text,) = said(award, under_review="thanh tra")
    assert "đang được xem xét: thanh tra. (khoản 4 Điều 4 Nghị định số 98/2023/NĐ-CP)" in text


def test_the_table_has_a_row_for_every_standard_with_its_article() -> None:
    rows = table(standards(LAW, ADVANCED, DAY), case(ADVANCED))
    assert [(row.article.split(" Luật")[0], row.verdict) for row in rows] == [
        ("điểm a khoản 1 Điều 28", "Đạt"),
        ("điểm b khoản 1 Điều 28", "Bình xét"),
        ("điểm c khoản 1 Điều 28", "Đạt"),
        ("điểm c khoản 1 Điều 28", "Đạt"),
        ("điểm d khoản 1 Điều 28", "Bình xét"),
        ("khoản 4 Điều 4 Nghị định số 98/2023/NĐ-CP", "Không vướng"),
    ]


@pytest.mark.parametrize("facts", [{"completed": 13}, {"advanced_workers": 13}, {"fighters": 10}])
def test_parts_larger_than_the_whole_are_refused(facts: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="≤ số người"):
        case(ADVANCED, **facts)
