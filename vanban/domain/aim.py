"""How far a measure is to go, in numbers and in the words of a plan: printed here, read back here.

``không quá 2%``, ``đạt từ 172 lao động trở lên``, ``tăng 5% so với năm trước``, ``xếp thứ 3 trở lên``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import Final, Self

from pydantic import Field, model_validator

from vanban.domain.record import Record
from vanban.domain.text import tidy
from vanban.domain.wording import count, decimal, read_decimal

PER_CENT: Final = "%"
_POINTS: Final = "điểm %"
_THAN_LAST_YEAR: Final = "so với năm trước"


class Comparison(StrEnum):
    """How a result is held against its target."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BELOW = "below"
    ABOVE = "above"
    EXACTLY = "exactly"
    BETWEEN = "between"
    KEEP = "keep"
    DONE = "done"
    INCREASE = "increase"
    DECREASE = "decrease"
    RANK = "rank"


CHANGES: Final = frozenset({Comparison.INCREASE, Comparison.DECREASE})
"""What is held against last year's result."""

WITHOUT_VALUE: Final = frozenset({Comparison.KEEP, Comparison.DONE})
"""What may be judged without a number."""


class Aim(Record):
    """How far to go: ``value``, in a range up to ``upper``, counted in ``unit``.

    ``of_last_year``: an increase or decrease is so many per cent of last year's result, whatever that is counted in.
    """

    comparison: Comparison = Field(title="Cách so sánh")
    value: Decimal | None = Field(default=None, title="Mức")
    upper: Decimal | None = Field(default=None, title="Mức trên của khoảng")
    unit: str | None = Field(default=None, title="Đơn vị tính")
    of_last_year: bool = Field(default=False, title="Tính bằng phần trăm của năm trước")

    @model_validator(mode="after")
    def _can_be_said(self) -> Self:
        if self.value is None and self.comparison not in WITHOUT_VALUE:
            raise ValueError("Mức chỉ tiêu so sánh bằng số nhưng thiếu số.")
        if self.upper is None and self.comparison is Comparison.BETWEEN:
            raise ValueError("Mức chỉ tiêu là một khoảng nhưng thiếu mức trên.")
        if self.upper is not None and (self.value is None or self.upper <= self.value):
            raise ValueError("Mức trên của khoảng không lớn hơn mức dưới.")
        if self.of_last_year and self.comparison not in CHANGES:
            raise ValueError("Chỉ mức tăng, giảm mới tính bằng phần trăm của năm trước.")
        return self

    def figure(self, number: Decimal) -> str:
        """``number`` as printed where the unit stands elsewhere: ``98%``, ``03``, ``172``, ``0,08%``, a rank ``3``."""
        if self.of_last_year or self.unit == PER_CENT:
            points = self.comparison in CHANGES and not self.of_last_year
            return f"{decimal(number)} {_POINTS}" if points else decimal(number) + PER_CENT
        if self.comparison is Comparison.RANK or number != number.to_integral_value():
            return decimal(number)
        return count(int(number))

    @property
    def figures(self) -> str:
        """The value to reach: ``98%``, ``01 đến 02``; empty where only done or kept counts."""
        if self.value is None:
            return ""
        return self.figure(self.value) + (f" đến {self.figure(self.upper)}" if self.upper is not None else "")

    @property
    def words(self) -> str:
        """The whole as a plan says it; :func:`read_aim` reads it back."""
        counted = self.unit if self.unit != PER_CENT and not self.of_last_year else None
        amount = " ".join(filter(None, (self.figures, counted)))
        match self.comparison:
            case Comparison.AT_LEAST:
                return f"đạt từ {amount} trở lên"
            case Comparison.EXACTLY if self.upper is not None:
                return f"từ {amount}"
            case Comparison.KEEP | Comparison.DONE:
                return f"{_OPENING[self.comparison]} {amount}".strip()
            case Comparison.INCREASE | Comparison.DECREASE:
                return f"{_OPENING[self.comparison]} {amount} {_THAN_LAST_YEAR}"
            case Comparison.RANK if self.value == 1:
                return "xếp thứ nhất"
            case Comparison.RANK:
                return f"xếp thứ {amount} trở lên"
            case _:
                return f"{_OPENING[self.comparison]} {amount}"


_OPENING: Final = {
    Comparison.AT_MOST: "không quá",
    Comparison.BELOW: "dưới",
    Comparison.ABOVE: "trên",
    Comparison.EXACTLY: "đúng",
    Comparison.BETWEEN: "từ",
    Comparison.KEEP: "giữ vững",
    Comparison.DONE: "hoàn thành",
    Comparison.INCREASE: "tăng",
    Comparison.DECREASE: "giảm",
}

