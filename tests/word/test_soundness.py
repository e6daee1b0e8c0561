"""A Word file is sound, or the check says what Word would call damaged, where and why (ECMA-376 Part 1 and 2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx.oxml.ns import nsdecls
from word_files import parts_of, with_body, with_footnotes, with_part, word_file
from word_xml import bookmark, box, char, code, control, drawing, p, r, table

from vanban.ooxml import Flaw, SoundnessRule, flaws

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def found(data: bytes) -> tuple[Flaw, ...]:
    return flaws(parts_of(data), {}, "tệp.docx")


SOUND = {
    "a paragraph after the inner table": table(table(p()) + p()),
    "a bookmark that ends after the last paragraph": table(p('<w:bookmarkStart w:id="1" w:name="a"/>'))
    + '<w:bookmarkEnd w:id="1"/>',
    "a control that holds the cell's only paragraph": table(control(p())),
    "a control around a row": "<w:tbl><w:tblPr/><w:tblGrid/>"
    + control(f"<w:tr><w:tc>{p()}</w:tc></w:tr>")
    + "</w:tbl>",
    "a control among words that is empty": p(control("")),
    "a box with a paragraph": box(p()),
    "a field in a field": p(
        char("begin") + code("IF ") + char("begin") + code("PAGE") + char("end") + char("separate") + char("end")
    ),
    "a field over two paragraphs": p(char("begin") + code("TOC") + char("separate")) + p(char("end")),
    "a field in a box inside a field's paragraph": p(char("begin") + code("PAGE"))
    + box(p(char("begin") + code("PAGE") + char("end")))
    + p(char("end")),
    "a reference to a bookmark that is there": p(bookmark(1, "Muc1"))
    + p(char("begin") + code("REF muc1 \\h") + char("end")),
    "two bookmarks": p(bookmark(1, "a") + bookmark(2, "b")),
    "braces of a reader": p(r("{5} hoặc { x }")),
    "what is said again for older programs": p(
        "<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        f"<mc:Choice Requires='wps'><w:drawing><w:txbxContent>{p(bookmark(1, 'a'))}</w:txbxContent></w:drawing>"
        "</mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{p(bookmark(1, 'a'))}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SOUND)
def test_what_word_opens_without_a_word_is_sound(case: str) -> None:
    assert found(with_body(SOUND[case])) == ()


UNSOUND = {
    "a cell without paragraph": (table(""), "content", "ô của bảng không có đoạn nào"),
    "a cell that ends with a table": (table(table(p())), "content", "ô của bảng kết thúc bằng một bảng"),
    "a cell whose control is empty": (table(control("")), "content", "ô của bảng không có đoạn nào"),
    "an empty control": (control(""), "content", "ô điều khiển nội dung (Content Control) không có đoạn nào"),
    "an empty box": (box(""), "content", "khung chữ không có đoạn nào"),
    "a table without rows": ("<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>", "content", "bảng không có dòng nào"),
    "a row without cells": ("<w:tbl><w:tblPr/><w:tr/></w:tbl>", "content", "dòng của bảng không có ô nào"),
    "a paragraph in a paragraph": (p(p()), "nesting", "đoạn đứng ở chỗ không được đứng"),
    "a run between paragraphs": (p() + r("lạc"), "nesting", "chữ đứng ở chỗ không được đứng"),
    "words between paragraphs": (p() + "lạc", "nesting", "chữ “lạc” đứng ngoài mọi đoạn"),
    "a table in a paragraph": (p(table(p())), "nesting", "bảng đứng ở chỗ không được đứng"),
    "a row outside of a table": ("<w:tr><w:tc><w:p/></w:tc></w:tr>", "nesting", "dòng của bảng đứng ở chỗ"),
    "two bookmarks of one name": (p(bookmark(1, "a") + bookmark(2, "A")), "identity", "hai dấu trang (Bookmark)"),
    "two bookmarks of one number": (p(bookmark(1, "a") + bookmark(1, "b")), "identity", "hai dấu trang (Bookmark)"),
    "two drawings of one number": (p(drawing(1) + drawing(1)), "identity", "hai hình vẽ"),
    "two controls of one number": (control(p()) + control(p()), "identity", "hai ô điều khiển nội dung"),
    "a relation that is not there": (
        '<w:p><w:hyperlink r:id="rId77"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>',
        "relation",
        "dẫn tới phần “rId77” không có trong tệp",
    ),
    "a field that never ends": (p(char("begin") + code("PAGE")), "field", "dấu mở mà không có dấu đóng"),
    "a field that never begins": (p(char("end")), "field", "dấu đóng mà không có dấu mở"),
    "the middle of a field": (p(char("separate")), "field", "dấu giữa mà không có dấu mở"),
    "a bookmark that never ends": (p('<w:bookmarkStart w:id="1" w:name="a"/>'), "pair", "chỉ còn một đầu"),
    "a bookmark that never begins": (p('<w:bookmarkEnd w:id="1"/>'), "pair", "chỉ còn một đầu"),
    "a mark without note": (p('<w:r><w:footnoteReference w:id="5"/></w:r>'), "pair", "chú thích cuối trang không có"),
    "a reference to nothing": (p(code("REF Muc1")), "pair", "dẫn tới dấu trang “Muc1” không có trong tệp"),
    "a tag": (p(r("{") + r("{ ten }}")), "tag", "chỗ điền còn để nguyên: “{{ ten }}”"),
    "a tag of a Chinese keyboard": (p(r("｛｛ ten ｝｝")), "tag", "chỗ điền còn để nguyên: “｛｛ ten ｝｝”"),
    "a tag with spaces": (p(r("{ { ten } }")), "tag", "chỗ điền còn để nguyên: “{ { ten } }”"),
    "a tag in an attribute": (p('<w:hyperlink w:anchor="%7b%7Bx%7D%7D"/>'), "tag", "“%7b%7Bx%7D%7D”"),
    "a linked file": (
        p(char("begin") + code(" INCLUDE") + code("TEXT c:/x") + char("end")),
        "outside",
        "có trường “INCLUDETEXT” lấy nội dung từ nơi khác",
    ),
}


@pytest.mark.parametrize("case", UNSOUND)
def test_what_word_calls_damaged_is_told_with_its_rule(case: str) -> None:
    xml, rule, reason = UNSOUND[case]
    told = found(with_body(xml))
    assert {flaw.rule.value for flaw in told} == {rule}
    assert reason in told[0].reason


@pytest.mark.parametrize("case", UNSOUND)
def test_no_other_rule_sees_what_one_rule_sees(case: str) -> None:
    xml, rule, _ = UNSOUND[case]
    others = set(SoundnessRule) - {SoundnessRule(rule)}
    assert flaws(parts_of(with_body(xml)), {}, "tệp.docx", others) == ()


def broken_parts() -> Iterator[tuple[bytes, str, str]]:
    plain = word_file("x", header="y", footer="z", title="t")
    yield with_part(plain, "word/header1.xml", _emptied), "đầu trang", "đầu trang không có đoạn nào"
    yield with_part(plain, "word/footer1.xml", _emptied), "chân trang", "chân trang không có đoạn nào"
    notes = with_footnotes(plain, "ghi chú")
    yield with_part(notes, "word/footnotes.xml", _emptied), "chú thích cuối trang", "chú thích cuối trang không có"
    yield (
        with_part(plain, "docProps/core.xml", lambda xml: xml.replace(">t<", ">{{ t }}<")),
        "thuộc tính tệp",
        "“{{ t }}”",
    )
    merge = f"<w:settings {nsdecls('w')}><w:mailMerge/></w:settings>"
    yield with_part(plain, "word/settings.xml", lambda _: merge), "thiết lập của tệp", "nguồn trộn thư (Mail Merge)"
    link = '<Relationship Id="r9" Type="t/hyperlink" Target="http://x/%7B%7Ba%7D%7D" TargetMode="External"/></Rel'
    relations = "word/_rels/document.xml.rels"
    yield with_part(plain, relations, lambda xml: xml.replace("</Rel", link)), "liên kết của tệp", "“%7B%7Ba%7D%7D”"
    lost = '<Relationship Id="r9" Type="t/image" Target="media/x.png"/></Rel'
    yield with_part(plain, relations, lambda xml: xml.replace("</Rel", lost)), "liên kết của tệp", "“word/media/x.png”"


def _emptied(xml: str) -> str:
    return xml[: xml.index("<w:p")] + xml[xml.rindex("</w:p>") + len("</w:p>") :]


@pytest.mark.parametrize(("data", "where", "reason"), [*broken_parts()])
def test_every_part_is_judged_and_named_as_a_clerk_names_it(data: bytes, where: str, reason: str) -> None:
    [flaw] = found(data)
    assert where in flaw.where
    assert reason in flaw.reason


def test_the_words_around_are_quoted() -> None:
    [flaw] = found(with_body(p(r("Họ tên")) + p(r("Khen {{ ly_do }} về ") + r("việc"))))
    assert flaw.where == "đoạn “Khen {{ ly_do }} về việc”"


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.docx")), ids=lambda path: path.stem)
def test_the_shipped_templates_are_sound_but_for_their_tags(template: Path) -> None:
    rules = set(SoundnessRule) - {SoundnessRule.TAG}
    assert flaws(parts_of(template.read_bytes()), {}, template.name, rules) == ()
