"""Which of some texts became which of others: equal ones first, between them those most alike, in order."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

_ALIKE: Final = 0.4
_COMPARED: Final = 400
"""Characters of a text that are looked at for likeness."""

Pair = tuple[int | None, int | None]
"""A place before and a place after; ``None`` where it is new or gone."""


def aligned(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pairs of places in ``old`` and in ``new``, in order."""
    found: list[Pair] = []
    for sort, start, end, begin, stop in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if sort == "equal":
            found += zip(range(start, end), range(begin, stop), strict=True)
        else:
            found += _between(old[start:end], new[begin:stop], start, begin)
    return found


def _between(old: Sequence[str], new: Sequence[str], start: int, begin: int) -> list[Pair]:
    found: list[Pair] = []
    used = 0
    for place, text in enumerate(new):
        likest = max(((_likeness(old[mine], text), -mine) for mine in range(used, len(old))), default=(0.0, 0))
        if likest[0] < _ALIKE:
            found.append((None, begin + place))
            continue
        mine = -likest[1]
        found += [(start + gone, None) for gone in range(used, mine)]
        found.append((start + mine, begin + place))
        used = mine + 1
    return found + [(start + gone, None) for gone in range(used, len(old))]


def _likeness(one: str, other: str) -> float:
    match = SequenceMatcher(a=one[:_COMPARED], b=other[:_COMPARED], autojunk=False)
    return match.ratio() if match.real_quick_ratio() >= _ALIKE and match.quick_ratio() >= _ALIKE else 0.0
