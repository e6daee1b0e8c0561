"""Each template gives what plain docxtpl gives: every part, under C14N."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from word_files import add_table, built, canonical, parts_of, png, saved, with_body, word_file

from vanban.errors import TemplateFault
from vanban.ooxml import SoundnessRule, flaws
from vanban.word import Bound, Template

Context = dict[str, Any]

GROUPS = [
    {"name": "Tổ dân phố số 1", "leader": "Nguyễn Văn A", "households": 120, "members": ["Lan", "Mai"]},
    {"name": "Tổ dân phố số 2 & 3", "leader": "Trần Thị B", "households": 95, "members": []},
    {"name": "Tổ <4>", "leader": 'Lê "C"', "households": 0, "members": ["Đào"]},
]
ROWS = [["TT", "Tên", "Số hộ"], ["{%tr for g in groups %}", "", ""]]
ROWS_END = ["{%tr endfor %}", "", ""]


def by_docxtpl(data: bytes, make_context: Callable[[DocxTemplate], Context]) -> bytes:
    template = DocxTemplate(io.BytesIO(data))
    template.init_docx()
    template.render(make_context(template), Environment(autoescape=True))
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


def assert_same(data: bytes, context: Context) -> bytes:
    ours = Template.from_bytes(data, name="mẫu.docx").render(context)
    assert_same_or_mended(ours, by_docxtpl(data, lambda _: context))
    return ours


def assert_same_or_mended(ours: bytes, theirs: bytes) -> None:
    """The same where docxtpl's file is sound; where it is not, ours is."""
    if flaws(parts_of(theirs), {}, "tệp.docx", MENDED):
        assert flaws(parts_of(ours), {}, "tệp.docx", MENDED) == ()
    else:
        assert canonical(ours) == canonical(theirs)


MENDED = (SoundnessRule.CONTENT, SoundnessRule.IDENTITY, SoundnessRule.PAIR)


