"""How an office writes dates, numbers and lists (Nghị định 30/2020/NĐ-CP, Phụ lục I).

What is a matter of the language alone comes from Babel's Vietnamese data; what the decree writes in its own way (zeros
of days and months, names of days, counts of two digits) is written here, and its docstring says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from babel.core import Locale
from babel.lists import format_list
from babel.numbers import NumberFormatError, format_decimal, format_percent, parse_decimal

_VIETNAMESE: Final = Locale("vi")
_NUMBER: Final = re.compile(r"[+-]?[0-9][0-9.,]*")

BLANK: Final = "     "
"""The room that a signing copy leaves for a number, a day or a month written after signature (Điều 15 khoản 2)."""

_ROMAN: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def full_date(day: date) -> str:
    """``ngày 05 tháng 3 năm 2024``: a zero before days under 10 and months 1 and 2 only (Mục II khoản 4 điểm b)."""
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month <= 2 else str(day.month)


def blank_date(year: int | None) -> str:
    """``ngày      tháng      năm 2024``: the date line of a copy that is not signed yet; ``năm 20…`` of any year."""
    return f"ngày{BLANK} tháng{BLANK} năm {'20…' if year is None else year}"


def short_date(day: date) -> str:
    """``ngày 26/01/2024``: a citation's date in digits."""
    return f"ngày {numeric_date(day)}"


DATE_EXAMPLE: Final = "ví dụ 05/3/2024 (05/03/2024 cũng được)"
"""How a clerk is told to write a day: as documents print it; what the program reads besides."""


def numeric_date(day: date) -> str:
    """``26/01/2024``, ``02/6/2023``: zeros as in words, by which ``12/6`` and ``12/06`` are never two spellings."""
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def read_day(written: str) -> date | None:
    """The day that is written ``05/3/2024``, ``05/03/2024`` or ``2024-03-05``; nothing where it is none."""
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        with suppress(ValueError):
            return datetime.strptime(written.strip(), form).date()
    return None


def clock(hour: time) -> str:
    """``14 giờ 00 phút``: a time of day as minutes and invitations write it."""
    return f"{hour.hour:02d} giờ {hour.minute:02d} phút"


def weekday(day: date) -> str:
    """``thứ Năm``: a capital for the day alone (Phụ lục II, Mục V khoản 8 điểm c); Babel's data write ``Thứ Năm``."""
    return ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")[day.weekday()]


def roman(number: int) -> str:
    """``number`` in Roman digits; ``ValueError`` below 1."""
    if number < 1:
        raise ValueError(number)
    letters = ""
    for value, letter in _ROMAN:
        count, number = divmod(number, value)
        letters += letter * count
    return letters


def decimal(number: Decimal | int) -> str:
    """A number as the office writes it: ``1.800.000``, ``99,7``; every digit it has, no needless zeros."""
    return format_decimal(number + 0, locale=_VIETNAMESE, decimal_quantization=False)


def read_decimal(text: str) -> Decimal:
    """The number of :func:`decimal`, read back: points part thousands, a comma the fraction; signs as printed.

    ``ValueError`` for anything that is written in another way: Babel alone would take ``1e5``, ``NaN``, ``١٢`` too.
    """
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    try:
        return parse_decimal(text.removeprefix("+"), locale=_VIETNAMESE, strict=True)
    except NumberFormatError as fault:
        raise ValueError(text) from fault


def measured(value: float, places: int = 1) -> str:
    """A measure as a clerk writes it, with at most ``places`` digits after the comma: ``12,7``, ``13``."""
    return decimal(Decimal(value).quantize(Decimal(1).scaleb(-places)))


def signed(number: Decimal | int) -> str:
    """A difference: ``+13``, ``-0,01``, ``0``."""
    return f"+{decimal(number)}" if number > 0 else decimal(number)


def count(number: int) -> str:
    """A count of people or things: two digits at least (``03``, ``16``, ``1.024``), so that nobody adds one by hand."""
    return f"{number:02d}" if number < 10 else decimal(number)


_TENTHS: Final = re.compile(r"\d,\d%")
_WHOLE: Final = re.compile(r"(?<![\d,.])(\d{1,3}(?:\.\d{3})*)%")


def percentage(part: Decimal | int, whole: Decimal | int) -> str:
    """``part`` of ``whole`` in per cent with at most one digit after the comma: ``98,3%``. ``whole`` is not 0.

    A half is rounded up, as an office rounds; Babel rounds it to the even digit.
    """
    share = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return format_percent(share / 100, locale=_VIETNAMESE, decimal_quantization=False)


def percentages(parts: Iterable[tuple[Decimal | int, Decimal | int]]) -> list[str]:
    """The same for figures that stand under each other: all with a digit after the comma, or none.

    Empty where there is no whole.
    """
    return alike(percentage(part, whole) if whole else "" for part, whole in parts)


def alike(texts: Iterable[str]) -> list[str]:
    """The texts, whose shares all have a digit after the comma where one of them has: ``100,0%`` beside ``87,5%``."""
    made = list(texts)
    if not any(_TENTHS.search(text) for text in made):
        return made
    return [_WHOLE.sub(r"\1,0%", text) for text in made]


def listing(items: Iterable[str]) -> str:
    """``a, b và c``."""
    return format_list(list(items), locale=_VIETNAMESE)


def introduced(number: int) -> str:
    """How a sentence leads over to so many names: “gồm” is said of several."""
    return ":" if number == 1 else ", gồm:"


def either(items: Iterable[str]) -> str:
    """``a, b hoặc c``."""
    return format_list(list(items), "or", locale=_VIETNAMESE)


def itemised(texts: Iterable[str]) -> tuple[str, ...]:
    """``- a;``, ``- b.``: items under each other, “;” after each and “.” after the last; none has two stops."""
    items = [_unstopped(text) for text in texts]
    return tuple(f"- {item}{'.' if place == len(items) else ';'}" for place, item in enumerate(items, start=1))


def _unstopped(text: str) -> str:
    """``text`` without the stop at its end; the dots of ``v.v.`` and ``...`` are no stop."""
    text = text.rstrip(" ;,")
    return text[:-1].rstrip() if text.endswith(".") and not text.endswith(("..", "v.v.")) else text


def sentence_case(text: str) -> str:
    """``text`` with a capital first letter and the rest untouched."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """``text`` with a small first letter and the rest untouched: a subject that goes on a sentence."""
    return text[:1].lower() + text[1:]
