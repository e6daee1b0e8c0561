"""Bring a text of one year to another: the years that follow the papers are moved, the rest is told where doubtful."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from vanban.domain.consistency.leftovers import is_of
from vanban.domain.proposed_day import ProposedDay
from vanban.domain.said_year import SaidYear, YearSense, lunar_name, years_said
from vanban.domain.wording import full_date, numeric_date
from vanban.domain.work_year import WorkYear

Propose = Callable[[date], ProposedDay]
"""What takes the place of a day of the year before."""


@dataclass(frozen=True)
class Replacement:
    """Characters of a text with what takes their place; ``proposed`` where it is a day."""

    start: int
    end: int
    before: str
    after: str
    day: date | None = None
    proposed: ProposedDay | None = None


@dataclass(frozen=True)
class TextDoubt:
    """Words that may belong to the year before, and why."""

    start: int
    words: str
    reason: str


_ORDINAL: Final = r"(?:thứ\s+)?(?:[IVXLC]+|\d{1,3})(?!\w)"
_DOUBTFUL: Final = (
    (re.compile(rf"kỳ\s+họp\s+(?:thứ|lần|{_ORDINAL})[^,.;]{{0,20}}", re.IGNORECASE), "Số của kỳ họp có thể đã khác."),
    (re.compile(rf"(?<!\w)khóa\s+{_ORDINAL}", re.IGNORECASE), "Số của khóa có thể đã khác."),
    (re.compile(r"lần\s+thứ\s+(?:[IVXLC]+|\d{1,3}|nhất|hai|ba)(?!\w)", re.IGNORECASE), "Lần đại hội có thể đã khác."),
    (
        re.compile(r"(?<!\d)\d{1,3}\s+năm\s+(?=ngày|chiến thắng|thành lập|giải phóng|cách mạng)", re.IGNORECASE),
        "Số năm kỷ niệm tăng theo năm.",
    ),
)
_SPAN: Final = re.compile(r"((?:19|20|21)\d\d)\s*[-–]\s*((?:19|20|21)\d\d)")


def shifted(text: str, old: WorkYear, new: WorkYear, propose: Propose) -> tuple[Replacement, ...]:
    """What takes the place of the years of ``old`` in a text that now speaks for ``new``, in order.

    The working year, its lunar name and its days follow; so do the year after, of which plans speak, and, where it is
    compared with, the year before.
    """
    apart = new.first - old.first
    found = (_moved(text, one, old, apart, propose) for one in years_said(text, old.first))
    return tuple(one for one in found if one is not None)


def _moved(text: str, one: SaidYear, old: WorkYear, apart: int, propose: Propose) -> Replacement | None:
    written = text[one.start : one.end]
    place = (one.start, one.end, written)
    if one.sense is YearSense.DAY and one.day is not None:
        proposed = propose(one.day) if old.holds_or_next(one.day) else None
        return Replacement(*place, _written_day(written, proposed.day), one.day, proposed) if proposed else None
    if one.sense is YearSense.LUNAR:
        return (
            Replacement(*place, lunar_name(one.year.first + apart)) if old.holds(date(one.year.first, 3, 1)) else None
        )
    follows = one.sense is YearSense.WORKING and (is_of(old, one) or is_of(old.next, one))
    compared = one.sense is YearSense.COMPARED and (is_of(old, one) or is_of(old.previous, one))
    if not (follows or compared):
        return None
    return Replacement(*place, re.sub(r"\d{4}", lambda year: str(int(year[0]) + apart), written))


def _written_day(written: str, day: date) -> str:
    return numeric_date(day) if "/" in written else full_date(day).removeprefix("ngày ")


def doubts(text: str, old: WorkYear, new: WorkYear) -> Iterator[TextDoubt]:
    """What the program leaves as it is though it may belong to the year before, in order of the sorts."""
    for pattern, reason in _DOUBTFUL:
        for found in pattern.finditer(text):
            yield TextDoubt(found.start(), _one_line(found[0]), reason)
    for found in _SPAN.finditer(text):
        first, last = int(found[1]), int(found[2])
        if first + 1 < last < new.last and last >= old.first - 1:
            yield TextDoubt(found.start(), _one_line(found[0]), f"Giai đoạn này đã hết trước {new.phrase}.")
    for one in years_said(text, old.first):
        if one.sense is YearSense.FIXED and is_of(old, one):
            reason = "Văn bản, mốc thời gian của năm trước: xem năm nay còn viện dẫn không."
            yield TextDoubt(one.start, _one_line(text[one.start : one.end]), reason)


def _one_line(words: str) -> str:
    return " ".join(words.split())
