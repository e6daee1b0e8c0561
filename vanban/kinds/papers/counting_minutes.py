"""Biên bản kiểm phiếu: what the counting board counted; goes with the council's minutes and has no number."""

from __future__ import annotations

from vanban.domain.receiver import RECEIVER_PARTS
from vanban.domain.text_tree import Inset, LineRole
from vanban.domain.wording import count, full_date, itemised
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Meeting, Step
from vanban.kinds.parts.closing import TwoSignatures
from vanban.kinds.parts.council_votes import balloted, figure_texts, meeting_of, poll_of
from vanban.kinds.parts.letterhead import attachment_line
from vanban.kinds.parts.minutes import MinutesContext, member_named, minutes_heading, text, unit_head_undated
from vanban.kinds.parts.poll import rule_lines, vote_rows
from vanban.kinds.parts.text import TextLine, ended, listed


class CountingMinutesContext(MinutesContext):
    """The counting of the ballots."""


def keys(year: Year) -> tuple[str, ...]:
    """One where somebody stands for an award on which the council votes by ballot."""
    return ("",) if balloted(year) else ()


def compose(year: Year, key: str) -> CountingMinutesContext:
    """The counting of the year's ballots; ``key`` is empty, there is one."""
    meeting, poll = meeting_of(year), poll_of(year, balloted(year))
    body = year.issuer(meeting.minutes.issuer)
    board = meeting.counting_board
    said = (
        *_board(year),
        text("1. Thành phần và số phiếu:"),
        *listed((*_asked(year), *figure_texts(year))),
        text("2. Tỷ lệ phiếu cần đạt:"),
        *rule_lines(poll),
        text("3. Kết quả kiểm phiếu:"),
        TextLine(role=LineRole.INSET, text="", inset=Inset.COUNCIL_VOTES.value),
        text(
            "Biên bản được Tổ kiểm phiếu thông qua và công bố trước Hội đồng tại cuộc họp ngày "
            f"{full_date(meeting.day).removeprefix('ngày ')}"
        ),
    )
    return CountingMinutesContext(
        letterhead=unit_head_undated(year, body.parent_lines, body.name_lines),
        heading=minutes_heading(f"Kiểm phiếu bầu danh hiệu thi đua, hình thức khen thưởng {year.year.phrase}"),
        attached_to=attachment_line(year, "council_minutes")[0],
        lines=ended(said),
        votes=vote_rows(poll),
        signatures=TwoSignatures(
            left_lines=("THƯ KÝ",),
            left_name=year.councillor(board.secretary).name or "",
            right_lines=("TỔ TRƯỞNG",),
            right_name=year.councillor(board.head).name or "",
        ),
        recipients=itemised((body.name, "Lưu: VT, Hồ sơ cuộc họp")),
    )


def _board(year: Year) -> tuple[TextLine, ...]:
    board = meeting_of(year).counting_board
    said = [f"{member_named(year.councillor(board.head))}, Tổ trưởng"]
    said.append(f"{member_named(year.councillor(board.secretary))}, Thư ký")
    said += [f"{member_named(year.councillor(member))}, Ủy viên" for member in board.members]
    return (text("Tổ kiểm phiếu gồm:"), *listed(tuple(said)))


def _asked(year: Year) -> tuple[str, ...]:
    absences = meeting_of(year).absences
    written = sum(absence.written for absence in absences)
    return (
        f"Tổng số thành viên Hội đồng: {count(len(year.council))} người",
        f"Số thành viên có mặt: {count(len(year.present()))} người; số thành viên vắng mặt: {count(len(absences))} "
        f"người, trong đó {count(written)} người có ý kiến bằng văn bản",
    )


KIND = Kind(
    name="counting_minutes",
    title="Biên bản kiểm phiếu",
    step=Step.SELECTION,
    slug="bien-ban-kiem-phieu",
    form="minutes",
    context=CountingMinutesContext,
    reads=("office", "law", "signatories", "council", "council_meeting", "votes", *RECEIVER_PARTS),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Biên bản kiểm phiếu {year.year.phrase}",
    meetings=frozenset({Meeting.COUNCIL}),
)
