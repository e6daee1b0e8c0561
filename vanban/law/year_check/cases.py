"""Every nomination of a year as a case before its standards: what ``vanban check`` judges and the table prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from vanban.domain.award import EmulationTitle, NomineeKind, quoted
from vanban.domain.consistency.fault import Path
from vanban.domain.evaluation import CollectiveEvaluation, DisciplineForm, Evaluation, RecognisedInitiative
from vanban.domain.given_award import award_key
from vanban.domain.initiative import ReportedInitiative
from vanban.domain.law_pack import Law
from vanban.domain.nomination import Nomination
from vanban.domain.objection import Objection
from vanban.domain.people import Collective, CollectiveKind, Person, Unit
from vanban.domain.rows import keyed
from vanban.domain.text import matching_key
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year, once_a_year, workplaces
from vanban.law import collective_standards, person_standards
from vanban.law.award_memory import remembered, revoked_awards
from vanban.law.collective_standards import CollectiveCase
from vanban.law.person_standards import PersonCase
from vanban.law.standard import Standard, StandardRow, judged, table, unmet
from vanban.law.ward_awards import day_judging
from vanban.law.year_check.papers import DatedPaper, awarded, papers

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

    def doubts(self) -> tuple[str, ...]:
        """Why its standards have to be compared on its day, each sentence once."""
        return tuple(dict.fromkeys(one.stated.doubt for one in self.standards if one.stated.doubt))

    def objections(self) -> tuple[Objection, ...]:
        """An objection for every standard that is not met, a warning for one on which the data say nothing."""
        return unmet(self.standards, self.case, self.about)


@dataclass(frozen=True)
class Facts:
    """What a year says of those who are nominated, by their keys: gathered once for all of its cases."""

    year: WorkYear
    people: Mapping[str, Person]
    collectives: Mapping[str, Collective]
    groups: Mapping[str, Unit]
    evaluations: Mapping[str, Evaluation]
    collective_evaluations: Mapping[str, CollectiveEvaluation]
    initiatives: Mapping[str, tuple[RecognisedInitiative, ...]]
    fighter_years: Mapping[str, frozenset[int]]
    law: Law


@once_a_year
def facts(year: Year) -> Facts:
    """Everything that the year's tables say, ready to look up."""
    return Facts(
        year=year.year,
        people=keyed(year.people),
        collectives=workplaces(year),
        groups=keyed(year.groups),
        evaluations={row.person: row for row in reversed(year.evaluations)},
        collective_evaluations={row.collective: row for row in reversed(year.collective_evaluations)},
        initiatives=_initiatives(year),
        fighter_years=_fighter_years(year),
        law=year.law,
    )


@once_a_year
def cases(year: Year) -> tuple[NomineeCase, ...]:
    """Every nomination whose award its nominee can have, in the order of the data.

    :class:`~vanban.errors.NoLawBook` for a nomination of a day before 01/01/2024.
    """
    known = facts(year)
    rows = enumerate(year.nominations)
    found = (_case(known, ("nominations", position), row, day_judging(year, row)) for position, row in rows)
    return tuple(case for case in found if case is not None)


def case_of(year: Year, row: Nomination) -> NomineeCase | None:
    """That one nomination of the year as a case; ``None`` where its nominee cannot have the award.

    :class:`~vanban.errors.NoLawBook` for a nomination of a day before 01/01/2024.
    """
    return _case(facts(year), ("nominations",), row, day_judging(year, row))


@once_a_year
def rewarded(year: Year) -> tuple[tuple[DatedPaper, NomineeCase], ...]:
    """Everybody whom a decision rewards for a campaign or for a sudden achievement, with that decision.

    :class:`~vanban.errors.NoLawBook` for a decision of a day before 01/01/2024.
    """
    known = facts(year)
    return tuple(
        (paper, case)
        for paper in papers(year)
        if paper.path != ("decision",)
        for path, key, award in awarded(year, paper)
        if (case := _case(known, path, Nomination(nominee=key, award=award, summary=""), paper.first))
    )


