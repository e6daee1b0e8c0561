"""Where a piece of a text stands decides its number; what somebody typed there is taken off."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from vanban.domain.text_table import TextTable
from vanban.domain.text_tree import SAYING, Block, LineRole, Outline, PartNumbers, numbered, typed_label


def tree(*blocks: dict[str, Any]) -> tuple[Block, ...]:
    return tuple(Block.model_validate(block) for block in blocks)


def said(
    *blocks: dict[str, Any], outline: Outline = Outline.ROMAN, parts: PartNumbers = PartNumbers.ROMAN
) -> list[str]:
    return [f"{one.label} {one.text}".strip() for one in numbered(tree(*blocks), outline, parts)]


def test_sections_clauses_points_and_dashes_are_numbered_as_row_6b_shows() -> None:
    text = {
        "section": "MỤC ĐÍCH",
        "body": [
            {"section": "Yêu cầu", "body": [{"clause": "Một."}, {"clause": "Hai:", "body": [{"point": "A;"}] * 5}]},
            {"clause": "Ba."},
            {"item": "Bốn:", "body": [{"item": "Năm:", "body": [{"item": "Sáu."}]}]},
        ],
    }
    assert said(text, text)[:13] == [
        "I. MỤC ĐÍCH", "1. Yêu cầu", "1.1. Một.", "1.2. Hai:", "a) A;", "b) A;", "c) A;", "d) A;", "đ) A;",
        "2. Ba.", "- Bốn:", "+ Năm:", "• Sáu.",
    ]  # fmt: skip
    assert said(text, text)[13:15] == ["II. MỤC ĐÍCH", "1. Yêu cầu"]


def test_chapters_and_articles_count_through_the_whole_text_and_clauses_begin_anew() -> None:
    chapter = {
        "chapter": "Quy định chung",
        "body": [
            {
                "section": "Phạm vi",
                "body": [
                    {
                        "section": "Nhỏ hơn",
                        "body": [{"article": "Đối tượng", "body": [{"clause": "Một."}, {"clause": "Hai."}]}],
                    }
                ],
            }
        ],
    }
    made = said({"part": "Chung", "body": [chapter]}, {"part": "Riêng", "body": [chapter]}, parts=PartNumbers.WORDS)
    assert made[:10] == [
        "Phần thứ nhất", "CHUNG", "Chương I", "QUY ĐỊNH CHUNG", "Mục 1", "PHẠM VI", "Tiểu mục 1", "NHỎ HƠN",
        "Điều 1. Đối tượng", "1. Một.",
    ]  # fmt: skip
    assert made[11:] == [
        "Phần thứ hai", "RIÊNG", "Chương II", "QUY ĐỊNH CHUNG", "Mục 1", "PHẠM VI", "Tiểu mục 1", "NHỎ HƠN",
        "Điều 2. Đối tượng", "1. Một.", "2. Hai.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("outline", "labels"),
    [
        (Outline.ROMAN, ["I.", "1.", "1.1.", "1.1.1.", "2."]),
        (Outline.LETTERS, ["A.", "I.", "1.", "1.1.", "1."]),
        (Outline.ARABIC, ["1.", "1.1.", "1.1.1.", "1.1.1.1.", "1.2."]),
    ],
)
def test_a_text_has_the_numbers_that_its_office_uses(outline: Outline, labels: list[str]) -> None:
    deep = {
        "section": "A",
        "body": [{"section": "B", "body": [{"section": "C", "body": [{"clause": "D."}]}]}, {"clause": "E."}],
    }
    assert [one.label for one in numbered(tree(deep), outline)] == labels


def test_the_words_of_an_article_are_its_title_where_its_sentences_stand_below() -> None:
    clauses = [{"clause": "Một."}]
    titled = tree({"article": "Phạm vi", "body": clauses}, {"article": "Giao Ủy ban:", "body": clauses})
    roles = [one.role for one in numbered((*titled, Block(article="Không có gì")))]
    assert roles == [
        LineRole.ARTICLE_TITLE, LineRole.CLAUSE, LineRole.ARTICLE, LineRole.CLAUSE, LineRole.ARTICLE,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("1. Tổ chức", "1."),
        ("1.2. Tổ chức", "1.2."),
        ("2) Tổ chức", "2)"),
        ("a) Tổ chức", "a)"),
        ("đ) Tổ chức", "đ)"),
        ("IV. TỔ CHỨC", "IV."),
        ("A. TỔ CHỨC", "A."),
        ("- Tổ chức", "-"),
        ("– Tổ chức", "–"),
        ("+ Tổ chức", "+"),
        ("Điều 3. Tổ chức", "Điều 3."),
        ("Phần thứ nhất TỔ CHỨC", "Phần thứ nhất"),
        ("Chương II QUY ĐỊNH", "Chương II"),
        ("2024 là năm", ""),
        ("1.000 hộ", ""),
        ("98% hộ", ""),
        ("Điều chỉnh quy định", ""),
        ("Mục tiêu chung", ""),
        ("-", ""),
        ("a", ""),
    ],
)
def test_a_number_or_dash_that_somebody_typed_is_known_and_taken_off(typed: str, label: str) -> None:
    assert typed_label(typed) == label
    assert Block(clause=typed).words == typed.removeprefix(label).strip()
    assert Block(text=typed).words == typed


@given(st.sampled_from([name for name in SAYING if name != "text"]), st.text("Aa1-).) IVđ", min_size=1, max_size=12))
def test_taking_off_leaves_the_end_of_what_was_written(field: str, words: str) -> None:
    left = Block(**{field: words}).words
    assert words.endswith(left) and (left or not words.strip())


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ({}, "đúng một trong các mục"),
        ({"text": "A", "item": "B"}, "đúng một trong các mục"),
        ({"text": "A", "body": [{"item": "B"}]}, "không chứa khối khác"),
        ({"section": "A", "body": [{"part": "B"}]}, "Phần không nằm trong mục được."),
        ({"clause": "A", "body": [{"article": "B"}]}, "Điều không nằm trong khoản được."),
        ({"item": "A", "body": [{"clause": "B"}]}, "Khoản không nằm trong gạch đầu dòng được."),
        ({"inset": "awards", "about": "Kinh tế"}, "chỉ đi với danh sách chỉ tiêu"),
    ],
)
def test_what_cannot_stand_so_is_refused_in_vietnamese(block: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        Block.model_validate(block)


CRITERIA = {
    "columns": [{"name": "TT"}, {"name": "Tiêu chí"}, {"name": "Điểm", "total": True}],
    "rows": [("Đoàn kết", "12,5"), ("2a", "Kỷ luật", "30"), ("Khác", "")],
}


def test_a_table_counts_its_rows_and_adds_its_columns() -> None:
    table = TextTable.model_validate(CRITERIA)
    assert table.cells() == (("1", "Đoàn kết", "12,5"), ("2a", "Kỷ luật", "30"), ("3", "Khác", ""))
    assert table.total() == ("", "Tổng cộng", "42,5")
    assert TextTable.model_validate({"columns": [{"name": "A"}], "rows": [("1",)]}).total() == ()


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("A",)], "Dòng 1 của bảng có 1 ô, trong khi bảng có 3 cột."),
        ([("A", "1"), ("1", "A", "2", "3")], "Dòng 2 của bảng có 4 ô"),
        ([("A", "mười")], "Cột “Điểm” được cộng nhưng dòng 1 ghi “mười”."),
    ],
)
def test_a_row_that_does_not_fit_its_columns_is_told(rows: list[Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        TextTable.model_validate({**CRITERIA, "rows": rows})
