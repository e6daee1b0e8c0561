"""The files of an office and a year are read together: missing, double and unknown ones are told with the rest."""

from __future__ import annotations

from datetime import date

import pytest
from reading_models import Block, Measure, Person
from workbook_maker import Sheet, Value, workbook

from vanban.domain.finding import Severity
from vanban.ingest import DataFile, FileShape, read_year
from vanban.ingest.parts import PARTS

TABLE: list[list[Value]] = [["Mã người", "Họ và tên", "Ngày sinh"], ["P1", "Nguyễn Văn A", "05/03/1980"]]
PEOPLE = workbook(Sheet(TABLE))
CSV = "Mã người,Họ và tên,Ngày sinh\nP1,Nguyễn Văn A,05/03/1980\n".encode()
THREE = (
    DataFile("people", "people", "office", FileShape.TABLE, Person),
    DataFile("block", "block", "year", FileShape.RECORD, Block),
    DataFile("measures", "measures", "year", FileShape.RECORDS, Measure, required=False),
)
GOOD = {
    "office/people.xlsx": PEOPLE,
    "2024/block.yaml": "text: Xin chào\n".encode(),
    "2024/measures.yaml": b"- key: a\n- key: b\n",
}
A = Person(key="P1", name="Nguyễn Văn A", born_on=date(1980, 3, 5))


def said(files: dict[str, bytes]) -> list[str]:
    return [str(finding) for finding in read_year(files, 2024, THREE).findings]


def test_every_part_comes_out_under_its_name_with_its_places_and_lines() -> None:
    reading = read_year(GOOD, 2024, THREE)
    assert reading.findings == ()
    assert not reading.is_broken
    assert reading.value == {
        "people": (A,),
        "block": Block(text="Xin chào"),
        "measures": (Measure(key="a"), Measure(key="b")),
    }
    assert str(reading.places[("people", 0, "name")]) == (
        "Tệp “office/people.xlsx”, trang “Bảng”, dòng 2, cột B (Họ và tên)"
    )
    assert str(reading.places[("measures", 1, "key")]) == "Tệp “2024/measures.yaml”, dòng 2, mục “Mã (key)”"
    assert str(reading.places.nearest(("block", "section"))) == "Tệp “2024/block.yaml”"
    assert sorted(reading.lines) == sorted(GOOD)


def test_a_csv_stands_in_for_a_workbook_and_yml_for_yaml() -> None:
    files = {"office/People.CSV": CSV, "2024/block.yml": GOOD["2024/block.yaml"]}
    assert read_year(files, 2024, THREE).value == {"people": (A,), "block": Block(text="Xin chào")}


def test_a_year_that_is_read_again_says_what_was_changed_and_keeps_what_was_not() -> None:
    first = read_year(GOOD, 2024, THREE)
    again = read_year(GOOD | {"2024/block.yaml": b"text: Kh\xc3\xa1c\n"}, 2024, THREE)
    assert first.value and again.value
    assert again.value["block"] == Block(text="Khác")
    assert first.value["block"] == Block(text="Xin chào")
    assert again.value["people"] is first.value["people"]
    assert read_year(GOOD | {"2024/block.yaml": b"txt: a\n"}, 2024, THREE).is_broken
    assert read_year(GOOD, 2024, THREE).value == first.value


def test_a_part_that_need_not_be_there_still_has_a_place() -> None:
    reading = read_year({name: GOOD[name] for name in GOOD if "measures" not in name}, 2024, THREE)
    assert reading.findings == ()
    assert str(reading.places.nearest(("measures", 3))) == "Tệp “2024/measures.yaml”"


def test_findings_of_all_parts_come_together_and_the_whole_parts_are_kept() -> None:
    files = GOOD | {"2024/block.yaml": b"txt: a\n", "2024/measures.yaml": b"- key: a\n  value: x\n"}
    reading = read_year(files, 2024, THREE)
    assert reading.is_broken
    assert reading.value == {"people": (A,)}
    assert [finding.place.file for finding in reading.findings] == ["2024/block.yaml", "2024/measures.yaml"]


