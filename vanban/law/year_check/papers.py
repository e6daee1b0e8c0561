"""The documents of a year, each with the day by whose law it is judged, and how an objection to one becomes a fault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from vanban.domain.award import Award
from vanban.domain.award_decision import AwardDecision, Awardee
from vanban.domain.consistency.documents import documents
from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.document import Document
from vanban.domain.finding import Severity
from vanban.domain.issued import AwaitedNumber
from vanban.domain.numbering import numberings
from vanban.domain.objection import Objection
from vanban.domain.reminder import Reminder
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year, once_a_year
from vanban.law.document_day import planned_day
from vanban.law.ward_awards import granted

_ISSUED: Final = (
    "Văn bản đã ban hành nên không sửa được: hãy ban hành công văn đính chính, hoặc văn bản thay thế, thu hồi."
)


@dataclass(frozen=True)
class DatedPaper:
    """A document of the year: where it stands and in which record, its kind and key where it gets a number, its day.

    ``first`` and ``last`` are the same day where the day is known; else those between which it must be.
    """

    path: Path
    kind: str
    key: str
    document: Document
    record: object
    first: date
    last: date
    issued: bool = False

    @property
    def day(self) -> date | None:
        """The day, where it is known."""
        return self.first if self.first == self.last else None

    def fault(self, path: Path, objection: Objection, value: object = None, note: str = "") -> Fault:
        """An objection to this document as a fault; only a warning, with another remedy, once it is issued."""
        found = objection.in_data(path, value, note)
        if not self.issued:
            return found
        return found.model_copy(update={"severity": Severity.WARNING, "remedy": _ISSUED})


@once_a_year
def papers(year: Year) -> tuple[DatedPaper, ...]:
    """Every document that the year has, in the order of the data; a letter to many units once for each of its days."""
    named = {
        id(document): (kind, key)
        for kind, numbering in numberings(year).items()
        for key, document in numbering.documents(year).items()
    }
    return tuple(
        _paper(year, path, document, kind, key)
        for path, document in documents(year)
        for kind, key in (
            _letters(year, str(path[0])) if isinstance(document, Reminder) else (named.get(id(document), ("", "")),)
        )
    )


def _letters(year: Year, kind: str) -> tuple[tuple[str, str], ...]:
    """The letters of that kind that differ for the law: one that is to be issued, and one of each day of issue."""
    of_day = {number.issued_on: number.key for number in year.issued if number.kind == kind}
    return ((kind, ""), *((kind, key) for key in of_day.values()))


def _paper(year: Year, path: Path, document: Document, kind: str, key: str) -> DatedPaper:
    record = _around(year, path)
    issued = year.issued_number(kind, key) if kind else None
    day = issued.issued_on if issued else planned_day(year, document, kind, key)
    first, last = (day, day) if day else (year.year.begins, year.year.ends)
    is_issued = issued is not None and not isinstance(issued, AwaitedNumber)
    return DatedPaper(path, kind, key, document, record, first, last, is_issued)


def awarded(year: Year, paper: DatedPaper) -> tuple[tuple[Path, str, Award], ...]:
    """Whom a decision of the year rewards: where in the data that stands, the receiver's key, the award."""
    if paper.path == ("decision",):
        given = {id(row) for row in granted(year)}
        rows = enumerate(year.nominations)
        return tuple((("nominations", n), row.nominee, row.award) for n, row in rows if id(row) in given)
    listed: object = getattr(paper.record, "awardees", ())
    if not isinstance(paper.document, AwardDecision) or not isinstance(listed, tuple):
        return ()
    within = (*paper.path[:-1], "awardees")
    found = [(n, row) for n, row in enumerate(listed) if isinstance(row, Awardee)]
    return tuple(((*within, n), row.nominee, row.award) for n, row in found)


def _around(year: Year, path: Path) -> object:
    """The record in which the document stands."""
    place: Any = year
    for step in path[:-1]:
        place = getattr(place, step) if isinstance(step, str) else place[step]
    return place


def undated(paper: DatedPaper) -> str:
    """What to add about a document whose day is not known: by which day it was judged."""
    if paper.day:
        return ""
    return f" Văn bản chưa ghi ngày ban hành dự kiến (planned_on) nên xét cả năm, từ {numeric_date(paper.first)}."
