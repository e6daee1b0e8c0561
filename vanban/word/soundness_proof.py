"""Tell from a template whether every document from it is sound as it comes, so that none has to be read again for it.

A holder of paragraphs keeps its last paragraph where that stands outside of the conditions and loops in the holder; a
table keeps a row and a row a cell in the same way; numbers stay single where no loop repeats them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from vanban.ooxml import Element, W
from vanban.ooxml.containers import HOLDERS
from vanban.ooxml.identities import astray, check_identities
from vanban.ooxml.story import Story
from vanban.word.balance import BRANCH, END_OF_BRANCH

_HOLDERS: Final = "|".join(sorted(name.removeprefix(W) for name in HOLDERS))
_TOKEN: Final = re.compile(
    rf"[{BRANCH}{END_OF_BRANCH}]"
    rf"|<(/?)w:({_HOLDERS}|p|tbl|tr)(?:\s[^<>]*?)?(/?)>"
    r"|<w:(?:bookmark|comment|perm)\w+|<wp:docPr\b|<w:sdtPr\b|<v:\w+"
)
# The name comes before the looking back: it is found at once.
_LOOSE: Final = re.compile(rf"</w:(?:(?:(?<!</w:p></w:)(?:{_HOLDERS})|(?<!</w:tc></w:)tr|(?<!</w:tr></w:)tbl)>)")
_EMPTY: Final = re.compile(rf"<w:(?:{_HOLDERS}|tr|tbl)(?:\s[^<>]*)?/>")


@dataclass
class _Holder:
    """An open element; ``is_kept``: it surely has in the end what it must have."""

    tag: str
    depth: int
    is_kept: bool = False


@dataclass
class _Reader:
    depth: int = 0
    is_certain: bool = True
    open: list[_Holder] = field(default_factory=list)

    def enter(self, tag: str) -> None:
        """An element begins: what the one around needs, if no branch lies between them."""
        if self.open:
            above, is_always = self.open[-1], self.open[-1].depth == self.depth
            if (tag == "p" and above.tag not in ("tbl", "tr")) or (above.tag, tag) in (("tbl", "tr"), ("tr", "tc")):
                above.is_kept |= is_always
            elif tag == "tbl":
                above.is_kept = False
        if tag != "p":
            self.open.append(_Holder(tag, self.depth))

    def leave(self, tag: str) -> None:
        """An element ends; the paragraph of a control is that of what is around it."""
        if not self.open or self.open[-1].tag != tag:
            return
        holder = self.open.pop()
        self.is_certain &= holder.is_kept
        if tag == "sdtContent" and self.open:
            self.open[-1].is_kept |= self.open[-1].depth == self.depth


class Assurance(NamedTuple):
    """What is sure of every document from a template."""

    single: bool
    """No number stands in it twice."""
    whole: bool
    """Every holder, table and row has what it needs."""
    is_told: bool
    """Where it lacks that, :func:`is_whole` says so."""


NOTHING_PROVED: Final = Assurance(single=False, whole=False, is_told=False)


def proof(skeleton: str) -> Assurance:
    """What every document that follows the ``skeleton`` of a balanced template is without mending."""
    reader = _Reader()
    is_single = True
    for token in _TOKEN.finditer(skeleton):
        closing, tag, alone = token.groups()
        if token[0] in (BRANCH, END_OF_BRANCH):
            reader.depth += 1 if token[0] == BRANCH else -1
        elif tag is None:
            is_single &= not reader.depth
        else:
            is_single &= not (reader.depth and "paraId=" in token[0])
            if closing:
                reader.leave(tag)
            else:
                reader.enter(tag)
                if alone and tag != "p":
                    reader.leave(tag)
    return Assurance(is_single, reader.is_certain, _EMPTY.search(skeleton) is None)


def is_whole(xml: str) -> bool:
    """Whether every holder of well-formed ``xml`` ends with a paragraph, every table with a row, every row with a cell.

    Where not, it may still have what it needs, and has to be read. Elements without an end tag are not seen.
    """
    return _LOOSE.search(xml) is None


def is_single(root: Element, part: str) -> bool:
    """Whether a part, its branches taken once each, gives every number once and has both ends of every mark."""
    story = Story(part, root)
    return not any(astray(story)) and not any(check_identities(story))
