"""Dossiers of nominees: exactly the papers that the law demands, in its order; what is missing is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sample_year import sample_year

from vanban.domain.award import Commendation, EmulationTitle
from vanban.domain.dossier_paper import DossierPaper, DossierPart
from vanban.domain.evaluation import Authorship
from vanban.domain.finding import Severity
from vanban.domain.issued import IssuedNumber
from vanban.domain.nomination import Nomination
from vanban.domain.selection import CouncilVote
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.ingest import read_year
from vanban.kinds.papers import dossier_cover, dossier_index
from vanban.law.nomination_dossier import decider_named, dossier_faults, dossiers, sources
from vanban.workflows.check import EVERY_PART, year_of

DATA = Path(__file__).parents[2] / "data"
FIGHTER = EmulationTitle.GRASSROOTS_EMULATION_FIGHTER


def fighters(*nominees: str, **changes: object) -> Year:
    """A year in which these are nominated for the title that the city decides, each with votes, report, initiative."""
    year = sample_year()
    report = year.achievements[0]
    return year.model_copy(
        update={
            "nominations": tuple(Nomination(nominee=n, award=FIGHTER, summary="Hoàn thành tốt") for n in nominees),
            "votes": tuple(CouncilVote(nominee=n, award=FIGHTER, in_favour=9, against=0) for n in nominees),
            "achievements": tuple(report.model_copy(update={"nominee": n}) for n in nominees),
            "authorships": tuple(Authorship(initiative="i0", person=n, share=100) for n in nominees),
            "dossier_papers": (),
            **changes,
        }
    )


def parts_missing(year: Year) -> list[str]:
    return [fault.reason.partition("thiếu: ")[2] for fault in dossier_faults(year)]


def test_a_dossier_holds_exactly_the_papers_of_the_law_in_its_order() -> None:
    year = fighters("p0")
    index = dossier_index.compose(year, "p0")
    assert [(row.number, row.subject) for row in index.rows] == [
        ("     /TTr-UBND", "Tờ trình về việc đề nghị tặng danh hiệu thi đua và hình thức khen thưởng năm 2024"),
        ("", "Danh sách trích ngang đề nghị tặng danh hiệu thi đua, hình thức khen thưởng năm 2024"),
        ("", "Báo cáo thành tích của Nguyễn Văn An"),
        ("     /BB-HĐTĐKT", "Biên bản họp Hội đồng Thi đua - Khen thưởng năm 2024"),
        ("", "Biên bản kiểm phiếu bầu danh hiệu thi đua, hình thức khen thưởng năm 2024"),
        ("812/QĐ-UBND", "Quyết định công nhận sáng kiến"),
    ]
    assert index.rows[-1].author == "Chủ tịch UBND thành phố Bắc Giang"
    assert index.rows[-1].dated == "20/11/2024"
    assert dossier_faults(year) == ()


def test_numbers_and_days_stand_in_the_index_once_the_documents_are_issued() -> None:
    issued = IssuedNumber(kind="submission", key="", ordinal=7, symbol="TTr-UBND", issued_on=date(2024, 12, 20))
    first = dossier_index.compose(fighters("p0", issued=(issued,)), "p0").rows[0]
    assert (first.number, first.dated) == ("07/TTr-UBND", "20/12/2024")


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"submission": None}, ["Tờ trình đề nghị"]),
        ({"achievements": ()}, ["Báo cáo thành tích"]),
        ({"votes": ()}, ["Biên bản bình xét", "Kết quả bỏ phiếu của Hội đồng"]),
        ({"authorships": ()}, ["Chứng nhận hoặc xác nhận sáng kiến, đề tài, hoặc hoàn thành xuất sắc nhiệm vụ"]),
    ],
)
def test_a_part_without_a_paper_is_a_warning_with_its_article(changes: dict[str, object], missing: list[str]) -> None:
    year = fighters("p0", **changes)
    assert [text.partition(". (")[0] for text in parts_missing(year)] == missing
    for fault in dossier_faults(year):
        assert (fault.severity, fault.path) == (Severity.WARNING, ("nominations", 0, "nominee"))
        assert "khoản 1 Điều 84 Luật Thi đua, khen thưởng; khoản 2 Điều 34 Nghị định số 98/2023/NĐ-CP" in fault.reason


def test_a_paper_from_outside_takes_the_place_of_what_is_missing_for_its_award_only() -> None:
    paper = DossierPaper(
        nominee="p0",
        part=DossierPart.CONFIRMATION,
        number="15/GXN-TT",
        dated=date(2024, 11, 20),
        subject="Giấy xác nhận hoàn thành xuất sắc nhiệm vụ",
        author="Trung tâm",
        sheets=1,
    )
    year = fighters("p0", authorships=(), dossier_papers=(paper,))
    assert dossier_faults(year) == ()
    assert dossier_index.compose(year, "p0").rows[-1].number == "15/GXN-TT"
    other = paper.model_copy(update={"award": Commendation.CERTIFICATE})
    assert len(dossier_faults(fighters("p0", authorships=(), dossier_papers=(other,)))) == 1


def test_an_initiative_that_the_office_recognises_itself_is_confirmed_by_its_own_decision() -> None:
    year = fighters("p1", authorships=(Authorship(initiative="i1", person="p1", share=100),))
    assert sources(year, year.nominations[0])[-1].kind == "initiative_confirmation"
    assert dossier_index.compose(year, "p1").rows[-1].number == "     /QĐ-UBND"


def test_a_second_award_has_a_dossier_of_its_own_whose_key_is_nobodys() -> None:
    year = sample_year()
    rows = [Nomination(nominee="p0", award=award, summary="") for award in (FIGHTER, Commendation.CERTIFICATE)]
    other = Nomination(nominee="p0-2", award=FIGHTER, summary="")
    assert list(dossiers(year.model_copy(update={"nominations": (*rows, other)}))) == ["p0", "p0-3", "p0-2"]


def test_sheets_are_counted_as_far_as_lengths_are_known() -> None:
    index = dossier_index.compose(sample_year(rows=2), "p0")
    assert [row.sheet for row in index.rows] == ["1", "", "", "", ""]


def test_a_cover_names_who_decides_what_is_known_and_leaves_the_rest_to_the_hand() -> None:
    facts = {fact.label: fact.value for fact in dossier_cover.compose(fighters("p0"), "p0").facts}
    assert facts == {
        "Người quyết định": "Chủ tịch Ủy ban nhân dân cấp huyện",
        "Thời gian tài liệu": "",
        "Số văn bản": "06",
        "Số tờ": "",
        "Hồ sơ số": "",
        "Thời hạn bảo quản": "10 năm",
    }


def test_the_real_office_names_its_superior_and_the_province_keeps_longer() -> None:
    files = {str(path.relative_to(DATA)): path.read_bytes() for path in DATA.rglob("*.*") if path.parent.name != "data"}
    year = year_of(WorkYear(2024), read_year(files, WorkYear(2024), EVERY_PART).value or {})
    assert decider_named(year, year.nominations[0]) == "Chủ tịch Ủy ban nhân dân thành phố Bắc Giang"
    province = Nomination(nominee="tran-thi-b", award=Commendation.PROVINCIAL_MERIT_CERTIFICATE, summary="")
    raised = year.model_copy(update={"nominations": (province,)})
    facts = {fact.label: fact.value for fact in dossier_cover.compose(raised, "tran-thi-b").facts}
    assert (facts["Người quyết định"], facts["Thời hạn bảo quản"]) == (
        "Chủ tịch Ủy ban nhân dân tỉnh Bắc Giang",
        "20 năm",
    )


def test_a_residential_groups_own_minutes_lie_in_its_dossier() -> None:
    year = sample_year()
    row = Nomination(nominee="g0", award=EmulationTitle.CULTURAL_RESIDENTIAL_GROUP, summary="")
    group = year.model_copy(update={"nominations": (row,), "votes": ()})
    [minutes] = [one for one in dossier_index.compose(group, "g0").rows if "bình xét" in one.subject]
    assert (minutes.dated, minutes.author) == ("15/11/2024", "Tổ dân phố số 1")
    assert "Biên bản bình xét" not in " ".join(parts_missing(group))
    without = group.model_copy(update={"group_meetings": ()})
    assert "Biên bản bình xét" in " ".join(parts_missing(without))


def test_the_wards_submission_lies_only_in_dossiers_that_go_on_to_a_higher_level() -> None:
    year = sample_year()
    kinds = {key: [source.kind for source in sources(year, row)] for key, row in dossiers(year).items()}
    assert "submission" in kinds["p0"]
    assert "submission" not in kinds["p0-2"]
    missing = [fault.reason for fault in dossier_faults(year) if fault.path[1] == 5]
    assert any("thiếu: Tờ trình đề nghị" in reason for reason in missing)
