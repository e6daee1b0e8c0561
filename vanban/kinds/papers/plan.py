"""Kế hoạch: the year's emulation plan (Phụ lục III, Mẫu 1.4)."""

from __future__ import annotations

from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, every_unit, only
from vanban.kinds.parts.document import DocumentContext, headed
from vanban.kinds.parts.document import compose as compose_document


class PlanContext(DocumentContext):
    """The plan; its targets are lines of its text."""


def compose(year: Year, key: str) -> PlanContext:
    """The year's plan; ``key`` is empty, there is one."""

    return PlanContext(**compose_document(year, "plan", key))


KIND = Kind(
    name="plan",
    title="Kế hoạch phát động phong trào thi đua",
    step=Step.LAUNCH,
    slug="ke-hoach",
    form="document",
    context=PlanContext,
    reads=("office", "signatories", "legal_bases", "plan"),
    keys=only("plan"),
    compose=compose,
    headline=headed("Kế hoạch", "plan"),
    receivers=every_unit,
)
