"""Quyết định công nhận sáng kiến: the head of the office recognises the year's initiatives, with authors and shares.

What it says of each is what Điều 7 of the regulation on initiatives asks for (Nghị định số 13/2012/NĐ-CP).
"""

from __future__ import annotations

from vanban.domain.initiative import ReportedInitiative
from vanban.domain.money import in_digits_and_words
from vanban.domain.receiver import RECEIVER_PARTS, receiver
from vanban.domain.text_tree import Inset, LineRole
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.papers.decision import DecisionContext, decided
from vanban.kinds.parts.document import headed
from vanban.kinds.parts.text import TextLine, listed
from vanban.law.initiatives import accepted

_NAME = "initiative_confirmation"


class InitiativeConfirmationContext(DecisionContext):
    """The decision; the initiatives are lines of its text."""


def keys(year: Year) -> tuple[str, ...]:
    """One decision where its text is written and an initiative is recognised by it."""
    return ("",) if year.initiative_confirmation and accepted(year) else ()


def compose(year: Year, key: str) -> InitiativeConfirmationContext:
    """The year's decision; ``key`` is empty, there is one; ``ValueError`` where it is not written."""
    if year.initiative_confirmation is None:
        raise ValueError(key)

    def expand(inset: Inset) -> tuple[TextLine, ...] | None:
        return initiative_lines(year) if inset is Inset.RECOGNISED_INITIATIVES else None

    made = decided(year, _NAME, key, year.initiative_confirmation, expand)
    return InitiativeConfirmationContext(**dict(made))


def initiative_lines(year: Year) -> tuple[TextLine, ...]:
    """Each initiative with its number, then who made it, what it is about and what it brings."""
    made: list[TextLine] = []
    for ordinal, initiative in enumerate(accepted(year), start=1):
        made.append(TextLine(role=LineRole.CLAUSE, text=f"{ordinal}. Sáng kiến “{initiative.name}”:"))
        made += listed((*_authors(year, initiative.key), *_said(initiative)))
    return tuple(made)


def _authors(year: Year, key: str) -> tuple[str, ...]:
    rows = year.authors(key)
    what = "Đồng tác giả" if len(rows) > 1 else "Tác giả"
    return tuple(f"{what}: {receiver(year, row.person).named}, tỷ lệ đóng góp {row.share}%" for row in rows)


def _said(initiative: ReportedInitiative) -> tuple[str, ...]:
    facts = (
        ("Lĩnh vực áp dụng", initiative.field),
        ("Nơi áp dụng", initiative.applied_at),
        ("Chủ đầu tư tạo ra sáng kiến", initiative.investor),
        ("Hiệu quả", initiative.effect),
        ("Số tiền làm lợi năm đầu", in_digits_and_words(initiative.saved) if initiative.saved else None),
    )
    return tuple(f"{label}: {value.rstrip(' .;')}" for label, value in facts if value)


KIND = Kind(
    name=_NAME,
    title="Quyết định công nhận sáng kiến",
    step=Step.NOMINATION,
    slug="quyet-dinh-cong-nhan-sang-kien",
    form="decision",
    context=InitiativeConfirmationContext,
    reads=(
        "office",
        "signatories",
        "legal_bases",
        _NAME,
        "initiatives",
        "authorships",
        *RECEIVER_PARTS,
    ),
    keys=keys,
    compose=compose,
    headline=headed("Quyết định", _NAME),
)
