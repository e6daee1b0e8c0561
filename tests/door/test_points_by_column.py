"""Points that come back as offices keep them: a row for each unit, a column for each criterion."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from vanban.domain.scoring import Criterion, Score
from vanban.ingest import read_table, write_table

from .conftest import Door

GUIDE = Path(__file__).parents[2] / "docs" / "huong-dan.md"
CRITERIA = (
    Criterion(key="tc-1", name="Thu quỹ đạt kế hoạch", maximum=Decimal(60)),
    Criterion(key="tc-2", name="Vệ sinh đường phố", maximum=Decimal(40)),
)
HEADER = ["STT", "Mã tổ", "Tháng", "Thu quỹ đạt kế hoạch (60 điểm)", "Vệ sinh đường phố (tối đa 40)", "Tổng điểm"]


@pytest.fixture
def scored(door: Door) -> Door:
    """The office scores its units every month, and has points of one unit."""
    folder = door.root / "data" / "2024"
    said = re.search(r"### Chấm điểm thi đua.*?```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert said
    (folder / "scorings.yaml").write_text(said[1].replace("2026", "2024"), "utf-8")
    (folder / "criteria.xlsx").write_bytes(write_table(list(CRITERIA), Criterion, "Bảng"))
    stored = [Score(receiver="tdp-01", period=1, criterion="tc-1", assessed=Decimal(50))]
    (folder / "scores.xlsx").write_bytes(write_table(stored, Score, "Bảng"))
    return door


def lays(door: Door, *rows: list[object]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER)
    for row in rows:
        sheet.append(row)
    door.lays(book, "cham diem thang 1.xlsx")


def points(door: Door) -> list[tuple[str, int | None, str, Decimal | None, Decimal | None]]:
    data = (door.root / "data" / "2024" / "scores.xlsx").read_bytes()
    rows = read_table(data, "scores.xlsx", Score).value
    assert rows is not None
    return [(row.receiver, row.period, row.criterion, row.assessed, row.total) for row in rows]


def test_each_cell_of_points_is_a_row_of_the_table(scored: Door) -> None:
    lays(scored, [1, "tdp-01", 1, 55, 38, 93], [2, "tdp-02", 1, "57,5", None, None])
    seen = scored.take()
    assert seen.exit_code == 0, seen.output
    assert "Điểm chấm: “50” → “55”" in seen.stdout
    taken = scored.take("--yes")
    assert taken.exit_code == 0, taken.output
    assert sorted(points(scored), key=lambda row: row[:3]) == [
        ("tdp-01", 1, "tc-1", Decimal(55), Decimal(93)),
        ("tdp-01", 1, "tc-2", Decimal(38), None),
        ("tdp-02", 1, "tc-1", Decimal("57.5"), None),
    ]


def test_a_column_that_is_no_criterion_is_named_and_a_word_for_points_is_told_at_its_cell(scored: Door) -> None:
    header = [*HEADER, "Điểm của ai đó"]
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(header)
    sheet.append([1, "tdp-01", 1, "năm mươi", 38, None, 7])
    scored.lays(book, "diem.xlsx")
    seen = scored.take()
    assert seen.exit_code == 1
    assert "Điểm của ai đó" in seen.stdout
    assert "cột D" in seen.stdout and "năm mươi" in seen.stdout
    assert points(scored) == [("tdp-01", 1, "tc-1", Decimal(50), None)]
