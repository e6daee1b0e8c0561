"""Which documents a command line names: KIND, KIND/KEY, and the keys that narrow them."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.domain.document_name import document_name, named
from vanban.domain.numbering import meant
from vanban.domain.suggestion import did_you_mean
from vanban.domain.year import Year
from vanban.errors import NoDocument, NoKind
from vanban.kinds import Kind, kinds_of
from vanban.workflows.rendering import Composed


def kind_named(name: str, kinds: Sequence[Kind]) -> Kind:
    """The one of ``kinds`` of that name, or whose files begin so; ``NoKind`` with the nearest if there is none."""
    known = {kind.slug: kind for kind in reversed(kinds)} | {kind.name: kind for kind in kinds}
    if name not in known:
        raise NoKind(kind=name, nearest=did_you_mean(name, known))
    return known[name]


def document_named(year: Year, name: str) -> str:
    """KIND or KIND/KEY for what a clerk calls a document: by its kind, by what its files begin with (``ke-hoach``), a
    free document by its key alone. Raises ``NoKind``."""
    kinds = kinds_of(year)
    kind, key = named(name)
    if not key and kind not in {known for one in kinds for known in (one.name, one.slug)}:
        kind, key = meant(year, name)
    return document_name(kind_named(kind, kinds).name, key)


def select(
    documents: Sequence[Composed], wanted: Sequence[str], only: Sequence[str], kinds: Sequence[Kind]
) -> tuple[Composed, ...]:
    """The documents that ``wanted`` (KIND or KIND/KEY) and ``only`` (keys) name, all where nothing is named.

    ``kinds`` are all that may be named.

    Raises ``NoKind`` or ``NoDocument`` with the nearest name for what names nothing.
    """
    called = [named(name) for name in wanted]
    wanted = [document_name(kind_named(kind, kinds).name, key) for kind, key in called]
    for name in wanted:
        if named(name)[1]:
            _require(name, [document.wanted.name for document in documents])
    chosen = [document for document in documents if not wanted or _named(document, wanted)]
    for key in only:
        _require(key, [document.key for document in chosen if document.key])
    return tuple(document for document in chosen if not only or document.key in only)


def _named(document: Composed, wanted: Sequence[str]) -> bool:
    return document.kind.name in wanted or document.wanted.name in wanted


def _require(name: str, known: Sequence[str]) -> None:
    if name not in known:
        raise NoDocument(key=name, nearest=did_you_mean(name, known))
