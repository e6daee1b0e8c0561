"""Numbers and money in Vietnamese words, as a decision writes its prize money (bằng chữ)."""

from __future__ import annotations

from typing import Final

_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS: Final = {1: "mốt", 4: "tư", 5: "lăm"}
"""What a last digit becomes after ``hai mươi`` … ``chín mươi``; after ``mười`` only five changes."""

_THOUSANDS: Final = ((1_000_000, "triệu"), (1_000, "nghìn"), (1, ""))
_BILLION: Final = 1_000_000_000

LARGEST: Final = 10**15
"""The largest number with words here: ``một triệu tỷ``."""


def in_words(number: int) -> str:
    """``number`` in words, small letters: ``một nghìn không trăm linh năm``.

    A group of three digits that is all zeros is not read; any other group after the first is read with all its three
    digits (``không trăm``, ``linh``), so no two numbers have the same words. ``ValueError`` below 0 and above
    :data:`LARGEST`.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(number)
    if number == 0:
        return _DIGITS[0]
    billions, rest = divmod(number, _BILLION)
    parts = [*_millions(billions, first=True), "tỷ"] if billions else []
    return " ".join((*parts, *_millions(rest, first=not billions)))


def _millions(number: int, *, first: bool) -> list[str]:
    """The words of a number below a billion; ``first`` where nothing is read before it."""
    words: list[str] = []
    for size, unit in _THOUSANDS:
        group, number = divmod(number, size)
        if group:
            words += [*_three_digits(group, whole=not first), *filter(None, (unit,))]
            first = False
    return words


def _three_digits(number: int, *, whole: bool) -> list[str]:
    """The words of 1 to 999; ``whole``: the hundreds and tens are read even where they are 0."""
    hundreds, rest = divmod(number, 100)
    if not hundreds and not whole:
        return _two_digits(rest)
    words = [_DIGITS[hundreds], "trăm"]
    if rest == 0:
        return words
    return [*words, *(("linh", _DIGITS[rest]) if rest < 10 else _two_digits(rest))]


def _two_digits(number: int) -> list[str]:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return [_DIGITS[ones]]
    if tens == 1:
        return ["mười", *(["lăm"] if ones == 5 else [_DIGITS[ones]] if ones else [])]
    return [_DIGITS[tens], "mươi", *([_AFTER_TENS.get(ones, _DIGITS[ones])] if ones else [])]
