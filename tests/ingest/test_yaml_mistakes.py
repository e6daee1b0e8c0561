"""What a person gets wrong in YAML is told in Vietnamese, at the line where they should look."""

from __future__ import annotations

import pytest
from reading_models import Everything

from vanban.ingest import read_yaml
from vanban.ingest.yaml_tree import parse

QUOTE = 'Hãy đặt cả lời văn trong dấu nháy kép thẳng "…".'
UNUSED = 'Hãy bỏ đi, hoặc đặt cả lời văn trong dấu nháy kép thẳng "…".'
ALIGN = "Hãy canh thẳng bằng dấu cách các dòng của cùng một nhóm."
DASHES = "Hãy canh thẳng các dấu “-” của cùng một danh sách."
SPECIAL = "Lời văn bắt đầu bằng một dấu có nghĩa riêng."
CRAMPED = "Sau dấu hai chấm thiếu dấu cách."
SPACED = "Hãy ghi “tên mục: lời văn”, có dấu cách sau dấu hai chấm."
INDENT = "Dòng này thụt vào không thẳng với các dòng cùng nhóm."
TAB = ("Có phím Tab ở đầu dòng.", "Hãy thay bằng các dấu cách.")
BRACKET = (
    "Dấu ngoặc mở ở đây chưa được đóng, hoặc thiếu dấu phẩy.",
    'Hãy đóng ngoặc, hoặc đặt cả lời văn trong dấu nháy kép thẳng "…".',
)
UNCLOSED = ("Dấu nháy mở ở đây chưa được đóng.", "Hãy thêm dấu nháy cùng loại vào cuối lời văn.")
NO_COLON = ("Thiếu dấu hai chấm sau tên mục, hoặc dòng nối tiếp chưa thụt vào.", SPACED)


