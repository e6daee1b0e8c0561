"""Which lines of the data differ, in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vanban.batch import data_changes


def _lines(text: str, first: int = 2) -> dict[int, str]:
    return {number: sign for number, sign in enumerate(text, start=first) if sign != " "}


def _said(before: str, after: str) -> str:
    return data_changes({"results.xlsx": _lines(before)}, {"results.xlsx": _lines(after)}).get("results.xlsx", "")


def test_the_same_lines_are_no_change() -> None:
    assert data_changes({"a": _lines("xyz")}, {"a": _lines("xyz")}) == {}
    assert data_changes({}, {}) == {}


def test_a_line_that_differs_is_named_by_its_number() -> None:
    assert _said("abcdefghijklm", "abcdefghijXlm") == "dòng 12"


def test_neighbouring_lines_are_named_as_a_range() -> None:
    assert _said("abcdefgh", "abXYefgh") == "dòng 4–5"
    assert _said("abcdefgh", "aXcdefYh") == "dòng 3, dòng 8"


def test_a_line_put_in_does_not_make_those_below_it_changed() -> None:
    assert _said("abcdefgh", "abcXdefgh") == "thêm dòng 5"
    assert _said("abc", "abcXY") == "thêm dòng 5–6"
    assert _said("abc", "Xabc") == "thêm dòng 2"


def test_a_line_taken_out_is_named_by_its_old_number() -> None:
    assert _said("abcdefgh", "abcefgh") == "bỏ dòng 5 cũ"
    assert _said("abc", "") == "bỏ dòng 2–4 cũ"


def test_changes_of_several_sorts_are_named_in_their_order() -> None:
    assert _said("abcdefghij", "aXcdfghYij") == "dòng 3, bỏ dòng 6 cũ, thêm dòng 9"


def test_blank_lines_between_keep_their_numbers() -> None:
    assert _said("ab  cd", "ab  cX") == "dòng 7"


def test_many_places_are_cut_short() -> None:
    assert _said("ababababababababab", "aXaXaXaXaXaXaXaXaX") == (
        "dòng 3, dòng 5, dòng 7, dòng 9, dòng 11, dòng 13, và 3 chỗ khác"
    )


def test_a_file_that_came_or_went_is_named() -> None:
    assert data_changes({"old.csv": _lines("a")}, {"new.csv": _lines("a")}) == {
        "new.csv": "(tệp mới)",
        "old.csv": "(không còn tệp)",
    }


def test_a_line_that_differs_in_a_large_file_is_found_between_what_is_alike() -> None:
    before = {number: f"line {number}" for number in range(1, 20_001)}
    assert data_changes({"a": before}, {"a": {**before, 12: "other", 15: "other"}}) == {"a": "dòng 12, dòng 15"}


def test_large_files_that_differ_throughout_are_named_as_one_range() -> None:
    # Line by line this comparison takes minutes: every line has thousands of possible partners.
    before = {number: "ab"[number % 2] for number in range(2, 20_002)}
    after = {number: "ba"[number % 2] + "c" * (number % 7 == 0) for number in range(2, 20_002)}
    assert data_changes({"a": before}, {"a": after}) == {"a": "dòng 2–20001"}


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=12))
def test_something_is_said_exactly_where_the_lines_differ(before: str, after: str) -> None:
    same = list(_lines(before).values()) == list(_lines(after).values())
    assert bool(_said(before, after)) != same
