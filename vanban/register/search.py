"""What a person looks for in the register, as SQL."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.domain.accents import accent_free
from vanban.domain.register_entry import EntryState


@dataclass(frozen=True)
class Query:
    """Which entries, in which order, which page.

    ``text`` is words in any order, with accents or without, each somewhere in the entry's fields or in the document's
    own text. Confidential series show only when asked for.
    """

    text: str = ""
    series: str | None = None
    year: int | None = None
    states: tuple[EntryState, ...] = ()
    confidential: bool = False
    newest_first: bool = False
    offset: int = 0
    limit: int = 50


def condition(query: Query) -> tuple[str, tuple[str | int, ...]]:
    """The WHERE clause of ``query`` over ``entry JOIN sought``, and its values."""
    parts: list[str] = []
    values: list[str | int] = []
    for column, value in (("series", query.series), ("year", query.year)):
        if value is not None:
            parts.append(f"entry.{column} = ?")
            values.append(value)
    if query.states:
        parts.append(f"entry.state IN ({', '.join('?' * len(query.states))})")
        values.extend(query.states)
    if not query.confidential:
        parts.append("(entry.series, entry.year) NOT IN (SELECT series, year FROM series_year WHERE confidential = 1)")
    for word in accent_free(query.text).split():
        parts.append("(instr(sought.fields, ?) > 0 OR instr(sought.body, ?) > 0)")
        values.extend((word, word))
    return " AND ".join(parts) or "1", tuple(values)


def order(query: Query) -> str:
    """The ORDER BY clause of ``query``."""
    if query.newest_first:
        return "entry.issued_on DESC, entry.series, entry.ordinal DESC"
    return "entry.series, entry.year, entry.ordinal"
