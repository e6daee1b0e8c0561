"""The corrected copy as tracked changes: rejecting them all gives the paper back, accepting them the corrected one."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from sweeps import spread

from tests.proofread.paper import build
from tests.proofread.samples import SAMPLES
from tests.proofread.spoils import SPOILS, Spoil
from vanban.law.layout_rules import RULES
from vanban.proofread import fix, fix_tracked, inspect, proofread

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LOOKS = [
    spoil for spoil in SPOILS
    if RULES[spoil.rule].mechanical and not spoil.rule.startswith(("TT-03.", "TT-04.page_number", "TT-21."))
]  # fmt: skip


def _rejected(data: bytes) -> bytes:
    """The file with every tracked change rejected, as Word does it."""
    source = zipfile.ZipFile(io.BytesIO(data))
    root = etree.fromstring(source.read("word/document.xml"))
    for mark in list(root.iter(f"{_W}ins")):
        parent = mark.getparent()
        if parent.tag == f"{_W}rPr":
            paragraph = parent.getparent().getparent()
            paragraph.getparent().remove(paragraph)
        else:
            parent.remove(mark)
    for mark in list(root.iter(f"{_W}del")):
        parent = mark.getparent()
        for child in list(mark):
            mark.addprevious(child)
        parent.remove(mark)
    for text in root.iter(f"{_W}delText"):
        text.tag = f"{_W}t"
    for name in ("pPr", "rPr", "sectPr"):
        for change in list(root.iter(f"{_W}{name}Change")):
            now, old = change.getparent(), change[0]
            kept = [child for child in now if child.tag in (f"{_W}rPr", f"{_W}sectPr", f"{_W}headerReference")]
            for child in list(now):
                now.remove(child)
            now.extend([*kept, *old] if name == "sectPr" else [*old, *kept])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for part in source.namelist():
            target.writestr(part, etree.tostring(root) if part == "word/document.xml" else source.read(part))
    return out.getvalue()


@pytest.mark.parametrize("spoil", spread(_LOOKS, 6), ids=lambda spoil: f"{spoil.rule}-{spoil.sample}")
def test_every_change_can_be_rejected_and_accepted(spoil: Spoil) -> None:
    data = build(spoil.paper())
    tracked = fix_tracked(data, name="a.docx")
    plain = fix(inspect(data, name="a.docx"), data)
    assert tracked.changes == plain.changes
    accepted = proofread(tracked.data, name="a.docx")
    assert {one.rule for one in accepted.findings} - {"CU-07.tracked"} == set()
    assert proofread(_rejected(tracked.data), name="a.docx").findings == proofread(data, name="a.docx").findings


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_clean_paper_has_nothing_to_track(name: str) -> None:
    data = build(SAMPLES[name]())
    assert fix_tracked(data, name="a.docx").data is data
