"""How long papers of emulation and commendation are kept, and when dossiers are handed over: dated data with sources.

The table of Thông tư 09/2011/TT-BNV expired when Thông tư 10/2022/TT-BNV took its place; the rows of the new circular
for this field were not at hand. The old periods stand here as defaults that the office confirms in its own list.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from vanban.domain.dossier import Dossier, RetentionPeriod
from vanban.law.authority import Level

FOREVER: Final = RetentionPeriod()


@dataclass(frozen=True)
class RetentionRule:
    """One row of a retention table: what kind of dossier, how long, from which text, valid when, sure or not."""

    key: str
    name: str
    period: RetentionPeriod
    source: str
    confirmed: bool
    valid_from: date
    valid_to: date | None = None


_TABLE: Final = "Thông tư 09/2011/TT-BNV, nhóm 10 (đã được Thông tư 10/2022/TT-BNV thay thế; đối chiếu lại khi áp dụng)"
_SINCE: Final = date(2011, 7, 18)


def _row(key: str, name: str, years: int | None) -> RetentionRule:
    return RetentionRule(key, name, RetentionPeriod(years=years), _TABLE, confirmed=False, valid_from=_SINCE)


RULES: Final = (
    _row("emulation_rules", "Quy chế, quy định, hướng dẫn về thi đua, khen thưởng", None),
    _row("emulation_conference", "Hội nghị thi đua do cơ quan chủ trì", None),
    _row("annual_plan_report", "Kế hoạch, báo cáo thi đua, khen thưởng dài hạn, hằng năm", None),
    _row("half_year_plan_report", "Kế hoạch, báo cáo thi đua, khen thưởng 6 tháng, 9 tháng", 20),
    _row("quarter_plan_report", "Kế hoạch, báo cáo thi đua, khen thưởng quý, tháng", 5),
    _row("emulation_movement", "Tổ chức phong trào thi đua nhân dịp kỷ niệm", 10),
    _row("state_commendation", "Khen thưởng của Chủ tịch nước, Thủ tướng Chính phủ", None),
    _row("province_commendation", "Khen thưởng của bộ, tỉnh", 20),
    _row("own_commendation", "Khen thưởng của người đứng đầu cơ quan, tổ chức", 10),
    _row("correspondence", "Công văn trao đổi về thi đua, khen thưởng", 10),
    _row("register_of_decisions", "Tập lưu và sổ đăng ký văn bản đi: quyết định, chỉ thị, quy chế", None),
    _row("register_of_others", "Tập lưu và sổ đăng ký văn bản đi: văn bản khác", 50),
)


@dataclass(frozen=True)
class HandOverRule:
    """How long after an affair ends its dossier goes to the office's archive."""

    months: int
    source: str
    valid_from: date
    valid_to: date | None = None


HAND_OVER: Final = (HandOverRule(12, "Nghị định 30/2020/NĐ-CP, Điều 30 khoản 2 điểm b", date(2020, 3, 5)),)
"""Buildings and works have three months (điểm a); a ward's emulation papers never fall under it."""

WARN_BEFORE: Final = timedelta(days=30)
"""Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần I, Mục III khoản 5 điểm b."""

FEWEST_YEARS, MOST_YEARS = 2, 70
"""A limited period under Luật Lưu trữ 33/2024/QH15, Điều 15, for affairs that end from 01/7/2025."""

_LIMITS_SINCE: Final = date(2025, 7, 1)


def rules_on(day: date) -> tuple[RetentionRule, ...]:
    """The retention rules in force on ``day``."""
    return tuple(rule for rule in RULES if rule.valid_from <= day and (rule.valid_to is None or day <= rule.valid_to))


def award_dossier(level: Level, day: date) -> RetentionRule:
    """How long the dossier of an award is kept that the chairman of ``level`` decides, by the rules of ``day``."""
    key = "province_commendation" if level is Level.PROVINCE else "own_commendation"
    return next(rule for rule in rules_on(day) if rule.key == key)


def allowed(period: RetentionPeriod, day: date) -> bool:
    """Whether an affair that ends on ``day`` may be kept for ``period``."""
    return period.years is None or day < _LIMITS_SINCE or FEWEST_YEARS <= period.years <= MOST_YEARS


def hand_over_by(closed_on: date) -> date:
    """The last day for handing a dossier over whose affair ended on ``closed_on``."""
    rule = next(rule for rule in reversed(HAND_OVER) if rule.valid_from <= closed_on or rule is HAND_OVER[0])
    years, month = divmod(closed_on.month - 1 + rule.months, 12)
    year = closed_on.year + years
    return date(year, month + 1, min(closed_on.day, monthrange(year, month + 1)[1]))


def due(dossiers: tuple[Dossier, ...], today: date) -> tuple[tuple[Dossier, date], ...]:
    """Closed dossiers that are to be handed over within the next 30 days or late, each with its last day."""
    closed = ((dossier, hand_over_by(dossier.closed_on)) for dossier in dossiers if dossier.closed_on)
    return tuple((dossier, last) for dossier, last in closed if last - WARN_BEFORE <= today)


def keep_until(dossier: Dossier) -> date | None:
    """The last day on which a closed dossier must be kept; nothing where that is for ever or it is still open."""
    if dossier.closed_on is None or dossier.retention.years is None:
        return None
    return date(dossier.closed_on.year + dossier.retention.years, 12, 31)
