"""Biên bản họp Hội đồng sáng kiến: which of the year's initiatives the council found to be ones (NĐ 13/2012)."""

from __future__ import annotations

from vanban.domain.receiver import RECEIVER_PARTS, receiver
from vanban.domain.selection import InitiativeMeeting, InitiativeVote
from vanban.domain.text_tree import Inset
from vanban.domain.wording import count, listing, lower_first
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, only
from vanban.kinds.parts.minutes import UNKNOWN, MinutesContext, text
from vanban.kinds.parts.sitting import Held, minutes_of
from vanban.kinds.parts.text import TextLine, listed
from vanban.law.council import own_rule
from vanban.law.initiatives import council_passed

_NAME = "initiative_minutes"


class InitiativeMinutesContext(MinutesContext):
    """The minutes of the initiative council's meeting; the votes are lines of their text."""


def meeting_of(year: Year) -> InitiativeMeeting:
    """The meeting of the initiative council; ``ValueError`` where there is none."""
    if year.initiative_meeting is None:
        raise ValueError(_NAME)
    return year.initiative_meeting


def compose(year: Year, key: str) -> InitiativeMinutesContext:
    """The minutes of the year's meeting; ``key`` is empty, there is one."""
    meeting = meeting_of(year)
    held = Held(meeting, year.members(year.initiative_council), meeting.minutes)

    def expand(inset: Inset) -> tuple[TextLine, ...] | None:
        return conclusion_lines(year, held) if inset is Inset.COUNCIL_CONCLUSIONS else None

    return InitiativeMinutesContext(**minutes_of(year, _NAME, key, held, expand))


def conclusion_lines(year: Year, held: Held) -> tuple[TextLine, ...]:
    """Which initiatives passed, then which did not, with authors and votes; dots before the vote."""
    votes, present = meeting_of(year).votes, len(held.attending)
    if not votes:
        return (text("Hội đồng không xét sáng kiến nào."),)
    decided = [(row, council_passed(year, row)) for row in votes]
    if any(passed is None for _, passed in decided):
        return (text(f"Kết quả: {UNKNOWN * 3}"),)
    said = [(passed, _voted(year, row, present)) for row, passed in decided]
    return (
        text(f"Tỷ lệ phiếu cần đạt: {own_rule(year.law, meeting_of(year).day).value}."),
        *_group("Đủ số phiếu, đề nghị công nhận", tuple(words for good, words in said if good)),
        *_group("Không đủ số phiếu, không đề nghị", tuple(words for good, words in said if not good)),
    )


def _voted(year: Year, row: InitiativeVote, present: int) -> str:
    authors = listing(receiver(year, author.person).addressed for author in year.authors(row.initiative))
    said = f"Sáng kiến “{year.initiative(row.initiative).name}”{f' của {authors}' if authors else ''}"
    silent = present - (row.in_favour or 0) - (row.against or 0)
    own = {author.person for author in year.authors(row.initiative)}
    there = sum(member.key in own for member in year.members(year.initiative_council))
    why = " vì là tác giả" if there and there == silent else ""
    more = f"; {count(silent)} thành viên không biểu quyết{why}" if silent > 0 else ""
    return f"{said}: {row.in_favour}/{present} phiếu đồng ý{more}"


def _group(what: str, said: tuple[str, ...]) -> tuple[TextLine, ...]:
    if not said:
        return (text(f"{what}: không có."),)
    return (text(f"{what} ({count(len(said))} sáng kiến):"), *listed(said))


KIND = Kind(
    name=_NAME,
    title="Biên bản họp Hội đồng sáng kiến",
    step=Step.NOMINATION,
    slug="bien-ban-hop-hoi-dong-sang-kien",
    form="minutes",
    context=InitiativeMinutesContext,
    reads=(
        "office",
        "law",
        "signatories",
        "initiative_council",
        "initiative_meeting",
        "initiatives",
        "authorships",
        *RECEIVER_PARTS,
    ),
    keys=only("initiative_meeting"),
    compose=compose,
    headline=lambda year, key: f"Biên bản {lower_first(meeting_of(year).minutes.subject)}",
)
