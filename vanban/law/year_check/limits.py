"""Limits of what may be put forward: results commended before, days that have passed, households that are excluded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from vanban.domain.award import EmulationTitle
from vanban.domain.campaign import Campaign, SuddenAchievement
from vanban.domain.consistency.fault import Fault
from vanban.domain.level import Level
from vanban.domain.provision import DeadlineProvision
from vanban.domain.rows import keyed
from vanban.domain.text import matching_key
from vanban.domain.wording import numeric_date
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.law.authority import decided_by
from vanban.law.provision import has_book, in_force, statement
from vanban.law.ward_awards import day_judging, for_the_ward, submitted
from vanban.law.year_check.papers import papers

_FAMILY: Final = EmulationTitle.CULTURAL_FAMILY
_YEAR_END: Final = "year_end_dossiers"


def sudden_results(year: Year) -> Iterator[Fault]:
    """A result that was commended at once, or in a campaign, as the ground of an award asked of a higher level."""
    occasions: tuple[Campaign | SuddenAchievement, ...] = (*year.campaigns, *year.sudden_achievements)
    rewarded = [row for occasion in occasions for row in occasion.awardees if row.achievement]
    commended = [(row.nominee, matching_key(row.achievement)) for row in rewarded]
    for position, row in enumerate(year.nominations):
        day = day_judging(year, row)
        if for_the_ward(year, row) or not has_book(year.law, day):
            continue
        said = matching_key(row.summary)
        if any(nominee == row.nominee and achievement in said for nominee, achievement in commended):
            objection = statement(year.law, "sudden_results", day).reminder(
                rule="sudden_results",
                about=row.summary,
                reason="Thành tích này đã được khen đột xuất hoặc khen theo đợt thi đua trong năm. Không dùng nó "
                "làm căn cứ đề nghị cấp trên khen công trạng.",
                remedy="Hãy nêu thành tích khác, hoặc bỏ phần này trong tóm tắt thành tích.",
            )
            yield objection.in_data(("nominations", position, "summary"), row.nominee)


def late_submissions(year: Year) -> Iterator[Fault]:
    """A submission after the day by which the province wants the dossiers of the year's end, where it says one."""
    rows = [row for row in year.law.deadlines if row.key == _YEAR_END]
    for paper in papers(year):
        day = paper.day
        if paper.path != ("submission",) or day is None or not submitted(year):
            continue
        if not any(year.law.period(row).covers(day) for row in rows):
            continue
        found = in_force(year.law, rows, day, lambda row: row)
        last = _last(found.value, year.year)
        if last is not None and day > last:
            objection = found.reminder(
                rule="submission_late",
                about="Tờ trình",
                reason=f"Tờ trình ngày {numeric_date(day)}; hồ sơ tổng kết năm gửi trước ngày {numeric_date(last)}.",
                remedy="Hãy hỏi Sở Nội vụ xem còn nhận hồ sơ không, hoặc sửa ngày ban hành dự kiến.",
            )
            yield paper.fault(("submission", "planned_on"), objection, numeric_date(day))


def _last(rule: DeadlineProvision, year: WorkYear) -> date | None:
    return year.on(rule.month, rule.day) if rule.month and rule.day else None


def families_decided(year: Year) -> Iterator[Fault]:
    """A decision on “Gia đình văn hóa” by a level that may not decide on it on its day (Luật Điều 80 khoản 3)."""
    for paper in papers(year):
        if paper.path == ("family_decision",) and paper.day and has_book(year.law, paper.day):
            objection = decided_by(year.law, _FAMILY, Level.WARD, paper.day)
            if objection:
                yield paper.fault(("family_decision", "decided_on"), objection, numeric_date(paper.day))


def excluded_households(year: Year) -> Iterator[Fault]:
    """A household put forward for “Gia đình văn hóa” that the decree does not let be considered."""
    households = keyed(row for row in year.households if row.key)
    for position, row in enumerate(year.nominations):
        household = households.get(row.nominee)
        if household is None or household.excluded_by is None or row.award is not _FAMILY:
            continue
        day = day_judging(year, row)
        if has_book(year.law, day):
            objection = statement(year.law, "household_excluded", day).objection(
                rule="household_excluded",
                about=household.name,
                reason=f"Thuộc trường hợp không xét: {household.excluded_by}.",
                remedy="Hãy đưa hộ này khỏi danh sách đề nghị.",
            )
            yield objection.in_data(("nominations", position, "nominee"), row.nominee)


RULES: Final = (sudden_results, late_submissions, families_decided, excluded_households)
