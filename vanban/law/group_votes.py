"""What the meeting of a residential group agreed on: its own title, by the vote that the law asks for."""

from __future__ import annotations

from vanban.domain.award import EmulationTitle
from vanban.domain.registration import GroupRegistration
from vanban.domain.selection import GroupMeeting
from vanban.domain.year import Year
from vanban.law.council import vote_rule


def title_agreed(meeting: GroupMeeting, registration: GroupRegistration | None) -> bool | None:
    """Whether the group proposes itself for the title; ``None`` where it registered for none or did not vote."""
    if registration is None or registration.title is None or meeting.title_in_favour is None or not meeting.present:
        return None
    rule = vote_rule(EmulationTitle.CULTURAL_RESIDENTIAL_GROUP, meeting.day).value
    return rule.passes(meeting.title_in_favour, meeting.present)


def groups_agreed(year: Year) -> int:
    """How many residential groups propose themselves for the title that they registered for."""
    registered = {row.group: row for row in year.group_registrations}
    return sum(title_agreed(meeting, registered.get(meeting.group)) is True for meeting in year.group_meetings)
