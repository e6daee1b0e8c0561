"""``vanban check --mark``: what a clerk finds in the folder sua-loi, mends there and puts back."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from vanban.cli.app import cli
from vanban.workspace import Workspace, create

FILE = "2024/group_registrations.xlsx"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made, _ = create(tmp_path / "thi-dua")
    write(made.root / "data" / FILE, "C2", "Tổ dân phố văn hóa cấp tỉnh")
    return made


def write(path: Path, cell: str, value: str) -> None:
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0][cell] = value
    workbook.save(path)


def check(workspace: Workspace, *options: str) -> Result:
    return CliRunner().invoke(cli, ["check", "--workspace", str(workspace.root), "--mark", *options])


def fill(path: Path, cell: str) -> object:
    return openpyxl.load_workbook(path).worksheets[0][cell].fill.fgColor.rgb


def test_a_mistake_is_red_in_a_copy_and_the_data_stay_as_they_are(workspace: Workspace) -> None:
    before = (workspace.root / "data" / FILE).read_bytes()
    said = check(workspace)
    copy = workspace.root / "sua-loi" / FILE
    assert said.exit_code == 1
    assert f"1 chỗ đã tô màu trong “sua-loi/{FILE}”. Hãy sửa ở đó, lưu, rồi chép đè lên “data/{FILE}”." in said.stdout
    assert fill(copy, "C2") == "FFFF9C9B"
    assert (workspace.root / "data" / FILE).read_bytes() == before


def test_the_mended_copy_put_back_loses_its_marks_and_the_copy_goes(workspace: Workspace) -> None:
    check(workspace)
    copy, original = workspace.root / "sua-loi" / FILE, workspace.root / "data" / FILE
    write(copy, "C2", "Tổ dân phố văn hóa")
    shutil.copyfile(copy, original)
    copy.unlink()
    said = check(workspace)
    assert said.exit_code == 0
    assert f"“data/{FILE}” hết chỗ sai" in said.stdout
    workbook = openpyxl.load_workbook(io.BytesIO(original.read_bytes()))
    assert not any(cell.comment for row in workbook.worksheets[0].iter_rows() for cell in row)
    assert fill(original, "C2") != "FFFF9C9B"
    assert not copy.exists()


def test_a_copy_in_which_somebody_is_mending_is_not_written_over(workspace: Workspace) -> None:
    check(workspace)
    copy = workspace.root / "sua-loi" / FILE
    write(copy, "B3", "7")
    begun = copy.read_bytes()
    said = check(workspace)
    assert f"“sua-loi/{FILE}” đang sửa dở, được giữ nguyên." in said.stdout
    assert copy.read_bytes() == begun


def test_a_copy_of_which_only_the_data_changed_is_made_anew(workspace: Workspace) -> None:
    check(workspace)
    write(workspace.root / "data" / FILE, "B3", "abc")
    said = check(workspace)
    assert f"2 chỗ đã tô màu trong “sua-loi/{FILE}”" in said.stdout
    assert fill(workspace.root / "sua-loi" / FILE, "B3") == "FFFF9C9B"


def test_a_program_reads_what_became_of_each_workbook(workspace: Workspace) -> None:
    (workspace.root / "data/2024/plan.yaml").write_text("sai: [", encoding="utf-8")
    marked = json.loads(check(workspace, "--json").stdout)["marked"]
    assert marked["copies"] == [{"file": FILE, "copy": f"sua-loi/{FILE}", "state": "marked", "count": 1}]
    assert marked["elsewhere"] >= 1
