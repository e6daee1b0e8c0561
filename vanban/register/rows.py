"""Rows of SQLite and the values that they stand for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final

from pydantic_core import from_json, to_json, to_jsonable_python

from vanban.domain.accents import accent_free
from vanban.domain.ledger import Event
from vanban.domain.register_entry import Entry, EntryKey, StoredObject

Value = str | int | None

_JSON: Final = ("recipients", "acts_on", "inputs")
ENTRY_COLUMNS: Final = tuple(name for name in Entry.model_fields if name != "objects")
_FIELDS: Final = frozenset(Entry.model_fields)
_UNSAID: Final = {
    name: to_jsonable_python(field.default) for name, field in Entry.model_fields.items() if not field.is_required()
}
_SOUGHT: Final = (
    "type_name", "subject", "kind", "key", "organ_name", "organ_id", "signer_position", "signer_name", "retained_by",
    "note", "language",
)  # fmt: skip
_OBJECT_FIELDS: Final = tuple(StoredObject.model_fields)
OBJECT_COLUMNS: Final = ("series", "year", "ordinal", "position", *_OBJECT_FIELDS)
_OWN: Final = len(OBJECT_COLUMNS) - len(_OBJECT_FIELDS)
EVENT_COLUMNS: Final = tuple("body" if name == "text" else name for name in Event.model_fields)


def entry_row(said: Mapping[str, Any]) -> tuple[Value, ...]:
    """The columns of an entry, in the order of :data:`ENTRY_COLUMNS`, from its JSON values as the journal says them.

    What is nested keeps the order in which the journal is sealed. Fields that a journal of an earlier version does not
    name have their defaults. Values are judged by the table, and by :func:`to_entry` when they are read.
    ``KeyError``: a field is missing, or unknown.
    """
    unknown = said.keys() - _FIELDS
    if unknown:
        raise KeyError(min(unknown))
    data = {**_UNSAID, **said}
    for name in _JSON:
        data[name] = to_json(data[name]).decode("utf-8")
    return tuple(map(data.__getitem__, ENTRY_COLUMNS))


def to_entry(row: Iterable[Value], objects: Iterable[Sequence[Value]]) -> Entry:
    """The entry of a row selected by :data:`ENTRY_COLUMNS`, with its objects' rows by :data:`OBJECT_COLUMNS`.

    ``ValueError`` where a row was tampered with.
    """
    data: dict[str, object] = dict(zip(ENTRY_COLUMNS, row, strict=True))
    for name in _JSON:
        data[name] = from_json(str(data[name]))
    data["objects"] = [dict(zip(_OBJECT_FIELDS, row[_OWN:], strict=True)) for row in objects]
    return Entry.model_validate(data)


def key_columns(key: EntryKey) -> tuple[str, int, int]:
    """The primary key of an entry."""
    return key.series, key.year, key.ordinal


def event_row(event: Event) -> tuple[Value, ...]:
    """The columns of an event, in the order of :data:`EVENT_COLUMNS`."""
    return event.seq, event.moment, event.actor, event.deed, event.text, event.previous, event.hash


def to_event(row: tuple[int, str, str, str, str, str, str]) -> Event:
    """The event of a row selected by :data:`EVENT_COLUMNS`. ``ValueError`` where the row was tampered with."""
    seq, moment, actor, deed, text, previous, seal = row
    return Event(seq=seq, moment=moment, actor=actor, deed=deed, text=text, previous=previous, hash=seal)


def sought_fields(said: Mapping[str, Any]) -> str:
    """Every field of an entry as people search it: without accents, dates as they are printed and as they are typed.

    ``said`` holds the JSON values of an entry. ``KeyError``, ``TypeError``, ``ValueError``: they are not those of one.
    """
    entry = {**_UNSAID, **said}
    ordinal, symbol, day = entry["ordinal"], entry["symbol"], entry["issued_on"]
    values = (
        f"{ordinal:02d}/{symbol}", str(ordinal), symbol, entry["series"], _sought(day), day,
        *map(entry.__getitem__, _SOUGHT),
        *(f"{to['organ_id']} {to['organ_name']}" for to in entry["recipients"]),
        _sought(entry["due_on"]), _sought(entry["sent_on"]),
    )  # fmt: skip
    return accent_free(" ".join(value for value in values if value))


def sought_fields_beside(said: Mapping[str, Any]) -> str:
    """The same of a document that the old book has beside a number."""
    written = f"{said['ordinal']:02d}{said['suffix']}/{said['symbol']}"
    values = (
        written, said["symbol"], said["series"], _sought(said["issued_on"]), said["issued_on"], said["type_name"],
        said["subject"], said["organ_name"], said["signer_name"], said["retained_by"], said["note"],
        *(to["organ_name"] for to in said["recipients"]),
    )  # fmt: skip
    return accent_free(" ".join(value for value in values if value))


@lru_cache(maxsize=366)
def _sought(day: str | None) -> str:
    """``05/3/2024 05/03/2024``: documents print one, people type either.

    Spelled out here: a register holds these texts, so they outlive a change of what documents print.
    """
    if not day:
        return ""
    on = date.fromisoformat(day)
    return f"{on.day:02d}/{on.month}/{on.year} {on.day:02d}/{on.month:02d}/{on.year}"


def text_hash(body: str) -> str:
    """What an entry keeps of its searchable text."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()
