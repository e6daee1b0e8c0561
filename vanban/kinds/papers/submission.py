"""Tờ trình: the submission that asks a higher level for awards (NĐ 98/2023 Mẫu 01 on the layout of Mẫu 1.4)."""

from __future__ import annotations

from vanban.domain.award import Award, EmulationTitle, quoted
from vanban.domain.nomination import Nomination
from vanban.domain.receiver import RECEIVER_PARTS, receiver, words_for
from vanban.domain.text_tree import Inset, LineRole
from vanban.domain.wording import count, introduced
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Meeting, Step, only
from vanban.kinds.parts.document import DocumentContext, headed
from vanban.kinds.parts.document import compose as compose_document
from vanban.kinds.parts.text import TextLine, listed
from vanban.law.ward_awards import submitted


class SubmissionContext(DocumentContext):
    """The submission; its nominees are lines of its text, grouped by award."""


def compose(year: Year, key: str) -> SubmissionContext:
    """The year's submission; ``key`` is empty, there is one."""

    def expand(inset: Inset) -> tuple[TextLine, ...] | None:
        return nominee_lines(year) if inset is Inset.NOMINATIONS else None

    return SubmissionContext(**compose_document(year, "submission", key, expand))


def nominee_lines(year: Year) -> tuple[TextLine, ...]:
    """For each award in the order of the nominations: how many are nominated for it, then who."""
    nominated = submitted(year)
    awards = tuple(dict.fromkeys(row.award for row in nominated))
    return tuple(
        line
        for ordinal, award in enumerate(awards, start=1)
        for line in _award_lines(year, ordinal, award, tuple(row for row in nominated if row.award == award))
    )


def _award_lines(year: Year, ordinal: int, award: Award, rows: tuple[Nomination, ...]) -> tuple[TextLine, ...]:
    receivers = words_for(year.office, receiver(year, rows[0].nominee).kind).noun
    kind = "Danh hiệu" if isinstance(award, EmulationTitle) else "Hình thức"
    asked = f"{ordinal}. {kind} {quoted(award, year.office)} cho {count(len(rows))} {receivers}{introduced(len(rows))}"
    return (
        TextLine(role=LineRole.CLAUSE, text=asked),
        *listed(tuple(receiver(year, row.nominee).named for row in rows)),
    )


KIND = Kind(
    name="submission",
    title="Tờ trình đề nghị khen thưởng",
    step=Step.NOMINATION,
    slug="to-trinh",
    form="document",
    context=SubmissionContext,
    reads=(
        "office",
        "law",
        "signatories",
        "legal_bases",
        "submission",
        "council_meeting",
        "decision",
        "nominations",
        *RECEIVER_PARTS,
    ),
    keys=only("submission"),
    compose=compose,
    headline=headed("Tờ trình", "submission"),
    meetings=frozenset({Meeting.COUNCIL}),
)
