"""What a nominee's dossier holds: for every part that the law demands the papers of the year, or that there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Final

from vanban.domain.consistency.fault import Fault
from vanban.domain.dossier_paper import DossierPaper, DossierPart
from vanban.domain.finding import Severity
from vanban.domain.level import Level
from vanban.domain.nomination import Nomination
from vanban.domain.objection import Objection
from vanban.domain.receiver import receiver
from vanban.domain.rows import first, those
from vanban.domain.year import Year, once_a_year
from vanban.errors import NoLawBook
from vanban.law.authority import authority
from vanban.law.council import needs_ballot
from vanban.law.dossiers import dossier_parts, missing_parts
from vanban.law.organisation import at_level, unit_named
from vanban.law.provision import has_book
from vanban.law.ward_awards import day_judging, for_the_ward

RECOGNITION: Final = "initiative_confirmation"


@dataclass(frozen=True)
class DossierSource:
    """A paper of a dossier: a document of the year by kind and key, a paper from outside, or a decision as cited."""

    part: DossierPart
    kind: str = ""
    key: str = ""
    paper: DossierPaper | None = None
    decision: str = ""


@once_a_year
def dossiers(year: Year) -> Mapping[str, Nomination]:
    """Every dossier of the year by its key: the nominee's, with a number for the second and later award of one."""
    found: dict[str, Nomination] = {}
    nominees = {row.nominee for row in year.nominations}
    for row in year.nominations if has_book(year.law, year.year.ends) else ():
        numbered = (f"{row.nominee}-{ordinal}" for ordinal in count(2))
        free = (key for key in numbered if key not in found and key not in nominees)
        found[next(free) if row.nominee in found else row.nominee] = row
    return found


def decider(year: Year, row: Nomination) -> Level:
    """Whose chairman decides: the ward's where it decides, else the lowest level above it that may.

    Raises :class:`~vanban.errors.NoLawBook` for a day before 01/01/2024.
    """
    levels = authority(year.law, row.award, day_judging(year, row)).value.deciders
    if for_the_ward(year, row):
        return Level.WARD
    return next((level for level in levels if level is not Level.WARD), levels[0])


def decider_named(year: Year, row: Nomination) -> str:
    """``Chủ tịch Ủy ban nhân dân thành phố Bắc Giang``; only the level where the office's superiors are not known."""
    level, day = decider(year, row), day_judging(year, row)
    here = unit_named(year.law, year.office.locality)
    found = at_level(year.law, here.value, level, day) if here else None
    return found.chairman if found else str(level)


def sources(year: Year, row: Nomination) -> tuple[DossierSource, ...]:
    """The papers of one dossier in the order of the law's parts; a part without a paper is not among them."""
    parts = dossier_parts(year.law, row.award, day_judging(year, row)).value
    return tuple(source for part in parts for source in (*_made(year, row, part), *_from_outside(year, row, part)))


def _from_outside(year: Year, row: Nomination, part: DossierPart) -> Iterator[DossierSource]:
    for paper in those(year.dossier_papers, nominee=row.nominee, part=part):
        if paper.award in (None, row.award):
            yield DossierSource(part, paper=paper)


def _made(year: Year, row: Nomination, part: DossierPart) -> Iterator[DossierSource]:
    """The documents of the year that are this part of that dossier."""
    meeting = year.council_meeting
    voted = meeting is not None and first(year.votes, nominee=row.nominee, award=row.award) is not None
    if part is DossierPart.SUBMISSION and year.submission and not for_the_ward(year, row):
        yield DossierSource(part, "submission")
        yield DossierSource(part, "nominee_list")
    if part is DossierPart.ACHIEVEMENT_REPORT and first(year.achievements, nominee=row.nominee) is not None:
        yield DossierSource(part, "achievement_report", row.nominee)
    if part is DossierPart.SELECTION_MINUTES and first(year.group_meetings, group=row.nominee) is not None:
        yield DossierSource(part, "group_minutes", row.nominee)
    if part is DossierPart.SELECTION_MINUTES and voted:
        yield DossierSource(part, "council_minutes")
    if part is DossierPart.BALLOT_RESULT and meeting and voted and needs_ballot(year.law, row.award, meeting.day):
        yield DossierSource(part, "counting_minutes")
    if part is DossierPart.CONFIRMATION:
        yield from _recognitions(year, row)


def _recognitions(year: Year, row: Nomination) -> Iterator[DossierSource]:
    """The decisions that recognise the nominee's initiatives, each once."""
    own = {authorship.initiative for authorship in those(year.authorships, person=row.nominee)}
    initiatives = [initiative for initiative in year.initiatives if initiative.key in own]
    for decision in dict.fromkeys(initiative.decision for initiative in initiatives if initiative.decision):
        yield DossierSource(DossierPart.CONFIRMATION, decision=decision)
    if year.initiative_confirmation and any(initiative.accepted for initiative in initiatives):
        yield DossierSource(DossierPart.CONFIRMATION, RECOGNITION)


def dossier_faults(year: Year) -> tuple[Fault, ...]:
    """A warning for every part that the law demands of a dossier and no paper of the year is."""
    return tuple(_faults(year)) if has_book(year.law, year.year.ends) else ()


def _faults(year: Year) -> Iterator[Fault]:
    for position, row in enumerate(year.nominations):
        for objection in _missing(year, row):
            found = objection.in_data(("nominations", position, "nominee"), row.nominee)
            remedy = (
                f"{found.remedy} Văn bản nhận từ nơi khác thì ghi vào bảng Văn bản khác trong hồ sơ "
                "(dossier_papers.xlsx)."
            )
            yield found.model_copy(update={"severity": Severity.WARNING, "remedy": remedy})


def _missing(year: Year, row: Nomination) -> tuple[Objection, ...]:
    try:
        present = {source.part for source in sources(year, row)}
        asked = dossier_parts(year.law, row.award, day_judging(year, row))
        return missing_parts(asked, row.award, present, receiver(year, row.nominee).name)
    except (NoLawBook, KeyError):  # a day before the law book and an unknown nominee are found by other rules
        return ()
