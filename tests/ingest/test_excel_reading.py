"""Excel tables become records; whatever Excel hides, shortens or turns around is told at its cell."""

from __future__ import annotations

import io
import unicodedata
import warnings
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_models import Gender, Person, Title
from workbook_maker import (
    CUSTOM_DATE,
    DATE,
    MAIN,
    PERCENT,
    Sheet,
    Value,
    Xml,
    error,
    formula,
    number,
    rows_xml,
    shared,
    truth,
    workbook,
)

from vanban.domain.finding import Severity
from vanban.ingest import ReadOutcome, read_table

HEADER: list[Value] = ["Mã người", "Họ và tên", "Ngày sinh"]
A: list[Value] = ["P1", "Nguyễn Văn A", "05/03/1980"]
B: list[Value] = ["P2", "Trần Thị B", "06/03/1981"]
PERSON_A = Person(key="P1", name="Nguyễn Văn A", born_on=date(1980, 3, 5))
PERSON_B = Person(key="P2", name="Trần Thị B", born_on=date(1981, 3, 6))


def read(*rows: list[Value], **sheet: object) -> ReadOutcome[tuple[Person, ...]]:
    return read_table(workbook(Sheet(list(rows), **sheet)), "people.xlsx", Person)  # type: ignore[arg-type]


def said(reading: ReadOutcome[tuple[Person, ...]]) -> list[str]:
    return [str(finding) for finding in reading.findings]


def of_one(title: str, value: Value) -> ReadOutcome[tuple[Person, ...]]:
    """A table with one more column, of which one cell holds ``value``."""
    return read([*HEADER, title], [*A, value])


AT_D2 = "Tệp “people.xlsx”, trang “Bảng”, dòng 2, cột D"
AS_TEXT = "Cách sửa: Hãy chọn cả cột, đổi định dạng ô thành Text rồi gõ lại."


def test_rows_become_records_with_the_place_of_every_cell() -> None:
    full: list[Value] = ["Điện thoại", "Giới tính", "Số hộ", "Tỷ lệ", "Danh hiệu", "Đạt (có/không)", "Đơn vị"]
    reading = read(
        [*HEADER, *full],
        [*A, "0912345678", "nam", number(12), number("99.7"), "Tổ dân phố văn hoá", truth(1), "T1; T2"],
        B,
    )
    assert reading.findings == ()
    assert reading.value == (
        Person(
            key="P1",
            name="Nguyễn Văn A",
            born_on=date(1980, 3, 5),
            phone="0912345678",
            gender=Gender.MALE,
            households=12,
            share=Decimal("99.7"),
            award=Title.GROUP,
            done=True,
            units=("T1", "T2"),
        ),
        PERSON_B,
    )
    assert str(reading.places[(1, "name")]) == "Tệp “people.xlsx”, trang “Bảng”, dòng 3, cột B (Họ và tên)"
    assert str(reading.places.nearest((1, "award"))) == "Tệp “people.xlsx”, trang “Bảng”, dòng 3, cột H (Danh hiệu)"
    assert str(reading.places[(0,)]) == "Tệp “people.xlsx”, trang “Bảng”, dòng 2"


def test_a_row_that_changes_changes_its_own_fingerprint_only() -> None:
    before, after = read(HEADER, A, B).lines["people.xlsx"], read(HEADER, A, ["P2", *A[1:]]).lines["people.xlsx"]
    assert sorted(before) == [1, 2, 3]
    assert [line for line in after if before[line] != after[line]] == [3]


