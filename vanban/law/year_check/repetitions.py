"""What counts only once in a year and over the years: achievements, initiatives, the shares of their authors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from vanban.domain.award import Award, Commendation, EmulationTitle
from vanban.domain.award_decision import Awardee
from vanban.domain.birth import Birth
from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.evaluation import CommendedAchievement, InitiativeUse, Rating
from vanban.domain.finding import Severity
from vanban.domain.given_award import award_key
from vanban.domain.objection import Objection
from vanban.domain.receiver import receiver_names
from vanban.domain.rows import keyed
from vanban.domain.text import matching_key
from vanban.domain.year import Year
from vanban.law.award_memory import remembered
from vanban.law.document_day import last_day
from vanban.law.person_standards import PersonCase
from vanban.law.repetition import (
    achievement_objections,
    authorship_objection,
    duplicate_nominations,
    initiative_use_objections,
    share_objections,
)
from vanban.law.year_check.cases import cases

_AUTHOR_TWICE: Final = "author_twice"
"""A row that stands twice in a table is told as such by the table; here it is one person under two keys."""
_TWO_KEYS: Final = " Hai mã {keys} cùng họ tên, ngày sinh."


def achievements(year: Year) -> Iterator[Fault]:
    """One achievement that is commended more than once: by the year's nominations, its campaigns, at once."""
    by_nominee: dict[str, list[tuple[Path, CommendedAchievement]]] = defaultdict(list)
    for path, row in _commended(year):
        by_nominee[row.nominee].append((path, row))
    for rows in by_nominee.values():
        for objection in achievement_objections(
            year.law, last_day(year), [row for _, row in rows], receiver_names(year)
        ):
            path, last = rows[-1]
            yield objection.in_data(path, last.nominee)


def _commended(year: Year) -> Iterator[tuple[Path, CommendedAchievement]]:
    occasions: list[tuple[Path, tuple[Awardee, ...]]] = [
        *((("campaigns", n), campaign.awardees) for n, campaign in enumerate(year.campaigns)),
        *((("sudden_achievements", n), event.awardees) for n, event in enumerate(year.sudden_achievements)),
    ]
    for table, awardees in occasions:
        for n, one in enumerate(awardees):
            if one.achievement:
                row = CommendedAchievement(nominee=one.nominee, award=one.award, achievement=one.achievement)
                yield (*table, "awardees", n, "nominee"), row
    yield from _remembered(year)
    for position, asked in enumerate(year.nominations):
        row = CommendedAchievement(nominee=asked.nominee, award=asked.award, achievement=asked.summary)
        yield ("nominations", position, "nominee"), row


def _remembered(year: Year) -> Iterator[tuple[Path, CommendedAchievement]]:
    """What the award memory says was commended, and for what."""
    places = {id(row): position for position, row in enumerate(year.award_history)}
    for nominee, rows in remembered(year).items():
        for row in rows:
            if row.achievement and not row.is_title:
                award = next((one for one in Commendation if award_key(one.value) == award_key(row.award)), None)
                yield (
                    ("award_history", places[id(row)], "achievement"),
                    CommendedAchievement(
                        nominee=nominee,
                        award=award or Commendation.CERTIFICATE,
                        achievement=row.achievement,
                        decision=row.decision,
                    ),
                )


def initiative_uses(year: Year) -> Iterator[Fault]:
    """One initiative that speaks for two awards of one nominee, or for an award of somebody who is no author of it."""
    names, known = receiver_names(year), keyed(year.initiatives)
    grouped: dict[tuple[str, str], list[tuple[Path, InitiativeUse]]] = defaultdict(list)
    for path, use in _uses(year):
        grouped[use.initiative, use.nominee].append((path, use))
        objection = (
            authorship_objection(year.law, last_day(year), use, year.authorships, names)
            if use.year == year.year
            else None
        )
        if objection:
            yield objection.in_data(path, use.nominee)
    for rows in grouped.values():
        for repeated in initiative_use_objections(year.law, last_day(year), [use for _, use in rows], known, names):
            path, last = rows[-1]
            yield repeated.in_data(path, last.initiative)


