"""A finding in a paper of one province names no text of another."""

from __future__ import annotations

import pytest

from tests.proofread.paper import build
from tests.proofread.samples import SAMPLES
from vanban.law.lapsed import lapsed
from vanban.law.layout_rules import RULES
from vanban.law.nd30 import Part
from vanban.proofread import Expectations, proofread
from vanban.workflows.law_book import shipped_law

OF_BAC_NINH = ("1658/NQ-UBTVQH15", "202/2025/QH15", "86/2025/QĐ-UBND", "Bắc Ninh", "Bắc Giang")


def test_no_rule_of_layout_names_a_text_of_one_province() -> None:
    assert [rule.id for rule in RULES.values() if any(word in str(rule) for word in OF_BAC_NINH)] == []


@pytest.mark.parametrize("province", ["tỉnh Hà Tĩnh", "thành phố Hải Phòng"])
def test_a_lapsed_office_is_told_without_texts_of_another_province(province: str) -> None:
    paper = SAMPLES["plan"]()
    for para in paper.every():
        para.text = para.text.replace("năm 2024", "năm 2026")
    paper.of(Part.BODY)[0].text = "Báo cáo gửi Ủy ban nhân dân huyện trước ngày 30 tháng 11 để tổng hợp."
    expected = Expectations(lapsed=lapsed(shipped_law(province)))
    told = [
        one for one in proofread(build(paper), name="a.docx", expected=expected).findings if one.rule == "CU-02.place"
    ]
    assert len(told) == 1
    assert [word for word in OF_BAC_NINH if word in str(told[0])] == []
