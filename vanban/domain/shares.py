"""Percentages of one whole that add up to 100, as a table of shares must."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.domain.wording import percentage

_TENTHS = 1000
"""A whole in tenths of a per cent."""


def percentages(parts: Sequence[int]) -> tuple[str, ...]:
    """Each part of their sum in per cent with at most one digit after the comma, so that the printed figures add up to
    100%: what rounding down leaves over goes to the largest remainders, of equal ones to the first.

    ``ValueError`` for a negative part or a sum of 0.
    """
    whole = sum(parts)
    if whole == 0 or min(parts) < 0:
        raise ValueError(parts)
    tenths = [part * _TENTHS // whole for part in parts]
    by_remainder = sorted(range(len(parts)), key=lambda place: -(parts[place] * _TENTHS % whole))
    for place in by_remainder[: _TENTHS - sum(tenths)]:
        tenths[place] += 1
    return tuple(percentage(share, _TENTHS) for share in tenths)
