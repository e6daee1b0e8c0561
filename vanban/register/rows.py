"""Rows of SQLite and the values that they stand for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from pydantic_core import from_json

from vanban.domain.accents import accent_free
from vanban.domain.ledger import Event, canonical
from vanban.domain.register_entry import Entry, EntryKey, StoredObject

Value = str | int | None

_JSON: Final = ("recipients", "acts_on", "inputs")
ENTRY_COLUMNS: Final = tuple(name for name in Entry.model_fields if name != "objects")
_OBJECT_FIELDS: Final = tuple(StoredObject.model_fields)
OBJECT_COLUMNS: Final = ("series", "year", "ordinal", "position", *_OBJECT_FIELDS)
_OWN: Final = len(OBJECT_COLUMNS) - len(_OBJECT_FIELDS)
EVENT_COLUMNS: Final = tuple("body" if name == "text" else name for name in Event.model_fields)


def entry_row(entry: Entry) -> tuple[Value, ...]:
    """The columns of an entry, in the order of :data:`ENTRY_COLUMNS`."""
    data = entry.model_dump(mode="json", exclude={"objects"})
    for name in _JSON:
        data[name] = canonical(data[name])
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


def sought_fields(entry: Entry) -> str:
    """Every field of an entry as people search it: without accents, dates as they are printed and as they are typed."""
    values = (
        entry.number, str(entry.ordinal), entry.symbol, entry.series,
        _sought(entry.issued_on), entry.issued_on.isoformat(), entry.type_name, entry.subject, entry.kind, entry.key,
        entry.organ_name,
        entry.organ_id, entry.signer_position, entry.signer_name, entry.retained_by, entry.note, entry.language,
        *(f"{to.organ_id} {to.organ_name}" for to in entry.recipients),
        _sought(entry.due_on), _sought(entry.sent_on),
    )  # fmt: skip
    return accent_free(" ".join(value for value in values if value))


@lru_cache(maxsize=366)
def _sought(day: date | None) -> str:
    """``05/3/2024 05/03/2024``: documents print one, people type either.

    Spelled out here: a register holds these texts, so they outlive a change of what documents print.
    """
    return f"{day.day:02d}/{day.month}/{day.year} {day.day:02d}/{day.month:02d}/{day.year}" if day else ""


def text_hash(body: str) -> str:
    """What an entry keeps of its searchable text."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()
