"""Names in Vietnamese order: by given name, letters before tones."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from vanban.domain.names import by_given_name
from vanban.domain.tone import with_new_tone_placement

_IN_ORDER = ["An", "Ân", "Bình", "Công", "Dũng", "Đạt", "Hà", "Hạ", "Hòa", "Quỳnh", "Tuấn", "Ước", "Yến"]


def test_given_names_stand_in_the_order_of_the_vietnamese_alphabet() -> None:
    jumbled = _IN_ORDER[7:] + _IN_ORDER[:7]
    assert sorted(jumbled, key=by_given_name) == _IN_ORDER


def test_the_given_name_decides_then_the_family_name_then_the_rest() -> None:
    names = ["Trần Văn An", "Nguyễn Văn Bình", "Nguyễn Thị An", "Nguyễn Thị Ánh An"]
    assert sorted(names, key=by_given_name) == [
        "Nguyễn Thị An",
        "Nguyễn Thị Ánh An",
        "Trần Văn An",
        "Nguyễn Văn Bình",
    ]


def test_a_tone_decides_only_between_equal_letters() -> None:
    assert sorted(["Hạ", "Hã", "Hả", "Há", "Hà", "Ha", "Hai"], key=by_given_name) == [
        "Ha",
        "Hà",
        "Hả",
        "Hã",
        "Há",
        "Hạ",
        "Hai",
    ]


def test_the_place_of_the_tone_makes_no_difference() -> None:
    assert by_given_name("Lê Hoà") == by_given_name("Lê Hòa")
    assert by_given_name("Lê Thuý") == by_given_name("Lê Thúy")


_NAMES = (Path(__file__).parents[1] / "ingest" / "names.txt").read_text(encoding="utf-8").split("\n")
FAMILY, MIDDLE, GIVEN = (words.split() for words in _NAMES[:3])
NAMES = st.tuples(st.sampled_from(FAMILY), st.sampled_from(MIDDLE), st.sampled_from(GIVEN)).map(" ".join)
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"


def letters(word: str) -> list[int]:
    """The letters of a word by their place in the alphabet, tones left out: written a second time, another way."""
    bare = "".join(mark for mark in unicodedata.normalize("NFD", word.casefold()) if mark not in _TONES)
    return [_LETTERS.index(letter) for letter in unicodedata.normalize("NFC", bare) if letter in _LETTERS]


@given(NAMES, NAMES)
def test_of_two_people_the_one_whose_given_name_comes_first_in_the_alphabet_comes_first(one: str, other: str) -> None:
    left, right = letters(one.rpartition(" ")[2]), letters(other.rpartition(" ")[2])
    if left != right and "'" not in one + other:
        assert (by_given_name(one) < by_given_name(other)) is (left < right)


@given(st.lists(NAMES, max_size=8))
def test_sorting_loses_nobody_and_does_not_depend_on_the_order_before(names: list[str]) -> None:
    ordered = sorted(names, key=by_given_name)
    assert sorted(ordered) == sorted(names)
    keys = [by_given_name(name) for name in ordered]
    turned = names[1:] + names[:1]
    assert keys == [by_given_name(name) for name in sorted(turned, key=by_given_name)]


@given(NAMES)
def test_capitals_split_accents_and_the_place_of_a_tone_do_not_move_a_name(name: str) -> None:
    assert by_given_name(name.upper()) == by_given_name(name)
    assert by_given_name(unicodedata.normalize("NFD", name)) == by_given_name(name)
    assert by_given_name(with_new_tone_placement(name)) == by_given_name(name)
