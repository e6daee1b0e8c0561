"""An old book is taken over as it is: 01a, 01/1, two documents on one number, days out of order."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import chdir
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import openpyxl
import pytest
from small_office import batch, draft, render

from vanban.cli.app import main
from vanban.domain.register_row import STATES
from vanban.domain.wording import count, numeric_date
from vanban.register import Query
from vanban.web.bare import templates
from vanban.word import text_of
from vanban.workflows.issuing import issue
from vanban.workflows.issuing_terms import places_of
from vanban.workflows.register_desk import find
from vanban.workspace import Workspace, create

Run = Callable[..., tuple[int, str]]
HEADERS = ("Số", "Ký hiệu", "Ngày tháng văn bản", "Tên loại", "Trích yếu nội dung", "Người ký", "Nơi nhận văn bản")
YEAR = datetime.now(timezone(timedelta(hours=7))).year - 1
"""Days of last year have come, whenever the tests run."""
BOOK = (
    ("01", 4, "Phát động"),
    ("01a", 9, "Chen giữa"),
    ("01/1", 5, "Bổ sung"),
    ("02", 8, "Tuyên truyền"),
    ("02", 8, "Tuyên truyền đợt hai"),
    ("03", 2, "Ghi lùi ngày"),
    ("05 bis", 10, "Ghi sau"),
)
NUMBERS = ["01", "01a", "01/1", "02", "02", "03", "05bis"]
IMPORT = ("register", "import", "cu.xlsx", "--series", "ke-hoach", "--year", str(YEAR))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made, _ = create(tmp_path / "thi-dua")
    with chdir(made.root), pytest.raises(SystemExit) as ended:
        main(["register", "open-series", "ke-hoach", "--first", "4", "--year", str(YEAR)])
    assert ended.value.code == 0
    return made


@pytest.fixture
def run(workspace: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(workspace.root)
    capsys.readouterr()

    def command(*arguments: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out + said.err

    return command


def book(path: Path, rows: Sequence[tuple[object, int, str]] = BOOK) -> None:
    """The table as a clerk types it in Excel; days are of January."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(HEADERS)
    for number, day, subject in rows:
        sheet.append((number, "KH-UBND", date(YEAR, 1, day), "Kế hoạch", subject, "Nguyễn Văn A", "Các tổ"))
    workbook.save(path)


def imported(run: Run, workspace: Workspace) -> str:
    book(workspace.root / "cu.xlsx")
    code, said = run(*IMPORT)
    assert code == 0, said
    return said


def of_json(outcome: tuple[int, str]) -> dict[str, list[dict[str, object]]]:
    return json.loads(outcome[1])


def stands(run: Run) -> tuple[object, object]:
    found = of_json(run("register", "list", "--json"))
    return found["entries"], found["taken_over"]


def test_a_book_as_old_books_are_is_taken_over_row_by_row_and_what_is_odd_is_told(
    run: Run, workspace: Workspace
) -> None:
    said = imported(run, workspace)
    assert "Đã nhập 7 số vào hệ thống số “ke-hoach”" in said
    assert "dòng 6, cột A (Số): Hai văn bản cùng số 02 (văn bản kia ở dòng 5). Đã nhập đúng như sổ cũ." in said
    assert "dòng 7, cột C" in said
    listed = run("register", "list")[1].splitlines()
    assert [line.split("/KH-UBND")[0] for line in listed if "KH-UBND" in line] == NUMBERS
    assert sum("[nhận từ sổ cũ]" in line for line in listed) == 7
    assert listed[-1].startswith("7 số.")
    assert run("verify")[0] == 0


def test_the_same_table_again_adds_nothing(run: Run, workspace: Workspace) -> None:
    imported(run, workspace)
    before = stands(run)
    assert "Đã nhập 7 số" in run(*IMPORT)[1]
    assert stands(run) == before


def test_every_row_is_found_exported_and_printed_as_taken_over(run: Run, workspace: Workspace) -> None:
    imported(run, workspace)
    assert "01a/KH-UBND" in run("register", "search", "chen", "giua")[1]
    assert "1 số." in run("register", "search", "01/1/kh")[1]
    run("register", "export", "so.csv")
    rows = list(csv.reader(io.StringIO((workspace.root / "so.csv").read_text(encoding="utf-8-sig"))))[1:]
    assert [row[0].removesuffix("/KH-UBND") for row in rows] == [*NUMBERS[:6], "04", "05", "05bis"]
    assert [row[9] for row in rows].count("nhận từ sổ cũ") == 7
    code, said = run("register", "print", "so.docx", "--series", "ke-hoach", "--year", str(YEAR))
    assert code == 0, said
    words = text_of((workspace.root / "so.docx").read_bytes())
    assert words.count("Nhận từ sổ cũ") == 7
    assert "07 số nhận từ sổ cũ, 02 số cấp ngoài chương trình" in words


