"""Which documents hang on a day that nobody has confirmed: they are drafts, and get no number."""

from __future__ import annotations

from typing import Final

from vanban.domain.numbering import numberings
from vanban.domain.pending_days import parts_pending, pending_days, with_other_days
from vanban.domain.record import Record
from vanban.domain.year import Year
from vanban.kinds import kinds_of
from vanban.kinds.kind import Kind
from vanban.kinds.parts.letterhead import Letterhead
from vanban.kinds.reads import reads_of
from vanban.law.document_day import document_day

DRAFT: Final = "DỰ THẢO"


def is_draft(year: Year, kind: Kind, key: str) -> bool:
    """Whether the document, or what is issued together with it, would be another one, of another day, or none at all,
    were the pending days other days.

    That is asked of the documents themselves, not of what their kinds may read.
    """
    if not pending_days(year):
        return False
    together = [*_together(year, kind.name)]
    if any(year.issued_number(name, key) for name in together):
        return False
    return any(_hangs(year, one, key) for one in kinds_of(year) if one.name in together and key in one.keys(year))


def marked_as_draft(context: Record) -> Record:
    """The same paper with “DỰ THẢO” in the margin, where it has a head: whoever holds the page sees what it is."""
    head = getattr(context, "letterhead", None)
    if not isinstance(head, Letterhead):
        return context
    return context.model_copy(update={"letterhead": head.model_copy(update={"circulation": DRAFT})})


def _together(year: Year, kind: str) -> tuple[str, ...]:
    """The kinds that get one number together: a document and its attachments."""
    known = numberings(year)
    mains = [name for name, numbering in known.items() if kind in (name, *numbering.attachments)]
    found = (name for main in mains for name in (main, *known[main].attachments))
    return tuple(dict.fromkeys((kind, *found)))


def _hangs(year: Year, kind: Kind, key: str) -> bool:
    other = with_other_days(year)
    if document_day(year, kind.name, key) != document_day(other, kind.name, key):
        return True
    if not parts_pending(year) & set(reads_of(kind, year, key)):
        return False
    return key not in kind.keys(other) or kind.compose(year, key) != kind.compose(other, key)
