"""A council and a meeting that do not fit each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from vanban.domain.consistency.fault import Fault, Path, unknown
from vanban.domain.document import Document
from vanban.domain.receiver import receiver_table, sorts_named
from vanban.domain.rows import keyed
from vanban.domain.selection import CouncilMeeting, CouncilMember, CouncilRole, OccasionReview, Sitting
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
    for sat in _sittings(year):
        for path, key in _officers(sat):
            if key not in (members := keyed(sat.council)):
                yield unknown(path, key, "thành viên Hội đồng", members)
    for path, voted in _reviewed(year):
        if voted not in nominees:
            yield unknown(path, voted, sorts_named(year.office), nominees)


class _Sat(NamedTuple):
    """A sitting of one of the office's councils, where it stands, and what its minutes say."""

    path: Path
    sitting: Sitting
    council: tuple[CouncilMember, ...]
    minutes: Document


def _sittings(year: Year) -> Iterator[_Sat]:
    """Every sitting of the year: the council's meeting, its reviews of campaigns and events, the initiative council."""
    if meeting := year.council_meeting:
        yield _Sat(("council_meeting",), meeting, year.council, meeting.minutes)
    for part in ("campaigns", "sudden_achievements"):
        for position, row in enumerate(getattr(year, part)):
            if row.review:
                yield _Sat((part, position, "review"), row.review, year.council, row.review.minutes)
    if initiatives := year.initiative_meeting:
        yield _Sat(("initiative_meeting",), initiatives, year.initiative_council, initiatives.minutes)


def _reviewed(year: Year) -> Iterator[tuple[Path, str]]:
    """Everybody on whom a review of the council votes."""
    for sat in _sittings(year):
        if isinstance(sat.sitting, OccasionReview):
            for position, vote in enumerate(sat.sitting.votes):
                yield (*sat.path, "votes", position, "nominee"), vote.nominee


def _officers(sat: _Sat) -> Iterator[tuple[Path, str]]:
    """Everybody whom the sitting names."""
    for position, absence in enumerate(sat.sitting.absences):
        yield (*sat.path, "absences", position, "member"), absence.member
    yield from _working(sat)


def _working(sat: _Sat) -> Iterator[tuple[Path, str]]:
    """Those who have something to do at the sitting."""
    yield (*sat.path, "chair"), sat.sitting.chair
    yield (*sat.path, "secretary"), sat.sitting.secretary
    if isinstance(sat.sitting, CouncilMeeting):
        board, path = sat.sitting.counting_board, (*sat.path, "counting_board")
        yield (*path, "head"), board.head
        yield (*path, "secretary"), board.secretary
        for position, key in enumerate(board.members):
            yield (*path, "members", position), key


def nameless_members(year: Year) -> Iterator[Fault]:
    """A member without a name whose key leads to nobody, or with another name than whoever has that key."""
    known = {person.key: person.name for person in year.people}
    known |= {signatory.key: signatory.name for signatory in year.signatories}
    councils = (("council", year.council), ("initiative_council", year.initiative_council))
    for part, position, member in ((part, n, one) for part, council in councils for n, one in enumerate(council)):
        path: Path = (part, position, "name" if member.name else "key")
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
    for sat in _sittings(year):
        absent = {absence.member for absence in sat.sitting.absences}
        for path, key in _working(sat):
            if key in absent:
                yield Fault(
                    path=path,
                    value=key,
                    reason="Người này được ghi là vắng mặt nên không chủ trì, ghi biên bản hay kiểm phiếu được.",
                    remedy="Hãy ghi người khác, hoặc sửa danh sách vắng mặt.",
                )


def chair_of_the_minutes(year: Year) -> Iterator[Fault]:
    """Minutes that somebody else signs than who presided, and a meeting that neither chair nor deputy led."""
    for sat in _sittings(year):
        if sat.sitting.chair in keyed(sat.council):
            yield from _chaired(year, sat)


def _chaired(year: Year, sat: _Sat) -> Iterator[Fault]:
    (chair,) = year.members((keyed(sat.council)[sat.sitting.chair],))
    signatory = keyed(year.signatories).get(sat.minutes.signature.signatory)
    if signatory and chair.name and signatory.name != chair.name:
        yield Fault(
            path=(*sat.path, "minutes", "signature", "signatory"),
            value=signatory.key,
            reason=f"{signatory.name} ký biên bản nhưng người chủ trì cuộc họp là {chair.name}.",
            remedy="Hãy chọn người ký là người chủ trì, hoặc sửa người chủ trì.",
        )
    if chair.role not in (CouncilRole.CHAIR, CouncilRole.DEPUTY):
        yield Fault(
            path=(*sat.path, "chair"),
            value=chair.key,
            reason=f"{chair.name} là {chair.role.value} nên không chủ trì cuộc họp của Hội đồng.",
            remedy="Hãy ghi Chủ tịch hoặc Phó Chủ tịch Hội đồng.",
        )


def ends_before_it_starts(year: Year) -> Iterator[Fault]:
    """A meeting that is over before it begins."""
    meetings: list[tuple[Path, str | None]] = []
    for sat in _sittings(year):
        if sat.sitting.ends_at and sat.sitting.ends_at <= sat.sitting.starts_at:
            meetings.append(((*sat.path, "ends_at"), f"{sat.sitting.ends_at:%H:%M}"))
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


def one_hand_for_two(year: Year) -> Iterator[Fault]:
    """One person who presides and writes at a sitting that another rule does not look at."""
    for sat in _sittings(year):
        if not isinstance(sat.sitting, CouncilMeeting) and sat.sitting.chair == sat.sitting.secretary:
            yield Fault(
                path=(*sat.path, "secretary"),
                value=sat.sitting.secretary,
                reason="Một người không vừa chủ trì vừa ghi biên bản.",
                remedy="Hãy ghi hai người khác nhau.",
            )


def not_one_chair(year: Year) -> Iterator[Fault]:
    """A council with two chairs, or with none."""
    for part, council in (("council", year.council), ("initiative_council", year.initiative_council)):
        chairs = [position for position, member in enumerate(council) if member.role is CouncilRole.CHAIR]
        if council and len(chairs) != 1:
            position = chairs[1] if chairs else 0
            yield Fault(
                path=(part, position, "role"),
                value=council[position].role.value,
                reason=f"Hội đồng phải có đúng một Chủ tịch; danh sách có {len(chairs)}.",
                remedy="Hãy sửa cột vai trò.",
            )


def meetings_of_another_year(year: Year) -> Iterator[Fault]:
    """A meeting whose day was left over from another year's file."""
    days: list[tuple[Path, date]] = [
        (("group_meetings", position, "day"), row.day) for position, row in enumerate(year.group_meetings)
    ]
    days += [((*sat.path, "day"), sat.sitting.day) for sat in _sittings(year)]
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
    one_hand_for_two,
    not_one_chair,
    meetings_of_another_year,
)
