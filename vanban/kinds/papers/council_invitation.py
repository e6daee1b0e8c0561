"""Giấy mời họp Hội đồng (Phụ lục III, Mẫu 1.7)."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.record import Record
from vanban.domain.wording import clock, count, full_date, lower_first, weekday
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Meeting, Step, only
from vanban.kinds.papers.council_minutes import meeting_of
from vanban.kinds.parts.closing import Closing, closing
from vanban.kinds.parts.document import no_expansion
from vanban.kinds.parts.figures import Figures
from vanban.kinds.parts.letterhead import Heading, Letterhead, heading, letterhead
from vanban.kinds.parts.minutes import member_named, text
from vanban.kinds.parts.reference import numbered_text
from vanban.kinds.parts.text import TextLine, ended, lines, listed


class InvitationContext(Record):
    """An invitation, ready to print."""

    letterhead: Letterhead = Field(title="Phần đầu văn bản")
    heading: Heading = Field(title="Tên loại và trích yếu")
    lines: tuple[TextLine, ...] = Field(title="Các dòng nội dung")
    closing: Closing = Field(title="Nơi nhận và người ký")


def compose(year: Year, key: str) -> InvitationContext:
    """The invitation to the year's meeting; ``key`` is empty, there is one."""
    document = meeting_of(year).invitation
    made = closing(year, document)
    own = lines(numbered_text(year, document), Figures(year), no_expansion)
    return InvitationContext(
        letterhead=letterhead(year, "council_invitation", key),
        heading=heading("GIẤY MỜI", document.subject),
        lines=ended((*_asked(year), *own)),
        closing=made.model_copy(update={"recipients": ("- Như trên;", *made.recipients)}),
    )


def _asked(year: Year) -> tuple[TextLine, ...]:
    """Who is asked, to what, who presides, when and where."""
    meeting = meeting_of(year)
    body = year.issuer(meeting.invitation.issuer)
    asked = (f"Các ông, bà thành viên Hội đồng Thi đua - Khen thưởng ({count(len(year.council))} người)",)
    when = f"{clock(meeting.starts_at)}, {weekday(meeting.day)}, {full_date(meeting.day)}"
    return (
        text(f"{body.name} trân trọng kính mời:"),
        *listed((*asked, *meeting.guests)),
        text(f"Tới dự {lower_first(meeting.invitation.subject)}."),
        text(f"Chủ trì: {member_named(year.councillor(meeting.chair))}."),
        text(f"Thời gian: {when}."),
        text(f"Địa điểm: {meeting.place.rstrip(' .')}."),
    )


KIND = Kind(
    name="council_invitation",
    title="Giấy mời họp Hội đồng",
    step=Step.SELECTION,
    slug="giay-moi-hop-hoi-dong",
    form="invitation",
    context=InvitationContext,
    reads=("office", "signatories", "council", "council_meeting", "people"),
    keys=only("council_meeting"),
    compose=compose,
    headline=lambda year, key: f"Giấy mời {lower_first(meeting_of(year).invitation.subject)}",
    meetings=frozenset({Meeting.COUNCIL}),
)
