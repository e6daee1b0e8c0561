"""Mend the form of numbers and dates, and the characters: never a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from lxml import etree

from vanban.proofread.edit import rewrite, texts
from vanban.proofread.mark import Mark

_COMBINING: Final = re.compile("[\u0300-\u036f]+")
_ETHS: Final = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"})
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_HYPHENS: Final = re.compile("[‐‑‒–—−]")

_REWRITES: Final[dict[str, tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]]] = {
    "TT-07.colon": (re.compile(r"\bSố\s*(?!:)(?=[\d…._\s/])"), "Số: "),
    "TT-07.zero": (re.compile(r"(?<=[:\s])(\d)(?=\s*/)"), r"0\1"),
    "TT-07.spaces": (re.compile(r"(?<=/)[\w\s–—-]*"), lambda match: re.sub(r"\s+", "", match[0])),
    "TT-07.hyphen": (re.compile(r"(?<=/)[\w‐‑‒–—−-]*"), lambda match: _HYPHENS.sub("-", match[0])),
    "TT-08.day": (re.compile(r"(ngày\s+)(\d)(?=\s)"), r"\g<1>0\2"),
    "TT-08.month": (re.compile(r"(tháng\s+)([12])(?=\s)"), r"\g<1>0\2"),
    "TT-08.month-extra": (re.compile(r"(tháng\s+)0([3-9])(?=\s)"), r"\1\2"),
    "TT-09.comma": (re.compile(r"(?<=[^\s,])\s*,?\s+(?=ngày\s)"), ", "),
}


def mend_form(mark: Mark) -> bool:
    """Give a number or date the form that its rule asks for; whether anything changed."""
    if mark.paragraph is None or mark.rule.id not in _REWRITES:
        return False
    pattern, new = _REWRITES[mark.rule.id]
    held = texts(mark.paragraph.element)
    if mark.rule.id == "TT-07.spaces":
        rewrite(held, re.compile(r"(?<=\d)\s+(?=/)"), "")
        rewrite(held, pattern, new)
        return True
    return rewrite(held, pattern, new)


def mend_characters(mark: Mark) -> bool:
    """Compose Vietnamese letters, put Đ for its look-alikes, take invisible characters out."""
    if mark.paragraph is None:
        return False
    changes: dict[str, Callable[[str], str]] = {
        "TT-21.nfc": lambda text: unicodedata.normalize("NFC", text),
        "TT-21.eth": lambda text: text.translate(_ETHS),
        "TT-21.invisible": lambda text: _INVISIBLE.sub("", text),
    }
    held = texts(mark.paragraph.element)
    before = [element.text for element in held]
    if mark.rule.id == "TT-21.nfc":
        _gather_tones(held)
    for element in held:
        element.text = changes[mark.rule.id](element.text or "")
    return [element.text for element in held] != before


def _gather_tones(held: list[etree._Element]) -> None:
    """Move a tone that begins a run to the letter that ends the run before."""
    for previous, element in pairwise(held):
        match = _COMBINING.match(element.text or "")
        if match is not None and previous.text:
            previous.text += match[0]
            element.text = (element.text or "")[match.end() :]
