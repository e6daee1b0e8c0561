"""Sums of money in đồng: whole numbers, in digits and in words."""

from __future__ import annotations

from vanban.domain.number_words import in_words
from vanban.domain.wording import decimal, sentence_case


def in_digits(dong: int) -> str:
    """``1.410.000 đồng``."""
    return f"{decimal(dong)} đồng"


def money_in_words(dong: int) -> str:
    """``Một triệu bốn trăm mười nghìn đồng``; ``ValueError`` as :func:`~vanban.domain.number_words.in_words`."""
    return f"{sentence_case(in_words(dong))} đồng"


def in_digits_and_words(dong: int) -> str:
    """``1.410.000 đồng (Một triệu bốn trăm mười nghìn đồng)``: how a decision names a sum."""
    return f"{in_digits(dong)} ({money_in_words(dong)})"


def rounded_up(dong_times_hundred: int, unit: int = 10_000) -> int:
    """A sum given in hundredths of a đồng, rounded up to whole ``unit``: ``làm tròn số lên hàng chục nghìn đồng``."""
    return -(-dong_times_hundred // (unit * 100)) * unit
