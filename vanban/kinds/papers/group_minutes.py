"""Biên bản họp bình xét của đơn vị dưới: Gia đình văn hóa and the unit's own title, one paper a unit.

The layout is that of Mẫu 1.9; a unit keeps no register, so that its paper has no number.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.domain.award import EmulationTitle, quoted
from vanban.domain.level import Level
from vanban.domain.people import Unit
from vanban.domain.post import full_title
from vanban.domain.registration import GroupRegistration
from vanban.domain.rows import first, those
from vanban.domain.selection import GroupMeeting
from vanban.domain.text_tree import LineRole
from vanban.domain.wording import count, decimal, full_date, itemised, percentage
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, own_unit
from vanban.kinds.parts.closing import TwoSignatures
from vanban.kinds.parts.minutes import MinutesContext, begun, minutes_heading, over, read_back, text, unit_head_undated
from vanban.kinds.parts.text import TextLine, ended
from vanban.law.council import vote_rule
from vanban.law.group_votes import title_agreed
from vanban.law.household_standards import deadline


class GroupMinutesContext(MinutesContext):
    """The minutes of one group's meeting."""


def keys(year: Year) -> tuple[str, ...]:
    """Every group whose meeting is entered."""
    return tuple(row.group for row in year.group_meetings)


def compose(year: Year, key: str) -> GroupMinutesContext:
    """The minutes of the group ``key``."""
    group = year.group(key)
    meeting = those(year.group_meetings, group=key)[0]
    registration = first(year.group_registrations, group=key)
    return GroupMinutesContext(
        letterhead=unit_head_undated(year, (year.office.short_name,), (group.name,)),
        heading=minutes_heading(f"Họp bình xét danh hiệu văn hóa {year.year.phrase}"),
        lines=ended(
            (
                *_opening(year, group, meeting),
                *_families(year.office.unit_kind.short, group, meeting, registration),
                *_title(year, meeting, registration),
                *_publication(year, group, meeting),
                read_back("những người dự họp"),
                over(meeting.day, meeting.ends_at),
            )
        ),
        signatures=TwoSignatures(
            left_lines=("THƯ KÝ",),
            left_name=meeting.secretary,
            right_lines=("CHỦ TỌA",),
            right_name=group.leader,
        ),
        recipients=itemised((year.office.short_name, f"Lưu: Hồ sơ {group.name}")),
    )


def _opening(year: Year, group: Unit, meeting: GroupMeeting) -> tuple[TextLine, ...]:
    return (
        *begun(meeting.day, meeting.starts_at, meeting.place),
        text(f"Thành phần tham dự: {'; '.join(_taking_part(group, meeting))}."),
        text(f"Chủ trì (chủ tọa): Ông (Bà) {group.leader}, {full_title(year.office.unit_kind.head, group.name)}."),
        text(f"Thư ký (người ghi biên bản): Ông (Bà) {meeting.secretary}."),
        text("Nội dung:"),
    )


def _taking_part(group: Unit, meeting: GroupMeeting) -> Iterator[str]:
    """Who is there: of how many households, and for the Front."""
    if group.households:
        share = percentage(meeting.present, group.households)
        of_all = f"{decimal(meeting.present)}/{decimal(group.households)} hộ của {group.name}"
        yield f"đại diện {of_all}, đạt {share}"
    else:
        yield f"đại diện {decimal(meeting.present)} hộ của {group.name}"
    if group.front_head:
        yield f"đại diện Ban công tác Mặt trận: Ông (Bà) {group.front_head}"


def _families(
    unit: str, group: Unit, meeting: GroupMeeting, registration: GroupRegistration | None
) -> tuple[TextLine, ...]:
    title = quoted(EmulationTitle.CULTURAL_FAMILY)
    registered = f", {decimal(registration.families)} hộ đăng ký" if registration else ""
    share = f", bằng {percentage(meeting.cultural_families, group.households)} " if group.households else " trong "
    return (
        TextLine(
            role=LineRole.CLAUSE,
            text=f"1. Bình xét danh hiệu {title}: {unit} có {decimal(group.household_count)} hộ{registered}. Sau khi "
            "đối chiếu tiêu chuẩn và thảo luận, cuộc họp thống nhất đề nghị tặng danh hiệu cho "
            f"{decimal(meeting.cultural_families)} hộ{share}số hộ của {unit}.",
        ),
    )


def _title(year: Year, meeting: GroupMeeting, registration: GroupRegistration | None) -> tuple[TextLine, ...]:
    if registration is None or registration.title is None:
        said = f"{year.office.unit_kind.short} không đăng ký danh hiệu nên cuộc họp không xét."
    elif meeting.title_in_favour is None or not meeting.present:
        said = "cuộc họp không biểu quyết."
    else:
        share = percentage(meeting.title_in_favour, meeting.present)
        rule = vote_rule(year.law, EmulationTitle.CULTURAL_RESIDENTIAL_GROUP, meeting.day, Level.UNIT).value
        agreed = title_agreed(year.law, meeting, registration)
        result = "cuộc họp nhất trí đề nghị" if agreed else f"chưa quá {rule.percent}% nên cuộc họp không đề nghị"
        said = f"{decimal(meeting.title_in_favour)}/{decimal(meeting.present)} hộ dự họp đồng ý, đạt {share}; {result}."
    name = EmulationTitle.CULTURAL_RESIDENTIAL_GROUP
    return (TextLine(role=LineRole.CLAUSE, text=f"2. Bình xét danh hiệu {quoted(name, year.office)}: {said}"),)


def _publication(year: Year, group: Unit, meeting: GroupMeeting) -> tuple[TextLine, ...]:
    days = deadline(year.law, "cultural_family_public", meeting.day).value.days or 0
    since = f" từ {full_date(meeting.posted_on)}" if meeting.posted_on else ""
    return (
        TextLine(
            role=LineRole.CLAUSE,
            text=f"3. Danh sách hộ được đề nghị được công khai tại {group.name}{since}, trong {count(days)} "
            f"ngày, để Nhân dân góp ý trước khi gửi {year.office.name}; danh sách kèm theo Biên bản này.",
        ),
    )


KIND = Kind(
    name="group_minutes",
    title="Biên bản họp bình xét của đơn vị dưới",
    step=Step.SELECTION,
    slug="bien-ban-binh-xet",
    form="minutes",
    context=GroupMinutesContext,
    reads=("office", "groups", "group_registrations", "group_meetings", "law"),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Biên bản họp bình xét của {year.group(key).name}",
    receivers=own_unit,
)
