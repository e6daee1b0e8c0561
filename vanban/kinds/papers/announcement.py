"""Thông báo kết quả khen thưởng (Mẫu 1.4): who was rewarded with what, how prizes and certificates are handed over."""

from __future__ import annotations

from vanban.domain.text_tree import Inset
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, every_unit
from vanban.kinds.papers.decision import award_lines
from vanban.kinds.parts.awardees import GRANTED, awardees
from vanban.kinds.parts.document import DocumentContext, headed
from vanban.kinds.parts.document import compose as compose_document
from vanban.kinds.parts.text import TextLine


class AnnouncementContext(DocumentContext):
    """The announcement; those who are rewarded are lines, grouped by award as in the decision."""


def compose(year: Year, key: str) -> AnnouncementContext:
    """The year's announcement; ``key`` is empty, there is one."""

    def expand(inset: Inset) -> tuple[TextLine, ...] | None:
        rows = awardees(year, "decision")
        return award_lines(year, rows, "kèm theo Quyết định") if inset is Inset.AWARDS else None

    return AnnouncementContext(**compose_document(year, "announcement", key, expand))


def keys(year: Year) -> tuple[str, ...]:
    """One announcement where its text is written and the year's decision rewards somebody."""
    return ("",) if year.announcement and awardees(year, "decision") else ()


KIND = Kind(
    name="announcement",
    title="Thông báo kết quả khen thưởng",
    step=Step.RESULT,
    slug="thong-bao-ket-qua",
    form="document",
    context=AnnouncementContext,
    reads=("office", "legal_bases", "announcement", *GRANTED),
    keys=keys,
    compose=compose,
    headline=headed("Thông báo", "announcement"),
    receivers=every_unit,
)
