"""Symbols of documents, ``24/KH-UBND``, at whose hyphens Word ends no line."""

from __future__ import annotations

import re
from typing import Final

from vanban.domain.phrases import SYMBOLS

_IN_TEXT: Final = tuple(re.compile(rf"{symbol}(?=[^<>]*</w:t>)") for symbol in SYMBOLS)
_HYPHEN: Final = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


def hold_symbols(xml: str) -> str:
    """Rendered XML with the hyphens of symbols as Word's own no-break hyphen, which reads as a hyphen everywhere."""
    for symbol in _IN_TEXT:
        xml = symbol.sub(_held, xml)
    return xml


def _held(found: re.Match[str]) -> str:
    return found[0].replace("-", _HYPHEN)
