"""A council and a meeting that do not fit each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from vanban.domain.consistency.fault import Fault, Path, unknown
from vanban.domain.receiver import receiver_table, sorts_named
from vanban.domain.rows import keyed
from vanban.domain.selection import CouncilMeeting, CouncilRole
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year


def unknown_selection_keys(year: Year) -> Iterator[Fault]:
    """A vote for nobody, a meeting of no group, somebody at the council's meeting who is no member."""
    nominees = receiver_table(year)
    for position, vote in enumerate(year.votes):
        if vote.nominee not in nominees:
            yield unknown(("votes", position, "nominee"), vote.nominee, sorts_named(year.office), nominees)
    for position, row in enumerate(year.group_meetings):
        if row.group not in (groups := keyed(year.groups)):
            yield unknown(("group_meetings", position, "group"), row.group, year.office.unit_kind.noun, groups)
    for path, key in _officers(year.council_meeting):
        if key not in (members := keyed(year.council)):
            yield unknown(path, key, "thành viên Hội đồng", members)


def _officers(meeting: CouncilMeeting | None) -> Iterator[tuple[Path, str]]:
    """Everybody whom the meeting names."""
    if meeting is None:
        return
    for position, absence in enumerate(meeting.absences):
        yield ("council_meeting", "absences", position, "member"), absence.member
    yield from _working(meeting)


def _working(meeting: CouncilMeeting) -> Iterator[tuple[Path, str]]:
    """Those who have something to do at the meeting."""
    board: Path = ("council_meeting", "counting_board")
    yield ("council_meeting", "chair"), meeting.chair
    yield ("council_meeting", "secretary"), meeting.secretary
    yield (*board, "head"), meeting.counting_board.head
    yield (*board, "secretary"), meeting.counting_board.secretary
    for position, key in enumerate(meeting.counting_board.members):
        yield (*board, "members", position), key


def nameless_members(year: Year) -> Iterator[Fault]:
    """A member without a name whose key leads to nobody, or with another name than whoever has that key."""
    known = {person.key: person.name for person in year.people}
    known |= {signatory.key: signatory.name for signatory in year.signatories}
    for position, member in enumerate(year.council):
        path: Path = ("council", position, "name" if member.name else "key")
        if member.name is None and member.key not in known:
            yield Fault(
                path=path,
                value=member.key,
                reason="Thành viên này chưa có họ tên, mã cũng không có trong danh sách người ký, cá nhân.",
                remedy="Hãy ghi họ tên, hoặc ghi đúng mã.",
            )
        elif member.name and known.get(member.key, member.name) != member.name:
            yield Fault(
                path=path,
                value=member.name,
                reason=f"Mã này là của {known[member.key]} trong danh sách người ký, cá nhân.",
                remedy="Hãy để trống họ tên ở đây, hoặc đặt mã khác cho thành viên này.",
            )


def absent_but_working(year: Year) -> Iterator[Fault]:
    """Somebody who presides, writes or counts, and is entered as absent."""
    if year.council_meeting is None:
        return
    absent = {absence.member for absence in year.council_meeting.absences}
    for path, key in _working(year.council_meeting):
        if key in absent:
            yield Fault(
                path=path,
                value=key,
                reason="Người này được ghi là vắng mặt nên không chủ trì, ghi biên bản hay kiểm phiếu được.",
                remedy="Hãy ghi người khác, hoặc sửa danh sách vắng mặt.",
            )


def chair_of_the_minutes(year: Year) -> Iterator[Fault]:
    """Minutes that somebody else signs than who presided, and a meeting that neither chair nor deputy led."""
    meeting, members = year.council_meeting, keyed(year.council)
    if meeting is None or meeting.chair not in members:
        return
    chair = year.councillor(meeting.chair)
    signatory = keyed(year.signatories).get(meeting.minutes.signature.signatory)
    if signatory and chair.name and signatory.name != chair.name:
        yield Fault(
            path=("council_meeting", "minutes", "signature", "signatory"),
            value=signatory.key,
            reason=f"{signatory.name} ký biên bản nhưng người chủ trì cuộc họp là {chair.name}.",
            remedy="Hãy chọn người ký là người chủ trì, hoặc sửa người chủ trì.",
        )
    if chair.role not in (CouncilRole.CHAIR, CouncilRole.DEPUTY):
        yield Fault(
            path=("council_meeting", "chair"),
            value=chair.key,
            reason=f"{chair.name} là {chair.role.value} nên không chủ trì cuộc họp của Hội đồng.",
            remedy="Hãy ghi Chủ tịch hoặc Phó Chủ tịch Hội đồng.",
        )


def ends_before_it_starts(year: Year) -> Iterator[Fault]:
    """A meeting that is over before it begins."""
    meetings: list[tuple[Path, str | None]] = []
    meeting = year.council_meeting
    if meeting and meeting.ends_at and meeting.ends_at <= meeting.starts_at:
        meetings.append((("council_meeting", "ends_at"), f"{meeting.ends_at:%H:%M}"))
    for position, row in enumerate(year.group_meetings):
        if row.ends_at <= row.starts_at:
            meetings.append((("group_meetings", position, "ends_at"), f"{row.ends_at:%H:%M}"))
    for path, value in meetings:
        yield Fault(
            path=path,
            value=value,
            reason="Giờ kết thúc không sau giờ bắt đầu.",
            remedy="Hãy sửa một trong hai giờ.",
        )


def not_one_chair(year: Year) -> Iterator[Fault]:
    """A council with two chairs, or with none."""
    chairs = [position for position, member in enumerate(year.council) if member.role is CouncilRole.CHAIR]
    if year.council and len(chairs) != 1:
        position = chairs[1] if chairs else 0
        yield Fault(
            path=("council", position, "role"),
            value=year.council[position].role.value,
            reason=f"Hội đồng phải có đúng một Chủ tịch; danh sách có {len(chairs)}.",
            remedy="Hãy sửa cột vai trò.",
        )


def meetings_of_another_year(year: Year) -> Iterator[Fault]:
    """A meeting whose day was left over from another year's file."""
    days: list[tuple[Path, date]] = [
        (("group_meetings", position, "day"), row.day) for position, row in enumerate(year.group_meetings)
    ]
    if year.council_meeting:
        days.append((("council_meeting", "day"), year.council_meeting.day))
    for path, day in days:
        # A council may well meet in January for the year before.
        if not year.year.holds_or_next(day):
            yield Fault(
                path=path,
                value=numeric_date(day),
                reason=f"Ngày họp không thuộc {year.year.phrase} hay đầu năm sau.",
                remedy="Hãy sửa ngày họp.",
            )


RULES: Final = (
    unknown_selection_keys,
    nameless_members,
    absent_but_working,
    chair_of_the_minutes,
    ends_before_it_starts,
    not_one_chair,
    meetings_of_another_year,
)
