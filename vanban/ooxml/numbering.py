"""Turn Word's automatic numbering into the labels that a reader sees: ``I.``, ``1.1.``, ``a)``, ``-``."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from vanban.domain.wording import roman
from vanban.ooxml.names import W
from vanban.ooxml.styles import Properties, paragraph_properties
from vanban.ooxml.tree import val, whole

_BULLET_FONTS: Final = re.compile("[\uf000-\uf0ff]")
_PLACE: Final = re.compile(r"%(\d)")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


class _Level:
    def __init__(self, element: etree._Element) -> None:
        self.start = whole(val(element, "start"))
        self.format = val(element, "numFmt") or "decimal"
        self.text = val(element, "lvlText") or ""
        self.legal = element.find(W + "isLgl") is not None
        self.paragraph = paragraph_properties(element.find(W + "pPr"))


class ListNumbering:
    """Counts the numbered paragraphs of one file as they pass."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._overrides: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        for element in () if root is None else root:
            if element.tag == W + "abstractNum":
                levels = {whole(lvl.get(W + "ilvl")) or 0: _Level(lvl) for lvl in element.iterfind(W + "lvl")}
                self._levels[element.get(W + "abstractNumId") or ""] = levels
            elif element.tag == W + "num":
                self._learn_list(element)

    def _learn_list(self, element: etree._Element) -> None:
        number = element.get(W + "numId") or ""
        self._lists[number] = val(element, "abstractNumId") or ""
        for override in element.iterfind(W + "lvlOverride"):
            start = whole(val(override, "startOverride"))
            if start is not None:
                self._overrides[(number, whole(override.get(W + "ilvl")) or 0)] = start

    def level(self, number: str, depth: int) -> Properties:
        """What the list's level says of its paragraphs (indents)."""
        found = self._levels.get(self._lists.get(number, ""), {}).get(depth)
        return {} if found is None else found.paragraph

    def label(self, number: str, depth: int) -> str:
        """Count one more paragraph of the list and say its label; nothing for a list that is not there."""
        abstract = self._lists.get(number, "")
        levels = self._levels.get(abstract, {})
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(abstract, {})
        override = self._overrides.get((number, depth))
        if override is not None and (number, depth) not in self._begun:
            counts[depth] = override
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = self._start(levels[depth])
        self._begun.add((number, depth))
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        return self._print(levels, counts, depth)

    @staticmethod
    def _start(level: _Level) -> int:
        return 1 if level.start is None else level.start

    def _print(self, levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
        level = levels[depth]
        if level.format == "bullet":
            return _BULLET_FONTS.sub("•", level.text)

        def one(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            if other not in levels:
                return ""
            count = counts.get(other, self._start(levels[other]))
            return _count(count, "decimal" if level.legal and other != depth else levels[other].format)

        return _PLACE.sub(one, level.text)


def _count(count: int, form: str) -> str:
    """``count`` in a number format of Word; one that Vietnamese papers do not use prints in digits."""
    if form == "none":
        return ""
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letter = _LETTERS[(count - 1) % 26] * ((count - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        return roman(count).lower() if form == "lowerRoman" else roman(count)
    return f"{count:02d}" if form == "decimalZero" else str(count)
