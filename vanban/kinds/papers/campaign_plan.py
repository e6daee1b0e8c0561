"""Kế hoạch phát động đợt thi đua: what a short campaign is for, from when until when (Phụ lục III, Mẫu 1.4)."""

from __future__ import annotations

from vanban.domain.numbering import NUMBERINGS
from vanban.domain.receiver import RECEIVER_PARTS
from vanban.domain.wording import lower_first
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, every_unit
from vanban.kinds.parts.document import DocumentContext
from vanban.kinds.parts.document import compose as compose_document


class CampaignPlanContext(DocumentContext):
    """The plan of one campaign."""


def compose(year: Year, key: str) -> CampaignPlanContext:
    """The plan of the campaign of that key."""
    return CampaignPlanContext(**compose_document(year, "campaign_plan", key))


def keys(year: Year) -> tuple[str, ...]:
    """Every campaign has a plan."""
    return tuple(campaign.key for campaign in year.campaigns)


KIND = Kind(
    name="campaign_plan",
    title="Kế hoạch phát động đợt thi đua",
    step=Step.CAMPAIGN,
    slug="ke-hoach-dot-thi-dua",
    form="document",
    context=CampaignPlanContext,
    reads=("office", "law", "signatories", "legal_bases", "campaigns", *RECEIVER_PARTS),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Kế hoạch {lower_first(NUMBERINGS['campaign_plan'].documents(year)[key].subject)}",
    receivers=every_unit,
)
