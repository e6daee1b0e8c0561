"""What the decree commands is an error, what it does not demand a warning; each rule cites its own clause."""

from __future__ import annotations

import pytest

from vanban.domain.finding import Severity
from vanban.law.layout_rules import RULES

COMMANDED = (
    "TT-05.spacing",
    "TT-06.issuer",
    "TT-06.issuer-length",
    "TT-06.issuer-solid",
    "TT-06.subject",
    "TT-06.subject-length",
    "TT-06.subject-solid",
    "TT-06.letter",
    "TT-15.above",
    "TT-20.citation",
)


@pytest.mark.parametrize("rule", COMMANDED)
def test_what_the_decree_commands_is_an_error(rule: str) -> None:
    assert RULES[rule].severity is Severity.ERROR
    assert RULES[rule].article.startswith("Phụ lục I, Phần I, Mục II khoản ")


@pytest.mark.parametrize(
    ("rule", "article"),
    [
        ("TT-12.sections", "Phụ lục I, Phần I, Mục V hàng 6b"),
        ("TT-22.number", "khoản 2 (văn bản giấy), khoản 3 (văn bản điện tử) Điều 15"),
        ("TT-22.date", "khoản 2 (văn bản giấy), khoản 3 (văn bản điện tử) Điều 15"),
    ],
)
def test_a_rule_cites_the_clause_that_says_it(rule: str, article: str) -> None:
    assert RULES[rule].article == article


def test_a_habit_of_the_trade_is_no_rule_of_the_decree() -> None:
    assert RULES["TT-21.nfc"].severity is Severity.WARNING
    assert "Nghị định không quy định" in RULES["TT-21.nfc"].article
