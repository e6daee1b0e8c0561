"""What one written value becomes, and what is said where it cannot."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_models import Everything, Gender, Medal, Title

from vanban.ingest.assembly import kinds_of
from vanban.ingest.scalars import Refused, convert, shown

AS_TEXT = "Hãy chọn cả cột, đổi định dạng ô thành Text rồi gõ lại."


def read(field: str, raw: object) -> object:
    return convert(kinds_of(Everything.model_fields[field].annotation), raw)


@pytest.mark.parametrize(
    ("field", "raw", "value"),
    [
        ("text", "012", "012"),
        ("text", "no", "no"),
        ("text", "~", "~"),
        ("text", "null", "null"),
        ("text", "1_000", "1_000"),
        ("text", "1.10", "1.10"),
        ("text", "12:30", "12:30"),
        ("text", "0x1F", "0x1F"),
        ("text", "2024-01-05", "2024-01-05"),
        ("text", "=1+1", "=1+1"),
        ("text", " a \n b ", "a\nb"),
        ("whole", "012", 12),
        ("whole", " 7 ", 7),
        ("whole", "-3", -3),
        ("whole", Decimal("7"), 7),
        ("whole", Decimal("1E+3"), 1000),
        ("number", "99,7", Decimal("99.7")),
        ("number", "99.7", Decimal("99.7")),
        ("number", "0,08", Decimal("0.08")),
        ("number", "0,125", Decimal("0.125")),
        ("number", "0.125", Decimal("0.125")),
        ("number", "1234,567", Decimal("1234.567")),
        ("number", "12,1250", Decimal("12.1250")),
        ("number", "172", Decimal("172")),
        ("number", "-0,5", Decimal("-0.5")),
        ("number", Decimal("0.3"), Decimal("0.3")),
        ("real", "0,5", 0.5),
        ("truth", "có", True),
        ("truth", "CÓ ", True),
        ("truth", "Không", False),
        ("truth", "không đạt", False),
        ("truth", "Đạt", True),
        ("truth", "true", True),
        ("truth", "FALSE", False),
        ("truth", True, True),
        ("day", "05/03/2024", date(2024, 3, 5)),
        ("day", "05/3/2024", date(2024, 3, 5)),
        ("day", "5/3/2024", date(2024, 3, 5)),
        ("day", "5.3.2024", date(2024, 3, 5)),
        ("day", "ngày 5 tháng 3 năm 2024", date(2024, 3, 5)),
        ("clock", "19 giờ 30 phút", time(19, 30)),
        ("clock", "7h", time(7)),
        ("day", "2024-03-05", date(2024, 3, 5)),
        ("day", "29/02/2024", date(2024, 2, 29)),
        ("day", date(2024, 3, 5), date(2024, 3, 5)),
        ("clock", "7:30", time(7, 30)),
        ("clock", "07h30", time(7, 30)),
        ("clock", "14 giờ 00", time(14, 0)),
        ("clock", time(7, 30), time(7, 30)),
        ("gender", "nữ", Gender.FEMALE),
        ("gender", "  NAM", Gender.MALE),
        ("either", "Tổ dân phố văn hoá", Title.GROUP),
        ("either", "giấy  khen", Medal.CERTIFICATE),
        ("day_or_year", "1975", 1975),
        ("day_or_year", "01/02/1975", date(1975, 2, 1)),
        ("text_or_day", "01/02/1975", date(1975, 2, 1)),
        ("text_or_day", "năm 1975", "năm 1975"),
        ("mark", "B", "b"),
    ],
)
def test_y01_a_value_is_what_the_model_says_and_nothing_else(field: str, raw: object, value: object) -> None:
    found = read(field, raw)
    assert (type(found), found) == (type(value), value)


WHOLE = ("Cần một số nguyên viết bằng chữ số.", "Hãy ghi số nguyên, ví dụ 12.")
NUMBER = ("Cần một số viết bằng chữ số.", "Hãy ghi số, phần lẻ sau dấu phẩy, ví dụ 99,7.")
GROUPED = ("Số có dấu ngăn cách hàng nghìn nên dễ hiểu nhầm.", "Hãy viết liền các chữ số, ví dụ 1800000.")
PER_CENT = ("Ô số không ghi dấu %.", "Hãy chỉ ghi số, ví dụ 99,7 cho 99,7%.")
LONG = ("Số dài hơn 15 chữ số, Excel không giữ được đủ.", "Hãy xem lại số này.")
YEAR_ALONE = "Chỉ ghi năm; ở đây cần đủ ngày, tháng, năm."
DAY_AND_HOUR = "Ô chứa cả ngày lẫn giờ. Có lẽ là ngày 05/3/2024."
SERIAL = (
    "Ô chứa số 45000; nếu là số thứ tự ngày của Excel thì đó là ngày 15/3/2023.",
    "Hãy gõ 15/3/2023 vào ô, sau khi đổi định dạng ô thành Text hoặc Date.",
)
DAY = (
    "Không đọc được ngày.",
    "Hãy ghi ngày/tháng/năm với đủ bốn chữ số của năm, ví dụ 05/3/2024 (05/03/2024 cũng được).",
)
NO_DAY = (
    "Không có ngày này trong lịch.",
    "Hãy ghi ngày/tháng/năm với đủ bốn chữ số của năm, ví dụ 05/3/2024 (05/03/2024 cũng được).",
)
CLOCK = ("Không đọc được giờ.", "Hãy ghi giờ và phút, ví dụ 07:30.")
TRUTH = ("Cần trả lời có hoặc không.", "Hãy ghi “có” hoặc “không”.")
CHANGED = ("Excel đã đổi nội dung ô này thành ngày, giờ, hoặc thành TRUE, FALSE.", AS_TEXT)


@pytest.mark.parametrize(
    ("field", "raw", "refusal"),
    [
        ("whole", "1.0", WHOLE),
        ("whole", "1_000", WHOLE),
        ("whole", "1e6", WHOLE),
        ("whole", "mười", WHOLE),
        ("whole", "１２", WHOLE),
        ("whole", "0x10", WHOLE),
        ("whole", "12 hộ", ("Sau số có chữ “hộ”.", "Hãy chỉ ghi số: 12.")),
        ("whole", "95hộ dân", ("Sau số có chữ “hộ dân”.", "Hãy chỉ ghi số: 95.")),
        ("whole", "5 triệu đồng", WHOLE),
        ("whole", "12 nghìn", WHOLE),
        ("whole", "2 rưỡi", WHOLE),
        ("whole", "1.000", GROUPED),
        ("whole", "1.800.000", GROUPED),
        ("whole", "1,800,000", GROUPED),
        ("whole", "1 800 000", GROUPED),
        ("whole", "98%", PER_CENT),
        ("whole", "1" * 17, LONG),
        ("whole", Decimal("7.5"), ("Cần một số nguyên, không có phần lẻ.", "Hãy ghi số nguyên, ví dụ 12.")),
        ("whole", Decimal("1E+15"), LONG),
        ("whole", date(2024, 3, 5), CHANGED),
        ("whole", True, CHANGED),
        ("number", "1.000.000", GROUPED),
        ("number", "1.000,5", GROUPED),
        ("number", "1,000.5", GROUPED),
        ("number", "10 000", GROUPED),
        ("number", "99,7 %", PER_CENT),
        ("number", "1e6", NUMBER),
        ("number", "NaN", NUMBER),
        ("number", "Infinity", NUMBER),
        ("number", "1,", NUMBER),
        ("number", ",5", NUMBER),
        ("number", "1..5", NUMBER),
        ("number", "5-6", NUMBER),
        ("number", "1" * 16, LONG),
        (
            "number",
            "1.800",
            ("Không rõ “1.800” là 1800 hay 1 phẩy 800.", "Hãy ghi 1800 nếu là hàng nghìn, 1,8000 nếu là số lẻ."),
        ),
        (
            "number",
            "12,125",
            ("Không rõ “12,125” là 12125 hay 12 phẩy 125.", "Hãy ghi 12125 nếu là hàng nghìn, 12,1250 nếu là số lẻ."),
        ),
        ("number", time(7, 30), CHANGED),
        ("truth", "x", TRUTH),
        ("truth", "yes", TRUTH),
        ("truth", "1", TRUTH),
        ("truth", Decimal(1), TRUTH),
        ("day", "31/02/1990", NO_DAY),
        ("day", "29/02/2023", NO_DAY),
        ("day", "2/13/2026", NO_DAY),
        ("day", "00/01/2026", NO_DAY),
        ("day", "2026-13-01", NO_DAY),
        ("day", "1.1.26", DAY),
        ("day", "1/1/26", DAY),
        ("day", "01-02-2026", DAY),
        ("day", "5 tháng 3 năm 2024", DAY),
        ("day", "03/2024", DAY),
        ("day", "2024", (YEAR_ALONE, DAY[1])),
        ("day", "45000", SERIAL),
        ("day", "1700000000", DAY),
        ("day", "2024-03-05T00:00:00", (DAY_AND_HOUR, DAY[1])),
        ("day", Decimal(45000), SERIAL),
        ("day", True, DAY),
        ("clock", "25:00", CLOCK),
        ("clock", "7:60", CLOCK),
        ("clock", "7", CLOCK),
        ("text", Decimal(12345678901), (
            "Excel đang giữ ô này là số, nên số 0 ở đầu và các chữ số sau số thứ 15 (nếu có) đã mất.", AS_TEXT)),
        ("text", "1,23457E+11", ("Excel đã rút gọn một số dài nên các chữ số cuối đã mất.", AS_TEXT)),
        ("text", date(2024, 4, 3), ("Excel đã đổi nội dung ô này thành ngày hoặc giờ.", AS_TEXT)),
        ("text", True, ("Excel đã đổi nội dung ô này thành TRUE hoặc FALSE (đúng, sai).", AS_TEXT)),
        ("text", "Ðào", ("Có chữ “Ð” của tiếng Iceland thay cho chữ “Đ” tiếng Việt.", "Hãy gõ lại thành “Đào”.")),
        (
            "whole",
            "1\u200b2",
            ("Có ký tự ẩn hoặc đảo chiều chữ (U+200B) ở vị trí thứ 2.", "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy."),
        ),
        (
            "gender",
            "Nan",
            ("Ở đây chỉ ghi được một trong các chữ đã định. Có lẽ là “Nam”.", "Hãy chọn một trong: “Nam”, “Nữ”."),
        ),
        ("gender", "x", ("Ở đây chỉ ghi được một trong các chữ đã định.", "Hãy chọn một trong: “Nam”, “Nữ”.")),
        (
            "either",
            "Lao động tiến tiến",
            (
                "Ở đây chỉ ghi được một trong các chữ đã định. Có lẽ là “Lao động tiên tiến”.",
                "Hãy chọn một trong: “Lao động tiên tiến”, “Tổ dân phố văn hóa”, “Giấy khen”.",
            ),
        ),
        ("mark", "c", ("Ở đây chỉ ghi được một trong các chữ đã định.", "Hãy chọn một trong: “a”, “b”.")),
    ],
)  # fmt: skip
def test_x13_x16_x17_x27_a_value_that_could_be_misread_is_refused(
    field: str, raw: object, refusal: tuple[str, str]
) -> None:
    found = read(field, raw)
    assert isinstance(found, Refused)
    assert found == (refusal,)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=2))
def test_a_number_written_as_an_office_writes_it_reads_back(number: Decimal) -> None:
    assert read("number", shown(number)) == number


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_written_as_an_office_writes_it_reads_back(day: date) -> None:
    assert read("day", shown(day)) == day


@given(st.text(max_size=30), st.sampled_from(sorted(Everything.model_fields)))
def test_any_text_is_read_or_refused_in_vietnamese(text: str, field: str) -> None:
    found = read(field, text)
    if isinstance(found, Refused):
        assert all(not part.isascii() for fault in found for part in fault)


@pytest.mark.parametrize(("field", "raw"), [("text", "'Nguyễn Văn A"), ("text", "’0123"), ("whole", " '12")])
def test_an_apostrophe_left_before_a_value_is_told(field: str, raw: str) -> None:
    assert read(field, raw) == Refused(
        (
            (
                "Ô bắt đầu bằng dấu nháy đơn (') và dấu đó sẽ in ra.",
                "Hãy xóa dấu nháy đơn ở đầu ô; Excel chỉ dùng dấu đó để giữ chữ như đã gõ.",
            ),
        )
    )


def test_a_quotation_may_begin_a_text() -> None:
    assert read("text", "'Xanh, sạch, đẹp' là tên phong trào") == "'Xanh, sạch, đẹp' là tên phong trào"