def test_every_finding_of_a_table_comes_at_once() -> None:
    reading = read(
        [*HEADER, "Số hộ"],
        [None, "Nguyễn\u200b A", "31/02/1990", "0"],
        ["P2", "B" * 41, number(45000), "nhiều"],
    )
    assert reading.value is None
    assert said(reading) == [
        "Tệp “people.xlsx”, trang “Bảng”, dòng 2, cột B (Họ và tên): Có ký tự ẩn hoặc đảo chiều chữ (U+200B) ở vị trí "
        "thứ 7. Đang ghi: “Nguyễn⟨U+200B⟩ A”. Cách sửa: Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy.",
        "Tệp “people.xlsx”, trang “Bảng”, dòng 2, cột C (Ngày sinh): Không có ngày này trong lịch. Đang ghi: "
        "“31/02/1990”. Cách sửa: Hãy ghi ngày/tháng/năm với đủ bốn chữ số của năm, "
        "ví dụ 05/3/2024 (05/03/2024 cũng được).",
        "Tệp “people.xlsx”, trang “Bảng”, dòng 2, cột A (Mã người): Chưa ghi “Mã người”. "
        "Cách sửa: Hãy ghi vào chỗ này.",
        "Tệp “people.xlsx”, trang “Bảng”, dòng 2, cột D (Số hộ): Số không được nhỏ hơn 1. Đang ghi: “0”. "
        "Cách sửa: Hãy ghi một số từ 1 trở lên.",
        "Tệp “people.xlsx”, trang “Bảng”, dòng 3, cột C (Ngày sinh): Ô chứa số 45000; nếu là số thứ tự ngày của "
        "Excel thì đó là ngày 15/3/2023. Đang ghi: “45000”. "
        "Cách sửa: Hãy gõ 15/3/2023 vào ô, sau khi đổi định dạng ô thành Text hoặc Date.",
        "Tệp “people.xlsx”, trang “Bảng”, dòng 3, cột D (Số hộ): Cần một số nguyên viết bằng chữ số. "
        "Đang ghi: “nhiều”. Cách sửa: Hãy ghi số nguyên, ví dụ 12.",
        "Tệp “people.xlsx”, trang “Bảng”, dòng 3, cột B (Họ và tên): Chữ dài quá 40 ký tự. "
        f"Đang ghi: “{'B' * 41}”. Cách sửa: Hãy viết ngắn lại.",
    ]


