"""Bring a text that was taken over from another year to this one: years and days move, texts that lapsed give way to
what took their place, and everything else that may be stale is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from vanban.domain.document import Document
from vanban.domain.office import LegalBasis
from vanban.domain.proposed_day import DaySort, ProposedDay, propose
from vanban.domain.record import Record
from vanban.domain.wording import numeric_date
from vanban.domain.work_year import WorkYear
from vanban.domain.year_shift import doubts, shifted
from vanban.law.citation import bases as bases_of_law
from vanban.law.citation import short_citation, successor
from vanban.workflows.days_off import days_off
from vanban.workflows.texts import YearTexts

_KEYS: Final = frozenset(
    {"key", "issuer", "responsible", "lead", "supporting", "signatory", "legal_bases", "cites", "unit"}
)
"""Fields that are no words."""


@dataclass
class BroughtToYear:
    """The text for this year, each change and doubt as a sentence, and texts that are cited now and not listed yet."""

    document: Document
    told: tuple[str, ...] = ()
    new_bases: tuple[LegalBasis, ...] = ()


@dataclass
class _Mover:
    old: WorkYear
    new: WorkYear
    propose: Callable[[date], ProposedDay]
    told: list[str] = field(default_factory=list)

    def words(self, text: str) -> str:
        """A text with its years moved; changes and doubts are told."""
        made, end = text, 0
        pieces: list[str] = []
        for one in shifted(text, self.old, self.new, self.propose):
            pieces.append(text[end : one.start] + one.after)
            end = one.end
            around = text[max(0, one.start - 30) : one.end].strip()
            note = ", ngày đề xuất, hãy xem lại" if one.day is not None else ""
            self._tell(f"“{one.before}” → “{one.after}” ở “…{around}”{note}.")
        made = "".join((*pieces, text[end:]))
        for doubt in doubts(text, self.old, self.new):
            self._tell(f"“{doubt.words}”: {doubt.reason}")
        return made

    def value(self, value: Any) -> Any:
        """A value of a document with the words in it moved."""
        if isinstance(value, Record):
            fields = type(value).model_fields
            changes = {
                name: self.value(getattr(value, name))
                for name in fields
                if name not in _KEYS and isinstance(getattr(value, name), (str, tuple, Record))
            }
            changed = {name: new for name, new in changes.items() if new != getattr(value, name)}
            return value.model_copy(update=changed) if changed else value
        if isinstance(value, tuple):
            return tuple(self.value(one) for one in value)
        return self.words(value) if type(value) is str else value

    def _tell(self, sentence: str) -> None:
        if sentence not in self.told:
            self.told.append(sentence)


def brought_to_year(
    texts: YearTexts, document: Document, old: WorkYear, listed: tuple[LegalBasis, ...]
) -> BroughtToYear:
    """``document``, which speaks for the year ``old``, for the year of ``texts``."""
    new = texts.year
    told: list[str] = []
    if old.first != new.first:
        apart = new.first - old.first
        holidays = days_off(new.first - 1, new.last + 1)
        mover = _Mover(old, new, lambda day: propose(day, DaySort.OF_THE_MONTH, holidays, apart))
        moved = mover.value(document)
        assert isinstance(moved, Document)
        document, told = moved, mover.told
    known = {**texts.bases, **{one.key: one for one in listed}}
    held, more, notes = _held_bases(texts, document, known)
    return BroughtToYear(document.model_copy(update={"legal_bases": held}), (*told, *notes), more)


def _held_bases(
    texts: YearTexts, document: Document, known: dict[str, LegalBasis]
) -> tuple[tuple[str, ...], tuple[LegalBasis, ...], tuple[str, ...]]:
    """The texts that may be cited on the document's day: successors in the place of those that lapsed."""
    day = document.planned_on or texts.year.begins
    law = bases_of_law(texts.law)
    held: list[str] = []
    more: list[LegalBasis] = []
    told: list[str] = []
    for key in document.legal_bases:
        basis = known.get(key)
        if basis is None or basis.valid_to is None or basis.valid_to >= day:
            held.append(key)
            continue
        following = successor(texts.law, basis, day, known)
        ended = f"{short_citation(basis)} hết hiệu lực sau ngày {numeric_date(basis.valid_to)}"
        if following is None:
            told.append(
                f"{ended} và không rõ văn bản thay thế nên bỏ khỏi căn cứ; hãy thêm văn bản của năm nay nếu có."
            )
            continue
        told.append(f"{ended}: thay bằng {short_citation(following)} ngày {numeric_date(following.issued_on)}.")
        if following.key not in known and following.key in law:
            more.append(following)
        held.append(following.key)
    return tuple(dict.fromkeys(held)), tuple(more), tuple(told)
