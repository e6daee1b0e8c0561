"""A clerk names papers, series, tables and ways of making them in Vietnamese; the English names stay accepted."""

from __future__ import annotations

import pytest

from vanban.cli.parameters import OneForEach, SeriesName
from vanban.domain.own_paper import OnePer
from vanban.errors import NoKind
from vanban.kinds import KINDS
from vanban.workflows.selection import kind_named, paper_name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("plan", "plan"),
        ("ke-hoach", "plan"),
        ("kế hoạch", "plan"),
        ("Kế hoạch", "plan"),
        ("quyết định khen thưởng", "decision"),
        ("Quyet dinh khen thuong", "decision"),
        ("tờ trình", "submission"),
        ("báo cáo tổng kết", "annual_report"),
        ("phiếu bầu", "ballot"),
        ("biên bản họp hội đồng sáng kiến", "initiative_minutes"),
        ("danh sách trích ngang", "nominee_list"),
    ],
)
def test_a_paper_is_found_by_what_a_clerk_calls_it(said: str, name: str) -> None:
    assert kind_named(said, KINDS).name == name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_paper_is_found_by_its_own_title(kind: object) -> None:
    title = str(getattr(kind, "title", ""))
    assert kind_named(title, KINDS) is kind


@pytest.mark.parametrize("said", ["", "quyết định thành lập", "báo cáo quý", "hoạch"])
def test_what_may_be_two_papers_or_none_is_refused(said: str) -> None:
    with pytest.raises(NoKind):
        kind_named(said, KINDS)


def test_messages_name_a_paper_by_its_title_with_the_key_behind_it() -> None:
    assert paper_name("submission", KINDS) == "Tờ trình đề nghị khen thưởng (submission)"
    assert paper_name("campaign_plan/tet", KINDS) == "Kế hoạch phát động đợt thi đua (campaign_plan/tet)"


@pytest.mark.parametrize("said", ["ke-hoach", "kế hoạch", "Kế hoạch"])
def test_a_series_is_named_by_its_words_or_its_key(said: str) -> None:
    assert SeriesName().convert(said, None, None) == "ke-hoach"


@pytest.mark.parametrize(("said", "meant"), [("row", OnePer.ROW), ("dòng", OnePer.ROW), ("Đơn vị", OnePer.UNIT)])
def test_a_way_of_making_papers_is_named_in_vietnamese(said: str, meant: OnePer) -> None:
    assert OneForEach().convert(said, None, None) is meant