def known_uses(year: Year) -> tuple[InitiativeUse, ...]:
    """Every award that rests on an initiative: of earlier years, of this year's table, and of its nominations."""
    return tuple(dict.fromkeys(use for _, use in _uses(year)))


def _uses(year: Year) -> Iterator[tuple[Path, InitiativeUse]]:
    """What the table says, then what follows from the nominations: a fighter without the best rating rests on every
    recognised initiative that the table does not name."""
    for position, use in enumerate(year.initiative_uses):
        yield ("initiative_uses", position, "initiative"), use
    said = {(use.initiative, use.nominee, use.award, use.year) for use in year.initiative_uses}
    for nominee in cases(year):
        row, case = nominee.nomination, nominee.case
        if row.award is not EmulationTitle.GRASSROOTS_EMULATION_FIGHTER or not isinstance(case, PersonCase):
            continue
        if case.rating in (None, Rating.EXCELLENT):
            continue
        for initiative in case.initiatives:
            identity = (initiative.key, row.nominee, row.award, year.year)
            if initiative.key and initiative.decision and identity not in said:
                yield (
                    (*nominee.path, "award"),
                    InitiativeUse(initiative=initiative.key, nominee=row.nominee, award=row.award, year=year.year),
                )


def nominations(year: Year) -> Iterator[Fault]:
    """One person who is put forward for one award under two keys; a warning, since two people may share both."""
    same = _same_person(year)
    grouped: dict[tuple[str, Award], dict[str, int]] = defaultdict(dict)
    for position, row in enumerate(year.nominations):
        grouped[same.get(row.nominee, row.nominee), row.award].setdefault(row.nominee, position)
    for (first, award), keys in grouped.items():
        for objection in duplicate_nominations(
            year.law, last_day(year), [(first, award)] * len(keys), receiver_names(year)
        ):
            yield _of_two_keys(("nominations", max(keys.values()), "nominee"), objection, list(keys))


def authors(year: Year) -> Iterator[Fault]:
    """One person who is an author of one initiative under two keys; a warning for the same reason."""
    same = _same_person(year)
    for initiative in year.initiatives:
        grouped: dict[str, dict[str, int]] = defaultdict(dict)
        for position, row in enumerate(year.authorships):
            if row.initiative == initiative.key:
                grouped[same.get(row.person, row.person)].setdefault(row.person, position)
        for first, keys in grouped.items():
            rows = [year.authorships[position].model_copy(update={"person": first}) for position in keys.values()]
            for objection in share_objections(year.law, last_day(year), rows, (initiative,), receiver_names(year)):
                if objection.rule == _AUTHOR_TWICE:
                    yield _of_two_keys(("authorships", max(keys.values()), "person"), objection, list(keys))


def _same_person(year: Year) -> Mapping[str, str]:
    """Each person's key → the first key of somebody of that name and birthday."""
    first: dict[tuple[str, Birth], str] = {}
    return {one.key: first.setdefault((matching_key(one.name), one.born_on), one.key) for one in year.people}


def _of_two_keys(path: Path, objection: Objection, keys: Sequence[str]) -> Fault:
    doubt = objection.model_copy(update={"severity": Severity.WARNING})
    return doubt.in_data(path, keys[-1], _TWO_KEYS.format(keys=", ".join(keys)))


def shares(year: Year) -> Iterator[Fault]:
    """An initiative whose authors' shares do not make 100 per cent."""
    for position, initiative in enumerate(year.initiatives):
        for objection in share_objections(
            year.law, last_day(year), year.authorships, (initiative,), receiver_names(year)
        ):
            if objection.rule != _AUTHOR_TWICE:
                yield objection.in_data(("initiatives", position, "name"), initiative.key)


RULES: Final = (achievements, nominations, initiative_uses, authors, shares)
