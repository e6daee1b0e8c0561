"""Typing and spelling: slips are noted with what was meant; names, foreign words and the law's own texts are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proofread.paper import Paper, Para, build, package
from tests.proofread.samples import LONG, decision, plan
from vanban.domain.finding import Severity
from vanban.law.nd30 import Part
from vanban.law.typing_rules import TYPING_RULES
from vanban.proofread import proofread

TEXTS = sorted((Path(__file__).parent / "law_texts").glob("*.txt"))


def notes(text: str) -> list[tuple[str, str, str]]:
    """The typing notes on one paragraph of a plan: rule, what stands there, what was meant."""
    paper = plan()
    place = next(index for index, para in enumerate(paper.body) if para.text.startswith("I. "))
    paper.body.insert(place, Para(text, Part.BODY))
    found = [one for one in proofread(build(paper), name="a.docx").findings if one.rule.startswith("GO-")]
    assert all(one.severity is Severity.WARNING for one in found)
    return [(one.rule, one.found, one.expected) for one in found]


@pytest.mark.parametrize(
    ("text", "rule", "found", "meant"),
    [
        ("Các đơn vị  tổ chức thực hiện kế hoạch.", "GO-01.double-space", "“vị  tổ”", ""),
        ("Các đơn vị , tổ dân phố thực hiện kế hoạch.", "GO-02.before-mark", "“vị ,”", ""),
        ("Các đơn vị thực hiện kế hoạch này .", "GO-02.before-mark", "“này .”", ""),
        ("Các đơn vị ( tổ dân phố ) thực hiện.", "GO-03.brackets", "“vị ( tổ”", ""),
        ("Các đơn vị,tổ dân phố thực hiện kế hoạch.", "GO-04.after-mark", "“vị,tổ”", ""),
        ("Các đơn vị tổ chức thuwcj hiện.", "GO-06.telex", "“thuwcj”", "thực"),
        ("Thành lập tổ coong tác của phường.", "GO-06.telex", "“coong”", "công"),
        ("Các đơn vị thu7c5 hiện kế hoạch.", "GO-06.telex", "“thu7c5”", "thực"),
        ("Thành lậpp tổ công tác của phường.", "GO-07.syllable", "“lậpp”", "lập"),
        ("Thành lập tổ côg tác của phường.", "GO-07.syllable", "“côg”", "âm tiết tiếng Việt"),
        ("Văn hóa  - Xã hội của phường thực hiện.", "GO-01.double-space", "“hóa  -”", ""),
        ("Các đơn vị,  tổ dân phố thực hiện.", "GO-01.double-space", "“vị,  tổ”", ""),
        ("Phong trào “ Toàn dân đoàn kết” của phường.", "GO-03.brackets", "“trào “ Toàn”", ""),
        ("Các đơn vị báo cáo kết quả.Các tổ dân phố thực hiện.", "GO-04.after-mark", "“quả.Các”", ""),
        ("Xắp xếp nhân sự của các đơn vị.", "GO-08.misspelt", "“Xắp xếp”", "Sắp xếp"),
        ("Các đơn vị thực hiện thực hiện kế hoạch.", "GO-11.repeated", "“thực hiện thực hiện”", "thực hiện"),
        ("Các nghành của phường đã thực hiện tốt.", "GO-07.syllable", "“nghành”", "ngành"),
        ("Nhiệm vụ đuợc giao cho các đơn vị.", "GO-07.syllable", "“đuợc”", "được"),
        ("Các đơn vị thựchiện kế hoạch năm nay.", "GO-07.syllable", "“thựchiện”", "thực hiện"),
        ("Đề nghị sát nhập hai tổ dân phố.", "GO-08.misspelt", "“sát nhập”", "sáp nhập"),
        ("Cải cách thủ tục hành chánh của phường.", "GO-08.misspelt", "“hành chánh”", "hành chính"),
        ("Các đơn vị lập kế họach năm nay.", "GO-09.tone-place", "“họach”", "hoạch"),
        ("Kết quả của của các đơn vị trong năm.", "GO-11.repeated", "“của của”", "của"),
        ("Ủy quyền cho phòng nội vụ cho phòng nội vụ thực hiện.", "GO-11.repeated", "", ""),
    ],
)
def test_a_slip_is_noted_with_what_was_meant(text: str, rule: str, found: str, meant: str) -> None:
    said = [note for note in notes(text) if note[0] == rule]
    assert len(said) == 1
    assert found in said[0][1]
    assert meant in said[0][2]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Nguyễn Đuợc, bà H'Hen Niê, ông Y Bhin Kđoh và bà Trần Thị Nghành ở buôn Kmrơng Prong A.",
        "Thư gửi về vanthu.phuong@bacgiang.gov.vn hoặc xem tại https://bacgiang.gov.vn/van-ban/ke-hoach.",
        "Mua 05 ôtô, 10 bình ôxy, vắcxin, photocopy; dùng internet, email, website, zalo, file excel, test nhanh.",
        "Nhà nhà thi đua, người người thi đua, ngày ngày thi đua; các tổ chức chức năng tổ chức tổ chức lại công việc.",
        "Giếng nước, cái gì, giữ gìn, quý báu, khuỷu tay, thuở nhỏ, ngoằn ngoèo, huỳnh huỵch, xoong nồi, khuya khoắt.",
        "Số điện thoại 0912.345.678, mã số 12a3, 5km2, H1N1, số 24/KH-UBND, tỷ lệ 99,7%; khoản 1,2 Điều 5.",
        "Cử tri thuộc tổ dân phố số 3 (hộ ông Nguyễn Văn A) kiến nghị: sửa đường; thay bóng đèn!",
        "Biên bản lập hồi      giờ     ngày      tháng     năm 2024 tại trụ sở.",
        "Hội đồng TĐKT, UBND, BHYT, vnđ, tđkt, gcn qsdđ và các chữ viết tắt khác của địa phương.",
        "Họ và tên: Nguyễn Văn A    Ngày sinh: 12/3/1985, ca1 và ca2, lô đất ban2, tổ 3a; TP.Hồ Chí Minh, Ths.Nam.",
        "Voọc, xe goòng, rơ moóc, toòng teng; đường Nguyễn Văn Cừ, bản Sin Suối Hồ, Nậm Loỏng và Pờ Ma Lung.",
        "Các dân tộc H’Mông, Ê-đê, Ba-na, Xơ-đăng; xi-măng, a-xít, xà-phòng, công-ten-nơ, ki-lô-mét.",
        "Hòa thượng Thích Thanh Tứ, ông Hoà, bà Thuý, bà Thúy, phường Thuỷ Vân và phường Thủy Xuân.",
    ],
)
def test_names_foreign_words_numbers_and_blanks_are_left_alone(text: str) -> None:
    assert notes(text) == []


def test_one_word_with_its_tone_in_two_places_is_noted_once() -> None:
    assert notes("Văn hóa và thể thao, văn hóa cơ sở, văn hoá và du lịch, nhà văn hoá của tổ dân phố.") == [
        (
            "GO-10.tone-style",
            "“hóa” (2 chỗ), còn “hoá” (2 chỗ)",
            "Một từ đặt dấu thanh theo một kiểu trong cả văn bản (hòa hoặc hoà)",
        )
    ]
    assert notes("Văn hóa và thủy lợi, tuyên dương, uỷ nhiệm, khoẻ mạnh của các tổ dân phố.") == []


def test_a_tab_or_spaces_in_place_of_an_indent_are_noted() -> None:
    paper = plan()
    clause = paper.of(Part.CLAUSE)[0]
    clause.first = 0
    clause.runs = (
        Para(clause.text).xml().partition("</w:pPr>")[2].removesuffix("</w:p>").replace("<w:t ", "<w:tab/><w:t ")
    )
    clause.text = ""
    found = [one.rule for one in proofread(build(paper), name="a.docx").findings]
    assert found == ["GO-05.tab"]


def test_a_paper_of_another_system_is_still_read_for_slips() -> None:
    lines = [
        Para("ĐẢNG CỘNG SẢN VIỆT NAM", jc="center", first=0),
        Para("ĐẢNG ỦY PHƯỜNG NGÔ QUYỀN", jc="center", first=0),
        Para("Các chi bộ thuwcj hiện kế hoạch này " + LONG),
    ]
    read = proofread(package("".join(line.xml() for line in lines)), name="a.docx")
    assert [(one.rule, one.expected) for one in read.findings] == [("GO-06.telex", "thực")]


def _paper_of(text: str) -> Paper:
    paper = decision()
    place = paper.body.index(paper.of(Part.CLAUSE)[0])
    paper.body[place : place + 1] = [Para(line, Part.BODY) for line in text.splitlines() if line.strip()]
    return paper


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_laws_own_text_has_no_note(path: Path) -> None:
    found = proofread(build(_paper_of(path.read_text(encoding="utf-8"))), name="a.docx").findings
    assert [(one.rule, one.found, one.quote) for one in found if one.rule.startswith("GO-")] == []


def test_the_law_texts_are_there() -> None:
    assert [path.stem for path in TEXTS] == ["luat-06-2022-qh15", "nghi-dinh-30-2020"]


def test_every_typing_rule_is_broken_somewhere_above() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert [rule.id for rule in TYPING_RULES if f'"{rule.id}"' not in text] == []