def test_no_number_of_the_old_book_is_given_again(run: Run, workspace: Workspace) -> None:
    imported(run, workspace)
    noon = datetime(YEAR, 1, 12, 12, tzinfo=timezone(timedelta(hours=7)))
    outcome = issue(places_of(workspace), batch("one", noon), [draft("a", "ke-hoach")], render)
    assert [entry.ordinal for entry in outcome.entries] == [6]
    assert run("verify")[0] == 0


def test_the_rows_come_back_from_the_archive_from_a_bag_and_from_a_backup(
    run: Run, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(run, workspace)
    before = stands(run)
    assert run("archive", "export", "../goi", "--year", str(YEAR))[0] == 0
    assert run("backup", "../sao-luu")[0] == 0
    workspace.register.unlink()
    assert run("recover")[0] == 0
    assert stands(run) == before
    assert run("restore", "../sao-luu", "../moi")[0] == 0
    create(tmp_path / "khac")
    monkeypatch.chdir(tmp_path / "khac")
    assert run("archive", "import", "../goi")[0] == 0
    for place in ("moi", "khac"):
        monkeypatch.chdir(tmp_path / place)
        assert stands(run) == before
        assert run("verify")[0] == 0


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("abc", "Không đọc được số này."),
        ("0", "Không đọc được số này."),
        ("-3", "Không đọc được số này."),
        ("1.000", "Không đọc được số này."),
        ("1,5", "Không đọc được số này."),
        ("01/QĐ-UBND", "Không đọc được số này."),
        (date(YEAR, 1, 1), "Excel đã đổi số này thành ngày."),
        (900, "Số này cách số tiếp theo của sổ (4) quá xa."),
    ],
)
def test_a_number_that_cannot_be_read_is_named_and_nothing_is_taken(
    run: Run, workspace: Workspace, written: object, said: str
) -> None:
    book(workspace.root / "cu.xlsx", [("01", 4, "Phát động"), (written, 5, "Sai")])
    code, told = run(*IMPORT)
    assert code == 1
    assert f"dòng 3, cột A (Số): {said}" in told
    assert "0 số" in run("register", "list")[1]


@pytest.mark.parametrize("written", ["01/KH-UBND", " 1 ", 1, "001"])
def test_a_number_is_read_as_clerks_write_it(run: Run, workspace: Workspace, written: object) -> None:
    book(workspace.root / "cu.xlsx", [(written, 4, "Phát động")])
    assert run(*IMPORT)[0] == 0
    assert "01/KH-UBND ngày 04/01" in run("register", "list")[1]


def test_a_row_typed_twice_is_no_second_document(run: Run, workspace: Workspace) -> None:
    book(workspace.root / "cu.xlsx", [("01", 4, "Phát động"), ("1", 4, "Phát động")])
    code, said = run(*IMPORT)
    assert code == 1
    assert "Dòng này giống hệt dòng 2." in said


@pytest.mark.parametrize("written", ["02", "01a"])
def test_another_document_on_a_number_of_the_register_needs_a_word_of_the_clerk(
    run: Run, workspace: Workspace, written: str
) -> None:
    imported(run, workspace)
    book(workspace.root / "cu.xlsx", [(written, 9, "Văn bản khác")])
    code, said = run(*IMPORT)
    assert code == 1
    assert f"Số {written} đã có trong sổ với văn bản khác." in said
    assert "--same-number" in said
    code, said = run(*IMPORT, "--same-number")
    assert code == 0, said
    assert f"Hai văn bản cùng số {written} (văn bản kia đã có trong sổ)." in said
    assert "8 số." in run("register", "list")[1]
    book(workspace.root / "cu.xlsx", [(written, 9, "Văn bản khác"), ("03a", 9, "Thêm")])
    code, said = run(*IMPORT, "--same-number")
    assert code == 1
    assert f"Văn bản này (số {written}) đã có trong sổ." in said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("3", "thuộc sổ giấy: sổ của chương trình bắt đầu từ số 04. Nếu cần có số ấy trong sổ này"),
        ("5", "đã cấp ngoài chương trình, sổ chưa có văn bản nào mang số ấy. Hãy điền văn bản của số ấy"),
        ("9", "chưa cấp; số tiếp theo là 07."),
    ],
)
def test_a_number_that_the_program_did_not_give_is_told_by_whose_it_is(
    run: Run, workspace: Workspace, number: str, said: str
) -> None:
    book(workspace.root / "cu.xlsx", [("06", 4, "Của sổ khác")])
    assert run(*IMPORT)[0] == 0
    before = stands(run)
    code, told = run("void", "ke-hoach", number, "--why", "Nhầm", "--year", str(YEAR))
    assert code == 3
    assert said in told
    assert stands(run) == before


