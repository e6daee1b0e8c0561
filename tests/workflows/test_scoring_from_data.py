"""Scoring of a commune from data alone: the guide's own example and two Excel tables make every paper of it."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from own_offices import filled

from vanban.domain.finding import Severity
from vanban.domain.scoring import Criterion, CriterionKind, Score, with_criteria_by_name
from vanban.domain.work_year import WorkYear
from vanban.ingest import write_table
from vanban.word import text_of
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.check import check
from vanban.workflows.new_year import NewYearRequest, new_year
from vanban.workspace import Workspace

GUIDE = Path(__file__).parents[2] / "docs" / "huong-dan.md"
PAPERS = ("criteria_decision", "criteria_annex", "score_sheet", "score_summary", "year_score_summary")
CRITERIA = (
    Criterion(key="tc-1", heading="Kinh tế", name="Thu quỹ đạt kế hoạch", maximum=Decimal(60), counted="Theo tỷ lệ"),
    Criterion(key="tc-2", heading="Nếp sống", name="Vệ sinh thôn xóm", maximum=Decimal(40)),
    Criterion(key="thuong", name="Có mô hình mới", maximum=Decimal(5), kind=CriterionKind.BONUS),
    Criterion(key="tru", name="Báo cáo chậm", maximum=Decimal(6), kind=CriterionKind.PENALTY),
)


def example() -> str:
    """The description of a scoring that the guide shows."""
    shown = re.search(r"### Chấm điểm thi đua.*?```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert shown
    return shown[1]


def points(units: int, months: int) -> list[Score]:
    """Every month of every thôn; those after the second have the second's points."""
    given = {"tc-1": 58, "tc-2": 37, "thuong": 2, "tru": 1}
    return [
        Score(
            receiver=f"dv-{unit}", period=month, criterion=key, own=Decimal(said), assessed=Decimal(said - (unit > 1))
        )
        for month in range(1, months + 1)
        for unit in range(1, units + 1)
        for key, said in given.items()
    ]


@pytest.fixture
def commune(tmp_path: Path) -> Workspace:
    workspace = filled(tmp_path / "xa", "xã")
    folder = workspace.root / "data" / "2026"
    (folder / "scorings.yaml").write_text(example(), "utf-8")
    (folder / "criteria.xlsx").write_bytes(write_table(list(CRITERIA), Criterion, "Bảng"))
    (folder / "scores.xlsx").write_bytes(write_table(points(9, 2), Score, "Bảng"))
    return workspace


def test_a_decision_with_its_criteria_and_the_monthly_sheets_are_made_from_data_alone(commune: Workspace) -> None:
    assert [str(one) for one in check(commune).findings] == []
    made = build(commune, BuildRequest(wanted=PAPERS, with_pdf=False, workers=1))
    assert made.exit_code == 0, made.to_json()
    said = {one.path.rpartition("/")[2]: text_of((commune.output / one.path).read_bytes()) for one in made.documents}
    assert len(said) == 2 + 9 * 3 + 2
    assert "kèm theo Quyết định này tiêu chí, thang điểm" in said["quyet-dinh-tieu-chi-thi-dua-thon.docx"]
    assert "Theo tỷ lệ" in said["phu-luc-tieu-chi-thi-dua-thon.docx"]
    february = said["phieu-cham-diem-thon-dv-2-t02.docx"]
    assert "Tổng điểm chấm: 93 (tiêu chí: 93; thưởng: 1; trừ: 0)" not in february
    assert "tháng 02 năm 2026" in february and "Tổng điểm chấm: 94 (tiêu chí: 93; thưởng: 1; trừ: 0)." in february
    assert "Xếp loại" not in said["phieu-cham-diem-thon-dv-2-t03.docx"]
    assert "Cùng xếp thứ 2 vì bằng điểm: Thôn số 2, Thôn số 3" in said["bang-tong-hop-diem-thon-t01.docx"]


def test_a_misfit_sum_is_told_in_its_row_and_column(commune: Workspace) -> None:
    rows = points(9, 1)
    rows[3] = rows[3].model_copy(update={"total": Decimal(97)})
    path = commune.root / "data" / "2026" / "scores.xlsx"
    path.write_bytes(write_table(rows, Score, "Bảng"))
    (found,) = check(commune).findings
    assert found.severity is Severity.ERROR and (found.place.line, found.place.header) == (5, "Tổng điểm")
    assert "cộng lại là 96, không phải 97" in found.reason


