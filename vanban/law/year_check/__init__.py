"""Turn a year into everything in it that the law of each document's day does not allow.

Each module holds one part of the law book against the data; a fault names the article, whom, which numbers, where.
"""

from __future__ import annotations

from vanban.domain.consistency.fault import Fault
from vanban.domain.year import Year
from vanban.law.year_check import citations, signatures

__all__ = ["law_faults"]

_RULES = (*signatures.RULES, *citations.RULES)


def law_faults(year: Year) -> tuple[Fault, ...]:
    """Every fault of ``year`` before the law, in the order of the rules and then of the data.

    What the law forbids is an error; what somebody must look at, and what lacks data, a warning.
    """
    return tuple(fault for rule in _RULES for fault in rule(year))
