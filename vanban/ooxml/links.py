"""Whether what a part refers to is in the file, and every part is known by its kind (ECMA-376 Part 2, 9.3, 10.1.2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, cast
from urllib.parse import unquote

from lxml import etree

from vanban.ooxml.flaw import Flaw, SoundnessRule, flaw
from vanban.ooxml.names import PACKAGE_RELATIONS, R
from vanban.ooxml.story import Story, area_of
from vanban.ooxml.tree import Element, tree

CONTENT_TYPES: Final = "[Content_Types].xml"

_REFERRING: Final = etree.XPath("//*[@r:*]", namespaces={"r": R.strip("{}")})
_KEPT: Final = 64
_EMPTY: Final = b"<none/>"


@lru_cache(maxsize=_KEPT)
def _relations(content: bytes, folder: str, name: str) -> dict[str, str | None]:
    """The targets inside the package by relation id; none for what is outside of it."""
    found: dict[str, str | None] = {}
    for relation in tree(content, name).iter(PACKAGE_RELATIONS + "Relationship"):
        target = unquote(relation.get("Target") or "").partition("#")[0]
        path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[relation.get("Id") or ""] = None if relation.get("TargetMode") == "External" or not target else path
    return found


def check_references(story: Story, relations: bytes, name: str) -> Iterator[Flaw]:
    """References by id to a relation that the part has not."""
    known = _relations(relations or _EMPTY, posixpath.dirname(story.part), name)
    for element in _referring(story.root):
        for key, value in element.attrib.items():
            if str(key).startswith(R) and value and value not in known:
                yield flaw(SoundnessRule.RELATION, story, element, f"dẫn tới phần “{value!s}” không có trong tệp")


def _referring(root: Element) -> list[Element]:
    return cast(list[Element], _REFERRING(root))


def check_parts(parts: Mapping[str, bytes], name: str) -> Iterator[Flaw]:
    """Relations to a part that is not in the file, and parts whose kind nobody tells."""
    for part in sorted(parts):
        if part.endswith(".rels"):
            home = posixpath.dirname(posixpath.dirname(part))
            for target in _relations(parts[part], home, name).values():
                if target is not None and target not in parts:
                    reason = f"dẫn tới phần “{target}” không có trong tệp"
                    yield Flaw(SoundnessRule.RELATION, area_of(part), "", reason)
    for part in _untyped(parts, name):
        yield Flaw(SoundnessRule.RELATION, area_of(part), "", f"phần “{part}” không rõ là loại gì")


def _untyped(parts: Mapping[str, bytes], name: str) -> Iterator[str]:
    extensions, named = _types(parts.get(CONTENT_TYPES, _EMPTY), name)
    for part in sorted(parts):
        is_known = part.rpartition(".")[2].lower() in extensions or f"/{part}".lower() in named
        if part != CONTENT_TYPES and not part.endswith("/") and not is_known:
            yield part


@lru_cache(maxsize=_KEPT)
def _types(content: bytes, name: str) -> tuple[frozenset[str], frozenset[str]]:
    root = tree(content, name)
    extensions = frozenset(element.get("Extension", "").lower() for element in root.iter("{*}Default"))
    return extensions, frozenset(element.get("PartName", "").lower() for element in root.iter("{*}Override"))