@settings(max_examples=settings.default.max_examples // 2)
@given(st.sampled_from(["A1", "A1:A1", "A1:B2", "B2:C3", "A1:XFD1048576", "", "rubbish"]), st.integers(1, 30))
def test_x04_a_stale_dimension_loses_no_row(dimension: str, count: int) -> None:
    rows: list[list[Value]] = [HEADER, *([f"P{at}", *A[1:]] for at in range(count))]
    reading = read(*rows, before=f'<dimension ref="{dimension}"/>')
    assert reading.value is not None
    assert len(reading.value) == count


def too_large(reading: ReadOutcome[tuple[Person, ...]], reason: str, remedy: str) -> None:
    assert reading.value is None
    assert said(reading) == [f"Tệp “people.xlsx”: {reason} Cách sửa: {remedy}"]


SPARE = "Hãy xóa các cột, dòng và định dạng thừa bên ngoài bảng."


def test_x05_a_cell_far_out_is_told() -> None:
    far = rows_xml([HEADER, A]) + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    too_large(read_table(workbook(Sheet(far)), "people.xlsx", Person), "Có dữ liệu ở quá xa (tới ô XFD1048576).", SPARE)


def test_x05_cells_without_number_that_are_endless_are_told() -> None:
    for filler in ("<c/>" * 1_000_001, "<row/>" * 1_048_577):
        rows = rows_xml([HEADER, A]) + (filler if filler.startswith("<row") else f"<row>{filler}</row>")
        blank = Sheet(rows, before="<!--" + "".join(str(at**5) for at in range(40_000)) + "-->")
        too_large(read_table(workbook(blank), "people.xlsx", Person), "Trang khai báo quá nhiều ô trống.", SPARE)


def test_x05_a_sheet_merged_as_a_whole_is_told() -> None:
    reading = read(HEADER, A, after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    assert said(reading) == [
        "Tệp “people.xlsx”, trang “Bảng”, dòng 1: Các ô A1:XFD1048576 bị gộp làm một. "
        "Cách sửa: Hãy bỏ gộp ô (Unmerge Cells) rồi điền đủ từng ô."
    ]


def test_x06_more_rows_than_any_ward_has_are_told() -> None:
    rows = rows_xml([HEADER]) + "".join(f'<row r="{at}"><c><v>{at}</v></c></row>' for at in range(2, 20_003))
    too_large(
        read_table(workbook(Sheet(rows)), "people.xlsx", Person),
        "Bảng có quá 20.000 dòng dữ liệu.",
        "Hãy tách bảng ra nhiều tệp.",
    )


def test_more_filled_cells_than_any_ward_has_are_told_over_all_sheets() -> None:
    rows = "".join(f"<row>{''.join(f'<c><v>{row * at}</v></c>' for at in range(200))}</row>" for row in range(700))
    too_large(
        read_table(workbook(Sheet(rows, "A"), Sheet(rows, "B")), "people.xlsx", Person),
        "Tệp có quá 250.000 ô dữ liệu.",
        "Hãy tách bảng ra nhiều tệp.",
    )


@pytest.mark.parametrize(
    "uncalculated",
    [formula("A1+1"), formula("A1+1", ""), Xml('<c r="{r}"><f t="shared" si="0"/></c>')],
)
def test_x10_a_formula_without_its_result_is_told(uncalculated: Xml) -> None:
    [line] = said(of_one("Số hộ", uncalculated))
    assert line.startswith(f"{AT_D2} (Số hộ): Ô là công thức chưa có kết quả. Đang ghi: “=")
    assert line.endswith("Cách sửa: Hãy mở tệp bằng Excel để tính lại, rồi lưu.")


def test_x10_a_formula_with_its_result_is_its_result() -> None:
    reading = of_one("Số hộ", formula("5+7", "12"))
    assert reading.value is not None
    assert reading.value[0].households == 12


def test_x10_a_formula_that_gives_an_empty_text_is_blank() -> None:
    reading = of_one("Số hộ", formula('IF(1,"","a")', "", "str"))
    assert reading.value == (PERSON_A,)


@pytest.mark.parametrize("value", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"])
def test_x11_an_error_is_told_at_its_cell(value: str) -> None:
    assert said(of_one("Số hộ", error(value))) == [
        f"{AT_D2} (Số hộ): Ô là công thức bị lỗi. Đang ghi: “{value}”. "
        "Cách sửa: Hãy sửa công thức, hoặc gõ thẳng chữ, số vào ô."
    ]


@pytest.mark.parametrize("text", ["TODAY()", "now()+1", "RANDBETWEEN (1,9)", "IF(A1>0,INDIRECT(B1),0)"])
def test_x12_a_formula_that_changes_by_itself_is_warned_about(text: str) -> None:
    reading = of_one("Số hộ", formula(text, "7"))
    assert reading.value is not None
    name = next(name for name in ("TODAY", "NOW", "RANDBETWEEN", "INDIRECT") if name in text.upper())
    assert said(reading) == [
        f"{AT_D2} (Số hộ): Ô là công thức {name} nên kết quả (đang là “7”) đổi mỗi khi mở tệp. Đang ghi: “7”. "
        "Cách sửa: Hãy gõ thẳng chữ, số vào ô."
    ]


def born(*cells: Value, mac: bool = False) -> ReadOutcome[tuple[Person, ...]]:
    rows: list[list[Value]] = [HEADER, *([f"P{at}", "A", cell] for at, cell in enumerate(cells))]
    return read_table(workbook(Sheet(rows), mac=mac), "people.xlsx", Person)


@pytest.mark.parametrize(
    ("cell", "mac", "day"),
    [
        (number(29284, DATE), False, date(1980, 3, 4)),
        (number(29284, CUSTOM_DATE), False, date(1980, 3, 4)),
        (number(27822, DATE), True, date(1980, 3, 4)),
        (number(61, DATE), False, date(1900, 3, 1)),
        (number(1, DATE), True, date(1904, 1, 2)),
        (Xml('<c r="{r}" t="d"><v>1980-03-04</v></c>'), False, date(1980, 3, 4)),
        (Xml('<c r="{r}" t="d"><v>1980-03-04T00:00:00</v></c>'), False, date(1980, 3, 4)),
    ],
)
def test_x15_a_date_of_excel_is_that_day(cell: Xml, mac: bool, day: date) -> None:
    reading = born(cell, mac=mac)
    assert reading.value is not None
    assert reading.value[0].born_on == day


@pytest.mark.parametrize("serial", [60, 59, 1, -1, 10**7, 10**9])
def test_x15_a_date_that_excel_counts_wrongly_is_told(serial: float) -> None:
    [line] = said(born(number(serial, DATE)))
    assert line.startswith(
        "Tệp “people.xlsx”, trang “Bảng”, dòng 2, cột C (Ngày sinh): "
        "Ô định dạng ngày nhưng không chứa một ngày mà Excel tính đúng. Đang ghi: "
    )
    assert line.endswith("Cách sửa: Hãy gõ lại ngày, ví dụ 05/3/2024 (05/03/2024 cũng được).")


def test_x15_a_date_with_an_hour_is_told_as_a_clerk_reads_it() -> None:
    assert said(born(number(31118.35416666667, DATE))) == [
        "Tệp “people.xlsx”, trang “Bảng”, dòng 2, cột C (Ngày sinh): Ô chứa cả ngày lẫn giờ. Đang ghi: “12/03/1985 "
        "08:30”. Cách sửa: Hãy gõ lại chỉ ngày 12/3/1985."
    ]


def test_x15_a_time_alone_is_no_date() -> None:
    assert said(born(number(0.3125, DATE))) == [
        "Tệp “people.xlsx”, trang “Bảng”, dòng 2, cột C (Ngày sinh): Không đọc được ngày. Đang ghi: “07:30”. "
        "Cách sửa: Hãy ghi ngày/tháng/năm với đủ bốn chữ số của năm, ví dụ 05/3/2024 (05/03/2024 cũng được)."
    ]


def test_x14_a_column_that_mixes_dates_and_texts_is_warned_about_at_each_real_date() -> None:
    reading = born("13/03/1980", number(29284, DATE), number(29285, DATE))
    assert reading.value is not None
    assert said(reading) == [
        f"Tệp “people.xlsx”, trang “Bảng”, dòng {row}, cột C (Ngày sinh): Excel hiểu ô này là ngày {day} tháng 3; ngày "
        f"và tháng có thể đã bị đảo. Đang ghi: “0{day}/03/1980”. Cách sửa: Hãy kiểm tra lại; nếu đúng thì gõ cả cột "
        "theo một cách."
        for row, day in ((3, 4), (4, 5))
    ]


def test_x14_dates_that_cannot_be_swapped_are_not_warned_about() -> None:
    assert born("13/03/1980", number(29284 + 12, DATE), number(29283, DATE)).findings == ()
    assert born("13/03/1980", number(29284 + 12, DATE)).findings == ()
    assert born(number(29284, DATE)).findings == ()


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (number(912345678), "912345678"),
        (number("12345678901234567890"), "12345678901234600000"),
        (number("1.2345E+19"), "12345000000000000000"),
    ],
)
def test_x16_a_number_where_text_is_wanted_is_told(cell: Xml, value: str) -> None:
    assert said(of_one("Điện thoại", cell)) == [
        f"{AT_D2} (Điện thoại): Excel đang giữ ô này là số, nên số 0 ở đầu và các chữ số sau số thứ 15 (nếu có) đã "
        f"mất. Đang ghi: “{value}”. {AS_TEXT}"
    ]


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        (truth(1), f"Excel đã đổi nội dung ô này thành TRUE hoặc FALSE (đúng, sai). Đang ghi: “có”. {AS_TEXT}"),
        (number(45385, DATE), f"Excel đã đổi nội dung ô này thành ngày hoặc giờ. Đang ghi: “03/04/2024”. {AS_TEXT}"),
    ],
)
def test_x27_what_excel_made_of_a_text_is_told(cell: Xml, message: str) -> None:
    assert said(of_one("Điện thoại", cell)) == [f"{AT_D2} (Điện thoại): {message}"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [(number("0.30000000000000004"), "0.3"), (number("1E-3"), "0.001"), (number("99.700000000000003"), "99.7")],
)
def test_x17_the_dust_of_binary_arithmetic_is_left_out(cell: Xml, value: str) -> None:
    reading = of_one("Tỷ lệ", cell)
    assert reading.value is not None
    assert reading.value[0].share == Decimal(value)


