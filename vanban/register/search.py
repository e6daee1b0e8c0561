"""What a person looks for in the register, as SQL."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from vanban.domain.accents import accent_free
from vanban.domain.register_entry import EntryState


@dataclass(frozen=True)
class Query:
    """Which entries, in which order, which page.

    ``text`` is words in any order, with accents or without, each somewhere in the entry's fields or in the document's
    own text. Confidential series show only when asked for. ``since`` and ``until`` are the first and the last day.
    """

    text: str = ""
    series: str | None = None
    year: int | None = None
    states: tuple[EntryState, ...] = ()
    confidential: bool = False
    newest_first: bool = False
    since: date | None = None
    until: date | None = None
    offset: int = 0
    limit: int = 50


_PLACES: Final = (
    "instr(sought.fields, ?) > 0",
    "instr(sought.body, ?) > 0",
    "instr(lower(entry.kind || '/' || entry.key), ?) > 0",
    "instr(CASE entry.state WHEN 'void' THEN accent_free('Hủy: ' || entry.void_reason)"
    " WHEN 'reserved' THEN 'dang hoan tat' ELSE '' END, ?) > 0",
)
"""Where a word may stand: in what the journal fixes once, and in what becomes of a number later (Ghi chú)."""

_OBJECTS: Final = (
    "EXISTS (SELECT 1 FROM object WHERE object.series = entry.series AND object.year = entry.year"
    " AND object.ordinal = entry.ordinal AND instr(object.sha256, ?) = 1)"
)
_HASH: Final = re.compile("[0-9a-f]{8,64}")


def condition(query: Query) -> tuple[str, tuple[str | int, ...]]:
    """The WHERE clause of ``query`` over ``entry JOIN sought``, and its values."""
    parts: list[str] = []
    values: list[str | int] = []
    for column, value in (("series", query.series), ("year", query.year)):
        if value is not None:
            parts.append(f"entry.{column} = ?")
            values.append(value)
    _between(query, "entry.issued_on", parts, values)
    if query.states:
        parts.append(f"entry.state IN ({', '.join('?' * len(query.states))})")
        values.extend(query.states)
    if not query.confidential:
        parts.append("(entry.series, entry.year) NOT IN (SELECT series, year FROM series_year WHERE confidential = 1)")
    for word in accent_free(query.text).split():
        places = (*_PLACES, _OBJECTS) if _HASH.fullmatch(word) else _PLACES
        parts.append(f"({' OR '.join(places)})")
        values.extend(word for _ in places)
    return " AND ".join(parts) or "1", tuple(values)


def condition_beside(query: Query) -> tuple[str, tuple[str | int, ...]]:
    """The same over ``taken_over``."""
    parts: list[str] = []
    values: list[str | int] = []
    for column, value in (("series", query.series), ("year", query.year)):
        if value is not None:
            parts.append(f"{column} = ?")
            values.append(value)
    _between(query, "issued_on", parts, values)
    if query.states and EntryState.PAPER not in query.states:
        parts.append("0")
    if not query.confidential:
        parts.append("(series, year) NOT IN (SELECT series, year FROM series_year WHERE confidential = 1)")
    for word in accent_free(query.text).split():
        parts.append("instr(sought, ?) > 0")
        values.append(word)
    return " AND ".join(parts) or "1", tuple(values)


def _between(query: Query, column: str, parts: list[str], values: list[str | int]) -> None:
    for sign, day in ((">=", query.since), ("<=", query.until)):
        if day is not None:
            parts.append(f"{column} {sign} ?")
            values.append(day.isoformat())


def order(query: Query) -> str:
    """The ORDER BY clause of ``query``."""
    if query.newest_first:
        return "entry.issued_on DESC, entry.series, entry.ordinal DESC"
    return "entry.series, entry.year, entry.ordinal"
