"""YAML becomes records; whatever does not fit is told with its line, all at once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_models import Block, Coloured, Everything, Measure, Paragraph, Person, Picture, Plan

from vanban.domain.text_tree import Block as TextBlock
from vanban.ingest import read_yaml, read_yaml_list

GOOD = """\
# Kế hoạch mẫu
subject: Phát động   phong trào thi đua
year: 2024
measures:
  - key: a
    value: 99,7
  - key: b
    value: 1
    upper: 2
body:
  - section: Mục đích
    body:
      - text: >
          Dòng một
          nối tiếp.

          Đoạn hai.
  - text: |
      Giữ
      dòng.
pieces:
  - text: chữ
  - file: a.png
    width: 012
paint: {kind: coloured, colour: "đỏ: đậm"}
span: [2021, 2025]
words: {ubnd: Ủy ban nhân dân}
names: [A, 'B''s']
"""


def said(data: str | bytes, model: type = Plan) -> list[str]:
    reading = read_yaml(data.encode() if isinstance(data, str) else data, "plan.yaml", model)
    assert (reading.value is None) == bool(reading.findings)
    return [str(finding) for finding in reading.findings]


def test_a_whole_file_becomes_one_record() -> None:
    reading = read_yaml(GOOD.encode(), "plan.yaml", Plan)
    assert reading.findings == ()
    assert reading.value == Plan(
        subject="Phát động phong trào thi đua",
        year=2024,
        measures=(Measure(key="a", value=Decimal("99.7")), Measure(key="b", value=Decimal(1), upper=Decimal(2))),
        body=(
            Block(section="Mục đích", body=(Block(text="Dòng một nối tiếp.\nĐoạn hai."),)),
            Block(text="Giữ\ndòng."),
        ),
        pieces=(Paragraph(text="chữ"), Picture(file="a.png", width=12)),
        paint=Coloured(kind="coloured", colour="đỏ: đậm"),
        span=(2021, 2025),
        words={"ubnd": "Ủy ban nhân dân"},
        names=["A", "B's"],
    )


def test_every_piece_has_its_place() -> None:
    places = read_yaml(GOOD.encode(), "plan.yaml", Plan).places
    assert str(places[()]) == "Tệp “plan.yaml”"
    assert str(places[("subject",)]) == "Tệp “plan.yaml”, dòng 2, mục “Trích yếu (subject)”"
    assert str(places[("measures", 1, "upper")]) == "Tệp “plan.yaml”, dòng 9, mục “Mức trên (upper)”"
    assert str(places[("measures", 1)]) == "Tệp “plan.yaml”, dòng 7, mục “Các nội dung (measures), dòng thứ 2”"
    assert str(places[("body", 0, "body", 0, "text")]) == "Tệp “plan.yaml”, dòng 13, mục “Đoạn văn (text)”"
    assert str(places.nearest(("measures", 0, "upper", "x"))) == (
        "Tệp “plan.yaml”, dòng 5, mục “Các nội dung (measures), dòng thứ 1”"
    )


def test_a_line_that_changes_changes_its_own_fingerprint_only() -> None:
    before = read_yaml(GOOD.encode(), "plan.yaml", Plan).lines["plan.yaml"]
    after = read_yaml(GOOD.replace("2024", "2025").encode(), "plan.yaml", Plan).lines["plan.yaml"]
    assert [number for number in after if before[number] != after[number]] == [3]
    assert len(before) == GOOD.count("\n")


def test_windows_line_ends_and_a_byte_order_mark_make_no_difference() -> None:
    windows = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert read_yaml(windows, "plan.yaml", Plan).value == read_yaml(GOOD.encode(), "plan.yaml", Plan).value
    assert read_yaml(GOOD.encode("utf-16"), "plan.yaml", Plan).value is not None


@pytest.mark.parametrize("written", ["", '""', "''", "   ", "|", "# chú thích"])
def test_an_empty_value_is_absent(written: str) -> None:
    reading = read_yaml(f"text: {written}\nwhole: 1\n".encode(), "a.yaml", Everything)
    assert reading.value == Everything(whole=1)


@pytest.mark.parametrize("written", ["012", "12:30", "no", "1.10", "~", "null", "0o14", "1e3", "2024-01-05", "=", ".5"])
def test_y01_text_stays_text(written: str) -> None:
    reading = read_yaml(f"text: {written}".encode(), "a.yaml", Everything)
    assert reading.value == Everything(text=written)


def test_every_finding_of_a_file_comes_at_once() -> None:
    text = """\
