"""Turn a year into everything in it that the law of each document's day does not allow.

Each module holds one part of the law book against the data; a fault names the article, whom, which numbers, where.
"""

from __future__ import annotations

from typing import Final

from vanban.domain.consistency.fault import Fault
from vanban.domain.finding import Severity
from vanban.domain.year import Year
from vanban.errors import NoLawBook
from vanban.law import award_memory
from vanban.law.year_check import (
    annexes,
    authorities,
    authorship,
    citations,
    complaints,
    doubts,
    exclusions,
    limits,
    nominees,
    occasions,
    repetitions,
    signatures,
    title_counts,
)

__all__ = ["law_faults"]

_RULES: Final = (
    *signatures.RULES,
    *citations.RULES,
    *authorities.RULES,
    *authorship.RULES,
    *annexes.RULES,
    *nominees.RULES,
    *exclusions.RULES,
    *complaints.RULES,
    *limits.RULES,
    *occasions.RULES,
    *repetitions.RULES,
    *title_counts.RULES,
    *award_memory.RULES,
    *doubts.RULES,
)


def law_faults(year: Year) -> tuple[Fault, ...]:
    """Every fault of ``year`` before the law, in the order of the rules and then of the data.

    What the law forbids is an error; what somebody must look at, and what lacks data, a warning.
    """
    found: list[Fault] = []
    unknown: NoLawBook | None = None
    for rule in _RULES:
        try:
            found += rule(year)
        except NoLawBook as error:
            unknown = error
    return (*found, *_outside(year, unknown))


def _outside(year: Year, error: NoLawBook | None) -> tuple[Fault, ...]:
    """That the program knows no law for a day of the year: what it says of awards is then not whole."""
    if error is None:
        return ()
    return (
        Fault(
            path=("plan", "year"),
            value=year.year.key,
            reason=f"Chưa kiểm tra hết quy định về thi đua, khen thưởng: {error}",
            remedy="Hãy sửa ngày của các văn bản nếu nhập nhầm, hoặc tự đối chiếu với quy định của thời gian đó.",
            severity=Severity.WARNING,
            rule="no_law_book",
        ),
    )
