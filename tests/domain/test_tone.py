"""One placement of tones for the program's own texts; names keep theirs."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path

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


PACKAGE = Path(__file__).parents[2] / "vanban"
_READS_BOTH_SPELLINGS = {
    "domain/tone.py",
    "domain/syllable.py",
    "domain/legacy.py",
    "law/capitals.py",
    "law/typing_rules.py",
    "domain/words_in_use.py",
    "domain/counted_units.py",
    "domain/target_reading.py",
    "law/basis_reading.py",
}


def constants() -> Iterator[tuple[str, str]]:
    """Every text that the program says itself, with its module; docstrings and proofreading show how others write."""
    for path in sorted(PACKAGE.rglob("*.py")):
        where = path.relative_to(PACKAGE).as_posix()
        if where not in _READS_BOTH_SPELLINGS and not where.startswith("proofread/"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
                    yield where, unicodedata.normalize("NFC", node.value)


def test_every_text_of_the_program_places_its_tones_the_one_way() -> None:
    assert [(where, text) for where, text in constants() if with_new_tone_placement(text) != text] == []


def test_nothing_in_the_program_moves_the_tone_of_a_name() -> None:
    users = [
        path.name for path in PACKAGE.rglob("*.py") if "with_new_tone_placement" in path.read_text(encoding="utf-8")
    ]
    assert users == ["tone.py"]
