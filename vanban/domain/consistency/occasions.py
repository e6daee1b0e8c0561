"""Campaigns and sudden achievements: days in disorder, papers without people, one person twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from vanban.domain.campaign import Campaign, SuddenAchievement
from vanban.domain.consistency.fault import Fault, Path, row_number
from vanban.domain.finding import Severity
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year

Occasion = Campaign | SuddenAchievement


def _occasions(year: Year) -> Iterator[tuple[Path, Occasion]]:
    for position, campaign in enumerate(year.campaigns):
        yield ("campaigns", position), campaign
    for position, achievement in enumerate(year.sudden_achievements):
        yield ("sudden_achievements", position), achievement


def days_of_another_year(year: Year) -> Iterator[Fault]:
    """A campaign that reaches out of its year; an event of another year than this or the end of the one before."""
    for position, campaign in enumerate(year.campaigns):
        for field, day in (("begins", campaign.begins), ("ends", campaign.ends)):
            if not year.year.holds(day):
                yield _day(("campaigns", position, field), day, f"Ngày này không thuộc {year.year.phrase}.")
    for position, achievement in enumerate(year.sudden_achievements):
        day = achievement.happened_on
        if not _month_before(year.year.begins) <= day <= year.year.ends:
            reason = f"Sự việc không xảy ra trong {year.year.phrase} hoặc tháng cuối của năm trước."
            yield _day(("sudden_achievements", position, "happened_on"), day, reason)


def _month_before(day: date) -> date:
    return (day - timedelta(days=1)).replace(day=1)


def days_in_disorder(year: Year) -> Iterator[Fault]:
    """A day that comes before the one on which it follows: begin, end, submission, decision."""
    for path, occasion in _occasions(year):
        yield from _disorder(path, occasion)


def _disorder(path: Path, occasion: Occasion) -> Iterator[Fault]:
    over: tuple[str, date]
    if isinstance(occasion, Campaign):
        over = "ngày kết thúc đợt thi đua", occasion.ends
        if occasion.ends < occasion.begins:
            yield _before((*path, "ends"), occasion.ends, "ngày bắt đầu đợt thi đua", occasion.begins)
    else:
        over = "ngày xảy ra sự việc", occasion.happened_on
    submitted, decision = occasion.submitted_on, occasion.decision
    if occasion.review and submitted and submitted < occasion.review.day:
        yield _before((*path, "submitted_on"), submitted, "ngày Hội đồng xét", occasion.review.day)
    if submitted and submitted < over[1]:
        yield _before((*path, "submitted_on"), submitted, *over)
    if decision is None:
        return
    within = (*path, "decision", "decided_on")
    if submitted and decision.decided_on < submitted:
        yield _before(within, decision.decided_on, "ngày trình", submitted)
    elif decision.decided_on < over[1]:
        yield _before(within, decision.decided_on, *over)


def _before(path: Path, day: date, what: str, other: date) -> Fault:
    return _day(path, day, f"Ngày này đứng trước {what} ({numeric_date(other)}).")


def _day(path: Path, day: date, reason: str) -> Fault:
    return Fault(path=path, value=numeric_date(day), reason=reason, remedy="Hãy sửa lại ngày.")


def nobody_proposed(year: Year) -> Iterator[Fault]:
    """A submission or decision that is written while nobody is proposed: it is not made."""
    for path, occasion in _occasions(year):
        if (occasion.submission or occasion.decision) and not occasion.awardees:
            yield Fault(
                path=path,
                value=occasion.key,
                reason="Đã có lời văn tờ trình hoặc quyết định nhưng chưa có ai được đề nghị (awardees) nên chưa lập "
                "hai văn bản này.",
                remedy="Hãy ghi người, tập thể ấy vào mục Được đề nghị khen thưởng (awardees).",
                severity=Severity.WARNING,
            )


def proposed_twice(year: Year) -> Iterator[Fault]:
    """Somebody who stands twice in one campaign or one event."""
    for path, occasion in _occasions(year):
        seen: dict[str, int] = {}
        for position, row in enumerate(occasion.awardees):
            if row.nominee in seen:
                other = (*path, "awardees", seen[row.nominee], "nominee")
                yield Fault(
                    path=(*path, "awardees", position, "nominee"),
                    other=other,
                    value=row.nominee,
                    reason=f"Đối tượng này đã được đề nghị ở {row_number(other)} của cùng đợt, sự việc.",
                    remedy="Hãy giữ một dòng, xóa dòng kia.",
                )
            seen.setdefault(row.nominee, position)


def one_key_for_two(year: Year) -> Iterator[Fault]:
    """A sudden achievement with the key of a campaign: their lists and certificates would be taken for one another."""
    taken = {campaign.key.casefold() for campaign in year.campaigns}
    for position, achievement in enumerate(year.sudden_achievements):
        if achievement.key.casefold() in taken:
            yield Fault(
                path=("sudden_achievements", position, "key"),
                value=achievement.key,
                reason="Mã này đã dùng cho một đợt thi đua nên danh sách, giấy khen của hai bên sẽ lẫn nhau.",
                remedy="Hãy đặt mã khác cho một trong hai.",
            )


RULES: Final = (days_of_another_year, days_in_disorder, nobody_proposed, proposed_twice, one_key_for_two)
