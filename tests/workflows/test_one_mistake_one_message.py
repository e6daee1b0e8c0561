"""One mistake in the data of an office is told once, where it is, with what to do; what only follows from it is not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font
from own_offices import filled

from vanban.workflows.check import check
from vanban.workspace import Workspace

Change = Callable[[Any], None]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commune whose people are registered and rated."""
    root = tmp_path_factory.mktemp("office") / "w"
    filled(root, "xã")
    year = root / "data" / "2026"
    for table, row in {
        "individual_registrations": ["ta-van-dao", "Lao động tiên tiến"],
        "evaluations": ["ta-van-dao", "có", "Hoàn thành tốt nhiệm vụ"],
    }.items():
        in_table(year / f"{table}.xlsx", lambda sheet, row=row: sheet.append(row))
    registered = [[f"dv-{number}", 100, "Thôn văn hóa"] for number in range(1, 10)]
    in_table(year / "group_registrations.xlsx", lambda sheet: [sheet.append(row) for row in registered])
    return root


def in_table(path: Path, change: Change) -> None:
    book = openpyxl.load_workbook(path)
    change(book.worksheets[0])
    book.save(path)


def told(whole: Path, tmp_path: Path, spoil: Callable[[Path], object]) -> list[str]:
    """What checking says once ``spoil`` has been at the data, that it does not say before."""
    root = Path(shutil.copytree(whole, tmp_path / "w"))
    before = {str(one) for one in check(Workspace(root)).findings}
    spoil(root / "data")
    return [str(one) for one in check(Workspace(root)).findings if str(one) not in before]


def set_cell(file: str, cell: str, value: Any) -> Callable[[Path], object]:
    return lambda data: in_table(data / file, lambda sheet: sheet[cell].__setattr__("value", value))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (set_cell("office/people.xlsx", "A2", "ta-van-daoo"), ["“Tạ Văn Đào”", "“ta-van-dao” mà 2 chỗ khác"]),
        (set_cell("office/people.xlsx", "A2", "Tạ Văn Đào"), ["“ta-van-dao” mà 2 chỗ khác"]),
        (set_cell("2026/individual_registrations.xlsx", "A2", "Tạ Văn Đào"), ["“Tạ Văn Đào” có mã “ta-van-dao”"]),
        (set_cell("office/groups.xlsx", "A10", "dv-99"), ["Mã này chưa có trong danh sách thôn"]),
        (
            lambda data: in_table(data / "office/people.xlsx", lambda sheet: sheet.merge_cells("B1:C1")),
            ["B1:C1", "Unmerge"],
        ),
        (
            lambda data: in_table(data / "office/groups.xlsx", lambda sheet: sheet.append(["Tổng cộng"])),
            ["Dòng tổng cộng"],
        ),
        (set_cell("office/groups.xlsx", "A15", "Tổng cộng"), ["Dòng tổng cộng"]),
        (lambda data: (data / "office/people.xlsx").rename(data / "office/nhan vien.xlsx"), ["“people.xlsx”"]),
        (
            lambda data: (data / "2026/nominations.xlsx").rename(data / "2026/nominations (1).xlsx"),
            ["“nominations.xlsx”", "đổi tên tệp"],
        ),
        (
            lambda data: in_table(
                data / "2026/individual_registrations.xlsx",
                lambda sheet: sheet.append(["ta-van-dao", "Lao động tiên tiến"]),
            ),
            ["Cá nhân này đã đăng ký ở dòng 2.", "dòng 3"],
        ),
        (set_cell("office/people.xlsx", "I1", "Phòng ban"), ["cột I (đang là “Phòng ban”)", "“Mã tập thể”"]),
        (
            lambda data: shutil.copy(data / "office/people.xlsx", data / "office/people - Copy.xlsx"),
            ["bản sao của “office/people.xlsx”"],
        ),
        (set_cell("office/people.xlsx", "B2", "Tạ Văn Đào, Lò Thị Én"), ["Ô này có 2 tên"]),
        (set_cell("office/groups.xlsx", "C2", "Ta Van Dao"), ["không có dấu", "“Tạ Văn Đào”"]),
        (set_cell("office/groups.xlsx", "C2", "Hồ Văn <Bảy>"), ["dòng 2", "“<”, “>”"]),
        (set_cell("office/groups.xlsx", "B2", "Thôn <Bến Cá> số 1 & Chợ"), ["dòng 2", "“<”, “>”"]),
        (set_cell("office/people.xlsx", "B2", "TẠ VĂN ĐÀO"), ["viết hoa chữ cái đầu", "“Tạ Văn Đào”"]),
        (set_cell("office/people.xlsx", "B2", "Tạ văn Đào"), ["viết hoa chữ cái đầu", "“Tạ Văn Đào”"]),
        (set_cell("office/groups.xlsx", "C2", "khuyết"), ["Thôn số 1 đang khuyết"]),
        (set_cell("office/groups.xlsx", "C2", "Trịnh văn Ổi"), ["“Trịnh Văn Ổi”", "cùng một cách"]),
        (set_cell("office/people.xlsx", "D2", 31118), ["12/3/1985"]),
        (set_cell("office/people.xlsx", "D2", "12/03/1985 08:30"), ["12/3/1985"]),
    ],
    ids=lambda value: None,
)
def test_a_mistake_is_told_once_with_its_cause(
    whole: Path, tmp_path: Path, spoil: Callable[[Path], object], said: list[str]
) -> None:
    findings = told(whole, tmp_path, spoil)
    assert len(findings) == 1, findings
    assert [words for words in said if words not in findings[0]] == []


