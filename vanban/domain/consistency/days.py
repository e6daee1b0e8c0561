"""Days that were proposed from last year's and that nobody has confirmed yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.consistency.fault import Fault
from vanban.domain.finding import Severity
from vanban.domain.pending_days import pending_days
from vanban.domain.wording import count, numeric_date
from vanban.domain.year import Year

_SHOWN: Final = 3


def unconfirmed_days(year: Year) -> Iterator[Fault]:
    """Told once, with the first of them: each is a row of one table."""
    pending = pending_days(year)
    if not pending:
        return
    shown = "; ".join(f"{row.what} ({numeric_date(row.proposed)})" for row in pending[:_SHOWN])
    more = f"; và {len(pending) - _SHOWN} ngày khác" if len(pending) > _SHOWN else ""
    yield Fault(
        path=("dates_to_confirm", year.dates_to_confirm.index(pending[0]), "confirmed"),
        reason=f"{count(len(pending))} ngày đề xuất theo năm trước chưa được xác nhận nên văn bản liên quan còn là "
        f"dự thảo: {shown}{more}.",
        remedy="Hãy mở bảng này, ghi “có” vào cột Xác nhận của từng ngày đúng, hoặc chạy: "
        f"vanban new-year {year.year} --confirm DÒNG. Ngày nào khác thì sửa ở tệp dữ liệu ấy.",
        severity=Severity.WARNING,
    )


RULES: Final = (unconfirmed_days,)
