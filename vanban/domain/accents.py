"""Text without Vietnamese accents, as people type it into a search box."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_MARKS: Final = re.compile("[\u0300-\u036f]+")


def accent_free(text: str) -> str:
    """``Khen thưởng  ĐỢT 1`` → ``khen thuong dot 1``: no marks, no capitals, single spaces."""
    letters = _MARKS.sub("", unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D")))
    return " ".join(letters.casefold().split())
