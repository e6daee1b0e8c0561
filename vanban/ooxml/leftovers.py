"""Tags of a template that nobody filled in, wherever they stand in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vanban.ooxml.flaw import Flaw, SoundnessRule
from vanban.ooxml.story import Story, excerpt
from vanban.ooxml.tree import Element

OPENING: Final = re.compile(r"[{｛]\s*[{｛%％]|%7B\s*(?:%7B|%25|%)", re.IGNORECASE)
"""``{{``, ``{%``, ``{ {``, the wide ones of a Chinese or Japanese keyboard, and ``%7B%7B`` as addresses write it."""

_AROUND: Final = 40
_WIDE_BRACE: Final = "｛".encode()
_WRITTEN_BRACES: Final = re.compile(rb"%7B|&#(?:123|x0*7B);", re.IGNORECASE)


def may_hold(content: bytes) -> bool:
    """Whether a part could hold a tag at all: a look at its bytes, with no false no."""
    if b"{" in content or _WIDE_BRACE in content:
        return True
    return (b"%7" in content or b"&#" in content) and _WRITTEN_BRACES.search(content) is not None


def leftovers(root: Element) -> Iterator[tuple[Element, str]]:
    """What is left of tags under ``root``: where, and the words from its opening on."""
    texts: dict[Element, str] = {}
    for element in root.iter("{*}*"):
        if element.text and not element.text.isspace():
            paragraph = next(element.iterancestors("{*}p"), element)
            texts[paragraph] = texts.get(paragraph, "") + element.text
        for value in element.attrib.values():
            if found := OPENING.search(str(value)):
                yield element, _words(str(value), found.start())
    for paragraph, text in texts.items():
        if found := OPENING.search(text):
            yield paragraph, _words(text, found.start())


def _words(text: str, start: int) -> str:
    return text[start : start + _AROUND]


def check_leftovers(story: Story) -> Iterator[Flaw]:
    """Tags that are left in the part."""
    for element, words in leftovers(story.root):
        quoted = excerpt(element) or words
        yield Flaw(SoundnessRule.TAG, story.area, quoted, f"chỗ điền còn để nguyên: “{words}”")
