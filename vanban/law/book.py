"""The law book of one day: every rule on awards that holds then, to ask and to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final

from vanban.domain.award import Award, Commendation, NomineeKind, quoted
from vanban.domain.dossier_paper import DossierPart
from vanban.domain.evaluation import InitiativeScope
from vanban.domain.law_pack import Law
from vanban.domain.level import CommendationOccasion, Level
from vanban.domain.money import in_digits
from vanban.domain.provision import Provision
from vanban.domain.wording import decimal, numeric_date, sentence_case
from vanban.errors import NoLawBook
from vanban.law import collective_standards, household_standards, person_standards, prizes
from vanban.law.authority import Authority, authority
from vanban.law.council import VoteRule, vote_rule
from vanban.law.dossiers import dossier_parts
from vanban.law.fact_words import shown_of, span
from vanban.law.initiatives import recognised_by
from vanban.law.organisation import heir, units
from vanban.law.provision import LawRow, Stated, has_book, in_force, row, stated
from vanban.law.retention import retention


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

    law: Law
    day: date

    def rules(self, award: Award, kind: NomineeKind) -> AwardRules:
        """What holds for ``award`` given to ``kind``; ``KeyError`` where ``kind`` cannot have it."""
        return AwardRules(
            award,
            kind,
            authority(self.law, award, self.day),
            vote_rule(self.law, award, self.day),
            dossier_parts(self.law, award, self.day),
            prizes.multiple(self.law, award, kind, self.day),
            prizes.prize(self.law, award, kind, self.day),
            standards_of(self.law, award, kind, self.day),
        )

    def rows(self) -> tuple[LawRow, ...]:
        """The whole book as rows to print: awards, money, common rules, time limits, units, texts."""
        awards = prizes.awards_with_prizes(self.law)
        return (
            *(line for award, kind in awards for line in _award_rows(self.rules(award, kind))),
            *self._money(),
            *self._common(),
            *self._initiatives(),
            *self._time(),
            *self._others(),
            *self._units(),
            *self._texts(),
        )

    def _money(self) -> Iterator[LawRow]:
        salary, rounding = prizes.base_salary(self.law, self.day), prizes.rounding(self.law, self.day)
        yield row("Mức lương cơ sở", f"{in_digits(salary.value)}/tháng", salary)
        to = f"lên đến {in_digits(rounding.value)}" if rounding.value > 1 else "không"
        yield row("Làm tròn tiền thưởng", to, rounding)
        sudden = dossier_parts(self.law, Commendation.CERTIFICATE, self.day, CommendationOccasion.SUDDEN)
        yield row("Hồ sơ khen thưởng đột xuất", _listed(sudden.value), sudden)

    def _common(self) -> Iterator[LawRow]:
        for rule in dict.fromkeys(one.rule for one in self.law.statements):
            held = self._held(one for one in self.law.statements if one.rule == rule)
            if held:
                yield row(held.value.topic, held.value.text, held)

    def _initiatives(self) -> Iterator[LawRow]:
        for scope in InitiativeScope:
            held = recognised_by(self.law, scope, self.day)
            yield row(f"Công nhận sáng kiến, phạm vi {scope}", held.value, held)

    def _time(self) -> Iterator[LawRow]:
        for key in dict.fromkeys(one.key for one in self.law.deadlines):
            held = self._held(one for one in self.law.deadlines if one.key == key)
            if held:
                yield row("Thời hạn", f"{held.value.text}: {span(held.value)}", held)
        for key in dict.fromkeys(one.key for one in self.law.retention):
            period = retention(self.law, key, self.day)
            name = next(one.name for one in self.law.retention if one.key == key)
            yield row("Thời hạn bảo quản", f"{name}: {period.value}", period)

    def _others(self) -> Iterator[LawRow]:
        """What none of the rows above asks for: other councils' votes, dossiers of movements, sheets, forms, limits."""
        law = self.law
        facts: dict[str, Iterable[Provision]] = {
            "Bỏ phiếu, biểu quyết của Hội đồng khác, của cuộc họp": (
                one for one in law.votes if one.councils and Level.WARD not in one.councils
            ),
            "Hồ sơ khen thưởng phong trào thi đua": (
                one for one in law.dossiers if one.occasion is CommendationOccasion.CAMPAIGN
            ),
            "Khổ và màu của giấy khen, bằng": law.certificates,
            "Mẫu văn bản": law.forms,
            "Giới hạn thời hạn lưu trữ": law.retention_limits,
            "Thời hạn nộp lưu": law.hand_over,
            "Cách gọi không còn dùng": law.lapsed_words,
        }
        for topic, rows in facts.items():
            for one in rows:
                if law.period(one).covers(self.day):
                    yield row(topic, shown_of(one), stated(law, one, one, self.day))

    def _units(self) -> Iterator[LawRow]:
        for held in units(self.law):
            if held.period.covers(self.day):
                new = heir(self.law, held.value)
                after = f"; sau đó là {new.name}" if new else ""
                yield row("Đơn vị hành chính", f"{held.value.name}{after}", held)

    def _texts(self) -> Iterator[LawRow]:
        for text in self.law.texts.values():
            if self.law.spans[text.key].covers(self.day) and (text.issued_on or date.min) <= self.day:
                yield text_row(self.law, text.key)

    def _held(self, rows: Iterable[Any]) -> Stated[Any] | None:
        try:
            return in_force(self.law, rows, self.day, lambda one: one)
        except NoLawBook:
            return None


