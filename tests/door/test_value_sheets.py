"""What stands in records comes out as sheets of the office's and of the year's form, and goes back with only the
changed lines of the files written anew."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from vanban.domain.work_year import WorkYear
from vanban.ingest.record_values import kinds_at
from vanban.workflows.value_sheets import broken_by, files_with_values, value_rows
from vanban.workflows.year_tables import read_tables
from vanban.workspace import Workspace

from .conftest import Door

ROOT = Path(__file__).parents[2]
SAMPLES = ((ROOT, "2024"), (ROOT / "tests" / "workspaces" / "bac-giang-2026", "2026"))
OFFICE, YEAR = "Các mục khác của cơ quan", "Các mục khác của năm"
VALUE, PLACE = 3, 4


def form_with(door: Door, form: str, values: Mapping[str, str | None], sheet: str) -> Path:
    """The form of the office or of the year with values typed at their places, in the folder of returns."""

    def fill(workbook: Workbook) -> None:
        rows = {str(row[PLACE - 1].value): row for row in workbook[sheet].iter_rows(min_row=2)}
        for place, said in values.items():
            rows[place][VALUE - 1].value = said

    return door.comes_back(form, {}, edit=fill)


def changed(before: str, after: str) -> list[str]:
    diff = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in diff if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def said(door: Door, file: str) -> str:
    return (door.root / "data" / file).read_text("utf-8")


@pytest.mark.parametrize("form", ["co-quan", "nam"])
def test_a_form_that_nobody_changed_changes_nothing(door: Door, form: str) -> None:
    door.comes_back(form, {})
    before = {path: path.read_bytes() for path in (door.root / "data").rglob("*.yaml")}
    told = door.take("--yes")
    assert told.exit_code == 0, told.output
    assert {path: path.read_bytes() for path in before} == before


def test_values_of_records_are_changed_in_their_own_lines(door: Door) -> None:
    plan, office = said(door, "2024/plan.yaml"), said(door, "office/office.yaml")
    form_with(
        door, "nam", {"plan/report_due": "20/11/2024", "plan/targets/ho-ngheo/measures/ty_le/value": "0,07"}, YEAR
    )
    form_with(door, "co-quan", {"office/short_name": "UBND phường Ngô Quyền mới"}, OFFICE)
    shown = door.take()
    assert "plan/report_due, Đang ghi: “25/11/2024” → “20/11/2024” (đổi)" in shown.stdout
    assert said(door, "2024/plan.yaml") == plan
    told = door.take("--yes")
    assert told.exit_code == 0, told.output
    assert changed(plan, said(door, "2024/plan.yaml")) == [
        "-report_due: 25/11/2024",
        "+report_due: 20/11/2024",
        "-        value: 0,08",
        "+        value: 0,07",
    ]
    assert changed(office, said(door, "office/office.yaml")) == [
        "-short_name: UBND phường Ngô Quyền",
        "+short_name: UBND phường Ngô Quyền mới",
    ]
    kept = door.root / "data" / "earlier" / "2024" / "plan" / "000001.yaml"
    assert kept.read_text("utf-8") == plan


def test_a_new_item_of_a_list_and_a_list_of_keys_are_written(door: Door) -> None:
    plan = said(door, "2024/plan.yaml")
    values = {
        "plan/recipients/+1/name": "Cổng thông tin điện tử phường",
        "plan/targets/chuan-y-te/responsible": "tram-y-te; groups",
    }
    form_with(door, "nam", values, YEAR)
    told = door.take("--yes")
    assert told.exit_code == 0, told.output
    lines = changed(plan, said(door, "2024/plan.yaml"))
    assert "+  - name: Cổng thông tin điện tử phường" in lines
    assert "+    responsible: [tram-y-te, groups]" in lines
    assert len(lines) == 3


def test_people_who_sign_and_texts_to_cite_are_tables_of_the_office(door: Door) -> None:
    before = said(door, "office/signatories.yaml")
    [header, first, *_] = openpyxl.load_workbook(door.form("co-quan"))["Người ký"].iter_rows(values_only=True)

    def add(workbook: Workbook) -> None:
        sheet = workbook["Người ký"]
        row = next(number for number in range(2, 99) if not sheet.cell(number, 1).value)
        for place, (title, own) in enumerate(zip(header, first, strict=True), start=1):
            said = {"Mã": "pho-chu-tich-2", "Họ và tên": "Lê Thị Mới", "Chức vụ": "Phó Chủ tịch"}.get(str(title), own)
            sheet.cell(row, place).value = said

    door.comes_back("co-quan", {}, edit=add)
    told = door.take("--yes")
    assert told.exit_code == 0, told.output
    lines = changed(before, said(door, "office/signatories.yaml"))
    assert "+- key: pho-chu-tich-2" in lines
    assert all(line.startswith("+") for line in lines)


def test_what_does_not_fit_is_told_at_its_cell_and_nothing_is_written(door: Door) -> None:
    form_with(door, "nam", {"plan/report_due": "30/02/2024"}, YEAR)
    before = said(door, "2024/plan.yaml")
    told = door.take("--yes")
    assert told.exit_code == 1
    assert "Không có ngày này trong lịch" in told.stdout
    assert f"trang “{YEAR}”" in told.stdout
    assert said(door, "2024/plan.yaml") == before


def test_an_emptied_value_stays_until_somebody_says_that_it_goes(door: Door) -> None:
    form_with(door, "nam", {"plan/report_due": None}, YEAR)
    before = said(door, "2024/plan.yaml")
    assert "xóa “25/11/2024”?" in door.take("--yes").stdout
    assert said(door, "2024/plan.yaml") == before


def _sheets(root: Path, year: str) -> Any:
    return read_tables(Workspace(root), WorkYear.read(year))


@settings(max_examples=settings.default.max_examples // 4)
@given(st.data(), st.sampled_from(SAMPLES))
def test_any_values_come_back_and_no_other_changes(draw: st.DataObject, sample: tuple[Path, str]) -> None:
    tables = _known(*sample)
    folder = draw.draw(st.sampled_from(["year", "year", "year", "office"]))
    rows = list(value_rows(tables.parts, tables.office, folder))
    words = [
        place
        for place, row in enumerate(rows)
        if row.value and kinds_at(*_part(tables, row.place), row.place) == (str,) and not _is_key(row.place)
    ]
    chosen = draw.draw(st.lists(st.sampled_from(words), min_size=1, max_size=4, unique=True))
    for place in chosen:
        new = draw.draw(
            st.sampled_from(["Một tên mới: dài", "# dấu thăng", "- gạch", "98%", "“Ngày Chủ Nhật xanh”", "a " * 80])
        )
        rows[place] = rows[place].model_copy(update={"value": new.strip()})
    made = files_with_values(tables.sources, tables.files, tables.parts, tables.office, tuple(rows))
    assert made
    faults = broken_by(made, tables.files, tables.office)
    if not faults:
        texts = {**tables.sources, **{file: text.encode() for file, text in made.items()}}
        assert _read_again(tables, texts, folder) == rows


def _known(root: Path, year: str) -> Any:
    if (root, year) not in _TABLES:
        _TABLES[root, year] = _sheets(root, year)
    return _TABLES[root, year]


_TABLES: dict[tuple[Path, str], Any] = {}


def _part(tables: Any, place: str) -> tuple[str, Any]:
    name = place.partition("/")[0]
    return name, tables.parts[name]


def _is_key(place: str) -> bool:
    """Whether other places are named after the value, or a rule holds it to others."""
    return place.rpartition("/")[2] in ("key", "statement", "signatory", "unit", "form")


def _read_again(tables: Any, texts: Mapping[str, bytes], folder: str) -> list[Any]:
    from vanban.ingest import read_year
    from vanban.workflows.check import EVERY_PART

    parts = read_year(texts, tables.year, EVERY_PART).value or {}
    return list(value_rows(parts, parts["office"], folder))
