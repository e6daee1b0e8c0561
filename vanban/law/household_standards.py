"""The standards of households: how one is held against Điều 31 of the Law, and how its group selects it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from vanban.domain.award import Award, NomineeKind
from vanban.domain.law_pack import Law
from vanban.domain.objection import Objection
from vanban.domain.provision import DeadlineProvision, StandardTest
from vanban.domain.wording import numeric_date
from vanban.law.provision import Stated, in_force, statement
from vanban.law.standard import Assessment, Sought, Standard, Tests, by_judgement, standards_of


@dataclass(frozen=True)
class HouseholdCase:
    """A household that is put forward; ``excluded_by`` says what excludes it, if anything."""

    name: str
    excluded_by: str | None = None


def _not_excluded(case: HouseholdCase) -> Assessment:
    if case.excluded_by is None:
        return Assessment(True, "không có")
    return Assessment(False, case.excluded_by, "Hãy đưa hộ này khỏi danh sách đề nghị.")


_TESTS: Final[Tests[HouseholdCase]] = {
    StandardTest.JUDGED: by_judgement,
    StandardTest.NOT_EXCLUDED: lambda row: _not_excluded,
}


def standards(law: Law, award: Award, day: date) -> tuple[Standard[HouseholdCase], ...]:
    """The standards of a household for ``award`` on ``day``; :class:`~vanban.errors.NoLawBook` before the law book."""
    return standards_of(law, _TESTS, Sought(award, NomineeKind.HOUSEHOLD), day)


def family_articles(law: Law, day: date, judged_on: date) -> tuple[str, str]:
    """Where the standards of “Gia đình văn hóa” stand, and the decree on how it is awarded once it is judged.

    Households register in January by a decree that may only come into force before they are judged: that of 2023 did
    on 30/01/2024.
    """
    standard = statement(law, "cultural_family_standard", day)
    decree = statement(law, "cultural_family_late", judged_on)
    return standard.article, decree.article


def deadline(law: Law, key: str, day: date) -> Stated[DeadlineProvision]:
    """The day or span of that key as it stands on ``day``; :class:`~vanban.errors.NoLawBook` without one."""
    return in_force(law, (row for row in law.deadlines if row.key == key), day, lambda row: row)


def selection_objections(
    law: Law, group: str, met_on: date, posted_on: date | None, sent_on: date | None
) -> Iterator[Objection]:
    """Warnings about one group's selection: met too late in the year, list posted for too few days.

    A list that was not sent yet counts as posted from the day of the meeting.
    """
    last = deadline(law, "cultural_family_meeting", met_on)
    month, day = last.value.month or 12, last.value.day or 31
    if (met_on.month, met_on.day) >= (month, day):
        before = numeric_date(date(met_on.year, month, day))
        yield last.reminder(
            "cultural_family_late",
            group,
            f"Họp bình xét ngày {numeric_date(met_on)}; phải xong trước ngày {before}.",
            "Hãy họp bình xét sớm hơn, hoặc sửa ngày họp.",
        )
    public = deadline(law, "cultural_family_public", met_on)
    days = public.value.days or 0
    if sent_on is not None and sent_on < (due := (posted_on or sent_on) + timedelta(days=days)):
        posted = "chưa ghi ngày niêm yết" if posted_on is None else f"niêm yết từ ngày {numeric_date(posted_on)}"
        yield public.reminder(
            "cultural_family_public",
            group,
            f"Danh sách {posted}, gửi ngày {numeric_date(sent_on)}: chưa đủ {days} ngày công khai.",
            "Hãy ghi ngày niêm yết." if posted_on is None else f"Hãy gửi hồ sơ từ ngày {numeric_date(due)}.",
        )
