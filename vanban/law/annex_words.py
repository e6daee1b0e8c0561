"""How a text names what goes with its document (Phụ lục I, Mục III khoản 1 điểm a): in any words, or as its own."""

from __future__ import annotations

import re
from typing import Final

from vanban.domain.suggestion import plain

_NAMING: Final = ("phu luc", "kem theo", "dinh kem")
_OWN: Final = re.compile(
    r"\b(?:phụ lục(?:\s+(?:[IVXLC]+|\d+|số\s+\d+))?|\(có (?:danh sách|bảng|biểu|dự toán)|trong danh sách)"
    r"(?:\s+[^\W\d_]+){0,4}?\s+(?<!gửi )(?:kèm theo|đính kèm)(?=\s*[).;,/]|\s*$|\s+(?:[\w ]{0,20})\bnày\b)",
    re.IGNORECASE,
)


def names_an_annex(text: str, called: str) -> bool:
    """Whether ``text`` speaks of an annex, or of what is ``called`` so, however accents and capitals were typed."""
    said = plain(text)
    return any(words in said for words in (*_NAMING, plain(called)))


def own_annex(text: str) -> str:
    """The words by which ``text`` names an annex of its own document: ``Phụ lục II kèm theo``; empty without."""
    found = _OWN.search(text)
    return found[0].lstrip("(") if found else ""
