"""Which nominations of a year the ward's chairman decides himself, and which go on to a higher level.

The law of the decision's day says who may decide (Luật Điều 79, 80; Nghị định 129/2025/NĐ-CP Điều 59); the council's
vote says who passed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vanban.domain.award import Award, quoted
from vanban.domain.consistency.fault import Fault
from vanban.domain.law_pack import Law
from vanban.domain.level import Level
from vanban.domain.nomination import Nomination
from vanban.domain.rows import IndexedRows, first
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year, once_a_year
from vanban.errors import NoLawBook
from vanban.law.authority import authority, decided_by
from vanban.law.council import needs_ballot, passed
from vanban.law.council_check import counted, nominee_vote
from vanban.law.document_day import document_day, nomination_day


@once_a_year
def submitted(year: Year) -> tuple[Nomination, ...]:
    """The nominations that go on to a higher level: what the submission and its list name."""
    return IndexedRows(row for row in year.nominations if not for_the_ward(year, row))


@once_a_year
def granted(year: Year) -> tuple[Nomination, ...]:
    """The nominations that the ward's own decision grants: his to decide, and passed by the council."""
    passing = selected(year)
    return tuple(row for row in year.nominations if for_the_ward(year, row) and (row.nominee, row.award) in passing)


def for_the_ward(year: Year, row: Nomination) -> bool:
    """Whether the ward's chairman decides on that nomination himself; never without a decision in the year.

    What the row itself says (``submitted``) goes before the law: in 2024 some awards may be decided at either level.
    """
    if year.decision is None:
        return False
    return ward_may_decide(year.law, row.award, decision_day(year)) if row.submitted is None else not row.submitted


def decision_day(year: Year) -> date:
    """The day of the ward's own decision; that of its council, or the last of the year, where it makes none."""
    day = document_day(year, "decision") or (year.council_meeting.day if year.council_meeting else None)
    return day or year.year.ends


def day_judging(year: Year, row: Nomination) -> date:
    """The day by whose law that nomination is judged (:mod:`vanban.law.document_day`)."""
    return nomination_day(year, row, for_the_ward=for_the_ward(year, row))


def ward_may_decide(law: Law, award: Award, day: date) -> bool:
    """Whether the chairman of a ward may decide on ``award`` on ``day``; raises :class:`NoLawBook` before 2024."""
    return Level.WARD in authority(law, award, day).value.deciders


@once_a_year
def selected(year: Year) -> frozenset[tuple[str, Award]]:
    """The nominations, by nominee and award, that the council passed.

    Where no council met, only what needs no ballot counts as passed.
    """
    meeting, decision = year.council_meeting, year.decision
    if meeting is None:
        rows, day = (year.nominations if decision else ()), decision_day(year)
        return frozenset((row.nominee, row.award) for row in rows if not needs_ballot(year.law, row.award, day))
    count = counted(year)
    votes = [vote for row in year.votes if count and (vote := nominee_vote(row))]
    return frozenset(
        (vote.nominee, vote.award) for vote in votes if count and passed(year.law, count, vote, meeting.day)
    )


def ward_faults(year: Year) -> tuple[Fault, ...]:
    """Nominations that the ward's decision may not grant, or leaves out because no vote passed them."""
    if year.decision is None:
        return ()
    day = decision_day(year)
    try:
        return tuple(_faults(year, day))
    except NoLawBook:
        return (
            Fault(
                path=("decision", "decided_on"),
                value=numeric_date(day),
                reason="Ngày quyết định nằm ngoài thời gian mà chương trình biết quy định về thi đua, khen thưởng.",
                remedy="Hãy ghi đúng ngày dự kiến ban hành quyết định.",
            ),
        )


def _faults(year: Year, day: date) -> Iterator[Fault]:
    if not year.year.holds_or_next(day):
        yield Fault(
            path=("decision", "decided_on"),
            value=numeric_date(day),
            reason=f"Ngày quyết định không thuộc {year.year.phrase} hoặc năm liền sau.",
            remedy="Hãy sửa ngày dự kiến ban hành quyết định; tiền thưởng tính theo mức lương cơ sở của ngày này.",
        )
    over = year.council_meeting is not None and year.council_meeting.ballots is not None
    for position, row in enumerate(year.nominations):
        objection = decided_by(year.law, row.award, Level.WARD, day) if row.submitted is False else None
        if objection:
            yield objection.in_data(("nominations", position, "submitted"), row.nominee)
        elif over and for_the_ward(year, row) and not _voted(year, row):
            yield Fault(
                path=("nominations", position, "nominee"),
                value=row.nominee,
                reason=f"Hội đồng chưa có kết quả xét {quoted(row.award)} cho đối tượng này nên quyết định khen thưởng "
                "không có tên.",
                remedy="Hãy nhập số phiếu của đối tượng vào bảng kết quả bỏ phiếu, hoặc xóa dòng đề nghị này.",
            )


def _voted(year: Year, row: Nomination) -> bool:
    return first(year.votes, nominee=row.nominee, award=row.award) is not None
