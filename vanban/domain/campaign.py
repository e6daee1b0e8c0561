"""Short campaigns of the year, and achievements that are commended at once.

Luật Thi đua, khen thưởng: Điều 16 (thi đua theo chuyên đề), Điều 8 (khen thưởng phong trào thi đua, đột xuất),
Điều 85 (thủ tục đơn giản).
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from vanban.domain.award_decision import AwardDecision, Awardee
from vanban.domain.document import Document
from vanban.domain.record import Record
from vanban.domain.selection import OccasionReview


class Campaign(Record):
    """A campaign of some weeks or on one subject: from its plan to the decision on who is rewarded."""

    key: str = Field(title="Mã đợt thi đua")
    name: str = Field(title="Tên đợt thi đua")
    begins: date = Field(title="Ngày bắt đầu")
    ends: date = Field(title="Ngày kết thúc")
    plan: Document = Field(title="Kế hoạch phát động")
    review: OccasionReview | None = Field(default=None, title="Hội đồng xét khen thưởng")
    submitted_on: date | None = Field(default=None, title="Ngày trình, dự kiến")
    submission: Document | None = Field(default=None, title="Tờ trình đề nghị khen thưởng")
    decision: AwardDecision | None = Field(default=None, title="Quyết định khen thưởng")
    awardees: tuple[Awardee, ...] = Field(default=(), title="Được đề nghị khen thưởng")


class SuddenAwardee(Awardee):
    """Who is commended at once: with the summary of what they did, and the unit that confirms it."""

    summary: tuple[str, ...] = Field(default=(), title="Tóm tắt thành tích, mỗi đoạn một dòng")
    confirmed_by: str = Field(title="Mã đơn vị xác nhận")


class SuddenAchievement(Record):
    """One event in which people or units did something outstanding, commended by the simplified procedure (Điều 85)."""

    key: str = Field(title="Mã sự việc")
    event: str = Field(title="Sự việc")
    happened_on: date = Field(title="Ngày xảy ra")
    review: OccasionReview | None = Field(default=None, title="Hội đồng xét khen thưởng")
    submitted_on: date | None = Field(default=None, title="Ngày trình, dự kiến")
    submission: Document | None = Field(default=None, title="Tờ trình đề nghị khen thưởng")
    decision: AwardDecision | None = Field(default=None, title="Quyết định khen thưởng")
    awardees: tuple[SuddenAwardee, ...] = Field(default=(), title="Được đề nghị khen thưởng")
