"""Which documents a command line names: KIND, KIND/KEY, and the keys that narrow them."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.domain.document_name import named
from vanban.domain.suggestion import did_you_mean
from vanban.errors import NoDocument, NoKind
from vanban.kinds import Kind
from vanban.workflows.rendering import Composed


def kind_named(name: str, kinds: Sequence[Kind]) -> Kind:
    """The one of ``kinds`` of that name; ``NoKind`` with the nearest one if there is none."""
    known = {kind.name: kind for kind in kinds}
    if name not in known:
        raise NoKind(kind=name, nearest=did_you_mean(name, known))
    return known[name]


def select(
    documents: Sequence[Composed], wanted: Sequence[str], only: Sequence[str], kinds: Sequence[Kind]
) -> tuple[Composed, ...]:
    """The documents that ``wanted`` (KIND or KIND/KEY) and ``only`` (keys) name, all where nothing is named.

    ``kinds`` are all that may be named.

    Raises ``NoKind`` or ``NoDocument`` with the nearest name for what names nothing.
    """
    for name in wanted:
        kind, key = named(name)
        kind_named(kind, kinds)
        if key:
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
