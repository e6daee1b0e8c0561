"""Every rule of the law book against a year: one that passes, one that fails, the article in the message."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from law.good_year import Case, Change, changed, good_year
from law.nominee_cases import NOMINEE_CASES
from law.occasion_cases import OCCASION_CASES
from law.paper_cases import PAPER_CASES
from law.rights_cases import RIGHTS_CASES
from law.selection_cases import SELECTION_CASES
from shipped_packs import LAW as SHIPPED

from vanban.domain.consistency.fault import Fault
from vanban.domain.finding import Severity
from vanban.domain.provision import StandardTest
from vanban.domain.year import Year
from vanban.law.council_check import vote_faults
from vanban.law.initiatives import recognition_faults
from vanban.law.nomination_dossier import dossier_faults
from vanban.law.ward_awards import ward_faults
from vanban.law.year_check import law_faults

EVERY = (law_faults, vote_faults, ward_faults, dossier_faults, recognition_faults)
"""What ``vanban check`` asks the law book."""

OBJECTS = frozenset({"Objection", "Fault", "objection", "reminder", "tell"})
BY_PLACE = {"_service": 1}
"""Which argument names the rule where it is given by its place."""

DOUBTS = ["person_merit", "certificate_form", "law_amended"]
"""Point d of Điều 74 that one year cannot show, a form that is left to another text, and the amended law."""

CASES = (*PAPER_CASES, *NOMINEE_CASES, *OCCASION_CASES, *SELECTION_CASES, *RIGHTS_CASES)
NAMES = [case.rule for case in CASES]
LAW = Path(__file__).parents[2] / "vanban" / "law"
ELSEWHERE = {
    "given_already": "tests/kinds/test_award_memory.py has an award memory to break it with",
    "form_of_another_day": "no form of the packs that ship has changed: tests/law/test_law_packs.py has one that does",
    "cultural_family_exclusion": "a year knows how many households are put forward, not which",
}
"""Rules that another table of cases holds, or that the data of a year cannot break, with the reason."""


@pytest.mark.parametrize(("number", "doubts"), [(2024, ["annex_unnamed", "unit_capital"]), (2026, DOUBTS)])
def test_the_law_has_nothing_against_the_sample_years_but_what_has_to_be_compared(
    number: int, doubts: list[str]
) -> None:
    faults = law_faults(good_year(number))
    assert [fault.rule for fault in faults] == doubts
    assert all(fault.severity is Severity.WARNING for fault in faults)


def found(year: Year, rule: str) -> list[Fault]:
    faults = tuple(fault for rules in EVERY for fault in rules(year))
    return [fault for fault in faults if fault.rule == rule]


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_year_that_breaks_a_rule_is_told_so_at_its_place_with_the_article(case: Case) -> None:
    faults = found(changed(good_year(case.year), *case.fails), case.rule)
    fault = next((fault for fault in faults if fault.path == case.path), None)
    assert fault is not None, [fault.path for fault in faults]
    assert fault.severity is case.severity
    assert [word for word in case.says if word not in fault.reason] == []
    assert fault.remedy.endswith((".", "”"))


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_year_that_just_keeps_a_rule_hears_nothing_of_it(case: Case) -> None:
    assert found(changed(good_year(case.year), *case.passes), case.rule) == []


def test_what_is_issued_can_only_be_corrected_and_is_a_warning() -> None:
    issued = {"kind": "submission", "ordinal": 5, "symbol": "TTr-UBND", "issued_on": date(2025, 7, 1)}
    faults = law_faults(changed(good_year(2024), (("issued",), (issued,))))
    assert {fault.severity for fault in faults} == {Severity.WARNING}
    assert {"office_out_of_time", "signatory_out_of_office", "basis_lapsed"} <= {fault.rule for fault in faults}
    own = [fault.remedy for fault in faults if fault.path[0] == "submission"]
    assert own
    assert [remedy for remedy in own if "đính chính" not in remedy] == []


def test_the_day_of_issue_goes_before_the_day_that_was_planned() -> None:
    planned = (("submission", "planned_on"), date(2025, 7, 1))
    issued = {"kind": "submission", "ordinal": 5, "symbol": "TTr-UBND", "issued_on": date(2024, 12, 9)}
    assert found(changed(good_year(2024), planned), "office_out_of_time")
    faults = law_faults(changed(good_year(2024), planned, (("issued",), (issued,))))
    assert [fault.rule for fault in faults] == ["annex_unnamed", "unit_capital"]


@pytest.mark.parametrize("key", ["plan", "announcement", "six_month_report"])
def test_an_undated_document_is_judged_by_the_whole_year(key: str) -> None:
    left: Change = (("signatories", 0, "valid_to"), date(2023, 12, 31))
    came: Change = (("signatories", 1, "valid_from"), date(2025, 1, 1))
    faults = found(changed(good_year(2024), left, came), "signatory_out_of_office")
    errors = [one for one in faults if one.path[0] == key]
    assert [one.severity for one in errors] == [Severity.ERROR]
    assert "chưa ghi ngày ban hành dự kiến (planned_on)" in errors[0].reason


def test_no_rule_of_the_law_book_is_forgotten() -> None:
    """What objects in the law book has its case here, or its reason why a year's data cannot show it."""
    book = {rule for path in sorted(LAW.rglob("*.py")) for rule in rules_in(path)}
    book |= {row.rule for row in SHIPPED.standards if row.test is not StandardTest.JUDGED}
    assert {"signing_capacity", "advanced_collective_share", "one_achievement", "basis_lapsed"} < book
    assert sorted(book - set(NAMES) - set(ELSEWHERE)) == []
    assert sorted(set(ELSEWHERE) & set(NAMES)) == []
    assert sorted((set(NAMES) | set(ELSEWHERE)) - book) == []


def rules_in(path: Path) -> Iterator[str]:
    """The rules that a module's source names: of an objection, and of a standard that is not left to the meeting."""
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name in OBJECTS:
            yield from (str(ast.literal_eval(word.value)) for word in call.keywords if is_rule(word))
            yield from (str(rule.value) for rule in call.args[:1] if isinstance(rule, ast.Constant))
        elif name in BY_PLACE:
            rule = call.args[BY_PLACE[name]]
            yield from [str(rule.value)] if isinstance(rule, ast.Constant) else []


def is_rule(word: ast.keyword) -> bool:
    return word.arg == "rule" and isinstance(word.value, ast.Constant)
