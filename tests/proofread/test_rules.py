"""Every rule of the table is broken once, alone, and found at its place; clean papers have no finding."""

from __future__ import annotations

from datetime import date

import pytest
from shipped_packs import LAW

from tests.proofread.paper import Para, build
from tests.proofread.samples import SAMPLES
from tests.proofread.spoils import SPOILS, Spoil
from vanban.law.lapsed import lapsed
from vanban.law.layout_rules import RULES
from vanban.law.nd30 import Part
from vanban.proofread import Expectations, OwnBody, TermOfOffice, proofread

_LAW = Expectations(lapsed=lapsed(LAW))
_EXPECTED = {
    "TT-07.unit": Expectations(
        bodies=(OwnBody(name="ỦY BAN NHÂN DÂN PHƯỜNG NGÔ QUYỀN", abbreviation="UBND"),), units=frozenset({"VX", "TH"})
    ),
    "CU-02.place": _LAW,
    "CU-04.law": _LAW,
    "CU-05.future": _LAW,
    "CU-01.year": Expectations(year=2024),
    "TT-22.number": Expectations(signing_copy=True),
    "TT-22.date": Expectations(signing_copy=True),
    "CU-03.official": Expectations(
        officials=(TermOfOffice(name="Vũ Trí Khánh", since=date(2020, 1, 1), until=date(2023, 12, 31)),)
    ),
}


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_clean_paper_has_no_finding(name: str) -> None:
    assert proofread(build(SAMPLES[name]()), name=f"{name}.docx", expected=_LAW).findings == ()


@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: f"{spoil.rule}-{spoil.sample}")
def test_a_paper_that_breaks_one_rule_has_that_finding_and_no_other(spoil: Spoil) -> None:
    read = proofread(build(spoil.paper()), name="a.docx", expected=_EXPECTED.get(spoil.rule))
    assert {finding.rule for finding in read.findings} == {spoil.rule}
    finding = read.findings[0]
    assert " ".join(spoil.quote.split())[:40] in finding.quote
    assert (finding.paragraph is not None) == bool(spoil.quote)
    assert finding.article == RULES[spoil.rule].article


def test_every_rule_that_needs_no_printed_page_is_broken_by_some_paper() -> None:
    assert {rule for rule in RULES if not rule.startswith(("TR-", "GO-"))} == {spoil.rule for spoil in SPOILS}


def test_a_basis_of_a_later_day_is_told_once() -> None:
    paper = SAMPLES["plan"]()
    paper.of(Part.LEGAL_BASIS)[0].text = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
    found = proofread(build(paper), name="a.docx", expected=_LAW).findings
    assert [finding.rule for finding in found] == ["CU-08.basis"]


def test_the_time_of_a_meeting_near_the_top_is_no_signature() -> None:
    paper = SAMPLES["plan"]()
    paper.head_left, paper.head_right = paper.head_left[:1], paper.head_right[:2]
    paper.body.insert(0, Para("Thời gian: ngày 05/3/2024, 08:30 tại hội trường", Part.BODY))
    rules = {finding.rule for finding in proofread(build(paper), name="a.docx").findings}
    assert not any(rule.startswith("TT-28") for rule in rules)
