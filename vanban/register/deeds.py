"""What each event of the journal does to the tables that follow from it: the same when done and when replayed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from pydantic import TypeAdapter

from vanban.domain.dossier import Dossier, DossierDocument
from vanban.domain.ledger import Event, canonical
from vanban.domain.record import Record
from vanban.domain.register_entry import (
    ActsOn,
    Entry,
    EntryKey,
    EntryState,
    Issued,
    Link,
    SeriesOpening,
    StoredObject,
)  # fmt: skip
from vanban.register.rows import ENTRY_COLUMNS, EVENT_COLUMNS, entry_row, event_row, key_columns, sought_fields

Said = Mapping[str, Any]
"""What an event says, taken out of its text."""

Texts = Callable[[EntryKey], str]
"""The searchable text of an issued document: accent-free, empty where it has none."""


class _Given(Record):
    """A number and the document that got it."""

    ordinal: int
    request: dict[str, Any]


class _Entered(Issued):
    """An issued document as the journal knows it: of its searchable text, the hash."""

    text_sha256: str


_ACTS: Final = TypeAdapter(tuple[ActsOn, ...])
_ENTERED: Final = TypeAdapter(tuple[_Entered, ...])
_ENTRIES: Final = TypeAdapter(tuple[Entry, ...])
_GIVEN: Final = TypeAdapter(tuple[_Given, ...])


def _marks(columns: tuple[str, ...]) -> str:
    return ", ".join("?" * len(columns))


_INSERT_EVENT: Final = f"INSERT INTO journal ({', '.join(EVENT_COLUMNS)}) VALUES ({_marks(EVENT_COLUMNS)})"
_INSERT_ENTRY: Final = f"INSERT INTO entry ({', '.join(ENTRY_COLUMNS)}) VALUES ({_marks(ENTRY_COLUMNS)})"
_INSERT_OBJECT: Final = "INSERT INTO object VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_OF: Final = "series = ? AND year = ? AND ordinal = ?"


def do(connection: sqlite3.Connection, event: Event, texts: Texts) -> None:
    """Write ``event`` into the journal and what follows from it into the other tables.

    ``KeyError``: an unknown deed; ``ValueError``: a deed that does not say what it must.
    """
    connection.execute(_INSERT_EVENT, event_row(event))
    DEEDS[event.deed](connection, event, event.body, texts)


def _open_series(connection: sqlite3.Connection, event: Event, said: Said, texts: Texts) -> None:
    opening = SeriesOpening.model_validate(said)
    day = opening.last_paper_day.isoformat() if opening.last_paper_day else None
    row = (opening.series, opening.year, opening.first, opening.name, day, int(opening.confidential))
    connection.execute("INSERT INTO series_year VALUES (?, ?, ?, ?, ?, ?)", row)


def _reserve(connection: sqlite3.Connection, event: Event, said: Said, texts: Texts) -> None:
    batch, day = str(said["batch"]), date.fromisoformat(str(said["day"]))
    connection.execute("INSERT INTO batch VALUES (?, ?, ?, ?)", (batch, day.isoformat(), event.moment, event.actor))
    given = {"year": day.year, "issued_on": day, "state": EntryState.RESERVED, "batch": batch}
    entries = [
        Entry.model_validate({**document.request, **given, "ordinal": document.ordinal, "position": position})
        for position, document in enumerate(_GIVEN.validate_python(said["documents"]))
    ]
    _insert_entries(connection, entries)


def _import_paper(connection: sqlite3.Connection, event: Event, said: Said, texts: Texts) -> None:
    batch = str(said["batch"])
    entries = _ENTRIES.validate_python(said["entries"])
    day = max(entry.issued_on for entry in entries).isoformat()
    connection.execute("INSERT INTO batch VALUES (?, ?, ?, ?)", (batch, day, event.moment, event.actor))
    _insert_entries(connection, entries)


def _insert_entries(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    connection.executemany(_INSERT_ENTRY, map(entry_row, entries))
    sought = ((entry.series, entry.year, entry.ordinal, sought_fields(entry)) for entry in entries)
    connection.executemany("INSERT INTO sought VALUES (?, ?, ?, ?, '')", sought)


def _enter(connection: sqlite3.Connection, event: Event, said: Said, texts: Texts) -> None:
    documents = [(key_columns(issued.entry_key), issued) for issued in _ENTERED.validate_python(said["documents"])]
    connection.executemany(
        f"UPDATE entry SET state = 'issued', pages = ?, manifest_sha256 = ?, text_sha256 = ? WHERE {_OF}",
        [(issued.pages, issued.manifest_sha256, issued.text_sha256, *key) for key, issued in documents],
    )
    objects = [
        (*key, position, item.role.value, item.name, item.sha256, item.size)
        for key, issued in documents
        for position, item in enumerate(issued.objects)
    ]
    connection.executemany(_INSERT_OBJECT, objects)
    bodies = [(texts(issued.entry_key), *key) for key, issued in documents]
    connection.executemany(f"UPDATE sought SET body = ? WHERE {_OF}", bodies)
    for key, issued in documents:
        for (acts,) in connection.execute(f"SELECT acts_on FROM entry WHERE {_OF}", key):
            for act in _ACTS.validate_json(acts):
                _insert_link(connection, Link(source=issued.entry_key, relation=act.relation, target=act.target))


def _void(connection: sqlite3.Connection, event: Event, said: Said, texts: Texts) -> None:
    key = EntryKey.model_validate(said["entry_key"])
    connection.execute(
        f"UPDATE entry SET state = 'void', void_reason = ? WHERE {_OF}", (str(said["reason"]), *key_columns(key))
    )


def _link(connection: sqlite3.Connection, event: Event, said: Said, texts: Texts) -> None:
    _insert_link(connection, Link.model_validate(said))


def _insert_link(connection: sqlite3.Connection, link: Link) -> None:
    row = (*key_columns(link.source), link.relation.value, *key_columns(link.target))
    connection.execute("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def _add_object(connection: sqlite3.Connection, event: Event, said: Said, texts: Texts) -> None:
    key = key_columns(EntryKey.model_validate(said["entry_key"]))
    item = StoredObject.model_validate(said["object"])
    (position,) = connection.execute(f"SELECT count(*) FROM object WHERE {_OF}", key).fetchone()
    connection.execute(_INSERT_OBJECT, (*key, position, item.role.value, item.name, item.sha256, item.size))


def _open_dossier(connection: sqlite3.Connection, event: Event, said: Said, texts: Texts) -> None:
    dossier = Dossier.model_validate(said)
    card = canonical(dossier.model_dump(mode="json"))
    connection.execute("INSERT INTO dossier VALUES (?, ?, ?, NULL)", (dossier.year, dossier.code, card))


def _file(connection: sqlite3.Connection, event: Event, said: Said, texts: Texts) -> None:
    place = (int(str(said["year"])), str(said["code"]))
    card = canonical(DossierDocument.model_validate(said["document"]).model_dump(mode="json"))
    (count,) = connection.execute("SELECT count(*) FROM dossier_document WHERE year = ? AND code = ?", place).fetchone()
    connection.execute("INSERT INTO dossier_document VALUES (?, ?, ?, ?)", (*place, count + 1, card))


def _close_dossier(connection: sqlite3.Connection, event: Event, said: Said, texts: Texts) -> None:
    place = (str(said["closed_on"]), int(str(said["year"])), str(said["code"]))
    connection.execute("UPDATE dossier SET closed_on = ? WHERE year = ? AND code = ?", place)


DEEDS: Final[Mapping[str, Callable[[sqlite3.Connection, Event, Said, Texts], None]]] = {
    "open_series": _open_series,
    "reserve": _reserve,
    "import_paper": _import_paper,
    "enter": _enter,
    "void": _void,
    "link": _link,
    "add_object": _add_object,
    "open_dossier": _open_dossier,
    "file": _file,
    "close_dossier": _close_dossier,
}
