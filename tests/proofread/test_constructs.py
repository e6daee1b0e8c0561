"""How offices really type: each construct is read as what it is, and the fault beside it is still found."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest

from tests.proofread.paper import (
    LEFT_COLUMN,
    RIGHT_COLUMN,
    Paper,
    Para,
    Sheet,
    build,
    columns,
    gap,
    head,
    package,
    section_properties,
)
from tests.proofread.samples import LONG, decision, letter, plan
from vanban.law.nd30 import Part
from vanban.proofread import Form, proofread


def rules(paper: Paper) -> list[str]:
    return [finding.rule for finding in proofread(build(paper), name="a.docx").findings]


@pytest.mark.parametrize("sample", [plan, decision, letter])
def test_decomposed_vietnamese_is_read_as_composed_and_only_said_to_be_decomposed(sample: object) -> None:
    assert callable(sample)
    paper = sample()
    for para in paper.every():
        para.text = unicodedata.normalize("NFD", para.text)
    assert set(rules(paper)) == {"TT-21.nfc"}
    paper.of(Part.NUMBER)[0].size = 14
    assert set(rules(paper)) == {"TT-21.nfc", "TT-04.number.size"}


def test_a_tone_in_the_run_after_its_letter_is_put_together() -> None:
    paper = plan()
    paper.of(Part.TYPE_NAME)[0].text = "KÊ"
    paper.of(Part.TYPE_NAME)[0].runs = (
        '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:b/><w:sz w:val="28"/></w:rPr>'
        "<w:t>\u0301 HOẠCH</w:t></w:r>"
    )
    assert rules(paper) == ["TT-21.nfc"]


@pytest.mark.parametrize(
    "last",
    [
        "- Lưu: VT, NC.Xyz",
        "- Lưu: VT, NV. (Hà)",
        "- Lưu: VT, TH. HVT-15b",
        "- Lưu: VT, TH.(Lan 12)",
        "- Lưu: VT, NV.Châu",
        "- Lưu: VT, TH (05b).",
        "- Lưu: VT, VX.Hương(12)",
        "- Lưu: HS, VT.",
    ],
)
def test_the_mark_of_who_typed_it_may_follow_the_stop_of_the_last_recipient(last: str) -> None:
    paper = plan()
    paper.of(Part.RECIPIENT)[-1].text = last
    assert rules(paper) == []


@pytest.mark.parametrize("last", ["- Lưu: VT, NC", "- Lưu: VT. Phòng Nội vụ thành phố"])
def test_without_its_stop_the_last_recipient_is_still_told(last: str) -> None:
    paper = plan()
    paper.of(Part.RECIPIENT)[-1].text = last
    assert rules(paper) == ["TT-14.stop"]


@pytest.mark.parametrize("between", [" " * 25, " " * 4, "\t", " \t "])
def test_number_and_date_in_one_cell_are_told_apart(between: str) -> None:
    paper = decision()
    number, date = paper.of(Part.NUMBER)[0], paper.of(Part.PLACE_AND_DATE)[0]
    paper.head_left.remove(number)
    paper.head_right.remove(date)
    joined = replace(number, jc="left", part=None, text=f"   {number.text}{between}")
    joined.runs = (
        '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:i/><w:sz w:val="28"/></w:rPr>'
        f"<w:t>{date.text}</w:t></w:r>"
    )
    one_cell = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{joined.xml()}</w:tc></w:tr></w:tbl>'
    head_table = columns(paper.head_left, paper.head_right).replace(
        "</w:tbl>", one_cell.replace("\t", "</w:t><w:tab/><w:t>")
    )
    body = head_table + "".join(para.xml() for para in paper.body)
    body += columns(paper.foot_left, paper.foot_right, (4535, 4535)) + gap(2).xml() + section_properties(paper.sheet)
    read = proofread(package(body, paper.sheet), name="a.docx")
    assert read.findings == ()
    assert read.parts["Số, ký hiệu"] == ("Số: 05/QĐ-UBND",)
    assert read.parts["Địa danh và thời gian ban hành"] == ("Phường Ngô Quyền, ngày 15 tháng 01 năm 2024",)


@pytest.mark.parametrize(
    "first",
    [
        "Thực hiện Nghị quyết số 12/NQ-HĐND ngày 05 tháng 01 năm 2024 của Hội đồng nhân dân phường;",
        "Xét đề nghị của công chức Tư pháp - Hộ tịch;",
        "- Căn cứ Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008;",
    ],
)
def test_a_decision_rests_on_whatever_stands_above_its_enacting_words(first: str) -> None:
    paper = decision()
    place = next(index for index, para in enumerate(paper.body) if para.part is Part.LEGAL_BASIS)
    paper.body.insert(place, Para(first, Part.LEGAL_BASIS, italic=True))
    assert rules(paper) == []
    paper.body[place].italic = False
    assert rules(paper) == ["TT-04.legal_basis.italic"]


@pytest.mark.parametrize(
    "opening",
    [
        "Căn cứ Công văn số 15/SNV-TĐKT ngày 02 tháng 01 năm 2024 của Sở Nội vụ về việc đăng ký thi đua, Ủy ban nhân "
        "dân phường Ngô Quyền đề nghị các đơn vị thực hiện.",
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 02 tháng 01 năm 2024 của Ủy ban nhân dân thành phố về phong trào thi đua.",
    ],
)
def test_a_letter_may_open_with_a_sentence_that_begins_like_a_legal_basis(opening: str) -> None:
    paper = letter()
    paper.of(Part.BODY)[0].text = opening
    assert rules(paper) == []
    paper.of(Part.BODY)[0].italic = True
    assert rules(paper) == (["TT-04.body.italic"] if "Ủy ban nhân dân phường" in opening else [])


def test_legal_bases_of_a_plan_are_italic_and_a_sentence_that_begins_so_is_not() -> None:
    paper = plan()
    last = paper.of(Part.LEGAL_BASIS)[-1]
    last.text = (
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 02 tháng 01 năm 2024 của Ủy ban nhân dân thành phố, Ủy ban nhân dân phường "
        "xây dựng kế hoạch như sau:"
    )
    last.italic = False
    assert rules(paper) == []
    paper = plan()
    paper.of(Part.LEGAL_BASIS)[-1].italic = False
    assert rules(paper) == ["TT-04.legal_basis.italic"]


@pytest.mark.parametrize(
    ("issuer", "name", "wanted"),
    [
        ("CÔNG AN PHƯỜNG NGÔ QUYỀN", "Thượng tá Nguyễn Văn A", []),
        ("TRƯỜNG TIỂU HỌC NGÔ QUYỀN", "ThS. Nguyễn Văn A", []),
        ("TRẠM Y TẾ PHƯỜNG", "BS. Nguyễn Văn A", []),
        ("BAN CHỈ HUY QUÂN SỰ PHƯỜNG", "Đại úy Nguyễn Văn A", []),
        ("PHÒNG NỘI VỤ", "ThS. Nguyễn Văn A", ["TT-17.title"]),
    ],
)
def test_titles_before_a_signers_name_are_a_matter_of_the_sector(issuer: str, name: str, wanted: list[str]) -> None:
    paper = plan()
    paper.of(Part.ISSUER)[0].text, paper.of(Part.ISSUER)[1].text = issuer, "PHƯỜNG NGÔ QUYỀN"
    paper.of(Part.SIGNING_CAPACITY)[0].text = "TL. CHỦ TỊCH"
    paper.of(Part.POSITION)[0].text = "TRƯỞNG BỘ PHẬN"
    paper.of(Part.SIGNER_NAME)[0].text = name
    assert [rule for rule in rules(paper) if rule.startswith("TT-17")] == wanted


@pytest.mark.parametrize("row", ["__________________________", "-----------------------"])
def test_a_rule_typed_under_a_motto_without_columns_is_seen(row: str) -> None:
    paper = plan()
    state = [para for para in paper.head_right if para.part is not Part.PLACE_AND_DATE and not para.rule]
    rest = [*paper.head_left, *paper.of(Part.PLACE_AND_DATE)]
    under = Para(row, None, 14, jc="center", first=0, before=0)
    lines = [*state, under, *rest]
    body = "".join(line.xml() for line in lines) + "".join(para.xml() for para in paper.body)
    body += columns(paper.foot_left, paper.foot_right, (4535, 4535)) + section_properties(paper.sheet)
    found = [finding.rule for finding in proofread(package(body, paper.sheet), name="a.docx").findings]
    assert "TT-05.rule" not in found
    assert ("TT-05.solid" in found) == row.startswith("-")


def test_heading_title_and_reference_of_an_appendix_may_share_one_paragraph() -> None:
    paper = plan()
    for place in (0, 4):
        heading, title, reference = paper.attached[place : place + 3]
        heading.part, title.part = None, None
        pieces = [re.findall(r"<w:r>.*</w:r>", para.xml())[0] for para in (heading, title, reference)]
        heading.text, heading.runs = "", "<w:r><w:br/></w:r>".join(pieces)
        title.text = reference.text = ""
        title.rule = reference.rule = False
    assert rules(paper) == []


def test_a_head_in_the_header_of_the_first_page_is_the_papers_head() -> None:
    paper = decision()
    in_header = columns(paper.head_left, paper.head_right) + gap().xml()
    body = "".join(para.xml() for para in paper.body) + columns(paper.foot_left, paper.foot_right, (4535, 4535))
    data = package(body + gap(2).xml() + section_properties(paper.sheet), paper.sheet, first_header=in_header)
    read = proofread(data, name="a.docx")
    assert (read.form, read.findings) == (Form.NAMED, ())
    paper.of(Part.NUMBER)[0].size = 14
    in_header = columns(paper.head_left, paper.head_right) + gap().xml()
    data = package(body + gap(2).xml() + section_properties(paper.sheet), paper.sheet, first_header=in_header)
    (finding,) = proofread(data, name="a.docx").findings
    assert (finding.rule, finding.place) == ("TT-04.number.size", "phần đầu trang: “Số: 05/QĐ-UBND”")


def test_a_paper_without_a_line_of_place_and_date_keeps_its_content() -> None:
    paper = letter()
    paper.head_right.remove(paper.of(Part.PLACE_AND_DATE)[0])
    paper.of(Part.BODY)[0].text = "Hôm nay, ngày 5 tháng 6 năm 2024, tại hội trường phường, các đơn vị " + LONG
    read = proofread(build(paper), name="a.docx")
    assert [finding.rule for finding in read.findings] == ["TT-04.place_and_date.missing"]
    assert read.parts["Tên cơ quan ban hành"] == ("ỦY BAN NHÂN DÂN", "PHƯỜNG NGÔ QUYỀN")


def test_a_deputy_signs_under_the_post_of_the_head_and_his_own() -> None:
    paper = plan()
    paper.foot_right.insert(1, head("KT. CHỦ TỊCH", Part.SIGNING_CAPACITY, 14, bold=True))
    paper.of(Part.POSITION)[0].text = "PHÓ CHỦ TỊCH"
    assert rules(paper) == []


@pytest.mark.parametrize(
    "said",
    [
        "Thực hiện theo Phụ lục I kèm theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ./.",
        "Các đơn vị lập danh sách gửi kèm theo báo cáo./.",
    ],
)
def test_the_annex_of_another_text_need_not_be_in_the_file(said: str) -> None:
    paper = decision()
    paper.of(Part.BODY)[-1].text = said
    assert rules(paper) == []


def test_a_cell_is_as_wide_as_it_asks_itself_whatever_the_grid_says() -> None:
    paper = plan()
    text = columns(paper.head_left, paper.head_right)
    for width in (LEFT_COLUMN, RIGHT_COLUMN):
        text = text.replace(f'<w:gridCol w:w="{width}"/>', '<w:gridCol w:w="4535"/>')
    body = text + "".join(para.xml() for para in paper.body) + columns(paper.foot_left, paper.foot_right, (4535, 4535))
    body += "".join(para.xml() for para in paper.attached) + section_properties(paper.sheet)
    found = proofread(package(body, paper.sheet), name="a.docx").findings
    assert {one.rule for one in found} <= {"TT-03.annex"}, "the annexes have no section of their own here"


@pytest.mark.parametrize("row", ["-------o0o-------", "____________________", "===***===", "(------------)"])
def test_a_rule_typed_between_motto_and_title_is_the_mottos(row: str) -> None:
    lines = [
        head("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Part.STATE_NAME, 13, bold=True),
        head("Độc lập - Tự do - Hạnh phúc", Part.MOTTO, 14, bold=True),
        head(row, Part.BODY, 13),
        head("BÁO CÁO", Part.TYPE_NAME, 14, bold=True),
        head("Kết quả thi đua năm 2024", Part.SUBJECT, 14, bold=True),
        Para("Các đơn vị " + LONG),
        Para("Nơi nhận:", jc="left", size=12, bold=True, italic=True),
    ]
    read = proofread(package("".join(line.xml() for line in lines) + section_properties(Sheet())), name="a.docx")
    assert read.form is Form.NAMED
    assert "TT-05.rule" not in [finding.rule for finding in read.findings]
    assert read.parts["Tên loại văn bản"] == ("BÁO CÁO",)


@pytest.mark.parametrize("where", ["content", "foot"])
def test_a_line_of_place_and_date_above_the_signature_is_out_of_its_place_and_no_content(where: str) -> None:
    paper = plan()
    date = paper.of(Part.PLACE_AND_DATE)[0]
    paper.head_right.remove(date)
    if where == "content":
        last = next(index for index, para in enumerate(paper.body) if para.text.endswith("./."))
        paper.body.insert(last + 1, replace(date, jc="right", before=120))
    else:
        paper.foot_right.insert(0, date)
    found = set(rules(paper)) - {"TT-04.place_and_date.alignment", "TT-14.level"}
    assert found == {"TT-25.order"}


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [("Phụ lục II. Phân công nhiệm vụ", ["TT-18.own-line"]), ("Phụ lục II - DANH MỤC", ["TT-18.own-line"])],
)
def test_the_title_of_an_appendix_on_the_line_of_its_number_is_read_and_told(heading: str, wanted: list[str]) -> None:
    paper = plan()
    paper.of(Part.APPENDIX)[-1].text = heading
    assert rules(paper) == wanted


def test_below_the_type_of_an_attached_text_its_subject_stands_in_small_letters() -> None:
    paper = plan()
    heading, title = paper.of(Part.APPENDIX)[0], paper.of(Part.APPENDIX_TITLE)[0]
    del paper.attached[4:]
    heading.text, heading.part = "DANH SÁCH", None
    title.text = "Thành viên Hội đồng thi đua"
    assert [rule for rule in rules(paper) if "appendix" in rule] == []


@pytest.mark.parametrize("said", ["(có Phụ lục chi tiết kèm theo)", "có tên trong danh sách kèm theo Kế hoạch này"])
def test_an_annex_that_the_text_names_in_any_words_is_missed(said: str) -> None:
    paper = plan()
    paper.attached.clear()
    named = next(para for para in paper.body if "Phụ lục" in para.text)
    named.text = f"Giao các đơn vị thực hiện các chỉ tiêu {said}."
    assert "TT-18.absent" in rules(paper)


@pytest.mark.parametrize("place", ["Thành phố Hồ Chí Minh", "Thị trấn Tân Uyên", "Đặc khu Phú Quốc"])
def test_a_common_noun_before_the_name_of_a_place_keeps_its_small_letters(place: str) -> None:
    paper = plan()
    paper.of(Part.PLACE_AND_DATE)[0].text = f"{place}, ngày 05 tháng 3 năm 2024"
    assert rules(paper) == []
    paper.of(Part.PLACE_AND_DATE)[0].text = f"{place.lower().capitalize()}, ngày 05 tháng 3 năm 2024"
    assert rules(paper) == ["TT-09.capitals"]


def test_a_chairman_signs_alone_only_what_he_decides_himself() -> None:
    paper = decision()
    paper.of(Part.CLAUSE)[0].text = "1. Hội đồng giúp Chủ tịch Ủy ban nhân dân phường chỉ đạo phong trào thi đua."
    assert rules(paper) == []
    authority = next(para for para in paper.body if para.text.startswith("CHỦ TỊCH ỦY BAN"))
    authority.text = authority.text.replace("CHỦ TỊCH ", "")
    assert rules(paper) == ["TT-16.collective"]


def test_content_above_the_addressees_and_an_authority_below_its_bases_are_out_of_order() -> None:
    paper = letter()
    first = paper.of(Part.BODY)[0]
    paper.body.remove(first)
    paper.body.insert(0, first)
    assert "TT-25.order" in rules(paper)
    paper = decision()
    authority = next(para for para in paper.body if para.text.startswith("CHỦ TỊCH ỦY BAN"))
    paper.body.remove(authority)
    paper.body.insert(paper.body.index(paper.of(Part.LEGAL_BASIS)[-1]) + 1, authority)
    assert rules(paper) == ["TT-25.order"]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [("«Sạch nhà, đẹp ngõ»", []), ("«Ho_ten»", ["CU-13.merge"]), ("«Họ và tên»", ["CU-13.merge"])],
)
def test_words_between_angled_quotes_are_no_merge_field(said: str, wanted: list[str]) -> None:
    paper = decision()
    paper.of(Part.CLAUSE)[0].text = f"1. Phát động phong trào {said} tại các tổ dân phố của phường."
    assert rules(paper) == wanted