def test_x17_a_percentage_is_told_because_it_may_mean_either() -> None:
    assert said(of_one("Tỷ lệ", number("0.997", PERCENT))) == [
        f"{AT_D2} (Tỷ lệ): Ô số không ghi dấu %. Đang ghi: “99,7%”. Cách sửa: Hãy chỉ ghi số, ví dụ 99,7 cho 99,7%."
    ]


@pytest.mark.parametrize("area", ["A2:A3", "B2:C2", "A1:A2", "C3:D9"])
def test_x19_merged_cells_in_the_table_are_told(area: str) -> None:
    reading = read(HEADER, A, B, after=f'<mergeCells><mergeCell ref="{area}"/></mergeCells>')
    [line] = said(reading)
    assert line.endswith(f": Các ô {area} bị gộp làm một. Cách sửa: Hãy bỏ gộp ô (Unmerge Cells) rồi điền đủ từng ô.")


def test_x19_merged_cells_above_and_below_the_table_may_stay() -> None:
    merged = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A9:C9"/><mergeCell ref="E2:F3"/></mergeCells>'
    assert read(["DANH SÁCH"], HEADER, A, after=merged).value == (PERSON_A,)


def test_x20_hidden_rows_and_columns_are_used_and_told() -> None:
    rows: list[list[Value]] = [HEADER, *([f"P{at}", *A[1:]] for at in range(8))]
    reading = read(*rows, hidden=frozenset(range(3, 100)), before='<cols><col min="2" max="2" hidden="1"/></cols>')
    assert reading.value is not None
    assert len(reading.value) == 8
    assert {finding.severity for finding in reading.findings} == {Severity.WARNING}
    assert said(reading) == [
        "Tệp “people.xlsx”, trang “Bảng”: Có 7 dòng đang bị ẩn hoặc bị lọc (dòng 3, 4, 5, 6, 7, …); các dòng này vẫn "
        "được dùng. Cách sửa: Hãy bỏ ẩn hoặc bỏ lọc để xem lại; dòng nào không dùng thì xóa hẳn.",
        "Tệp “people.xlsx”, trang “Bảng”, dòng 1, cột B (Họ và tên): Cột đang bị ẩn nhưng vẫn được dùng. "
        "Cách sửa: Hãy bỏ ẩn cột để xem lại.",
    ]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_x20_a_table_on_a_hidden_sheet_is_told(state: str) -> None:
    hidden = Sheet([HEADER, B], "Cũ", state)
    beside = read_table(workbook(Sheet([HEADER, A]), hidden), "people.xlsx", Person)
    assert beside.value == (PERSON_A,)
    assert said(beside) == [
        "Tệp “people.xlsx”, trang “Cũ”: Trang bị ẩn này cũng chứa bảng nhưng không được dùng. Cách sửa: Hãy xóa trang "
        "nếu không cần; nếu cần thì bỏ ẩn và chuyển dữ liệu sang trang đang dùng."
    ]
    alone = read_table(workbook(Sheet([["Ghi chú"]], "Khác"), hidden), "people.xlsx", Person)
    assert said(alone) == [
        "Tệp “people.xlsx”, trang “Cũ”: Bảng nằm trong trang bị ẩn. Cách sửa: Hãy bỏ ẩn trang (Unhide) rồi lưu."
    ]


