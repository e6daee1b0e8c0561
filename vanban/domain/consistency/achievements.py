"""What an achievement report must say, and does not (Nghị định 98/2023/NĐ-CP, Mẫu 02, Mẫu 03)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.consistency.fault import Fault
from vanban.domain.nomination import Achievement
from vanban.domain.receiver import receiver_names
from vanban.domain.rows import keyed
from vanban.domain.year import Year

_OF_ALL: Final = ("compliance",)
_OF_UNITS: Final = ("circumstances",)


def unwritten(year: Year) -> Iterator[Fault]:
    """A part of a report that must not be empty and is: nothing stands for it, least of all “Không”."""
    nominated = {row.nominee for row in year.nominations}
    known = receiver_names(year)
    for position, achievement in enumerate(year.achievements):
        if achievement.nominee not in nominated or achievement.nominee not in known:
            continue
        needed = _OF_ALL if achievement.nominee in keyed(year.people) else (*_OF_UNITS, *_OF_ALL)
        name = known[achievement.nominee]
        for field in needed:
            if not any(text.strip() for text in getattr(achievement, field)):
                yield Fault(
                    path=("achievements", position, field),
                    value=achievement.nominee,
                    reason=f"Báo cáo thành tích của {name} chưa có nội dung “{_title(field)}” ({field}).",
                    remedy="Hãy ghi nội dung này theo đúng thực tế; báo cáo không thể để trống hay ghi “Không” ở đây.",
                )


def none_and_some(year: Year) -> Iterator[Fault]:
    """A table of a report that is said to have no row, and has some."""
    for position, achievement in enumerate(year.achievements):
        for ordinal, table in enumerate(achievement.none_of):
            rows = getattr(achievement, table.value)
            if rows:
                yield Fault(
                    path=("achievements", position, "none_of", ordinal),
                    value=table.value,
                    reason=f"Bảng “{_title(table.value)}” được ghi là không có dòng nào nhưng lại có {len(rows)} dòng.",
                    remedy="Hãy bỏ tên bảng này khỏi mục “none_of”, hoặc xóa các dòng ghi nhầm.",
                )


def _title(field: str) -> str:
    return Achievement.model_fields[field].title or field


RULES: Final = (unwritten, none_and_some)
