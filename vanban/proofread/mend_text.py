"""Mend the characters: the same letters, stored as Unicode has them. Words, numbers and marks are never changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from lxml import etree

from vanban.proofread.edit import texts
from vanban.proofread.mark import Mark

_COMBINING: Final = re.compile("[\u0300-\u036f]+")
_ETHS: Final = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"})
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


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
