from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.domain.shares import percentages


def test_three_thirds_are_a_hundred_per_cent() -> None:
    assert percentages([1, 1, 1]) == ("33,4%", "33,3%", "33,3%")


def test_whole_figures_have_no_comma() -> None:
    assert percentages([1, 0, 3]) == ("25%", "0%", "75%")


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=30).filter(any))
def test_the_printed_shares_add_up_to_a_hundred_and_each_is_near_its_part(parts: list[int]) -> None:
    tenths = [round(float(share[:-1].replace(",", ".")) * 10) for share in percentages(parts)]
    assert sum(tenths) == 1000
    assert all(abs(tenth * sum(parts) - part * 1000) < sum(parts) for tenth, part in zip(tenths, parts, strict=True))


@pytest.mark.parametrize("parts", [[], [0, 0], [3, -1]])
def test_shares_of_nothing_are_refused(parts: list[int]) -> None:
    with pytest.raises(ValueError):
        percentages(parts)
