"""Quyết định tặng danh hiệu “Gia đình văn hóa”: decided by the head of the commune every year (Điều 80 khoản 3)."""

from __future__ import annotations

from vanban.domain.text_tree import Inset
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.papers.decision import DecisionContext, decided
from vanban.kinds.parts.document import headed
from vanban.kinds.parts.families import FAMILY_DECISION, recognised, unit_lines
from vanban.kinds.parts.text import TextLine


class FamilyDecisionContext(DecisionContext):
    """The decision; how many families of each unit are lines of its text."""


def keys(year: Year) -> tuple[str, ...]:
    """One decision where its text is written and a family is recognised."""
    return ("",) if year.family_decision and recognised(year) else ()


def compose(year: Year, key: str) -> FamilyDecisionContext:
    """The year's decision; ``key`` is empty, there is one; ``ValueError`` where it is not written."""
    if year.family_decision is None:
        raise ValueError(key)

    def expand(inset: Inset) -> tuple[TextLine, ...] | None:
        return unit_lines(year) if inset is Inset.FAMILY_UNITS else None

    return FamilyDecisionContext(**dict(decided(year, FAMILY_DECISION, key, year.family_decision, expand)))


KIND = Kind(
    name=FAMILY_DECISION,
    title="Quyết định tặng danh hiệu “Gia đình văn hóa”",
    step=Step.RESULT,
    slug="quyet-dinh-gia-dinh-van-hoa",
    form="decision",
    context=FamilyDecisionContext,
    reads=("office", "signatories", "legal_bases", FAMILY_DECISION, "groups", "households"),
    keys=keys,
    compose=compose,
    headline=headed("Quyết định", FAMILY_DECISION),
)
