"""Reports of initiatives: what is written is printed, what is not is dots, whoever has the largest share signs."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError
from sample_year import sample_year

from vanban.domain.consistency import check
from vanban.domain.evaluation import Authorship, InitiativeScope
from vanban.domain.finding import Severity
from vanban.domain.initiative import ReportedInitiative
from vanban.domain.issued import IssuedNumber
from vanban.domain.nomination import Initiative
from vanban.domain.text_tree import Inset
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.kinds.papers import achievement_report, initiative_confirmation, initiative_report
from vanban.law.initiatives import recognition_faults


def with_authors(*shares: tuple[str, int]) -> Year:
    rows = tuple(Authorship(initiative="i1", person=person, share=share) for person, share in shares)
    return sample_year().model_copy(update={"authorships": rows})


def test_parts_that_nobody_wrote_are_dots_and_facts_that_nobody_wrote_are_empty() -> None:
    report = initiative_report.compose(sample_year(), "i1")
    assert [line.inset for line in report.lines].count(Inset.HANDWRITTEN.value) == 8
    assert [fact.value for fact in report.facts] == ["", "", "", "", "Cơ sở"]


def test_written_parts_are_printed_and_leave_no_dots() -> None:
    report = initiative_report.compose(sample_year(), "i0")
    assert [line.inset for line in report.lines].count(Inset.HANDWRITTEN.value) == 0
    said = [line.text for line in report.lines]
    assert "Số tiền làm lợi trong năm đầu áp dụng: 12.500.000 đồng (Mười hai triệu năm trăm nghìn đồng)." in said


def test_authors_stand_by_share_and_the_first_signs_for_all() -> None:
    report = initiative_report.compose(with_authors(("p1", 30), ("p2", 70)), "i1")
    assert [(row.ordinal, row.name, row.share) for row in report.authors] == [
        ("1", "Lê Văn Cường", "70%"),
        ("2", "Trần Thị Bình", "30%"),
    ]
    assert (report.signatures.right_lines, report.signatures.right_name) == (("ĐẠI DIỆN NHÓM TÁC GIẢ",), "Lê Văn Cường")
    assert report.lines[-1].text.startswith("Chúng tôi cam đoan")


def test_one_author_signs_alone() -> None:
    report = initiative_report.compose(with_authors(("p1", 100)), "i1")
    assert report.signatures.right_lines == ("TÁC GIẢ SÁNG KIẾN",)
    assert report.lines[-1].text.startswith("Tôi cam đoan")


def test_an_initiative_without_authors_has_no_report() -> None:
    assert initiative_report.keys(with_authors()) == ()
    assert initiative_report.keys(with_authors(("p1", 100))) == ("i1",)


def test_an_authorship_of_nothing_or_of_nobody_is_a_fault() -> None:
    year = sample_year().model_copy(
        update={"authorships": (Authorship(initiative="khong-co", person="khong-ai", share=100),)}
    )
    found = [(fault.path, fault.value) for fault in check(year) if fault.path[0] == "authorships"]
    assert found == [(("authorships", 0, "initiative"), "khong-co"), (("authorships", 0, "person"), "khong-ai")]


def test_an_author_named_twice_is_a_fault() -> None:
    found = [fault.path for fault in check(with_authors(("p1", 50), ("p1", 50))) if fault.path[0] == "authorships"]
    assert found == [("authorships", 1, "person")]


def test_an_initiative_is_recognised_by_one_decision_only() -> None:
    ReportedInitiative(key="i", name="Sáng kiến", accepted=True)
    with pytest.raises(ValidationError, match=r"bỏ mục Cơ quan công nhận \(accepted"):
        ReportedInitiative(key="i", name="Sáng kiến", accepted=True, decision="Quyết định số 812/QĐ-UBND")


def accepted_from(scope: InitiativeScope) -> Year:
    year = sample_year(rows=2)
    first, second = year.initiatives
    return year.model_copy(update={"initiatives": (first, second.model_copy(update={"scope": scope}))})


def test_the_decision_names_what_is_recognised_here_with_authors_and_shares() -> None:
    [line, *items] = initiative_confirmation.initiative_lines(with_authors(("p1", 30), ("p2", 70)))[:3]
    assert line.text == "1. Sáng kiến “Hẹn giờ trả kết quả”:"
    assert [item.text for item in items] == [
        "- Đồng tác giả: Ông Lê Văn Cường, Công chức Tư pháp - Hộ tịch, Văn phòng - Thống kê, tỷ lệ đóng góp 70%;",
        "- Đồng tác giả: Bà Trần Thị Bình, Công chức Tư pháp - Hộ tịch, Văn phòng - Thống kê, tỷ lệ đóng góp 30%.",
    ]


def test_the_decision_counts_what_it_names_and_not_what_another_office_recognised() -> None:
    made = initiative_confirmation.compose(sample_year(), "")
    assert made.articles[0].text == "Công nhận 02 sáng kiến năm 2024, gồm:"
    named = [line.text for line in made.articles[0].lines if line.text[0].isdigit()]
    assert [text.partition(".")[0] for text in named] == ["1", "2"]
    assert not any("812/QĐ-UBND" in line.text for line in made.articles[0].lines)
    assert made.closing.recipients[0] == "- Như Điều 2;"


def test_there_is_no_decision_where_nothing_is_recognised_or_nobody_wrote_it() -> None:
    assert initiative_confirmation.keys(sample_year()) == ("",)
    assert initiative_confirmation.keys(sample_year(rows=1)) == ()
    unwritten = sample_year().model_copy(update={"initiative_confirmation": None})
    assert initiative_confirmation.keys(unwritten) == ()
    assert "công nhận" in recognition_faults(unwritten)[0].reason


def test_what_reaches_the_province_is_not_recognised_by_the_ward() -> None:
    assert recognition_faults(accepted_from(InitiativeScope.GRASSROOTS)) == ()
    [fault] = recognition_faults(accepted_from(InitiativeScope.PROVINCE))
    assert fault.severity is Severity.ERROR
    assert fault.path == ("initiatives", 1, "accepted")
    assert fault.reason.endswith("(khoản 2 Điều 22 Luật Thi đua, khen thưởng).")


def test_a_decision_that_recognises_nothing_is_a_warning() -> None:
    [fault] = recognition_faults(sample_year(rows=1))
    assert (fault.path, fault.severity) == (("initiative_confirmation",), Severity.WARNING)


def reported(year: Year) -> list[tuple[int, str, str]]:
    """The initiatives in the report of the first person, with the year, the name and the decision."""
    return [(row.year, row.name, row.decision) for row in achievement_report.compose(year, "p0").initiatives]


def achieved(year: Year, *told: Initiative) -> Year:
    first, *others = year.achievements
    return year.model_copy(
        update={"achievements": (first.model_copy(update={"initiatives": told}), *others)},
    )


def test_a_report_takes_the_years_initiatives_from_their_list_and_adds_what_it_tells_of_earlier_years() -> None:
    earlier = Initiative(year=2022, name="Sổ trực điện tử", decision="Số 765/QĐ-UBND")
    same = Initiative(year=2024, name="Tra cứu hồ sơ thi đua, khen thưởng bằng  mã QR", decision="Số 812/QĐ-UBND")
    [first, second] = reported(achieved(sample_year(), same, earlier))
    assert first[:2] == (WorkYear(2024), "Tra cứu hồ sơ thi đua, khen thưởng bằng mã QR")
    assert first[2].startswith("Quyết định số 812/QĐ-UBND ngày 20 tháng 11 năm 2024")
    assert second == (WorkYear(2022), "Sổ trực điện tử", "Số 765/QĐ-UBND")


def test_a_report_has_the_number_of_the_offices_own_decision_once_it_is_issued() -> None:
    year = achieved(with_authors(("p0", 100)))
    assert reported(year)[0][2].startswith("Quyết định số      /QĐ-UBND ngày      tháng      năm 2024 của Chủ tịch")
    kind = "initiative_confirmation"
    issued = IssuedNumber(kind=kind, key="", ordinal=91, symbol="QĐ-UBND", issued_on=date(2024, 11, 25))
    [row] = reported(year.model_copy(update={"issued": (issued,)}))
    assert row[2] == (
        "Quyết định số 91/QĐ-UBND ngày 25 tháng 11 năm 2024 của Chủ tịch Ủy ban nhân dân phường Sông Thương"
    )


@pytest.mark.parametrize(("decision", "faults"), [("812/QĐ-UBND ngày 20 tháng 11", 1), ("", 0)])
def test_achievements_that_name_another_decision_than_the_list_are_a_fault(decision: str, faults: int) -> None:
    listed = sample_year().initiatives[0]
    told = Initiative(year=2024, name=listed.name, decision=decision or listed.decision or "")
    found = [fault.path for fault in check(achieved(sample_year(), told)) if fault.path[0] == "achievements"]
    assert found == [("achievements", 0, "initiatives", 0, "decision")] * faults
