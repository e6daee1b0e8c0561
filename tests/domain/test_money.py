from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.domain.money import in_digits, in_digits_and_words, money_in_words, rounded_up
from vanban.domain.number_words import in_words


def test_a_sum_is_named_in_digits_and_words() -> None:
    assert in_digits_and_words(1_410_000) == "1.410.000 đồng (Một triệu bốn trăm mười nghìn đồng)"
    assert in_digits_and_words(540_000) == "540.000 đồng (Năm trăm bốn mươi nghìn đồng)"


def test_words_start_with_a_capital_letter_and_end_in_dong() -> None:
    assert money_in_words(1005) == "Một nghìn không trăm linh năm đồng"


@pytest.mark.parametrize(
    ("hundredths", "rounded"),
    [(0, 0), (1, 10_000), (70_200_000, 710_000), (71_000_000, 710_000), (71_000_001, 720_000)],
)
def test_rounding_goes_up_to_tens_of_thousands(hundredths: int, rounded: int) -> None:
    assert rounded_up(hundredths) == rounded


@given(st.integers(0, 10**12))
def test_rounding_up_never_loses_and_never_adds_a_whole_unit(hundredths: int) -> None:
    assert 0 <= rounded_up(hundredths) * 100 - hundredths < 10_000 * 100


@given(st.integers(0, 10**7))
def test_digits_and_words_of_a_sum_name_the_same_number(dong: int) -> None:
    digits, words = in_digits(dong), money_in_words(dong)
    assert int(digits.removesuffix(" đồng").replace(".", "")) == dong
    assert words.removesuffix(" đồng").lower() == in_words(dong)
    assert words[0].isupper()
    assert in_digits_and_words(dong) == f"{digits} ({words})"
