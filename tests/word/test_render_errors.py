"""What goes wrong while a template is loaded or filled in is told by the paragraph that a person sees in Word."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
from word_files import body_text, word_file

from vanban.errors import BrokenTag, MissingField, TemplateFault, UnfilledTemplate, WrongFileKind
from vanban.word import Template


def _render(*blocks: Any, **parts: Any) -> bytes:
    context = parts.pop("context", {})
    return Template.from_bytes(word_file(*blocks, **parts), name="mẫu.docx").render(context)


def test_a_missing_field_is_told_with_its_paragraph_and_the_others_that_are_missing() -> None:
    with pytest.raises(MissingField) as raised:
        _render("mở đầu", "Số: {{ nmber }} của {{ issuer }}", "{{ place }}", context={"issuer": "x"})
    assert str(raised.value) == (
        "Mẫu “mẫu.docx”, đoạn “Số: {{ nmber }} của {{ issuer }}”, có chỗ điền “nmber” mà dữ liệu không có "
        "(còn thiếu: place). Hãy sửa tên chỗ điền trong mẫu theo danh sách của “vanban template fields”, hoặc bổ sung "
        "dữ liệu."
    )


def test_a_missing_field_of_a_group_is_told_from_inside_a_loop() -> None:
    rows = [["{%tr for g in groups %}", ""], ["TT {{ loop.index }}", "Tổ {{ g.nane }}"], ["{%tr endfor %}", ""]]
    with pytest.raises(MissingField) as raised:
        _render(rows, context={"groups": [{"name": "x"}]})
    assert raised.value.said == "Mẫu “mẫu.docx”, đoạn “Tổ {{ g.nane }}”, có chỗ điền “nane” mà dữ liệu không có."


def test_a_loop_over_a_missing_list_is_told_by_its_own_tag() -> None:
    with pytest.raises(MissingField) as raised:
        _render("đầu", "{%p for g in gruops %}", "x", "{%p endfor %}")
    assert raised.value.said == (
        "Mẫu “mẫu.docx”, đoạn “{% for g in gruops %}”, có chỗ điền “gruops” mà dữ liệu không có."
    )


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("header", "đầu trang"),
        ("footer", "chân trang"),
        ("footnotes", "chú thích cuối trang"),
        ("title", "thuộc tính tệp"),
    ],
)
def test_the_part_is_named_where_it_is_not_the_body(part: str, words: str) -> None:
    with pytest.raises(MissingField) as raised:
        _render("x", **{part: "Trang {{ x }}"})
    assert raised.value.said == (
        f"Mẫu “mẫu.docx”, đoạn “Trang {{{{ x }}}}” ở {words}, có chỗ điền “x” mà dữ liệu không có."
    )


def test_a_long_paragraph_is_cut_60_characters_on_each_side_of_the_field() -> None:
    text = "đầu " * 40 + "{{ thieu }}" + " cuối" * 40
    at = text.index("thieu")
    with pytest.raises(MissingField) as raised:
        _render(text)
    assert raised.value.facts["where"] == f"đoạn “…{text[at - 60 : at + 65].strip()}…”"


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("Tỷ lệ {{ a / b }}", "phép chia cho số không"),
        ("Tỷ lệ {{ a - c }}", "chữ điền vào không hợp với phép tính hoặc bộ lọc ở đây"),
        ("Tỷ lệ {{ c * a }}", "phép “*” chỉ dùng giữa hai số"),
        ("Tỷ lệ {{ c|round }}", "chữ điền vào không hợp với phép tính hoặc bộ lọc ở đây"),
        ("Tỷ lệ {{ c|rule(10) }}", "bộ lọc “rule” cần một độ dài, ví dụ “letterhead.issuer_rule”"),
    ],
)
def test_what_breaks_is_told_with_its_paragraph(text: str, detail: str) -> None:
    with pytest.raises(UnfilledTemplate) as raised:
        _render(text, context={"a": 1, "b": 0, "c": "x"})
    assert str(raised.value) == (
        f"Mẫu “mẫu.docx”, đoạn “{text}”, không điền được: {detail}. Hãy sửa đoạn đó trong mẫu, hoặc dữ liệu mà nó dùng."
    )


BROKEN = {
    "Số: {{ a": (
        "chỗ điền mở bằng “{{” không được đóng trong cùng đoạn",
        "Hãy đóng chỗ điền bằng “}}” ngay trong đoạn đó.",
    ),
    "Số: a }}": ("có “}}” mà không có dấu mở chỗ điền", "Hãy thêm dấu mở chỗ điền trước “}}”."),
    "{% for x in a %}": ("lệnh “for” không có “endfor”", "Hãy thêm chỗ điền {% endfor %} ở chỗ kết thúc."),
    "{%p if a %}": ("lệnh “if” không có “endif”", "Hãy thêm chỗ điền {% endif %} ở chỗ kết thúc."),
    "x {% endfor %}": ("“endfor” không có “for” mở đầu", "Hãy bỏ chỗ điền đó, hoặc thêm chỗ điền mở đầu."),
    "{% if a %}{% endfor %}": (
        "gặp “endfor” khi lệnh “if” còn mở",
        "Hãy thêm chỗ điền {% endif %} trước chỗ điền đó, hoặc sửa lại cho đúng cặp.",
    ),
    "{% fro x in a %}": ("không có lệnh “fro”", "Có phải “for”? Mẫu chỉ dùng các lệnh for, if, elif, else, set, with."),
    "{{ a b }}": (
        "chỗ điền viết sai gần “b”",
        "Hãy viết chỗ điền theo dạng {{ tên }}, {% for x in nhóm %}, {% if tên %}.",
    ),
    "{{ a | }}": (
        "chỗ điền viết sai gần “}}”",
        "Hãy viết chỗ điền theo dạng {{ tên }}, {% for x in nhóm %}, {% if tên %}.",
    ),
    "{{ a ? b }}": (
        "chỗ điền viết sai gần “?”",
        "Hãy viết chỗ điền theo dạng {{ tên }}, {% for x in nhóm %}, {% if tên %}.",
    ),
    "{% for loop in a %}{% endfor %}": (
        "chỗ điền viết sai cú pháp",
        "Hãy viết chỗ điền theo dạng {{ tên }}, {% for x in nhóm %}, {% if tên %}.",
    ),
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_tag_is_told_with_its_own_paragraph_though_jinja_stops_elsewhere(text: str) -> None:
    with pytest.raises(BrokenTag) as raised:
        _render("trước", text, "sau {{ a }}")
    reason, remedy = BROKEN[text]
    assert str(raised.value) == f"Mẫu “mẫu.docx”, đoạn “{text}”: {reason}. {remedy}"


def test_blocks_that_cut_through_the_layout_are_refused_where_they_break_the_document() -> None:
    template = Template.from_bytes(word_file("{% if a %}", [["{% endif %}", "x"]]), name="mẫu.docx")
    assert "x" in body_text(template.render({"a": True}))
    with pytest.raises(UnfilledTemplate) as raised:
        template.render({"a": False})
    assert raised.value.said == (
        "Mẫu “mẫu.docx”, thân văn bản, không điền được: các chỗ điền mở và đóng không khớp, văn bản làm ra bị hỏng."
    )


def test_a_link_that_the_template_does_not_have_is_refused() -> None:
    from docxtpl import RichText

    with pytest.raises(UnfilledTemplate) as raised:
        _render("{{r a }}", context={"a": RichText("x", url_id="rId999")})
    assert raised.value.facts["detail"] == "chữ điền vào dẫn tới liên kết “rId999” không có trong mẫu"


def test_errors_cross_from_a_worker_process() -> None:
    with pytest.raises(TemplateFault) as raised:
        _render("{{ a }}")
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)


def test_a_template_is_loaded_from_a_file_and_called_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.docx"
    path.write_bytes(word_file("{{ a }}"))
    assert Template.load(path).name == "kế hoạch.docx"
    assert body_text(Template.load(str(path)).render({"a": "x"})) == "x"


def test_another_file_under_that_name_is_refused_by_the_gate() -> None:
    with pytest.raises(WrongFileKind):
        Template.from_bytes(b"%PDF-1.4", name="mẫu.docx")


def test_the_fields_of_an_object_are_the_names_of_the_template() -> None:
    class Letter:
        def __init__(self) -> None:
            self.subject = "V/v họp"

    template = Template.from_bytes(word_file("{{ subject }}"), name="mẫu.docx")
    assert body_text(template.render(Letter())) == "V/v họp"
