"""How a target is printed and how a result is held against it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from vanban.domain.aim import Comparison
from vanban.domain.target import (
    Measure,
    Result,
    Target,
    change,
    difference,
    fill,
    is_met,
    placeholders,
)

NUMBERS = st.decimals(0, 1000, places=2)


def measure(comparison: str, value: str | None = None, upper: str | None = None, unit: str | None = "người") -> Measure:
    return Measure.model_validate(
        {"key": "m", "name": "M", "comparison": comparison, "value": value, "upper": upper, "unit": unit}
    )


def result(achieved: Decimal | str | None = None, done: bool | None = None) -> Result:
    return Result.model_validate({"target": "t", "measure": "m", "achieved": achieved, "done": done})


@pytest.mark.parametrize(
    ("value", "upper", "unit", "printed"),
    [
        ("98", None, "%", "98%"),
        ("99.7", None, "%", "99,7%"),
        ("0.08", None, "%", "0,08%"),
        ("3", None, "trường", "03"),
        ("172", None, "lao động", "172"),
        ("1800", None, "người", "1.800"),
        ("2.5", None, "ha", "2,5"),
        ("1", "2", "người", "01 đến 02"),
        ("80", "90.5", "%", "80% đến 90,5%"),
    ],
)
def test_a_value_prints_in_its_unit(value: str, upper: str | None, unit: str, printed: str) -> None:
    assert measure("at_least", value, upper, unit).planned == printed


def test_what_is_only_done_or_kept_prints_no_value() -> None:
    assert measure("done", unit=None).planned == ""


@pytest.mark.parametrize(
    ("comparison", "value", "upper", "achieved", "met"),
    [
        ("at_least", "98", None, "98", True),
        ("at_least", "98", None, "97.99", False),
        ("at_least", "1", "2", "3", True),
        ("below", "0.08", None, "0.07", True),
        ("below", "0.08", None, "0.08", False),
        ("exactly", "100", None, "100.0", True),
        ("exactly", "100", None, "99.9", False),
        ("exactly", "1", "2", "1", True),
        ("exactly", "1", "2", "2", True),
        ("exactly", "1", "2", "3", False),
        ("keep", "3", None, "3", True),
        ("keep", "3", None, "2", False),
        ("done", "3", None, "4", True),
    ],
)
def test_a_number_is_judged_by_its_comparison(
    comparison: str, value: str, upper: str | None, achieved: str, met: bool
) -> None:
    assert is_met(measure(comparison, value, upper), result(achieved)) is met


@pytest.mark.parametrize("done", [True, False, None])
def test_without_numbers_the_verdict_is_what_was_written(done: bool | None) -> None:
    assert is_met(measure("done", unit=None), result(done=done)) is done
    assert is_met(measure("keep", unit=None), result("5", done=done)) is done
    assert is_met(measure("at_least", "3"), result(done=done)) is done


@given(NUMBERS, NUMBERS)
def test_a_number_is_either_below_or_at_least(value: Decimal, achieved: Decimal) -> None:
    at_least = is_met(measure("at_least", str(value)), result(achieved))
    below = is_met(measure("below", str(value)), result(achieved))
    assert at_least is not below
    assert (is_met(measure("exactly", str(value)), result(achieved))) is (achieved == value)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_achieving_more_never_loses_a_target_to_reach(value: Decimal, less: Decimal, more: Decimal) -> None:
    less, more = sorted((less, more))
    if is_met(measure("at_least", str(value)), result(less)):
        assert is_met(measure("at_least", str(value)), result(more)) is True


@pytest.mark.parametrize("comparison", ["at_least", "below", "exactly"])
@pytest.mark.parametrize(("value", "unit"), [(None, "người"), ("3", None)])
def test_a_comparison_by_number_needs_the_number_and_its_unit(
    comparison: str, value: str | None, unit: str | None
) -> None:
    with pytest.raises(ValidationError) as refusal:
        measure(comparison, value, unit=unit)
    assert "Chỉ tiêu “M” so sánh bằng số nhưng thiếu mức (value) hoặc đơn vị (unit)." in str(refusal.value)


@pytest.mark.parametrize(("value", "upper"), [("2", "2"), ("2", "1"), (None, "2")])
def test_a_range_rises(value: str | None, upper: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        measure("keep", value, upper)
    assert "Chỉ tiêu “M” có mức trên (upper) không lớn hơn mức dưới (value)." in str(refusal.value)


def target(statement: str, *measures: Measure) -> Target:
    return Target(key="t", statement=statement, measures=measures, responsible=("co-quan",))


def test_a_sentence_has_every_value_in_its_place() -> None:
    two = measure("at_least", "99.7", unit="%"), measure("exactly", "269").model_copy(update={"key": "n"})
    assert target("BHYT đạt {m}; BHXH ({n} người);", *two).sentence == "BHYT đạt 99,7%; BHXH (269 người);"


@pytest.mark.parametrize(
    ("statement", "comparison", "message"),
    [
        ("Đạt {m} và {k}.", "at_least", "Câu chỉ tiêu có chỗ trống {k} không ứng với nội dung nào."),
        ("Đạt.", "at_least", "Nội dung “m” có mức nhưng câu chỉ tiêu không có chỗ trống {m}."),
    ],
)
def test_placeholders_and_measures_are_the_same(statement: str, comparison: str, message: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        target(statement, measure(comparison, "3"))
    assert message in str(refusal.value)


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), st.text(), min_size=1, max_size=5))
def test_filling_in_replaces_each_place_once_whatever_the_values_hold(values: dict[str, Any]) -> None:
    text = " | ".join(f"{{{name}}}" for name in values)
    assert placeholders(text) == tuple(values)
    assert fill(text, values) == " | ".join(values.values())


def test_a_place_without_a_value_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        fill("Có {x}.", {})


def test_every_comparison_is_judged() -> None:
    held = Result(target="t", measure="m", achieved=Decimal(5), last_year=Decimal(4))
    for comparison in Comparison:
        upper = "2" if comparison is Comparison.BETWEEN else None
        assert is_met(measure(comparison, "1", upper), held) is not None


@pytest.mark.parametrize(
    ("value", "upper", "achieved", "far"),
    [
        ("172", None, "185", "13"),
        ("0.08", None, "0.07", "-0.01"),
        ("1", "2", "2", "0"),
        ("1", "2", "0", "-1"),
        ("1", "2", "5", "3"),
    ],
)
def test_the_difference_is_the_way_to_the_nearer_end_of_what_was_planned(
    value: str, upper: str | None, achieved: str, far: str
) -> None:
    assert difference(measure("at_least", value, upper), result(achieved)) == Decimal(far)


@given(NUMBERS, NUMBERS)
def test_the_difference_and_the_judgement_never_contradict_each_other(value: Decimal, achieved: Decimal) -> None:
    for comparison in ("at_least", "below", "exactly"):
        asked = measure(comparison, str(value))
        far = difference(asked, result(achieved))
        assert far is not None
        met = {"at_least": far >= 0, "below": far < 0, "exactly": far == 0}[comparison]
        assert is_met(asked, result(achieved)) is met


@given(NUMBERS, NUMBERS)
def test_the_change_leads_from_last_years_figure_to_this_years(before: Decimal, now: Decimal) -> None:
    more = change(result(now).model_copy(update={"last_year": before}))
    assert more is not None
    assert before + more == now


def test_nothing_is_compared_with_a_figure_that_is_not_there() -> None:
    assert difference(measure("done", unit=None), result(done=True)) is None
    assert difference(measure("at_least", "3"), result(done=True)) is None
    assert difference(measure("at_least", "3"), None) is None
    assert change(None) is None
    assert change(result("5")) is None
    assert change(result(done=True).model_copy(update={"last_year": Decimal(3)})) is None
