"""Biên bản họp Hội đồng Thi đua - Khen thưởng (Phụ lục III, Mẫu 1.9): who was there, what was voted, who passed."""

from __future__ import annotations

from vanban.domain.receiver import RECEIVER_PARTS
from vanban.domain.text_tree import Inset
from vanban.domain.wording import lower_first
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Meeting, Step, only
from vanban.kinds.parts.council_votes import figure_lines, meeting_of, poll_of
from vanban.kinds.parts.minutes import MinutesContext
from vanban.kinds.parts.poll import vote_rows
from vanban.kinds.parts.sitting import minutes_of
from vanban.kinds.parts.text import TextLine


class CouncilMinutesContext(MinutesContext):
    """The minutes of the council's meeting."""


def compose(year: Year, key: str) -> CouncilMinutesContext:
    """The minutes of the year's meeting; ``key`` is empty, there is one."""
    poll = poll_of(year, year.votes)

    def expand(inset: Inset) -> tuple[TextLine, ...] | None:
        return figure_lines(year) if inset is Inset.BALLOT_FIGURES else poll.expand(inset)

    return CouncilMinutesContext(**minutes_of(year, "council_minutes", key, poll.held, expand), votes=vote_rows(poll))


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
