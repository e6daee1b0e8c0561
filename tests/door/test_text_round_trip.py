"""A text that goes out to Word and comes back is the same text, and nothing in the data changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_office import NOON

from vanban.domain.draft_line import DraftLine
from vanban.domain.draft_tree import read_draft
from vanban.domain.text_copy import tree_lines
from vanban.domain.text_mark import inset_mark, read_inset
from vanban.domain.text_tree import Block, Inset, Outline, PartNumbers
from vanban.domain.work_year import WorkYear
from vanban.proofread import find_paper
from vanban.stationery.editing_copy import CopyLine, editing_copy
from vanban.workflows.deed import Deed
from vanban.workflows.text_export import export_text
from vanban.workflows.text_import import ImportRequest, import_text
from vanban.workflows.texts import read_texts
from vanban.workspace import Workspace

from .random_texts import blocks

SAMPLES = Path(__file__).parents[1] / "workspaces"
DEED = Deed(NOON, "Lan")


def every_year() -> list[tuple[Path, str]]:
    """Every sample with each of its years."""
    roots = [Path(__file__).parents[2], *sorted(SAMPLES.iterdir())]
    return [(root, year.key) for root in roots for year in Workspace(root).years()]


@pytest.mark.parametrize(("root", "year"), every_year(), ids=lambda value: getattr(value, "name", value))
def test_every_text_of_every_sample_comes_back_as_it_went_out(root: Path, year: str, tmp_path: Path) -> None:
    space, wanted = Workspace(root), WorkYear.read(year)
    texts = read_texts(space, wanted)
    assert texts.texts()
    for number, one in enumerate(texts.texts()):
        made = export_text(space, one.name, wanted, tmp_path / f"{number}.docx")
        read = import_text(space, ImportRequest(one.name, made.path, wanted), DEED)
        assert read.document == texts.text(one.name).document, one.name
        assert read.changed_files == (), one.name
        assert read.doubts == (), one.name


@given(blocks(), st.sampled_from(Outline), st.sampled_from(PartNumbers))
def test_any_tree_comes_back_from_a_word_file(tree: tuple[Block, ...], outline: Outline, parts: PartNumbers) -> None:
    lines = [
        CopyLine(one.text, one.said, one.depth, label=one.label, table=one.table)
        for one in tree_lines(tree, outline, parts)
    ]
    found = find_paper(editing_copy(lines, "Thử"), "thử.docx")
    assert found.is_editing_copy
    back = read_draft(found.lines).blocks
    assert _without_order(back) == _without_order(tree)


@given(blocks(), st.sampled_from(Outline), st.sampled_from(PartNumbers))
def test_an_outline_that_says_what_each_line_is_has_the_same_tree(
    tree: tuple[Block, ...], outline: Outline, parts: PartNumbers
) -> None:
    lines = [
        DraftLine(text=f"{one.label} {one.text}".strip(), said=one.said, depth=one.depth, table=one.table)
        for one in tree_lines(tree, outline, parts)
    ]
    assert read_draft(lines).blocks == tree


def test_every_inset_has_a_mark_that_is_read_again() -> None:
    for inset in Inset:
        of_award = "kn-chuong" if inset is Inset.OTHER_AWARDS else None
        block = Block(inset=inset, of_award=of_award)
        assert read_inset(inset_mark(block)) == block


def _without_order(tree: tuple[Block, ...]) -> tuple[Block, ...]:
    """Tables with the order numbers that a Word file shows."""
    return tuple(
        block.model_copy(update={"table": block.table.model_copy(update={"rows": block.table.cells()})})
        if block.table is not None
        else block.model_copy(update={"body": _without_order(block.body)})
        for block in tree
    )
