"""Papers that the decree does not bind are named as what they are; a damaged State paper is still judged."""

from __future__ import annotations

import pytest

from tests.proofread.paper import (
    LEFT_COLUMN,
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
from vanban.proofread import Form, Proofreading, proofread


def _read(paper: Paper) -> Proofreading:
    return proofread(build(paper), name="a.docx")


def _line(text: str, **more: object) -> Para:
    return head(text, Part.BODY, 14, **more)


def _party() -> Paper:
    """A kế hoạch of a ward's party committee: its own heading, number, authority and recipients."""
    paper = plan()
    paper.head_left = [_line("ĐẢNG BỘ THÀNH PHỐ BẮC GIANG"), _line("ĐẢNG ỦY PHƯỜNG NGÔ QUYỀN", bold=True), _line("*"),
                       _line("Số 15-KH/ĐU")]  # fmt: skip
    paper.head_right = [_line("ĐẢNG CỘNG SẢN VIỆT NAM", bold=True), _line("Ngô Quyền, ngày 05 tháng 3 năm 2024")]
    paper.foot_right = [_line("T/M BAN THƯỜNG VỤ"), _line("BÍ THƯ"), gap(), _line("Nguyễn Văn A")]
    return paper


def _youth() -> Paper:
    paper = _party()
    paper.head_left = [_line("THÀNH ĐOÀN BẮC GIANG"), _line("ĐOÀN TNCS PHƯỜNG NGÔ QUYỀN"), _line("Số: 04-KH/ĐTN")]
    paper.head_right[0] = _line("ĐOÀN TNCS HỒ CHÍ MINH", bold=True)
    return paper


def _trade_union() -> Paper:
    """A trade union writes under the State's own heading."""
    paper = plan()
    paper.head_left = [_line("CÔNG ĐOÀN CƠ SỞ PHƯỜNG NGÔ QUYỀN", bold=True), _line("Số: 07/KH-CĐCS")]
    paper.foot_right[0] = _line("TM. BAN CHẤP HÀNH")
    return paper


@pytest.mark.parametrize(
    ("paper", "said"),
    [(_party, "văn bản của Đảng"), (_youth, "văn bản của Đoàn"), (_trade_union, "văn bản của Công đoàn")],
)
def test_a_paper_of_another_system_is_named_and_not_judged_by_this_decree(paper: object, said: str) -> None:
    assert callable(paper)
    read = _read(paper())
    assert (read.form, read.findings) == (Form.OTHER_SYSTEM, ())
    assert read.notice is not None and said in read.notice and "theo quy định khác" in read.notice


def test_a_state_paper_that_lost_its_head_or_signs_like_the_party_is_still_judged() -> None:
    paper = plan()
    paper.head_right = []
    assert "TT-04.state_name.missing" in [finding.rule for finding in _read(paper).findings]
    paper = plan()
    paper.of(Part.SIGNING_CAPACITY)[0].text = "T/M ỦY BAN NHÂN DÂN"
    assert [finding.rule for finding in _read(paper).findings] == ["TT-16.form"]
    paper = letter()
    paper.of(Part.ADDRESSEE)[1].text = "- Đảng ủy phường;"
    assert _read(paper).form is Form.LETTER


@pytest.mark.parametrize("number", ["Số: 15/2024/QĐ-UBND", "Số:     /2024/QĐ-UBND", "Số: 02/2024/NQ-HĐND"])
def test_a_normative_text_has_its_own_form_of_number(number: str) -> None:
    paper = decision()
    paper.of(Part.NUMBER)[0].text = number
    read = _read(paper)
    assert (read.form, read.findings) == (Form.NORMATIVE, ())
    assert read.notice is not None and "văn bản quy phạm pháp luật" in read.notice


def test_a_normative_text_with_the_wrong_year_in_its_number_is_told() -> None:
    paper = decision()
    paper.of(Part.NUMBER)[0].text = "Số: 5/2023/QĐ-UBND"
    assert [finding.rule for finding in _read(paper).findings] == ["TT-07.zero", "TT-07.year-differs"]


def _application(title: str) -> bytes:
    lines = [
        _line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True),
        _line("Độc lập - Tự do - Hạnh phúc", bold=True),
        _line("------o0o------"),
        _line(title, bold=True),
        Para("Kính gửi: Ủy ban nhân dân phường Ngô Quyền", jc="center", first=0, before=0),
        Para(
            "Họ và tên: ............................... Sinh ngày: ....../....../........", jc="left", first=0, size=12
        ),
        Para("Tôi làm đơn này đề nghị Ủy ban xem xét.", jc="left", first=300, before=0),
        Para("Ngày 5 tháng 6 năm 2024", jc="right", first=0),
        _line("NGƯỜI LÀM ĐƠN"),
    ]
    return package("".join(line.xml() for line in lines))


@pytest.mark.parametrize("title", ["ĐƠN XIN XÁC NHẬN", "TỜ KHAI THAY ĐỔI THÔNG TIN", "GIẤY ĐỀ NGHỊ THANH TOÁN"])
def test_what_a_citizen_fills_in_is_a_form_that_no_layout_binds(title: str) -> None:
    read = proofread(_application(title), name="don.docx")
    assert (read.form, read.findings) == (Form.APPLICATION, ())