@pytest.mark.parametrize(
    ("text", "line", "reason", "remedy"),
    [
        ("ten: Nguyễn: Văn\n", 1, "Lời văn có dấu hai chấm.", QUOTE),
        ("a:1\nb: 2\n", 1, CRAMPED, SPACED),
        ("- ten:An\n  tuoi: 3\n", 1, CRAMPED, SPACED),
        ("a: 1\n  b: 2\n", 2, INDENT, ALIGN),
        ("a:\n    b: 1\n  c: 2\n", 3, INDENT, ALIGN),
        ("  a: 1\nb: 2\n", 2, INDENT, ALIGN),
        ("a: 1\nhai\nb: 2\n", 2, *NO_COLON),
        ("a: |\n b\nc\n", 3, *NO_COLON),
        ("a:\n\tb: 1\n", 2, *TAB),
        ("a: 1\n\tb: 2\n", 2, *TAB),
        ("a: @b\n", 1, SPECIAL, QUOTE),
        ("a: %b\n", 1, SPECIAL, QUOTE),
        ("a: `b`\n", 1, SPECIAL, QUOTE),
        ("a: | b\n", 1, SPECIAL, QUOTE),
        ("a: >x\n", 1, SPECIAL, QUOTE),
        ("a: ]\n", 1, SPECIAL, QUOTE),
        ("a: , b\n", 1, SPECIAL, QUOTE),
        ("a: >5\n", 1, "Dấu “>” ở đầu lời văn có nghĩa riêng, phần sau nó bị bỏ mất.", UNUSED),
        (
            'a: "\\d"\n',
            1,
            "Dấu “\\” trong dấu nháy kép có nghĩa riêng.",
            "Hãy đặt lời văn trong dấu nháy đơn thẳng '…'.",
        ),
        ('a: "b\nc: d\n', 1, *UNCLOSED),
        ("a: 1\nb: 'c\nd: e\n", 2, *UNCLOSED),
        ('a: "b" c\n', 1, "Có chữ thừa sau dấu nháy đóng.", QUOTE),
        ("a:\n  - b\n - c\n", 3, "Dấu “-” đầu dòng không thẳng với các mục khác.", DASHES),
        ("a: 1\n- b\n", 2, "Dấu “-” đầu dòng không thẳng với các mục khác.", DASHES),
        (
            "a:\n- b\n  - c\n",
            3,
            "Dòng bắt đầu bằng “-” này thụt quá sâu nên bị nối vào lời văn ở dòng trên.",
            DASHES,
        ),
        (
            "- a\nb: c\n",
            2,
            "Danh sách và mục có tên lẫn vào nhau.",
            "Hãy thụt các dòng của một mục vào thẳng với chữ sau dấu “-”.",
        ),
        (
            "a: - b\n",
            1,
            "Danh sách không được bắt đầu ngay sau tên mục.",
            "Hãy xuống dòng sau dấu hai chấm rồi ghi mỗi mục trên một dòng “- …”.",
        ),
        ("a: [b, c\nd: e\n", 1, *BRACKET),
        ("a: {b c\n", 1, *BRACKET),
        (
            "a: Đợt thi đua #1\n",
            1,
            "Phần “#1” bị coi là ghi chú, không thuộc lời văn.",
            "Hãy đặt cả lời văn trong dấu nháy kép thẳng, hoặc thêm dấu cách sau “#” nếu là ghi chú.",
        ),
        ("a: 1\nb: 2\na: 3\n", 3, "Mục “a” đã có ở dòng 1.", "Hãy xóa một trong hai."),
        ("a: *b\n", 1, "Dấu “*” ở đầu lời văn có nghĩa riêng và không được dùng.", UNUSED),
        ("a: &b c\n", 1, "Dấu “&” ở đầu lời văn có nghĩa riêng và không được dùng.", UNUSED),
        ("a: &b\n  c: 1\n", 1, "Dấu “&” ở đầu lời văn có nghĩa riêng và không được dùng.", UNUSED),
        ("a: !!python/object:os.system x\n", 1, "Dấu “!” ở đầu lời văn có nghĩa riêng và không được dùng.", UNUSED),
        ("a: !b\n", 1, "Dấu “!” ở đầu lời văn có nghĩa riêng và không được dùng.", UNUSED),
        ("<<: a\n", 1, "Cách ghép nhóm “<<” không được dùng.", "Hãy chép các mục ra đầy đủ."),
        ("? [a]\n: b\n", 1, "Tên mục phải là một từ, không phải danh sách hay nhóm.", "Hãy sửa lại tên mục."),
        ("a: 1\n---\nb: 2\n", 2, "Tệp có hai phần ngăn bởi dòng “---”.", "Hãy xóa dòng “---” ở giữa tệp."),
        ("%YAML 9.9\n---\na: 1\n", 1, "Dòng này viết sai cách.", "Hãy so với một mục đã ghi đúng trong tệp mẫu."),
        ("a: b\x07\n", 1, "Có ký tự điều khiển không nhìn thấy (U+0007).", "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy."),
        ("a: " + "[" * 5_000, 1, "Dữ liệu lồng nhau quá 32 tầng.", "Hãy xem lại các khoảng thụt vào."),
        ("a: " + "{b: " * 5_000, 1, "Dữ liệu lồng nhau quá 32 tầng.", "Hãy xem lại các khoảng thụt vào."),
    ],
)
def test_y02_y03_y04_y05_a_mistake_is_told_at_its_line(text: str, line: int, reason: str, remedy: str) -> None:
    _, troubles = parse(text)
    assert [(trouble.line, *trouble.fault) for trouble in troubles] == [(line, reason, remedy)]


def test_the_line_itself_is_shown() -> None:
    reading = read_yaml("whole: 1\ntext: Nguyễn: Văn\n".encode(), "a.yaml", Everything)
    assert [str(finding) for finding in reading.findings] == [
        "Tệp “a.yaml”, dòng 2: Lời văn có dấu hai chấm. Đang ghi: “text: Nguyễn: Văn”. "
        'Cách sửa: Hãy đặt cả lời văn trong dấu nháy kép thẳng "…".'
    ]


def test_a_double_name_is_told_beside_what_else_is_wrong() -> None:
    reading = read_yaml(b"whole: x\ntext: a\ntext: b\n", "a.yaml", Everything)
    assert [(finding.place.line, finding.reason) for finding in reading.findings] == [
        (1, "Cần một số nguyên viết bằng chữ số."),
        (3, "Mục “text” đã có ở dòng 2."),
    ]


def test_every_line_with_a_control_character_is_told() -> None:
    _, troubles = parse("a: 1\nb: \x07\x0b\n" + "\0" * 2**20 + "\n\x7f")
    assert [(trouble.line, trouble.fault.reason) for trouble in troubles] == [
        (2, "Có ký tự điều khiển không nhìn thấy (U+0007)."),
        (3, "Có ký tự điều khiển không nhìn thấy (U+0000)."),
        (4, "Có ký tự điều khiển không nhìn thấy (U+007F)."),
    ]


def test_a_comment_with_its_space_is_a_comment() -> None:
    reading = read_yaml("text: a # ghi chú\n".encode(), "a.yaml", Everything)
    assert reading.value == Everything(text="a")