def text_row(law: Law, key: str) -> LawRow:
    """A text of the law packs as a line of the printed book."""
    text, span_ = law.texts[key], law.spans[key]
    source = law.sources[text.source]
    day = f" ngày {numeric_date(text.issued_on)}" if text.issued_on else ""
    amended = ", ".join(one.numbered_name for one in law.amendments.get(key, ()))
    found = Stated(
        text,
        text.numbered_name,
        source.name,
        source.kind,
        law.certainty(text),
        span_,
        "Chưa có nguyên văn nên cần đối chiếu." if text.unread else "",
        f"{source.checked_by}, {numeric_date(source.checked_on)}",
    )
    shown = f"{text.short_name}{day}" + (f"; được sửa đổi bởi {amended}" if amended else "")
    return row("Văn bản đang có hiệu lực", shown, found)


def book_for(law: Law, day: date) -> LawBook:
    """The law book of ``day``; :class:`~vanban.errors.NoLawBook` for a day before the Law."""
    if not has_book(law, day):
        raise NoLawBook(day=numeric_date(day))
    return LawBook(law, day)


_COLLECTIVES: Final = frozenset({NomineeKind.COLLECTIVE, NomineeKind.RESIDENTIAL_GROUP, NomineeKind.WARD})


def standards_of(law: Law, award: Award, kind: NomineeKind, day: date) -> tuple[Stated[str], ...]:
    """The standards that ``award`` sets for ``kind`` on ``day``, as texts with their articles; a person's both for
    officials and for workers and farmers."""
    if kind is NomineeKind.PERSON:
        return tuple(one.stated for one in person_standards.standards(law, award, day, official=None))
    if kind in _COLLECTIVES:
        return tuple(one.stated for one in collective_standards.standards(law, award, day, kind))
    return tuple(one.stated for one in household_standards.standards(law, award, day))


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


def differences(law: Law, before: date, after: date) -> tuple[tuple[LawRow | None, LawRow | None], ...]:
    """What changes between two days, side by side: rows of one book that the other has not, paired by topic.

    A standard that stays the same but for its article is a change. ``None`` where a row has no counterpart.
    """
    return rows_apart(book_for(law, before).rows(), book_for(law, after).rows())


def rows_apart(old: tuple[LawRow, ...], new: tuple[LawRow, ...]) -> tuple[tuple[LawRow | None, LawRow | None], ...]:
    """The rows that one of two books has and the other has not, paired by topic."""
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


@lru_cache(maxsize=8)
def every_change(law: Law) -> tuple[date, ...]:
    """The days, from the first law book on, on which a provision begins, ends or falls into doubt."""
    days = set()
    for pack in law.packs:
        for one in pack.provisions():
            first, last = law.period(one)
            days |= {first, last + timedelta(days=1) if last else None}
    days |= {text.valid_from for texts in law.amendments.values() for text in texts if text.unread}
    return tuple(sorted(day for day in days if day is not None and has_book(law, day)))
