"""Achievement reports that leave out what they must say, and sentences cut at a comma."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.domain.consistency import check
from vanban.domain.consistency.achievements import none_and_some, unwritten
from vanban.domain.consistency.paragraphs import cut_paragraphs
from vanban.domain.finding import Severity
from vanban.domain.nomination import Achievement
from vanban.domain.year import Year

Change = Callable[..., Year]
AWARD = {"year": 2023, "award": "Giấy khen", "decision": "Quyết định số 1/QĐ-UBND"}


def report(nominee: str = "le-van-c", **fields: object) -> dict[str, object]:
    return {"nominee": nominee, "duties": ["Việc."], "accomplishments": ["Xong."], "compliance": ["Tốt."], **fields}


@pytest.mark.parametrize(("nominee", "field"), [("le-van-c", "compliance"), ("co-quan", "circumstances")])
@pytest.mark.parametrize("empty", [[], [" "]])
def test_what_a_report_must_say_stops_the_build_with_the_name_of_the_field(
    changed: Change, nominee: str, field: str, empty: list[str]
) -> None:
    nominations = [{"nominee": nominee, "award": "Giấy khen", "summary": "Xong."}]
    made = changed(("nominations",), nominations, ("achievements",), [report(nominee, circumstances=["A."])])
    assert list(unwritten(made)) == []
    made = changed(
        ("nominations",),
        nominations,
        ("achievements",),
        [report(nominee, **{"circumstances": ["A."], field: empty})],
    )
    (fault,) = unwritten(made)
    assert fault.path == ("achievements", 0, field)
    assert fault.severity is Severity.ERROR
    assert f"({field})" in fault.reason


def test_a_report_of_a_person_need_not_say_what_only_units_have(changed: Change) -> None:
    made = changed(("achievements",), [report("tran-thi-b")])
    assert [one for one in check(made) if one.path[:1] == ("achievements",) and one.severity is Severity.ERROR] == []


def test_a_table_that_has_rows_cannot_be_said_to_have_none(changed: Change) -> None:
    made = changed(
        ("achievements",), [report(none_of=["past_titles", "past_commendations"], past_commendations=[AWARD])]
    )
    (fault,) = none_and_some(made)
    assert fault.path == ("achievements", 0, "none_of", 1)
    assert "Hình thức khen thưởng đã nhận" in fault.reason


def test_a_list_cut_at_its_commas_is_told_at_the_place_of_the_cut(changed: Change) -> None:
    cut = ["Tham mưu", "tổng hợp và phục vụ Hội đồng nhân dân", "Ủy ban nhân dân phường."]
    first, second = cut_paragraphs(changed(("achievements",), [report(duties=cut)]))
    assert (first.path, first.severity) == (("achievements", 0, "duties", 1), Severity.ERROR)
    assert (second.path, second.severity) == (("achievements", 0, "duties", 2), Severity.WARNING)


@given(st.lists(st.sampled_from(["Một câu.", "hai câu;", "Ba câu:", "Nói “có”"]), max_size=5))
def test_paragraphs_that_end_are_never_told(paragraphs: list[str]) -> None:
    achievement = Achievement(nominee="x", duties=("Việc.",), accomplishments=("Xong.",), methods=tuple(paragraphs))
    year = Year.model_construct(achievements=(achievement,), initiatives=(), sudden_achievements=())
    assert list(cut_paragraphs(year)) == []
