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
from vanban.ooxml.names import R, W
from vanban.ooxml.story import Story
from vanban.ooxml.tree import Element, tree

ALL_RULES: Final = frozenset(SoundnessRule)

_KEPT: Final = 128
_R: Final = R.strip("{}").encode()
_LARGEST_KEPT: Final = 1 << 18
_STORIES: Final = frozenset(W + name for name in ("document", "hdr", "ftr", "footnotes", "endnotes", "comments"))
_OF_STORY: Final[Mapping[SoundnessRule, Callable[[Story], Iterator[Flaw]]]] = {
    SoundnessRule.CONTENT: check_content,
    SoundnessRule.NESTING: check_nesting,
    SoundnessRule.IDENTITY: check_identities,
    SoundnessRule.FIELD: check_fields,
    SoundnessRule.OUTSIDE: check_fetching,
}


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
        if part in trees:
            stories.append(Story(part, trees[part]))
        elif part.endswith((".xml", ".rels")) and part != CONTENT_TYPES:
            story, left = _constant(part, parts[part], name)
            stories += [story] if story is not None else []
            found += left if SoundnessRule.TAG in rules else ()
    for story in stories:
        found += _of_story(story, parts, name, rules)
        if SoundnessRule.TAG in rules and story.part in trees and may_hold(parts[story.part]):
            found += check_leftovers(story)
    if SoundnessRule.PAIR in rules:
        found += check_pairs(stories)
    if SoundnessRule.RELATION in rules:
        found += check_parts(parts, name)
    return tuple(found)


def _of_story(story: Story, parts: Mapping[str, bytes], name: str, rules: Collection[SoundnessRule]) -> Iterator[Flaw]:
    for rule, check in _OF_STORY.items():
        if rule in rules:
            yield from check(story)
    if SoundnessRule.RELATION in rules:
        yield from check_references(story, parts, name)


def _constant(part: str, content: bytes, name: str) -> tuple[Story | None, tuple[Flaw, ...]]:
    """A part as a story if its own checks are worth a look, and the tags that are left in it.

    What a template brings unchanged into every document is read once.
    """
    return _kept(part, content, name) if len(content) <= _LARGEST_KEPT else _read(part, content, name)


def _read(part: str, content: bytes, name: str) -> tuple[Story | None, tuple[Flaw, ...]]:
    story = Story(part, tree(content, name))
    left = tuple(check_leftovers(story)) if may_hold(content) else ()
    matters = story.root.tag in _STORIES or story.root.find(W + "mailMerge") is not None or _R in content
    return (story if matters else None), left


_kept = lru_cache(maxsize=_KEPT)(_read)
