"""Which documents a command line names: KIND, KIND/KEY, and the keys that narrow them."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.domain.document_name import document_name, named
from vanban.domain.numbering import meant
from vanban.domain.suggestion import did_you_mean, plain
from vanban.domain.year import Year
from vanban.errors import NoDocument, NoKind
from vanban.kinds import Kind, kinds_of
from vanban.workflows.rendering import Composed


def kind_named(name: str, kinds: Sequence[Kind]) -> Kind:
    """The one of ``kinds`` that a person calls so: its name (``plan``), how its files begin (``ke-hoach``, “kế hoạch”),
    its title, or the beginning of one title alone. ``NoKind`` with the nearest if there is none."""
    found = _called(name, kinds)
    if found is None:
        known = {word for kind in kinds for word in (kind.name, kind.slug, kind.title)}
        raise NoKind(kind=name, nearest=did_you_mean(name, known) or did_you_mean(plain(name), known))
    return found


def paper_name(name: str, kinds: Sequence[Kind]) -> str:
    """What messages call KIND or KIND/KEY: its title with the key behind it, “Tờ trình đề nghị khen thưởng
    (submission)”; the bare name where no kind has it."""
    kind = next((one for one in kinds if one.name == named(name)[0]), None)
    return f"{kind.title} ({name})" if kind else name


def _called(name: str, kinds: Sequence[Kind]) -> Kind | None:
    exact = {kind.slug: kind for kind in reversed(kinds)} | {kind.name: kind for kind in kinds}
    if name in exact:
        return exact[name]
    said = plain(name)
    titles = [kind for kind in kinds if plain(kind.title) == said] or [
        kind for kind in kinds if said and plain(kind.title).startswith(f"{said} ")
    ]
    by_slug = next((kind for kind in kinds if plain(kind.slug) == said), None)
    return by_slug or (titles[0] if len(titles) == 1 else None)


def document_named(year: Year, name: str) -> str:
    """KIND or KIND/KEY for what a clerk calls a document: by its kind, by what its files begin with (``ke-hoach``), a
    free document by its key alone. Raises ``NoKind``."""
    kinds = kinds_of(year)
    kind, key = named(name)
    if not key and _called(kind, kinds) is None:
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
