"""Whom the decisions of a year reward: in which order, in which groups, with how much money."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from vanban.domain.award import Award, EmulationTitle, NomineeKind, quoted
from vanban.domain.award_decision import AwardDecision, Awardee
from vanban.domain.money import in_digits, money_in_words
from vanban.domain.numbering import NUMBERINGS
from vanban.domain.office import Office
from vanban.domain.receiver import RECEIVER_PARTS, WORDS, Words, receivers, words_for
from vanban.domain.rows import keyed
from vanban.domain.wording import count, listing
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year, once_a_year
from vanban.law.document_day import document_day
from vanban.law.prizes import awards_with_prizes, paid, prize
from vanban.law.ward_awards import granted

_ORDER: Final = (*WORDS, NomineeKind.WARD)


GRANTED: Final = (
    "decision",
    "nominations",
    "council",
    "council_meeting",
    "votes",
    "signatories",
    "law",
    *RECEIVER_PARTS,
)
"""The parts of a year on which it depends whom the year's own decision rewards."""


def granted_by_the_ward(year: Year, key: str) -> tuple[Awardee, ...]:
    """Whom the year's own decision rewards: the nominations that the chairman decides and the council passed."""
    return tuple(
        Awardee(nominee=row.nominee, award=row.award, achievement=row.summary, counted_for=row.counted_for)
        for row in granted(year)
    )


AWARDED: Final[dict[str, Callable[[Year, str], tuple[Awardee, ...]]]] = {
    "decision": granted_by_the_ward,
    "campaign_decision": lambda year, key: keyed(year.campaigns)[key].awardees,
    "sudden_decision": lambda year, key: keyed(year.sudden_achievements)[key].awardees,
}
"""Every kind of decision on awards: whom the decision of that key rewards, in the order of the data."""


@once_a_year
def awardees(year: Year, kind: str, key: str = "") -> tuple[Awardee, ...]:
    """Whom that decision rewards, in the order in which decision, list and certificates number them: award by award
    as they first appear, in it the sorts of receivers as the law names them, people first."""
    return ordered(year, AWARDED[kind](year, key)) if decision_of(year, kind, key) else ()


def ordered(year: Year, rows: tuple[Awardee, ...]) -> tuple[Awardee, ...]:
    """Rows of one decision or of the submission before it, in that same order."""
    awards = tuple(dict.fromkeys(row.award for row in rows))
    known = receivers(year, (row.nominee for row in rows))
    return tuple(sorted(rows, key=lambda row: (awards.index(row.award), _ORDER.index(known[row.nominee].kind))))


def decision_of(year: Year, kind: str, key: str = "") -> AwardDecision | None:
    """The text of that decision; ``None`` where the year has none."""
    document = NUMBERINGS[kind].documents(year).get(key)
    return document if isinstance(document, AwardDecision) else None


@once_a_year
def decisions(year: Year) -> tuple[tuple[str, str], ...]:
    """Kind and key of every decision of the year that rewards somebody, in the order of the kinds."""
    return tuple(
        (kind, key) for kind in AWARDED for key in NUMBERINGS[kind].documents(year) if awardees(year, kind, key)
    )


@dataclass(frozen=True)
class AwardeeGroup:
    """Those of one decision who get one award and are of one sort, each with the order number in the decision."""

    award: Award
    receivers: NomineeKind
    rows: tuple[tuple[int, Awardee], ...]
    office: Office

    @property
    def words(self) -> Words:
        """What the office calls receivers of that sort."""
        return words_for(self.office, self.receivers)

    def __str__(self) -> str:
        """``Danh hiệu “Lao động tiên tiến” cho 05 cá nhân``."""
        sort = "Danh hiệu" if isinstance(self.award, EmulationTitle) else "Hình thức"
        return f"{sort} {quoted(self.award, self.office)} cho {count(len(self.rows))} {self.words.noun}"


def grouped(year: Year, rows: tuple[Awardee, ...]) -> tuple[AwardeeGroup, ...]:
    """Awardees in their order, by award and by sort of receiver."""
    found: dict[tuple[Award, NomineeKind], list[tuple[int, Awardee]]] = {}
    known = receivers(year, (row.nominee for row in rows))
    for ordinal, row in enumerate(rows, start=1):
        found.setdefault((row.award, known[row.nominee].kind), []).append((ordinal, row))
    return tuple(AwardeeGroup(*which, tuple(members), year.office) for which, members in found.items())


def prizes(year: Year, rows: tuple[Awardee, ...], day: date) -> tuple[int, ...]:
    """The prize of each, in đồng; 0 where the law has none or another title of the same receiver brings more."""
    sorts = _kinds(year, rows)
    known = frozenset(awards_with_prizes(year.law))
    awards: dict[str, tuple[tuple[Award, WorkYear], ...]] = {}
    for row in rows:
        if (row.award, sorts[row.nominee]) in known:
            awards[row.nominee] = (*awards.get(row.nominee, ()), (row.award, row.counted_for or year.year))
    given = {nominee: paid(year.law, theirs, sorts[nominee], day) for nominee, theirs in awards.items()}
    return tuple(
        prize(year.law, row.award, sorts[row.nominee], day).amount
        if (row.award, row.counted_for or year.year) in given.get(row.nominee, ())
        else 0
        for row in rows
    )


def _kinds(year: Year, rows: Iterable[Awardee]) -> dict[str, NomineeKind]:
    """What the law takes each of them for, by key."""
    return {key: one.kind for key, one in receivers(year, (row.nominee for row in rows)).items()}


def receivers_counted(year: Year, rows: tuple[Awardee, ...]) -> str:
    """``05 cá nhân, 02 tập thể và 01 tổ dân phố``: what there is none of is not said."""
    kinds = tuple(_kinds(year, rows).values())
    return counted(year.office, {kind: kinds.count(kind) for kind in kinds})


def counted(office: Office, numbers: Mapping[NomineeKind, int]) -> str:
    """So many of each sort of receiver, in the order of lists; ``00 trường hợp`` where there is nobody."""
    said = (f"{count(numbers[kind])} {words_for(office, kind).noun}" for kind in WORDS if numbers.get(kind))
    return listing(said) or "00 trường hợp"


def award_figures(year: Year, kind: str = "decision", key: str = "") -> Mapping[str, str]:
    """What the text of a decision may name between braces: how many are rewarded, how much money in all."""
    rows = awardees(year, kind, key) if kind in NUMBERINGS else ()
    return figures_of(year, rows, document_day(year, kind, key))


def figures_of(year: Year, rows: tuple[Awardee, ...], day: date | None) -> Mapping[str, str]:
    """The same for ``rows`` that are rewarded by the law of ``day``; without a day there is no money."""
    total = sum(prizes(year, rows, day)) if day else 0
    sorts = tuple(_kinds(year, rows).values())
    return {
        "awarded": count(len(sorts)),
        "awarded_people": count(sorts.count(NomineeKind.PERSON)),
        "awarded_collectives": count(len(sorts) - sorts.count(NomineeKind.PERSON)),
        "awarded_receivers": receivers_counted(year, rows),
        "prize_total": in_digits(total),
        "prize_total_words": money_in_words(total),
    }
