"""From last year's plan in Word, a list of units and people in Excel and twelve returned forms the year's set is built,
and nobody opens a text file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from vanban.cli.app import cli
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.new_workspace import answers_of, new_workspace
from vanban.workspace import Workspace

from .typed_plans import PLANS, typed_plan, word_file

HEADS = ["An", "Bình", "Cường", "Dũng", "Em", "Giang", "Hùng", "Khánh", "Long", "Minh", "Nam", "Oanh"]
SHEET = "Đăng ký của đơn vị dưới"
FAMILIES, TITLE = "Số hộ đăng ký Gia đình văn hóa", "Danh hiệu đăng ký"


def unit(number: int) -> str:
    return f"thon-{number:02d}"


def last_years_plan(to: Path) -> Path:
    plan = typed_plan(PLANS / "01-xa-mien-nui.txt")
    plan.lines = [(sort, look, text.replace("2024", "2023")) for sort, look, text in plan.lines]
    to.write_bytes(word_file(plan))
    return to


def list_of_units_and_people(to: Path) -> Path:
    book = openpyxl.Workbook()
    units = book.active
    assert units is not None
    units.title = "Các thôn"
    units.append(["STT", "Mã thôn", "Tên thôn", "Trưởng thôn", "Trưởng ban công tác Mặt trận", "Số hộ"])
    for number, name in enumerate(HEADS, start=1):
        front = f"Trần Thị {HEADS[-number]}"
        units.append([number, unit(number), f"Thôn {number}", f"Nguyễn Văn {name}", front, str(100 + number)])
    collectives = book.create_sheet("Tập thể")
    collectives.append(["Mã tập thể", "Tên tập thể", "Người đứng đầu", "Chức vụ người đứng đầu", "Số người"])
    collectives.append(["van-phong", "Văn phòng - Thống kê", "Lê Thị Hoa", "Trưởng bộ phận", "3"])
    people = book.create_sheet("Cán bộ")
    people.append(
        ["Mã người", "Họ và tên", "Giới tính", "Ngày sinh", "Quê quán", "Nơi thường trú", "Chức vụ", "Mã tập thể"]
    )
    home = "xã Tân Sơn, huyện Lục Sơn, tỉnh Bắc Giang"
    people.append(["le-thi-hoa", "Lê Thị Hoa", "Nữ", "12/3/1985", home, home, "Trưởng bộ phận", "van-phong"])
    book.save(to)
    return to


class Clerk:
    """Who works in one office with the command line, Word and Excel."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.returns = root / "data" / "2024" / "nhan-ve"

    def __call__(self, *arguments: object) -> Result:
        return CliRunner().invoke(cli, [*map(str, arguments), "--workspace", str(self.root)])

    def comes_back(self, number: int, said: Mapping[str, object], name: str = "", *, without: str = "") -> Path:
        """The form of a unit, filled in by hand; ``without`` a column, as an earlier form had it."""
        book = openpyxl.load_workbook(self.root / "kits" / "2024" / f"phieu-2024-{unit(number)}.xlsx")
        sheet = book[SHEET]
        headers = [cell.value for cell in sheet[1]]
        for title, value in said.items():
            sheet.cell(2, headers.index(title) + 1).value = value
        if without:
            sheet.delete_cols(headers.index(without) + 1)
        self.returns.mkdir(exist_ok=True)
        file = self.returns / (name or f"{unit(number)}.xlsx")
        book.save(file)
        return file


@pytest.mark.long
def test_a_years_set_is_built_without_opening_a_text_file(tmp_path: Path) -> None:
    root = tmp_path / "thi-dua"
    new_workspace(
        root,
        answers_of(
            {
                "form": "xã",
                "name": "Ủy ban nhân dân xã Tân Sơn",
                "superior": "Ủy ban nhân dân huyện Lục Sơn",
                "unit": "thôn",
                "head": "Hà Văn Thông",
                "province": "tỉnh Bắc Giang",
                "year": "2024",
            }
        ),
    )
    clerk = Clerk(root)
    said = clerk("text", "import", "plan", last_years_plan(tmp_path / "Ke hoach 2023.docx"), "--yes")
    assert said.exit_code == 0, said.output
    said = clerk("take", list_of_units_and_people(tmp_path / "Danh sach.xlsx"), "--yes")
    assert said.exit_code == 0, said.output
    assert clerk("kit").exit_code == 0

    right = {FAMILIES: "95", TITLE: "Thôn văn hóa"}
    for number in range(1, 7):
        clerk.comes_back(number, right)
    mistakes = ({**right, FAMILIES: "chín mươi"}, {**right, TITLE: "Thôn rất văn hóa"}, {**right, FAMILIES: None})
    for number, wrong in enumerate(mistakes, start=7):
        clerk.comes_back(number, wrong)
    clerk.comes_back(10, right, without="Nội dung đăng ký")
    clerk.comes_back(11, {**right, "Mã thôn": unit(12)})
    clerk.comes_back(12, right)
    clerk.comes_back(12, {**right, FAMILIES: "96"}, f"{unit(12)} (1).xlsx")

    shown = clerk("take")
    assert shown.exit_code == 1
    told = shown.stdout
    for number in (7, 8, 9):
        assert f"{unit(number)}.xlsx ({unit(number)}): CHƯA NHẬN, có chỗ sai." in told
    assert f"{unit(10)}.xlsx ({unit(10)}): nhận được." in told
    assert "phiếu không hỏi cột: “Nội dung đăng ký”" in told
    assert f"{unit(11)}.xlsx ({unit(11)}): KHÔNG NHẬN." in told
    assert f"ghi mã của Thôn 12 ({unit(12)})" in told
    assert told.count("CHƯA NHẬN, hai tệp nói khác nhau") == 2

    for number in (7, 8, 9, 11):
        clerk.comes_back(number, right)
    taken = clerk("take", "--yes", "--choose", f"{unit(12)} (1).xlsx")
    assert taken.exit_code == 0, taken.output
    assert f"{unit(12)}.xlsx ({unit(12)}): bỏ qua." in taken.stdout
    stored = openpyxl.load_workbook(root / "data" / "2024" / "group_registrations.xlsx").worksheets[0]
    rows = {row[0]: row[1] for row in stored.iter_rows(min_row=2, values_only=True)}
    assert rows == {unit(number): "96" if number == 12 else "95" for number in range(1, 13)}

    checked = clerk("check")
    assert checked.exit_code == 0, checked.output
    built = build(Workspace(root), BuildRequest(with_pdf=False, workers=1))
    assert built.exit_code == 0
    names = {path.name for path in (root / "output").rglob("*.docx")}
    assert any(name.startswith("ke-hoach") for name in names)
    assert sum("thon-" in name for name in names) >= 12
