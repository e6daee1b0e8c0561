"""Reports of initiatives: what is written is printed, what is not is dots, whoever has the largest share signs."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from sample_year import sample_year

from vanban.domain.consistency import check
from vanban.domain.document import Inset
from vanban.domain.evaluation import Authorship
from vanban.domain.initiative import ReportedInitiative
from vanban.domain.year import Year
from vanban.kinds import initiative_report


def with_authors(*shares: tuple[str, int]) -> Year:
    rows = tuple(Authorship(initiative="i1", person=person, share=share) for person, share in shares)
    return sample_year().model_copy(update={"authorships": rows})


def test_parts_that_nobody_wrote_are_dots_and_facts_that_nobody_wrote_are_empty() -> None:
    report = initiative_report.compose(sample_year(), "i1")
    assert [line.inset for line in report.lines].count(Inset.HANDWRITTEN.value) == 7
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
    with pytest.raises(ValidationError, match="bỏ mục accepted"):
        ReportedInitiative(key="i", name="Sáng kiến", accepted=True, decision="Quyết định số 812/QĐ-UBND")
