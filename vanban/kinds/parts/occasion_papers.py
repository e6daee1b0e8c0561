"""The papers that campaigns and sudden achievements have in common: submission and decision on who is commended."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import Field

from vanban.domain.numbering import NUMBERINGS
from vanban.domain.receiver import RECEIVER_PARTS
from vanban.domain.text_tree import Inset
from vanban.domain.wording import lower_first
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.papers.decision import DecisionContext, compose_decision
from vanban.kinds.parts.awardees import awardees
from vanban.kinds.parts.document import DocumentContext
from vanban.kinds.parts.document import compose as compose_document
from vanban.kinds.parts.minutes import MinutesContext
from vanban.kinds.parts.occasions import PART, ProposedGroup, occasion, proposed_groups, summaries, written
from vanban.kinds.parts.poll import Poll, vote_rows
from vanban.kinds.parts.sitting import Held, minutes_of
from vanban.kinds.parts.text import TextLine
from vanban.law.reviews import review_count


class OccasionSubmissionContext(DocumentContext):
    """A submission with the table of those who are proposed, in groups."""

    groups: tuple[ProposedGroup, ...] = Field(title="Các nhóm được đề nghị")


def compose_submission(year: Year, kind: str, key: str) -> OccasionSubmissionContext:
    """The submission of that kind for the occasion ``key``; ``KeyError`` where the year has none."""

    def expand(inset: Inset) -> tuple[TextLine, ...] | None:
        return summaries(year, kind, key) if inset is Inset.SUMMARIES else None

    return OccasionSubmissionContext(
        **compose_document(year, kind, key, expand), groups=proposed_groups(year, kind, key)
    )


class OccasionMinutesContext(MinutesContext):
    """The minutes of the council that looked at those who are proposed, at a meeting or in writing."""


def compose_minutes(year: Year, kind: str, key: str) -> OccasionMinutesContext:
    """The minutes of that kind for the occasion ``key``; ``KeyError`` where the year has none."""
    review = occasion(year, kind, key).review
    if review is None:
        raise KeyError(f"{kind}/{key}")
    held = Held(review, year.members(year.council), review.minutes, review.asked_in_writing)
    poll = Poll(year, held, review.votes, review_count(year, review))
    return OccasionMinutesContext(**minutes_of(year, kind, key, held, poll.expand), votes=vote_rows(poll))


def minutes_kind(name: str, title: str, slug: str) -> Kind:
    """The kind of a council's minutes, one for each occasion that it looked at."""
    return Kind(
        name=name,
        title=title,
        step=Step.CAMPAIGN,
        slug=slug,
        form="minutes",
        context=OccasionMinutesContext,
        reads=("office", "law", "signatories", "council", PART[name], *RECEIVER_PARTS),
        keys=lambda year: tuple(row.key for row in getattr(year, PART[name]) if row.review),
        compose=lambda year, key: compose_minutes(year, name, key),
        headline=_headline(name),
    )


def submission_kind(name: str, title: str, slug: str) -> Kind:
    """The kind of a submission, one for each occasion that has it."""
    return Kind(
        name=name,
        title=title,
        step=Step.CAMPAIGN,
        slug=slug,
        form="occasion_submission",
        context=OccasionSubmissionContext,
        reads=("office", "law", "signatories", "legal_bases", PART[name], *RECEIVER_PARTS),
        keys=written(name, "submission"),
        compose=lambda year, key: compose_submission(year, name, key),
        headline=_headline(name),
    )


def decision_kind(name: str, title: str, slug: str) -> Kind:
    """The kind of a decision, one for each occasion that has it."""

    def compose(year: Year, key: str) -> DecisionContext:
        return compose_decision(year, name, key, awardees(year, name, key))

    return Kind(
        name=name,
        title=title,
        step=Step.CAMPAIGN,
        slug=slug,
        form="decision",
        context=DecisionContext,
        reads=("office", "law", "signatories", "legal_bases", PART[name], *RECEIVER_PARTS),
        keys=written(name, "decision"),
        compose=compose,
        headline=_headline(name),
    )


def _headline(kind: str) -> Callable[[Year, str], str]:
    numbering = NUMBERINGS[kind]
    return lambda year, key: f"{numbering.type_name} {lower_first(numbering.documents(year)[key].subject)}"
