"""Whatever goes in comes out unchanged, or is refused with the name of its field (F1, T03, T04, T10)."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from word_files import body_text, parts_of, word_file

from vanban.errors import LongProperty, UncarriedValue, UnfilledTemplate
from vanban.word import Template, text_of

LINE = Template.from_bytes(word_file("Số: ¦{{ a }}¦."), name="mẫu.docx")
EVERYWHERE = Template.from_bytes(
    word_file("{{ a }}", [["{{ a }}"]], header="{{ a }}", footer="{{ a }}", footnotes="{{ a }}", title="{{ a }}"),
    name="mẫu.docx",
)

vietnamese = st.text(
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ ĐƯƠ", max_size=40
)
awkward = st.text("{}%#_<>&\"'|\\/ abc[]()$.;:=-", max_size=30)
carried = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff").filter(
        lambda character: ord(character) & 0xFFFE != 0xFFFE and not 0xFDD0 <= ord(character) <= 0xFDEF
    )
)


@given(st.one_of(vietnamese, awkward, carried))
def test_any_carried_text_is_read_back_as_it_was(text: str) -> None:
    assert body_text(LINE.render({"a": text})) == f"Số: {text}."


@given(awkward)
def test_awkward_text_is_read_back_from_every_part(text: str) -> None:
    parts = parts_of(EVERYWHERE.render({"a": text}))
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footnotes.xml"):
        texts = re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", parts[name].decode())
        assert {html.unescape(found) for found in texts} <= {text}
        assert texts or not text
    assert f"<dc:title>{_escaped(text)}</dc:title>" in parts["docProps/core.xml"].decode()


def _escaped(text: str) -> str:
    return html.escape(text).replace("&quot;", "&#34;").replace("&#x27;", "&#39;")


@pytest.mark.parametrize(
    "text",
    [
        "A & B <C>",
        "100<200 m",
        "{{ 7*7 }}",
        "{% for x in y %}",
        "{# ghi chú #}",
        "}_}",
        "{_{",
        "{_% %_}",
        "]]></w:t></w:r>",
        "&amp;",
        "  đầu và cuối  ",
        "Đ\u0300 \U0001f600",
        "a\u00a0b",
    ],
)
def test_text_that_looks_like_markup_stays_text(text: str) -> None:
    assert body_text(LINE.render({"a": text})) == f"Số: {text}."


def test_values_that_make_an_escape_together_stay_apart() -> None:
    template = Template.from_bytes(word_file("{{ a }}{{ b }}{{ c }}"), name="mẫu.docx")
    assert body_text(template.render({"a": "{", "b": "_", "c": "{"})) == "{_{"


def test_line_breaks_and_tabs_are_read_back() -> None:
    assert body_text(LINE.render({"a": "một\nhai\tba"})) == "Số: một\nhai\tba."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a⟨U+0000⟩b"),
        ("tổ\x0b1", "tổ⟨U+000B⟩1"),
        ("a\rb", "a⟨U+000D⟩b"),
        ("a\x85b", "a⟨U+0085⟩b"),
        ("a\ud800b", "a⟨U+D800⟩b"),
        ("a\ufffeb", "a⟨U+FFFE⟩b"),
        ("a\ufdd0b", "a⟨U+FDD0⟩b"),
        ("a\U0001ffffb", "a⟨U+1FFFF⟩b"),
    ],
)
def test_characters_that_word_does_not_carry_are_refused_with_the_name_of_the_field(text: str, shown: str) -> None:
    with pytest.raises(UncarriedValue) as raised:
        LINE.render({"sạch": "x", "nhóm": [{"ten": "y"}], "a": text})
    assert str(raised.value) == (
        f"Mẫu “mẫu.docx”: chỗ điền “a” có ký tự mà tệp Word không giữ nguyên được: “{shown}”. "
        "Hãy xóa ký tự đó trong dữ liệu rồi chạy lại."
    )


class _Member(BaseModel):
    name: str


class _Group(BaseModel):
    members: tuple[_Member, ...]


def test_the_field_is_found_inside_lists_and_groups() -> None:
    template = Template.from_bytes(word_file("{% for m in group.members %}{{ m.name }}{% endfor %}"), name="mẫu.docx")
    group = _Group(members=(_Member(name="Lan"), _Member(name="Mai\x01")))
    with pytest.raises(UncarriedValue) as raised:
        template.render({"group": group})
    assert raised.value.facts["field"] == "group.members.2.name"


@pytest.mark.parametrize("part", ["header", "footer", "title"])
def test_characters_are_refused_in_every_part(part: str) -> None:
    template = Template.from_bytes(word_file("x", **{part: "{{ a }}"}), name="mẫu.docx")
    with pytest.raises(UncarriedValue):
        template.render({"a": "\x02"})


# Values that would be lost or would not be text


def _render(text: str, value: Any, **parts: str) -> bytes:
    return Template.from_bytes(word_file(text, **parts), name="mẫu.docx").render({"a": value})


@pytest.mark.parametrize("tag", ["{{p a }}", "{{r a }}"])
def test_text_printed_outside_a_line_is_refused_because_word_would_not_show_it(tag: str) -> None:
    with pytest.raises(UnfilledTemplate) as raised:
        _render(tag, "chữ")
    assert "chữ điền vào đứng ngoài dòng chữ nên sẽ bị mất" in str(raised.value)


def test_nothing_may_be_printed_outside_a_line() -> None:
    assert text_of(_render("{{p a }}", "")) == "\n" * text_of(_render("{{p a }}", "")).count("\n")


@pytest.mark.parametrize("value", [["a"], ("a",), {"a": 1}, {1, 2}, _Member(name="x"), object(), range(3), len])
def test_a_whole_group_or_list_is_not_text(value: Any) -> None:
    with pytest.raises(UnfilledTemplate) as raised:
        _render("Tổ: {{ a }}", value)
    assert str(raised.value) == (
        "Mẫu “mẫu.docx”, đoạn “Tổ: {{ a }}”, không điền được: chỗ điền này là cả một nhóm hay danh sách, phải in từng "
        "chỗ điền hoặc dùng {% for %}. Hãy sửa đoạn đó trong mẫu, hoặc dữ liệu mà nó dùng."
    )


def test_a_value_that_is_not_there_is_not_printed_as_none() -> None:
    with pytest.raises(UnfilledTemplate) as raised:
        _render("Ngày: {{ a }}", None)
    assert str(raised.value) == (
        "Mẫu “mẫu.docx”, đoạn “Ngày: {{ a }}”, không điền được: chỗ này còn trống; hãy bổ sung dữ liệu, hoặc đặt "
        "trong {% if %} … {% endif %}. Hãy sửa đoạn đó trong mẫu, hoặc dữ liệu mà nó dùng."
    )


def test_markup_in_values_does_not_reach_a_cell_colour() -> None:
    template = Template.from_bytes(word_file([["{% cellbg a %}x", "y"]]), name="mẫu.docx")
    with pytest.raises(UnfilledTemplate):
        template.render({"a": "FF\n00"})
    assert 'w:fill="&#34;/&gt;&lt;w:x"' in parts_of(template.render({"a": '"/><w:x'}))["word/document.xml"].decode()


def test_values_that_break_the_document_are_refused() -> None:
    class Broken:
        def __html__(self) -> str:
            return "</w:t></w:r></w:p>"

    with pytest.raises(UnfilledTemplate) as raised:
        _render("x {{ a }} y", Broken())
    assert str(raised.value) == (
        "Mẫu “mẫu.docx”, thân văn bản, không điền được: các chỗ điền mở và đóng không khớp, văn bản làm ra bị hỏng. "
        "Hãy sửa đoạn đó trong mẫu, hoặc dữ liệu mà nó dùng."
    )


# File properties


def test_properties_are_escaped_once() -> None:
    core = parts_of(_render("x", "A & B <C>", title="Về {{ a }} & D"))["docProps/core.xml"].decode()
    assert "<dc:title>Về A &amp; B &lt;C&gt; &amp; D</dc:title>" in core


def test_a_property_longer_than_word_takes_is_refused() -> None:
    assert _render("x", "đ" * 255, title="{{ a }}")
    with pytest.raises(LongProperty) as raised:
        _render("x", "đ" * 256, title="{{ a }}")
    assert str(raised.value) == (
        "Mẫu “mẫu.docx”: thuộc tính tệp “title” dài 256 ký tự, quá 255 ký tự mà Word nhận. Hãy rút ngắn thuộc tính "
        "đó trong mẫu (Word: File, Info), ví dụ {{ heading.subject|truncate(250) }}."
    )
    assert _render("x", "đ" * 256, title="{{ a|truncate(250) }}")
