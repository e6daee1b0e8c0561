"""What the meeting of a residential group agreed on: its own title, by the vote that the law asks for."""

from __future__ import annotations

from vanban.domain.award import EmulationTitle
from vanban.domain.law_pack import Law
from vanban.domain.level import Level
from vanban.domain.objection import Objection
from vanban.domain.registration import GroupRegistration
from vanban.domain.selection import GroupMeeting
from vanban.domain.wording import percentage
from vanban.domain.year import Year
from vanban.law.council import VoteRule, vote_rule
from vanban.law.provision import Stated


def title_agreed(law: Law, meeting: GroupMeeting, registration: GroupRegistration | None) -> bool | None:
    """Whether the group proposes itself for the title; ``None`` where it registered for none or did not vote."""
    if registration is None or registration.title is None or meeting.title_in_favour is None or not meeting.present:
        return None
    return _rule(law, meeting).value.passes(meeting.title_in_favour, meeting.present)


def low_vote(law: Law, name: str, meeting: GroupMeeting, registration: GroupRegistration | None) -> Objection | None:
    """A warning that a group's own meeting did not agree on its title, by a share that has to be compared."""
    if title_agreed(law, meeting, registration) is not False or meeting.title_in_favour is None:
        return None
    found = _rule(law, meeting)
    share = percentage(meeting.title_in_favour, meeting.present)
    return found.reminder(
        rule="group_vote_low",
        about=name,
        figures=(("đồng ý", meeting.title_in_favour), ("dự họp", meeting.present)),
        reason=f"{meeting.title_in_favour}/{meeting.present} hộ dự họp ({share}) đồng ý đề nghị danh hiệu, chưa quá "
        f"{found.value.percent}%, nên không tính là tổ đã bình xét. Đây là cuộc họp của tổ, không theo tỷ lệ của Hội "
        "đồng; tỷ lệ phải đạt cần đối chiếu.",
        remedy="Hãy đối chiếu tỷ lệ trong quy định của tỉnh; nếu số phiếu nhập nhầm thì sửa biên bản họp tổ.",
    )


def _rule(law: Law, meeting: GroupMeeting) -> Stated[VoteRule]:
    """The vote that the meeting of a residential group needs for the group's own title."""
    return vote_rule(law, EmulationTitle.CULTURAL_RESIDENTIAL_GROUP, meeting.day, Level.UNIT)


def groups_agreed(year: Year) -> int:
    """How many residential groups propose themselves for the title that they registered for."""
    registered = {row.group: row for row in year.group_registrations}
    return sum(
        title_agreed(year.law, meeting, registered.get(meeting.group)) is True for meeting in year.group_meetings
    )
