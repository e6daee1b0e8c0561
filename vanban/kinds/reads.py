"""Which parts of a year one document depends on: what its kind reads, and what its text names and cites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from vanban.domain.document import AnnexedDocument, Document
from vanban.domain.numbering import (
    ANNEXES,
    CITATION,
    NUMBERINGS,
    cited_in,
    cited_names,
    numbered_document,
    numbering_of,
    unnumbered_documents,
)
from vanban.domain.own_sheets import columns_named, own_paper
from vanban.domain.target_inset import insets
from vanban.domain.text_tree import Block, Inset
from vanban.domain.year import Year
from vanban.kinds.kind import Kind
from vanban.kinds.parts.countings import counting_of
from vanban.kinds.parts.other_awards import OTHER_AWARDS

_FILLED_FROM: Final[Mapping[Inset | None, tuple[str, ...]]] = {
    Inset.OTHER_AWARDS: OTHER_AWARDS,
    Inset.TARGETS: ("plan",),
    Inset.TARGET_RESULTS: ("plan", "results"),
}
"""From which parts of a year an inset is filled in any document."""


_UNNUMBERED: Final = "free_paper"


def reads_of(kind: Kind, year: Year, key: str) -> tuple[str, ...]:
    """The parts of a year that the document ``key`` of that kind depends on, in the order of the declarations.

    Each is a field of :class:`Year`; a text without a field of its own goes by the name of its kind. ``KeyError`` where
    its text names a figure or a document that it cannot know.
    """
    paper = own_paper(year, kind.name)
    document: Document | None = paper or numbered_document(year, kind.name, key) or _beside(kind, year, key)
    own = tuple(kind.name if part == "texts" else part for part in kind.reads)
    if "collectives" in own and not year.office.unit_kind.is_residential:
        own = (*own, "groups")  # there a unit is a collective too
    if document is None:
        return tuple(dict.fromkeys(own))
    columns = columns_named(year, paper) if paper else ()
    named = (name for name in document.placeholders() if not name.startswith(CITATION) and name not in columns)
    counted = (part for name in named for part in counting_of(kind.name, name).reads)
    cited = (part for other, _ in cited_in(year, document, key) for part in numbering_of(year, other).reads)
    called = (part for inset in _insets(document) for part in _FILLED_FROM.get(inset.inset, ()))
    texts = ("legal_bases" for name in cited_names(document) if name not in NUMBERINGS)
    return tuple(dict.fromkeys((*own, *counted, *cited, *called, *texts)))


def _insets(document: Document) -> Iterator[Block]:
    """What a document's text calls for, and what its annexes do."""
    yield from insets(document.body)
    for annex in document.annexes if isinstance(document, AnnexedDocument) else ():
        yield from insets(annex.body)


def _beside(kind: Kind, year: Year, key: str) -> Document | None:
    """The text of a paper without a number, or the document whose annexes are of that kind and key."""
    if kind.name == _UNNUMBERED:
        return unnumbered_documents(year).get(key)
    main = numbered_document(year, *kind.goes_with(year, key)) if kind.goes_with and key in kind.keys(year) else None
    return main if isinstance(main, AnnexedDocument) and kind.name in ANNEXES else None
