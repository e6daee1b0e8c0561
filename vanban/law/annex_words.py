"""How a text names what goes with its document (Phụ lục I, Mục III khoản 1 điểm a): in any words, or as its own."""

from __future__ import annotations

import re
from typing import Final

from vanban.domain.suggestion import plain
from vanban.domain.wording import roman

_NAMING: Final = ("phu luc", "kem theo", "dinh kem")
_OWN: Final = re.compile(
    r"\b(?:phụ lục(?:\s+(?:[IVXLC]+|\d+|số\s+\d+))?|\(có (?:danh sách|bảng|biểu|dự toán)|trong danh sách)"
    r"(?:\s+[^\W\d_]+){0,4}?\s+(?<!gửi )(?:kèm theo|đính kèm)(?=\s*[).;,/]|\s*$|\s+(?:[\w ]{0,20})\bnày\b)",
    re.IGNORECASE,
)
_GROUP: Final = re.compile(
    r"(?i:phụ lục)(?P<numbers>(?:\s*(?:(?:,|;|và|đến|-|–|số|(?i:phụ lục))\s*)*\b(?:[IVXLC]+|\d{1,2})\b)+)|(?i:phụ lục)"
)
_NUMBER: Final = re.compile(r"\b(?:[IVXLC]+|\d{1,2})\b")
_TO: Final = re.compile(r"đến|[-–]", re.IGNORECASE)
_VALUES: Final = {said: number for number in range(1, 100) for said in (roman(number), str(number))}


def names_an_annex(text: str, called: str) -> bool:
    """Whether ``text`` speaks of an annex, or of what is ``called`` so, however accents and capitals were typed."""
    said = plain(text)
    return any(words in said for words in (*_NAMING, plain(called)))


def left_unnamed(text: str, among: int) -> tuple[int, ...]:
    """Which of ``among`` numbered annexes ``text`` names not, though it names others by number.

    Empty where it speaks of annexes without numbers at least once, or by no number at all: then all are meant.
    """
    found = list(_GROUP.finditer(text))
    if not found or any(one["numbers"] is None for one in found):
        return ()
    named: set[int] = set()
    for one in found:
        numbers = [_VALUES.get(number.lstrip("0"), 0) for number in _NUMBER.findall(one["numbers"])]
        named |= set(range(min(numbers), max(numbers) + 1)) if _TO.search(one["numbers"]) else set(numbers)
    return tuple(number for number in range(1, among + 1) if number not in named)


def own_annex(text: str) -> str:
    """The words by which ``text`` names an annex of its own document: ``Phụ lục II kèm theo``; empty without."""
    found = _OWN.search(text)
    return found[0].lstrip("(") if found else ""
