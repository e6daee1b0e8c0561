"""The printed table says what the check says: each standard, what was achieved, the verdict on the day."""

from __future__ import annotations

from datetime import date

import pytest
from law.good_year import changed, good_year
from law.nominee_cases import PROVINCIAL, WARNED, asking, counted, rated

from vanban.domain.finding import Severity
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.kinds.papers import standards_table
from vanban.kinds.papers.standards_table import StandardLine
from vanban.law.year_check import law_faults


def lines(year: Year, key: str) -> dict[str, StandardLine]:
    return {line.standard: line for line in standards_table.compose(year, key).standards}


@pytest.mark.parametrize("number", [2024, 2026])
def test_every_nomination_has_its_table_and_nothing_in_it_is_unmet(number: int) -> None:
    year = good_year(number)
    keys = standards_table.keys(year)
    assert len(keys) == len(year.nominations)
    verdicts = {line.verdict for key in keys for line in standards_table.compose(year, key).standards}
    assert verdicts == {"Đạt", "Không vướng", "Bình xét"}


def test_a_residential_group_is_judged_by_its_meeting_alone() -> None:
    year = good_year(2026)
    [key] = [row.nominee for row in year.nominations if row.nominee in {group.key for group in year.groups}]
    found = standards_table.compose(year, key)
    assert found.nominee.startswith("Tổ dân phố")
    assert {line.verdict for line in found.standards} == {"Bình xét"}
    assert found.standards[0].article == "Điểm a khoản 1 Điều 30 Luật Thi đua, khen thưởng"
    assert found.total.partition(" Lưu ý")[0] == "Tổng hợp: 06 tiêu chuẩn, trong đó 06 tiêu chuẩn do hội nghị bình xét."


def test_two_awards_of_one_person_have_two_tables() -> None:
    first, second = (standards_table.compose(good_year(2026), key) for key in ("tran-thi-m", "tran-thi-m-2"))
    assert first.nominee == second.nominee == "Trần Thị M"
    assert first.heading.subject == "Đề nghị tặng Bằng khen của Chủ tịch\nỦy ban nhân dân tỉnh Bắc Ninh năm 2026"
    assert second.heading.subject == "Đề nghị tặng danh hiệu “Chiến sĩ thi đua cơ sở” năm 2026"


def test_the_table_says_the_numbers_the_article_and_how_many_standards_are_met() -> None:
    made = standards_table.compose(changed(good_year(2024), *counted(0, members=8, completed=8)), "co-quan-ubnd")
    share = next(line for line in made.standards if "70%" in line.standard)
    assert share.model_dump() == {
        "ordinal": "3",
        "standard": "Có ít nhất là 70% cá nhân trong tập thể đạt danh hiệu “Lao động tiên tiến”",
        "article": "Điểm c khoản 1 Điều 28 Luật Thi đua, khen thưởng",
        "achieved": "05/08 cá nhân đạt “Lao động tiên tiến” (62,5%), cần ít nhất 06",
        "verdict": "Chưa đạt",
    }
    assert made.introduction == "Theo quy định áp dụng ngày 05/12/2024 và số liệu năm 2024:"
    assert made.total == (
        "Tổng hợp: 06 tiêu chuẩn, trong đó 02 tiêu chuẩn đạt, 01 tiêu chuẩn không vướng, 01 tiêu chuẩn chưa đạt và 02 "
        "tiêu chuẩn do hội nghị bình xét."
    )
    assert (made.signatures.left_name, made.signatures.right_name) == ("Phạm Thị D", "")


def test_without_ratings_the_table_says_that_the_numbers_are_missing() -> None:
    found = lines(changed(good_year(2024), (("evaluations",), ())), "pham-thi-d")
    assert [line.verdict for line in found.values()] == ["Chưa có số liệu", "Bình xét", *["Chưa có số liệu"] * 2]
    assert found["Hoàn thành tốt nhiệm vụ trở lên"].achieved == "Chưa có kết quả xếp loại năm"


@pytest.mark.parametrize(
    ("number", "key", "changes"),
    [
        (2024, "tran-thi-b", (asking(0, PROVINCIAL),)),
        (2024, "pham-thi-d", rated(2, **WARNED, rating="Hoàn thành nhiệm vụ")),
        (2026, "van-phong", counted(0, completed=11, fighters=0, advanced_workers=8)),
        (2026, "pham-van-p", rated(2, rating=None)),
    ],
)
def test_what_the_table_calls_unmet_is_what_the_check_finds(number: int, key: str, changes: tuple[object, ...]) -> None:
    year = changed(good_year(number), *changes)  # type: ignore[arg-type]
    said = [line for line in standards_table.compose(year, key).standards if line.verdict.startswith("Chưa")]
    # A standard that begins with a condition is not quoted: what the table says was achieved is all that is said.
    conditions = [line.achieved for line in said if line.standard.startswith("Bị kỷ luật thì")]
    found = [
        fault
        for fault in law_faults(year)
        if fault.value == key and ("tiêu chuẩn “" in fault.reason or any(one in fault.reason for one in conditions))
    ]
    assert len(said) == len(found) > 0
    for line, fault in zip(said, found, strict=True):
        assert line.achieved in conditions or f"“{line.standard}”" in fault.reason
        assert line.achieved[1:] in fault.reason
        assert line.article[1:] in fault.reason
        doubted = line.verdict == "Chưa có số liệu" or "Luật số 06/2026/QH16" in fault.reason
        assert fault.severity is (Severity.WARNING if doubted else Severity.ERROR)


def test_a_year_before_the_law_has_no_table() -> None:
    assert standards_table.keys(good_year(2024).model_copy(update={"year": WorkYear(2023)})) == ()


def test_a_table_of_a_day_after_the_amendment_names_the_amending_law() -> None:
    """Luật số 06/2026/QH16 is in force from 01/10/2026 and its words are not at hand."""
    year = good_year(2026)
    assert (
        "Lưu ý: Luật số 06/2026/QH16 sửa đổi Luật Thi đua, khen thưởng"
        in standards_table.compose(year, "van-phong").total
    )
    before = changed(year, (("submission", "planned_on"), date(2026, 9, 30)))
    assert "Lưu ý" not in standards_table.compose(before, "van-phong").total
