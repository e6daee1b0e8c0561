"""Of somebody the office may know the year of birth alone: what prints it takes it, what asks for the day says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from vanban.domain.birth import BirthYear
from vanban.domain.finding import Severity
from vanban.kinds.papers import individual_registration, nominee_list
from vanban.workflows.check import check
from vanban.workflows.new_workspace import new_sample
from vanban.workspace import Workspace

NOT_NOMINATED, NOMINATED = ("bui-thi-k", 8), ("tran-thi-b", 2)


def office(root: Path, row: int, born: Any) -> Workspace:
    new_sample(root / "w")
    path = root / "w" / "data" / "office" / "people.xlsx"
    book = openpyxl.load_workbook(path)
    book.worksheets[0].cell(row, 4).value = born
    book.save(path)
    return Workspace(root / "w")


@pytest.mark.parametrize("born", [1978, "1978", " 1978 "])
def test_a_year_alone_is_read_and_printed_as_one(tmp_path: Path, born: Any) -> None:
    key, row = NOT_NOMINATED
    checked = check(office(tmp_path, row, born))
    assert [one for one in checked.findings if one.severity is Severity.ERROR] == []
    assert checked.year is not None
    assert checked.year.person(key).born_on == BirthYear(1978)
    facts = individual_registration.compose(checked.year, key).facts
    assert (facts[0].label, facts[0].value) == ("Năm sinh", "1978")
    again = type(checked.year).model_validate_json(checked.year.model_dump_json())
    assert again.person(key).born_on == BirthYear(1978)


def test_a_report_of_achievements_asks_for_the_day(tmp_path: Path) -> None:
    findings = [str(one) for one in check(office(tmp_path, NOMINATED[1], 1985)).findings]
    told = [one for one in findings if "dòng 2, cột D" in one]
    assert len(told) == 1
    assert "Người này được đề nghị khen thưởng; báo cáo thành tích ghi đủ ngày, tháng, năm sinh." in told[0]


@pytest.mark.parametrize("born", ["85", "19855", "năm 1985", 1885, "3/1985"])
def test_what_is_neither_a_day_nor_a_year_is_refused(tmp_path: Path, born: Any) -> None:
    findings = [str(one) for one in check(office(tmp_path, NOT_NOMINATED[1], born)).findings]
    assert len([one for one in findings if "dòng 8, cột D (Ngày sinh)" in one]) == 1


def test_lists_print_the_year_where_the_day_stood(tmp_path: Path) -> None:
    year = check(office(tmp_path, NOT_NOMINATED[1], 1978)).year
    assert year is not None
    people = tuple(one.model_copy(update={"born_on": BirthYear(one.born_on.year)}) for one in year.people)
    listed = nominee_list.compose(year.model_copy(update={"people": people}), "").individuals
    assert {len(row.born_on) for row in listed} == {4}
