"""What each event of the journal does to the tables that follow from it: the same when done and when replayed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from pydantic import TypeAdapter

from vanban.domain.dossier import Dossier, DossierDocument
from vanban.domain.ledger import Event, canonical
from vanban.domain.register_entry import (
    ActsOn,
    DocumentRequest,
    Entry,
    EntryKey,
    EntryState,
    Issued,
    Link,
    SeriesOpening,
    StoredObject,
)  # fmt: skip
from vanban.register.rows import ENTRY_COLUMNS, EVENT_COLUMNS, entry_row, event_row, key_columns, sought_fields

Texts = Callable[[EntryKey], str]
"""The searchable text of an issued document: accent-free, empty where it has none."""


_ACTS: Final = TypeAdapter(tuple[ActsOn, ...])
_DOCUMENTS: Final = TypeAdapter(list[dict[str, Any]])


def _marks(columns: tuple[str, ...]) -> str:
    return ", ".join("?" * len(columns))


_INSERT_EVENT: Final = f"INSERT INTO journal ({', '.join(EVENT_COLUMNS)}) VALUES ({_marks(EVENT_COLUMNS)})"
_INSERT_ENTRY: Final = f"INSERT INTO entry ({', '.join(ENTRY_COLUMNS)}) VALUES ({_marks(ENTRY_COLUMNS)})"
_OF: Final = "series = ? AND year = ? AND ordinal = ?"


def do(connection: sqlite3.Connection, event: Event, texts: Texts) -> None:
    """Write ``event`` into the journal and what follows from it into the other tables. ``KeyError``: unknown deed."""
    connection.execute(_INSERT_EVENT, event_row(event))
    _DEEDS[event.deed](connection, event, texts)


def _open_series(connection: sqlite3.Connection, event: Event, texts: Texts) -> None:
    opening = SeriesOpening.model_validate(event.body)
    day = opening.last_paper_day.isoformat() if opening.last_paper_day else None
    row = (opening.series, opening.year, opening.first, opening.name, day, int(opening.confidential))
    connection.execute("INSERT INTO series_year VALUES (?, ?, ?, ?, ?, ?)", row)


def _reserve(connection: sqlite3.Connection, event: Event, texts: Texts) -> None:
    batch, day = str(event.body["batch"]), str(event.body["day"])
    connection.execute("INSERT INTO batch VALUES (?, ?, ?, ?)", (batch, day, event.moment, event.actor))
    documents = _DOCUMENTS.validate_python(event.body["documents"])
    for position, document in enumerate(documents):
        request = DocumentRequest.model_validate(document["request"])
        _insert_entry(
            connection,
            Entry(
                **dict(request),
                year=date.fromisoformat(day).year,
                ordinal=document["ordinal"],
                issued_on=date.fromisoformat(day),
                state=EntryState.RESERVED,
                batch=batch,
                position=position,
            ),
        )


def _import_paper(connection: sqlite3.Connection, event: Event, texts: Texts) -> None:
    batch = str(event.body["batch"])
    entries = [Entry.model_validate(data) for data in _DOCUMENTS.validate_python(event.body["entries"])]
    day = max(entry.issued_on for entry in entries).isoformat()
    connection.execute("INSERT INTO batch VALUES (?, ?, ?, ?)", (batch, day, event.moment, event.actor))
    for entry in entries:
        _insert_entry(connection, entry)


def _insert_entry(connection: sqlite3.Connection, entry: Entry) -> None:
    connection.execute(_INSERT_ENTRY, entry_row(entry))
    key = key_columns(entry.entry_key)
    connection.execute("INSERT INTO sought VALUES (?, ?, ?, ?, '')", (*key, sought_fields(entry)))


def _enter(connection: sqlite3.Connection, event: Event, texts: Texts) -> None:
    for document in _DOCUMENTS.validate_python(event.body["documents"]):
        text_sha256 = str(document.pop("text_sha256"))
        issued = Issued.model_validate(document)
        key = key_columns(issued.entry_key)
        connection.execute(
            f"UPDATE entry SET state = 'issued', pages = ?, manifest_sha256 = ?, text_sha256 = ? WHERE {_OF}",
            (issued.pages, issued.manifest_sha256, text_sha256, *key),
        )
        for position, item in enumerate(issued.objects):
            _insert_object(connection, issued.entry_key, position, item)
        connection.execute(f"UPDATE sought SET body = ? WHERE {_OF}", (texts(issued.entry_key), *key))
        acts = connection.execute(f"SELECT acts_on FROM entry WHERE {_OF}", key).fetchone()
        for act in _ACTS.validate_json(acts[0]):
            _insert_link(connection, Link(source=issued.entry_key, relation=act.relation, target=act.target))


def _insert_object(connection: sqlite3.Connection, key: EntryKey, position: int, item: StoredObject) -> None:
    row = (*key_columns(key), position, item.role.value, item.name, item.sha256, item.size)
    connection.execute("INSERT INTO object VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def _void(connection: sqlite3.Connection, event: Event, texts: Texts) -> None:
    key = EntryKey.model_validate(event.body["entry_key"])
    connection.execute(
        f"UPDATE entry SET state = 'void', void_reason = ? WHERE {_OF}", (str(event.body["reason"]), *key_columns(key))
    )


def _link(connection: sqlite3.Connection, event: Event, texts: Texts) -> None:
    _insert_link(connection, Link.model_validate(event.body))


def _insert_link(connection: sqlite3.Connection, link: Link) -> None:
    row = (*key_columns(link.source), link.relation.value, *key_columns(link.target))
    connection.execute("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def _add_object(connection: sqlite3.Connection, event: Event, texts: Texts) -> None:
    key = EntryKey.model_validate(event.body["entry_key"])
    (position,) = connection.execute(f"SELECT count(*) FROM object WHERE {_OF}", key_columns(key)).fetchone()
    _insert_object(connection, key, position, StoredObject.model_validate(event.body["object"]))


def _open_dossier(connection: sqlite3.Connection, event: Event, texts: Texts) -> None:
    dossier = Dossier.model_validate(event.body)
    card = canonical(dossier.model_dump(mode="json"))
    connection.execute("INSERT INTO dossier VALUES (?, ?, ?, NULL)", (dossier.year, dossier.code, card))


def _file(connection: sqlite3.Connection, event: Event, texts: Texts) -> None:
    place = (int(str(event.body["year"])), str(event.body["code"]))
    card = canonical(DossierDocument.model_validate(event.body["document"]).model_dump(mode="json"))
    (count,) = connection.execute("SELECT count(*) FROM dossier_document WHERE year = ? AND code = ?", place).fetchone()
    connection.execute("INSERT INTO dossier_document VALUES (?, ?, ?, ?)", (*place, count + 1, card))


def _close_dossier(connection: sqlite3.Connection, event: Event, texts: Texts) -> None:
    place = (str(event.body["closed_on"]), int(str(event.body["year"])), str(event.body["code"]))
    connection.execute("UPDATE dossier SET closed_on = ? WHERE year = ? AND code = ?", place)


_DEEDS: Final[Mapping[str, Callable[[sqlite3.Connection, Event, Texts], None]]] = {
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
