"""A file is brought to what it shall say line by line: reader and editor agree, and what did not change keeps its
characters."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.ingest import YamlText, yaml_writing
from vanban.ingest.written_tree import Written
from vanban.ingest.yaml_splice import said, same, spliced

DATA = Path(__file__).parents[2] / "data"
FILES = sorted(DATA.rglob("*.yaml"))

_NAMES = st.sampled_from(["key", "name", "body", "section", "clause", "item", "text", "recipients", "purpose", "rows"])
_WORDS = st.sampled_from(
    [
        "Phong trào thi đua",
        "năm 2024",
        "- gạch",
        "a: b",
        "# dấu thăng",
        "“Ngày Chủ Nhật xanh”",
        "98%",
        "01/3/2024",
        "no",
    ]
)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=14).map(" ".join) | st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20
)
_LINES = st.lists(_TEXTS, min_size=2, max_size=3).map("\n".join)
_TREES = st.recursive(
    _TEXTS | _LINES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_NAMES, inner, max_size=4),
    max_leaves=18,
)
_ROOTS = st.dictionaries(_NAMES, _TREES, min_size=1, max_size=6)


@given(_ROOTS)
def test_what_is_written_is_read_again(tree: Written) -> None:
    assert same(said(yaml_writing.block(tree, 0) + "\n"), tree)


@given(_ROOTS, _ROOTS)
def test_a_file_says_what_it_shall_after_any_change(before: Written, after: Written) -> None:
    text = yaml_writing.block(before, 0) + "\n"
    assert same(said(spliced(text, after)), after)
    assert spliced(text, before) == text


def _changed_at(tree: Written, draw: st.DataObject, new: str) -> Written:
    """The tree with one of its places changed, gone, or doubled."""
    if isinstance(tree, dict) and tree:
        name = draw.draw(st.sampled_from(sorted(tree)))
        if draw.draw(st.integers(0, 7)) == 0 and len(tree) > 1:
            return {other: value for other, value in tree.items() if other != name}
        return {other: _changed_at(value, draw, new) if other == name else value for other, value in tree.items()}
    if isinstance(tree, list) and tree:
        place = draw.draw(st.integers(0, len(tree) - 1))
        sort = draw.draw(st.sampled_from(["inside", "inside", "gone", "new"]))
        if sort == "gone" and len(tree) > 1:
            return tree[:place] + tree[place + 1 :]
        if sort == "new":
            return [*tree[:place], new, *tree[place:]]
        return [*tree[:place], _changed_at(tree[place], draw, new), *tree[place + 1 :]]
    return new


@given(st.data(), st.sampled_from(FILES), _TEXTS)
def test_one_change_in_a_file_of_the_sample_leaves_every_other_line_and_comment(
    draw: st.DataObject, file: Path, new: str
) -> None:
    text = file.read_text("utf-8")
    tree = said(text)
    after = _changed_at(tree, draw, new)
    changed = spliced(text, after)
    assert same(said(changed), after)
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert [line for line in changed.splitlines() if line.startswith("#")] == comments
    was, now = YamlText(text), YamlText(changed)
    for path in was.places:
        if len(path) == 1 and path in now.places and _at(tree, path[0]) == _at(after, path[0]):
            assert now.said(path) == was.said(path)


def _at(tree: Written, step: str | int) -> Written | None:
    if isinstance(tree, dict):
        return tree.get(str(step))
    return tree[int(step)] if isinstance(tree, list) and int(step) < len(tree) else None


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("a: 1 # ghi chú\nb: 2\n", {"a": "một", "b": "2"}, "a: một # ghi chú\nb: 2\n"),
        ("# đầu\n- a\n- b   # hai\n- c\n", ["a", "c"], "# đầu\n- a\n- c\n"),
        ("- a\n\n# về b\n- b\n", ["a", "mới", "b"], "- a\n- mới\n\n# về b\n- b\n"),
        ("x:\n  - key: a\n    name: A\n", {"x": [{"key": "a", "name": "B"}]}, "x:\n  - key: a\n    name: B\n"),
        ("x: [a, b]\ny: 1\n", {"x": ["a", "c"], "y": "1"}, "x: [a, c]\ny: 1\n"),
        ("x:\n  - a\n", {"x": ["a"], "y": "b"}, "x:\n  - a\ny: b\n"),
    ],
)
def test_a_change_touches_its_own_lines(before: str, after: Written, wanted: str) -> None:
    assert spliced(before, after) == wanted
