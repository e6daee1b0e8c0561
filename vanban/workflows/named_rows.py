"""What a field of a record may name: a body, somebody who signs, a text of the law, a receiver, in words that a clerk
knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from vanban.domain.award_decision import Awardee
from vanban.domain.campaign import SuddenAwardee
from vanban.domain.document import Document, WaitedTable
from vanban.domain.document_name import document_name
from vanban.domain.free_document import FreeDocument
from vanban.domain.letter import Act, Letter
from vanban.domain.nomination import Achievement
from vanban.domain.numbering import NUMBERINGS
from vanban.domain.office import NumberSeries, Office
from vanban.domain.office_form import FORMS
from vanban.domain.record import Record
from vanban.domain.reminder import Reminder
from vanban.domain.rows import keyed
from vanban.domain.scoring import Scoring
from vanban.domain.selection import Absence, CouncilVote, CountingBoard, InitiativeVote, Sitting
from vanban.domain.signatory import Signatory, Signature
from vanban.domain.unit_kind import BY_NOUN
from vanban.ingest.scalars import choices
from vanban.kinds import KINDS
from vanban.law.citation import as_basis
from vanban.workflows.check import EVERY_PART, title_of_part
from vanban.workflows.form_tree import FormChoice, NamedRows

SORTS_OF_OFFICE: Final = tuple(FORMS)
"""What sort of office one may be."""

KINDS_OF_UNIT: Final = tuple(BY_NOUN)
"""What the units of an office may be called."""

_RECEIVERS: Final = ("people", "collectives", "groups", "outsiders")
_UNITS: Final = ("groups", "collectives")

_TITLES: Final = {kind.name: kind.title for kind in KINDS}

Rows = Callable[[Mapping[str, Any], str], tuple[FormChoice, ...]]
"""What may be named, as the parts of a year say that could be read; in which part it is named."""


def named_rows(parts: Mapping[str, Any], part: str) -> NamedRows:
    """What the fields of the records of ``part`` may name; of what could not be read nothing is offered."""

    def of(model: type[Record], field: str) -> tuple[FormChoice, ...] | None:
        rows = next((one for owner, name, one in _NAMED if name == field and issubclass(model, owner)), None)
        return rows(parts, part) if rows else None

    return of


def _words(words: Iterable[str]) -> tuple[FormChoice, ...]:
    return tuple(FormChoice(one, one) for one in words)


def _alone(named: Iterable[tuple[str, str]]) -> tuple[FormChoice, ...]:
    """The choices, each in words that no other has: with its key where two are called alike."""
    listed = tuple(named)
    count: dict[str, int] = {}
    for _, words in listed:
        count[words] = count.get(words, 0) + 1
    return tuple(FormChoice(key, words if count[words] == 1 else f"{words} ({key})") for key, words in listed)


def _bodies(parts: Mapping[str, Any], part: str) -> tuple[FormChoice, ...]:
    office = parts.get("office")
    return _alone((one.key, one.name) for one in office.bodies) if isinstance(office, Office) else ()


def _signatories(parts: Mapping[str, Any], part: str) -> tuple[FormChoice, ...]:
    office = parts.get("office")
    bodies = {one.key: one.name for one in office.bodies} if isinstance(office, Office) else {}
    people: tuple[Signatory, ...] = parts.get("signatories", ())
    known = {one.key: (f"{one.name}, {one.position}", bodies.get(one.issuer, "")) for one in people}
    said = [words for words, _ in known.values()]
    return _alone((key, ", ".join(two) if said.count(two[0]) > 1 else two[0]) for key, two in known.items())


def _bases(parts: Mapping[str, Any], part: str) -> tuple[FormChoice, ...]:
    return _alone((one.key, as_basis(one)) for one in parts.get("legal_bases", ()))


def _receivers(parts: Mapping[str, Any], part: str) -> tuple[FormChoice, ...]:
    units = {one.key: one.name for name in _UNITS for one in parts.get(name, ())}

    def told(row: Any) -> str:
        unit = units.get(getattr(row, "collective", ""), "")
        return f"{row.name}, {unit}" if unit else str(row.name)

    return _alone((row.key, told(row)) for name in _RECEIVERS for row in parts.get(name, ()))


def _units(parts: Mapping[str, Any], part: str) -> tuple[FormChoice, ...]:
    return _alone((row.key, row.name) for name in _UNITS for row in parts.get(name, ()))


def _council(parts: Mapping[str, Any], part: str) -> tuple[FormChoice, ...]:
    table = "initiative_council" if part == "initiative_meeting" else "council"
    known = {**keyed(tuple(parts.get("people", ()))), **keyed(tuple(parts.get("signatories", ())))}

    def told(member: Any) -> str:
        person = known.get(member.key)
        return f"{member.name or (person.name if person else member.key)}, {member.role.value}"

    return _alone((one.key, told(one)) for one in parts.get(table, ()))


def _initiatives(parts: Mapping[str, Any], part: str) -> tuple[FormChoice, ...]:
    return _alone((one.key, one.name) for one in parts.get("initiatives", ()))


def _documents(parts: Mapping[str, Any], part: str) -> tuple[FormChoice, ...]:
    """The numbered documents of the year: kinds of one document, those of the same campaign or event, then each."""
    alone: list[FormChoice] = []
    own: list[FormChoice] = []
    others: list[tuple[str, str]] = []
    for kind, numbering in NUMBERINGS.items():
        held = parts.get(numbering.reads[0])
        if not isinstance(held, tuple):
            alone += [FormChoice(kind, _TITLES[kind])] if held is not None else []
            continue
        if numbering.reads[0] == part:
            own.append(FormChoice(kind, f"{_TITLES[kind]} của chính việc này"))
        for row in held:
            document = _document_of(kind, row)
            others += [(document_name(kind, row.key), f"{_TITLES[kind]}: {document.subject}")] if document else []
    return (*alone, *own, *_alone(others))


def _document_of(kind: str, row: Any) -> Document | None:
    """The document of that kind in a campaign, an event, a table of points; a letter or a free document itself."""
    if isinstance(row, Letter):
        free = isinstance(row, FreeDocument) and row.type_code
        return row if kind == ("free_document" if free else "letter") else None
    field = kind.rpartition("_")[2]
    held = getattr(row, "review", None) if field == "minutes" else row
    found = getattr(held, field, None)
    return found if isinstance(found, Document) else None


def _tables(parts: Mapping[str, Any], part: str) -> tuple[FormChoice, ...]:
    titles = {one.name: title_of_part(one) for one in EVERY_PART}
    return _alone((str(name), titles[str(name)]) for name in choices(WaitedTable))


def _sorts_of_office(parts: Mapping[str, Any], part: str) -> tuple[FormChoice, ...]:
    return _words(SORTS_OF_OFFICE)


def _kinds_of_unit(parts: Mapping[str, Any], part: str) -> tuple[FormChoice, ...]:
    return _words(KINDS_OF_UNIT)


_NAMED: Final[tuple[tuple[type[Record], str, Rows], ...]] = (
    (Office, "form", _sorts_of_office),
    (Office, "unit", _kinds_of_unit),
    (NumberSeries, "issuer", _bodies),
    (Document, "issuer", _bodies),
    (Document, "legal_bases", _bases),
    (Document, "cites", _documents),
    (Document, "waits_for", _tables),
    (Act, "document", _documents),
    (Signature, "signatory", _signatories),
    (SuddenAwardee, "confirmed_by", _units),
    (Awardee, "nominee", _receivers),
    (Achievement, "nominee", _receivers),
    (CouncilVote, "nominee", _receivers),
    (InitiativeVote, "initiative", _initiatives),
    (Sitting, "chair", _council),
    (Sitting, "secretary", _council),
    (Absence, "member", _council),
    (CountingBoard, "head", _council),
    (CountingBoard, "secretary", _council),
    (CountingBoard, "members", _council),
    (Reminder, "exempt", _units),
    (Scoring, "issuer", _bodies),
    (Scoring, "receivers", _receivers),
)
