"""Templates from outside run no code, take no more than their share, carry nothing dangerous (F2, F3, T01, T02)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from word_files import built, with_body, with_footnotes, with_part, word_file

from vanban.errors import (
    ForbiddenTag,
    HazardousTemplate,
    MissingField,
    TemplateFault,
    UnfilledTemplate,
    UnusableTemplate,
)
from vanban.word import Template

CODE = [
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ a.__class__ }}",
    "{{ a['__class__'] }}",
    "{{ a|attr('__class__') }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ a.b._secret }}",
    "{{ _filling }}",
    "{{ _filling.variables }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__init__ }}",
    "{{ loop.__class__ }}",
    "{{ a.mro() }}",
    "{{ a.b() }}",
    "{{ a.b.c(1) }}",
    "{{ a() }}",
    "{{ a.format(b) }}",
    "{{ '{0.__class__}'.format(a) }}",
    "{{ '%s'|format(a) }}",
    "{{ a|map('attr', '__class__')|list }}",
    "{{ a|map(attribute='__class__')|join }}",
    "{{ a|groupby('__class__') }}",
    "{{ a|safe }}",
    "{{ a|xmlattr }}",
    "{{ a|tojson }}",
    "{{ a|random }}",
    "{{ a is callable }}",
    "{% include 'x' %}",
    "{% import 'x' as x %}",
    "{% from 'x' import y %}",
    "{% extends 'x' %}",
    "{% block x %}{% endblock %}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{% call f() %}{% endcall %}",
    "{% filter upper %}{% endfilter %}",
    "{% autoescape false %}{{ a }}{% endautoescape %}",
    "{% set a.b = 1 %}",
    "{% set ns = namespace(x=1) %}",
    "{% set x %}{{ a }}{% endset %}",
    "{{ dict(a=1) }}",
    "{{ joiner() }}",
    "{{ range(*a) }}",
    "{{ a.items(**b) }}",
]

GREEDY = [
    "{{ 'a' * 10**9 }}",
    "{{ 'a' * 999999999 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 99999999999999999999 }}",
    "{{ 'a'|center(1000000000) }}",
    "{{ '%999999999d' % 1 }}",
    "{{ 'a'|indent(1000000000) }}",
    "{{ lipsum(100000) }}",
    "{{ [1]|batch(1000000000, 'x')|list }}",
    "{{ [1] * 1000000000 }}",
    "{{ range(1000000) }}",
    "{% for i in range(1000000) %}x{% endfor %}",
    "{% for i in range(999) %}{% for j in range(999) %}{% for k in range(999) %}x{% endfor %}{% endfor %}{% endfor %}",
    "{% for i in big %}{% for j in big %}{% for k in big %}x{% endfor %}{% endfor %}{% endfor %}",
    "{% set s = [big, big] %}",
    "{% set s = long ~ long %}{% set s = s ~ s %}{% set s = s ~ s %}{% set s = s ~ s %}{{ s }}",
    "{% set s = long + long %}{% set s = s + s %}{% set s = s + s %}{% set s = s + s %}{{ s }}",
    "{{ long|replace('a', long) }}",
    "{{ long|join(long) }}",
    "{{ 1|round(1000000000, 'ceil') }}",
    "{{ 1000000000000 * 1000000000000 * 1000000000000 }}",
    "{% for g in big recursive %}{{ loop(big) }}{% endfor %}",
    "{% for x in long %}{{ long }}{% endfor %}",
]

PLACES: dict[str, Callable[[str], bytes]] = {
    "body": word_file,
    "table": lambda text: word_file([[text, "x"]]),
    "header": lambda text: word_file("x", header=text),
    "footer": lambda text: word_file("x", footer=text),
    "footnotes": lambda text: with_footnotes(word_file("x"), text.replace("<", "&lt;")),
    "title": lambda text: word_file("x", title=text),
    "text box": lambda text: with_body(
        f"<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    ),
    "description of a picture": lambda text: with_body(
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="'
        + text.replace('"', "&quot;")
        + '"/></wp:inline></w:drawing></w:r></w:p>'
    ),
}


class Target:
    """Something that a template must not reach into."""

    _secret = "bí mật"

    def __init__(self) -> None:
        self.called = False

    def b(self, *arguments: Any) -> str:
        self.called = True
        return "đã gọi"


@pytest.mark.parametrize("payload", CODE)
def test_code_is_refused_before_anything_is_filled_in(payload: str) -> None:
    with pytest.raises(TemplateFault):
        target = Target()
        Template.from_bytes(word_file(payload), name="mẫu.docx").render({"a": target, "f": target.b, "b": {}})
    assert not target.called


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("payload", CODE[:8])
def test_code_is_refused_wherever_it_stands(place: str, payload: str) -> None:
    with pytest.raises(ForbiddenTag):
        Template.from_bytes(PLACES[place](payload), name="mẫu.docx")


def test_the_message_names_the_paragraph_and_what_is_forbidden() -> None:
    with pytest.raises(ForbiddenTag) as raised:
        Template.from_bytes(word_file("Kính gửi: {{ a.__class__ }}"), name="mẫu.docx")
    assert str(raised.value) == (
        "Mẫu “mẫu.docx”, đoạn “Kính gửi: {{ a.__class__ }}”, dùng cú pháp không được phép: tên “__class__” bắt đầu "
        "bằng gạch dưới. Hãy bỏ phần đó; mẫu chỉ in chỗ điền, lặp (for), xét điều kiện (if) và dùng các bộ lọc được "
        "phép."
    )


@pytest.mark.parametrize("payload", GREEDY)
def test_greedy_templates_are_refused_within_little_memory_and_time(payload: str) -> None:
    with pytest.raises(TemplateFault):
        Template.from_bytes(word_file(payload), name="mẫu.docx").render({"big": list(range(999)), "long": "a" * 60_000})


def test_attributes_that_pass_the_list_still_meet_the_sandbox() -> None:
    template = Template.from_bytes(word_file("{{ a|map(attribute=name)|join }}"), name="mẫu.docx")
    with pytest.raises(TemplateFault):
        template.render({"a": [Target()], "name": "_secret"})


def test_loops_that_print_nothing_end_too() -> None:
    loop = "{% for i in big %}"
    template = Template.from_bytes(word_file(loop * 4 + "{% endfor %}" * 4), name="mẫu.docx")
    with pytest.raises(UnfilledTemplate) as raised:
        template.render({"big": list(range(999))})
    assert raised.value.facts["detail"] == "các vòng lặp quá 200000 lượt"


@pytest.mark.parametrize("loops", ["{% for i in big %}" * 9, "{% for i in range(2) %}" * 2])
def test_loops_nested_too_deep_are_refused_before_they_run(loops: str) -> None:
    with pytest.raises(ForbiddenTag) as raised:
        Template.from_bytes(word_file(loops + "{% endfor %}" * loops.count("for")), name="mẫu.docx")
    assert raised.value.facts["detail"] == "vòng lặp lồng quá sâu"


@pytest.mark.parametrize("name", ["cycler", "lipsum", "dict", "namespace", "joiner"])
def test_the_names_of_jinja_are_no_fields(name: str) -> None:
    with pytest.raises(MissingField):
        Template.from_bytes(word_file("{{ " + name + " }}"), name="mẫu.docx").render({})


def test_the_order_of_a_set_never_reaches_a_document() -> None:
    template = Template.from_bytes(word_file("{% for x in a %}{{ x }}{% endfor %}"), name="mẫu.docx")
    with pytest.raises(UnfilledTemplate) as raised:
        template.render({"a": {"x", "y"}})
    assert "không lặp được trên một tập hợp không có thứ tự; hãy dùng bộ lọc “sort”" in str(raised.value)
    sorted_ = Template.from_bytes(word_file("{% for x in a|sort %}{{ x }}{% endfor %}"), name="mẫu.docx")
    assert sorted_.render({"a": {"x", "y"}}) == sorted_.render({"a": ["y", "x"]})


# What a template carries into documents


def _paragraph(xml: str) -> bytes:
    return with_body(f"<w:p><w:r><w:t>Số: </w:t></w:r>{xml}</w:p>")


HAZARDS = {
    '<w:ins w:id="1" w:author="x"><w:r><w:t>thêm</w:t></w:r></w:ins>': "còn vết sửa (Track Changes)",
    '<w:del w:id="1" w:author="x"><w:r><w:delText>bớt</w:delText></w:r></w:del>': "còn vết sửa (Track Changes)",
    '<w:fldSimple w:instr=" INCLUDETEXT c:/x.docx "><w:r><w:t>x</w:t></w:r></w:fldSimple>': (
        "có trường “INCLUDETEXT” lấy nội dung từ nơi khác"
    ),
    '<w:r><w:instrText> DDEAUTO c:/cmd.exe "/k" </w:instrText></w:r>': "có trường “DDEAUTO” lấy nội dung từ nơi khác",
    '<w:r><w:instrText>DATE \\@ "dd/MM/yyyy"</w:instrText></w:r>': "có trường “DATE” tự đổi theo ngày hoặc theo máy",
}


@pytest.mark.parametrize("xml", HAZARDS)
def test_revision_marks_and_changing_fields_are_refused(xml: str) -> None:
    with pytest.raises(HazardousTemplate) as raised:
        Template.from_bytes(_paragraph(xml), name="mẫu.docx")
    assert str(raised.value).startswith("Mẫu “mẫu.docx”, đoạn “Số:")
    assert HAZARDS[xml] in str(raised.value)


def test_the_field_of_the_page_number_is_welcome() -> None:
    assert Template.from_bytes(_paragraph('<w:fldSimple w:instr=" PAGE "/>'), name="mẫu.docx").render({})


def test_content_from_another_file_is_refused() -> None:
    data = built(
        lambda document: document.element.body.insert(
            0,
            document.element.makeelement("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}altChunk", {}),
        )
    )
    with pytest.raises(HazardousTemplate) as raised:
        Template.from_bytes(data, name="mẫu.docx")
    assert "chèn nội dung từ tệp khác" in str(raised.value)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml"])
def test_a_part_cut_short_is_no_template(part: str) -> None:
    data = with_part(word_file("x"), part, lambda xml: xml[: len(xml) // 2])
    with pytest.raises(UnusableTemplate) as raised:
        Template.from_bytes(data, name="mẫu.docx")
    assert str(raised.value) == (
        "Mẫu “mẫu.docx” không dùng được: không phải là văn bản Word hoàn chỉnh. "
        "Hãy mở mẫu bằng Word, lưu lại kiểu “Word Document (*.docx)” rồi thử lại."
    )
