"""Minutes say what a reader asks: who did not vote and why, what it took, what was read back, who gets them."""

from __future__ import annotations

import pytest
from law.good_year import changed, good_year
from shipped_templates import template_of

from vanban.domain.finding import Severity
from vanban.domain.year import Year
from vanban.kinds import KINDS
from vanban.law.year_check.authorship import author_in_words, chair_is_no_secretary, counted_by_themselves, one_proposer
from vanban.word.paper import read_paper


def built(kind: str, year: Year, key: str = "") -> list[str]:
    """The lines and cells of the built file, in its order."""
    one = next(one for one in KINDS if one.name == kind)
    data = template_of(kind).render(one.compose(year, key or one.keys(year)[0]))
    paper = read_paper(data, "x.docx")
    return [
        *(line.text for line in paper.lines),
        *(line for table in paper.tables for row in table.rows for cell in row for line in cell.splitlines()),
    ]


def test_a_member_who_is_the_candidate_abstains_and_the_minutes_say_so() -> None:
    (line,) = (one for one in built("council_minutes", good_year(2024)) if one.startswith("- Bà Phạm Thị D, “Lao động"))
    assert line.startswith("- Bà Phạm Thị D, “Lao động tiên tiến”: 7/8 phiếu đồng ý")
    assert line.endswith("; 01 thành viên không biểu quyết vì là người được xét;")


def test_the_minutes_state_the_threshold_and_by_how_much_somebody_failed() -> None:
    lines = built("council_minutes", good_year(2024))
    assert "Tỷ lệ phiếu cần đạt để được đề nghị:" in lines
    assert any(line.startswith("- “Chiến sĩ thi đua cơ sở”: bỏ phiếu, từ 80% trở lên") for line in lines)
    (failed,) = (line for line in lines if line.startswith("- Bà Ngô Thị M, “Chiến sĩ"))
    assert failed.rstrip(";.").endswith("; cần ít nhất 8/9 phiếu")


def test_nine_ballots_for_eight_present_stand_beside_their_reason() -> None:
    for kind in ("council_minutes", "counting_minutes"):
        (line,) = (one for one in built(kind, good_year(2024)) if one.startswith("- Số phiếu phát ra"))
        assert "09 phiếu (08 phiếu tại cuộc họp, 01 phiếu lấy ý kiến bằng văn bản)" in line


@pytest.mark.parametrize("kind", ["council_minutes", "group_minutes"])
def test_minutes_are_read_back_before_the_hour_at_which_they_end(kind: str) -> None:
    lines = built(kind, good_year(2024))
    at = next(n for n, line in enumerate(lines) if line.startswith("Cuộc họp kết thúc vào"))
    assert lines[at - 1].startswith("Biên bản đã được đọc lại")
    assert "nhất trí" in lines[at - 1]


@pytest.mark.parametrize("kind", ["group_minutes", "counting_minutes", "council_minutes"])
def test_minutes_end_with_who_gets_them(kind: str) -> None:
    lines = built(kind, good_year(2024))
    kept = lines[lines.index("Nơi nhận:") + 1 :]
    assert any(line.startswith("- Lưu: ") for line in kept)


def test_group_minutes_name_people_with_a_form_of_address_and_the_list_that_goes_with_them() -> None:
    lines = built("group_minutes", good_year(2024))
    assert any(line.startswith("Chủ trì (chủ tọa): Ông (Bà) ") for line in lines)
    assert any("danh sách kèm theo Biên bản này" in line for line in lines)


def test_nobody_signs_a_table_about_themselves() -> None:
    lines = built("standards_table", good_year(2024), "pham-thi-d")
    assert "CHỦ TỊCH HỘI ĐỒNG" in lines
    assert any("Thư ký Hội đồng là người được xét" in line for line in lines)
    assert "THƯ KÝ HỘI ĐỒNG" in built("standards_table", good_year(2024), "le-van-c")


def test_an_annex_names_the_author_that_the_signature_shows() -> None:
    (head,) = (line for line in built("target_assignment", good_year(2024)) if line.startswith("(Kèm theo"))
    assert head.endswith("của Chủ tịch Ủy ban nhân dân phường Ngô Quyền)")
    for_all = changed(good_year(2024), (("plan", "signature", "capacity"), ["TM."]))
    (head,) = (line for line in built("target_assignment", for_all) if line.startswith("(Kèm theo"))
    assert head.endswith(" của Ủy ban nhân dân phường Ngô Quyền)")


def test_a_council_paper_with_the_seal_of_the_committee_carries_the_post_in_it() -> None:
    lines = built("campaign_submission", good_year(2024))
    assert lines[lines.index("Nguyễn Văn A") - 1].endswith("UBND PHƯỜNG")


def test_words_and_signature_of_a_paper_say_one_author() -> None:
    year = good_year(2024)
    assert list(author_in_words(year)) == []
    (fault,) = author_in_words(changed(year, (("plan", "signature", "capacity"), ["TM."])))
    assert fault.path == ("plan", "introduction")


def test_the_decisions_of_a_year_rest_on_the_proposal_of_one_body() -> None:
    year = good_year(2024)
    assert list(one_proposer(year)) == []
    other = changed(year, (("decision", "introduction"), "Theo đề nghị của công chức Văn phòng - Thống kê"))
    assert len(list(one_proposer(other))) == 1


def test_nobody_counts_the_ballots_on_themselves_or_writes_where_they_preside() -> None:
    year = good_year(2024)
    assert [*counted_by_themselves(year), *chair_is_no_secretary(year)] == []
    (fault,) = counted_by_themselves(changed(year, (("council_meeting", "counting_board", "head"), "tran-thi-b")))
    assert (fault.path[-1], fault.severity) == ("head", Severity.ERROR)
    (fault,) = chair_is_no_secretary(changed(year, (("council_meeting", "secretary"), "chu-tich-hoi-dong")))
    assert fault.path == ("council_meeting", "secretary")
