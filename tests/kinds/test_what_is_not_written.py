"""What nobody wrote is dotted lines on the paper; “Không” stands only where a clerk wrote it."""

from __future__ import annotations

import pytest
from sample_year import sample_year
from shipped_templates import template_of

from vanban.domain.nomination import Achievement, AchievementTable
from vanban.domain.year import Year
from vanban.kinds.papers import achievement_report
from vanban.word.paper import read_paper


def report_lines(year: Year, key: str) -> list[str]:
    """The lines of the built report."""
    built = template_of("achievement_report").render(achievement_report.compose(year, key))
    return [line.text for line in read_paper(built, "x.docx").lines]


def with_report(**fields: object) -> Year:
    written = Achievement(nominee="p0", duties=("Việc.",), accomplishments=("Xong.",), **fields)
    return sample_year().model_copy(update={"achievements": (written,), "authorships": ()})


def test_a_report_of_which_little_is_written_nowhere_says_khong() -> None:
    assert not [line for line in report_lines(with_report(), "p0") if line.strip().startswith("Không")]


@pytest.mark.parametrize("table", list(AchievementTable))
def test_khong_stands_under_the_table_of_which_the_clerk_said_so(table: AchievementTable) -> None:
    lines = report_lines(with_report(none_of=(table,)), "p0")
    assert lines.count("Không.") == 1
    heads = {"initiatives": "Sáng kiến, đề tài", "past_titles": "Danh hiệu thi đua"}
    head = heads.get(table.value, "Hình thức khen thưởng")
    assert lines[lines.index("Không.") - 1].endswith(head)


def test_a_fact_of_a_person_that_nobody_wrote_is_dots() -> None:
    year = with_report()
    people = tuple(row.model_copy(update={"qualification": None}) for row in year.people)
    (line,) = (one for one in report_lines(year.model_copy(update={"people": people}), "p0") if "Trình độ" in one)
    assert line.endswith("……")
