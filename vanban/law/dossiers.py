"""What a nomination dossier holds, by award, kind of commendation and day; what is missing from one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Final

from vanban.domain.award import Award, Commendation, EmulationTitle, quoted
from vanban.domain.dossier_paper import DossierPart
from vanban.domain.objection import Objection
from vanban.law.provision import (
    DECREE_86,
    DECREE_98,
    DECREE_152,
    LAW,
    QUOTATION,
    REPORT,
    THREE_LEVELS,
    TWO_LEVELS,
    Certainty,
    Period,
    Stated,
    in_force,
)


class Occasion(StrEnum):
    """What a commendation is given for (Điều 8); titles are always given for the year."""

    ANNUAL = "công trạng"
    CAMPAIGN = "phong trào thi đua"
    SUDDEN = "đột xuất"


__all__ = ["DossierPart", "Occasion", "dossier_parts", "missing_parts"]

_P = DossierPart
_TITLE: Final = (_P.SUBMISSION, _P.ACHIEVEMENT_REPORT, _P.SELECTION_MINUTES)
_FIGHTER: Final = (*_TITLE, _P.BALLOT_RESULT, _P.CONFIRMATION)
_FLAG: Final = (*_TITLE, _P.BALLOT_RESULT)
_HOUSEHOLD: Final = (_P.PROPOSAL, _P.HOUSEHOLD_SUMMARY, _P.SELECTION_MINUTES)

_LAW_84: Final = f"khoản 1 Điều 84 {LAW}"
_LAW_84_2: Final = f"khoản 2 Điều 84 {LAW}"
_LAW_85: Final = f"điểm b khoản 1 Điều 85 {LAW}"
_PROVINCE: Final = f"điểm c khoản 2 Điều 6 {DECREE_152} (tỉnh quy định chi tiết)"

_Dossiers = tuple[Stated[tuple[DossierPart, ...]], ...]


def _delegated(parts: tuple[DossierPart, ...], article: str) -> _Dossiers:
    """As the Law says; since 01/7/2025 the province sets the details for what the ward decides."""
    return (
        Stated(parts, article, period=THREE_LEVELS),
        Stated(parts, f"{article}; {_PROVINCE}", QUOTATION, Certainty.TO_CHECK, TWO_LEVELS),
    )


_FIGHTER_DOSSIER: Final[_Dossiers] = (
    Stated(_FIGHTER, f"{_LAW_84}; khoản 2 Điều 34 {DECREE_98}", QUOTATION, Certainty.READ, THREE_LEVELS),
    Stated(_FIGHTER, f"{_LAW_84}; {_PROVINCE}", QUOTATION, Certainty.TO_CHECK, TWO_LEVELS),
)
_FLAG_DOSSIER: Final[_Dossiers] = (
    Stated(_FLAG, f"{_LAW_84}; khoản 7 Điều 30 {DECREE_98}", QUOTATION, Certainty.READ, THREE_LEVELS),
    Stated(_FLAG, _LAW_84, QUOTATION, Certainty.TO_CHECK, TWO_LEVELS),
)
_BY_LAW: Final[_Dossiers] = (Stated(_TITLE, _LAW_84),)

_TITLES: Final[dict[Award, _Dossiers]] = {
    EmulationTitle.ADVANCED_WORKER: _delegated(_TITLE, _LAW_84),
    EmulationTitle.GRASSROOTS_EMULATION_FIGHTER: _FIGHTER_DOSSIER,
    EmulationTitle.PROVINCIAL_EMULATION_FIGHTER: _FIGHTER_DOSSIER,
    EmulationTitle.ADVANCED_COLLECTIVE: _delegated(_TITLE, _LAW_84),
    EmulationTitle.EXCELLENT_COLLECTIVE: _BY_LAW,
    EmulationTitle.PROVINCIAL_EMULATION_FLAG: _FLAG_DOSSIER,
    EmulationTitle.EXEMPLARY_WARD: _BY_LAW,
    EmulationTitle.CULTURAL_RESIDENTIAL_GROUP: _delegated(_TITLE, _LAW_84),
    EmulationTitle.CULTURAL_FAMILY: (
        Stated(_TITLE, _LAW_84, period=Period(date(2024, 1, 1), date(2024, 1, 29))),
        Stated(_HOUSEHOLD, DECREE_86, REPORT, Certainty.SECONDARY, Period(date(2024, 1, 30))),
    ),
}
_COMMENDATIONS: Final[dict[Occasion, _Dossiers]] = {
    Occasion.ANNUAL: _delegated(_TITLE, _LAW_84_2),
    Occasion.CAMPAIGN: _delegated(_TITLE, _LAW_84_2),
    Occasion.SUDDEN: (Stated((_P.SUBMISSION, _P.SUMMARY), _LAW_85, REPORT, Certainty.TO_CHECK),),
}


def dossier_parts(award: Award, day: date, occasion: Occasion = Occasion.ANNUAL) -> Stated[tuple[DossierPart, ...]]:
    """The papers of a dossier for ``award`` on ``day``; ``occasion`` matters for commendations only.

    :class:`~vanban.errors.NoLawBook` for a day before 01/01/2024.
    """
    return in_force(_COMMENDATIONS[occasion] if isinstance(award, Commendation) else _TITLES[award], day)


def missing_parts(
    award: Award, day: date, present: Collection[DossierPart], name: str, occasion: Occasion = Occasion.ANNUAL
) -> tuple[Objection, ...]:
    """An objection for every paper that a nominee's dossier lacks, in the order of the dossier."""
    stated = dossier_parts(award, day, occasion)
    return tuple(
        Objection(
            rule="dossier_incomplete",
            article=stated.article,
            about=name,
            reason=f"Hồ sơ đề nghị {quoted(award)} thiếu: {part}.",
            remedy=f"Hãy bổ sung: {part}.",
        )
        for part in stated.value
        if part not in present
    )
