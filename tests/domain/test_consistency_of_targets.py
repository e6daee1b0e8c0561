"""Targets whose words and numbers say two things."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.domain.consistency import check
from vanban.domain.consistency.targets import RULES, words_against_their_comparison
from vanban.domain.finding import Severity
from vanban.domain.year import Year

Change = Callable[..., Year]


@pytest.mark.parametrize(
    ("statement", "comparison", "told"),
    [
        (
            "Tỷ lệ hộ nghèo dưới {m}.",
            "at_least",
            "Câu ghi “dưới {m}” nhưng nội dung “m” so sánh là “đạt từ 98% trở lên”",
        ),
        ("Tỷ lệ hộ nghèo không dưới {m}.", "at_least", ""),
        ("Tỷ lệ hộ nghèo không dưới {m}.", "below", "Câu ghi “không dưới {m}”"),
        ("Tỷ lệ hộ từ {m} trở lên.", "at_most", "Câu ghi “{m} trở lên”"),
        ("Có {m} mô hình mới trở lên.", "exactly", "Câu ghi “{m} trở lên”"),
        ("Không quá {m}.", "at_most", ""),
        ("Trong đó {m} đạt; từ đó trở lên.", "exactly", ""),
        ("Tỷ lệ {aim_m}.", "below", ""),
    ],
)
def test_a_sentence_that_says_another_comparison_than_its_measure_is_told(
    changed: Change, statement: str, comparison: str, told: str
) -> None:
    target = {
        "key": "t1",
        "statement": statement,
        "measures": [{"key": "m", "name": "M", "comparison": comparison, "value": "98", "unit": "%"}],
        "responsible": ["groups"],
    }
    found = [*words_against_their_comparison(changed(("plan", "targets"), [target]))]
    assert [fault.reason[: len(told)] for fault in found] == ([told] if told else [])
    assert all(fault.severity is Severity.WARNING for fault in found)


def test_the_rule_is_one_of_those_that_check_a_year(changed: Change) -> None:
    assert words_against_their_comparison in RULES
    assert check(changed(("plan", "subject"), "Tổ chức phong trào thi đua")) == ()
