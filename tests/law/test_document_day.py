"""The day of a document has one owner: whoever asks by whose law something is judged gets the same day."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest
from law.good_year import changed, good_year

from vanban.domain.award import Commendation, EmulationTitle
from vanban.domain.issued import AwaitedNumber, IssuedNumber
from vanban.domain.year import Year
from vanban.kinds.papers import award_list, dossier_cover, standards_table
from vanban.law.document_day import document_day, nomination_day
from vanban.law.nomination_dossier import decider, dossiers
from vanban.law.ward_awards import day_judging, for_the_ward, granted
from vanban.law.year_check import law_faults
from vanban.law.year_check.cases import cases
from vanban.law.year_check.papers import papers

PACKAGE = Path(__file__).parents[2] / "vanban"
OLD, NEW = date(2025, 6, 20), date(2025, 7, 2)
FIGHTER = EmulationTitle.GRASSROOTS_EMULATION_FIGHTER


def straddling() -> Year:
    """The year of 2024 with its decision and submission planned for 20/6/2025, and its council for 06/6/2025."""
    return changed(
        good_year(2024),
        (("decision", "decided_on"), OLD),
        (("submission", "planned_on"), OLD),
        (("council_meeting", "day"), date(2025, 6, 6)),
    )


def issued(year: Year, *kinds: str, of: type[IssuedNumber] = IssuedNumber) -> Year:
    numbers = tuple(of(kind=kind, ordinal=7, symbol="QĐ-UBND", issued_on=NEW) for kind in kinds)
    return year.model_copy(update={"issued": numbers})


@pytest.mark.parametrize(
    ("kinds", "days"),
    [
        ((), {OLD}),
        (("decision", "submission"), {NEW}),
        (("decision",), {NEW}),
        (("submission",), {OLD, NEW}),
    ],
)
def test_a_year_across_the_change_of_regimes_judges_every_nomination_by_one_day(
    kinds: tuple[str, ...], days: set[date]
) -> None:
    year = issued(straddling(), *kinds)
    assert {case.day for case in cases(year)} == days
    for case in cases(year):
        row = case.nomination
        paper = "decision" if for_the_ward(year, row) else "submission"
        assert (
            case.day
            == day_judging(year, row)
            == document_day(year, paper)
            == nomination_day(year, row, for_the_ward=paper == "decision")
        )
    judged = {paper.path: paper.first for paper in papers(year)}
    assert (judged["decision",], judged["submission",]) == (
        document_day(year, "decision"),
        document_day(year, "submission"),
    )


def test_the_papers_that_are_printed_follow_the_day_of_issue() -> None:
    before, after = straddling(), issued(straddling(), "decision", "submission")
    [fighter] = [key for key, row in dossiers(before).items() if row.award is FIGHTER][:1]
    covers = [dossier_cover.compose(year, fighter).facts[0].value for year in (before, after)]
    assert covers[0] == "Chủ tịch Ủy ban nhân dân thành phố Bắc Giang"
    assert decider(before, dossiers(before)[fighter]) != decider(after, dossiers(after)[fighter])
    assert "20/6/2025" in standards_table.compose(before, fighter).introduction
    assert "02/7/2025" in standards_table.compose(after, fighter).introduction
    assert len(award_list.compose(after, "").groups) > len(award_list.compose(before, "").groups)
    assert {row.award for row in granted(after)} - {row.award for row in granted(before)} >= {FIGHTER}
    assert Commendation.CERTIFICATE in {row.award for row in granted(before)}


def test_a_decision_signed_for_one_regime_is_not_issued_in_the_other() -> None:
    awaited = issued(straddling(), "decision", of=AwaitedNumber)
    [fault] = [fault for fault in law_faults(awaited) if fault.rule == "awards_of_another_day"]
    assert "02/7/2025" in fault.reason
    same = straddling().model_copy(
        update={"issued": (AwaitedNumber(kind="decision", ordinal=7, symbol="QĐ-UBND", issued_on=date(2025, 6, 30)),)}
    )
    assert [fault for fault in law_faults(same) if fault.rule == "awards_of_another_day"] == []


OWNERS = {
    "law/document_day.py": "the owner",
    "law/year_check/authorities.py": "compares the planned day with the owner's",
    "domain/consistency/occasions.py": "holds the days of one record against each other",
    "workflows/stale_words.py": "brings one text to another year before there is a year to ask",
    "workflows/law_calendar.py": "asks of a deadline whether what was due has been handed over",
}


def test_nobody_but_the_owner_reads_a_planned_day() -> None:
    readers = {
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("decided_on", "planned_on", "submitted_on")
    }
    assert readers == {*OWNERS}
