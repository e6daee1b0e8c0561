"""Where the decree leaves room: drafts, lead-ins, forms, strangers' files, stale text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from shipped_packs import LAW

from tests.proofread.paper import Paper, Para, build, gap, package, section_properties
from tests.proofread.samples import LONG, decision, letter, plan
from vanban.law.lapsed import lapsed
from vanban.law.nd30 import Part
from vanban.proofread import Expectations, Form, OwnBody, proofread

LAPSED = Expectations(lapsed=lapsed(LAW))


def rules(paper: Paper, expected: Expectations | None = None) -> list[str]:
    return [finding.rule for finding in proofread(build(paper), name="a.docx", expected=expected or LAPSED).findings]


def test_a_signing_copy_with_blank_number_and_day_is_right() -> None:
    paper = plan()
    paper.of(Part.NUMBER)[0].text = "Số:      /KH-UBND"
    paper.of(Part.PLACE_AND_DATE)[0].text = "Phường Ngô Quyền, ngày      tháng      năm 2024"
    for para in paper.of(Part.APPENDIX_REFERENCE):
        para.text = "(Kèm theo Kế hoạch số      /KH-UBND ngày      tháng      năm 2024 của Ủy ban nhân dân phường)"
    assert rules(paper, Expectations(signing_copy=True, year=2024)) == []


@pytest.mark.parametrize("said", ["ngày      tháng      năm 20…", "ngày … tháng … năm 20..."])
def test_a_year_that_is_to_be_written_in_beside_a_blank_day_is_no_short_year(said: str) -> None:
    paper = plan()
    paper.of(Part.PLACE_AND_DATE)[0].text = f"Phường Ngô Quyền, {said}"
    assert "TT-08.year" not in rules(paper)
    paper.of(Part.PLACE_AND_DATE)[0].text = "Phường Ngô Quyền, ngày 05 tháng 3 năm 20…"
    assert "TT-08.year" in rules(paper)


def test_bases_that_open_the_sentence_of_the_lead_in_may_end_with_a_semicolon() -> None:
    paper = plan()
    last = paper.of(Part.LEGAL_BASIS)[-1]
    last.text = last.text[:-1] + ";"
    assert rules(paper) == ["TT-10.last"]
    lead_in = paper.body[paper.body.index(last) + 1]
    lead_in.text = "Chủ tịch UBND phường Ngô Quyền xây dựng kế hoạch tổ chức phong trào thi đua, cụ thể như sau:"
    assert rules(paper) == []


def test_the_chairman_may_sign_alone_where_he_speaks_himself() -> None:
    paper = plan()
    paper.foot_right[:] = paper.foot_right[1:]
    assert rules(paper) == ["TT-16.collective"]
    paper.of(Part.BODY)[0].text = "Chủ tịch UBND phường Ngô Quyền " + LONG
    assert rules(paper) == []


def test_a_form_outside_article_7_is_said_to_be_one_and_only_its_common_parts_are_read() -> None:
    paper = plan()
    for part, text in ((Part.TYPE_NAME, "BẢN ĐĂNG KÝ THI ĐUA"), (Part.SUBJECT, "Năm 2024")):
        paper.of(part)[0].text = text
    paper.head_left[:] = [para for para in paper.head_left if para.part is not Part.NUMBER]
    paper.body[:] = [*paper.body[:4], Para("Họ và tên: ……………………", Part.BODY, jc="left", first=0, before=0)]
    read = proofread(build(paper), name="b.docx")
    assert read.form is Form.ATTACHED
    assert read.notice == "Tệp “b.docx” là biểu mẫu, không thuộc các loại văn bản ở Điều 7; chỉ soát các phần chung."
    assert read.findings == ()


@pytest.mark.parametrize("text", ["Danh sách đi chợ", "Kính thưa các đồng chí, hôm nay tôi xin trình bày.", ""])
def test_a_file_that_is_no_administrative_document_is_said_to_be_none(text: str) -> None:
    read = proofread(package(Para(text).xml()), name="cho.docx")
    assert (read.form, read.findings) == (Form.FOREIGN, ())
    assert read.notice == (
        "Tệp “cho.docx” không phải là văn bản hành chính: không thấy Quốc hiệu, Tiêu ngữ, số, Nơi nhận."
    )


def test_an_appendix_on_its_own_is_read_as_one() -> None:
    paper = plan()
    body = "".join(para.xml() for para in paper.attached[:4])
    read = proofread(package(body), name="a.docx")
    assert read.form is Form.APPENDIX
    assert read.parts["Từ “Phụ lục”"] == ("Phụ lục I",)


def test_an_appendix_without_a_table_does_not_lie_on_its_side() -> None:
    paper = plan()
    wide = replace(paper.sheet, width=16838, height=11906, orient="landscape")
    text = "".join(para.xml() for para in paper.attached[:4]) + section_properties(wide)
    findings = proofread(package(text, paper.sheet), name="a.docx").findings
    assert "TT-01.orientation" in [finding.rule for finding in findings]


def test_a_short_letter_needs_no_page_number_and_a_long_one_does() -> None:
    paper = letter()
    assert rules(paper) == []
    paper.body[-1:-1] = [Para("Đề nghị các đơn vị " + LONG, Part.BODY) for _ in range(20)]
    assert rules(paper) == ["TT-03.missing"]


def test_old_spelling_of_the_state_name_stands() -> None:
    paper = plan()
    paper.of(Part.STATE_NAME)[0].text = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert rules(paper) == []


def test_a_lapsed_name_said_to_be_one_is_no_fault() -> None:
    paper = decision()
    for para in paper.every():
        para.text = para.text.replace("NGÔ QUYỀN", "BẮC GIANG").replace(
            "Phường Ngô Quyền, ngày 15 tháng 01 năm 2024", "Bắc Giang, ngày 15 tháng 8 năm 2025"
        )
    clause = paper.of(Part.CLAUSE)[0]
    clause.text = "1. Các tổ dân phố thuộc phường Ngô Quyền (nay là phường Bắc Giang) thực hiện Quy chế này."
    assert [rule for rule in rules(paper) if rule.startswith("CU")] == []
    clause.text = "1. Các tổ dân phố thuộc phường Ngô Quyền thực hiện Quy chế này."
    assert [rule for rule in rules(paper) if rule.startswith("CU")] == ["CU-02.place"]


def test_last_years_plan_reused_this_year_is_found_everywhere() -> None:
    found = proofread(build(plan()), name="a.docx", expected=Expectations(year=2025)).findings
    assert [(finding.rule, finding.found) for finding in found] == [
        ("CU-01.year", "năm 2024"),
        ("CU-01.year", "năm 2024"),
    ]
    assert [finding.quote[:12] for finding in found] == ["Phường Ngô Q", "Phát động ph"]


def test_a_law_that_is_replaced_by_the_day_of_the_paper_is_named_with_its_successor() -> None:
    paper = plan()
    expected = Expectations(date=date(2025, 8, 15), year=2025, lapsed=lapsed(LAW))
    paper.of(Part.PLACE_AND_DATE)[0].text = "Phường Ngô Quyền, ngày      tháng      năm 2025"
    found = [
        one for one in proofread(build(paper), name="a.docx", expected=expected).findings if one.rule == "CU-04.law"
    ]
    assert [(one.found, one.expected) for one in found] == [("Nghị định 98/2023/NĐ-CP", "Nghị định số 152/2025/NĐ-CP")]


def test_a_finding_tells_part_place_what_is_what_should_be_article_and_remedy() -> None:
    paper = plan()
    paper.of(Part.NUMBER)[0].size = 14
    (finding,) = proofread(build(paper), name="a.docx").findings
    assert finding.place == "đoạn 4: “Số: 24/KH-UBND”"
    assert str(finding.as_finding("a.docx")) == (
        "Tệp “a.docx”, dòng 4, mục “Số, ký hiệu”: cỡ 14; cần: Số, ký hiệu: cỡ chữ 13 (Phụ lục I, Phần I, Mục II "
        "khoản 3 điểm c; Mục V hàng 3). Đang ghi: “Số: 24/KH-UBND”. Cách sửa: Đặt cỡ chữ 13."
    )


def test_vietnamese_words_are_not_taken_for_old_encodings() -> None:
    paper = plan()
    place = next(index for index, para in enumerate(paper.body) if para.text.startswith("I. "))
    words = (
        "Đường Nguyễn Văn Cừ; diện tích 12 m², 30 °C ± 2; “ngoặc” – gạch; ý kiến, ủy ban, òa, huých, khuỷu, São Paulo."
    )
    paper.body.insert(place, Para(words, Part.BODY))
    assert rules(paper) == []


def test_empty_paragraphs_never_break_anything() -> None:
    assert proofread(package(gap().xml() * 50), name="a.docx").form is Form.FOREIGN


def test_one_fault_repeated_is_told_once_with_its_count_and_the_next_places() -> None:
    paper = plan()
    for para in paper.of(Part.CLAUSE):
        para.font = "Arial"
    (finding,) = proofread(build(paper), name="a.docx").findings
    assert (finding.rule, finding.count, len(finding.others)) == ("TT-02.font", 8, 5)
    number = finding.paragraph or 0
    assert finding.repeated == f"và 7 chỗ nữa: {'; '.join(f'đoạn {number + n}' for n in range(1, 6))}…"


def test_three_faults_of_one_rule_are_told_one_by_one() -> None:
    paper = plan()
    for para in paper.of(Part.CLAUSE)[:3]:
        para.font = "Arial"
    assert [finding.count for finding in proofread(build(paper), name="a.docx").findings] == [1, 1, 1]


_OWN = Expectations(
    bodies=(
        OwnBody(name="ỦY BAN NHÂN DÂN PHƯỜNG NGÔ QUYỀN", abbreviation="UBND"),
        OwnBody(name="HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", abbreviation="HĐTĐKT"),
    ),
    units=frozenset({"VX", "KT"}),
)


@pytest.mark.parametrize(
    ("number", "wanted"), [("Số: 15/UBND-VX", []), ("Số: 15/UBND-TC", ["TT-07.unit"]), ("Số: 15/UBND", [])]
)
def test_a_letter_of_the_office_bears_the_letters_of_one_of_its_units(number: str, wanted: list[str]) -> None:
    paper = letter()
    paper.of(Part.NUMBER)[0].text = number
    assert rules(paper, _OWN) == wanted
    assert rules(paper) == []


@pytest.mark.parametrize(("symbol", "wanted"), [("KH-HĐTĐKT", []), ("KH-HĐ", ["TT-07.issuer"])])
def test_a_body_of_the_office_has_its_own_letters_and_a_strangers_are_its_own_matter(
    symbol: str, wanted: list[str]
) -> None:
    paper = plan()
    paper.of(Part.ISSUER)[0].text, paper.of(Part.ISSUER)[1].text = "HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"
    paper.of(Part.NUMBER)[0].text = f"Số: 24/{symbol}"
    assert [rule for rule in rules(paper, _OWN) if rule.startswith("TT-07")] == wanted
    paper.of(Part.ISSUER)[1].text = "TƯ VẤN THUẾ PHƯỜNG"
    assert [rule for rule in rules(paper, _OWN) if rule.startswith("TT-07")] == []
