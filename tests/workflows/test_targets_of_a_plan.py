"""Targets in the plan's own file and in a table beside it, and where the plan prints them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from vanban.domain.target_row import TargetRow
from vanban.ingest import write_table
from vanban.kinds.papers import letter, plan
from vanban.workflows.check import Checked, check
from vanban.workspace import Workspace, shipped

ROWS = (
    TargetRow(
        key="ngan-sach",
        about="Kinh tế",
        statement="Thu ngân sách trên địa bàn",
        planned="tăng 5% so với năm trước",
        unit="triệu đồng",
        responsible=("co-quan-ubnd",),
    ),
    TargetRow(
        key="thi-dua",
        about="Thi đua",
        statement="Kết quả thi đua trong Cụm",
        planned="xếp thứ 3 trở lên",
        responsible=("co-quan-ubnd",),
    ),
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(shipped() / "data", tmp_path / "data")
    return tmp_path / "data" / "2024"


def checked(data: Path, *rows: TargetRow) -> Checked:
    (data / "targets.xlsx").write_bytes(write_table(rows, TargetRow, "Chỉ tiêu"))
    return check(Workspace(data.parents[1]))


def told(found: Checked) -> list[str]:
    """What is told of the targets: of their annex, which the starter's plan does not name, another test speaks."""
    found_here = (one for one in found.findings if one.rule != "annex_unnamed")
    return [finding.reason for finding in found_here if "locality" not in str(finding.place.field)]


def test_the_plan_prints_the_targets_of_both_files_those_of_the_table_by_field(data: Path) -> None:
    found = checked(data, *ROWS)
    assert all("chưa có kết quả" in reason or "chưa có đơn vị chủ trì" in reason for reason in told(found))
    assert found.year is not None and found.files["targets"] == "2024/targets.xlsx"
    printed = [line.text for line in plan.KIND.compose(found.year, "").lines]
    at = printed.index("2.1. Kinh tế")
    assert printed[at + 1] == "- Thu ngân sách trên địa bàn tăng 5% so với năm trước."
    assert printed[at + 3] == "- Kết quả thi đua trong Cụm xếp thứ 3 trở lên."


def test_what_is_wrong_with_a_row_is_told_at_its_row(data: Path) -> None:
    found = checked(data, ROWS[0], ROWS[1].model_copy(update={"responsible": ("khong-co",)}))
    (finding,) = [one for one in found.findings if "Mã này chưa có trong bảng Tập thể" in one.reason]
    assert (finding.place.file, finding.place.line) == ("2024/targets.xlsx", 3)
    broken = ROWS[0].model_copy(update={"planned": "cao"})
    (finding,) = [one for one in checked(data, broken).findings if "Không hiểu mức" in one.reason]
    assert (finding.place.file, finding.place.line) == ("2024/targets.xlsx", 2)


@pytest.mark.parametrize(
    ("inset", "reasons"),
    [
        ("{inset: targets, about: Kinh tế}", {"Chỉ tiêu này không in ở đâu trong kế hoạch."}),
        ("{inset: targets, about: Kinh te}", {"Không có chỉ tiêu nào của lĩnh vực này."}),
        ("{inset: targets, of_unit: khong-co}", {"Mã này chưa có trong bảng Tập thể."}),
        ("{inset: targets, about: Thi đua, of_unit: groups}", {"Không có chỉ tiêu nào thỏa điều kiện lọc"}),
    ],
)
def test_a_target_printed_nowhere_and_an_inset_that_finds_none_are_told(
    data: Path, inset: str, reasons: set[str]
) -> None:
    file = data / "plan.yaml"
    file.write_text(
        file.read_text("utf-8").replace("inset: targets", f"inset: targets\n          - {inset}", 1), "utf-8"
    )
    text = file.read_text("utf-8").replace("- inset: targets\n", "", 1)
    file.write_text(text, "utf-8")
    said = told(checked(data, *ROWS))
    assert all(any(reason in one for one in said) for reason in reasons)


def test_a_target_printed_twice_is_told(data: Path) -> None:
    file = data / "plan.yaml"
    text = file.read_text("utf-8")
    at = text.index("- inset: targets")
    file.write_text(text[:at] + "- item: kết quả thi đua trong Cụm xếp thứ 3 trở lên\n          " + text[at:], "utf-8")
    found = checked(data, *ROWS)
    (finding,) = [one for one in found.findings if "lần trong kế hoạch" in one.reason]
    assert finding.value == "thi-dua" and finding.place.file == "2024/targets.xlsx"


def test_a_letter_to_one_unit_prints_its_own_targets_alone(data: Path) -> None:
    file = data / "letters.yaml"
    text = file.read_text("utf-8").replace(
        "    - text: Đề nghị các đơn vị quan tâm",
        "    - inset: targets\n      of_unit: co-quan-ubnd\n      about: Thi đua\n    - inset: target_results\n"
        "      about: Kinh tế\n    - text: Đề nghị các đơn vị quan tâm",
    )
    file.write_text(text, "utf-8")
    found = checked(data, *ROWS)
    assert found.year is not None
    made = letter.KIND.compose(found.year, "phat-dong")
    lines = [line.text for line in made.lines]
    assert "- Kết quả thi đua trong Cụm xếp thứ 3 trở lên." in lines
    (table,) = [line.table for line in made.lines if line.table.columns]
    assert [row[1] for row in table.rows] == ["Thu ngân sách trên địa bàn"]