def test_a_year_in_which_the_series_is_not_open_is_told_with_those_in_which_it_is(run: Run) -> None:
    code, told = run("void", "ke-hoach", "4", "--why", "Nhầm", "--year", "1999")
    assert code == 3
    assert f"không có hệ thống số “ke-hoach” năm 1999 (sổ có hệ thống số này ở năm: {YEAR})" in told


def test_a_wrong_row_stays_and_the_right_one_stands_after_it_with_its_remark(run: Run, workspace: Workspace) -> None:
    imported(run, workspace)
    code, told = run("void", "ke-hoach", "3", "--why", "Nhập sai", "--year", str(YEAR))
    assert code == 3
    assert "Không hủy được số 03/KH-UBND" in told
    advised = re.findall(r"vanban (register import) BẢNG (.*?)”", told)
    assert len(advised) == 1
    book(workspace.root / "dung.xlsx", [("03", 12, "Ghi đúng ngày")])
    right = openpyxl.load_workbook(workspace.root / "dung.xlsx")
    right.worksheets[0]["H1"], right.worksheets[0]["H2"] = "Ghi chú", "Thay dòng ngày 02/01 nhập sai"
    right.save(workspace.root / "dung.xlsx")
    assert run(*advised[0][0].split(), "dung.xlsx", *advised[0][1].split())[0] == 0
    listed = [line for line in run("register", "list")[1].splitlines() if line.startswith("03/")]
    assert "ghi lùi ngày" in listed[0]
    assert "[nhận từ sổ cũ]" in listed[0]
    assert "[nhận từ sổ cũ: Thay dòng ngày 02/01 nhập sai]" in listed[1]
    assert run("verify")[0] == 0


def test_a_day_that_has_not_come_is_refused(run: Run, workspace: Workspace) -> None:
    future = datetime.now(timezone(timedelta(hours=7))).year + 1
    assert run("register", "open-series", "ke-hoach", "--year", str(future))[0] == 0
    book(workspace.root / "cu.xlsx", [("01", 4, "Phát động")])
    path = workspace.root / "cu.xlsx"
    sheet = openpyxl.load_workbook(path)
    sheet.worksheets[0]["C2"] = date(future, 1, 4)
    sheet.save(path)
    code, said = run("register", "import", "cu.xlsx", "--series", "ke-hoach", "--year", str(future))
    assert code == 1
    assert "Ngày này chưa đến." in said


def test_a_row_taken_over_cannot_be_changed_unseen(run: Run, workspace: Workspace) -> None:
    imported(run, workspace)
    rows = sqlite3.connect(workspace.register, isolation_level=None)
    try:
        with pytest.raises(sqlite3.IntegrityError, match="the register forbids it"):
            rows.execute("UPDATE taken_over SET card = replace(card, 'Chen', 'Bỏ')")
        rows.execute("DROP TRIGGER taken_over_no_update")
        rows.execute("UPDATE taken_over SET card = replace(card, 'Chen', 'Bỏ')")
    finally:
        rows.close()
    code, said = run("verify")
    assert code == 12
    assert "bảng taken_over" in said


def test_pages_of_the_list_hold_what_stands_between_their_numbers(run: Run, workspace: Workspace) -> None:
    book(workspace.root / "cu.xlsx", [*((n, 4, f"Số {n}") for n in range(1, 60)), ("50a", 4, "A"), ("51a", 4, "B")])
    assert run(*IMPORT)[0] == 0
    first, second = (run("register", "list", "--page", page)[1] for page in ("1", "2"))
    assert "50a/" in first
    assert "51a/" not in first
    assert "51a/" in second
    assert "50a/" not in second
    assert "61 số, trang 2/2" in second


def test_the_page_shows_them_between_the_numbers(run: Run, workspace: Workspace) -> None:
    imported(run, workspace)
    made = templates()
    made.filters.update(count=count, day=numeric_date, on_page=str)
    found = find(workspace, Query())
    shown = made.get_template("entries.html").render(
        found=found, words="", page=1, pages=1, states=STATES, year=workspace.year(None), base=""
    )
    first_cells = re.findall(r"<tr><td>(?:<a[^>]*>)?([^<]+)<", shown)
    assert [cell.removesuffix("/KH-UBND") for cell in first_cells] == [*NUMBERS[:6], "04", "05", "05bis"]
    assert shown.count("nhận từ sổ cũ") == 7
