"""Giấy mời họp Hội đồng (Phụ lục III, Mẫu 1.7)."""

from __future__ import annotations

from vanban.domain.free_document import Gathering
from vanban.domain.wording import count, lower_first
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Meeting, Step, only
from vanban.kinds.parts.council_votes import meeting_of
from vanban.kinds.parts.invited import InvitationContext, invitation_of, invited
from vanban.kinds.parts.minutes import member_named
from vanban.kinds.parts.text import TextLine


def compose(year: Year, key: str) -> InvitationContext:
    """The invitation to the year's meeting; ``key`` is empty, there is one."""
    return invitation_of(year, "council_invitation", key, meeting_of(year).invitation, _asked(year))


def _asked(year: Year) -> tuple[TextLine, ...]:
    """Who is asked, to what, who presides, when and where."""
    meeting = meeting_of(year)
    council = f"Các ông, bà thành viên Hội đồng Thi đua - Khen thưởng ({count(len(year.council))} người)"
    gathering = Gathering(
        name=meeting.invitation.subject,
        chair=member_named(year.councillor(meeting.chair)),
        day=meeting.day,
        starts_at=meeting.starts_at,
        place=meeting.place,
    )
    return invited(year.issuer(meeting.invitation.issuer).name, (council, *meeting.guests), gathering)


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