TEMPLATES: dict[str, tuple[bytes, Context]] = {
    "values": (
        word_file("Số: {{ number }}", "{{ a }} và {{ b.c }}{{b['c']}}"),
        {"number": 5, "a": 1.5, "b": {"c": "x"}},
    ),
    "escapes": (word_file("{{ a }}", "{{a|e}} {{ a|upper }}"), {"a": "A & B <C> \"D\" 'E' 100<200 m ]]>"}),
    "nothing to fill in": (word_file("Chỉ có chữ", [["ô", "ô"]]), {}),
    "conditions": (
        word_file("{%p if yes %}", "có", "{%p elif maybe %}", "có thể", "{%p else %}", "không", "{%p endif %}", "hết"),
        {"yes": False, "maybe": True},
    ),
    "condition in a line": (word_file("a{% if yes %} b{% else %} c{% endif %} d"), {"yes": True}),
    "loop over paragraphs": (
        word_file("{%p for g in groups %}", "{{ loop.index }}. {{ g.name }}", "{%p endfor %}"),
        {"groups": GROUPS},
    ),
    "loop over rows": (
        word_file("trước", [*ROWS, ["{{ loop.index }}", "{{ g.name }}", "{{ g.households }}"], ROWS_END], "sau"),
        {"groups": GROUPS},
    ),
    "loop over no rows": (
        word_file([*ROWS, ["{{ loop.index }}", "{{ g.name }}", "{{ g.households }}"], ROWS_END]),
        {"groups": []},
    ),
    "a table that may lose all its rows": (
        word_file([["{%tr for g in groups %}", ""], ["{{ g.name }}", "x"], ["{%tr endfor %}", ""]], "hết"),
        {"groups": []},
    ),
    "nested loops": (
        word_file(
            [
                ["Tổ", "Người"],
                ["{%tr for g in groups %}", ""],
                ["{{ g.name }}", "{{ g.leader }}"],
                ["{%tr for m in g.members %}", ""],
                ["", "{{ loop.index }}/{{ m }}"],
                ["{%tr endfor %}", ""],
                ["{%tr endfor %}", ""],
            ]
        ),
        {"groups": GROUPS},
    ),
    "loop over cells": (
        word_file([["Tên", "{%tc for g in groups %}", "{{ g.name }}", "{%tc endfor %}"]]),
        {"groups": GROUPS},
    ),
    "one cell repeated in a row of its own": (
        word_file([["a", "b"], ["{% for g in groups %}{{ g.name }}", "{{ g.leader }}{% endfor %}"]]),
        {"groups": GROUPS},
    ),
    "fewer cells than columns": (
        word_file([["a", "{%tc if no %}", "b", "{%tc endif %}"]]),
        {"no": False},
    ),
    "tags split over runs": (
        word_file("{¦{ na¦me }¦}", "{¦%p if ye¦s %¦}", "{{ ¦name¦.up¦per() }}", "{%¦p endif %}"),
        {"name": "tổ", "yes": True},
    ),
    "header, footer, footnotes, title": (
        word_file(
            "x",
            header="Đầu {{ a }}",
            footer="{% if b %}Chân {{ b }}{% endif %}",
            title="{{ a }} năm",
            footnotes="{{ a }}.",
        ),
        {"a": "một", "b": "hai"},
    ),
    "header without tags": (word_file("{{ a }}", header="Đầu", footer="Chân"), {"a": 1}),
    "comments": (
        word_file("a{# ghi chú #}b", "{#p bỏ đoạn này #}", "c", [["{#tr bỏ dòng #}", "x"], ["còn", "{#tc bỏ ô #}"]]),
        {},
    ),
    "breaks in values": (
        word_file("Ghi: {{ a }}", "{{ b }}", [["{{ a }}"]], header="{{ a }}"),
        {"a": Listing("một\nhai\tba\a đoạn mới <&> \f trang mới"), "b": "dòng\ndưới\tcột"},
    ),
    "rich text": (
        word_file("Tên: {{r a }} nhé", "{{r b }}"),
        {"a": RichText("đậm & <nghiêng>", bold=True, italic=True), "b": RichText("x\ny", color="#ff0000", size=28)},
    ),
    "rich paragraphs": (
        word_file("{{p a }}", "sau"),
        {"a": RichTextParagraph(RichText("một", bold=True), parastyle="Heading1")},
    ),
    "cell colour": (
        word_file([["{% cellbg c %}{{ a }}", "b"]]),
        {"a": "x", "c": "FF0000"},
    ),
    "columns joined": (word_file([["{% colspan n %}{{ a }}"], ["x"]]), {"a": "x", "n": 3}),
    "cells merged down": (
        word_file(
            [["a", "b"], ["{%tr for g in groups %}", ""], ["{% vm %}chung", "{{ g.name }}"], ["{%tr endfor %}", ""]]
        ),
        {"groups": GROUPS},
    ),
    "cells merged across": (
        word_file([["{%tc for g in groups %}", "{% hm %}chung", "{%tc endfor %}"], ["a", "b", "c"]]),
        {"groups": GROUPS},
    ),
    "paragraphs merged": (word_file("một {% if yes -%}", "hai", "{%- endif %} ba"), {"yes": True}),
    "quotes that Word makes": (word_file("{% if a == “x” %}{{ ‘y’ }}{% endif %}"), {"a": "x"}),
    "braces that are meant": (word_file("viết {_{ a }_} và {_% if %_} {{ '{_{' }} {{ a }}"), {"a": 1}),
    "operators": (
        word_file("{% if a > 1 and a < 3 %}{{ a * 2 + 1 }} {{ a ~ '/' ~ b }}{% endif %}{% set c = a %}{{ c }}"),
        {"a": 2, "b": "KH"},
    ),
    "filters": (
        word_file("{{ g|map(attribute='name')|join(', ') }} {{ g|length }} {{ (g|first).leader }} {{ n|round(1) }}"),
        {"g": GROUPS, "n": 2.345},
    ),
    "loop over numbers": (word_file("{% for i in range(3) %}{{ i }};{% endfor %}"), {}),
    "with": (word_file("{% with x = a.b %}{{ x }}{% endwith %}"), {"a": {"b": "c"}}),
    "items of a mapping": (
        word_file("{% for k, v in a.items() %}{{ k }}={{ v }};{% endfor %}"),
        {"a": {"x": 1, "y": 2}},
    ),
}


@pytest.mark.parametrize("case", TEMPLATES)
def test_every_part_is_what_docxtpl_makes(case: str) -> None:
    assert_same(*TEMPLATES[case])


