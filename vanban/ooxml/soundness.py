"""Whether a Word file is sound: one that Word opens without a word, complete, and that says nothing later or elsewhere.

The one check behind building, issuing, proofreading and the lint of templates. It judges; it never mends.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from typing import Final

from vanban.ooxml.containers import check_content, check_nesting
from vanban.ooxml.fields import check_fetching, check_fields
from vanban.ooxml.flaw import Flaw, SoundnessRule
from vanban.ooxml.identities import check_identities, check_pairs
from vanban.ooxml.leftovers import check_leftovers, may_hold
from vanban.ooxml.links import CONTENT_TYPES, check_parts, check_references
from vanban.ooxml.names import W
from vanban.ooxml.relations import relations_part
from vanban.ooxml.story import Story
from vanban.ooxml.tree import Element, tree

ALL_RULES: Final = frozenset(SoundnessRule)

_KEPT: Final = 128
_LARGEST_KEPT: Final = 1 << 18
_STORIES: Final = frozenset(W + name for name in ("document", "hdr", "ftr", "footnotes", "endnotes", "comments"))
_CHECKS: Final[tuple[Callable[[Story], Iterator[Flaw]], ...]] = (
    check_content,
    check_nesting,
    check_identities,
    check_fields,
    check_fetching,
)


def flaws(
    parts: Mapping[str, bytes],
    trees: Mapping[str, Element],
    name: str,
    rules: Collection[SoundnessRule] = ALL_RULES,
) -> tuple[Flaw, ...]:
    """What is unsound in the Word file of ``parts``, by the rules asked for; nothing where it is sound.

    ``trees`` are the parts that have been read already, by name; the others are read here. ``name`` is the file's name
    in the message of a part that is no XML at all. Raises :class:`vanban.errors.DamagedPackage`.
    """
    stories: list[Story] = []
    found: list[Flaw] = []
    for part in sorted(parts):
        if not part.endswith((".xml", ".rels")) or part == CONTENT_TYPES:
            continue
        relations = parts.get(relations_part(part), b"")
        if part in trees:
            story = Story(part, trees[part])
            found += _of_story(story, parts[part], relations, name)
        else:
            story, own = _constant(part, parts[part], relations, name)
            found += own
        stories += [story] if story.root.tag in _STORIES else []
    if SoundnessRule.PAIR in rules:
        found += check_pairs(stories)
    if SoundnessRule.RELATION in rules:
        found += check_parts(parts, name)
    return tuple(flaw for flaw in found if flaw.rule in rules)


def _of_story(story: Story, content: bytes, relations: bytes, name: str) -> Iterator[Flaw]:
    """What is wrong with a part by itself."""
    for check in _CHECKS:
        yield from check(story)
    yield from check_references(story, relations, name)
    if may_hold(content):
        yield from check_leftovers(story)


def _constant(part: str, content: bytes, relations: bytes, name: str) -> tuple[Story, tuple[Flaw, ...]]:
    """A part that nobody has read yet, with what is wrong with it by itself.

    What a template brings unchanged into every document is read and judged once.
    """
    read = _kept if len(content) <= _LARGEST_KEPT else _read
    return read(part, content, relations, name)


def _read(part: str, content: bytes, relations: bytes, name: str) -> tuple[Story, tuple[Flaw, ...]]:
    story = Story(part, tree(content, name))
    return story, tuple(_of_story(story, content, relations, name))


_kept = lru_cache(maxsize=_KEPT)(_read)
