"""``vanban take``: what comes back is looked at first, written when told, and nothing is deleted unasked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from small_office import NOON

from vanban.domain.work_year import WorkYear
from vanban.errors import DamagedJournal, NoReturns, NoUnit
from vanban.workflows.deed import Deed
from vanban.workflows.tables import take_back

from .conftest import Door

REGISTRATION, HOUSEHOLDS, MEETING = (
    "Đăng ký của đơn vị dưới",
    "Hộ gia đình đăng ký Gia đình vă",
    "Bình xét của đơn vị dưới",
)
TABLE = "2024/group_registrations.xlsx"


def household(number: int, unit: str | None = None) -> list[object]:
    return [None, unit, f"Nguyễn Văn Số {number}", None, "4", f"Số nhà {number}", "Gia đình văn hóa", None, None]


def test_nothing_is_written_before_somebody_says_yes(door: Door) -> None:
    door.comes_back("tdp-05", {(REGISTRATION, "B2"): "195"})
    before = (door.root / "data" / TABLE).read_bytes()
    said = door.take()
    assert said.exit_code == 0, said.output
    stored = door.row(TABLE, "tdp-05")[1]
    assert f"tdp-05, Số hộ đăng ký Gia đình văn hóa: “{stored}” → “195” (đổi)" in said.stdout
    assert "Chưa ghi gì. 1 tệp nhận được" in said.stdout
    assert (door.root / "data" / TABLE).read_bytes() == before
    assert not (door.returns / "nhat-ky.jsonl").exists()


def test_with_a_yes_the_value_is_stored_the_original_kept_and_the_journal_says_from_where(door: Door) -> None:
    door.comes_back("tdp-05", {(REGISTRATION, "B2"): "195"})
    original = (door.root / "data" / TABLE).read_bytes()
    others = [row for row in door.stored(TABLE) if row[0] != "tdp-05"]
    said = door.take("--yes")
    assert f"Đã ghi “data/{TABLE}”." in said.stdout
    assert door.row(TABLE, "tdp-05")[1] == "195"
    assert [row for row in door.stored(TABLE) if row[0] != "tdp-05"] == others
    kept = "data/earlier/2024/group_registrations/000001.xlsx"
    assert f"Bảng cũ giữ ở “{kept}”." in said.stdout
    assert (door.root / kept).read_bytes() == original
    [line] = (door.returns / "nhat-ky.jsonl").read_text("utf-8").splitlines()
    entry = json.loads(line)
    assert (entry["file"], entry["unit"]) == ("phieu-2024-tdp-05.xlsx", "tdp-05")
    assert [(one["row"], one["column"], one["after"]) for one in entry["values"]] == [
        ("tdp-05", "cultural_families", "195")
    ]
    assert entry["moment"]


def test_what_was_taken_is_not_taken_again_and_every_writing_can_be_taken_back(door: Door) -> None:
    door.comes_back("tdp-05", {(REGISTRATION, "B2"): "195"})
    door.take("--yes")
    again = door.take("--yes")
    assert "phieu-2024-tdp-05.xlsx (tdp-05): đã có." in again.stdout
    assert "không phải làm gì" in again.stdout
    door.comes_back("tdp-06", {(REGISTRATION, "B2"): "100"})
    door.take("--yes")
    assert door.row(TABLE, "tdp-06")[1] == "100"
    take_back(door.workspace, WorkYear(2024), "group_registrations", 2, Deed(NOON, "Lan"))
    assert (door.row(TABLE, "tdp-05")[1], door.row(TABLE, "tdp-06")[1]) != ("195", "100")
    assert door.row(TABLE, "tdp-05")[1] == "195"


def test_s1_a_pasted_value_is_judged_by_the_rules_of_the_data_not_of_the_form(door: Door) -> None:
    def pasted(workbook: Workbook) -> None:
        workbook[REGISTRATION].data_validations.dataValidation.clear()

    door.comes_back("tdp-01", {(REGISTRATION, "C2"): "Tổ dân phố văn hóa cấp tỉnh"}, edit=pasted)
    door.comes_back("tdp-02", {(REGISTRATION, "C2"): "Tổ dân phố văn hoá "})
    said = door.take()
    assert said.exit_code == 1
    assert "phieu-2024-tdp-01.xlsx (tdp-01): CHƯA NHẬN, có chỗ sai." in said.stdout
    assert "Có lẽ là “Tổ dân phố văn hóa”" in said.stdout
    assert "phieu-2024-tdp-02.xlsx (tdp-02): nhận được." in said.stdout
    copy = openpyxl.load_workbook(door.root / "sua-loi" / "nhan-ve" / "phieu-2024-tdp-01.xlsx")
    assert copy[REGISTRATION]["C2"].fill.fgColor.rgb == "FFFF9C9B"


def test_the_mended_error_copy_laid_back_is_taken(door: Door) -> None:
    door.comes_back("tdp-01", {(REGISTRATION, "B2"): "một trăm"})
    door.take()
    copy = door.root / "sua-loi" / "nhan-ve" / "phieu-2024-tdp-01.xlsx"
    workbook = openpyxl.load_workbook(copy)
    workbook[REGISTRATION]["B2"] = "100"
    workbook.save(door.returns / "phieu-2024-tdp-01.xlsx")
    said = door.take("--yes")
    assert said.exit_code == 0, said.output
    assert door.row(TABLE, "tdp-01")[1] == "100"


def under_the_frame(workbook: Workbook) -> None:
    sheet = workbook[HOUSEHOLDS]
    for number in range(30):
        for at, value in enumerate(household(number, "tdp-01"), start=1):
            sheet.cell(60 + number, at, value)


def on_another_sheet(workbook: Workbook) -> None:
    sheet, other = workbook[HOUSEHOLDS], workbook.create_sheet("Sheet2")
    other.append([cell.value for cell in sheet[1]])
    for number in range(30):
        if number < 12:
            for at, value in enumerate(household(number), start=1):
                sheet.cell(2 + number, at, value)
        else:
            other.append(household(number, "tdp-01"))


def in_a_new_workbook(workbook: Workbook) -> None:
    for sheet in workbook.worksheets:
        if sheet.title != HOUSEHOLDS:
            workbook.remove(sheet)
    for number in range(30):
        for at, value in enumerate(household(number, "tdp-01"), start=1):
            workbook[HOUSEHOLDS].cell(2 + number, at, value)
    workbook[HOUSEHOLDS].title = "Sheet1"


@pytest.mark.parametrize("edit", [under_the_frame, on_another_sheet, in_a_new_workbook])
def test_s2_thirty_rows_are_read_wherever_there_was_room(door: Door, edit: object) -> None:
    assert callable(edit)
    door.comes_back("tdp-01", {}, name="ho.xlsx", edit=edit)
    said = door.take("--yes")
    assert said.exit_code == 0, said.output
    assert sum(row[1] == "tdp-01" for row in door.stored("2024/households.xlsx")) == 30


def test_s2_rows_without_a_header_are_named_and_the_file_waits(door: Door) -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook.create_sheet("Sheet2")
        for number in range(18):
            sheet.append(household(number, "tdp-01"))

    door.comes_back("tdp-01", {}, edit=edit)
    said = door.take("--yes")
    assert said.exit_code == 1
    assert "trang “Sheet2”: Trang này có 18 dòng (dòng 1, 2, 3, 4, 5, …)" in said.stdout


def test_s5_an_emptied_cell_waits_for_a_second_yes(door: Door) -> None:
    text = door.row(TABLE, "tdp-05")[3]
    door.comes_back("tdp-05", {(REGISTRATION, "D2"): None})
    said = door.take("--yes")
    assert f"tdp-05, Nội dung đăng ký: xóa “{text[:40]}" in said.stdout
    assert "1 ô bị để trống" in said.stdout
    assert door.row(TABLE, "tdp-05")[3] == text
    (door.returns / "nhat-ky.jsonl").unlink()
    door.take("--yes", "--delete")
    assert door.row(TABLE, "tdp-05")[3] == ""


def test_s5_khong_says_that_there_is_none_and_needs_no_second_yes(door: Door) -> None:
    door.comes_back("tdp-05", {(REGISTRATION, "D2"): "Không"})
    said = door.take("--yes")
    assert "tdp-05, Nội dung đăng ký: “" in said.stdout
    assert "→ không có" in said.stdout
    assert door.row(TABLE, "tdp-05")[3] == ""


def test_s5_a_return_touches_only_the_columns_that_it_has(door: Door) -> None:
    workbook = Workbook()
    assert workbook.active is not None
    workbook.active.append(["Mã tổ", "Số hộ đăng ký Gia đình văn hóa"])
    workbook.active.append(["tdp-05", "195"])
    before = door.row(TABLE, "tdp-05")
    said = door.take("--yes", door.lays(workbook, "gui-ve.xlsx"))
    assert said.exit_code == 0, said.output
    assert "phiếu không hỏi cột: “Danh hiệu đăng ký”, “Nội dung đăng ký”; giữ nguyên." in said.stdout
    assert door.row(TABLE, "tdp-05") == [before[0], "195", *before[2:]]


def test_a_row_that_did_not_come_back_stays_until_somebody_says_delete(door: Door) -> None:
    def edit(workbook: Workbook) -> None:
        workbook[HOUSEHOLDS].delete_rows(2)

    door.comes_back("tdp-08", {}, edit=edit)
    said = door.take("--yes")
    assert "không có trong phiếu: tdp-08 · Nguyễn Văn A · Số nhà 1" in said.stdout
    assert len(door.stored("2024/households.xlsx")) == 154
    (door.returns / "nhat-ky.jsonl").unlink()
    door.take("--yes", "--delete")
    assert len(door.stored("2024/households.xlsx")) == 153


def test_s6_a_renamed_column_is_never_left_out_by_a_mere_notice(door: Door) -> None:
    door.comes_back("tdp-05", {(REGISTRATION, "D1"): "Nội dung đăng ký thi đua năm 2023"})
    said = door.take("--yes")
    assert said.exit_code == 1
    assert "Hãy sửa tên cột thành “Nội dung đăng ký” nếu đúng là cột ấy" in said.stdout


def test_s7_the_form_of_one_unit_with_the_rows_of_another_is_one_sentence(door: Door) -> None:
    door.comes_back("tdp-02", {(REGISTRATION, "A2"): "tdp-03", (MEETING, "A2"): "tdp-03"}, "Phiếu tdp-03 (1).xlsx")
    said = door.take("--yes")
    assert said.exit_code == 1
    lines = [line for line in said.stdout.splitlines() if "LỖI" in line]
    assert len(lines) == 1
    assert "Phiếu của Tổ dân phố số 2 (tdp-02) nhưng các dòng ghi mã của Tổ dân phố số 3 (tdp-03)." in lines[0]
    assert "--unit" in lines[0]
    chosen = door.take("--unit", "tdp-03")
    assert "Phiếu tdp-03 (1).xlsx (tdp-03): nhận được." in chosen.stdout


def test_s7_a_form_of_another_year_says_which_year(door: Door) -> None:
    shutil.copytree(door.root / "data" / "2024", door.root / "data" / "2025")
    path = door.comes_back("tdp-02", {})
    said = door.take(path)
    assert "Phiếu này của năm 2024, đang nhận phiếu của năm 2025." in said.stdout
    assert "--year 2024" in said.stdout


def test_s7_without_an_id_the_headers_say_which_table_and_the_rows_which_unit(door: Door) -> None:
    def edit(workbook: Workbook) -> None:
        for name in ("Hướng dẫn", "Danh mục", HOUSEHOLDS, MEETING):
            del workbook[name]
        workbook[REGISTRATION]["B2"] = "77"

    path = door.comes_back("tdp-03", {}, "bang.xlsx", edit)
    workbook = openpyxl.load_workbook(path)
    workbook.custom_doc_props.props.clear()
    workbook.save(path)
    said = door.take("--yes")
    assert "bang.xlsx (tdp-03): nhận được." in said.stdout
    assert door.row(TABLE, "tdp-03")[1] == "77"


def test_s7_a_table_of_something_else_is_one_sentence(door: Door) -> None:
    workbook = Workbook()
    assert workbook.active is not None
    for row in (["Tháng", "Thu", "Chi"], *([[str(month), "1", "2"] for month in range(1, 13)])):
        workbook.active.append(row)
    door.lays(workbook, "thu-chi.xlsx")
    said = door.take()
    [line] = [line for line in said.stdout.splitlines() if "LỖI" in line]
    assert "Tệp không có bảng nào mà cơ quan hỏi: không trang nào có tên cột quen thuộc." in line


def test_s8_two_returns_of_one_unit_are_both_shown_and_neither_is_taken(door: Door) -> None:
    door.comes_back("tdp-01", {(REGISTRATION, "B2"): "210"}, "lan-1.xlsx")
    second = door.comes_back("tdp-01", {(REGISTRATION, "B2"): "205"}, "lan-2.xlsx")
    shutil.copyfile(second, door.returns / "lan-3.xlsx")
    said = door.take("--yes")
    assert said.exit_code == 1
    assert "Khác với tệp “lan-2.xlsx” ở bảng “Đăng ký của đơn vị dưới”, dòng tdp-01." in said.stdout
    assert "Giống hệt tệp “lan-2.xlsx”, không phải làm gì." in said.stdout
    assert not (door.returns / "nhat-ky.jsonl").exists()
    door.take(second, "--yes")
    assert door.row(TABLE, "tdp-01")[1] == "205"


def test_s8_a_unit_twice_in_one_file_is_red_in_both_rows_each_naming_the_other(door: Door) -> None:
    door.comes_back("tdp-01", {(REGISTRATION, "A3"): "TDP-01 ", (REGISTRATION, "B3"): "150"})
    said = door.take()
    assert "dòng 3, cột A (Mã tổ): Dòng này trùng với dòng 2" in said.stdout
    assert "dòng 2, cột A (Mã tổ): Dòng này trùng với dòng 3" in said.stdout


def test_a_new_person_and_his_registration_come_in_with_one_form(door: Door) -> None:
    def edit(workbook: Workbook) -> None:
        people = workbook["Cá nhân"]
        titles = [cell.value for cell in people[1]]
        said = {
            "Mã người": "vu-van-moi",
            "Họ và tên": "Vũ Văn Mới",
            "Giới tính": "Nam",
            "Ngày sinh": "2/1/1990",
            "Quê quán": "Bắc Giang",
            "Nơi thường trú": "Bắc Giang",
            "Chức vụ": "Công chức",
            "Mã tập thể": "co-quan-ubnd",
        }
        last = max(row for row in range(1, people.max_row) if people.cell(row, 1).value) + 1
        for title, value in said.items():
            people.cell(last, titles.index(title) + 1, value)
        sheet = workbook["Đăng ký của cá nhân"]
        last = max(row for row in range(1, sheet.max_row) if sheet.cell(row, 1).value) + 1
        sheet.cell(last, 1, "vu-van-moi")
        sheet.cell(last, 2, "LĐTT")

    door.comes_back("co-quan-ubnd", {}, edit=edit)
    said = door.take("--yes")
    assert said.exit_code == 0, said.output
    assert "mới: vu-van-moi" in said.stdout
    assert door.row("2024/individual_registrations.xlsx", "vu-van-moi")[1] == "Lao động tiên tiến"


def test_every_form_of_the_sample_comes_back_unchanged_as_unchanged(door: Door) -> None:
    shutil.copytree(door.root / "kits" / "2024", door.returns)
    before = {path: path.read_bytes() for path in (door.root / "data").rglob("*.xlsx") if "nhan-ve" not in path.parts}
    said = json.loads(door.take("--yes", "--delete", "--json").stdout)
    assert {file["state"] for file in said["files"]} == {"ready"}
    assert said["wrote"] == []
    assert all(path.read_bytes() == data for path, data in before.items())
    assert not any(
        table["values"] or table["new"] or table["missing"] for file in said["files"] for table in file["tables"]
    )


def test_the_board_says_who_sent_who_did_not_and_what_to_write_to_them(door: Door) -> None:
    door.comes_back("tdp-01", {(REGISTRATION, "B2"): "200"})
    door.take("--yes")
    door.comes_back("tdp-02", {})
    said = door.take("--board")
    assert "Tổ dân phố số 1 (tdp-01): đã nhận ngày" in said.stdout
    assert "Tổ dân phố số 2 (tdp-02): đã gửi “phieu-2024-tdp-02.xlsx”, chưa nhận vào bảng." in said.stdout
    assert "Tổ dân phố số 3 (tdp-03): chưa gửi." in said.stdout
    assert "hạn gửi bản đăng ký thi đua 29/02/2024, đã quá hạn" in said.stdout
    assert "2 trên 31 đơn vị đã gửi phiếu năm 2024." in said.stdout


@pytest.mark.parametrize(
    ("name", "data"),
    [("rac.xlsx", b"PK\x03\x04 cut"), ("trang.xlsx", b"<html></html>"), ("rong.xlsx", b""), ("rong.csv", b"")],
)
def test_files_that_nobody_can_read_are_one_sentence_each(door: Door, name: str, data: bytes) -> None:
    door.returns.mkdir()
    (door.returns / name).write_bytes(data)
    said = door.take("--yes")
    assert said.exit_code == 1
    assert len([line for line in said.stdout.splitlines() if "LỖI" in line]) == 1
    assert f"Tệp “{name}”" in said.stdout


def test_a_damaged_journal_stops_before_anything_is_taken(door: Door) -> None:
    door.comes_back("tdp-05", {(REGISTRATION, "B2"): "195"})
    (door.returns / "nhat-ky.jsonl").write_text("{", encoding="utf-8")
    assert isinstance(door.take("--yes").exception, DamagedJournal)
    assert door.row(TABLE, "tdp-05")[1] != "195"


def test_without_anything_to_take_a_sentence_says_where_it_was_looked_for(door: Door, tmp_path: Path) -> None:
    assert isinstance(door.take().exception, NoReturns)
    assert isinstance(door.take("--unit", "tdp-99", tmp_path).exception, NoUnit)
