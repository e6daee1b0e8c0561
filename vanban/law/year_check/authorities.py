"""Who decides on the awards of a year and who is asked: three levels until 30/6/2025, two since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from vanban.domain.award import Award
from vanban.domain.award_decision import AwardDecision
from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.level import Level
from vanban.domain.money import in_digits
from vanban.domain.rows import keyed
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year
from vanban.law.authority import (
    addressee_objection,
    authority,
    decided_by,
    issuer_objection,
    submission_objection,
    submitted_to,
)
from vanban.law.organisation import at_level, unit_named
from vanban.law.prizes import base_salary
from vanban.law.ward_awards import submitted
from vanban.law.year_check.papers import DatedPaper, awarded, papers


def submissions(year: Year) -> Iterator[Fault]:
    """A submission that asks a higher level for what the ward decides, or is not sent to whoever it must ask."""
    asked = {id(row) for row in submitted(year)}
    for paper in _submissions(year):
        for position, row in enumerate(year.nominations):
            if id(row) not in asked:
                continue
            objection = submission_objection(year.law, row.award, _name(year, row.nominee), paper.last)
            if objection:
                yield paper.fault(("nominations", position, "award"), objection, row.award)
        yield from _addressees(year, paper)


def _submissions(year: Year) -> tuple[DatedPaper, ...]:
    return tuple(paper for paper in papers(year) if paper.path == ("submission",))


def _addressees(year: Year, paper: DatedPaper) -> Iterator[Fault]:
    """Once for each level that the submission must reach and does not; nothing where the superiors are not known."""
    stated = unit_named(year.law, year.office.locality)
    levels = {submitted_to(year.law, row.award, paper.last): row.award for row in reversed(submitted(year))}
    for level, award in levels.items():
        superior = at_level(year.law, stated.value, level, paper.last) if stated and level else None
        wanted = superior.committee if superior else None
        addressees = paper.document.addressees
        objection = addressee_objection(year.law, award, paper.last, wanted, addressees) if wanted else None
        if objection:
            yield paper.fault(("submission", "addressees"), objection)


def decisions(year: Year) -> Iterator[Fault]:
    """A decision that gives what the ward's chairman may not give on its day."""
    for paper in papers(year):
        for path, key, award in awarded(year, paper):
            objection = decided_by(year.law, award, Level.WARD, paper.first)
            if objection:
                found = objection.model_copy(update={"about": f"{_name(year, key)}, {objection.about}"})
                yield paper.fault((*path, "award"), found, award)


def issuers(year: Year) -> Iterator[Fault]:
    """Awards that another body than the people's committee submits or decides."""
    bodies = keyed(year.office.bodies)
    for paper in papers(year):
        decides = isinstance(paper.document, AwardDecision)
        body = bodies.get(paper.document.issuer)
        if body is None or not (decides or paper.path == ("submission",)):
            continue
        objection = issuer_objection(year.law, body.name, year.office.name, paper.last, decides=decides)
        if objection:
            yield paper.fault((*paper.path, "issuer"), objection, body.key)


def prizes_of_another_day(year: Year) -> Iterator[Fault]:
    """A decision whose prizes are those of another base salary than that of its day."""
    for paper in papers(year):
        decision = paper.document
        if not isinstance(decision, AwardDecision) or paper.day is None:
            continue
        meant, then = (base_salary(year.law, day) for day in (decision.decided_on, paper.day))
        if meant.value != then.value:
            objection = then.objection(
                rule="prize_of_another_day",
                about="Tiền thưởng",
                reason=f"Tính theo mức lương cơ sở {in_digits(meant.value)} của ngày dự kiến "
                f"{numeric_date(decision.decided_on)}; ngày {numeric_date(paper.day)} của quyết định thì mức ấy là "
                f"{in_digits(then.value)}.",
                remedy="Hãy ghi ngày quyết định (decided_on) là ngày ban hành, lập lại rồi trình ký.",
            )
            yield paper.fault((*paper.path, "decided_on"), objection, numeric_date(decision.decided_on))


def awards_of_another_day(year: Year) -> Iterator[Fault]:
    """A decision that, on the day on which it is issued, rewards others than on the day for which it was signed."""
    for paper in papers(year):
        if paper.path != ("decision",) or year.issued_number(paper.kind, paper.key) is None:
            continue
        own = tuple(number for number in year.issued if number.kind != paper.kind)
        signed, now = awarded(year.model_copy(update={"issued": own}), paper), awarded(year, paper)
        if signed != now:
            keys = dict.fromkeys(key for _, key, _ in (*signed, *now) if (key in _keys(signed)) != (key in _keys(now)))
            objection = authority(year.law, (signed or now)[0][2], paper.first).objection(
                rule="awards_of_another_day",
                about=", ".join(_name(year, key) for key in keys) or "Quyết định khen thưởng",
                reason=f"Thẩm quyền của ngày {numeric_date(paper.first)} khác với ngày mà bản đã ký dự kiến, nên danh "
                "sách được khen không còn như bản đã ký.",
                remedy="Hãy ghi ngày quyết định (decided_on) là ngày ban hành, lập lại rồi trình ký.",
            )
            yield paper.fault((*paper.path, "decided_on"), objection)


def _keys(rows: Iterable[tuple[Path, str, Award]]) -> frozenset[str]:
    return frozenset(key for _, key, _ in rows)


def _name(year: Year, key: str) -> str:
    found = keyed(year.people).get(key) or keyed(year.collectives).get(key) or keyed(year.groups).get(key)
    return found.name if found else key


RULES: Final = (submissions, decisions, issuers, prizes_of_another_day, awards_of_another_day)
