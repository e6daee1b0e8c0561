"""What somebody was given before stands in their report, whoever typed it, and is never given twice."""

from __future__ import annotations

import pytest
from law.good_year import changed, good_year
from sample_year import sample_year
from shipped_templates import template_of

from vanban.domain.given_award import GivenAward
from vanban.domain.issued import IssuedNumber
from vanban.domain.year import Year
from vanban.kinds.papers import achievement_report
from vanban.law.award_memory import given_already, memory_faults, remembered
from vanban.law.year_check.repetitions import achievements
from vanban.word.paper import read_paper

DECISION = "Quyết định số 15/QĐ-UBND ngày 10 tháng 01 năm 2023 của Chủ tịch Ủy ban nhân dân phường Ngô Quyền"
FIGHTER = "“Chiến sĩ thi đua cơ sở”"


def given(**fields: object) -> dict[str, object]:
    row = {"name": "Lê Văn C", "born_year": 1980, "year": "2022", "award": "Giấy khen", "decision": DECISION}
    return {**row, **fields}


def with_memory(*rows: dict[str, object]) -> Year:
    return changed(good_year(2024), (("award_history",), rows))


def commended(year: Year, key: str) -> list[tuple[str, ...]]:
    """The rows of the last table of the built report."""
    built = template_of("achievement_report").render(achievement_report.compose(year, key))
    tables = [table for table in read_paper(built, "x.docx").tables if "khen thưởng" in " ".join(table.rows[0])]
    return [tuple(row) for table in tables for row in table.rows[1:]]


def test_a_certificate_of_may_stands_in_the_report_of_december() -> None:
    year = good_year(2024)
    assert commended(year, "le-van-c") == []
    number = IssuedNumber(
        kind="campaign_decision", key="dien-bien-phu", ordinal=31, symbol="QĐ-UBND", issued_on="2024-05-15"
    )
    (row,) = commended(year.model_copy(update={"issued": (number,)}), "le-van-c")
    assert row[:2] == ("2024", "Giấy khen")
    assert row[2].startswith("Quyết định số 31/QĐ-UBND ngày 15 tháng 5 năm 2024 của Chủ tịch Ủy ban nhân dân phường")


@pytest.mark.parametrize(
    ("row", "known"),
    [
        (given(), True),
        (given(nominee="le-van-c", name="Lê C", born_year=None), True),
        (given(name="lê  văn C"), True),
        (given(unit="Cơ quan Ủy ban nhân dân phường Ngô Quyền"), True),
        (given(name="Le Van C"), False),
        (given(born_year=None), False),
        (given(born_year=1981), False),
        (given(unit="Công an phường"), False),
    ],
)
def test_a_row_without_a_key_is_somebodys_only_where_nothing_is_in_doubt(row: dict[str, object], known: bool) -> None:
    year = with_memory(row)
    assert ("le-van-c" in remembered(year)) is known
    asked = list(memory_faults(year))
    assert len(asked) == (0 if known else 1)
    assert all("Có phải là Lê Văn C, sinh năm 1980" in fault.reason for fault in asked)
    assert bool(commended(year, "le-van-c")) is known


@pytest.mark.parametrize("answer", [{"nominee": "le-van-c"}, {"not_nominee": "le-van-c"}])
def test_an_answer_is_remembered_and_nobody_asks_again(answer: dict[str, object]) -> None:
    assert list(memory_faults(with_memory(given(name="Le Van C", **answer)))) == []


def test_an_award_that_is_typed_and_remembered_is_printed_once() -> None:
    year = good_year(2024)
    typed = next(row for row in year.achievements if row.nominee == "tran-thi-b").past_commendations[0]
    row = {
        "nominee": "tran-thi-b",
        "name": "Trần Thị B",
        "award": "giấy khen",
        "decision": typed.decision,
        "year": 2023,
    }
    assert len(commended(with_memory(row), "tran-thi-b")) == len(commended(year, "tran-thi-b")) == 1


def test_a_title_given_for_the_year_by_another_unit_is_not_asked_for_again() -> None:
    assert list(given_already(with_memory(given(award=FIGHTER)))) == []
    (fault,) = given_already(with_memory(given(award=FIGHTER, year="2024")))
    assert (fault.path[0], "15/QĐ-UBND" in fault.reason) == ("nominations", True)


def test_an_achievement_that_was_commended_before_is_not_commended_again() -> None:
    year = good_year(2024)
    said = year.campaigns[0].awardees[0].achievement
    assert list(achievements(with_memory(given(achievement="Việc khác")))) == []
    (fault,) = achievements(with_memory(given(achievement=said)))
    assert "15/QĐ-UBND" in fault.reason


def test_the_memory_holds_what_it_was_told() -> None:
    assert GivenAward(name="A", year="2023", award="danh hiệu “Lao động tiên tiến”", decision="x").is_title
    assert not GivenAward(name="A", year="2023", award="Bằng khen của Thủ tướng Chính phủ", decision="x").is_title
    assert sample_year().award_history == ()