subjet: Phát động
year: hai nghìn
measures:
  - key: a
    value: 1.800
    color: đỏ
  - value: 2
  -
  - key: c
    value: 3
    upper: 2
body: chữ
pieces:
  - file: a.png
    width: rộng
span: [1]
words: [a]
names:
  a: b
"""
    assert said(text) == [
        (
            "Tệp “plan.yaml”, dòng 1, mục “subjet”: Không có mục nào mang tên này. Cách sửa: Hãy sửa "
            "lại tên nếu là “Trích yếu (subject)”, nếu không thì xóa mục này."
        ),
        "Tệp “plan.yaml”, dòng 2, mục “Năm (year)”: Cần một số nguyên viết bằng chữ số. Đang ghi: “hai nghìn”. "
        "Cách sửa: Hãy ghi số nguyên, ví dụ 12.",
        "Tệp “plan.yaml”, dòng 5, mục “Mức (value)”: Không rõ “1.800” là 1800 hay 1 phẩy 800. Đang ghi: “1.800”. "
        "Cách sửa: Hãy ghi 1800 nếu là hàng nghìn, 1,8000 nếu là số lẻ.",
        (
            "Tệp “plan.yaml”, dòng 6, mục “color”: Không có mục nào mang tên này. Cách sửa: Hãy xóa "
            "mục này, hoặc dùng một trong các tên chưa ghi: Mức trên (upper)."
        ),
        "Tệp “plan.yaml”, dòng 7, mục “Mã (key)”: Chưa có mục bắt buộc này. "
        "Cách sửa: Hãy thêm dòng “key: …” vào nhóm này.",
        "Tệp “plan.yaml”, dòng 8, mục “Các nội dung (measures), dòng thứ 3”: Một mục của danh sách để trống. "
        "Cách sửa: Hãy điền mục này hoặc xóa dòng.",
        "Tệp “plan.yaml”, dòng 9, mục “Các nội dung (measures), dòng thứ 4”: "
        "Mức trên của “c” không lớn hơn mức dưới. Cách sửa: Hãy ghi mức trên lớn hơn.",
        "Tệp “plan.yaml”, dòng 12, mục “Nội dung (body)”: Cần một danh sách. Đang ghi: “chữ”. "
        "Cách sửa: Hãy ghi mỗi mục trên một dòng, bắt đầu bằng “- ”.",
        "Tệp “plan.yaml”, dòng 15, mục “width”: Cần một số nguyên viết bằng chữ số. Đang ghi: “rộng”. "
        "Cách sửa: Hãy ghi số nguyên, ví dụ 12.",
        "Tệp “plan.yaml”, dòng 16, mục “Khoảng (span)”: Cần đúng 2 mục, đang có 1. Cách sửa: Hãy ghi lại cho đủ.",
        "Tệp “plan.yaml”, dòng 17, mục “Từ ngữ (words)”: Ở đây không ghi danh sách. "
        "Cách sửa: Hãy bỏ dấu “-” ở đầu các dòng bên dưới.",
        "Tệp “plan.yaml”, dòng 18, mục “Tên (names)”: Ở đây không ghi nhóm mục con. "
        "Cách sửa: Hãy ghi chữ hoặc số ngay trên dòng này.",
    ]


def test_a_limit_of_the_model_is_told_at_the_value() -> None:
    assert said("subject: a\nyear: 1999\nmeasures: []\n") == [
        "Tệp “plan.yaml”, dòng 2, mục “Năm (year)”: Số không được nhỏ hơn 2000. Đang ghi: “1999”. "
        "Cách sửa: Hãy ghi một số từ 2000 trở lên.",
        "Tệp “plan.yaml”, dòng 3, mục “Các nội dung (measures)”: Danh sách cần ít nhất 1 mục, đang có 0. "
        "Cách sửa: Hãy ghi thêm cho đủ.",
    ]


def test_a_rule_over_several_values_is_silent_while_one_of_them_is_broken() -> None:
    assert said("key: a\nvalue: x\nupper: 1\n", Measure) == [
        "Tệp “plan.yaml”, dòng 2, mục “Mức (value)”: Cần một số viết bằng chữ số. Đang ghi: “x”. "
        "Cách sửa: Hãy ghi số, phần lẻ sau dấu phẩy, ví dụ 99,7.",
    ]


def test_of_two_alternatives_the_one_that_fits_best_is_told_about() -> None:
    start = "subject: a\nyear: 2024\nmeasures: [{key: a}]\n"
    assert said(start + "paint: {kind: plain}\n") == [
        "Tệp “plan.yaml”, dòng 4, mục “colour”: Chưa có mục bắt buộc này. "
        "Cách sửa: Hãy thêm dòng “colour: …” vào nhóm này.",
    ]
    assert said(start + "paint: đỏ\n") == [
        "Tệp “plan.yaml”, dòng 4, mục “Màu (paint)”: Cần một nhóm gồm nhiều mục. Đang ghi: “đỏ”. "
        "Cách sửa: Hãy xuống dòng, thụt vào và ghi từng mục “tên mục: lời văn”.",
    ]


def test_a_required_value_left_empty_is_told_at_its_own_line() -> None:
    assert said("subject:\nyear: 2024\nmeasures: [{key: a}]\n") == [
        "Tệp “plan.yaml”, dòng 1, mục “Trích yếu (subject)”: Chưa ghi “Trích yếu”. Cách sửa: Hãy ghi vào chỗ này.",
    ]


def test_unfit_characters_are_told_at_the_value() -> None:
    assert said("subject: Phong\u200b trào\nyear: 2024\nmeasures: [{key: a}]\n") == [
        "Tệp “plan.yaml”, dòng 1, mục “Trích yếu (subject)”: Có ký tự ẩn hoặc đảo chiều chữ (U+200B) ở vị trí thứ 6. "
        "Đang ghi: “Phong⟨U+200B⟩ trào”. Cách sửa: Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy.",
    ]


def test_a_list_of_records_is_read_with_places_by_position() -> None:
    reading = read_yaml_list(b"- key: a\n- key: b\n  value: 2\n", "m.yaml", Measure)
    assert reading.value == (Measure(key="a"), Measure(key="b", value=Decimal(2)))
    assert str(reading.places[(1, "value")]) == "Tệp “m.yaml”, dòng 3, mục “Mức (value)”"


def test_an_empty_list_file_is_an_empty_list() -> None:
    assert read_yaml_list(b"# chua co\n", "m.yaml", Measure).value == ()
    assert read_yaml_list(b"[]", "m.yaml", Measure).value == ()


def test_one_broken_record_breaks_the_list_and_the_others_are_still_checked() -> None:
    reading = read_yaml_list(b"- key: a\n  value: x\n- value: y\n", "m.yaml", Measure)
    assert reading.value is None
    assert [finding.place.line for finding in reading.findings] == [2, 3, 3]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "",
            (
                "Tệp “plan.yaml”: Tệp chưa có nội dung. Cách sửa: Hãy lập bộ mẫu ở một thư mục khác "
                "(vanban new mau --sample), chép tệp cùng tên sang rồi sửa lại."
            ),
        ),
        (
            "chỉ có chữ",
            "Tệp “plan.yaml”: Tệp phải gồm các mục “tên mục: lời văn”. "
            "Cách sửa: Hãy ghi mỗi mục trên một dòng, có dấu cách sau dấu “:”.",
        ),
        (
            "- a\n",
            "Tệp “plan.yaml”: Tệp phải gồm các mục “tên mục: lời văn”. "
            "Cách sửa: Hãy ghi mỗi mục trên một dòng, có dấu cách sau dấu “:”.",
        ),
    ],
)
def test_a_file_of_the_wrong_shape_is_told_once(text: str, message: str) -> None:
    assert said(text) == [message]


def test_a_record_where_a_list_is_wanted_is_told_once() -> None:
    assert [str(finding) for finding in read_yaml_list(b"key: a", "m.yaml", Measure).findings] == [
        "Tệp “m.yaml”: Tệp phải là một danh sách. Cách sửa: Hãy bắt đầu mỗi mục của danh sách bằng “- ” ở đầu dòng."
    ]


def test_y07_bytes_that_are_no_unicode_are_told_with_line_and_byte() -> None:
    latin = "subject: Phát động\nyear: 2024\n".encode().replace("động".encode(), b"\xf0\xebng")
    assert said(latin) == [
        (
            "Tệp “plan.yaml”, dòng 1: Không đọc được chữ có dấu: “subject: Phát ��ng”. Cách sửa: "
            "Hãy mở tệp rồi lưu lại: Excel chọn Lưu thành kiểu “CSV UTF-8”, Notepad chọn Encoding là "
            "UTF-8."
        )
    ]


@given(st.integers(0, len(GOOD.encode()) - 1), st.integers(0x80, 0xFF))
def test_y07_nothing_unreadable_is_ever_replaced(position: int, byte: int) -> None:
    changed = bytearray(GOOD.encode())
    changed[position] = byte
    reading = read_yaml(bytes(changed), "plan.yaml", Plan)
    if reading.value is not None:
        assert "\ufffd" not in reading.value.model_dump_json()
    else:
        assert all(finding.remedy for finding in reading.findings)


def test_y04_a_file_that_is_too_heavy_is_refused_unread() -> None:
    assert said(b"a" * (2**20 + 1)) == [
        "Tệp “plan.yaml”: Tệp nặng hơn 1 MB, lớn quá mức cho phép. "
        "Cách sửa: Hãy kiểm tra xem có lấy nhầm tệp không, hoặc tách bớt dữ liệu."
    ]


def test_y04_too_many_values_are_refused() -> None:
    assert said("names: [" + "a," * 50_001 + "]") == [
        "Tệp “plan.yaml”, dòng 1: Tệp có quá nhiều mục. Đang ghi: “names: [" + "a," * 35 + "a…”. "
        "Cách sửa: Hãy tách bớt dữ liệu ra tệp khác."
    ]


def test_more_findings_than_a_person_reads_are_counted() -> None:
    reading = read_yaml_list(("- x\n" * 700).encode(), "m.yaml", Measure)
    assert len(reading.findings) == 501
    assert str(reading.findings[-1]) == (
        "Tệp “m.yaml”: Còn 200 vấn đề nữa chưa kể ra. Cách sửa: Hãy sửa các vấn đề ở trên rồi kiểm tra lại."
    )


PLAIN = st.text(
    alphabet=st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyÀẢÃẠ 019.,:;-–“”()/%'\"#&*!|>@`[]{}?=~\\"), max_size=40
)


@given(PLAIN)
def test_any_clean_text_in_quotes_reads_back_tidied(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    reading = read_yaml(f"text: {quoted}".encode(), "a.yaml", Everything)
    if not reading.findings:
        assert reading.value == Everything(text=" ".join(text.split()) or None)


@given(st.text(alphabet=st.sampled_from("ab:-#&*!|>'\"[]{},?% \n\t012"), max_size=60))
def test_any_text_is_read_or_told_in_vietnamese(text: str) -> None:
    for finding in read_yaml(text.encode(), "a.yaml", Plan).findings:
        assert not finding.reason.isascii()
        assert not finding.remedy.isascii()


def test_a_person_may_be_written_in_yaml_as_in_a_table() -> None:
    text = "key: P1\nname: Nguyễn Văn A\nborn_on: 05/03/1980\nunits: [a, b]\naward: giấy khen\ndone: có\n"
    value = read_yaml(text.encode(), "p.yaml", Person).value
    assert value is not None
    assert (value.units, value.award, value.done) == (("a", "b"), "Giấy khen", True)


TABLE = """\
- table:
    columns:
      - name: TT
      - name: Tiêu chí
      - name: Điểm
        total: true
    rows:
      - Đoàn kết  , kỷ luật | 12,5
      - "| 2 | Trống |  |"
      - [Theo danh sách, "7"]
"""


def test_the_cells_of_a_row_stand_on_one_line_between_bars() -> None:
    reading = read_yaml_list(TABLE.encode(), "bảng.yaml", TextBlock)
    assert reading.findings == ()
    assert reading.value is not None and reading.value[0].table is not None
    assert reading.value[0].table.cells() == (
        ("1", "Đoàn kết , kỷ luật", "12,5"),
        ("2", "Trống", ""),
        ("3", "Theo danh sách", "7"),
    )


def test_a_row_with_too_few_cells_and_a_hidden_sign_in_one_are_told_at_their_line() -> None:
    reading = read_yaml_list(TABLE.replace("| 12,5", "").encode(), "bảng.yaml", TextBlock)
    assert [finding.reason for finding in reading.findings] == ["Cần một danh sách."]
    reading = read_yaml_list(TABLE.replace("12,5", "12\u200b5").encode(), "bảng.yaml", TextBlock)
    assert [finding.place.line for finding in reading.findings] == [8]
