"""Campaigns and sudden achievements before the law: what may be given, which papers it takes, one deed once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from vanban.domain.award import Commendation, quoted
from vanban.domain.campaign import Campaign, SuddenAchievement
from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.dossier_paper import DossierPart
from vanban.domain.finding import Severity
from vanban.domain.level import CommendationOccasion
from vanban.domain.receiver import receiver_names
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year
from vanban.law.document_day import deciding_day, document_day, last_day
from vanban.law.dossiers import dossier_parts, missing_parts
from vanban.law.provision import statement
from vanban.law.reviews import review_faults

_BESIDE: Final = frozenset({DossierPart.ACHIEVEMENT_REPORT})
"""Papers of a campaign's dossier that the units hand in: the year's data do not hold them."""


_SORTS: Final = {
    Campaign: (CommendationOccasion.CAMPAIGN, "campaign_decision"),
    SuddenAchievement: (CommendationOccasion.SUDDEN, "sudden_decision"),
}


def _occasions(year: Year) -> Iterator[tuple[Path, Campaign | SuddenAchievement]]:
    for position, campaign in enumerate(year.campaigns):
        yield ("campaigns", position), campaign
    for position, achievement in enumerate(year.sudden_achievements):
        yield ("sudden_achievements", position), achievement


def _day(year: Year, occasion: Campaign | SuddenAchievement) -> date:
    """The day of the decision on an occasion, else the last of the year."""
    return document_day(year, _SORTS[type(occasion)][1], occasion.key) or last_day(year)


def titles(year: Year) -> Iterator[Fault]:
    """An emulation title, which is given for a year, proposed for a campaign or an event."""
    for path, occasion in _occasions(year):
        for position, row in enumerate(occasion.awardees):
            if not isinstance(row.award, Commendation):
                objection = statement(year.law, "occasion_award", _day(year, occasion)).objection(
                    rule="occasion_award",
                    about=receiver_names(year).get(row.nominee, row.nominee),
                    reason=f"{quoted(row.award)} là danh hiệu thi đua xét tặng hằng năm, không tặng cho đợt thi đua "
                    "ngắn hạn hoặc thành tích đột xuất.",
                    remedy="Hãy chọn hình thức Giấy khen.",
                )
                yield objection.in_data((*path, "awardees", position, "award"), row.award)


def dossiers(year: Year) -> Iterator[Fault]:
    """A decision without its submission; by the simplified procedure also without the summary of an achievement."""
    for path, occasion in _occasions(year):
        decision = occasion.decision
        for position, row in enumerate(occasion.awardees if decision else ()):
            if decision is None or not isinstance(row.award, Commendation):
                continue
            sort, kind = _SORTS[type(occasion)]
            present = {*_BESIDE, *([DossierPart.SUBMISSION] if occasion.submission else [])}
            present |= {DossierPart.SUMMARY} if getattr(row, "summary", ()) else set()
            present |= {DossierPart.SELECTION_MINUTES}  # asked for once an occasion, below
            day = deciding_day(year, kind, occasion.key)
            asked = dossier_parts(year.law, row.award, day, sort)
            for objection in missing_parts(
                asked, row.award, present, receiver_names(year).get(row.nominee, row.nominee)
            ):
                yield objection.in_data((*path, "awardees", position, "nominee"), row.nominee)


def minutes(year: Year) -> Iterator[Fault]:
    """A decision without the council's minutes or written opinion: for a campaign where the law asks for them (Luật
    Điều 84 khoản 2 điểm c), for an event where the office's own rules do (Điều 85)."""
    for path, occasion in _occasions(year):
        if occasion.decision is None or occasion.review is not None or not occasion.awardees:
            continue
        asked = _minutes_asked(year, occasion)
        if asked:
            yield Fault(
                path=path,
                value=occasion.key,
                reason="Đã có quyết định khen thưởng nhưng chưa có biên bản xét khen thưởng hoặc ý kiến bằng văn bản "
                "của Hội đồng.",
                remedy="Hãy ghi cuộc họp hoặc lần lấy ý kiến vào mục Hội đồng xét khen thưởng (review): ngày, người "
                "chủ trì, số phiếu, lời văn biên bản.",
                severity=Severity.WARNING,
                rule="occasion_minutes",
                article=asked,
            )


def _minutes_asked(year: Year, occasion: Campaign | SuddenAchievement) -> str:
    """Which text asks for minutes; empty where none does."""
    rules = year.local_rules
    if isinstance(occasion, SuddenAchievement):
        return (rules.source or "") if rules and rules.sudden_award_minutes else ""
    sort, kind = _SORTS[Campaign]
    day = deciding_day(year, kind, occasion.key)
    for row in occasion.awardees:
        if isinstance(row.award, Commendation):
            asked = dossier_parts(year.law, row.award, day, sort)
            if DossierPart.SELECTION_MINUTES in asked.value:
                return asked.article
    return ""


def reviews(year: Year) -> Iterator[Fault]:
    """What is wrong with the council's votes on those proposed for a campaign or an event."""
    for path, occasion in _occasions(year):
        yield from review_faults(year, path, occasion)


def deeds_within_a_campaign(year: Year) -> Iterator[Fault]:
    """Somebody commended at once for a deed during a campaign that commends them too: perhaps one deed."""
    for position, event in enumerate(year.sudden_achievements):
        for campaign in year.campaigns:
            also = {row.nominee for row in campaign.awardees}
            for n, row in enumerate(event.awardees):
                if campaign.begins <= event.happened_on <= campaign.ends and row.nominee in also:
                    objection = statement(year.law, "one_achievement", _day(year, event)).reminder(
                        rule="deed_within_campaign",
                        about=receiver_names(year).get(row.nominee, row.nominee),
                        reason=f"Được đề nghị khen đột xuất về việc ngày {numeric_date(event.happened_on)}. Ngày "
                        f"ấy thuộc đợt thi đua “{campaign.key}” mà đối tượng này cũng được đề nghị khen.",
                        remedy="Hãy kiểm tra: một thành tích chỉ được khen một lần.",
                    )
                    yield objection.in_data(("sudden_achievements", position, "awardees", n, "nominee"), row.nominee)


RULES: Final = (titles, dossiers, minutes, reviews, deeds_within_a_campaign)
