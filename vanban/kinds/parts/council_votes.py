"""The meeting of the year's council: on what it votes, by ballot or by hand, and how many ballots there were."""

from __future__ import annotations

from vanban.domain.selection import BallotFigures, CouncilMeeting, CouncilVote
from vanban.domain.wording import count
from vanban.domain.year import Year
from vanban.kinds.parts.minutes import UNKNOWN
from vanban.kinds.parts.poll import Poll
from vanban.kinds.parts.sitting import Held
from vanban.kinds.parts.text import TextLine, listed
from vanban.law.council import needs_ballot
from vanban.law.council_check import counted


def meeting_of(year: Year) -> CouncilMeeting:
    """The meeting of the year's council; ``ValueError`` where there is none."""
    if year.council_meeting is None:
        raise ValueError("council_meeting")
    return year.council_meeting


def poll_of(year: Year, rows: tuple[CouncilVote, ...]) -> Poll:
    """The vote of that meeting on ``rows``."""
    meeting = meeting_of(year)
    return Poll(year, Held(meeting, year.members(year.council), meeting.minutes), rows, counted(year))


def balloted(year: Year) -> tuple[CouncilVote, ...]:
    """The candidates for awards on which the council votes by ballot on the day of its meeting."""
    meeting = year.council_meeting
    return tuple(row for row in year.votes if meeting and needs_ballot(year.law, row.award, meeting.day))


def figure_texts(year: Year) -> tuple[str, ...]:
    """How many ballots went out, came back, were valid; dots before they are counted."""
    ballots = year.council_meeting.ballots if year.council_meeting else None
    figures = ballots.model_dump() if ballots else {}
    said = {name: count(figures[name]) if figures else UNKNOWN for name in BallotFigures.model_fields}
    return (
        f"Số phiếu phát ra: {said['issued']} phiếu{_given_out(year)}",
        f"Số phiếu thu về: {said['returned']} phiếu; số phiếu không thu về: {said['not_returned']} phiếu",
        f"Số phiếu hợp lệ: {said['valid']} phiếu; số phiếu không hợp lệ: {said['invalid']} phiếu",
    )


def _given_out(year: Year) -> str:
    """Why more ballots went out than members were there: so many at the meeting, so many in writing."""
    meeting = year.council_meeting
    written = sum(absence.written for absence in meeting.absences) if meeting else 0
    if not written or meeting is None or meeting.ballots is None:
        return ""
    at_the_meeting = meeting.ballots.issued - written
    return f" ({count(at_the_meeting)} phiếu tại cuộc họp, {count(written)} phiếu lấy ý kiến bằng văn bản)"


def figure_lines(year: Year) -> tuple[TextLine, ...]:
    """The same, as items under each other."""
    return listed(figure_texts(year))
