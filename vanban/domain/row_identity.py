"""Which columns of a table say that two rows are about the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from vanban.domain.receiver import SORTS

IDENTITY: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(SORTS, ("key",)),
    "award_history": ("nominee", "name", "year", "award"),
    "council": ("key",),
    "signatories": ("key",),
    "legal_bases": ("key",),
    "office_values": ("place",),
    "year_values": ("place",),
    "initiative_council": ("key",),
    "targets": ("key",),
    "dates_to_confirm": ("place",),
    "group_registrations": ("group",),
    "households": ("group", "head", "address"),
    "collective_registrations": ("collective",),
    "individual_registrations": ("person",),
    "received_reports": ("unit",),
    "other_awards": ("key",),
    "other_nominations": ("nominee", "award"),
    "criteria": ("scoring", "key"),
    "scores": ("receiver", "period", "criterion", "scoring"),
    "group_meetings": ("group",),
    "votes": ("nominee", "award"),
    "nominations": ("nominee", "award"),
    "authorships": ("person", "initiative"),
    "initiative_uses": ("initiative", "nominee", "award", "year"),
    "achievements": ("nominee",),
    "evaluations": ("person",),
    "collective_evaluations": ("collective",),
    "complaints": ("nominee", "award", "sort", "received_on", "content"),
    "dossier_papers": ("nominee", "award", "part", "subject"),
    "results": ("measure", "target"),
    "mid_year_results": ("measure", "target"),
    "progress": ("measure", "target", "quarter", "unit"),
}
"""The first says who or what the row is about. Rows of :data:`MAY_REPEAT` may say the same and still be two."""

MAY_REPEAT: Final = frozenset(
    {"award_history", "complaints", "households", "initiative_uses", "dossier_papers", "progress"}
)


def identity_of(part: str, fields: Iterable[str]) -> tuple[str, ...]:
    """The columns that say whom a row of ``part`` is about; of a table of which nobody said it yet all its ``fields``:
    then rows are one only where they are equal, and none is ever taken for another."""
    return IDENTITY.get(part) or tuple(fields)


def may_repeat(part: str) -> bool:
    """Whether two rows that say the same of whom they are about may be two."""
    return part in MAY_REPEAT or part not in IDENTITY