@pytest.mark.parametrize(
    "title",
    ["GIẤY ỦY QUYỀN", "SƠ YẾU LÝ LỊCH", "HỢP ĐỒNG MUA BÁN HÀNG HÓA", "PHIẾU ĐÁNH GIÁ CÁ NHÂN", "GIẤY MỜI HỌP THÔN",
     "BÁO CÁO THÀNH TÍCH CÁ NHÂN"],
)  # fmt: skip
def test_what_a_person_writes_under_the_motto_is_no_paper_of_an_office(title: str) -> None:
    lines = [
        _line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True),
        _line("Độc lập – Tự do – Hạnh phúc", bold=True),
        _line(title, bold=True),
        Para("Họ và tên: Lò Thị Hoa; nơi ở: bản Nà Sàng", jc="left", first=0),
        Para("Tôi cam đoan những điều trên là đúng sự thật.", jc="left", first=0),
        Para("Tân Thành, ngày 5 tháng 9 năm 2025", jc="right", first=0, italic=True),
        _line("Người viết"),
    ]
    read = proofread(package("".join(line.xml() for line in lines)), name="a.docx")
    assert (read.form, read.findings) == (Form.APPLICATION, ())


@pytest.mark.parametrize(
    ("heading", "issuer", "signed"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "HỘI CHỮ THẬP ĐỎ XÃ TÂN THÀNH", "TM. BAN THƯỜNG VỤ"),
        ("ĐỘI TNTP HỒ CHÍ MINH", "LIÊN ĐỘI TRƯỜNG TIỂU HỌC", "TM. BAN CHỈ HUY LIÊN ĐỘI"),
    ],
)
def test_associations_and_the_pioneers_write_by_rules_of_their_own(heading: str, issuer: str, signed: str) -> None:
    paper = plan()
    paper.head_left = [_line(issuer, bold=True), _line("Số: 03/KH-HĐ")]
    paper.head_right[0] = _line(heading, bold=True)
    paper.foot_right[0] = _line(signed)
    assert _read(paper).form is Form.OTHER_SYSTEM


def test_minutes_that_no_office_heads_have_neither_issuer_nor_a_date_out_of_their_first_sentence() -> None:
    lines = [
        head("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Part.STATE_NAME, 13, bold=True),
        _line("Độc lập - Tự do - Hạnh phúc", bold=True),
        _line("----- o0o -----"),
        _line("BIÊN BẢN LÀM VIỆC", bold=True),
        _line("Tổng hợp tình hình triển khai", bold=True),
        Para("Hôm nay ngày 5 tháng 6 năm 2025, tại hội trường Sở Nội vụ, chúng tôi gồm có:"),
        Para("1. Ông Nguyễn Văn A, Giám đốc " + LONG),
    ]
    text = "".join(line.xml() for line in lines) + section_properties(Sheet())
    read = proofread(package(text, Sheet(title_page=True)), name="a.docx")
    assert (read.form, read.findings) == (Form.ATTACHED, ())
    assert set(read.parts) == {"Quốc hiệu", "Tiêu ngữ", "Tên loại văn bản", "Trích yếu nội dung"}


def test_a_form_inside_an_annex_is_part_of_the_annex() -> None:
    paper = decision()
    reference = "(Kèm theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ)"
    above = [_line("Phụ lục V", bold=True), _line("MẪU QUYẾT ĐỊNH", bold=True), _line(reference, italic=True)]
    body = "".join(line.xml() for line in above) + columns(paper.head_left, paper.head_right, (LEFT_COLUMN, 5670))
    body += "".join(para.xml() for para in paper.body) + section_properties(paper.sheet)
    read = proofread(package(body, paper.sheet), name="a.docx")
    assert (read.form, read.findings) == (Form.APPENDIX, ())


def test_a_blank_form_with_stand_in_words_is_a_form_to_be_filled_in() -> None:
    paper = decision()
    paper.of(Part.ISSUER)[0].text, paper.of(Part.ISSUER)[1].text = "TÊN CQ, TC CHỦ QUẢN", "TÊN CƠ QUAN, TỔ CHỨC2"
    paper.of(Part.NUMBER)[0].text = "Số:         /QĐ-…3..."
    paper.of(Part.PLACE_AND_DATE)[0].text = "…4..., ngày …… tháng …… năm ……"
    for para in paper.of(Part.CLAUSE):
        para.text = "Điều 1" + "." * 60
    read = _read(paper)
    assert (read.form, read.findings) == (Form.BLANK, ())


def test_a_paper_with_one_blank_left_over_is_no_form() -> None:
    paper = plan()
    paper.of(Part.CLAUSE)[0].text = "1. Các đơn vị gồm […] và các hộ dân."
    read = _read(paper)
    assert (read.form, [finding.rule for finding in read.findings]) == (Form.NAMED, ["CU-06.leftover"])


@pytest.mark.parametrize(
    "mark",
    ["DỰ THẢO XIN Ý KIẾN", "Dự thảo trình HĐND xã", "Nội dung 3", "Mẫu A.III.12", "Kỳ họp thứ 4", "TÀI LIỆU HỌP"],
)
def test_any_note_above_the_name_of_the_type_is_no_type(mark: str) -> None:
    paper = decision()
    paper.body.insert(0, Para(mark, Part.BODY, 13, jc="right", first=0, bold=True))
    read = _read(paper)
    assert read.findings == ()
    assert read.parts["Tên loại văn bản"] == ("QUYẾT ĐỊNH",)


@pytest.mark.parametrize("mark", ["DỰ THẢO", "(Dự thảo lần 2)", "Dự thảo ngày 05/3/2024", "Mẫu số 21", "Mẫu số 01/QĐ"])
def test_a_mark_above_the_type_is_no_type(mark: str) -> None:
    paper = decision()
    paper.body.insert(0, Para(mark, Part.BODY, 13, jc="right", first=0))
    read = _read(paper)
    assert read.findings == ()
    assert read.parts["Tên loại văn bản"] == ("QUYẾT ĐỊNH",)
