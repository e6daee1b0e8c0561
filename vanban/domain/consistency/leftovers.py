"""Last year that was left over in the texts of this year: in every kind's text, by what the text means with it.

Asked of the parts as they were read, before ``{last_year}`` is filled in: that is how a text says last year on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, cast

from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.record import Record
from vanban.domain.said_year import SaidYear, YearSense, years_said
from vanban.domain.work_year import WorkYear

_OF_THE_PAST: Final = frozenset({"achievement", "summary", "achievements", "initiatives", "events"})
"""Fields and parts that tell what somebody did, in whatever year."""
_SENSES: Final = (YearSense.WORKING, YearSense.LUNAR)


def leftover_years(year: WorkYear, parts: Mapping[str, Any]) -> Iterator[Fault]:
    """Each text of ``parts``, the year's texts by name, that speaks of last year as if it were this one."""
    for name, part in parts.items():
        if name not in _OF_THE_PAST:
            yield from (fault for path, text in _texts((name,), part) for fault in _leftovers(year, path, text))


def _leftovers(year: WorkYear, path: Path, text: str) -> Iterator[Fault]:
    said = years_said(text, year.first)
    if any(one.sense in _SENSES and is_of(year, one) for one in said):
        # “kết quả năm 2024, phương hướng năm 2025”: a text that names both means both.
        return
    for one in said:
        if is_of(year.previous, one) and not (year.is_school and one.year.first == year.first) and _is_meant_now(one):
            words = text[one.start : one.end]
            yield Fault(
                path=path,
                value=words,
                reason=f"Còn sót năm trước: “{_around(text, one)}”, trong khi đây là dữ liệu {year.phrase}.",
                remedy=f"Hãy sửa thành {year.name}, hoặc viết {{last_year}} nếu đúng là nói về năm trước.",
            )
            return


def is_of(year: WorkYear, one: SaidYear) -> bool:
    """Whether a year that is said is that one, or a calendar year in it."""
    if one.day is not None:
        return year.holds(one.day)
    return one.year == year if one.year.is_school else year.first <= one.year.first <= year.last


def _is_meant_now(one: SaidYear) -> bool:
    return one.sense in _SENSES or (one.sense is YearSense.DAY and one.is_deadline)


def _around(text: str, one: SaidYear) -> str:
    """Some words before the year, so that the place is found."""
    start = max(0, one.start - 30)
    start = start if start == 0 else text.find(" ", start) + 1
    return " ".join(text[start : one.end].split())


def _texts(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    if type(value) is str:
        yield path, value
    elif isinstance(value, tuple):
        for position, row in enumerate(value):
            yield from _texts((*path, position), row)
    elif isinstance(value, Record):
        for name, inner in cast(Any, value):
            if name not in _OF_THE_PAST:
                yield from _texts((*path, name), inner)
