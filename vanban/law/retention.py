"""How long papers of emulation and commendation are kept, and when dossiers are handed over.

The rows of the circular in force for this field were not at hand: those of the one that it replaced are shown in doubt,
as defaults that the office confirms in its own list.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from vanban.domain.dossier import Dossier, RetentionPeriod
from vanban.domain.law_pack import Law
from vanban.domain.level import Level
from vanban.law.provision import Stated, in_force

WARN_BEFORE: Final = timedelta(days=30)
"""Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần I, Mục III khoản 5 điểm b."""


def retention(law: Law, key: str, day: date) -> Stated[RetentionPeriod]:
    """How long dossiers of that sort are kept on ``day``; :class:`~vanban.errors.NoLawBook` without a rule."""
    rows = (row for row in law.retention if row.key == key)
    return in_force(law, rows, day, lambda row: RetentionPeriod(years=row.years))


def award_dossier(law: Law, level: Level, day: date) -> Stated[RetentionPeriod]:
    """How long the dossier of an award is kept that the chairman of ``level`` decides, by the rules of ``day``."""
    return retention(law, "province_commendation" if level is Level.PROVINCE else "own_commendation", day)


def allowed(law: Law, period: RetentionPeriod, day: date) -> bool:
    """Whether an affair that ends on ``day`` may be kept for ``period`` (Luật Lưu trữ 33/2024/QH15, Điều 15)."""
    limits = [row for row in law.retention_limits if law.period(row).covers(day)]
    return period.years is None or all(row.fewest <= period.years <= row.most for row in limits)


def hand_over_by(law: Law, closed_on: date) -> date:
    """The last day for handing a dossier over whose affair ended on ``closed_on``: buildings and works, which have less
    time, are no emulation papers. An affair of a time before the rules is handed over by the first of them."""
    rows = sorted(law.hand_over, key=lambda row: law.period(row).first or date.min)
    row = next((row for row in reversed(rows) if (law.period(row).first or date.min) <= closed_on), rows[0])
    years, month = divmod(closed_on.month - 1 + row.months, 12)
    year = closed_on.year + years
    return date(year, month + 1, min(closed_on.day, monthrange(year, month + 1)[1]))


def due(law: Law, dossiers: Iterable[Dossier], today: date) -> tuple[tuple[Dossier, date], ...]:
    """Closed dossiers that are to be handed over within the next 30 days or late, each with its last day."""
    closed = ((dossier, hand_over_by(law, dossier.closed_on)) for dossier in dossiers if dossier.closed_on)
    return tuple((dossier, last) for dossier, last in closed if last - WARN_BEFORE <= today)


def keep_until(dossier: Dossier) -> date | None:
    """The last day on which a closed dossier must be kept; nothing where that is for ever or it is still open."""
    if dossier.closed_on is None or dossier.retention.years is None:
        return None
    return date(dossier.closed_on.year + dossier.retention.years, 12, 31)
