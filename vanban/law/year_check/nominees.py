"""Whether everybody who is nominated meets the standards of the award, and the local rules that are switched on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.award import EmulationTitle, NomineeKind, quoted
from vanban.domain.consistency.fault import Fault
from vanban.domain.evaluation import CollectiveEvaluation
from vanban.domain.finding import Severity
from vanban.domain.gender import Gender
from vanban.domain.local_rules import LocalRules
from vanban.domain.nomination import Nomination
from vanban.domain.objection import Objection
from vanban.domain.people import Collective
from vanban.domain.receiver import WORDS, receiver, receiver_names
from vanban.domain.rows import keyed
from vanban.domain.wording import count, listing
from vanban.domain.year import Year, workplaces
from vanban.law.document_day import last_day
from vanban.law.local_rules import most_fighters, ratio_objections, registration_objection, service_objections
from vanban.law.person_standards import PersonCase
from vanban.law.prizes import awards_with_prizes
from vanban.law.provision import statement
from vanban.law.ward_awards import day_judging
from vanban.law.year_check.cases import NomineeCase, case_of, cases, rewarded

_FIGHTER: Final = EmulationTitle.GRASSROOTS_EMULATION_FIGHTER
_WORKER: Final = EmulationTitle.ADVANCED_WORKER
_TABLE: Final = {True: "evaluations", False: "collective_evaluations"}
"""The table of ratings of people, and that of collectives."""


def standards(year: Year) -> Iterator[Fault]:
    """A nominee who does not meet a standard, or of whom the tables of ratings say too little to tell."""
    for nominee in cases(year):
        if not nominee.is_rated or not _rows(year, nominee):
            continue
        found = nominee.objections()
        if not nominee.case.is_evaluated:
            found = (_without_row(nominee), *(one for one in found if one.severity is Severity.ERROR))
        for objection in found:
            yield objection.in_data((*nominee.path, "nominee"), nominee.nomination.nominee)


def awards_of_another_sort(year: Year) -> Iterator[Fault]:
    """An award that the law does not give to that sort of receiver: a person's title for a household."""
    allowed = frozenset(awards_with_prizes(year.law))
    for position, row in enumerate(year.nominations):
        known = receiver(year, row.nominee) if row.nominee in receiver_names(year) else None
        if known is None or (row.award, known.kind) in allowed:
            continue
        objection = statement(year.law, "award_of_another_sort", day_judging(year, row)).objection(
            rule="award_of_another_sort",
            about=known.name,
            reason=f"{quoted(row.award)} không tặng cho "
            f"{year.office.own_noun if known.kind is NomineeKind.WARD else WORDS[known.kind].noun}.",
            remedy="Hãy sửa danh hiệu, hình thức đề nghị, hoặc sửa mã đối tượng.",
        )
        yield objection.in_data(("nominations", position, "award"), row.award)


def rewarded_for_an_occasion(year: Year) -> Iterator[Fault]:
    """Somebody rewarded for a campaign, or at once, who may not be: for these no ratings are waited for."""
    for paper, nominee in rewarded(year):
        for objection in nominee.objections():
            if objection.severity is Severity.ERROR:
                yield paper.fault((*nominee.path, "nominee"), objection, nominee.nomination.nominee)


def _rows(year: Year, nominee: NomineeCase) -> int:
    """How many rows the table of ratings has to which the nominee belongs."""
    return len(getattr(year, _TABLE[isinstance(nominee.case, PersonCase)]))


def _without_row(nominee: NomineeCase) -> Objection:
    table = _TABLE[isinstance(nominee.case, PersonCase)]
    return Objection(
        rule="evaluation_row_missing",
        severity=Severity.WARNING,
        article=nominee.standards[0].article,
        about=nominee.about,
        reason="Chưa có trong bảng xếp loại của năm nên chưa xét được tiêu chuẩn.",
        remedy=f"Hãy thêm một dòng cho đối tượng này vào tệp {table}.",
    )


def missing_tables(year: Year) -> Iterator[Fault]:
    """Once, that the standards were not checked because the tables of ratings are not there."""
    found = [one for one in cases(year) if one.is_rated]
    lacking = dict.fromkeys(_TABLE[isinstance(one.case, PersonCase)] for one in found if not _rows(year, one))
    if lacking:
        nominees = sum(not _rows(year, one) for one in found)
        objection = statement(year.law, "standards", found[0].day).reminder(
            rule="evaluations_missing",
            about="Bảng xếp loại của năm",
            reason=f"Chưa có nên chưa kiểm tra được tiêu chuẩn của {count(nominees)} đối tượng được đề nghị.",
            remedy=f"Hãy lập tệp {', '.join(lacking)} của năm theo thông báo kết quả xếp loại của năm.",
        )
        yield objection.in_data((next(iter(lacking)),))


def differing_members(year: Year) -> Iterator[Fault]:
    """A collective that has so many people in one table and so many in another: both are printed."""
    collectives = workplaces(year)
    for position, row in enumerate(year.collective_evaluations):
        collective = collectives.get(row.collective)
        if collective and collective.members != row.members:
            path = ("collective_evaluations", position, "members")
            yield _differs(year, row, collective).in_data(path, row.members)