def test_of_two_sheets_with_the_table_none_is_guessed() -> None:
    reading = read_table(workbook(Sheet([HEADER, A], "Một"), Sheet([HEADER, B], "Hai")), "people.xlsx", Person)
    assert said(reading) == [
        "Tệp “people.xlsx”: Có 2 trang cùng chứa bảng này: “Một” và “Hai”. "
        "Cách sửa: Hãy giữ một trang, xóa các trang kia."
    ]


def test_the_table_is_found_on_whichever_sheet_it_is() -> None:
    reading = read_table(workbook(Sheet([["Ghi chú"]], "Khác"), Sheet([HEADER, A], "Hai")), "people.xlsx", Person)
    assert reading.value == (PERSON_A,)
    assert reading.places[(0,)].sheet == "Hai"


@pytest.mark.parametrize("label", ["Tổng cộng", "TỔNG CỘNG:", "Cộng", "Tổng số", unicodedata.normalize("NFD", "Tổng")])
def test_x21_a_row_of_totals_is_told(label: str) -> None:
    reading = read([*HEADER, "Số hộ"], [*A, "12"], [label, None, None, "12"])
    assert (
        "Tệp “people.xlsx”, trang “Bảng”, dòng 3: Dòng tổng cộng nằm trong bảng. "
        "Cách sửa: Hãy xóa dòng này; chương trình tự cộng." in said(reading)
    )


