"""Registrations and nominations that do not fit who makes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.award import Award, EmulationTitle, award_name
from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.finding import Severity
from vanban.domain.rows import keyed
from vanban.domain.wording import decimal
from vanban.domain.year import Year

_FOR_PEOPLE: Final = frozenset(
    {
        EmulationTitle.ADVANCED_WORKER,
        EmulationTitle.GRASSROOTS_EMULATION_FIGHTER,
        EmulationTitle.PROVINCIAL_EMULATION_FIGHTER,
    }
)
_FOR_COLLECTIVES: Final = frozenset(
    {
        EmulationTitle.ADVANCED_COLLECTIVE,
        EmulationTitle.EXCELLENT_COLLECTIVE,
        EmulationTitle.PROVINCIAL_EMULATION_FLAG,
    }
)
_FOR_GROUPS: Final = frozenset({EmulationTitle.CULTURAL_RESIDENTIAL_GROUP})


def more_families_than_households(year: Year) -> Iterator[Fault]:
    """A group where more households register than there are."""
    groups = keyed(year.groups)
    for position, row in enumerate(year.group_registrations):
        group = groups.get(row.group)
        if group is not None and row.families > group.household_count > 0:
            yield Fault(
                path=("group_registrations", position, "cultural_families"),
                value=decimal(row.families),
                reason=f"{group.name} chỉ có {decimal(group.household_count)} hộ nên không thể có nhiều hộ đăng ký "
                "hơn.",
                remedy=f"Hãy sửa số hộ đăng ký, hoặc sửa số hộ trong bảng {year.office.unit_kind.noun}.",
            )


def title_of_another_sort(year: Year) -> Iterator[Fault]:
    """A title that the law gives to people asked for a collective, or the other way round (Điều 19, 20)."""
    kind = year.office.unit_kind
    unit, of_units = kind.noun, _FOR_GROUPS if kind.is_residential else _FOR_COLLECTIVES
    people, collectives = keyed(year.people), keyed(year.collectives)
    for position, group in enumerate(year.group_registrations):
        path: Path = ("group_registrations", position, "title")
        yield from _misfit(year, path, group.title, of_units, unit)
    for position, row in enumerate(year.collective_registrations):
        path = ("collective_registrations", position, "title")
        yield from _misfit(year, path, row.title, _FOR_COLLECTIVES, "tập thể")
    for position, individual in enumerate(year.individual_registrations):
        path = ("individual_registrations", position, "title")
        yield from _misfit(year, path, individual.title, _FOR_PEOPLE, "cá nhân")
    for position, nomination in enumerate(year.nominations):
        path = ("nominations", position, "award")
        if nomination.nominee in people:
            yield from _misfit(year, path, nomination.award, _FOR_PEOPLE, "cá nhân")
        elif nomination.nominee in collectives:
            yield from _misfit(year, path, nomination.award, _FOR_COLLECTIVES, "tập thể")
        elif nomination.nominee in keyed(year.groups):
            yield from _misfit(year, path, nomination.award, of_units, unit)


def _misfit(
    year: Year, path: Path, award: Award | None, fitting: frozenset[EmulationTitle], whose: str
) -> Iterator[Fault]:
    if isinstance(award, EmulationTitle) and award not in fitting:
        names = " hoặc ".join(f"“{award_name(title, year.office)}”" for title in EmulationTitle if title in fitting)
        yield Fault(
            path=path,
            value=award_name(award, year.office),
            reason=f"Danh hiệu này không dành cho {whose}.",
            remedy=f"Hãy ghi {names}.",
        )


def nominee_without_achievements(year: Year) -> Iterator[Fault]:
    """A nominee for whom nobody has written an achievement report (hồ sơ: Luật, Điều 84 khoản 1)."""
    written = {achievement.nominee for achievement in year.achievements}
    for position, nomination in enumerate(year.nominations):
        if nomination.nominee not in written:
            yield Fault(
                path=("nominations", position, "nominee"),
                value=nomination.nominee,
                reason="Đối tượng được đề nghị chưa có thành tích nên hồ sơ thiếu báo cáo thành tích.",
                remedy="Hãy viết thành tích của đối tượng này vào tệp thành tích (achievements).",
                severity=Severity.WARNING,
            )


def achievements_without_nomination(year: Year) -> Iterator[Fault]:
    """Achievements of somebody who is not nominated: they are not printed."""
    nominated = {nomination.nominee for nomination in year.nominations}
    for position, achievement in enumerate(year.achievements):
        if achievement.nominee not in nominated:
            yield Fault(
                path=("achievements", position, "nominee"),
                value=achievement.nominee,
                reason="Có thành tích nhưng không có trong danh sách đề nghị nên không được in.",
                remedy="Hãy thêm vào danh sách đề nghị, hoặc bỏ phần thành tích này.",
                severity=Severity.WARNING,
            )


RULES: Final = (
    more_families_than_households,
    title_of_another_sort,
    nominee_without_achievements,
    achievements_without_nomination,
)
