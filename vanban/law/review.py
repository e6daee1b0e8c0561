"""Who is not put forward for now: under review, investigated, or with a discipline that is not served (Điều 4)."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, Protocol

from vanban.law.provision import (
    DECREE_98,
    DECREE_152,
    QUOTATION,
    THREE_LEVELS,
    TWO_LEVELS,
    Certainty,
    Stated,
    in_force,
)
from vanban.law.standard import Assessment, Standard, lacking

_TEXT: Final = (
    "Không trong thời gian xem xét kỷ luật, điều tra, thanh tra, kiểm tra khi có dấu hiệu vi phạm, hoặc có đơn thư "
    "đang được xác minh"
)
REVIEW: Final = (
    Stated(_TEXT, f"khoản 4 Điều 4 {DECREE_98}", QUOTATION, Certainty.SECONDARY, THREE_LEVELS),
    Stated(_TEXT, f"khoản 4 Điều 4 {DECREE_152}", QUOTATION, Certainty.SECONDARY, TWO_LEVELS),
)


class Reviewed(Protocol):
    """Whoever may be under review."""

    @property
    def under_review(self) -> str | None:
        """Why, or ``None``."""

    @property
    def is_evaluated(self) -> bool:
        """Whether the data say anything of their year."""


def not_under_review(day: date) -> Standard[Any]:
    """The standard that nobody under review is put forward; :class:`~vanban.errors.NoLawBook` before 01/01/2024."""
    stated = in_force(REVIEW, day)
    return Standard(
        "under_review", stated.article, stated.value, _assess, stated.source, stated.certainty, stated.period
    )


def _assess(case: Reviewed) -> Assessment:
    if not case.is_evaluated:
        return lacking("chưa có trong bảng xếp loại", "Hãy nhập đối tượng này vào bảng xếp loại của năm.")
    if case.under_review is None:
        return Assessment(True, "không có")
    return Assessment(
        False, f"đang được xem xét: {case.under_review}", "Hãy chờ kết luận của cơ quan có thẩm quyền rồi mới đề nghị."
    )
