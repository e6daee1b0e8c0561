"""By which words a text names its annexes, and which of several it leaves out."""

from __future__ import annotations

import pytest

from vanban.law.annex_words import left_unnamed, names_an_annex, own_annex


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Chi tiết tại Phụ lục I kèm theo.", (2, 3)),
        ("Theo Phụ lục I, Phụ lục III.", (2,)),
        ("Theo Phụ lục I, II và III kèm theo.", ()),
        ("Theo các phụ lục I - III.", ()),
        ("Theo Phụ lục 1 đến Phụ lục 3.", ()),
        ("Theo Phụ lục số 01; theo Phụ lục số 2.", (3,)),
        ("Theo các phụ lục kèm theo, nhất là Phụ lục I.", ()),
        ("Phụ lục vi phạm kèm theo.", ()),
        ("Có danh sách kèm theo.", ()),
        ("", ()),
    ],
)
def test_an_annex_that_is_left_out_beside_named_ones_is_found(text: str, left: tuple[int, ...]) -> None:
    assert left_unnamed(text, 3) == left


@pytest.mark.parametrize(
    ("text", "called", "names"),
    [
        ("Có bảng KÈM THEO.", "Phụ lục", True),
        ("Xem phu luc.", "danh sách", True),
        ("Theo danh mục dưới đây", "Danh mục", True),
        ("Theo danh mục dưới đây", "Phụ lục", False),
    ],
)
def test_an_annex_is_named_however_it_was_typed(text: str, called: str, names: bool) -> None:
    assert names_an_annex(text, called) is names


def test_the_words_for_an_annex_of_ones_own_are_found_and_those_of_a_decree_are_not() -> None:
    assert own_annex("Theo Phụ lục II chi tiết đính kèm.") == "Phụ lục II chi tiết đính kèm"
    assert own_annex("theo Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP") == ""