def test_a_table_with_the_words_of_the_office_is_read(commune: Workspace) -> None:
    path = commune.root / "data" / "2026" / "scores.xlsx"
    path.unlink()
    head = "Mã thôn,Tháng,Mã tiêu chí,Tự chấm,Điểm thẩm định,Ghi chú"
    (path.parent / "scores.csv").write_text(f"{head}\ndv-1,1,tru,-2,-3,Chậm\n", "utf-8")
    year = check(commune).year
    assert year and (year.scores[0].receiver, year.scores[0].period, year.scores[0].assessed) == ("dv-1", 1, -3)


def wide(commune: Workspace, *rows: list[object]) -> list[str]:
    """What checking says of points with a column for each criterion, each row a thôn."""
    book = openpyxl.Workbook()
    for row in (
        [
            "Tháng",
            "Mã thôn",
            "Thu quỹ đạt kế hoạch (60 điểm)",
            "Vệ sinh thôn xóm",
            "thuong",
            "Báo cáo chậm",
            "Tổng điểm",
        ],
        *rows,
    ):
        book.worksheets[0].append(row)
    path = commune.root / "data" / "2026" / "scores.xlsx"
    book.save(path)
    return [str(one) for one in check(commune).findings]


def test_a_table_with_a_column_for_each_criterion_is_read(commune: Workspace) -> None:
    assert wide(commune, [1, "dv-1", 58, 37, 2, -1, 96], [1, "dv-2", 60, 40, None, None, 100]) == []
    year = check(commune).year
    assert year and [(row.receiver, row.criterion, row.assessed) for row in year.scores] == [
        ("dv-1", "tc-1", 58),
        ("dv-1", "tc-2", 37),
        ("dv-1", "thuong", 2),
        ("dv-1", "tru", -1),
        ("dv-2", "tc-1", 60),
        ("dv-2", "tc-2", 40),
    ]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ([1, "dv-1", 61, 37, 2, 1, 99], ["dòng 2, cột C", "chỉ từ 0 đến 60"]),
        ([1, "dv-1", 58, "ba bảy", 2, 1, 96], ["dòng 2, cột D", "“ba bảy”"]),
        ([1, "dv-1", 58, 37, 2, 1, 97], ["dòng 2, cột G", "cộng lại là 96, không phải 97"]),
        ([1, "dv-11", 58, 37, 2, 1, 96], ["dòng 2, cột B", "“dv-11”"]),
        ([13, "dv-1", 58, 37, 2, 1, 96], ["dòng 2, cột A", "không chấm tháng này"]),
        ([1, None, 58, 37, 2, 1, 96], ["dòng 2, cột B", "Chưa ghi"]),
        ([2, "dv-2", 58, 37, 2, 1, 96], ["dòng 3, cột B", "đã có ở dòng 2"]),
    ],
)
def test_one_mistake_in_such_a_table_is_one_message_at_its_cell(
    commune: Workspace, row: list[object], words: list[str]
) -> None:
    (said,) = wide(commune, row, [2, "dv-2", 58, 37, 2, 1, 96])
    assert [one for one in words if one not in said] == [], said


def test_a_criterion_that_names_no_scoring_is_found_by_its_name_in_a_row_that_names_one() -> None:
    row = Score(scoring="thon", receiver="dv-1", criterion="Vệ sinh thôn xóm", assessed=Decimal(40))
    assert [one.criterion for one in with_criteria_by_name([row], CRITERIA)] == ["tc-2"]


def test_the_total_of_such_a_row_counts_though_its_first_criterion_is_blank(commune: Workspace) -> None:
    found = wide(commune, [1, "dv-1", None, 37, 2, 1, 50], [1, "dv-2", 58, 37, 2, 1, 96])
    assert [said for said in found if "dòng 2, cột G" in said and "cộng lại là 38, không phải 50" in said], found


def test_a_column_that_is_no_criterion_is_told_once_at_its_header(commune: Workspace) -> None:
    wide(commune, [1, "dv-1", 58, 37, 2, 1, 96], [1, "dv-2", 58, 37, 2, 1, 96])
    path = commune.root / "data" / "2026" / "scores.xlsx"
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["D1"] = "Vệ sinh đường làng"
    book.save(path)
    (said,) = [str(one) for one in check(commune).findings]
    assert "dòng 1, cột D (Vệ sinh đường làng)" in said and "bảng Tiêu chí chấm điểm" in said


def test_the_next_year_keeps_the_criteria_and_empties_the_points(commune: Workspace) -> None:
    new_year(commune, NewYearRequest(WorkYear(2027)))
    year = check(commune, WorkYear(2027)).year
    assert year and len(year.criteria) == 4 and year.scores == ()
    assert year.scorings[0].decision and "2027" in year.scorings[0].decision.subject
