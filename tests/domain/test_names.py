from __future__ import annotations

from vanban.domain.names import by_given_name

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
