"""``vanban kit``: what an office sends out, and what a unit's clerk can do in it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from judges import sdk_errors
from openpyxl.worksheet.worksheet import Worksheet

from vanban.cli.app import cli
from vanban.domain.kit import KitId, looks_like_kit_id, read_kit_id, unit_field
from vanban.domain.registration import Household
from vanban.domain.row_identity import IDENTITY
from vanban.domain.work_year import WorkYear
from vanban.errors import CellTooLong
from vanban.ingest.form_rules import form_columns
from vanban.ingest.form_sheet import rows_of
from vanban.ingest.kit import kit_marks
from vanban.ingest.workbook import read_workbook
from vanban.workflows.check import title_of_part
from vanban.workflows.year_tables import TABLES
from vanban.workspace import Workspace, create

REGISTRATION, HOUSEHOLDS, MEETING = (
    "Đăng ký của đơn vị dưới",
    "Hộ gia đình đăng ký Gia đình vă",
    "Bình xét của đơn vị dưới",
)


@pytest.fixture
def workspace(sent_out: Path) -> Workspace:
    return Workspace(sent_out)


def kit(workspace: Workspace, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["kit", "--workspace", str(workspace.root), *arguments])


def form(workspace: Workspace, unit: str) -> Path:
    return workspace.root / "kits" / "2024" / f"phieu-2024-{unit}.xlsx"


def sheet(path: Path, name: str) -> Worksheet:
    found = openpyxl.load_workbook(path)[name]
    assert isinstance(found, Worksheet)
    return found


def cells(path: Path, name: str) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet(path, name).iter_rows() if any(cell.value for cell in row)]


def test_every_unit_gets_a_form_of_its_own_and_the_office_two(workspace: Workspace) -> None:
    made = {path.stem for path in (workspace.root / "kits" / "2024").iterdir()}
    assert {"phieu-2024-tdp-01", "phieu-2024-tdp-14", "phieu-2024-co-quan-ubnd", "phieu-2024-truong-tieu-hoc"} < made
    assert {"phieu-2024-co-quan", "phieu-2024-nam"} < made
    assert len(made) == 2 + 14 + 17


def test_every_table_of_the_data_has_a_title_and_a_word_on_which_rows_are_one() -> None:
    for part in TABLES:
        assert not title_of_part(part).isascii()
        assert set(IDENTITY[part.name]) <= set(part.model.model_fields)


def test_only_tables_with_a_column_for_the_key_of_a_unit_or_a_person_are_asked_of_units(workspace: Workspace) -> None:
    asked = {
        part.name: part.model.model_fields[unit_field(part.model) or ""].title
        for part in TABLES
        if unit_field(part.model)
    }
    assert asked["households"] == "Mã tổ"
    assert set(asked.values()) == {"Mã tổ", "Mã tập thể", "Mã người"}
    assert "Tiêu chí chấm điểm" not in openpyxl.load_workbook(form(workspace, "tdp-01")).sheetnames


def test_a_unit_finds_its_own_rows_and_no_other_units(workspace: Workspace) -> None:
    file = form(workspace, "tdp-08")
    assert cells(file, REGISTRATION)[1][:3] == ["tdp-08", "154", "Tổ dân phố văn hóa"]
    rows = cells(file, HOUSEHOLDS)[1:]
    assert len(rows) == 154
    assert {row[1] for row in rows} == {"tdp-08"}
    people = cells(form(workspace, "co-quan-ubnd"), "Cá nhân")[1:]
    assert people
    assert all("co-quan-ubnd" in row for row in people)


def test_the_first_sheet_says_whose_it_is_by_when_and_how_it_goes_back(workspace: Workspace) -> None:
    lines = {row[0]: row[1] for row in cells(form(workspace, "tdp-01"), "Hướng dẫn") if row[1]}
    assert lines["Đơn vị"] == "Tổ dân phố số 1"
    assert lines["Người đứng đầu"] == "Nguyễn Văn D"
    assert lines["Hạn gửi bản đăng ký thi đua"] == "29/02/2024"
    assert lines["Bước 5"].startswith("Lưu lại, gửi nguyên tệp này về cơ quan.")


def test_the_id_stands_in_a_cell_and_among_the_properties_of_the_file(workspace: Workspace) -> None:
    data = form(workspace, "tdp-03").read_bytes()
    marks = kit_marks(data, "a.xlsx", read_workbook(data, "a.xlsx"))
    expected = KitId(office="ubnd-phuong-ngo-quyen", unit="tdp-03", year=WorkYear(2024))
    assert (marks.cell, marks.stored, marks.damaged) == (expected, expected, "")


def test_an_id_with_another_letter_is_none_and_is_known_for_a_damaged_one() -> None:
    text = KitId(office="xa-a", unit="thon-01", year=WorkYear(2024, is_school=True)).text
    read = read_kit_id(f" {text} ")
    assert read is not None
    assert (read.unit, read.year.key, read.version) == ("thon-01", "2024-2025", 1)
    for spoilt in (text.replace("thon-01", "thon-02"), text[:-1] + "B", text.replace("2024-2025", "2024-2026")):
        assert read_kit_id(spoilt) is None
        assert looks_like_kit_id(spoilt)
    assert not looks_like_kit_id("Số nhà 12, ngõ 3")


def test_only_the_header_is_locked_so_that_rows_can_be_put_in_anywhere(workspace: Workspace) -> None:
    table = sheet(form(workspace, "tdp-01"), HOUSEHOLDS)
    assert table.protection.sheet
    assert not table.protection.insertRows
    assert not table.protection.deleteRows
    assert all(cell.protection.locked for cell in table[1])
    open_rows = [row for row in table.iter_rows(min_row=2) if not any(cell.protection.locked for cell in row)]
    assert len(open_rows) == table.max_row - 1


@pytest.mark.parametrize(("unit", "name", "open_rows"), [("tdp-01", HOUSEHOLDS, 31), ("tdp-08", HOUSEHOLDS, 308)])
def test_as_many_open_rows_follow_as_there_are_and_never_under_thirty(
    workspace: Workspace, unit: str, name: str, open_rows: int
) -> None:
    assert sheet(form(workspace, unit), name).max_row == open_rows + 1


def test_lists_and_prompts_lie_over_the_whole_column_and_red_over_cells_and_header(workspace: Workspace) -> None:
    table = sheet(form(workspace, "tdp-01"), REGISTRATION)
    rules = {str(rule.sqref): rule for rule in table.data_validations.dataValidation}
    assert rules["C2:C20001"].type == "list"
    assert rules["B2:B20001"].prompt == "Ghi số nguyên từ 0, viết liền các chữ số. Bắt buộc điền."
    assert rules["D2:D20001"].promptTitle == "Nội dung đăng ký"
    reddened = {str(area.sqref) for area in table.conditional_formatting}
    assert {"A2:A20001", "B2:B20001", "C2:C20001", "A1", "B1", "C1"} <= reddened


@pytest.fixture(scope="module")
def of_villages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, str]:
    """The forms of an office that has villages and a table of households that nobody can read; what was said."""
    made, _ = create(tmp_path_factory.mktemp("villages") / "xa")
    office = made.root / "data" / "office" / "office.yaml"
    office.write_text(office.read_text("utf-8").replace("unit: tổ dân phố", "unit: thôn"), encoding="utf-8")
    (made.root / "data" / "2024" / "households.xlsx").write_bytes(b"PK\x03\x04 cut")
    said = kit(made)
    assert said.exit_code == 0
    return made, said.stdout


def test_titles_are_offered_in_the_words_of_the_office(of_villages: tuple[Workspace, str]) -> None:
    made, _ = of_villages
    offered = {cell for row in cells(form(made, "tdp-01"), "Danh mục") for cell in row}
    assert "Thôn văn hóa" in offered
    assert "Tổ dân phố văn hóa" not in offered
    assert cells(form(made, "tdp-01"), REGISTRATION)[0][0] == "Mã thôn"


def test_a_broken_table_keeps_its_rows_out_and_is_told(of_villages: tuple[Workspace, str]) -> None:
    made, said = of_villages
    assert "2024/households.xlsx" in said
    assert len(cells(form(made, "tdp-08"), HOUSEHOLDS)) == 2


def test_blank_forms_have_the_units_key_and_nothing_else(workspace: Workspace, tmp_path: Path) -> None:
    said = kit(workspace, str(tmp_path / "trong"), "--blank", "--json")
    [file] = [one for one in json.loads(said.stdout)["files"] if one["unit"] == "tdp-08"]
    assert file["rows"] == 0
    rows = cells(Path(file["path"]), HOUSEHOLDS)
    assert len(rows) == 2
    assert [cell for cell in rows[1] if cell] == ["tdp-08"]


def test_the_same_year_gives_the_same_bytes_and_another_edit_only_its_own_form(sent_out: Path, tmp_path: Path) -> None:
    made = Workspace(shutil.copytree(sent_out, tmp_path / "thi-dua"))
    before = {path.name: path.read_bytes() for path in (made.root / "kits" / "2024").iterdir()}
    path = made.root / "data" / "2024" / "group_registrations.xlsx"
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0]["B2"] = "209"
    workbook.save(path)
    kit(made)
    changed = {path.name for path in (made.root / "kits" / "2024").iterdir() if path.read_bytes() != before[path.name]}
    assert changed == {"phieu-2024-tdp-01.xlsx", "phieu-2024-nam.xlsx"}


def test_excel_takes_the_forms_for_sound(workspace: Workspace) -> None:
    for unit in ("tdp-08", "co-quan-ubnd", "nam"):
        assert sdk_errors(form(workspace, unit)) == []


def test_a_value_that_no_cell_takes_is_refused() -> None:
    row = Household(group="tdp-01", head="A" * 10_001, members=1)
    with pytest.raises(CellTooLong):
        rows_of([row], form_columns(Household), None)
