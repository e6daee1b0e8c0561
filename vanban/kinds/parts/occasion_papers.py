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
from vanban.kinds.parts.occasions import PART, ProposedGroup, proposed_groups, summaries, written
from vanban.kinds.parts.text import TextLine


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