def test_x21_rows_behind_a_gap_are_told_not_lost() -> None:
    reading = read(HEADER, A, [], B, [None, "Người lập biểu"])
    assert said(reading)[0] == (
        "Tệp “people.xlsx”, trang “Bảng”, dòng 4: Có 2 dòng dữ liệu nằm sau dòng trống (dòng 3). "
        "Cách sửa: Hãy xóa dòng trống trong bảng; ghi chú, chữ ký bên dưới thì chuyển sang trang khác."
    )
    assert reading.value is None
    assert read(HEADER, [], A).value is None


def test_x21_a_signature_under_the_column_of_running_numbers_is_told_too() -> None:
    reading = read(["STT", *HEADER], [number(1), *A], [number(2)], [], ["Người lập biểu"])
    assert said(reading)[0].startswith("Tệp “people.xlsx”, trang “Bảng”, dòng 5: Có 1 dòng dữ liệu nằm sau dòng trống")


def test_rows_that_are_only_numbered_beforehand_are_blank() -> None:
    reading = read(["STT", *HEADER], [number(1), *A], [number(2)], ["3."], [number(4), " ", None, "\u00a0"])
    assert reading.value == (PERSON_A,)
    assert reading.findings == ()


@pytest.mark.parametrize("numbers", [[number(1), number(2), number(3)], ["(1)", "(2)", "(3)"], ["1", "2", "3"]])
def test_a_row_that_numbers_the_columns_is_no_data(numbers: list[Value]) -> None:
    assert read(HEADER, numbers, A).value == (PERSON_A,)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Nguyễn_x000D_ Văn A", None),
        ("Nguyễn_x0020_Văn A", "Nguyễn Văn A"),
        ("_x005F_x0041_", "_x0041_"),
        (unicodedata.normalize("NFD", "Nguyễn Văn A"), "Nguyễn Văn A"),
        ("  Nguyễn\u00a0 Văn\tA ", "Nguyễn Văn A"),
        ("Nguyễn\nVăn A", "Nguyễn Văn A"),
        ("Hoà Thuỷ", "Hoà Thuỷ"),
        ("A & <B>", "A & <B>"),
        ("=1+1", "=1+1"),
    ],
)
def test_x23_a_name_is_only_tidied(written: str, read_as: str | None) -> None:
    reading = read(HEADER, ["P1", written, "05/03/1980"])
    if read_as is None:
        read_as = "Nguyễn Văn A"
    assert reading.value is not None
    assert reading.value[0].name == read_as


