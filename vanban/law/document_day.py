"""The day of a document, by whose law it is judged: the day it was issued, else the day that the data plan for it.

Everything that asks by whose law something is judged asks here: the cases before the standards, the dossiers, what the
ward grants, the prizes, the papers of the year and the day on which a document is about to be issued.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from vanban.domain.campaign import Campaign, SuddenAchievement
from vanban.domain.decision import Decision
from vanban.domain.document import Document
from vanban.domain.nomination import Nomination
from vanban.domain.numbering import numbered_document
from vanban.domain.rows import keyed
from vanban.domain.year import Year

_SUBMITTED_WITH: Final[Mapping[str, str]] = {
    "campaign_submission": "campaigns",
    "sudden_submission": "sudden_achievements",
}
"""The submissions whose planned day stands in the record beside them: in which list."""
_REVIEWED_AT: Final[Mapping[str, str]] = {"campaign_minutes": "campaigns", "sudden_minutes": "sudden_achievements"}
"""The minutes of the council's review of a record: in which list."""
_OF_THE_MEETING: Final = frozenset({"council_invitation", "council_minutes", "submission"})
"""What takes the day of the council's meeting where it has none of its own."""


def document_day(year: Year, kind: str, key: str = "") -> date | None:
    """The day of that document; ``None`` where the year has none, or it has neither a number nor a planned day."""
    issued = year.issued_number(kind, key)
    if issued is not None:
        return issued.issued_on
    document = numbered_document(year, kind, key)
    return None if document is None else planned_day(year, document, kind, key)


def deciding_day(year: Year, kind: str, key: str = "") -> date:
    """The day of a decision of the year, which always has one; ``KeyError`` where the year has no such decision."""
    day = document_day(year, kind, key)
    if day is None:
        raise KeyError(f"{kind}/{key}")
    return day


def planned_day(year: Year, document: Document, kind: str, key: str = "") -> date | None:
    """The day that the data plan for a document of that kind and key, whether it is issued or not.

    Minutes and the invitation take the meeting's day; a submission without one of its own is of the day on which the
    council passed what it asks for.
    """
    if document.planned_on is not None:
        return document.planned_on
    if isinstance(document, Decision):
        return document.decided_on
    if kind in _SUBMITTED_WITH:
        return keyed(_occasions(year, _SUBMITTED_WITH[kind]))[key].submitted_on
    if kind in _REVIEWED_AT:
        review = keyed(_occasions(year, _REVIEWED_AT[kind]))[key].review
        return review.day if review else None
    if kind == "initiative_minutes" and year.initiative_meeting:
        return year.initiative_meeting.day
    if kind in _OF_THE_MEETING and year.council_meeting:
        return year.council_meeting.day
    return None


def _occasions(year: Year, part: str) -> tuple[Campaign | SuddenAchievement, ...]:
    rows: tuple[Campaign | SuddenAchievement, ...] = getattr(year, part)
    return rows


def last_day(year: Year) -> date:
    """The day by whose law is judged what has no day of its own."""
    return year.year.ends


def nomination_day(year: Year, row: Nomination, *, for_the_ward: bool) -> date:
    """The day by whose law a nomination is judged: that of the paper that gives the award, where it is ``for_the_ward``
    to give, or asks for it; else that of the council's meeting, else the last of the year."""
    day = document_day(year, "decision" if for_the_ward else "submission")
    if day is not None:
        return day
    return year.council_meeting.day if year.council_meeting else last_day(year)
