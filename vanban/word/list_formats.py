"""The lists that a template numbers by itself (ECMA-376 Part 1, 17.9), and the same list begun anew."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from vanban.ooxml import Element, W, main_part, related, tree, val, whole
from vanban.ooxml.styles import Stylist
from vanban.word.docxtpl_pass import DECLARATION

_DEEPEST: Final = 9
_ROOM: Final = 1000
"""Numbers of lists left free above the template's own, for those that a sub-document brings."""
_NO_NUMBERS: Final = ("bullet", "none")
_STYLE: Final = re.compile(r'<w:pStyle\s+w:val="([^"]*)"')
_NUMBER: Final = re.compile(r'<w:numId\s+w:val="([^"]*)"')
_LEVEL: Final = re.compile(r'<w:ilvl\s+w:val="(\d+)"')
_OWN: Final = re.compile(r"<w:numPr\b.*?</w:numPr>|<w:numPr\b[^>]*/>", re.DOTALL)
_BEFORE_NUMBER: Final = re.compile(
    r"<w:pPr>(?:\s*<w:(?:pStyle|keepNext|keepLines|pageBreakBefore|framePr|widowControl)\b[^>]*/>)*"
)


@dataclass(frozen=True)
class ListUse:
    """The list that a paragraph belongs to, as the file numbers its lists, and the level, from 0."""

    number: str
    level: int


class ListFormats:
    """The lists of the template in ``parts``, called ``name``; none of them has ``first_free`` or a number after it.

    Raises :class:`vanban.errors.DamagedPackage`.
    """

    def __init__(self, parts: Mapping[str, bytes], name: str) -> None:
        main = main_part(parts, name)
        self.part = next(iter(related(parts, main, "numbering", name).values()), "")
        self._root = tree(parts[self.part], name) if self.part in parts else None
        styles = next(iter(related(parts, main, "styles", name).values()), "")
        self._stylist = Stylist(tree(parts[styles], name) if styles in parts else None, None)
        root = self._root if self._root is not None else ()
        self._lists = {one.get(W + "numId", ""): one for one in root if one.tag == W + "num"}
        self.first_free = max((whole(number, 0) for number in self._lists), default=0) + _ROOM
        self._shapes = {one.get(W + "abstractNumId", ""): one for one in root if one.tag == W + "abstractNum"}

    def use(self, properties: str) -> ListUse | None:
        """The list of a paragraph with that ``w:pPr``, by itself or by its style; none where no number is printed."""
        named = _STYLE.search(properties)
        by_style = self._stylist.paragraph_level(named[1]) if named else {}
        number, level = _NUMBER.search(properties), _LEVEL.search(properties)
        found = number[1] if number else str(by_style.get("number") or "")
        if found not in self._lists:
            return None
        depth = int(level[1]) if level else self._depth(found, named[1] if named else "", by_style.get("level"))
        shape = self._level(found, depth)
        if shape is None or (val(shape, "numFmt") or "decimal") in _NO_NUMBERS:
            return None
        return ListUse(found, depth)

    def counter(self, use: ListUse) -> str:
        """What counts the paragraphs of a list: lists of one shape count together, but for those that begin anew."""
        begins = any(
            whole(override.get(W + "ilvl"), 0) == use.level and override.find(W + "startOverride") is not None
            for override in self._lists[use.number].iterfind(W + "lvlOverride")
        )
        return f"num {use.number}" if begins else f"abstractNum {val(self._lists[use.number], 'abstractNumId')}"

    def with_begun(self, numbering: bytes, begun: Mapping[int, ListUse]) -> bytes:
        """The part of lists with more: each number of ``begun`` is the list of its use, begun anew at that level."""
        if not begun:
            return numbering
        root = tree(numbering, self.part)
        last = root.findall(W + "num")[-1]
        for number, use in reversed(list(begun.items())):
            last.addnext(self._begun(number, use))
        return (DECLARATION + etree.tostring(root, encoding="unicode")).encode()

    def _begun(self, number: int, use: ListUse) -> Element:
        made = copy.deepcopy(self._lists[use.number])
        made.set(W + "numId", str(number))
        for stale in made.findall(W + "lvlOverride"):
            if stale.find(W + "lvl") is None:
                made.remove(stale)
        kept = {whole(one.get(W + "ilvl"), 0): one for one in made.iterfind(W + "lvlOverride")}
        for depth in range(use.level, _DEEPEST):
            override = kept.get(depth)
            if override is None:
                override = etree.SubElement(made, W + "lvlOverride", {W + "ilvl": str(depth)})
            for stale in override.findall(W + "startOverride"):
                override.remove(stale)
            start = val(self._level(use.number, depth), "start") or "1"
            override.insert(0, override.makeelement(W + "startOverride", {W + "val": start}))
        return made

    def _level(self, number: str, depth: int) -> Element | None:
        """What a list says of a level: itself, its shape, or the style that its shape follows."""
        own = self._lists[number].find(f"{W}lvlOverride[@{W}ilvl='{depth}']/{W}lvl")
        shape = self._shapes.get(val(self._lists[number], "abstractNumId") or "")
        followed = val(shape, "numStyleLink")
        if followed:
            shape = next((one for one in self._shapes.values() if val(one, "styleLink") == followed), shape)
        return own if own is not None or shape is None else shape.find(f"{W}lvl[@{W}ilvl='{depth}']")

    def _depth(self, number: str, style: str, said: object) -> int:
        """The level of a paragraph that does not say it: its style's, or the level that names the style."""
        if isinstance(said, int):
            return said
        depths = ((depth, self._level(number, depth)) for depth in range(_DEEPEST))
        return next((depth for depth, level in depths if style and val(level, "pStyle") == style), 0)


def with_list(properties: str, use: ListUse, number: int) -> str:
    """The ``w:pPr`` of a paragraph with another list in the place of its own, at the same level."""
    said = f'<w:numPr><w:ilvl w:val="{use.level}"/><w:numId w:val="{number}"/></w:numPr>'
    if _OWN.search(properties):
        return _OWN.sub(said, properties, count=1)
    return _BEFORE_NUMBER.sub(lambda found: found[0] + said, properties, count=1)