_NUMBER: Final = r"[0-9][0-9.,]*"
_UNIT: Final = r"(?:\s*(?P<unit>%|[^\s\d%](?:[^%;]*?[^\s;])?|điểm (?:%|phần trăm)))?"
_AMOUNT: Final = rf"(?P<value>{_NUMBER}){_UNIT}"
_RANGE: Final = rf"(?P<value>{_NUMBER})\s*%?\s*(?:đến|-|–)\s*(?P<upper>{_NUMBER}){_UNIT}"
_THAN: Final = r"(?: (?:so )?với (?:kết quả )?(?:cùng kỳ )?(?:năm|của năm) (?:trước|ngoái|[0-9]{4}))?"
_ORDINAL_WORDS: Final = {"nhất": 1, "nhì": 2, "hai": 2, "ba": 3, "tư": 4, "năm": 5}

_READ: Final[tuple[tuple[Comparison, re.Pattern[str]], ...]] = tuple(
    (comparison, re.compile(pattern))
    for comparison, pattern in (
        (
            Comparison.RANK,
            rf"(?:được )?(?:xếp|đứng)(?: hạng| vị trí)? thứ (?:(?P<value>{_NUMBER})|(?P<word>nhất|nhì|hai|ba|tư|năm))"
            r"(?: trở lên)?",
        ),
        (Comparison.INCREASE, rf"tăng(?: thêm)?(?: từ| ít nhất)? {_AMOUNT}(?: trở lên)?{_THAN}"),
        (Comparison.DECREASE, rf"giảm(?: từ| ít nhất)? {_AMOUNT}(?: trở lên)?{_THAN}"),
        (Comparison.AT_MOST, rf"(?:không (?:vượt )?quá|tối đa|nhiều nhất|không cao hơn|không lớn hơn|≤) ?{_AMOUNT}"),
        (Comparison.AT_MOST, rf"từ {_AMOUNT} trở xuống"),
        (Comparison.AT_LEAST, rf"(?:ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|≥) ?{_AMOUNT}"),
        (Comparison.BELOW, rf"(?:dưới|thấp hơn|ít hơn|<) ?{_AMOUNT}"),
        (Comparison.ABOVE, rf"(?:trên|hơn|cao hơn|>) ?{_AMOUNT}"),
        (Comparison.EXACTLY, rf"(?:đúng|bằng|=) ?{_AMOUNT}"),
        (Comparison.KEEP, rf"(?:giữ vững|giữ nguyên|duy trì)(?: {_AMOUNT})?"),
        (Comparison.DONE, rf"(?:hoàn thành|thực hiện xong)(?: {_AMOUNT})?"),
        (Comparison.AT_LEAST, rf"(?:đạt )?(?:từ )?{_RANGE} trở lên"),
        (Comparison.BETWEEN, rf"(?:đạt )?(?:từ |trong khoảng |khoảng từ )?{_RANGE}"),
        (Comparison.AT_LEAST, rf"(?:đạt |đạt tỷ lệ )?(?:từ )?{_AMOUNT}(?: trở lên)?"),
    )
)
"""What opens each comparison, the narrower ways of saying before the wider."""

_HOW: Final = (
    "Hãy ghi như: từ 98% trở lên; không quá 2%; dưới 0,08%; trên 95%; đúng 12; từ 80% đến 90%; giữ vững; hoàn thành; "
    "tăng 5% so với năm trước; giảm 02 vụ; xếp thứ 3 trở lên."
)


def read_aim(words: str) -> Aim:
    """The aim that ``words`` say, in any of the usual ways; a plain figure is to be reached or passed.

    ``ValueError``, in Vietnamese and with a remedy, for anything else.
    """
    said = tidy(words).rstrip(" .;,")
    lowered = said[:1].lower() + said[1:]
    for comparison, pattern in _READ:
        found = pattern.fullmatch(lowered)
        if found is not None:
            return _aim(comparison, found.groupdict(), said)
    raise ValueError(f"Không hiểu mức “{said}”.", _HOW)


def _aim(comparison: Comparison, said: dict[str, str | None], words: str) -> Aim:
    unit = said.get("unit")
    of_last_year = comparison in CHANGES and unit == PER_CENT
    if unit in (_POINTS, "điểm phần trăm"):
        unit = PER_CENT
    try:
        value = _ordinal(said["word"]) if said.get("word") else _read(said.get("value"))
        upper = _read(said.get("upper"))
    except ValueError:
        raise ValueError(f"Số trong “{words}” không đọc được.", "Hãy ghi số như 12, 1.800 hoặc 99,7.") from None
    return Aim(
        comparison=comparison, value=value, upper=upper, unit=None if of_last_year else unit, of_last_year=of_last_year
    )


def _ordinal(word: str | None) -> Decimal:
    return Decimal(_ORDINAL_WORDS[word or "nhất"])


def _read(number: str | None) -> Decimal | None:
    return None if number is None else read_decimal(number)
