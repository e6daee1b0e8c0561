"""CSV tables become records: the encoding is never guessed, the delimiter is shown by the header."""

from __future__ import annotations

import codecs
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_models import Person

from vanban.ingest import ReadOutcome, read_table

TEXT = "Mã người,Họ và tên,Ngày sinh,Điện thoại\nP1,Nguyễn Văn A,05/03/1980,0912345678\nP2,Trần Thị B,6/3/1981,\n"
VALUE = (
    Person(key="P1", name="Nguyễn Văn A", born_on=date(1980, 3, 5), phone="0912345678"),
    Person(key="P2", name="Trần Thị B", born_on=date(1981, 3, 6)),
)


def read(data: bytes | str) -> ReadOutcome[tuple[Person, ...]]:
    return read_table(data.encode() if isinstance(data, str) else data, "people.csv", Person)


def said(data: bytes | str) -> list[str]:
    return [str(finding) for finding in read(data).findings]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_y06_the_usual_ways_of_saving_give_the_same_records(delimiter: str, encoding: str, end: str) -> None:
    reading = read(TEXT.replace(",", delimiter).replace("\n", end).encode(encoding))
    assert reading.findings == ()
    assert reading.value == VALUE


def test_y06_both_byte_orders_of_utf_16_are_read() -> None:
    assert read(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")).value == VALUE
    assert read(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")).value == VALUE


def test_the_place_of_a_cell_is_that_which_excel_shows() -> None:
    reading = read(TEXT)
    assert str(reading.places[(1, "born_on")]) == "Tệp “people.csv”, dòng 3, cột C (Ngày sinh)"
    assert sorted(reading.lines["people.csv"]) == [1, 2, 3]


def test_the_hint_that_excel_leaves_for_itself_is_understood() -> None:
    assert read("sep=;\r\n" + TEXT.replace(",", ";")).value == VALUE


def test_commas_quotes_and_line_breaks_inside_quotes_are_kept_or_tidied() -> None:
    reading = read('Mã người,Họ và tên,Ngày sinh\nP1,"Nguyễn ""Văn""\nA, B",05/03/1980\n')
    assert reading.value is not None
    assert reading.value[0].name == 'Nguyễn "Văn" A, B'


def not_unicode(line: int, shown: str) -> list[str]:
    return [
        f"Tệp “people.csv”, dòng {line}: Không đọc được chữ có dấu: “{shown}”. "
        "Cách sửa: Hãy mở tệp rồi lưu lại: Excel chọn Lưu thành kiểu “CSV UTF-8”, Notepad chọn Encoding là UTF-8."
    ]


def test_y06_another_encoding_is_told_with_its_line() -> None:
    assert said(b"Ma,Ten\nP1,Nguy" + b"\xea\xf2n\n") == not_unicode(2, "P1,Nguy\ufffd\ufffdn")
    assert said(b"Ma\nN\x80\n") == not_unicode(2, "N\ufffd")
    assert said("Mã".encode("utf-16") + b"\x00") == not_unicode(1, "\ufffd\ufffdM⟨U+0000⟩\ufffd⟨U+0000⟩⟨U+0000⟩")
    assert said("Mã\n".encode("utf-16-le") + b"\x00\xd8")[0].startswith(
        "Tệp “people.csv”, dòng 1: Không đọc được chữ có dấu: "
    )


def test_y06_utf_16_without_its_mark_is_told() -> None:
    assert read(TEXT.encode("utf-16-le")).value is None


@given(st.integers(0, len(TEXT.encode()) - 1), st.integers(0x80, 0xFF))
def test_y07_nothing_unreadable_is_ever_replaced(position: int, byte: int) -> None:
    changed = bytearray(TEXT.encode())
    changed[position] = byte
    reading = read(bytes(changed))
    assert reading.value is None or "\ufffd" not in "".join(person.name for person in reading.value)


def test_y06_a_nul_is_told_at_its_cell() -> None:
    assert said(TEXT.replace("Văn", "V\0n")) == [
        "Tệp “people.csv”, dòng 2, cột B (Họ và tên): Có ký tự điều khiển không nhìn thấy (U+0000) ở vị trí thứ 9. "
        "Đang ghi: “Nguyễn V⟨U+0000⟩n A”. Cách sửa: Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy."
    ]


@pytest.mark.parametrize("row", ['P1,"Nguyễn Văn A,05/03/1980,', 'P1,"Nguyễn" Văn A,05/03/1980,'])
def test_y06_quotes_at_odds_are_told_with_the_row(row: str) -> None:
    text = TEXT.replace("P1,Nguyễn Văn A,05/03/1980,0912345678", row)
    assert said(text) == [
        "Tệp “people.csv”, dòng 2: Dấu nháy kép trong dòng này chưa đóng hoặc đặt sai chỗ. "
        "Cách sửa: Hãy sửa dấu nháy kép, hoặc mở bằng Excel và lưu thành .xlsx."
    ]


@pytest.mark.parametrize(
    ("row", "cells"), [("P1,Nguyễn Văn A,05/03/1980", 3), ("P1,Nguyễn, Văn A,05/03/1980,0912345678", 5)]
)
def test_y06_a_ragged_row_is_told(row: str, cells: int) -> None:
    text = TEXT.replace("P1,Nguyễn Văn A,05/03/1980,0912345678", row)
    assert (
        f"Tệp “people.csv”, dòng 2: Dòng này có {cells} ô, trong khi dòng tên cột có 4 cột. "
        "Cách sửa: Hãy kiểm tra dấu phân cách và dấu nháy kép trong dòng này." in said(text)
    )
    assert read(text).value is None


def test_blank_cells_at_the_end_of_a_row_are_not_ragged() -> None:
    assert read(TEXT.replace("\n", ",,\n").replace("thoại,,", "thoại")).value == VALUE


def test_titles_above_the_header_may_be_shorter() -> None:
    assert read("ỦY BAN NHÂN DÂN\nDANH SÁCH\n\n" + TEXT).value == VALUE


def test_x16_a_number_that_excel_shortened_is_told() -> None:
    assert said(TEXT.replace("0912345678", "9,12346E+11").replace(",9,1", ',"9,1').replace("E+11", 'E+11"')) == [
        "Tệp “people.csv”, dòng 2, cột D (Điện thoại): Excel đã rút gọn một số dài nên các chữ số cuối đã mất. "
        "Đang ghi: “9,12346E+11”. Cách sửa: Hãy chọn cả cột, đổi định dạng ô thành Text rồi gõ lại."
    ]


def test_an_empty_file_has_no_header() -> None:
    assert said("") == [
        (
            "Tệp “people.csv”: Không thấy dòng tên cột của bảng trong 10 dòng đầu. Cách sửa: Hãy đặt "
            "một dòng tên cột gồm: “Mã người”, “Họ và tên”, “Ngày sinh”, “Điện thoại”, “Giới tính”, "
            "“Số hộ”, “Tỷ lệ”, “Danh hiệu”, “Đạt (có/không)”, “Đơn vị”."
        )
    ]


def test_a_file_that_is_too_heavy_is_refused_unread() -> None:
    assert said(b"a" * (20 * 2**20 + 1)) == [
        "Tệp “people.csv”: Tệp nặng hơn 20 MB, lớn quá mức cho phép. "
        "Cách sửa: Hãy kiểm tra xem có lấy nhầm tệp không, hoặc tách bớt dữ liệu."
    ]


def test_too_many_columns_and_rows_are_told() -> None:
    assert said("a," * 201) == [
        "Tệp “people.csv”: Có dữ liệu ở quá xa (tới ô GS1). "
        "Cách sửa: Hãy xóa các cột, dòng và định dạng thừa bên ngoài bảng."
    ]
    assert said("a\n" * 20_001) == [
        "Tệp “people.csv”: Bảng có quá 20.000 dòng dữ liệu. Cách sửa: Hãy tách bảng ra nhiều tệp."
    ]


@given(st.text(alphabet=st.sampled_from("Mã ngườiHọvàtênNgàysinh,;\t\"\n\r\0'=0159/"), max_size=120))
def test_any_text_is_read_or_told_in_vietnamese(text: str) -> None:
    for finding in read("Mã người,Họ và tên,Ngày sinh\n" + text).findings:
        assert not finding.reason.isascii()
        assert not finding.remedy.isascii()
