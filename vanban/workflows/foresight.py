"""Foretell what issuing a document would do, before anybody asks for its number: nothing is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from vanban.domain.consistency.fault import Fault
from vanban.domain.document_name import document_name, named
from vanban.domain.issued import IssuedNumber
from vanban.domain.issuing_day import check_day
from vanban.domain.numbering import cited_in, numberings
from vanban.domain.register_entry import DocumentRequest, Entry, EntryState
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.errors import SeriesNotOpen, VanbanError
from vanban.kinds import kinds_of
from vanban.register import Register
from vanban.workflows import issue_set, issuing
from vanban.workflows.board import GIVEN, PaperState, YearPaper
from vanban.workflows.day_of_issue import judge
from vanban.workflows.deed import Deed
from vanban.workflows.evidence import latest_day
from vanban.workflows.issue_request import IssueRequest
from vanban.workflows.issuing_terms import places_of
from vanban.workspace import Workspace

_ANY: Final = 99_999
_SYMBOL: Final = "…"
"""Stand for a number that nobody knows yet: whoever prints it says something else than before."""


@dataclass(frozen=True)
class Foreseen:
    """What issuing would do: the number that is next, who signs, the papers that will print the number, what the law
    of the day makes doubtful; ``fault`` where it cannot be done now."""

    name: str
    day: date
    request: DocumentRequest | None
    ordinal: int | None
    last_day: date | None
    citing: tuple[str, ...]
    doubts: tuple[Fault, ...] = ()
    fault: VanbanError | None = None

    @property
    def number(self) -> str:
        """Số và ký hiệu as it would be printed; empty where it is not known."""
        return f"{self.ordinal:02d}/{self.request.symbol}" if self.request and self.ordinal else ""

    def to_json(self) -> dict[str, object]:
        """Name, day, number, those that cite it, doubts, the fault."""
        return {
            "name": self.name,
            "day": self.day.isoformat(),
            "number": self.number,
            "citing": list(self.citing),
            "doubts": [doubt.to_json() for doubt in self.doubts],
            "fault": self.fault.to_json() if self.fault else None,
        }


def foresee(year: Year, workspace: Workspace, request: IssueRequest, deed: Deed) -> Foreseen:
    """What :func:`vanban.workflows.issue_set.issue_of` would do with the one document of ``request``.

    Raises :class:`vanban.errors.NoDocument`, :class:`vanban.errors.NeverNumbered`, :class:`vanban.errors.NoKind`.
    """
    (name,) = request.documents
    day = request.day or deed.day
    seen = Foreseen(name, day, None, None, None, printing_papers(year, name, day))
    try:
        with issuing.opened(places_of(workspace), reading_only=True) as register:
            asked = issue_set.asked_of(year, workspace, request, register)
            wanted = issue_set.draft_for(asked, register).request
            if (wanted.series, day.year) not in {(one.series, one.year) for one in register.openings()}:
                raise SeriesNotOpen(series=wanted.series, year=day.year)
            last = last_day(register, wanted.series, day.year)
            ordinal = request.number or register.next_ordinal(wanted.series, day.year)
            seen = replace(seen, request=wanted, ordinal=ordinal, last_day=last)
            evidence = latest_day(workspace, register, deed.moment)
        check_day(day, deed.moment, last, evidence=evidence, confirmed=request.confirmed)
        return replace(seen, doubts=judge(year, [wanted], day))
    except VanbanError as fault:
        return replace(seen, fault=fault)


def last_day(register: Register, series: str, year: int) -> date | None:
    """The day of the last number of a series in a year."""
    days = (one.issued_on for one in register.entries() if (one.series, one.year) == (series, year))
    return max(days, default=None)


def printing_papers(year: Year, name: str, day: date) -> tuple[str, ...]:
    """The titles of the papers of the year that print the number and day of that document, lists and certificates as
    well as what cites it: they are to be built again once it is given. Of those that are alike one, with how many they
    are; what is issued itself stays as it is."""
    main, main_key = named(name)
    number = IssuedNumber(kind=main, key=main_key, ordinal=_ANY, symbol=_SYMBOL, issued_on=day)
    others = tuple(one for one in year.issued if (one.kind, one.key) != (main, main_key))
    given = year.model_copy(update={"issued": (*others, number)})
    subjects = {
        (kind, key): document.subject
        for kind, numbering in numberings(year).items()
        for key, document in numbering.documents(year).items()
    }
    titles = Counter(
        subjects.get((kind.name, key), kind.title)
        for kind in kinds_of(year)
        for key in kind.keys(year)
        if (kind.name, key) != (main, main_key)
        and not year.issued_number(kind.name, key)
        and kind.compose(year, key) != kind.compose(given, key)
    )
    return tuple(f"{title} ({number} văn bản)" if number > 1 else title for title, number in titles.items())


def unnumbered_citations(year: Year, name: str) -> tuple[str, ...]:
    """The documents without a number that this one cites: they have to be issued first."""
    kind, key = named(name)
    document = None
    with suppress(KeyError):
        document = numberings(year)[kind].documents(year)[key]
    cited = cited_in(year, document, key) if document else ()
    return tuple(document_name(*one) for one in cited if year.issued_number(*one) is None)


def attachments(year: Year, name: str) -> tuple[str, ...]:
    """The documents that are issued with that one, by name: without one of them it gets no number."""
    kind, key = named(name)
    known = {one.name: one for one in kinds_of(year)}
    mates = (known[mate] for mate in numberings(year)[kind].attachments)
    return tuple(document_name(mate.name, key) for mate in mates if key in mate.keys(year))


def waiting(year: Year, papers: Iterator[YearPaper] | tuple[YearPaper, ...]) -> tuple[tuple[YearPaper, str], ...]:
    """The numbered papers that have no number, each with what is still missing, a Vietnamese sentence or nothing."""
    known = {paper.name: paper for paper in papers}
    found: list[tuple[YearPaper, str]] = []
    for paper in known.values():
        if not paper.numbered or paper.state in GIVEN:
            continue
        before = unnumbered_citations(year, paper.name)
        attached = [known[name] for name in attachments(year, paper.name) if name in known]
        unbuilt = [one for one in attached if one.state is PaperState.READY]
        edited = [one for one in attached if one.state is PaperState.EDITED]
        if paper.state is PaperState.READY:
            found.append((paper, "Chưa lập: hãy lập văn bản rồi trình ký."))
        elif unbuilt:
            titles = "; ".join(one.title for one in unbuilt)
            found.append((paper, f"Chưa lập văn bản kèm theo: {titles}. Hãy lập rồi trình ký."))
        elif paper.state is PaperState.EDITED:
            found.append((paper, "Tệp đã sửa tay: hãy đưa chỗ sửa vào dữ liệu rồi lập lại."))
        elif edited:
            titles = "; ".join(one.title for one in edited)
            found.append((paper, f"Văn bản kèm theo đã sửa tay: {titles}. Hãy đưa chỗ sửa vào dữ liệu rồi lập lại."))
        elif before:
            titles = "; ".join(known[one].title if one in known else one for one in before)
            found.append((paper, f"Viện dẫn văn bản chưa có số: {titles}. Hãy ban hành văn bản ấy trước."))
        else:
            found.append((paper, ""))
    return tuple(found)


def issued_entries(workspace: Workspace, year: WorkYear) -> tuple[Entry, ...]:
    """Every number of the year's documents, in the order of the register, given up ones too; none without one."""
    if not workspace.register.exists():
        return ()
    with issuing.opened(places_of(workspace), reading_only=True) as register:
        return tuple(
            one
            for one in register.entries()
            if one.plan_year == year.register_year and one.state is not EntryState.RESERVED
        )
