"""Who is rewarded by a decision of the office itself, with what and for what."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.award import Award
from vanban.domain.decision import Decision
from vanban.domain.record import Record
from vanban.domain.work_year import WorkYear


class Awardee(Record):
    """One receiver in one decision: a person, a collective or a residential group, by key.

    ``achievement`` is the line that the certificate prints under the name; it may be empty.
    """

    nominee: str = Field(title="Mã đối tượng")
    award: Award = Field(title="Danh hiệu, hình thức khen thưởng")
    achievement: str = Field(default="", title="Thành tích ghi trên giấy khen")
    counted_for: WorkYear | None = Field(default=None, title="Năm tính thành tích, nếu khác")


class AwardDecision(Decision):
    """A decision on awards: the day decides also how much the prizes are."""
