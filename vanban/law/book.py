"""The law book of one day: every rule on awards that holds then, to ask and to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from vanban.domain.award import Award, Commendation, NomineeKind, quoted
from vanban.domain.money import in_digits
from vanban.domain.wording import decimal, numeric_date, sentence_case
from vanban.errors import NoLawBook
from vanban.law import collective_standards, household_standards, person_standards, prizes
from vanban.law.authority import Authority, authority
from vanban.law.citation import short_citation
from vanban.law.council import VoteRule, vote_rule
from vanban.law.dossiers import DossierPart, Occasion, dossier_parts
from vanban.law.initiatives import PARTS, RECOGNISED_BY
from vanban.law.organisation import UNITS, heir
from vanban.law.provision import LAW_2022, LawRow, Stated, row
from vanban.law.repetition import AUTHORS, LETTER_5007, ONE_ACHIEVEMENT
from vanban.law.standard import Standard
from vanban.law.texts import TEXTS

C = TypeVar("C")


@dataclass(frozen=True)
class AwardRules:
    """Everything that holds for one award and one kind of nominee on one day."""

    award: Award
    kind: NomineeKind
    authority: Stated[Authority]
    vote: Stated[VoteRule]
    dossier: Stated[tuple[DossierPart, ...]]
    multiple: Stated[int]
    prize: prizes.Prize
    standards: tuple[Stated[str], ...]


@dataclass(frozen=True)
class LawBook:
    """The rules on awards of one day."""

    day: date

    def rules(self, award: Award, kind: NomineeKind) -> AwardRules:
        """What holds for ``award`` given to ``kind``; ``KeyError`` where ``kind`` cannot have it."""
        return AwardRules(
            award,
            kind,
            authority(award, self.day),
            vote_rule(award, self.day),
            dossier_parts(award, self.day),
            prizes.multiple(award, kind, self.day),
            prizes.prize(award, kind, self.day),
            standards_of(award, kind, self.day),
        )

    def rows(self) -> tuple[LawRow, ...]:
        """The whole book as rows to print: awards, money, common rules, administrative units, texts."""
        return (
            *(line for award, kind in prizes.AWARDS for line in _award_rows(self.rules(award, kind))),
            *self._money(),
            *_common(),
            *self._units(),
            *self._texts(),
        )

    def _money(self) -> Iterator[LawRow]:
        salary, rounding = prizes.base_salary(self.day), prizes.rounding(self.day)
        yield row("Mức lương cơ sở", f"{in_digits(salary.value)}/tháng", salary)
        yield row("Làm tròn tiền thưởng", "lên hàng chục nghìn đồng" if rounding.value else "không", rounding)
        sudden = dossier_parts(Commendation.CERTIFICATE, self.day, Occasion.SUDDEN)
        yield row("Hồ sơ khen thưởng đột xuất", _listed(sudden.value), sudden)

    def _units(self) -> Iterator[LawRow]:
        for stated in UNITS:
            if stated.period.covers(self.day):
                new = heir(stated.value)
                after = f"; sau đó là {new.name}" if new else ""
                yield row("Đơn vị hành chính", f"{stated.value.name}{after}", stated)

    def _texts(self) -> Iterator[LawRow]:
        for stated in TEXTS:
            if stated.period.covers(self.day) and stated.value.issued_on <= self.day:
                basis = stated.value
                shown = f"{short_citation(basis)} ngày {numeric_date(basis.issued_on)}"
                yield row("Văn bản đang có hiệu lực", shown, stated)


def book_for(day: date) -> LawBook:
    """The law book of ``day``; :class:`~vanban.errors.NoLawBook` for a day before 01/01/2024."""
    if not LAW_2022.covers(day):
        raise NoLawBook(day=numeric_date(day))
    return LawBook(day)


_COLLECTIVES: Final = frozenset({NomineeKind.COLLECTIVE, NomineeKind.RESIDENTIAL_GROUP, NomineeKind.WARD})


def standards_of(award: Award, kind: NomineeKind, day: date) -> tuple[Stated[str], ...]:
    """The standards that ``award`` sets for ``kind`` on ``day``, as texts with their articles; a person's both for
    officials and for workers and farmers."""
    if kind is NomineeKind.PERSON:
        officials = _said(person_standards.standards(award, day))
        workers = _said(person_standards.standards(award, day, official=False))
        return (*officials, *(standard for standard in workers if standard not in officials))
    if kind in _COLLECTIVES:
        return _said(collective_standards.standards(award, day))
    return _said(household_standards.standards(award, day))


def _said(standards: tuple[Standard[C], ...]) -> tuple[Stated[str], ...]:
    return tuple(
        Stated(standard.text, standard.article, standard.source, standard.certainty, standard.period)
        for standard in standards
    )


def _award_rows(rules: AwardRules) -> Iterator[LawRow]:
    topic = f"{quoted(rules.award)} - {rules.kind}"
    yield row(f"{topic}: thẩm quyền", str(rules.authority.value), rules.authority)
    for standard in rules.standards:
        yield row(f"{topic}: tiêu chuẩn", standard.value, standard)
    yield row(f"{topic}: hồ sơ", _listed(rules.dossier.value), rules.dossier)
    yield row(f"{topic}: bình xét", sentence_case(str(rules.vote.value)), rules.vote)
    yield row(f"{topic}: tiền thưởng", _money_of(rules.prize), rules.multiple)


def _money_of(prize: prizes.Prize) -> str:
    tenths = decimal(prize.hundredths // 100) + f",{prize.hundredths % 100:02d}".rstrip("0").rstrip(",")
    return f"{tenths} lần mức lương cơ sở = {in_digits(prize.amount)}"


def _listed(parts: tuple[DossierPart, ...]) -> str:
    return "; ".join(parts)


def _common() -> Iterator[LawRow]:
    for topic, stated in (
        ("Một thành tích", ONE_ACHIEVEMENT),
        ("Một sáng kiến", LETTER_5007),
        ("Tác giả sáng kiến", AUTHORS),
        *((f"Công nhận sáng kiến, phạm vi {scope}", stated) for scope, stated in RECOGNISED_BY.items()),
        ("Văn bản công nhận sáng kiến ghi", PARTS),
    ):
        yield row(topic, stated.value, stated)


def differences(before: date, after: date) -> tuple[tuple[LawRow | None, LawRow | None], ...]:
    """What changes between two days, side by side: rows of one book that the other has not, paired by topic.

    A standard that stays the same but for its article is a change. ``None`` where a row has no counterpart.
    """
    old, new = book_for(before).rows(), book_for(after).rows()
    kept = set(old) & set(new)
    gone = [line for line in old if line not in kept]
    come = [line for line in new if line not in kept]
    topics = dict.fromkeys(line.topic for line in (*gone, *come))
    return tuple(pair for topic in topics for pair in _side_by_side(_of(topic, gone), _of(topic, come)))


def _of(topic: str, lines: list[LawRow]) -> list[LawRow]:
    return [line for line in lines if line.topic == topic]


def _side_by_side(left: list[LawRow], right: list[LawRow]) -> Iterator[tuple[LawRow | None, LawRow | None]]:
    for place in range(max(len(left), len(right))):
        yield left[place] if place < len(left) else None, right[place] if place < len(right) else None


EVERY_CHANGE: Final = (
    date(2024, 1, 1),
    date(2024, 1, 30),
    date(2024, 7, 1),
    date(2025, 7, 1),
    date(2025, 12, 15),
    date(2026, 7, 1),
)
"""The days on which a rule on awards, or the base salary, changes."""
