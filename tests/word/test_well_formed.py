"""No document is ever broken XML: proven from the template where it can be, else looked at each time (T14)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, TemplateSyntaxError
from lxml import etree
from word_files import parts_of, word_file

from vanban.errors import TemplateFault
from vanban.word import Template
from vanban.word.balance import balanced_skeleton

BALANCED = [
    "<a>{{ x }}</a>",
    "<a>{% if x %}<b/>{% elif y %}<c>1</c>{% else %}2{% endif %}</a>",
    "<a>{% for x in y %}<b>{{ x }}{% for z in x %}<c/>{% endfor %}</b>{% else %}<d/>{% endfor %}</a>",
    "<a><b>1{% if x %}</b></a><a><b>2{% endif %}</b></a>",
    '<a b="{% if x %}1{% else %}2{% endif %}" c="{{ y }}"/>',
    "<a>{% set x = 1 %}{% with y = 2 %}<b/>{% endwith %}</a>",
]
UNBALANCED = [
    "<a>",
    "</a>",
    "<a></b>",
    "<a>{% if x %}<b>{% endif %}{% if x %}</b>{% endif %}</a>",
    "<a>{% if x %}<b></a>{% endif %}",
    "<a>{% for x in y %}</a>{% endfor %}",
    "<a><b>{% if x %}</b></a><a>{% endif %}</a>",
    "<a><b>{% if x %}</b></a><b><a>{% endif %}</a></b>",
    "<a {% if x %}>{% endif %}/>",
    "<a>{% if x %}{% else %}<b>{% endif %}</a>",
    "<a>{% if x %}1{% elif y %}<b>{% endif %}</a>",
    "<a>{% if x %}</w:tc><w:tc>{% endif %}</a>",
    "<w:tr><w:tc>{% for x in y %}</w:tc><w:tc>{% endfor %}</w:tc></w:tr>",
]


@pytest.mark.parametrize("xml", BALANCED)
def test_what_always_gives_the_same_elements_is_balanced(xml: str) -> None:
    assert balanced_skeleton(Environment().parse(xml)) is not None


@pytest.mark.parametrize("xml", UNBALANCED)
def test_what_might_not_is_not(xml: str) -> None:
    assert balanced_skeleton(Environment().parse(xml)) is None


PIECES = ["<a>", "</a>", "<b>", "</b>", "<c/>", "x", "{% if x %}", "{% else %}", "{% endif %}", "{{ x }}"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_what_is_balanced_is_well_formed_whatever_the_data(text: str) -> None:
    jinja = Environment()
    try:
        tree = jinja.parse(f"<r>{text}</r>")
    except TemplateSyntaxError:
        return
    if balanced_skeleton(tree) is not None:
        for value in (True, False):
            etree.fromstring(jinja.from_string(f"<r>{text}</r>").render(x=value))


TAGS = ["{% if a %}", "{%p if a %}", "{%tr if a %}", "{% endif %}", "{%p endif %}", "{%tr endif %}", "chữ", "{{ b }}"]
BLOCKS = st.one_of(
    st.lists(st.sampled_from(TAGS), min_size=1, max_size=3).map(" ".join),
    st.lists(st.lists(st.sampled_from(TAGS), min_size=2, max_size=2), min_size=1, max_size=3),
)


@given(st.lists(BLOCKS, min_size=1, max_size=4))
def test_every_document_that_comes_out_is_well_formed(blocks: list[Any]) -> None:
    try:
        template = Template.from_bytes(word_file(*blocks), name="mẫu.docx")
    except TemplateFault:
        return
    for value in (True, False):
        try:
            data = template.render({"a": value, "b": "<&>"})
        except TemplateFault:
            continue
        for name, part in parts_of(data).items():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(part)
