"""Make a kind of document of nothing but its text: one file of the kind's own name a year."""

from __future__ import annotations

from vanban.domain.numbering import numbered_document
from vanban.domain.wording import lower_first
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.parts.document import DocumentContext, compose


def text_kind(name: str, title: str, step: Step, slug: str, type_name: str) -> Kind:
    """A kind whose documents are laid out by Mẫu 1.4; ``type_name``: a kind of document of Điều 7."""

    def keys(year: Year) -> tuple[str, ...]:
        return ("",) if any(text.kind == name for text in year.texts) else ()

    def headline(year: Year, key: str) -> str:
        document = numbered_document(year, name, key)
        return title if document is None else f"{type_name} {lower_first(document.subject)}"

    return Kind(
        name=name,
        title=title,
        step=step,
        slug=slug,
        form="document",
        type_name=type_name,
        context=DocumentContext,
        reads=_READS,
        keys=keys,
        compose=lambda year, key: DocumentContext(**compose(year, name, key)),
        headline=headline,
    )


_READS = ("office", "signatories", "legal_bases", "texts")
