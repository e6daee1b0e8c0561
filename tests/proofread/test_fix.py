"""A corrected copy has the mechanical faults mended, keeps every word, and is not corrected twice."""

from __future__ import annotations

import io
import unicodedata
import zipfile

import pytest
from lxml import etree
from sweeps import spread

from tests.proofread.paper import build
from tests.proofread.samples import SAMPLES
from tests.proofread.spoils import SPOILS, Spoil
from vanban.law.layout_rules import RULES
from vanban.proofread import fix, inspect, proofread

MECHANICAL = spread([spoil for spoil in SPOILS if RULES[spoil.rule].mechanical], 2)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _words(data: bytes) -> str:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return "".join(element.text or "" for element in root.iter(f"{_W}t"))


@pytest.mark.parametrize("spoil", MECHANICAL, ids=lambda spoil: f"{spoil.rule}-{spoil.sample}")
def test_a_mechanical_fault_is_mended_no_word_is_changed_and_nothing_else_breaks(spoil: Spoil) -> None:
    data = build(spoil.paper())
    fixed = fix(inspect(data, name="a.docx"), data)
    assert spoil.rule in {change.rule for change in fixed.changes}
    assert proofread(fixed.data, name="a.docx").findings == ()
    again = fix(inspect(fixed.data, name="a.docx"), fixed.data)
    assert again.changes == () and again.data == fixed.data
    before, after = _words(data), _words(fixed.data)
    if spoil.rule.startswith(("TT-07.", "TT-08.", "TT-09.", "TT-21.", "TT-05.solid", "TT-06.")):
        keep = str.isalpha
        before, after = ("".join(filter(keep, unicodedata.normalize("NFC", text))) for text in (before, after))
        before = before.replace("Ð", "Đ")
    assert after == before


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_clean_paper_comes_back_as_it_is(name: str) -> None:
    data = build(SAMPLES[name]())
    assert fix(inspect(data, name="a.docx"), data).data is data


def test_a_paper_with_many_faults_is_mended_at_once() -> None:
    paper = SAMPLES["plan"]()
    paper.sheet.left, paper.sheet.title_page, paper.sheet.number = 1200, False, None
    for para in paper.every():
        para.font, para.size, para.line, para.before = "Arial", 11, 200, 0
        para.bold, para.italic, para.jc, para.first = not para.bold, not para.italic, "left", 100
    data = build(paper)
    fixed = fix(inspect(data, name="a.docx"), data)
    assert [finding.rule for finding in proofread(fixed.data, name="a.docx").findings if finding.mechanical] == []
    assert fix(inspect(fixed.data, name="a.docx"), fixed.data).changes == ()
