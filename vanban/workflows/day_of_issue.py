"""Judge the day that a batch would get before a number is taken: what ``vanban check`` would say of it afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from vanban.domain.consistency.fault import Fault
from vanban.domain.finding import Severity
from vanban.domain.issued import AwaitedNumber
from vanban.domain.register_entry import DocumentRequest
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year
from vanban.errors import UnlawfulDay
from vanban.law.year_check.papers import DatedPaper, papers
from vanban.workflows.check import against_the_law
from vanban.workflows.issuing_terms import WIDEST

_SHOWN: Final = 3
"""How many reasons one refusal names; the rest it counts."""


def judge(year: Year, requests: Sequence[DocumentRequest], day: date) -> tuple[Fault, ...]:
    """What the law has against ``year`` once these documents are of ``day``, and not without it: what is to be told.

    An error that lies in a document which is not issued now stops nothing: its own planned day can still be mended.

    Raises :class:`vanban.errors.UnlawfulDay` for any other error.
    """
    dated = _on(year, requests, day)
    found = against_the_law(dated)
    known = {_identity(fault) for fault in against_the_law(year)} if found else set()
    new = tuple(fault for fault in found if _identity(fault) not in known)
    stopping = [fault for fault in new if fault.severity is Severity.ERROR and not _elsewhere(dated, fault)]
    if stopping:
        raise UnlawfulDay(
            called=", ".join(request.called for request in requests),
            day=numeric_date(day),
            reasons=_listed(_reason(dated, fault, requests) for fault in stopping),
            remedies=" ".join(dict.fromkeys(fault.remedy for fault in stopping)),
        )
    return new


def _on(year: Year, requests: Iterable[DocumentRequest], day: date) -> Year:
    """The year with those documents of that day, as it will be read from the register."""
    awaited = tuple(
        AwaitedNumber(kind=one.kind, key=one.key, ordinal=WIDEST, symbol=one.symbol, issued_on=day) for one in requests
    )
    names = {(one.kind, one.key) for one in awaited}
    before = tuple(number for number in year.issued if (number.kind, number.key) not in names)
    return year.model_copy(update={"issued": (*before, *awaited)})


def _identity(fault: Fault) -> tuple[object, ...]:
    return fault.path, fault.rule, fault.severity


def _elsewhere(year: Year, fault: Fault) -> bool:
    """Whether the fault lies in a document that has no day yet but the one that is planned for it."""
    around = _around(year, fault)
    return bool(around) and all(year.issued_number(paper.kind, paper.key) is None for paper in around)


def _around(year: Year, fault: Fault) -> list[DatedPaper]:
    """The documents in which the fault lies; none where it lies in a table, or in the office's own data."""
    return [paper for paper in papers(year) if fault.path[: len(paper.path)] == paper.path]


def _reason(year: Year, fault: Fault, requests: Sequence[DocumentRequest]) -> str:
    """What is wrong, and of several documents in which."""
    own = {(paper.kind, paper.key) for paper in _around(year, fault)}
    names = [request.name for request in requests if (request.kind, request.key) in own]
    return f"{', '.join(names)}: {fault.reason}" if names and len(requests) > 1 else fault.reason


def _listed(reasons: Iterable[str]) -> str:
    """Each reason once, and how many more there are."""
    each = list(dict.fromkeys(reasons))
    more = f"; và {len(each) - _SHOWN} chỗ khác." if len(each) > _SHOWN else ""
    return "; ".join(each[:_SHOWN]) + more
