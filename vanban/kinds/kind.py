"""What a document kind is: its name, where it stands in the year, and how its context is composed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from vanban.domain.office import Office
from vanban.domain.record import Record
from vanban.domain.step import Step
from vanban.domain.year import Year

__all__ = ["EVERY_UNIT", "Kind", "Meeting", "Step", "every_unit", "no_unit", "only", "own_unit"]


class Meeting(Enum):
    """A meeting for which papers are laid on the table; the value is part of the print's file name."""

    COUNCIL = "hoi-dong"


EVERY_UNIT: Final = ("",)
"""The receivers of a document that goes to every unit and collective."""


def no_unit(year: Year, key: str) -> tuple[str, ...]:
    """The document goes to no unit of the office."""
    return ()


def every_unit(year: Year, key: str) -> tuple[str, ...]:
    """The document goes to every unit and collective."""
    return EVERY_UNIT


def own_unit(year: Year, key: str) -> tuple[str, ...]:
    """The document goes to the unit whose key is its own."""
    return (key,)


@dataclass(frozen=True)
class Kind:
    """One kind of document.

    ``keys`` lists the documents of this kind in one year, ``""`` for the only one; ``compose`` makes the context of
    one of them, an instance of ``context``; ``headline`` is what a person calls it. ``reads`` names the fields of
    :class:`Year` on which every document of the kind depends (:mod:`vanban.kinds.reads` adds what the text of one
    names). ``slug`` begins the file name, in ASCII, ``{unit}`` in it being what the office calls its units.
    ``receivers`` names the units (keys of groups and collectives) that get a document, ``meetings`` those at which all
    of them lie on the table. ``goes_with`` is kind and key of the numbered document that a document goes with, where
    that is not told by its own key.

    ``form`` names the form of its default template, the kind's own name where it has one of its own. ``type_name``, one
    of the decree's kinds of document (Điều 7), is said where the year has no part for the kind: its text is then a file
    of the kind's own name, and stands in ``Year.texts``. ``begins`` says with what the file name of one document
    begins, where documents of several types are of the kind.
    """

    name: str
    title: str
    step: Step
    slug: str
    context: type[Record]
    reads: tuple[str, ...]
    keys: Callable[[Year], tuple[str, ...]]
    compose: Callable[[Year, str], Record]
    headline: Callable[[Year, str], str]
    receivers: Callable[[Year, str], tuple[str, ...]] = no_unit
    meetings: frozenset[Meeting] = frozenset()
    goes_with: Callable[[Year, str], tuple[str, str]] | None = None
    form: str | None = None
    type_name: str | None = None
    begins: Callable[[Year, str], str] | None = None

    def file_stem(self, year: Year, key: str) -> str:
        """The name of the file of that document, without its ending."""
        slug = self.begins(year, key) if self.begins else self.file_slug(year.office)
        return f"{slug}-{key}" if key else slug

    def file_slug(self, office: Office) -> str:
        """With what the file names of this kind begin in that office."""
        return self.slug.format(unit=office.unit_kind.slug)


def only(part: str) -> Callable[[Year], tuple[str, ...]]:
    """The keys of a kind that has one document where the year has that part, and none where it has not."""

    def keys(year: Year) -> tuple[str, ...]:
        return ("",) if getattr(year, part) else ()

    return keys
