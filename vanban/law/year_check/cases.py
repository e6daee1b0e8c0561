"""Every nomination of a year as a case before its standards: what ``vanban check`` judges and the table prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from vanban.domain.award import Award, EmulationTitle, quoted
from vanban.domain.consistency.fault import Path
from vanban.domain.evaluation import CollectiveEvaluation, DisciplineForm, RecognisedInitiative
from vanban.domain.initiative import ReportedInitiative
from vanban.domain.nomination import Nomination
from vanban.domain.objection import Objection
from vanban.domain.people import Collective, Person
from vanban.domain.text import matching_key
from vanban.domain.year import Year, keyed
from vanban.law import collective_standards, person_standards
from vanban.law.collective_standards import CollectiveCase
from vanban.law.person_standards import PersonCase
from vanban.law.standard import Standard, StandardRow, judged, table, unmet
from vanban.law.ward_awards import for_the_ward
from vanban.law.year_check.papers import Paper, awarded, own_paper, papers

_FIGHTER: Final = EmulationTitle.GRASSROOTS_EMULATION_FIGHTER
_NO_QUOTES: Final = {ord(quote): " " for quote in "“”\"'"}
"""A mark beside a syllable would be taken for a part of it."""
_OWN_DECISION: Final = "cơ quan công nhận"


@dataclass(frozen=True)
class NomineeCase:
    """One award for one nominee: which row of the data, who, on which day, the standards and what the data say.

    ``is_rated``: a table of ratings has a row for the nominee. A residential group has none: its meeting judges it.
    """

    path: Path
    nomination: Nomination
    name: str
    day: date
    case: PersonCase | CollectiveCase
    standards: tuple[Standard[Any], ...]
    is_rated: bool = True

    @property
    def about(self) -> str:
        """``Trần Thị B, “Chiến sĩ thi đua cơ sở”``: whom a message is about."""
        return f"{self.name}, {quoted(self.nomination.award)}"

    def table(self) -> tuple[StandardRow, ...]:
        """Every standard with its article, what the data say, and the verdict."""
        return table(self.standards, self.case)

    def objections(self) -> tuple[Objection, ...]:
        """An objection for every standard that is not met, a warning for one on which the data say nothing."""
        return unmet(self.standards, self.case, self.about)


def cases(year: Year) -> tuple[NomineeCase, ...]:
    """Every nomination whose award its nominee can have, in the order of the data.

    :class:`~vanban.errors.NoLawBook` for a nomination of a day before 01/01/2024.
    """
    rows = enumerate(year.nominations)
    found = (_case(year, ("nominations", position), row, day_of(year, row)) for position, row in rows)
    return tuple(case for case in found if case is not None)


def rewarded(year: Year) -> tuple[tuple[Paper, NomineeCase], ...]:
    """Everybody whom a decision rewards for a campaign or for a sudden achievement, with that decision.

    :class:`~vanban.errors.NoLawBook` for a decision of a day before 01/01/2024.
    """
    return tuple(
        (paper, case)
        for paper in papers(year)
        if paper.path != ("decision",)
        for path, key, award in awarded(year, paper)
        if (case := _case(year, path, Nomination(nominee=key, award=award, summary=""), paper.first))
    )


def _case(year: Year, path: Path, row: Nomination, day: date) -> NomineeCase | None:
    person, collective = keyed(year.people).get(row.nominee), keyed(year.collectives).get(row.nominee)
    if person is not None and row.award in person_standards.AWARDS:
        one = person_case(year, person, row.award, day)
        official = one.evaluation is None or one.evaluation.official
        held = person_standards.standards(row.award, day, official=official)
        return NomineeCase(path, row, person.name, day, one, held)
    if collective is not None and row.award in collective_standards.STANDARDS:
        unit = CollectiveCase(collective.name, row.award, day, _collective_evaluation(year, collective, day))
        return NomineeCase(path, row, collective.name, day, unit, collective_standards.standards(row.award, day))
    group = keyed(year.groups).get(row.nominee)
    if group is not None and row.award in collective_standards.STANDARDS:
        held_by_all = collective_standards.standards(row.award, day)
        return NomineeCase(
            path,
            row,
            group.name,
            day,
            CollectiveCase(group.name, row.award, day, None),
            tuple(replace(standard, assess=judged) for standard in held_by_all),
            is_rated=False,
        )
    return None


def day_of(year: Year, row: Nomination) -> date:
    """The day by whose law a nomination is judged: that of the paper that asks for the award or gives it, else that of
    the council's meeting, else the last of the year."""
    wanted = "decision" if for_the_ward(year, row) else "submission"
    paper = own_paper(year, wanted)
    if paper is not None and paper.day is not None:
        return paper.day
    return year.council_meeting.day if year.council_meeting else date(year.year, 12, 31)


