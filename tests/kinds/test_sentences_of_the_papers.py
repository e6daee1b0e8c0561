"""Sentences that a leader need not mend: one thing is not “gồm”, nobody who is clear is “Đạt”, figures stand level."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from law.good_year import changed, good_year

from tests.kinds.test_minutes_as_minutes import built
from vanban.domain.award import Commendation, EmulationTitle, award_name
from vanban.domain.wording import alike, percentages
from vanban.kinds.papers import certificate, council_minutes
from vanban.kinds.papers.certificate import honoured_for

GOLDENS = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("kind", ["decision", "submission", "announcement", "campaign_decision", "annual_report"])
def test_one_receiver_is_not_said_to_be_several(kind: str) -> None:
    lines = built(kind, good_year(2024))
    assert not [line for line in lines if " cho 01 " in line and line.endswith("gồm:")]
    assert [line for line in lines if " cho 01 " in line and line.endswith(":")]


def test_who_is_not_concerned_by_an_exclusion_is_clear_and_not_met() -> None:
    lines = built("standards_table", good_year(2024), "le-van-c")
    assert lines[lines.index("Không bị kỷ luật") + 1] == "Không vướng"


@pytest.mark.parametrize(("kind", "said"), [("annual_report", "năm trước"), ("six_month_report", "cùng kỳ năm trước")])
def test_a_whole_year_is_compared_with_the_year_before(kind: str, said: str) -> None:
    assert f"So với {said}" in built(kind, good_year(2024))


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 300)), min_size=1, max_size=8))
def test_shares_under_each_other_have_the_same_number_of_decimals(parts: list[tuple[int, int]]) -> None:
    made = percentages(parts)
    assert len({"," in share for share in made}) == 1
    assert [Decimal(share.rstrip("%").replace(".", "").replace(",", ".")) for share in made] == [
        (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), "ROUND_HALF_UP") for part, whole in parts
    ]


def test_conclusions_of_the_minutes_have_the_same_number_of_decimals() -> None:
    said = alike(
        ["7/8 phiếu đồng ý, đạt 87,5% tính trên", "8/8 phiếu đồng ý, đạt 100% tính trên", "đạt 1.000%", "đạt 5,0%"]
    )
    assert [re.findall(r"[\d.,]+%", text) for text in said] == [["87,5%"], ["100,0%"], ["1.000,0%"], ["5,0%"]]
    assert alike(["đạt 100%", "đạt 50%"]) == ["đạt 100%", "đạt 50%"]
    year = good_year(2024)
    lines = [line.text for line in council_minutes.compose(year, "").lines]
    shares = [share for text in lines if "phiếu đồng ý" in text for share in re.findall(r"[\d.,]+%", text)]
    assert len({"," in share for share in shares}) == 1
    assert len(set(shares)) > 1


def test_the_merit_certificate_is_named_by_who_gives_it() -> None:
    office = good_year(2026).office
    assert award_name(Commendation.PROVINCIAL_MERIT_CERTIFICATE, office) == (
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh"
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Có thành tích xuất sắc năm 2024.", "Đã có thành tích xuất sắc năm 2024"),
        ("Đã có thành tích xuất sắc", "Đã có thành tích xuất sắc"),
        ("Hoàn thành tốt nhiệm vụ;", "Hoàn thành tốt nhiệm vụ"),
        ("", ""),
    ],
)
def test_a_certificate_words_the_achievement_as_the_form_does_without_a_stop(typed: str, printed: str) -> None:
    assert honoured_for(typed) == printed


def test_advanced_workers_get_no_certificate_unless_the_office_wants_one() -> None:
    year = good_year(2024)
    titled = [
        one for one in certificate.certified(year).values() if one.awardee.award is EmulationTitle.ADVANCED_WORKER
    ]
    assert len(titled) == 3
    without = changed(year, (("local_rules", "advanced_worker_certificates"), False))
    assert len(certificate.certified(year)) - len(certificate.certified(without)) == 3
    assert [one.ordinal for one in certificate.certified(without).values() if one.kind == "decision"] == [4, 5]


def test_a_target_on_a_progress_sheet_says_what_its_remarks_are() -> None:
    lines = built("progress_sheet", good_year(2024), "van-hoa-xa-hoi-q2")
    assert any("(đơn vị chủ trì; tính bằng lao động; hạn: 30/11/2024)" in line for line in lines)


def goldens() -> dict[str, str]:
    """The text of every kind as its golden outline shows it, apart from what describes the file."""
    return {path.stem: path.read_text("utf-8").partition("\nthân\n")[2] for path in sorted(GOLDENS.glob("*.txt"))}


def test_who_signs_by_hand_finds_a_hint_and_no_software_talk() -> None:
    assert "(Ký, ghi rõ họ và tên)" in built("standards_table", good_year(2024), "le-van-c")
    unnamed = set()
    for kind, text in goldens().items():
        assert re.findall(r"(?i)\b(?:Word|Excel|tệp|phần mềm|máy tính|dữ liệu|docx)\b", text) == [], kind
        for table in text.split("\n  bảng "):
            columns = re.findall(r"\d\.(\d) ⟨Họ tên ký[^⟩]*⟩\s*\n", table)
            posts = [column for column in columns if re.search(rf"\d\.{column} ⟨Chức vụ ký", table)]
            assert [one for one in posts if not re.search(rf"\d\.{one} ⟨Chỉ dẫn ký", table)] == [], kind
            unnamed |= {kind} if posts else set()
    assert unnamed >= {"collective_registration", "proof_sheet", "standards_table", "score_summary"}


def test_no_paper_says_number_day_and_title_of_a_text_twice() -> None:
    seen = 0
    for kind, text in goldens().items():
        cited = re.findall(r"(?:Nghị định|Thông tư|Nghị quyết) số [^ ]+ ngày [^;.⟨]{5,40}? của", text)
        assert len(cited) == len(set(cited)), kind
        seen += len(cited)
    assert seen > 5


def test_a_line_of_the_ballot_that_is_left_blank_spoils_nothing_but_that_line() -> None:
    (said,) = (line for line in built("ballot", good_year(2024)) if "bỏ trống" in line)
    assert "thì phiếu không hợp lệ" not in said
    assert said.endswith("phần phiếu của trường hợp đó không hợp lệ; các trường hợp khác trên phiếu vẫn được tính.")


def test_what_waits_for_a_decision_from_above_is_neither_met_nor_unmet() -> None:
    lines = built("annual_report", good_year(2024))
    assert "Chờ quyết định (Đã trình thành phố)" in lines
    assert not any(line.startswith("Đạt (Đã trình") for line in lines)
    assert any("và 02 nội dung chờ quyết định" in line for line in lines)


def test_the_offices_own_staff_write_under_the_offices_name() -> None:
    lines = built("collective_registration", good_year(2024), "co-quan-ubnd")
    assert "CƠ QUAN ỦY BAN NHÂN DÂN" not in "\n".join(lines)
    assert any("ỦY BAN NHÂN DÂN\nPHƯỜNG NGÔ QUYỀN" in text for text in ("\n".join(lines),))
    assert "BỘ PHẬN" in "\n".join(built("collective_registration", good_year(2024), "tai-chinh-ke-toan"))


def test_a_target_of_the_whole_ward_is_not_asked_of_one_unit() -> None:
    year = good_year(2024)
    lines = built("group_registration", year, "tdp-01")
    assert lines[lines.index("Giải quyết việc làm mới: 172 lao động") + 1] == "Góp phần thực hiện"
    assert lines[lines.index("Tỷ lệ gia đình văn hoá: từ 98% trở lên") + 1] == "3", "a blank cell, then the next row"
    assert any("(chỉ tiêu chung, đơn vị phối hợp" in line for line in built("progress_sheet", year, "tdp-01-q1"))


def test_sums_stand_right_under_their_unit_and_one_row_has_no_total() -> None:
    lines = built("award_list", good_year(2024), "dien-bien-phu")
    assert lines.count("Tiền thưởng (đồng)") == 3
    assert "1.080.000" in lines
    assert lines.count("Cộng") == 1
