"""The documents that a year holds, with where they stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.domain.document import Document
from vanban.domain.year import Year

_DOCUMENTS = ("plan", "registration_summary", "submission", "annual_report")


def documents(year: Year) -> Iterator[tuple[str, Document]]:
    """Each document that the year has, by its field."""
    for name in _DOCUMENTS:
        document: Document | None = getattr(year, name)
        if document is not None:
            yield name, document
