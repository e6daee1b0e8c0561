"""Dates, counts, shares and lists as Nghị định 30/2020/NĐ-CP and office habit write them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.domain.wording import (
    blank_date,
    count,
    decimal,
    full_date,
    itemised,
    listing,
    lower_first,
    measured,
    numeric_date,
    percentage,
    read_decimal,
    roman,
    sentence_case,
    short_date,
    signed,
)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2024, 1, 5), "ngày 05 tháng 01 năm 2024"),
        (date(2024, 3, 5), "ngày 05 tháng 3 năm 2024"),
        (date(2024, 10, 15), "ngày 15 tháng 10 năm 2024"),
        (date(2024, 2, 29), "ngày 29 tháng 02 năm 2024"),
        (date(2024, 12, 31), "ngày 31 tháng 12 năm 2024"),
    ],
)
def test_days_under_ten_and_the_first_two_months_take_a_zero(day: date, written: str) -> None:
    assert full_date(day) == written


@given(st.dates(date(1945, 9, 2), date(2100, 12, 31)))
def test_a_written_date_reads_back_as_itself(day: date) -> None:
    _, in_day, _, in_month, _, in_year = full_date(day).split()
    assert date(int(in_year), int(in_month), int(in_day)) == day
    assert short_date(day) == f"ngày {numeric_date(day)}"
    in_day, in_month, in_year = numeric_date(day).split("/")
    assert date(int(in_year), int(in_month), int(in_day)) == day


@given(st.dates(date(1945, 9, 2), date(2100, 12, 31)))
def test_words_and_digits_of_a_date_take_a_zero_in_the_same_places_and_nowhere_else(day: date) -> None:
    written = [full_date(day).split()[place] for place in (1, 3, 5)]
    assert numeric_date(day).split("/") == written
    assert written[0].startswith("0") is (day.day < 10)
    assert written[1].startswith("0") is (day.month in (1, 2))
    assert len(written[0]) == 2 and len(written[2]) == 4


def test_a_signing_copy_leaves_room_for_the_day_and_the_month() -> None:
    assert blank_date(2024) == "ngày      tháng      năm 2024"


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "I"), (2, "II"), (3, "III"), (4, "IV"), (6, "VI"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV")],
)
def test_roman_numbers(number: int, written: str) -> None:
    assert roman(number) == written


@given(st.integers(1, 3999))
def test_a_roman_number_reads_back_as_itself(number: int) -> None:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[letter] for letter in roman(number)]
    following = [*values[1:], 0]
    assert sum(-one if one < after else one for one, after in zip(values, following, strict=True)) == number


@pytest.mark.parametrize("number", [0, -1])
def test_there_is_no_roman_number_below_one(number: int) -> None:
    with pytest.raises(ValueError):
        roman(number)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("0", "0"),
        ("99.7", "99,7"),
        ("0.08", "0,08"),
        ("98.0", "98"),
        ("100", "100"),
        ("1E+3", "1.000"),
        ("1800000", "1.800.000"),
        ("1234.50", "1.234,5"),
        ("-0.05", "-0,05"),
        ("-0.00", "0"),
    ],
)
def test_a_comma_parts_the_fraction_and_points_part_the_thousands(number: str, written: str) -> None:
    assert decimal(Decimal(number)) == written


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4))
def test_a_written_number_reads_back_as_itself(number: Decimal) -> None:
    assert Decimal(decimal(number).replace(".", "").replace(",", ".")) == number


@pytest.mark.parametrize(("number", "written"), [(0, "00"), (3, "03"), (10, "10"), (16, "16"), (1024, "1.024")])
def test_a_count_has_two_digits_at_least(number: int, written: str) -> None:
    assert count(number) == written


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [(7, 8, "87,5%"), (8, 9, "88,9%"), (2, 3, "66,7%"), (1, 1, "100%"), (0, 5, "0%"), (1, 800, "0,1%"), (3, 2, "150%")],
)
def test_a_share_has_at_most_one_digit_after_the_comma(part: int, whole: int, written: str) -> None:
    assert percentage(part, whole) == written


@pytest.mark.parametrize(("part", "written"), [(125, "12,5%"), (1255, "125,5%"), (Decimal("12.25"), "1,2%")])
def test_a_share_of_a_thousand(part: int | Decimal, written: str) -> None:
    assert percentage(part, 1000) == written


def test_half_a_tenth_is_rounded_up() -> None:
    assert percentage(1, 2000) == "0,1%"
    assert percentage(9985, 10000) == "99,9%"


@pytest.mark.parametrize(
    ("items", "written"),
    [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")],
)
def test_a_list_in_a_sentence(items: list[str], written: str) -> None:
    assert listing(items) == written


def test_the_first_letter_alone_changes_its_case() -> None:
    assert sentence_case("đề nghị UBND") == "Đề nghị UBND"
    assert lower_first("Về việc đề nghị UBND") == "về việc đề nghị UBND"
    assert lower_first("Ủy ban") == "ủy ban"
    assert sentence_case("") == lower_first("") == ""


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_is_off_by_half_a_tenth_at_most_and_has_a_comma_before_its_one_digit(part: int, whole: int) -> None:
    written = percentage(part, whole)
    assert re.fullmatch(r"\d{1,3}(\.\d{3})*(,[1-9])?%", written)
    read = Decimal(written.rstrip("%").replace(".", "").replace(",", "."))
    assert abs(read * whole - part * 100) * 20 <= whole


@given(st.decimals(-(10**6), 10**6, places=3), st.decimals(-(10**6), 10**6, places=3))
def test_a_difference_shows_its_direction_and_reads_back_as_itself(now: Decimal, before: Decimal) -> None:
    written = signed(now - before)
    assert written.startswith("+") is (now > before)
    assert written.startswith("-") is (now < before)
    assert Decimal(written.replace(".", "").replace(",", ".")) == now - before


ITEMS = st.lists(st.from_regex(r"[a-zà-ỹ]( ?[a-zà-ỹ,]){0,8}[a-zà-ỹ)”%](\.\.\.|, v\.v\.)?", fullmatch=True), max_size=6)


@given(ITEMS, st.sampled_from(["", ".", ";", " ;", ",", " ."]))
def test_items_end_with_semicolons_and_the_last_with_a_stop_whatever_was_typed_behind_them(
    items: list[str], typed: str
) -> None:
    stops = [";"] * len(items[1:]) + ["."] * len(items[:1])
    assert itemised(items) == tuple(f"- {item}{stop}" for item, stop in zip(items, stops, strict=True))
    if not any(item.endswith(".") for item in items):
        assert itemised(item + typed for item in items) == itemised(items)


@given(st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True).filter(lambda word: word != "v"), max_size=6))
def test_a_list_in_a_sentence_names_everything_once_and_says_and_before_the_last(words: list[str]) -> None:
    said = listing(words)
    assert re.split(", | và ", said) == (words or [""])
    assert said.count(" và ") == (len(words) > 1)


numbers = st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=6) | st.integers(
    -(10**15), 10**15
)


def by_hand(number: Decimal | int) -> str:
    """Points before each three digits, a comma before the fraction: the rule of the language, without its library."""
    sign = "-" if number < 0 else ""
    whole, _, fraction = f"{abs(number):f}".partition(".")
    groups = []
    while whole:
        whole, group = whole[:-3], whole[-3:]
        groups.insert(0, group)
    fraction = fraction.rstrip("0")
    return (sign if number else "") + ".".join(groups) + (f",{fraction}" if fraction else "")


@given(numbers)
def test_every_number_is_grouped_by_points_with_a_comma_before_its_fraction(number: Decimal | int) -> None:
    assert decimal(number) == by_hand(number)


@given(numbers)
def test_a_number_and_a_difference_read_back_as_themselves(number: Decimal | int) -> None:
    assert read_decimal(decimal(number)) == number
    assert read_decimal(signed(number)) == number


@pytest.mark.parametrize(
    "text", ["", " 5", "1.23", "1,2,3", "12.34.567", "1 234", "1e5", "NaN", "١٢", "--5", "5-", "1.234.", "ba", "0x10"]
)
def test_what_no_office_writes_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_decimal(text)


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_share_is_rounded_half_up_to_one_digit(part: int, whole: int) -> None:
    tenths = (part * 2000 + whole) // (2 * whole)
    assert percentage(part, whole) == f"{by_hand(Decimal(tenths) / 10)}%"


@given(st.lists(st.text("abcđêồ ", min_size=1), max_size=6))
def test_a_list_has_commas_and_one_and_before_the_last(items: list[str]) -> None:
    said = listing(items)
    assert said == (", ".join(items[:-1]) + " và " + items[-1] if len(items) > 1 else "".join(items))


@pytest.mark.parametrize(("value", "written"), [(12.70, "12,7"), (13.04, "13"), (-0.01, "0"), (1234.56, "1.234,6")])
def test_a_measure_has_one_digit_after_the_comma_where_it_needs_it(value: float, written: str) -> None:
    assert measured(value) == written
