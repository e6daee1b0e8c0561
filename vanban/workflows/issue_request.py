"""What is asked for when documents are to be issued, and which documents of the year that names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from vanban.domain.document_name import document_name, named
from vanban.domain.free_document import FreeDocument
from vanban.domain.numbering import numbered_document, numberings
from vanban.domain.register_entry import Relation
from vanban.domain.suggestion import did_you_mean
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.errors import NeverNumbered, NoActingLetter, NoDocument, VanbanError
from vanban.kinds import kinds_of, numbered_of
from vanban.pdf import Converter
from vanban.workflows.selection import document_named, kind_named, paper_name

DEEDS: Final = {
    Relation.CORRECTS: "đính chính",
    Relation.REPLACES: "thay thế",
    Relation.RECALLS: "thu hồi",
    Relation.AMENDS: "sửa đổi, bổ sung",
}
"""What a document does to an earlier one, in words (khoản 3 Điều 18)."""


@dataclass(frozen=True)
class IssueRequest:
    """What is asked for: documents as KIND or KIND/KEY of a year (the newest if not said), and the day (today's).

    ``expected`` is the number that the first of them should get, ``number`` the one that the paper book or another
    system has given it, ``confirmed`` says that a late day is right.

    ``replacing``: they are issued already, and what the data say now takes their place as their next revision.

    ``acting``: each is issued already, and the year's letter that does this to it is what is to be issued.

    ``every``: a kind without a key means all of its documents that are ready, in their order in the year; what is not
    ready, or has its number, is left out and told.
    """

    documents: tuple[str, ...]
    year: WorkYear | None = None
    day: date | None = None
    expected: int | None = None
    number: int | None = None
    converter: Converter | None = None
    with_pdf: bool = True
    confirmed: bool = False
    replacing: bool = False
    acting: Relation | None = None
    every: bool = False


@dataclass(frozen=True)
class NotIssued:
    """A document of those that were asked for together that gets no number now, and why."""

    name: str
    title: str
    fault: VanbanError

    def to_json(self) -> dict[str, object]:
        """Its name, what a person calls it, what keeps it."""
        return {"name": self.name, "title": self.title, "error": self.fault.to_json()}


def names_of(year: Year, request: IssueRequest) -> tuple[str, ...]:
    """The documents to be issued, each once: those that are named, or the letters that act on these."""
    names = tuple(dict.fromkeys(document_named(year, name) for name in request.documents))
    if request.every:
        return tuple(dict.fromkeys(each for name in names for each in _each(year, name)))
    return names if request.acting is None else tuple(_acting_on(year, name, request.acting) for name in names)


def unnumbered_kinds(year: Year, request: IssueRequest) -> tuple[NotIssued, ...]:
    """Of the kinds that were asked for together those whose documents get no number of their own."""
    names = (document_named(year, name) for name in request.documents if request.every)
    kinds = [kind_named(name, kinds_of(year)) for name in dict.fromkeys(names) if not named(name)[1]]
    return tuple(
        NotIssued(kind.name, kind.title, NeverNumbered(called=kind.title))
        for kind in kinds
        if kind.name not in numbered_of(year)
    )


def _each(year: Year, name: str) -> tuple[str, ...]:
    """All documents of a kind, in their order in the year; a document itself; none of a kind without numbers."""
    kind, key = named(name)
    if key:
        return (name,)
    if kind not in numbered_of(year):
        return ()
    return tuple(document_name(kind, one) for one in kind_named(kind, kinds_of(year)).keys(year))


def numbered_as(year: Year, name: str) -> tuple[str, str]:
    kind, key = named(name)
    known = kind_named(kind, kinds_of(year))
    if kind not in numbered_of(year):
        raise NeverNumbered(called=paper_name(name, kinds_of(year)))
    if numbered_document(year, kind, key) is None or key not in known.keys(year):
        written = numberings(year)[kind].documents(year) if kind in numberings(year) else ()
        raise NoDocument(key=name, nearest=did_you_mean(key, written))
    return kind, key


def _acting_on(year: Year, name: str, relation: Relation) -> str:
    """The letter of the year that corrects, amends or recalls that document, by its name.

    Raises :class:`vanban.errors.NoActingLetter`; NoKind, NoDocument, NeverNumbered where there is nothing to act on.
    """
    numbered_as(year, name)
    for letter in (*year.letters, *year.documents):
        if any((act.document, act.relation) == (name, relation) for act in letter.acts_on):
            is_free = isinstance(letter, FreeDocument) and letter.type_code
            return document_name("free_document" if is_free else "letter", letter.key)
    called = paper_name(name, kinds_of(year))
    raise NoActingLetter(document=name, called=called, relation=relation.value, what=DEEDS[relation])
