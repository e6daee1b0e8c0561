"""Rows of SQLite and the values that they stand for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Final

from pydantic import JsonValue

from vanban.domain.accents import accent_free
from vanban.domain.ledger import Event, canonical
from vanban.domain.register_entry import Entry, EntryKey, StoredObject
from vanban.domain.wording import numeric_date

Value = str | int | None

_JSON: Final = ("recipients", "acts_on", "inputs")
ENTRY_COLUMNS: Final = tuple(name for name in Entry.model_fields if name != "objects")
OBJECT_COLUMNS: Final = ("series", "year", "ordinal", "position", *StoredObject.model_fields)
EVENT_COLUMNS: Final = tuple(Event.model_fields)


def entry_row(entry: Entry) -> tuple[Value, ...]:
    """The columns of an entry, in the order of :data:`ENTRY_COLUMNS`."""
    data = entry.model_dump(mode="json", exclude={"objects"})
    return tuple(canonical(data[name]) if name in _JSON else data[name] for name in ENTRY_COLUMNS)


def to_entry(row: Iterable[Value], objects: Iterable[StoredObject]) -> Entry:
    """The entry of a row selected by :data:`ENTRY_COLUMNS`. ``ValueError`` where the row was tampered with."""
    data: dict[str, object] = dict(zip(ENTRY_COLUMNS, row, strict=True))
    for name in _JSON:
        data[name] = json.loads(str(data[name]))
    return Entry.model_validate({**data, "objects": tuple(objects)})


def key_columns(key: EntryKey) -> tuple[str, int, int]:
    """The primary key of an entry."""
    return key.series, key.year, key.ordinal


def event_row(event: Event) -> tuple[Value, ...]:
    """The columns of an event, in the order of :data:`EVENT_COLUMNS`."""
    return event.seq, event.moment, event.actor, event.deed, event.text, event.previous, event.hash


def to_event(row: tuple[int, str, str, str, str, str, str]) -> Event:
    """The event of a row selected by :data:`EVENT_COLUMNS`. ``ValueError`` where the row was tampered with."""
    seq, moment, actor, deed, body, previous, seal = row
    value: JsonValue = json.loads(body) if isinstance(body, str) else None
    fault = f"event {seq} is not in the one form that the journal knows"
    if not isinstance(value, dict):
        raise ValueError(fault)
    event = Event(seq=seq, moment=moment, actor=actor, deed=deed, body=value, previous=previous, hash=seal)
    if event.text != body:
        raise ValueError(fault)
    return event


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


def _sought(day: date | None) -> str:
    """``05/3/2024 05/03/2024``: one spelling is printed, people type either."""
    return f"{numeric_date(day)} {day:%d/%m}/{day.year}" if day else ""


def text_hash(body: str) -> str:
    """What an entry keeps of its searchable text."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()