def person_case(year: Year, person: Person, award: Award, day: date) -> PersonCase:
    """What the year says of a person who is nominated for ``award``."""
    evaluations = {row.person: row for row in year.evaluations}
    return PersonCase(
        name=person.name,
        award=award,
        day=day,
        year=year.year,
        evaluation=evaluations.get(person.key),
        initiatives=initiatives_of(year, person.key),
        fighter_years=_fighter_years(year, person.key),
    )


def initiatives_of(year: Year, person: str) -> tuple[RecognisedInitiative, ...]:
    """The year's initiatives of which that person is an author, then those of the achievement report that are not
    among them; what the office itself accepts counts as recognised."""
    known = keyed(year.initiatives)
    own = dict.fromkeys(row.initiative for row in year.authorships if row.person == person)
    authored = tuple(_recognised(known[key]) for key in own if key in known)
    names = {matching_key(one.name) for one in authored}
    reported = (
        RecognisedInitiative(key="", name=one.name, decision=one.decision)
        for achievement in year.achievements
        if achievement.nominee == person
        for one in achievement.initiatives
        if one.year == year.year
    )
    return (*authored, *(one for one in reported if matching_key(one.name) not in names))


def _recognised(row: ReportedInitiative) -> RecognisedInitiative:
    decision = row.decision or (_OWN_DECISION if row.accepted else None)
    return RecognisedInitiative(key=row.key, name=row.name, decision=decision, scope=row.scope)


def _fighter_years(year: Year, person: str) -> frozenset[int]:
    """The years of “Chiến sĩ thi đua cơ sở”: those of the achievement report, and this one where it is asked for."""
    title = matching_key(_FIGHTER.value)
    past = {
        award.year
        for achievement in year.achievements
        if achievement.nominee == person
        for award in achievement.past_titles
        if title in matching_key(award.award.translate(_NO_QUOTES))
    }
    asked = any((row.nominee, row.award) == (person, _FIGHTER) for row in year.nominations)
    return frozenset(past | ({year.year} if asked else set()))


def _collective_evaluation(year: Year, collective: Collective, day: date) -> CollectiveEvaluation | None:
    """The collective's row, with those of its people among the disciplined whom the people's own table has."""
    row = next((row for row in year.collective_evaluations if row.collective == collective.key), None)
    if row is None:
        return None
    names = dict.fromkeys((*row.disciplined, *_disciplined(year, collective.key, day)))
    return row.model_copy(update={"disciplined": tuple(names)})


def _disciplined(year: Year, collective: str, day: date) -> Iterator[str]:
    """Who was disciplined in the year by that day, from cảnh cáo up."""
    people = keyed(year.people)
    for row in year.evaluations:
        person = people.get(row.person)
        if person is None or person.collective != collective or row.discipline is None or row.disciplined_on is None:
            continue
        if row.discipline.at_least(DisciplineForm.WARNING) and date(year.year, 1, 1) <= row.disciplined_on <= day:
            yield person.name
