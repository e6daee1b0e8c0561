from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.domain.text import matching_key
from vanban.domain.tone import with_new_tone_placement


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Cộng hoà", "Cộng hòa"),
        ("CỘNG HOÀ", "CỘNG HÒA"),
        ("Uỷ ban nhân dân", "Ủy ban nhân dân"),
        ("uỷ quyền; thuỷ lợi; khoẻ", "ủy quyền; thủy lợi; khỏe"),
        ("hoá, hoả, hoã, hoạ, xoè, luỹ, tuỵ", "hóa, hỏa, hõa, họa, xòe, lũy, tụy"),
    ],
)
def test_the_tone_moves_to_the_first_letter_of_an_open_rhyme(old: str, new: str) -> None:
    assert with_new_tone_placement(old) == new
    assert with_new_tone_placement(unicodedata.normalize("NFD", old)) == new
    assert with_new_tone_placement(new) == new


@pytest.mark.parametrize(
    "text", ["quý, quỳ, Quỹ thi đua", "giá, già", "hoàn, hoạt, khoản, huỳnh, thuyết, tuýt", "ngoằn ngoèo", "hòa, ủy"]
)
def test_every_other_syllable_stays(text: str) -> None:
    assert with_new_tone_placement(text) == text


@given(st.text(alphabet="hoaeuyqgkt àáảãạèéẻẽẹỳýỷỹỵòóUYOẢỶ", max_size=30))
def test_the_new_placement_says_the_same_and_is_stable(text: str) -> None:
    moved = with_new_tone_placement(text)
    assert matching_key(moved) == matching_key(text)
    assert with_new_tone_placement(moved) == moved
