"""Before a number is given everything is named that will print it: lists and certificates too, not letters alone."""

from __future__ import annotations

from datetime import date

import pytest

from vanban.domain.issued import IssuedNumber
from vanban.domain.year import Year
from vanban.workflows.check import check
from vanban.workflows.foresight import printing_papers
from vanban.workspace import Workspace, shipped

DAY = date(2024, 12, 20)


@pytest.fixture(scope="module")
def year() -> Year:
    found = check(Workspace(shipped())).year
    assert found is not None
    return found


def test_a_decision_is_printed_by_its_list_its_certificates_and_what_cites_it(year: Year) -> None:
    assert printing_papers(year, "sudden_decision/cuu-hoa-cho", DAY) == (
        "Danh sách kèm theo quyết định khen thưởng", "Giấy khen, giấy chứng nhận (2 văn bản)",
    )  # fmt: skip
    of_year = printing_papers(year, "decision", DAY)
    assert {"Danh sách kèm theo quyết định khen thưởng", "Giấy khen, giấy chứng nhận (5 văn bản)"} < set(of_year)
    assert any("trao thưởng" in one for one in of_year), "what cites it in its text"


def test_a_paper_that_nobody_cites_is_printed_nowhere(year: Year) -> None:
    assert printing_papers(year, "announcement", DAY) == ()


def test_what_is_issued_already_stays_as_it_is_and_is_not_named(year: Year) -> None:
    before = printing_papers(year, "plan", DAY)
    number = IssuedNumber(kind="six_month_report", ordinal=7, symbol="BC-UBND", issued_on=date(2024, 7, 1))
    after = printing_papers(year.model_copy(update={"issued": (number,)}), "plan", DAY)
    assert set(before) - set(after) == {one for one in before if "Sơ kết" in one}