def test_a_table_in_a_table_is_what_docxtpl_makes() -> None:
    def build(document: Any) -> None:
        table = add_table(document, [["ngoài", ""], ["", ""]])
        inner = table.cell(1, 1).add_table(rows=3, cols=3)
        for cell, text in zip(
            inner.columns[0].cells, ["{%tr for g in groups %}", "{{ g.name }}", "{%tr endfor %}"], strict=True
        ):
            cell.text = text

    assert_same(built(build), {"groups": GROUPS})


def test_text_boxes_and_drawing_numbers_are_what_docxtpl_makes() -> None:
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="7" name="{{ a }}"/>'
        "<a:graphic><a:graphicData/></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    box = (
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    )
    loop = "<w:p><w:r><w:t>{%p for x in xs %}</w:t></w:r></w:p>", "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>"
    assert_same(with_body(loop[0] + drawing + box + loop[1] + drawing), {"a": "tên", "xs": [1, 2, 3]})


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_a_table_whose_columns_do_not_count_its_cells_is_what_docxtpl_makes(columns: int) -> None:
    grid = "".join(f'<w:gridCol w:w="{1000 * at}"/>' for at in range(1, columns + 1))
    cells = "<w:tc><w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc>"
    row = f"<w:tr>{cells}</w:tr>"
    longer = f"<w:tr>{cells}<w:tc><w:p/></w:tc></w:tr>"
    assert_same(with_body(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{row}{longer}{row}</w:tbl>"), {"a": 1})
    assert_same(with_body(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{row}</w:tbl>"), {"a": 1})


def test_a_document_with_two_sections_and_six_headers_is_what_docxtpl_makes() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("{{ a }}")
        for section, name in ((document.sections[0], "một"), (document.add_section(), "hai")):
            section.different_first_page_header_footer = True
            section.first_page_header.paragraphs[0].text = f"{name} {{{{ a }}}}"
            section.header.is_linked_to_previous = False
            section.header.paragraphs[0].text = f"{name} thường {{{{ a }}}}"

    assert_same(built(build), {"a": "x"})


# Values that change the package


def assert_same_bound(data: bytes, make: Callable[[DocxTemplate], object]) -> None:
    template = Template.from_bytes(data, name="mẫu.docx")
    ours = template.render({"a": Bound(make), "b": "chữ & số"})
    assert canonical(ours) == canonical(by_docxtpl(data, lambda tpl: {"a": make(tpl), "b": "chữ & số"}))
    assert template.render({"a": Bound(make), "b": "chữ & số"}) == ours


def test_a_picture_is_what_docxtpl_makes() -> None:
    data = word_file("Hình: {{ a }}", [["{{ b }}"]], header="{{ b }}", title="{{ b|length }}")
    assert_same_bound(data, lambda tpl: InlineImage(tpl, io.BytesIO(png()), width=Mm(20)))


def test_a_picture_made_for_another_copy_of_the_template_is_printed() -> None:
    data = word_file("Hình: {{ a }}")
    foreign = DocxTemplate(io.BytesIO(data))
    ours = Template.from_bytes(data, name="mẫu.docx").render({"a": InlineImage(foreign, io.BytesIO(png()))})
    theirs = by_docxtpl(data, lambda tpl: {"a": InlineImage(tpl, io.BytesIO(png()))})
    assert canonical(ours) == canonical(theirs)


def test_what_is_printed_twice_is_made_once() -> None:
    made = []

    def make(template: DocxTemplate) -> InlineImage:
        made.append(template)
        return InlineImage(template, io.BytesIO(png()))

    Template.from_bytes(word_file("{{ a }}", "{{ a }}"), name="mẫu.docx").render({"a": Bound(make)})
    assert len(made) == 1


def test_a_link_is_what_docxtpl_makes() -> None:
    def link(template: DocxTemplate) -> RichText:
        return RichText("trang", url_id=template.build_url_id("https://vanban.chinhphu.vn"))

    assert_same_bound(word_file("Xem {{r a }} và {{ b }}"), link)


def sub_document(template: DocxTemplate) -> Any:
    inner = template.new_subdoc()
    inner.add_paragraph("Đoạn trong")
    add_table(inner, [["một", "hai"], ["ba", "bốn"]])
    return inner


def test_a_sub_document_is_what_docxtpl_makes() -> None:
    assert_same_bound(word_file("{{p a }}", "sau {{ b }}"), sub_document)


def test_a_sub_document_from_a_file_is_what_docxtpl_makes(tmp_path: Any) -> None:
    inner = docx.Document()
    inner.add_heading("Đầu đề")
    inner.add_picture(io.BytesIO(png()))
    (tmp_path / "inner.docx").write_bytes(saved(inner))
    assert_same_bound(word_file("{{p a }}", "{{ b }}"), lambda tpl: tpl.new_subdoc(str(tmp_path / "inner.docx")))


def test_a_sub_document_of_a_template_opened_elsewhere_is_printed_with_its_picture(tmp_path: Any) -> None:
    inner = docx.Document()
    inner.add_picture(io.BytesIO(png()))
    (tmp_path / "inner.docx").write_bytes(saved(inner))
    data = word_file("{{p a }}", "sau {{ b }}")
    home = DocxTemplate(io.BytesIO(data))
    context = {"a": home.new_subdoc(str(tmp_path / "inner.docx")), "b": 1}
    ours = Template.from_bytes(data, name="mẫu.docx").render(context)
    home.render(context, Environment(autoescape=True))
    stream = io.BytesIO()
    home.save(stream)
    assert canonical(ours) == canonical(stream.getvalue())


# Templates that nobody thought of

LEAVES = st.sampled_from(["chữ ", "{{ a }}", "{{ b.c }}", "¦", "  ", "{{ xs|length }}", "{# ghi chú #}", "{{ x }}"])


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.lists(inner, max_size=3).map("".join),
        inner.map("{{% if y %}}{}{{% endif %}}".format),
        st.tuples(inner, inner).map(lambda pair: "{{% if y %}}{}{{% else %}}{}{{% endif %}}".format(*pair)),
        inner.map("{{% for x in xs %}}{}{{% endfor %}}".format),
        inner.map("{{%r if y %}}{}{{%r endif %}}".format),
        inner.map("{{% if y -%}}{}{{%- endif %}}".format),
    )


INLINE = st.recursive(LEAVES, _wrapped, max_leaves=6)
CELLS = st.one_of(
    INLINE,
    INLINE.map("{{% vm %}}{}".format),
    INLINE.map("{{% cellbg color %}}{}".format),
    st.sampled_from(["{%tc if y %}", "{%tc for x in xs %}", "{%tc endif %}", "{%tc endfor %}", "{% colspan 2 %}"]),
)
OPENINGS = st.sampled_from(["", " if y %}", " for x in xs %}"])


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(1, 3))
    rows = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=3))
    return _enclosed(draw, rows, lambda tag: [tag, *[""] * (width - 1)], "tr")


