"""What somebody signs who signs a document: every printed word of it and of what goes with it, number and day blank."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from vanban.domain.ledger import canonical
from vanban.domain.numbering import NUMBERINGS, numbering_of
from vanban.domain.record import Record
from vanban.domain.year import Year
from vanban.kinds import kinds_of
from vanban.kinds.kind import Kind

Templates = Callable[[str], bytes]
"""A kind's name → the bytes of the template that is in force for it."""


@dataclass(frozen=True)
class SignedPart:
    """One Word file of an issued document: the document itself, or what is issued with it."""

    kind: Kind
    context: Record
    template: bytes


def parts_of(
    year: Year, kind: str, key: str, template_of: Templates, listed: Year | None = None
) -> tuple[SignedPart, ...]:
    """The document and its attachments, composed from ``year``: those that ``listed`` has, ``year`` if not said."""
    known = {one.name: one for one in kinds_of(year)}
    kinds = [known[name] for name in (kind, *numbering_of(year, kind).attachments)]
    there = [one for one in kinds if key in one.keys(listed or year)]
    return tuple(SignedPart(one, one.compose(year, key), template_of(one.name)) for one in there)


def unnumbered(year: Year, kind: str, key: str) -> Year:
    """The year as it was when that document was signed: it had no number yet."""
    others = tuple(number for number in year.issued if (number.kind, number.key) != (kind, key))
    return year.model_copy(update={"issued": others})


def content_of(year: Year, kind: str, key: str, template_of: Templates) -> str:
    """The SHA-256 of what was signed.

    A letter to a unit that has sent all by now is there because it is issued, which only the year with its number says.
    """
    parts = parts_of(unnumbered(year, kind, key), kind, key, template_of, listed=year)
    signed = [[sha256(part.template).hexdigest(), part.context.model_dump(mode="json")] for part in parts]
    return sha256(canonical(signed).encode()).hexdigest()


def mains_of(kind: str) -> tuple[str, ...]:
    """The kinds whose number a document of ``kind`` prints as its own, if it has one: itself, or what it goes with."""
    return (kind, *(name for name, numbering in NUMBERINGS.items() if kind in numbering.attachments))
