"""The header row is found by what it says, however it is spaced, composed or broken over lines."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field
from reading_models import Person
from workbook_maker import Sheet, Value, workbook

from vanban.domain.finding import Severity
from vanban.domain.people import Unit
from vanban.domain.record import Record
from vanban.domain.text import matching_key
from vanban.domain.unit_kind import UNIT_KINDS
from vanban.ingest import ReadOutcome, read_table
from vanban.ingest.grid import SheetCell, SheetGrid
from vanban.ingest.header import find_header, title_of
from vanban.ingest.part_file import DataFile, FileShape
from vanban.workflows.check import EVERY_PART

HEADER: list[Value] = ["Mã người", "Họ và tên", "Ngày sinh"]
A: list[Value] = ["P1", "Nguyễn Văn A", "05/03/1980"]
PERSON_A = Person(key="P1", name="Nguyễn Văn A", born_on=date(1980, 3, 5))


def read(*rows: list[Value]) -> ReadOutcome[tuple[Person, ...]]:
    return read_table(workbook(Sheet(list(rows))), "people.xlsx", Person)


def said(*rows: list[Value]) -> list[str]:
    return [str(finding) for finding in read(*rows).findings]


@pytest.mark.parametrize(
    "written",
    [
        "  Họ và tên ",
        "HỌ VÀ TÊN",
        "Họ\nvà tên",
        "Họ và\r\ntên",
        "Họ\u00a0và  tên",
        unicodedata.normalize("NFD", "Họ và tên"),
        "Họ và tên:",
        "Họ và tên (*)",
        "Họ và tên *",
        "name",
    ],
)
def test_x18_a_header_is_recognised_in_any_dress(written: str) -> None:
    assert read(["Mã người", written, "Ngày sinh"], A).value == (PERSON_A,)


@given(
    st.permutations(["Mã người", "Họ và tên", "Ngày sinh", "STT", "Ghi nhớ"]),
    st.sampled_from([str.upper, str.lower, str.title, str]),
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from([" ", "  ", "\u00a0", "\n", " \r\n"]),
)
def test_x18_columns_may_stand_in_any_order(titles: list[str], dress: object, form: str, space: str) -> None:
    cells = dict(zip(["Mã người", "Họ và tên", "Ngày sinh", "STT", "Ghi nhớ"], [*A, "1", "x"], strict=True))
    header = [unicodedata.normalize(form, dress(title)).replace(" ", space) for title in titles]  # type: ignore[operator]
    assert read(header, [cells[title] for title in titles]).value == (PERSON_A,)


def test_rows_above_the_header_are_titles() -> None:
    titles: list[list[Value]] = [["ỦY BAN NHÂN DÂN", None, "Họ và tên"], ["DANH SÁCH"], [], ["(Kèm theo…)"]]
    reading = read(*titles, HEADER, A)
    assert reading.value == (PERSON_A,)
    assert reading.places[(0, "name")].line == 6


def test_x18_a_missing_column_is_told_once_with_the_column_that_may_be_it() -> None:
    rows: list[list[Value]] = [["Mã người", "Họ tên", "Ngày sinh"], A, ["P2", "B", "06/03/1981"]]
    assert said(*rows) == [
        (
            "Tệp “people.xlsx”, trang “Bảng”, dòng 1: Không thấy cột “Họ và tên”. Cách sửa: Hãy sửa "
            "tên cột B (đang là “Họ tên”) thành “Họ và tên” nếu đúng là cột ấy."
        ),
    ]


def test_x18_a_missing_column_with_no_likeness_is_told() -> None:
    assert said(["Mã người", "Họ và tên"], A[:2]) == [
        (
            "Tệp “people.xlsx”, trang “Bảng”, dòng 1: Không thấy cột “Ngày sinh”. Cách sửa: Hãy thêm "
            "cột “Ngày sinh” vào dòng tên cột và điền đủ."
        )
    ]


def test_the_cells_of_a_table_without_a_required_column_are_still_checked() -> None:
    assert said(["Mã người", "Ngày sinh"], ["P1", "31/02/1980"])[-1] == (
        "Tệp “people.xlsx”, trang “Bảng”, dòng 2, cột B (Ngày sinh): Không có ngày này trong lịch. "
        "Đang ghi: “31/02/1980”. Cách sửa: Hãy ghi ngày/tháng/năm với đủ bốn chữ số của năm, "
        "ví dụ 05/3/2024 (05/03/2024 cũng được)."
    )


def test_x18_a_column_written_twice_is_told() -> None:
    assert said([*HEADER, "họ VÀ tên"], [*A, "B"]) == [
        "Tệp “people.xlsx”, trang “Bảng”, dòng 1, cột D (họ VÀ tên): Cột này trùng tên với cột B. "
        "Cách sửa: Hãy xóa hoặc đổi tên một trong hai cột."
    ]


def test_x18_an_unknown_column_is_left_out_with_a_warning() -> None:
    reading = read([*HEADER, "Sở thích"], [*A, "đọc"])
    assert reading.value == (PERSON_A,)
    assert [finding.severity for finding in reading.findings] == [Severity.WARNING]
    assert str(reading.findings[0]) == (
        "Tệp “people.xlsx”, trang “Bảng”, dòng 1, cột D (Sở thích): Bảng này không có cột nào "
        "tên là “Sở thích”. Cách sửa: Hãy sửa tên cột nếu cần dùng; nếu không thì để nguyên cũng "
        "được."
    )


def test_x18_an_optional_column_misspelled_is_an_error_because_its_data_would_be_lost() -> None:
    reading = read([*HEADER, "Điện thoại"[:-1]], [*A, "0912345678"])
    assert reading.value is None
    assert str(reading.findings[0]) == (
        "Tệp “people.xlsx”, trang “Bảng”, dòng 1, cột D (Điện thoạ): Bảng này không có cột nào tên là “Điện thoạ”. "
        "Cách sửa: Hãy sửa tên cột thành “Điện thoại” nếu đúng là cột ấy, nếu không thì xóa cột."
    )


@pytest.mark.parametrize(("title", "stops"), [("Số điện thoại", False), ("Người trong tổ", True)])
def test_a_column_of_figures_under_an_unknown_name_stops_where_its_name_speaks_of_the_one_that_lacks(
    title: str, stops: bool
) -> None:
    table = (
        f"Mã tổ,Tên tổ dân phố,Tổ trưởng,Trưởng ban công tác Mặt trận,Số hộ,{title}\n"
        "to-1,Tổ 1,Nguyễn Văn An,Trần Văn Bình,10,912345678\n"
    )
    (found,) = read_table(table.encode(), "groups.csv", Unit).findings
    assert (found.severity is Severity.ERROR) is stops
    assert found.reason == "Không thấy cột “Số người”." and f"(đang là “{title}”)" in found.remedy


def test_a_column_without_a_name_is_warned_about_if_it_holds_data() -> None:
    reading = read(HEADER, [*A, None, "nhớ hỏi lại"])
    assert reading.value == (PERSON_A,)
    assert str(reading.findings[0]) == (
        "Tệp “people.xlsx”, trang “Bảng”, dòng 1, cột E: Cột có dữ liệu nhưng không có tên nên không được dùng. "
        "Cách sửa: Hãy đặt tên cột ở dòng tên cột, hoặc xóa dữ liệu của cột này."
    )


@pytest.mark.parametrize("ordinal", ["STT", "TT", "Số TT", "số thứ tự"])
def test_a_column_of_running_numbers_needs_no_field(ordinal: str) -> None:
    reading = read([ordinal, *HEADER], ["1", *A])
    assert (reading.value, reading.findings) == ((PERSON_A,), ())


@pytest.mark.parametrize("rows", [[["Ghi chú"]], [["Mã người"], A], [*([["x"]] * 10), HEADER, A]])
def test_a_table_without_header_is_told_with_the_columns_wanted(rows: list[list[Value]]) -> None:
    assert said(*rows) == [
        (
            "Tệp “people.xlsx”, trang “Bảng”: Không thấy dòng tên cột của bảng trong 10 dòng đầu. "
            "Cách sửa: Hãy đặt một dòng tên cột gồm: “Mã người”, “Họ và tên”, “Ngày sinh”, “Điện "
            "thoại”, “Giới tính”, “Số hộ”, “Tỷ lệ”, “Danh hiệu”, “Đạt (có/không)”, “Đơn vị”."
        )
    ]


def test_a_table_with_a_header_and_no_rows_is_empty() -> None:
    assert read(HEADER).value == ()


def test_headers_typed_without_accents_are_recognised() -> None:
    titles: list[Value] = ["Ma nguoi", "HO VA TEN", "Ngay sinh", "Dien thoai *"]
    reading = read_table(
        workbook(Sheet([titles, ["a", "Trần Thị B", "12/03/1985", "0912345678"]])), "people.xlsx", Person
    )
    assert reading.findings == ()
    assert reading.value is not None
    assert reading.value[0].phone == "0912345678"


def test_a_word_without_accents_that_may_be_two_columns_is_neither() -> None:
    class Twins(Record):
        key: str = Field(title="Mã")
        name: str = Field(title="Tên")
        front: str | None = Field(default=None, title="Tổ")
        back: str | None = Field(default=None, title="Tờ")

    reading = read_table(workbook(Sheet([["Ma", "Ten", "To"], ["a", "b", "c"]])), "a.xlsx", Twins)
    [finding] = reading.findings
    assert finding.reason == "Bảng này không có cột nào tên là “To”."


TABLES = [one for one in EVERY_PART if one.shape is FileShape.TABLE]
OTHER_WORDS = [
    (table, name, word)
    for table in TABLES
    for name, field in table.model.model_fields.items()
    if isinstance(field.json_schema_extra, dict)
    for word in cast("list[str]", field.json_schema_extra.get("also_called", []))
]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_other_word_over_a_column_is_understood(table: DataFile) -> None:
    titles = {name: title_of(table.model, name, UNIT_KINDS[0]) for name in table.model.model_fields}
    for name, word in [(name, word) for one, name, word in OTHER_WORDS if one is table]:
        spoken = word.format(head="Tổ trưởng", noun="tổ dân phố", short="tổ")
        words = [spoken if other == name else title for other, title in titles.items()]
        grid = SheetGrid(rows={1: {column: SheetCell(text) for column, text in enumerate(words, 1)}})
        header = find_header(grid, table.model, UNIT_KINDS[0])
        assert header is not None and set(header.columns) == set(titles), (name, word)


def test_no_word_stands_over_two_columns_of_one_table() -> None:
    for table in TABLES:
        said: dict[str, str] = {}
        for name in table.model.model_fields:
            words = [word for one, field, word in OTHER_WORDS if one is table and field == name]
            for word in dict.fromkeys(map(matching_key, [title_of(table.model, name, UNIT_KINDS[0]), *words])):
                assert said.setdefault(word, name) == name, (table.name, word)
