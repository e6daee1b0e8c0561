"""The day by whose form a document is printed: that for which it is signed, whatever the day on which it is issued."""

from __future__ import annotations

from datetime import date

from vanban.domain.numbering import NUMBERINGS, numbered_document
from vanban.domain.year import Year
from vanban.kinds.kind import Kind
from vanban.law.document_day import last_day, planned_day


def form_day(kind: Kind, year: Year, key: str) -> date:
    """The planned day of the document, or of the one that it goes with; the last of the year where there is none."""
    for main in _mains(kind, year, key):
        document = numbered_document(year, *main)
        day = planned_day(year, document, *main) if document else None
        if day is not None:
            return day
    return last_day(year)


def _mains(kind: Kind, year: Year, key: str) -> tuple[tuple[str, str], ...]:
    if kind.goes_with is not None:
        return (kind.goes_with(year, key),)
    attached = (name for name, numbering in NUMBERINGS.items() if kind.name in numbering.attachments)
    return ((kind.name, key), *((name, key) for name in attached))