def test_the_names_of_the_peoples_of_the_highlands_are_names(whole: Path, tmp_path: Path) -> None:
    for name in ("H'Lan Êban", "Y Bhăm Kbuôr", "K’Brơi", "Ksor H’Năng", "Ka Să Y-Thịnh"):
        assert told(whole, tmp_path / name, set_cell("office/groups.xlsx", "C2", name)) == []


def test_a_key_of_another_sort_that_also_stands_twice_is_told_once_as_each(whole: Path, tmp_path: Path) -> None:
    row = ["dv-1", "Trạm Y tế", None, "Quách Thị Na", "Trạm trưởng", 4]
    findings = told(
        whole,
        tmp_path,
        lambda data: in_table(data / "office/collectives.xlsx", lambda sheet: [sheet.append(row) for _ in range(2)]),
    )
    assert sum("trùng với mã của thôn" in one for one in findings) == 1
    assert sum("collectives.xlsx" in one and "trùng với mã của thôn" not in one for one in findings) == 1


def test_the_headers_of_a_clerks_own_list_are_understood(whole: Path, tmp_path: Path) -> None:
    def rename(sheet: Any) -> None:
        others = {
            "Mã người": "Mã cán bộ",
            "Họ và tên": "Ho ten",
            "Giới tính": "Nam/Nữ",
            "Ngày sinh": "Ngày, tháng, năm sinh",
            "Nơi thường trú": "Hộ khẩu thường trú",
            "Chức vụ": "Chức danh",
            "Mã tập thể": "Đơn vị công tác",
        }
        for cell in sheet[1]:
            cell.value = others.get(cell.value, cell.value)

    assert told(whole, tmp_path, lambda data: in_table(data / "office/people.xlsx", rename)) == []


def test_the_usual_header_goes_before_another_word_for_it(whole: Path, tmp_path: Path) -> None:
    def beside(sheet: Any) -> None:
        sheet.insert_cols(1)
        sheet["A1"], sheet["A2"] = "Đơn vị công tác", "Một đơn vị"

    (said,) = told(whole, tmp_path, lambda data: in_table(data / "office/people.xlsx", beside))
    assert "cột A (Đơn vị công tác)" in said and "nếu không thì để nguyên" in said


def test_of_a_row_that_names_nobody_nothing_else_is_said(whole: Path, tmp_path: Path) -> None:
    row = ["ai-do", "Chiến sĩ thi đua cơ sở", "Hoàn thành tốt nhiệm vụ"]
    findings = told(
        whole, tmp_path, lambda data: in_table(data / "2026/nominations.xlsx", lambda sheet: sheet.append(row))
    )
    (said,) = [one for one in findings if "“ai-do”" in one]
    assert "Mã này chưa có trong" in said


def test_no_copy_is_advised_to_take_the_place_of_the_file_in_use(whole: Path, tmp_path: Path) -> None:
    (said,) = told(
        whole, tmp_path, lambda data: shutil.copy(data / "office/people.xlsx", data / "office/people - Copy.xlsx")
    )
    assert "đổi tên tệp" not in said
    assert "đổi lại tên" not in said


def test_a_row_that_is_struck_through_is_told(whole: Path, tmp_path: Path) -> None:
    def strike(sheet: Any) -> None:
        for cell in sheet[3]:
            cell.font = Font(strike=True)

    (said,) = told(whole, tmp_path, lambda data: in_table(data / "office/groups.xlsx", strike))
    assert "dòng 3: Cả dòng bị gạch ngang" in said


def test_a_day_with_dots_and_a_missing_table_that_nothing_needs_are_read(whole: Path, tmp_path: Path) -> None:
    assert told(whole, tmp_path, set_cell("office/people.xlsx", "D2", "12.3.1985")) == []
