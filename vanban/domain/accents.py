"""Text without Vietnamese accents, as people type it into a search box."""

from __future__ import annotations

import unicodedata


def accent_free(text: str) -> str:
    """``Khen thưởng  ĐỢT 1`` → ``khen thuong dot 1``: no marks, no capitals, single spaces."""
    plain = text.replace("đ", "d").replace("Đ", "d")
    letters = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return " ".join(letters.casefold().split())