def _differs(year: Year, row: CollectiveEvaluation, collective: Collective) -> Objection:
    return statement(year.law, "members", last_day(year)).reminder(
        rule="members_differ",
        about=collective.name,
        figures=(("bảng xếp loại", row.members), ("bảng tập thể", collective.members)),
        reason=f"Bảng xếp loại ghi {count(row.members)} người, bảng tập thể ghi {count(collective.members)} người; tỷ "
        "lệ “Lao động tiên tiến” tính trên số của bảng xếp loại.",
        remedy="Hãy sửa một trong hai số, hoặc bỏ qua nếu số người thay đổi trong năm.",
    )


def registrations(year: Year) -> Iterator[Fault]:
    """A nominee who did not register: an error where a local rule asks for it, else a warning."""
    registered = {row.person for row in year.individual_registrations}
    registered |= {row.collective for row in year.collective_registrations}
    registered |= {row.group for row in year.group_registrations}
    rules = year.local_rules or LocalRules()
    if not registered and not rules.registration_required:
        return
    names = {person.key: person.name for person in year.people}
    names |= {collective.key: collective.name for collective in year.collectives}
    names |= {group.key: group.name for group in year.groups}
    for position, row in enumerate(year.nominations):
        name = names.get(row.nominee)
        objection = _unregistered(year, row, name) if name and row.nominee not in registered else None
        if objection:
            yield objection.in_data(("nominations", position, "nominee"), row.nominee)


def _unregistered(year: Year, row: Nomination, name: str) -> Objection | None:
    rules = year.local_rules or LocalRules()
    return registration_objection(year.law, day_judging(year, row), rules, name, registered=False)


def service(year: Year) -> Iterator[Fault]:
    """A nominee who served too short or was on leave too long, where a local rule says so."""
    rules = year.local_rules or LocalRules()
    for nominee in cases(year):
        if isinstance(nominee.case, PersonCase) and nominee.case.evaluation:
            for objection in service_objections(rules, nominee.name, nominee.case.evaluation):
                yield objection.in_data((*nominee.path, "nominee"), nominee.nomination.nominee)


def ratio(year: Year) -> Iterator[Fault]:
    """More “Chiến sĩ thi đua cơ sở” than a local ratio allows; a reminder where the office has said nothing of one."""
    fighters = {row.nominee for row in year.nominations if row.award is _FIGHTER}
    rules = year.local_rules
    if rules is not None and rules.max_fighter_percent is None:
        return
    first = next((n for n, row in enumerate(year.nominations) if row.award is _FIGHTER), 0)
    for objection in ratio_objections(
        year.law, last_day(year), rules or LocalRules(), len(fighters), advanced_workers(year)
    ):
        yield objection.in_data(("nominations", first, "award"))


def advanced_workers(year: Year) -> int:
    """How many are “Lao động tiên tiến” in the collectives of those who are nominated: as the table of ratings counts
    them, where it has the collective, else those who are nominated for it or for the title above."""
    nominated = {row.nominee for row in year.nominations if row.award in (_WORKER, _FIGHTER)}
    people = [person for person in year.people if person.key in nominated]
    counted = {row.collective: row.advanced_workers for row in year.collective_evaluations}
    units = dict.fromkeys(person.collective for person in people)
    return sum(counted.get(unit, sum(person.collective == unit for person in people)) for unit in units)


def women_first(year: Year) -> Iterator[Fault]:
    """A woman who meets every standard of a fighter and is not put forward for it, where a local ratio is used up and a
    man is: of several who meet them the woman goes first (khoản 6 Điều 4 of both decrees)."""
    rules, people = year.local_rules or LocalRules(), keyed(year.people)
    fighters = {row.nominee for row in year.nominations if row.award is _FIGHTER}
    most = most_fighters(rules, advanced_workers(year))
    men = [people[key].name for key in sorted(fighters & people.keys()) if people[key].gender is Gender.MALE]
    if most is None or len(fighters) < most or not men:
        return
    for position, row in enumerate(year.nominations):
        person = people.get(row.nominee)
        if person is None or row.award is not _WORKER or person.gender is not Gender.FEMALE or row.nominee in fighters:
            continue
        case = case_of(year, row.model_copy(update={"award": _FIGHTER}))
        if case is None or not case.case.is_evaluated or case.objections():
            continue
        objection = statement(year.law, "women_first", case.day).reminder(
            rule="women_first",
            about=case.about,
            reason=f"Tỷ lệ của địa phương đã dùng hết cho {count(len(fighters))} người, trong đó có {listing(men)}; "
            f"{person.name} (nữ) cũng đủ tiêu chuẩn mà chỉ được đề nghị {quoted(_WORKER)}. Nhiều người cùng đủ điều "
            "kiện thì ưu tiên cá nhân nữ.",
            remedy="Hãy ghi rõ trong biên bản lý do chọn, hoặc bình xét lại.",
        )
        yield objection.in_data(("nominations", position, "nominee"), row.nominee)


RULES: Final = (
    standards,
    awards_of_another_sort,
    rewarded_for_an_occasion,
    missing_tables,
    differing_members,
    registrations,
    service,
    ratio,
    women_first,
)
