"""What a nomination dossier holds, by award, kind of commendation and day; what is missing from one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from vanban.domain.award import Award, Commendation, quoted
from vanban.domain.dossier_paper import DossierPart
from vanban.domain.law_pack import Law
from vanban.domain.level import CommendationOccasion
from vanban.domain.objection import Objection
from vanban.law.provision import Stated, in_force

_ANNUAL = CommendationOccasion.ANNUAL


def dossier_parts(
    law: Law, award: Award, day: date, occasion: CommendationOccasion = _ANNUAL
) -> Stated[tuple[DossierPart, ...]]:
    """The papers of a dossier for ``award`` on ``day``; ``occasion`` matters for commendations only.

    :class:`~vanban.errors.NoLawBook` for a day before the law book.
    """
    wanted = occasion if isinstance(award, Commendation) else _ANNUAL
    rows = (row for row in law.dossiers if award in row.awards and row.occasion is wanted)
    return in_force(law, rows, day, lambda row: row.parts)


def missing_parts(
    asked: Stated[tuple[DossierPart, ...]], award: Award, present: Collection[DossierPart], name: str
) -> tuple[Objection, ...]:
    """An objection for every paper ``asked`` for that a nominee's dossier lacks, in the order of the dossier."""
    return tuple(
        asked.objection(
            rule="dossier_incomplete",
            about=name,
            reason=f"Hồ sơ đề nghị {quoted(award)} thiếu: {part}.",
            remedy=f"Hãy bổ sung: {part}.",
        )
        for part in asked.value
        if part not in present
    )