RICH = (
    "<si><r><rPr><b/></rPr><t>Nguyễn</t></r><r><t xml:space='preserve"
    "'> Văn A</t></r></si><si><t>P1</t><rPh sb='0' eb='1'><t>doc</t></rPh></si>"
)


def test_x26_rich_shared_and_phonetic_texts_are_what_excel_shows() -> None:
    rows: list[list[Value]] = [HEADER, [shared(1), shared(0), "05/03/1980"]]
    assert read_table(workbook(Sheet(rows), texts=RICH), "people.xlsx", Person).value == (PERSON_A,)
    rich = Xml('<c r="{r}" t="inlineStr"><is><r><t>Nguyễn </t></r><r><t>Văn A</t></r><rPh><t>x</t></rPh></is></c>')
    assert read(HEADER, ["P1", rich, "05/03/1980"]).value == (PERSON_A,)


def test_x26_prefixed_xml_and_cells_without_references_are_read() -> None:
    plain = Sheet([HEADER, A, B]).xml()
    for at in range(1, 4):
        for letter in "ABC":
            plain = plain.replace(f' r="{letter}{at}"', "")
        plain = plain.replace(f'<row r="{at}" hidden="0">', "<row>")
    prefixed = plain.replace("</", "</x:").replace("<x:", "<x:")
    for name in ("worksheet", "sheetData", "row", "c", "is", "t"):
        prefixed = prefixed.replace(f"<{name}>", f"<x:{name}>").replace(f"<{name} ", f"<x:{name} ")
    prefixed = prefixed.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
    for xml in (plain, prefixed):
        book = workbook(Sheet([]), change={"xl/worksheets/sheet1.xml": xml})
        assert read_table(book, "people.xlsx", Person).value == (PERSON_A, PERSON_B)


def test_x28_a_cell_of_ten_thousand_characters_is_told() -> None:
    assert said(of_one("Điện thoại", "9" * 10_001)) == [
        f"{AT_D2} (Điện thoại): Ô dài quá 10.000 ký tự. Đang ghi: “{'9' * 79}…”. Cách sửa: Hãy viết ngắn lại."
    ]


def test_x24_garbled_names_are_told_with_their_reading() -> None:
    assert said(read(HEADER, ["P1", "NguyÔn V¨n A", "05/03/1980"])) == [
        "Tệp “people.xlsx”, trang “Bảng”, dòng 2, cột B (Họ và tên): Chữ có vẻ gõ theo kiểu TCVN3 (phông .VnTime); đọc "
        "đúng có lẽ là “Nguyễn Văn A”. Đang ghi: “NguyÔn V¨n A”. "
        "Cách sửa: Hãy gõ lại bằng bộ gõ Unicode (phông Times New Roman)."
    ]


def test_x01_x02_x03_a_file_that_is_no_workbook_is_told() -> None:
    assert said(read_table(b"STT;A\n", "people.xlsx", Person)) == [
        "Tệp “people.xlsx”: Không phải là sổ Excel (.xlsx) mà là tệp văn bản thô (CSV hoặc TXT). Cách sửa: Hãy dùng "
        "đúng tệp, hoặc mở tệp bằng Excel rồi chọn Lưu thành (Save As) kiểu “Excel Workbook (*.xlsx)”."
    ]
    assert said(read_table(workbook(Sheet([HEADER]))[:-30], "people.xlsx", Person)) == [DAMAGED]


