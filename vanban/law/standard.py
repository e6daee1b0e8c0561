"""A standard of an award, and holding somebody against it: the table “tiêu chuẩn - thành tích” comes from here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, Protocol, TypeVar

from pydantic import Field

from vanban.domain.award import Award, NomineeKind
from vanban.domain.law_pack import Law
from vanban.domain.objection import Objection
from vanban.domain.provision import StandardProvision, StandardTest
from vanban.domain.record import Record
from vanban.domain.wording import numeric_date, sentence_case
from vanban.errors import NoLawBook
from vanban.law.provision import Stated, has_book, in_force, stated

C = TypeVar("C")


@dataclass(frozen=True)
class Assessment:
    """What was achieved on one standard: met, not met, or ``None`` where people judge; shown as it is printed.

    ``missing``: nobody can say, for the data have no number. ``told``: people judge, but somebody must be told of it.
    ``excluding``: the standard says who is out, so that whoever is not concerned is not “met” but clear.
    ``says_all``: the standard begins with a condition (“Bị kỷ luật thì …”), so nobody is said not to meet its words.
    """

    met: bool | None
    shown: str
    remedy: str = ""
    figures: tuple[tuple[str, int], ...] = ()
    missing: bool = False
    told: bool = False
    excluding: bool = False
    says_all: bool = False


Assess = Callable[[C], Assessment]
"""How a case is held against one standard."""
Tests = Mapping[StandardTest, Callable[[StandardProvision], Assess[C]]]
"""The checks of the program by their names in the law packs: each takes what a standard asks for."""


@dataclass(frozen=True)
class Standard(Generic[C]):
    """One standard as an article states it on a day, and how a case is held against it."""

    rule: str
    stated: Stated[str]
    assess: Assess[C]

    @property
    def article(self) -> str:
        """The articles as they are cited."""
        return self.stated.article

    @property
    def text(self) -> str:
        """What is asked."""
        return self.stated.value


@dataclass(frozen=True)
class Sought:
    """An award for receivers of one sort; of people officials, others, or, where ``official`` is ``None``, both."""

    award: Award
    kind: NomineeKind
    official: bool | None = None


def standards_of(law: Law, tests: Tests[C], sought: Sought, day: date) -> tuple[Standard[C], ...]:
    """The standards of an award for receivers of one sort on ``day``, in the order of the packs, with their tests.

    ``KeyError`` where they cannot have it, :class:`~vanban.errors.NoLawBook` before the law book.

    A standard of which nothing holds any more is taken as it last stood, in doubt.
    """
    if not has_book(law, day):
        raise NoLawBook(day=numeric_date(day))
    if not any(sought.award in row.awards and _applies(row, sought) for row in law.standards):
        raise KeyError(sought)
    rules: dict[tuple[str, bool | None], list[StandardProvision]] = {}
    for row in law.standards:
        if _applies(row, sought):
            rules.setdefault((row.rule, row.officials), []).append(row)
    found = []
    for rows in rules.values():
        begun = [row for row in rows if (law.period(row).first or date.min) <= day]
        if begun:
            held = in_force(law, reversed(begun), day, lambda row: row)
            asked = stated(law, held.value, held.value.text, day)
            found.append(Standard(held.value.rule, asked, tests[held.value.test](held.value)))
    return tuple(found)


def _applies(row: StandardProvision, sought: Sought) -> bool:
    of_award = not row.awards or sought.award in row.awards
    of_kind = not row.receivers or sought.kind in row.receivers
    return of_award and of_kind and (None in (row.officials, sought.official) or row.officials == sought.official)


class StandardRow(Record):
    """One line of a nominee's table: the standard with its article, what was achieved, and the verdict."""

    article: str = Field(title="Căn cứ")
    standard: str = Field(title="Tiêu chuẩn")
    achieved: str = Field(title="Thành tích, kết quả")
    verdict: str = Field(title="Đánh giá")


MET: Final = "Đạt"
CLEAR: Final = "Không vướng"
UNMET: Final = "Chưa đạt"
JUDGED: Final = "Bình xét"
MISSING: Final = "Chưa có số liệu"
_VERDICTS: Final = {True: MET, False: UNMET, None: JUDGED}


def lacking(what: str, remedy: str) -> Assessment:
    """What the data do not say: ``what`` is missing, and where to enter it."""
    return Assessment(None, what, remedy, missing=True)


def judged(case: object) -> Assessment:
    """What no number can show: the meeting that selects nominees judges it."""
    return Assessment(None, "Do hội nghị bình xét đánh giá")


def by_judgement(row: StandardProvision) -> Assess[object]:
    """The test of a standard that a meeting judges."""
    return judged


class Reviewed(Protocol):
    """Whoever may be under review."""

    @property
    def under_review(self) -> str | None:
        """Why, or ``None``."""

    @property
    def is_evaluated(self) -> bool:
        """Whether the data say anything of their year."""


def not_under_review(case: Reviewed) -> Assessment:
    """Nobody is put forward who is being looked into."""
    if not case.is_evaluated:
        return lacking("chưa có trong bảng xếp loại", "Hãy nhập đối tượng này vào bảng xếp loại của năm.")
    if case.under_review is None:
        return Assessment(True, "không có", excluding=True)
    return Assessment(
        False, f"đang được xem xét: {case.under_review}", "Hãy chờ kết luận của cơ quan có thẩm quyền rồi mới đề nghị."
    )


def table(standards: Iterable[Standard[C]], case: C) -> tuple[StandardRow, ...]:
    """The table of a nominee, in the order of the standards."""
    return tuple(_row(standard, standard.assess(case)) for standard in standards)


def _row(standard: Standard[C], found: Assessment) -> StandardRow:
    clear = found.excluding and found.met
    verdict = MISSING if found.missing else CLEAR if clear else _VERDICTS[found.met]
    return StandardRow(article=standard.article, standard=standard.text, achieved=found.shown, verdict=verdict)


def unmet(standards: Iterable[Standard[C]], case: C, about: str) -> tuple[Objection, ...]:
    """An objection for every standard that the case does not meet; a warning where the data lack a number, where the
    rule is in doubt, or where people must be told what they are to judge."""
    return tuple(
        _objection(standard, found, about)
        for standard in standards
        if (found := standard.assess(case)).met is False or found.missing or found.told
    )


def _objection(standard: Standard[C], found: Assessment, about: str) -> Objection:
    sure = found.met is False and not found.missing
    tell = standard.stated.objection if sure else standard.stated.reminder
    if found.says_all:
        return tell(standard.rule, about, f"{sentence_case(found.shown)}.", found.remedy, figures=found.figures)
    what = "Chưa có số liệu để xét" if found.missing else "Chưa đạt" if sure else "Cần xem khi bình xét"
    return tell(
        standard.rule,
        about,
        f"{what} tiêu chuẩn “{standard.text}”: {found.shown}.",
        found.remedy,
        figures=found.figures,
    )
