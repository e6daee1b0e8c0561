"""Where the tone mark stands in a syllable: one convention for the texts that this program writes itself.

Vietnamese has two: ``hoà, khoẻ, uỷ`` and ``hòa, khỏe, ủy``. Nghị định 30/2020/NĐ-CP prints ``CỘNG HÒA``, and
constants follow it. Names of people and places stay as they are registered: never pass them through here. To compare
two spellings, use :func:`vanban.domain.text.matching_key`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_OPEN_RHYME: Final = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])", re.IGNORECASE)
"""oa, oe, uy with the tone on the second letter and nothing after it; in ``qu`` the u belongs to the initial."""


def with_new_tone_placement(text: str) -> str:
    """``text`` with ``hoà``, ``khoẻ``, ``uỷ`` written ``hòa``, ``khỏe``, ``ủy``; all else as it is, in NFC."""
    return _OPEN_RHYME.sub(_moved, unicodedata.normalize("NFC", text))


def _moved(found: re.Match[str]) -> str:
    marked = unicodedata.normalize("NFD", found[0])
    return unicodedata.normalize("NFC", marked[0] + marked[2] + marked[1])