DAMAGED = (
    "Tệp “people.xlsx”: Bị hỏng hoặc bị cắt ngắn khi sao chép. "
    "Cách sửa: Hãy sao chép lại từ bản gốc, hoặc mở bằng Word hay Excel rồi lưu lại."
)
SHEET1 = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    "change",
    [
        {SHEET1: "<worksheet>"},
        {SHEET1: None},
        {SHEET1: f'<worksheet xmlns="{MAIN}"><sheetData><row r="x"/></sheetData></worksheet>'},
        {SHEET1: f'<worksheet xmlns="{MAIN}"><sheetData><row r="{"9" * 5000}"/></sheetData></worksheet>'},
        {SHEET1: f'<worksheet xmlns="{MAIN}"><sheetData><row><c r="1A"><v>1</v></c></row></sheetData></worksheet>'},
        {SHEET1: f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="s"><v>9</v></c></row></sheetData></worksheet>'},
        {SHEET1: f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="s"><v>x</v></c></row></sheetData></worksheet>'},
        {SHEET1: f'<worksheet xmlns="{MAIN}"><sheetData><row><c><v>x</v></c></row></sheetData></worksheet>'},
        {SHEET1: f'<worksheet xmlns="{MAIN}"><sheetData><row><c><v>1e999</v></c></row></sheetData></worksheet>'},
        {SHEET1: f'<worksheet xmlns="{MAIN}"><sheetData><row><c><v>nan</v></c></row></sheetData></worksheet>'},
        {SHEET1: f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="d"><v>x</v></c></row></sheetData></worksheet>'},
        {SHEET1: f'<worksheet xmlns="{MAIN}"><sheetData><row><c s="x"><v>1</v></c></row></sheetData></worksheet>'},
        {SHEET1: f'<worksheet xmlns="{MAIN}"><mergeCells><mergeCell ref="x"/></mergeCells></worksheet>'},
        {SHEET1: f'<worksheet xmlns="{MAIN}"><mergeCells><mergeCell/></mergeCells></worksheet>'},
        {SHEET1: f'<worksheet xmlns="{MAIN}"><cols><col hidden="1"/></cols></worksheet>'},
        {"xl/workbook.xml": None},
        {"xl/workbook.xml": "<workbook><sheets><sheet/></sheets></workbook>"},
        {"xl/workbook.xml": "<workbook"},
        {"xl/_rels/workbook.xml.rels": None},
        {"xl/_rels/workbook.xml.rels": "<a><Relationship/></a>"},
        {"_rels/.rels": None},
        {"xl/styles.xml": "<styleSheet><numFmt numFmtId='x'/></styleSheet>"},
        {"xl/sharedStrings.xml": "<sst><si>"},
    ],
)  # fmt: skip
def test_a_workbook_that_contradicts_itself_is_told_as_damaged(change: dict[str, str | None]) -> None:
    assert said(read_table(workbook(Sheet([HEADER, A]), change=change), "people.xlsx", Person)) == [DAMAGED]


NAMES = st.text(
    alphabet=st.sampled_from("aăbcdđeghiklmnoơpqrstuưvxyẢẠĂẮĐ ' -._&<>\"()=+@0"), min_size=1, max_size=30
).filter(lambda name: bool(name.strip()))


@settings(max_examples=settings.default.max_examples // 2)
@given(st.lists(st.tuples(NAMES, st.dates(min_value=date(1900, 3, 1), max_value=date(2100, 1, 1))), max_size=12))
def test_x26_what_openpyxl_writes_is_read_as_openpyxl_reads_it(people: list[tuple[str, date]]) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADER)
    for at, (name, day) in enumerate(people, start=2):
        sheet.cell(at, 1, f"P{at}")
        sheet.cell(at, 2, name).data_type = "s"
        sheet.cell(at, 3, day)
    buffer = io.BytesIO()
    book.save(buffer)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        again = openpyxl.load_workbook(io.BytesIO(buffer.getvalue())).worksheets[0]
    seen = [(" ".join(str(row[1]).split()), row[2].date()) for row in again.iter_rows(min_row=2, values_only=True)]  # type: ignore[union-attr]
    reading = read_table(buffer.getvalue(), "people.xlsx", Person)
    if not reading.is_broken:
        assert reading.value is not None
        assert [(person.name, person.born_on) for person in reading.value] == seen
