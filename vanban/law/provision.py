"""What the law states on a day: a value with articles, source and days, how sure it is and what makes it doubtful."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Generic, NamedTuple, TypeVar

from vanban.domain.finding import Severity
from vanban.domain.law_pack import Law
from vanban.domain.law_text import Certainty, LawText, Period, SourceKind
from vanban.domain.objection import Objection
from vanban.domain.provision import Provision
from vanban.domain.wording import numeric_date
from vanban.errors import NoLawBook

EMULATION_LAW: Final = "luat-thi-dua-khen-thuong"
"""The key of the Law: before it is in force there is no law book."""

DECREE_30: Final = "Nghị định số 30/2020/NĐ-CP"
"""On clerical work: its rules on layout and signing are the program's own tables, read in full."""

V = TypeVar("V")
P = TypeVar("P", bound=Provision)


@dataclass(frozen=True)
class Stated(Generic[V]):
    """A value that a text states: the article as it is cited, where we have it from, how sure it is, when it holds.

    ``doubt`` is a sentence on why it has to be compared on the day that was asked for, empty where nothing is known.
    """

    value: V
    article: str
    source: str
    kind: SourceKind
    certainty: Certainty
    period: Period
    doubt: str = ""
    checked: str = ""

    def objection(
        self, rule: str, about: str, reason: str, remedy: str, *, figures: tuple[tuple[str, int], ...] = ()
    ) -> Objection:
        """What this rule has against ``about``: an error, but a warning that says why where the rule is in doubt."""
        return Objection(
            rule=rule,
            severity=Severity.WARNING if self.doubt else Severity.ERROR,
            article=self.article,
            about=about,
            figures=figures,
            reason=f"{reason} {self.doubt}".rstrip(),
            remedy=remedy,
        )

    def reminder(
        self, rule: str, about: str, reason: str, remedy: str, *, figures: tuple[tuple[str, int], ...] = ()
    ) -> Objection:
        """The same as a warning, however sure the rule is: what somebody must look at."""
        found = self.objection(rule, about, reason, remedy, figures=figures)
        return found.model_copy(update={"severity": Severity.WARNING})


def cited(law: Law, row: Provision) -> str:
    """The articles of a provision as they are cited; of several of one text the text is named once, at the end."""
    parts = [reference.rpartition(" ")[::2] for reference in row.cites]
    said = []
    for position, (article, key) in enumerate(parts):
        last_of_its_text = position + 1 == len(parts) or parts[position + 1][1] != key
        said.append(f"{article} {law.texts[key].short_name}".strip() if last_of_its_text else article)
    articles = "; ".join(said)
    if not row.remark:
        return articles
    return f"{articles} ({row.remark})" if articles else row.remark


def stated(law: Law, row: Provision, value: V, day: date | None = None) -> Stated[V]:
    """``value``, which ``row`` states, as it stands on ``day``; without a day nothing is doubted."""
    source = law.sources[row.source]
    doubt = _doubt(law, row, day) if day else ""
    return Stated(
        value,
        cited(law, row),
        source.name,
        source.kind,
        Certainty.TO_CHECK if doubt else law.certainty(row),
        law.period(row),
        doubt,
        f"{source.checked_by}, {numeric_date(source.checked_on)}",
    )


def in_force(law: Law, rows: Iterable[P], day: date, value: Callable[[P], V]) -> Stated[V]:
    """What the newest of the provisions states that hold on ``day``; of equally new ones the first.

    Where none holds any more, the last that did, in doubt: a text that takes the place of another and of which nothing
    is known on this point leaves the old rule standing until somebody has compared them.
    :class:`~vanban.errors.NoLawBook` where none has held by then.
    """
    found = [(law.period(row), row) for row in rows]
    holding = [(period.first or date.min, row) for period, row in found if period.covers(day)]
    ended = [(period.last, row) for period, row in found if period.last and period.last < day and _real(period)]
    if not holding and not ended:
        raise NoLawBook(day=numeric_date(day))
    latest = max((when for when, _ in holding), default=None) or max(last for last, _ in ended)
    row = next(row for when, row in holding or ended if when == latest)
    return stated(law, row, value(row), day)


def statement(law: Law, rule: str, day: date) -> Stated[str]:
    """The rule in words of that name on ``day``; :class:`~vanban.errors.NoLawBook` where there is none."""
    return in_force(law, (row for row in law.statements if row.rule == rule), day, lambda row: row.text)


def book_begins(law: Law) -> date | None:
    """The first day on which there is a law book: that of the Law."""
    found = law.spans.get(EMULATION_LAW)
    return found.first if found else None


def has_book(law: Law, day: date) -> bool:
    """Whether there is a law book on ``day``."""
    first = book_begins(law)
    return first is not None and first <= day


def _real(period: Period) -> bool:
    """Whether a period has a day at all."""
    return period.first is None or period.last is None or period.first <= period.last


def _doubt(law: Law, row: Provision, day: date) -> str:
    """Why ``row`` has to be compared on ``day``: what amends what it cites, or what took its place, and is not read."""
    period = law.period(row)
    for key in _resting_on(law, row):
        after = [one for one in law.amendments.get(key, ()) if one.unread and _since(one, period, day)]
        amending = next((one for one in after if one.key not in row.confirmed_under), None)
        if amending:
            return _amended(law.texts[key], amending)
        following = law.successor(key)
        if period.last and period.last < day and following and following.key not in row.confirmed_under:
            return (
                f"{law.texts[key].numbered_name} đã được {following.numbered_name} thay thế; chưa có quy định mới về "
                "nội dung này nên cần đối chiếu."
            )
    return ""


def _resting_on(law: Law, row: Provision) -> tuple[str, ...]:
    """The texts that a provision cites, each with those that it details."""
    cited_texts = (reference.rpartition(" ")[2] for reference in row.cites)
    return tuple(dict.fromkeys(key for one in cited_texts for key in (one, *law.texts[one].details)))


def _since(text: LawText, period: Period, day: date) -> bool:
    """Whether ``text`` is in force by ``day`` and came after the provision."""
    first = text.valid_from
    return first is not None and first <= day and (period.first is None or period.first < first)


def _amended(text: LawText, amending: LawText) -> str:
    since = numeric_date(amending.valid_from) if amending.valid_from else ""
    changes = f" (có thể đổi: {amending.may_change})" if amending.may_change else ""
    return f"{amending.numbered_name} sửa đổi {text.short_name} từ {since}{changes}, chưa có nguyên văn: cần đối chiếu."


class LawRow(NamedTuple):
    """One line of the printed law book; a day that is not known is empty."""

    topic: str
    value: str
    article: str
    source: str
    source_kind: str
    valid_from: str
    valid_to: str
    certainty: str
    doubt: str
    checked: str


def row(topic: str, shown: str, found: Stated[Any]) -> LawRow:
    """``found`` as a line of the printed law book, its value shown as ``shown``."""
    first, last = ("" if day is None else numeric_date(day) for day in found.period)
    return LawRow(
        topic, shown, found.article, found.source, found.kind, first, last, found.certainty, found.doubt, found.checked
    )
