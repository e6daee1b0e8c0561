"""What the achievements say of an initiative against what the list of initiatives says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.consistency.fault import Fault
from vanban.domain.text import matching_key
from vanban.domain.year import Year


def decisions_that_differ(year: Year) -> Iterator[Fault]:
    """An initiative that the achievements say is recognised by another decision than the list of initiatives says."""
    known = {matching_key(one.name): one.decision for one in year.initiatives if one.decision}
    for position, achievement in enumerate(year.achievements):
        for ordinal, told in enumerate(achievement.initiatives):
            listed = known.get(matching_key(told.name))
            if listed and matching_key(listed) != matching_key(told.decision):
                yield Fault(
                    path=("achievements", position, "initiatives", ordinal, "decision"),
                    value=told.decision,
                    reason=f"Danh sách sáng kiến (initiatives) ghi quyết định khác: {listed}.",
                    remedy="Hãy ghi cùng một quyết định ở hai nơi, hoặc bỏ sáng kiến này khỏi phần thành tích: báo cáo "
                    "tự lấy từ danh sách sáng kiến.",
                )


RULES: Final = (decisions_that_differ,)
