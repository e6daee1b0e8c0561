"""The known word that somebody probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`` Có phải bạn muốn viết “…”?`` for the known word nearest to ``word``, with its leading space; or nothing."""
    found = difflib.get_close_matches(word, sorted(known), n=1)
    return f" Có phải bạn muốn viết “{found[0]}”?" if found else ""
