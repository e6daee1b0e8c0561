"""The rules of one day as lines to print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vanban.law.book import book_for
from vanban.law.provision import LawRow


@dataclass(frozen=True)
class LawOfDay:
    """The rules in the order of the book."""

    rows: tuple[LawRow, ...]

    def to_json(self) -> list[object]:
        """Each rule with its article, source, dates and how sure it is."""
        return [row._asdict() for row in self.rows]


def law_of(day: date) -> LawOfDay:
    """Every rule on awards that holds on ``day``; ``NoLawBook`` for a day before the first one."""
    return LawOfDay(tuple(book_for(day).rows()))
