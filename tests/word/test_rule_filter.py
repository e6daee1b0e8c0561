"""The ``rule`` filter draws a line exactly as long as the law wants, in the middle of its column."""

from __future__ import annotations

from typing import Any

import pytest
from docx.shared import Mm
from word_files import built, parts_of, word_file

from vanban.domain.measure import mm
from vanban.errors import UnfilledTemplate
from vanban.word import Template, outline


def _column(document: Any, tag: str, width: float) -> None:
    table = document.add_table(rows=1, cols=1)
    table.cell(0, 0).width = Mm(width)
    table.cell(0, 0).text = "ỦY BAN NHÂN DÂN"
    table.cell(0, 0).add_paragraph(tag)


def test_the_line_is_as_long_as_asked_in_a_page_and_in_a_column() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("{{p line|rule(152.4) }}")
        # The cells of python-docx's tables have margins of 1,905 mm.
        _column(document, "{{p line|rule(70 - 2 * 1.905) }}", 70)

    data = Template.from_bytes(built(build), name="mẫu.docx").render({"line": mm(32.4)})
    lines = [line.strip() for line in outline(data, "x.docx").split("\n") if "đường kẻ" in line]
    assert lines == [
        "─── đường kẻ 0,75 pt dài 32,4 mm · giữa",
        "1.1 ─── đường kẻ 0,75 pt dài 32,4 mm · giữa",
    ]


def test_the_line_is_a_paragraph_of_its_own_with_nothing_in_it() -> None:
    data = Template.from_bytes(word_file("{{p line|rule(100) }}"), name="mẫu.docx").render({"line": mm(50)})
    assert (
        '<w:body><w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
        '<w:spacing w:before="60" w:after="0" w:line="20" w:lineRule="exact"/>'
        '<w:ind w:left="1417" w:right="1417" w:firstLine="0"/><w:jc w:val="center"/>'
        '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:pPr></w:p><w:sectPr'
    ) in parts_of(data)["word/document.xml"].decode()


@pytest.mark.parametrize(
    ("tag", "detail"),
    [
        ("{{p line|rule(40) }}", "đường kẻ dài 50 mm không vừa cột rộng 40 mm"),
        ("{{p text|rule(40) }}", "bộ lọc “rule” cần một độ dài, ví dụ “letterhead.issuer_rule”"),
        ("Tên {{ line|rule(70) }}", "đường kẻ không đứng được trong dòng chữ; hãy viết {{p …|rule(70) }}"),
    ],
)
def test_a_line_that_cannot_be_drawn_is_refused(tag: str, detail: str) -> None:
    template = Template.from_bytes(word_file(tag), name="mẫu.docx")
    with pytest.raises(UnfilledTemplate) as raised:
        template.render({"line": mm(50), "text": "x"})
    assert raised.value.facts["detail"] == detail


def test_a_line_keeps_the_document_on_the_fast_path() -> None:
    template = Template.from_bytes(word_file("{{p line|rule(100) }}", "{{ a }}"), name="mẫu.docx")
    text = parts_of(template.render({"line": mm(50), "a": 'A & "B"'}))["word/document.xml"].decode()
    # lxml, which the exact path goes through, would have written the quotes as they are.
    assert "A &amp; &#34;B&#34;" in text
