"""Which columns of a table say that two rows are about the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

IDENTITY: Final[Mapping[str, tuple[str, ...]]] = {
    "groups": ("key",),
    "collectives": ("key",),
    "people": ("key",),
    "outsiders": ("key",),
    "council": ("key",),
    "targets": ("key",),
    "group_registrations": ("group",),
    "households": ("group", "head", "address"),
    "collective_registrations": ("collective",),
    "individual_registrations": ("person",),
    "received_reports": ("unit",),
    "group_meetings": ("group",),
    "votes": ("nominee", "award"),
    "nominations": ("nominee", "award"),
    "authorships": ("person", "initiative"),
    "initiative_uses": ("initiative", "nominee", "award", "year"),
    "achievements": ("nominee",),
    "evaluations": ("person",),
    "collective_evaluations": ("collective",),
    "dossier_papers": ("nominee", "award", "part", "subject"),
    "results": ("measure", "target"),
    "mid_year_results": ("measure", "target"),
    "progress": ("measure", "target", "quarter", "unit"),
}
"""The first says who or what the row is about. Rows of :data:`MAY_REPEAT` may say the same and still be two."""

MAY_REPEAT: Final = frozenset({"households", "initiative_uses", "dossier_papers", "progress"})
