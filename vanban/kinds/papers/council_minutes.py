"""Biên bản họp Hội đồng Thi đua - Khen thưởng (Phụ lục III, Mẫu 1.9): who was there, what was voted, who passed."""

from __future__ import annotations

from vanban.domain.receiver import RECEIVER_PARTS
from vanban.domain.selection import CouncilMeeting
from vanban.domain.text_tree import Block, Inset, numbered
from vanban.domain.wording import count, lower_first
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Meeting, Step, only
from vanban.kinds.parts.closing import TwoSignatures, closing
from vanban.kinds.parts.council_votes import conclusion_lines, figure_lines, vote_rows
from vanban.kinds.parts.figures import Figures
from vanban.kinds.parts.letterhead import letterhead
from vanban.kinds.parts.minutes import (
    MinutesContext,
    begun,
    member_named,
    members_named,
    minutes_heading,
    over,
    read_back,
    text,
    undated,
)
from vanban.kinds.parts.reference import cited_body
from vanban.kinds.parts.text import TextLine, ended, lines, listed


class CouncilMinutesContext(MinutesContext):
    """The minutes of the council's meeting."""


def meeting_of(year: Year) -> CouncilMeeting:
    """The meeting of the year's council; ``ValueError`` where there is none."""
    if year.council_meeting is None:
        raise ValueError("council_meeting")
    return year.council_meeting


def compose(year: Year, key: str) -> CouncilMinutesContext:
    """The minutes of the year's meeting; ``key`` is empty, there is one.

    The clauses count from 1: they stand under the “Nội dung” of Mẫu 1.9.
    """
    meeting = meeting_of(year)

    def expand(inset: Inset) -> tuple[TextLine, ...] | None:
        expanded = {Inset.BALLOT_FIGURES: figure_lines, Inset.COUNCIL_CONCLUSIONS: conclusion_lines}
        return expanded[inset](year) if inset in expanded else None

    content = Block(section="Nội dung", body=cited_body(year, meeting.minutes))
    _, *said = lines(numbered((content,)), Figures(year), expand)
    return CouncilMinutesContext(
        letterhead=undated(letterhead(year, "council_minutes", key)),
        heading=minutes_heading(meeting.minutes.subject),
        lines=ended((*attendance(year), *said, read_back("các thành viên dự họp"), over(meeting.day, meeting.ends_at))),
        votes=vote_rows(year, year.votes),
        signatures=TwoSignatures(
            left_lines=("THƯ KÝ",),
            left_name=year.councillor(meeting.secretary).name or "",
            right_lines=("CHỦ TỌA",),
            right_name=year.councillor(meeting.chair).name or "",
        ),
        recipients=closing(year, meeting.minutes).recipients,
    )


def attendance(year: Year) -> tuple[TextLine, ...]:
    """When, where, who is there, who is not and why, who presides and who writes."""
    meeting, present = meeting_of(year), year.present()
    absences = tuple(
        f"{member_named(year.councillor(absence.member))}; lý do: {lower_first(absence.reason).rstrip(' .')}; "
        + ("có ý kiến bằng văn bản" if absence.written else "không có ý kiến bằng văn bản")
        for absence in meeting.absences
    )
    chair, secretary = year.councillor(meeting.chair), year.councillor(meeting.secretary)
    return (
        *begun(meeting.day, meeting.starts_at, meeting.place),
        text("Thành phần tham dự:"),
        text(f"Có mặt {count(len(present))}/{count(len(year.council))} thành viên Hội đồng, gồm:"),
        *listed(members_named(present)),
        *((text(f"Vắng mặt {count(len(absences))} thành viên:"), *listed(absences)) if absences else ()),
        *((text("Khách mời:"), *listed(meeting.guests)) if meeting.guests else ()),
        text(f"Chủ trì (chủ tọa): {member_named(chair)}."),
        text(f"Thư ký (người ghi biên bản): {member_named(secretary)}."),
        text("Nội dung:"),
    )


KIND = Kind(
    name="council_minutes",
    title="Biên bản họp Hội đồng Thi đua - Khen thưởng",
    step=Step.SELECTION,
    slug="bien-ban-hop-hoi-dong",
    form="minutes",
    context=CouncilMinutesContext,
    reads=("office", "law", "signatories", "council", "council_meeting", "votes", *RECEIVER_PARTS),
    keys=only("council_meeting"),
    compose=compose,
    headline=lambda year, key: f"Biên bản {lower_first(meeting_of(year).minutes.subject)}",
    meetings=frozenset({Meeting.COUNCIL}),
)
