"""The rules of one day as lines to print."""

from __future__ import annotations

from datetime import date

from vanban.law.book import book_for
from vanban.law.provision import LawRow


def law_rows(day: date) -> tuple[LawRow, ...]:
    """Every rule on awards that holds on ``day``; ``NoLawBook`` for a day before the first one."""
    return tuple(book_for(day).rows())
