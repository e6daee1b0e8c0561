"""Quyết định thành lập: the award council, the team that counts its ballots, the initiative council (Mẫu 1.2).

Who sits in each comes from the tables of the office, so that the decision and the minutes name the same people.
"""

from __future__ import annotations

from vanban.domain.decision import Decision
from vanban.domain.honorific import honorific
from vanban.domain.selection import CouncilMember
from vanban.domain.text_tree import Inset
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, only
from vanban.kinds.papers.decision import DecisionContext, decided
from vanban.kinds.parts.council_votes import meeting_of
from vanban.kinds.parts.document import headed
from vanban.kinds.parts.minutes import members_named
from vanban.kinds.parts.text import TextLine, listed


class SetupContext(DecisionContext):
    """The decision; the members are lines of its text."""


def _members(year: Year, kind: str) -> tuple[str, ...]:
    """Who sits in the body that a decision of that kind sets up."""
    if kind == "counting_board_decision":
        return _counting(year)
    return members_named(year.members(year.council if kind == "council_decision" else year.initiative_council))


def _counting(year: Year) -> tuple[str, ...]:
    board = meeting_of(year).counting_board
    posts = ((board.head, "Tổ trưởng"), (board.secretary, "Thư ký"), *((one, "Ủy viên") for one in board.members))
    return tuple(_named(year.councillor(key), post) for key, post in posts)


def _named(member: CouncilMember, post: str) -> str:
    return f"{honorific(member.gender)} {member.name}, {member.position}, {post}"


def compose_setup(year: Year, kind: str, key: str) -> SetupContext:
    """The year's decision of that kind; ``ValueError`` where it is not written."""
    document = getattr(year, kind)
    if not isinstance(document, Decision):
        raise ValueError(kind)

    def expand(inset: Inset) -> tuple[TextLine, ...] | None:
        return listed(_members(year, kind)) if inset is Inset.MEMBERS else None

    return SetupContext(**dict(decided(year, kind, key, document, expand)))


def _kind(name: str, title: str, step: Step, slug: str, *, reads: tuple[str, ...]) -> Kind:
    return Kind(
        name=name,
        title=title,
        step=step,
        slug=slug,
        form="decision",
        context=SetupContext,
        reads=("office", "signatories", "legal_bases", "people", name, *reads),
        keys=only(name),
        compose=lambda year, key: compose_setup(year, name, key),
        headline=headed("Quyết định", name),
    )


COUNCIL = _kind(
    "council_decision",
    "Quyết định thành lập Hội đồng Thi đua - Khen thưởng",
    Step.LAUNCH,
    "quyet-dinh-thanh-lap-hoi-dong",
    reads=("council",),
)
COUNTING_BOARD = _kind(
    "counting_board_decision",
    "Quyết định thành lập Tổ kiểm phiếu",
    Step.SELECTION,
    "quyet-dinh-thanh-lap-to-kiem-phieu",
    reads=("council", "council_meeting"),
)
INITIATIVE_COUNCIL = _kind(
    "initiative_council_decision",
    "Quyết định thành lập Hội đồng sáng kiến",
    Step.NOMINATION,
    "quyet-dinh-thanh-lap-hoi-dong-sang-kien",
    reads=("initiative_council",),
)