@st.composite
def templates(draw: st.DrawFn) -> list[Any]:
    blocks = draw(st.lists(st.one_of(INLINE, tables()), min_size=1, max_size=3))
    return _enclosed(draw, blocks, lambda tag: tag, "p")


def _enclosed(draw: st.DrawFn, items: list[Any], made: Callable[[str], Any], prefix: str) -> list[Any]:
    """Some of the items, one after the other, inside a condition or loop; or none."""
    opening = draw(OPENINGS)
    start = draw(st.integers(0, len(items)))
    end = draw(st.integers(start, len(items)))
    if not opening:
        return items
    closing = "{%" + prefix + " end" + opening.split()[0] + " %}"
    return [*items[:start], made("{%" + prefix + opening), *items[start:end], made(closing), *items[end:]]


@settings(max_examples=settings.default.max_examples // 3)
@given(templates(), st.booleans(), st.integers(0, 3), st.sampled_from(["A & <B>", 'x\ny\t"z"']))
def test_any_template_gives_what_docxtpl_gives_or_is_refused(blocks: list[Any], yes: bool, count: int, a: str) -> None:
    loop = {"first": True, "length": count}
    context = {
        "a": a,
        "b": {"c": "<c>"},
        "y": yes,
        "xs": [*range(count)],
        "x": "ngoài",
        "color": "FF0000",
        "loop": loop,
    }
    try:
        ours = Template.from_bytes(word_file(*blocks), name="mẫu.docx").render(context)
    except TemplateFault:
        return
    assert_same_or_mended(ours, by_docxtpl(word_file(*blocks), lambda _: context))
