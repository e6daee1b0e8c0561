"""What lies over and behind the cells of a table is told, once for each cause: nothing is lost on the way in."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import xlsxwriter

from vanban.domain.finding import Finding, Severity
from vanban.domain.people import Person
from vanban.domain.registration import GroupRegistration, Household
from vanban.domain.reminder import ReceivedReport
from vanban.domain.text import text_faults
from vanban.ingest import ReadOutcome, read_table

HOUSEHOLD = ["Mã tổ", "Chủ hộ", "Số nhân khẩu", "Số nhà, địa chỉ", "Ghi chú"]


def table(fill: Callable[[Any, Any], None]) -> bytes:
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True})
    fill(workbook, workbook.add_worksheet("Bảng"))
    workbook.close()
    return out.getvalue()


def households(*rows: list[object], model: Any = Household, header: list[str] | None = None) -> ReadOutcome[Any]:
    def fill(_: Any, sheet: Any) -> None:
        for number, row in enumerate([header or HOUSEHOLD, *rows]):
            sheet.write_row(number, 0, row)

    return read_table(table(fill), "households.xlsx", model)


def said(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{one.place.line}{one.place.column or ''}: {one.reason}" for one in findings]


def struck(workbook: Any) -> Any:
    return workbook.add_format({"font_strikeout": True})


def test_s9_a_number_struck_through_before_another_is_read_as_neither() -> None:
    def fill(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["Mã tổ", "Số hộ đăng ký Gia đình văn hóa"])
        sheet.write(1, 0, "tdp-01")
        sheet.write_rich_string(1, 1, struck(workbook), "12", workbook.add_format({"bold": True}), "8")

    reading = read_table(table(fill), "a.xlsx", GroupRegistration)
    assert reading.value is None
    assert said(reading.findings) == ["2B: Một phần chữ trong ô bị gạch ngang: không rõ là “8” hay “128”."]


def test_s9_a_name_struck_through_before_another_is_not_joined_to_it() -> None:
    def fill(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, HOUSEHOLD)
        sheet.write_row(1, 0, ["tdp-01", "", "4", "Số nhà 1"])
        sheet.write_rich_string(1, 1, struck(workbook), "Lê Văn C", workbook.add_format(), " Lê Văn K")

    reading = read_table(table(fill), "a.xlsx", Household)
    assert said(reading.findings) == [
        "2B: Một phần chữ trong ô bị gạch ngang: không rõ là “Lê Văn K” hay “Lê Văn C Lê Văn K”."
    ]


def test_s9_a_struck_row_is_one_question_and_a_struck_cell_is_one() -> None:
    def fill(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, HOUSEHOLD)
        sheet.write_row(1, 0, ["tdp-01", "Lê Văn A", "4", "Số nhà 1"])
        sheet.write_row(2, 0, ["tdp-01", "Lê Văn B", "4", "Số nhà 2"], struck(workbook))
        sheet.write(1, 4, "đã chuyển đi", struck(workbook))

    reading = read_table(table(fill), "a.xlsx", Household)
    assert reading.value is None
    assert said(reading.findings) == [
        "2E: Cả ô bị gạch ngang nên không rõ có còn dùng không.",
        "3: Cả dòng bị gạch ngang nên không rõ có còn dùng không.",
    ]


def test_a_font_whose_strike_is_switched_off_strikes_nothing() -> None:
    def fill(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, HOUSEHOLD)
        sheet.write_row(1, 0, ["tdp-01", "Lê Văn A", "4", "Số nhà 1"], workbook.add_format({"bold": True}))

    assert read_table(table(fill), "a.xlsx", Household).findings == ()


def test_s3_154_house_numbers_typed_as_numbers_are_one_question_and_read_as_shown() -> None:
    reading = households(*(["tdp-01", f"Lê Văn {number}", 4, number, ""] for number in range(1, 155)))
    assert reading.value is not None
    assert [row.address for row in reading.value][:3] == ["1", "2", "3"]
    [finding] = reading.findings
    assert finding.severity is Severity.WARNING
    assert finding.reason == (
        "Cột chữ này có 154 ô là số (dòng 2, 3, 4, 5, 6, …); chương trình đọc đúng như đang hiện."
    )


def test_s3_a_number_shown_with_zeros_in_front_is_told_with_both() -> None:
    def fill(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, HOUSEHOLD)
        sheet.write_row(1, 0, ["tdp-01", "Lê Văn A", "4"])
        sheet.write_number(1, 3, 7, workbook.add_format({"num_format": "000"}))
        sheet.write_number(1, 2, 4, workbook.add_format({"num_format": "00"}))

    reading = read_table(table(fill), "a.xlsx", Household)
    assert said(reading.findings) == ["2D: Ô đang hiện “007” nhưng Excel chỉ lưu số 7."]


def test_s3_a_long_number_in_a_note_stays_doubtful() -> None:
    reading = households(["tdp-01", "Lê Văn A", "4", "Số nhà 1", 24085001234])
    assert reading.value is None
    assert "số 0 ở đầu" in reading.findings[0].reason


def test_s4_every_real_date_beside_typed_ones_is_marked() -> None:
    days = [date(2024, 2, 11), "13/11/2024", date(2024, 11, 12), date(2024, 11, 11)]

    def fill(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["Mã đơn vị", "Ngày nhận"])
        for row, day in enumerate(days, start=1):
            sheet.write(row, 0, f"tdp-{row:02}")
            if isinstance(day, str):
                sheet.write_string(row, 1, day)
            else:
                sheet.write_datetime(row, 1, day, workbook.add_format({"num_format": "dd/mm/yyyy"}))

    reading = read_table(table(fill), "a.xlsx", ReceivedReport)
    assert [one.place.line for one in reading.findings] == [2, 4]


def test_s4_of_real_dates_alone_those_are_asked_about_that_fit_only_when_turned_back() -> None:
    days = [date(2024, 11, 13), date(2024, 11, 25), date(2024, 2, 11), date(2024, 11, 5), date(2024, 11, 18)]

    def fill(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["Mã đơn vị", "Ngày nhận"])
        for row, day in enumerate(days, start=1):
            sheet.write(row, 0, f"tdp-{row:02}")
            sheet.write_datetime(row, 1, day, workbook.add_format({"num_format": "dd/mm/yyyy"}))

    reading = read_table(table(fill), "a.xlsx", ReceivedReport)
    assert said(reading.findings) == ["4B: Excel hiểu ô này là ngày 11 tháng 2; ngày và tháng có thể đã bị đảo."]


@pytest.mark.parametrize("mark", ["nt", "NT", "-nt-", "//", '"', "như trên", " Như  trên "])
def test_a_ditto_mark_is_no_value(mark: str) -> None:
    reading = households(["tdp-01", "Lê Văn A", "4", "Số nhà 1", ""], ["tdp-01", "Lê Văn B", "4", mark, ""])
    assert said(reading.findings) == ["3D: Ô này chỉ ghi “như trên”, chương trình không biết là gì."]


@pytest.mark.parametrize(
    ("name", "meant"), [("Nguyeenx Văn A", "Nguyễn"), ("Trần Thij Bình", "Thị"), ("Trrần Văn A", "Trần")]
)
def test_keys_left_over_in_a_name_are_a_doubt_with_what_was_meant(name: str, meant: str) -> None:
    reading = households(["tdp-01", name, "4", "Số nhà 1", ""])
    assert reading.value is not None
    [finding] = reading.findings
    assert finding.severity is Severity.WARNING
    assert f"có lẽ là “{meant}”" in finding.reason


@pytest.mark.parametrize(
    "name", ["Y Moan Êñuôl", "K’Brôi", "Lò Thị Xuân", "Nguyễn Văn A", "Sùng A Páo", "Thạch Sóc Kha"]
)
def test_names_as_they_are_borne_are_no_doubt(name: str) -> None:
    assert households(["tdp-01", name, "4", "Số nhà 1", ""]).findings == ()


@pytest.mark.parametrize("text", ["T? dân ph? s? 1", "T? dân phố", "khu ph?"])
def test_letters_lost_at_the_end_of_words_are_told(text: str) -> None:
    assert len(text_faults(text)) == 1


@pytest.mark.parametrize("text", ["Có đạt không?", "Ai là Nguyễn Văn B?", "UBND?", "Số mấy? Ở đâu?", "TP?"])
def test_a_question_is_no_lost_letter(text: str) -> None:
    assert text_faults(text) == ()


def test_people_are_read_as_before_where_nothing_is_doubtful() -> None:
    header = ["Mã người", "Họ và tên", "Giới tính", "Ngày sinh", "Quê quán", "Nơi thường trú", "Chức vụ", "Mã tập thể"]
    row: list[object] = ["a", "Trần Thị B", "Nữ", "12/03/1985", "Xã Tân Mỹ", "Tổ 3", "Công chức", "co-quan"]
    assert households(row, model=Person, header=header).findings == ()