def test_a_missing_file_is_told() -> None:
    assert said({}) == [
        (
            "Tệp “office/people.xlsx”: Không có tệp này. Cách sửa: Hãy lấy lại tệp từ bản sao lưu, "
            "hoặc lập bộ mẫu ở một thư mục khác (vanban new mau --sample) rồi chép tệp cùng tên sang."
        ),
        (
            "Tệp “2024/block.yaml”: Không có tệp này. Cách sửa: Hãy lấy lại tệp từ bản sao lưu, hoặc "
            "lập bộ mẫu ở một thư mục khác (vanban new mau --sample) rồi chép tệp cùng tên sang."
        ),
    ]


def test_a_file_saved_as_another_kind_is_told() -> None:
    files = {name: data for name, data in GOOD.items() if "people" not in name} | {"office/people.xls": b"x"}
    assert said(files) == [
        "Tệp “office/people.xlsx”: Không có tệp này. Cách sửa: Hãy lưu “office/people.xls” thành kiểu .xlsx.",
        "Tệp “office/people.xls”: Chương trình không đọc kiểu tệp .xls. Cách sửa: Hãy lưu thành kiểu .xlsx hoặc .csv.",
    ]


def test_two_files_for_one_part_are_told_and_none_is_guessed() -> None:
    reading = read_year(GOOD | {"office/people.csv": CSV}, 2024, THREE)
    assert "people" not in (reading.value or {})
    assert [str(finding) for finding in reading.findings] == [
        "Tệp “office/people.csv”: Có hai tệp cho cùng một dữ liệu; tệp kia là “office/people.xlsx”. "
        "Cách sửa: Hãy giữ tệp đang dùng, chuyển tệp còn lại ra khỏi thư mục."
    ]


UNUSED = "Không có bảng, tệp nào của dữ liệu mang tên này nên tệp không được đọc. Cách sửa:"
COPY = (
    "Tệp này giống một bản sao của “{0}” và không được dùng; chương trình chỉ đọc “{0}”. Cách sửa: Hãy chuyển bản sao "
    "ra khỏi thư mục dữ liệu; nếu bản này mới đúng thì chép nội dung của nó sang tệp kia."
)
"""Of a file whose like is there: its name is never advised to be that of the one in use."""


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("office/peple.xlsx", COPY.format("office/people.xlsx")),
        ("2024/blok.yaml", COPY.format("2024/block.yaml")),
        (
            "2024/hinh-anh.png",
            f"{UNUSED} Hãy sửa tên tệp nếu cần dùng; nếu không thì chuyển tệp ra khỏi thư mục dữ liệu.",
        ),
        ("2024/block.docx", "Chương trình không đọc kiểu tệp .docx. Cách sửa: Hãy lưu thành kiểu .yaml hoặc .yml."),
    ],
)
def test_a_file_that_nothing_asks_for_is_warned_about(name: str, said: str) -> None:
    reading = read_year(GOOD | {name: b""}, 2024, THREE)
    assert [finding.severity for finding in reading.findings] == [Severity.WARNING]
    assert str(reading.findings[0]) == f"Tệp “{name}”: {said}"


@pytest.mark.parametrize("name", ["office/.DS_Store", "office/Thumbs.db", "2024/desktop.ini", "office/README.md"])
def test_files_of_the_system_and_notes_are_passed_over(name: str) -> None:
    assert said(GOOD | {name: b""}) == []


def test_x30_a_table_that_is_open_in_excel_is_warned_about() -> None:
    assert said(GOOD | {"office/~$people.xlsx": b"\x05user"}) == [
        "Tệp “office/people.xlsx”: Tệp đang mở trong Excel; những sửa đổi chưa lưu không được dùng. "
        "Cách sửa: Hãy lưu và đóng tệp rồi chạy lại."
    ]


def test_another_years_file_is_not_this_years() -> None:
    files = {("2023" + name[4:] if name.startswith("2024") else name): data for name, data in GOOD.items()}
    assert "Tệp “2024/block.yaml”: Không có tệp này." in "\n".join(said(files))


def test_no_two_parts_of_the_real_table_share_a_name_or_a_file() -> None:
    assert len({part.name for part in PARTS}) == len(PARTS)
    assert len({(part.folder, part.stem) for part in PARTS}) == len(PARTS)
    assert all(part.stem == part.stem.lower() for part in PARTS)
