"""Whatever stands in whatever, each number follows the one before it, and nothing that was said is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vanban.domain.text_tree import Block, LineRole, Outline, PartNumbers, numbered

WORDS = st.sampled_from(("Một.", "Hai:", "Ba", "Bốn;"))
LEAVES = st.one_of(WORDS.map(lambda said: Block(text=said)), WORDS.map(lambda said: Block(item=said)))


def _held(field: str, inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    bodies = st.lists(inner, max_size=3).map(tuple)
    return st.builds(lambda said, body: Block(**{field: said, "body": body}), WORDS, bodies)


CLAUSES = st.one_of(LEAVES, _held("clause", st.one_of(LEAVES, _held("point", LEAVES))))
ARTICLES = st.one_of(CLAUSES, _held("article", CLAUSES))
SECTIONS = st.one_of(ARTICLES, _held("section", ARTICLES), _held("section", _held("section", ARTICLES)))
TREES = st.lists(
    st.one_of(SECTIONS, _held("chapter", SECTIONS), _held("part", st.one_of(SECTIONS, _held("chapter", SECTIONS)))),
    max_size=4,
).map(tuple)


def said(blocks: tuple[Block, ...]) -> list[str]:
    return [text for block in blocks for text in (block.words, *said(block.body))]


@given(TREES, st.sampled_from(Outline), st.sampled_from(PartNumbers))
def test_every_word_is_printed_once_in_reading_order(
    tree: tuple[Block, ...], outline: Outline, parts: PartNumbers
) -> None:
    lines = [line for line in numbered(tree, outline, parts) if line.role is not LineRole.HEADING]
    assert [line.text.casefold() for line in lines] == [text.casefold() for text in said(tree)]


@given(TREES, st.sampled_from(Outline))
def test_articles_count_through_the_whole_text(tree: tuple[Block, ...], outline: Outline) -> None:
    articles = [line.label for line in numbered(tree, outline) if line.role in ARTICLE_ROLES]
    assert articles == [f"Điều {n}." for n in range(1, len(articles) + 1)]


@given(st.lists(st.lists(WORDS, max_size=4), min_size=1, max_size=5), st.sampled_from(Outline))
def test_the_clauses_of_each_article_count_from_one(shape: list[list[str]], outline: Outline) -> None:
    tree = tuple(Block(article="Một.", body=tuple(Block(clause=said) for said in clauses)) for clauses in shape)
    labels = [line.label for line in numbered(tree, outline) if line.role is LineRole.CLAUSE]
    assert labels == [f"{n}." for clauses in shape for n in range(1, len(clauses) + 1)]


ARTICLE_ROLES = (LineRole.ARTICLE, LineRole.ARTICLE_TITLE)
