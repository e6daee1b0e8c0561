"""A standard of an award, and holding somebody against it: the table “tiêu chuẩn - thành tích” comes from here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from pydantic import Field

from vanban.domain.finding import Severity
from vanban.domain.objection import Objection
from vanban.domain.record import Record
from vanban.law.provision import LAW_2022, LAW_TEXT, Certainty, Period

C = TypeVar("C")


@dataclass(frozen=True)
class Assessment:
    """What was achieved on one standard: met, not met, or ``None`` where people judge; shown as it is printed.

    ``missing``: nobody can say, for the data have no number.
    """

    met: bool | None
    shown: str
    remedy: str = ""
    figures: tuple[tuple[str, int], ...] = ()
    missing: bool = False


@dataclass(frozen=True)
class Standard(Generic[C]):
    """One standard as an article states it, and how a case is held against it."""

    rule: str
    article: str
    text: str
    assess: Callable[[C], Assessment]
    source: str = LAW_TEXT
    certainty: Certainty = Certainty.READ
    period: Period = LAW_2022


class StandardRow(Record):
    """One line of a nominee's table: the standard with its article, what was achieved, and the verdict."""

    article: str = Field(title="Căn cứ")
    standard: str = Field(title="Tiêu chuẩn")
    achieved: str = Field(title="Thành tích, kết quả")
    verdict: str = Field(title="Đánh giá")


MET: Final = "Đạt"
UNMET: Final = "Chưa đạt"
JUDGED: Final = "Bình xét"
MISSING: Final = "Chưa có số liệu"
_VERDICTS: Final = {True: MET, False: UNMET, None: JUDGED}


def lacking(what: str, remedy: str) -> Assessment:
    """What the data do not say: ``what`` is missing, and where to enter it."""
    return Assessment(None, what, remedy, missing=True)


def judged(case: object) -> Assessment:
    """What no number can show: the meeting that selects nominees judges it."""
    return Assessment(None, "Do hội nghị bình xét đánh giá")


def table(standards: Iterable[Standard[C]], case: C) -> tuple[StandardRow, ...]:
    """The table of a nominee, in the order of the standards."""
    return tuple(_row(standard, standard.assess(case)) for standard in standards)


def _row(standard: Standard[C], found: Assessment) -> StandardRow:
    verdict = MISSING if found.missing else _VERDICTS[found.met]
    return StandardRow(article=standard.article, standard=standard.text, achieved=found.shown, verdict=verdict)


def unmet(standards: Iterable[Standard[C]], case: C, about: str) -> tuple[Objection, ...]:
    """An objection for every standard that the case does not meet; a warning where the data lack a number."""
    found = ((standard, standard.assess(case)) for standard in standards)
    return tuple(
        Objection(
            rule=standard.rule,
            severity=Severity.WARNING if assessment.missing else Severity.ERROR,
            article=standard.article,
            about=about,
            figures=assessment.figures,
            reason=f"{'Chưa có số liệu để xét' if assessment.missing else 'Chưa đạt'} tiêu chuẩn “{standard.text}”: "
            f"{assessment.shown}.",
            remedy=assessment.remedy,
        )
        for standard, assessment in found
        if assessment.met is False or assessment.missing
    )
