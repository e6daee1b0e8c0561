"""Symbols of documents, ``24/KH-UBND``, at whose hyphens Word ends no line."""

from __future__ import annotations

import re
from typing import Final

from vanban.domain.phrases import SYMBOL

_IN_TEXT: Final = re.compile(rf"(?:{SYMBOL.pattern})(?=[^<>]*</w:t>)")
_HYPHEN: Final = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


def hold_symbols(xml: str) -> str:
    """Rendered XML with the hyphens of symbols as Word's own no-break hyphen, which reads as a hyphen everywhere."""
    return _IN_TEXT.sub(lambda found: found[0].replace("-", _HYPHEN), xml)
