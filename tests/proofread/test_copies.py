"""The annotated copy: one comment at each finding, the text as it was; and what must not be opened."""

from __future__ import annotations

import io
import random
import zipfile

import docx
import pytest
from lxml import etree

from tests.proofread.foreign import tracked_changes, vml_boxes
from tests.proofread.paper import build, package, page_number
from tests.proofread.samples import SAMPLES, plan
from vanban.errors import DamagedPackage, PackageError
from vanban.law.nd30 import Part
from vanban.proofread import annotate, fix, inspect, proofread


def test_every_finding_is_a_comment_with_article_and_remedy() -> None:
    paper = plan()
    paper.of(Part.NUMBER)[0].text = "Số: 5/KH-UBND"
    paper.of(Part.MOTTO)[0].italic = True
    paper.sheet.number = page_number(size=11)
    data = build(paper)
    copy = annotate(inspect(data, name="a.docx"))
    comments = {comment.text for comment in docx.Document(io.BytesIO(copy)).comments}
    assert len(comments) == 3
    assert (
        "Lỗi TT-07.zero: Số, ký hiệu\nHiện có: 5\nCần có: 05\nCăn cứ: Phụ lục I, Phần I, Mục II khoản 3 điểm c\n"
        "Cách sửa: Thêm số 0 phía trước."
    ) in comments
    rules = [finding.rule for finding in proofread(data, name="a.docx").findings]
    assert [finding.rule for finding in proofread(copy, name="a.docx").findings] == rules


def test_annotating_again_adds_to_the_comments_that_are_there() -> None:
    paper = plan()
    paper.of(Part.MOTTO)[0].italic = True
    once = annotate(inspect(build(paper), name="a.docx"))
    twice = annotate(inspect(once, name="a.docx"))
    comments = list(docx.Document(io.BytesIO(twice)).comments)
    assert len(comments) == 2
    assert len({comment.comment_id for comment in comments}) == 2


@pytest.mark.parametrize("way", [vml_boxes, tracked_changes])
def test_a_finding_in_a_text_box_or_an_insertion_is_told_at_a_paragraph_of_the_text(way) -> None:  # type: ignore[no-untyped-def]
    paper = plan()
    paper.of(Part.MOTTO)[0].italic = True
    paper.of(Part.CLAUSE)[0].color = "FF0000"
    copy = annotate(inspect(way(paper), name="a.docx"))
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(copy)).read("word/document.xml"))
    space = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    assert root.xpath("//w:txbxContent//w:commentReference", namespaces=space) == []
    assert len(root.xpath("//w:commentReference", namespaces=space)) >= 2


def test_two_copies_of_one_file_are_byte_for_byte_the_same() -> None:
    paper = plan()
    paper.of(Part.MOTTO)[0].italic = True
    data = build(paper)
    assert annotate(inspect(data, name="a.docx")) == annotate(inspect(data, name="a.docx"))


@pytest.mark.parametrize("share", [0.1, 0.4, 0.8, 0.99])
def test_a_cut_file_is_said_to_be_damaged(share: float) -> None:
    data = build(plan())
    with pytest.raises(DamagedPackage) as caught:
        proofread(data[: int(len(data) * share)], name="cat.docx")
    assert str(caught.value) == (
        "Tệp “cat.docx” bị hỏng hoặc bị cắt ngắn khi sao chép. "
        "Hãy sao chép lại từ bản gốc, hoặc mở bằng Word hay Excel rồi lưu lại."
    )


def test_tables_nested_beyond_reason_are_refused() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 200 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 200
    with pytest.raises(DamagedPackage):
        proofread(package(deep), name="a.docx")


def test_a_file_whose_relations_lead_nowhere_is_read_without_them() -> None:
    data = build(plan())
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            if name not in ("word/styles.xml", "word/header1.xml"):
                target.writestr(name, source.read(name))
    assert proofread(out.getvalue(), name="a.docx").type_name == "Kế hoạch"


@pytest.mark.parametrize("seed", range(40))
def test_a_file_with_shuffled_and_broken_parts_never_crashes(seed: int) -> None:
    """Elements moved, repeated, emptied, and attributes made nonsense: findings or one clear refusal."""
    chance = random.Random(seed)
    data = build(SAMPLES[chance.choice(sorted(SAMPLES))]())
    source = zipfile.ZipFile(io.BytesIO(data))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("word/") and name.endswith(".xml"):
                content = _broken(content, chance)
            target.writestr(name, content)
    try:
        read = proofread(out.getvalue(), name="a.docx")
    except PackageError as refusal:
        assert refusal.remedy
        return
    assert read.name == "a.docx"
    annotate(inspect(out.getvalue(), name="a.docx"))
    fixed = fix(inspect(out.getvalue(), name="a.docx"), out.getvalue())
    assert fix(inspect(fixed.data, name="a.docx"), fixed.data).changes == ()


def _broken(content: bytes, chance: random.Random) -> bytes:
    root = etree.fromstring(content)
    for _ in range(12):
        elements = list(root.iter())
        element = chance.choice(elements)
        parent = element.getparent()
        if parent is None:
            continue
        match chance.randrange(5):
            case 0:
                parent.remove(element)
            case 1:
                parent.append(etree.fromstring(etree.tostring(element)))
            case 2:
                chance.choice(elements[:1] + [other for other in elements if other not in element.iter()]).append(
                    element
                )
            case 3:
                for attribute in element.attrib:
                    element.set(attribute, chance.choice(["-1", "x", "", "99999999999", "1.5", "\u1ea1"]))
            case _:
                element.text = chance.choice(["", "Số: 5/", "ngày tháng năm", "TM.", "Điều 999999999999999999999. "])
    return etree.tostring(root)
