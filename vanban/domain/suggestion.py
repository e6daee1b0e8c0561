"""The known word that somebody probably meant: a slip of the keys, never another thing that looks alike.

``at_most`` is no slip for ``at_least`` and ``tran-thi-b`` none for ``tran-thi-c``: where one part of a word says
something else, nothing is suggested.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_PARTS: Final = re.compile(r"[\W_]+")
_SHORTEST_SLIP: Final = 3
"""A part of fewer letters is an initial or a number: another one means another person, another unit."""
_LIKE: Final = 0.6
_ALIKE: Final = 0.6
_REMEMBERED: Final = 1 << 16


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`` Có phải là “…”?`` for the known word nearest to ``word``, with its leading space; or nothing."""
    found = nearest(word, known)
    return f" Có phải là “{found}”?" if found else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word of which ``word`` is most likely a slip; ``None`` where it is none of any."""
    words = sorted(known)
    same = next((other for other in words if plain(other) == plain(word)), None)
    if same is not None:
        return same
    near = difflib.get_close_matches(word.casefold(), [other.casefold() for other in words], n=5, cutoff=_LIKE)
    by_case = {other.casefold(): other for other in reversed(words)}
    return next((by_case[other] for other in near if is_slip(word, other)), None)


def is_slip(word: str, other: str) -> bool:
    """Whether every part of ``word`` is one of ``other``, or a misspelling of it; parts may be missing or too many."""
    left, right = plain(word).split(), plain(other).split()
    for sort, start, end, begin, stop in difflib.SequenceMatcher(a=left, b=right, autojunk=False).get_opcodes():
        mine, theirs = left[start:end], right[begin:stop]
        if sort == "replace" and not _misspelt(mine, theirs):
            return False
        left_over = mine if sort == "delete" else theirs if sort == "insert" else []
        if any(len(part) < _SHORTEST_SLIP and not (part.isdigit() and sort == "delete") for part in left_over):
            return False
    return True


def _misspelt(mine: list[str], theirs: list[str]) -> bool:
    if len(mine) != len(theirs):
        mine, theirs = ["".join(mine)], ["".join(theirs)]
    return all(_letters_apart(one, other) for one, other in zip(mine, theirs, strict=True))


def _letters_apart(one: str, other: str) -> bool:
    if one.isdigit() or other.isdigit() or min(len(one), len(other)) < _SHORTEST_SLIP:
        return False
    return difflib.SequenceMatcher(a=one, b=other, autojunk=False).ratio() >= _ALIKE


@lru_cache(maxsize=_REMEMBERED)
def plain(word: str) -> str:
    """``word`` without what is easily typed otherwise: case, accents, hyphens, zeros before a number."""
    letters = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(part.lstrip("0") or part for part in _PARTS.split(bare) if part)
