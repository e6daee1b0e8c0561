"""Quyết định ban hành tiêu chí, thang điểm thi đua: the head of the office issues how the year's movement is scored."""

from __future__ import annotations

from vanban.domain.wording import lower_first
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.papers.decision import DecisionContext, decided
from vanban.kinds.parts.document import no_expansion
from vanban.kinds.parts.score_tables import scoring_named

NAME = "criteria_decision"


class CriteriaDecisionContext(DecisionContext):
    """The decision; the criteria are its annex."""


def keys(year: Year) -> tuple[str, ...]:
    """One decision for each scoring whose decision is written."""
    return tuple(scoring.key for scoring in year.scorings if scoring.decision)


def compose(year: Year, key: str) -> CriteriaDecisionContext:
    """The decision of that scoring; ``KeyError`` where there is none."""
    decision = scoring_named(year, key).decision
    if decision is None:
        raise KeyError(key)
    return CriteriaDecisionContext(**dict(decided(year, NAME, key, decision, no_expansion)))


def _headline(year: Year, key: str) -> str:
    scoring = scoring_named(year, key)
    return f"Quyết định {lower_first(scoring.decision.subject if scoring.decision else scoring.name)}"


KIND = Kind(
    name=NAME,
    title="Quyết định ban hành tiêu chí, thang điểm thi đua",
    step=Step.LAUNCH,
    slug="quyet-dinh-tieu-chi-thi-dua",
    form="decision",
    context=CriteriaDecisionContext,
    reads=("office", "signatories", "legal_bases", "scorings"),
    keys=keys,
    compose=compose,
    headline=_headline,
)