def _case(known: Facts, path: Path, row: Nomination, day: date) -> NomineeCase | None:
    person, collective, group = (table.get(row.nominee) for table in (known.people, known.collectives, known.groups))
    if isinstance(person, Person) and row.award in person_standards.AWARDS:
        one = _person_case(known, person, row, day)
        official = one.evaluation is None or one.evaluation.official
        held = person_standards.standards(known.law, row.award, day, official=official)
        return NomineeCase(path, row, person.name, day, one, held)
    unit = collective or group
    if unit is None or row.award not in collective_standards.AWARDS:
        return None
    sort = _sort(collective)
    standards = collective_standards.standards(known.law, row.award, day, sort)
    if isinstance(collective, Collective):
        of_the_unit = CollectiveCase(
            unit.name, row.award, day, _collective_evaluation(known, collective, day), row.point
        )
        return NomineeCase(path, row, unit.name, day, of_the_unit, standards)
    by_meeting = tuple(replace(standard, assess=judged) for standard in standards)
    case = CollectiveCase(unit.name, row.award, day, None, row.point)
    return NomineeCase(path, row, unit.name, day, case, by_meeting, is_rated=False)


def _sort(collective: object) -> NomineeKind:
    """What the law calls it: a unit where people live has no row among the collectives."""
    if not isinstance(collective, Collective):
        return NomineeKind.RESIDENTIAL_GROUP
    return NomineeKind.WARD if collective.kind is CollectiveKind.COMMUNE else NomineeKind.COLLECTIVE


def _person_case(known: Facts, person: Person, row: Nomination, day: date) -> PersonCase:
    """What the year says of a person who is nominated."""
    return PersonCase(
        name=person.name,
        award=row.award,
        day=day,
        year=known.year.first,
        evaluation=known.evaluations.get(person.key),
        initiatives=known.initiatives.get(person.key, ()),
        fighter_years=known.fighter_years.get(person.key, frozenset()),
        point=row.point,
    )


def _initiatives(year: Year) -> dict[str, tuple[RecognisedInitiative, ...]]:
    """For each person the year's initiatives of which they are an author, then those of the achievement report that
    are not among them; what the office itself accepts counts as recognised."""
    known = {row.key: _recognised(row) for row in year.initiatives}
    found: dict[str, dict[str, RecognisedInitiative]] = defaultdict(dict)
    for authorship in year.authorships:
        if authorship.initiative in known:
            one = known[authorship.initiative]
            found[authorship.person].setdefault(matching_key(one.name), one)
    for achievement in year.achievements:
        for reported in achievement.initiatives:
            if reported.year == year.year:
                one = RecognisedInitiative(key="", name=reported.name, decision=reported.decision)
                found[achievement.nominee].setdefault(matching_key(one.name), one)
    return {person: tuple(own.values()) for person, own in found.items()}


def _recognised(row: ReportedInitiative) -> RecognisedInitiative:
    decision = row.decision or (_OWN_DECISION if row.accepted else None)
    return RecognisedInitiative(key=row.key, name=row.name, decision=decision, scope=row.scope, sort=row.sort)


def _fighter_years(year: Year) -> dict[str, frozenset[int]]:
    """For each nominee the years of “Chiến sĩ thi đua cơ sở”: those of the achievement report, and this one where it is
    asked for."""
    title = matching_key(_FIGHTER.value)
    found: dict[str, set[int]] = defaultdict(set)
    revoked = revoked_awards(year)
    for achievement in year.achievements:
        for award in achievement.past_titles:
            if (achievement.nominee, award.year, award_key(award.award)) in revoked:
                continue
            if title in matching_key(award.award.translate(_NO_QUOTES)):
                found[achievement.nominee].add(award.year.first)
    for nominee, given in remembered(year).items():
        found[nominee].update(row.year.first for row in given if title == award_key(row.award))
    for row in year.nominations:
        if row.award is _FIGHTER:
            found[row.nominee].add(year.year.first)
    return {nominee: frozenset(years) for nominee, years in found.items()}


def _collective_evaluation(known: Facts, collective: Collective, day: date) -> CollectiveEvaluation | None:
    """The collective's row, with those of its people among the disciplined whom the people's own table has."""
    row = known.collective_evaluations.get(collective.key)
    if row is None:
        return None
    names = dict.fromkeys((*row.disciplined, *_disciplined(known, collective.key, day)))
    return row.model_copy(update={"disciplined": tuple(names)})


def _disciplined(known: Facts, collective: str, day: date) -> Iterator[str]:
    """Who was disciplined in the year by that day, from cảnh cáo up."""
    for row in known.evaluations.values():
        if row.discipline is None or row.disciplined_on is None or not row.discipline.at_least(DisciplineForm.WARNING):
            continue
        person = known.people.get(row.person)
        if person and person.collective == collective and known.year.begins <= row.disciplined_on <= day:
            yield person.name
