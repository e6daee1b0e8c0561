"""Phiếu bầu: everybody who stands for an award that needs a ballot; a member marks it and does not sign it.

No statute prescribes its form; the office's stamp stands over its name, top left.
"""

from __future__ import annotations

from pydantic import Field

from vanban.domain.award import quoted
from vanban.domain.receiver import RECEIVER_PARTS, receiver
from vanban.domain.record import Record
from vanban.domain.selection import CouncilVote
from vanban.domain.wording import full_date
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Meeting, Step
from vanban.kinds.papers.counting_minutes import keys
from vanban.kinds.parts.council_votes import balloted, meeting_of
from vanban.kinds.parts.letterhead import Heading, heading
from vanban.kinds.parts.minutes import UndatedLetterhead, unit_head_undated


class Candidate(Record):
    """One line of the ballot."""

    ordinal: str = Field(title="Số thứ tự")
    name: str = Field(title="Họ và tên, tên tập thể")
    position: str = Field(title="Chức vụ, đơn vị")
    award: str = Field(title="Danh hiệu, hình thức")


class BallotContext(Record):
    """The ballot."""

    letterhead: UndatedLetterhead = Field(title="Phần đầu")
    heading: Heading = Field(title="Tên phiếu")
    instruction: str = Field(title="Cách ghi phiếu")
    candidates: tuple[Candidate, ...] = Field(title="Danh sách")


def compose(year: Year, key: str) -> BallotContext:
    """The ballot of the year's meeting; ``key`` is empty, there is one."""
    meeting = meeting_of(year)
    body = year.issuer(meeting.minutes.issuer)
    subject = f"Xét danh hiệu thi đua, hình thức khen thưởng {year.year.phrase}"
    return BallotContext(
        letterhead=unit_head_undated(year, body.parent_lines, body.name_lines),
        heading=heading("PHIẾU BẦU", subject),
        instruction=f"Tại cuộc họp {full_date(meeting.day)}, thành viên Hội đồng đánh dấu X vào một trong hai cột "
        "“Đồng ý”, “Không đồng ý” của từng trường hợp. Phiếu không ký tên. Trường hợp nào bỏ trống cả hai cột hoặc "
        "đánh dấu cả hai cột thì phần phiếu của trường hợp đó không hợp lệ; các trường hợp khác trên "
        "phiếu vẫn được tính.",
        candidates=tuple(_candidate(year, ordinal, row) for ordinal, row in enumerate(balloted(year), start=1)),
    )


def _candidate(year: Year, ordinal: int, row: CouncilVote) -> Candidate:
    nominee = receiver(year, row.nominee)
    return Candidate(
        ordinal=str(ordinal),
        name=nominee.name,
        position=nominee.title,
        award=quoted(row.award, year.office),
    )


KIND = Kind(
    name="ballot",
    title="Phiếu bầu của Hội đồng",
    step=Step.SELECTION,
    slug="phieu-bau",
    context=BallotContext,
    reads=("office", "law", "council_meeting", "votes", *RECEIVER_PARTS),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Phiếu bầu của Hội đồng Thi đua - Khen thưởng {year.year.phrase}",
    meetings=frozenset({Meeting.COUNCIL}),
)
