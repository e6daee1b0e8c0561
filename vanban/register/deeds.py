"""What each event of the journal does to the tables that follow from it: the same when done and when replayed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from vanban.domain.dossier import Dossier, DossierDocument
from vanban.domain.ledger import Event, canonical
from vanban.domain.old_book import TakenOver
from vanban.domain.register_entry import (
    EntryKey,
    EntryState,
    Link,
    SeriesOpening,
    SkippedNumbers,
)  # fmt: skip
from vanban.register.rows import (
    ENTRY_COLUMNS,
    EVENT_COLUMNS,
    entry_row,
    event_row,
    key_columns,
    sought_fields,
    sought_fields_beside,
)  # fmt: skip

Said = Mapping[str, Any]
"""What an event says, taken out of its text: sealed, so of the shape that the register once gave it, or a forgery.

The tables judge what a forgery says (STRICT, NOT NULL, CHECK), and whoever reads a row judges its values.
"""


def _marks(columns: tuple[str, ...]) -> str:
    return ", ".join("?" * len(columns))


_INSERT_EVENT: Final = f"INSERT INTO journal ({', '.join(EVENT_COLUMNS)}) VALUES ({_marks(EVENT_COLUMNS)})"
_INSERT_ENTRY: Final = f"INSERT INTO entry ({', '.join(ENTRY_COLUMNS)}) VALUES ({_marks(ENTRY_COLUMNS)})"
_INSERT_OBJECT: Final = "INSERT INTO object VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_OF: Final = "series = ? AND year = ? AND ordinal = ?"
_INSERT_ACTS: Final = (
    "INSERT INTO link SELECT series, year, ordinal, json_extract(act.value, '$.relation'),"
    " json_extract(act.value, '$.target.series'), json_extract(act.value, '$.target.year'),"
    f" json_extract(act.value, '$.target.ordinal') FROM entry, json_each(acts_on) AS act WHERE {_OF}"
)
"""What a document does to earlier ones is known with its number, and true once it is issued."""


def do(connection: sqlite3.Connection, event: Event) -> None:
    """Write ``event`` into the journal and what follows from it into the other tables.

    Of the searchable text of a document only the hash follows: :func:`keep_texts` writes the text itself.

    ``KeyError``: an unknown deed; ``LookupError``, ``TypeError``, ``ValueError``, SQLite's errors: one that does not
    say what it must.
    """
    connection.execute(_INSERT_EVENT, event_row(event))
    DEEDS[event.deed](connection, event, event.body)


def keep_texts(connection: sqlite3.Connection, texts: Iterable[tuple[EntryKey, str]]) -> None:
    """Write the searchable texts of issued documents: accent-free, those that the journal holds the hashes of."""
    rows = ((text, *key_columns(key)) for key, text in texts)
    connection.executemany(f"UPDATE sought SET body = ? WHERE {_OF}", rows)


def _open_series(connection: sqlite3.Connection, event: Event, said: Said) -> None:
    opening = SeriesOpening.model_validate(said)
    day = opening.last_paper_day.isoformat() if opening.last_paper_day else None
    row = (opening.series, opening.year, opening.first, opening.name, day, int(opening.confidential))
    connection.execute("INSERT INTO series_year VALUES (?, ?, ?, ?, ?, ?)", row)


def _reserve(connection: sqlite3.Connection, event: Event, said: Said) -> None:
    batch, day = str(said["batch"]), date.fromisoformat(str(said["day"]))
    connection.execute("INSERT INTO batch VALUES (?, ?, ?, ?)", (batch, day.isoformat(), event.moment, event.actor))
    given = {"year": day.year, "issued_on": day.isoformat(), "state": EntryState.RESERVED.value, "batch": batch}
    entries = [
        {**document["request"], **given, "ordinal": document["ordinal"], "position": position}
        for position, document in enumerate(said["documents"])
    ]
    _insert_entries(connection, entries)


def _import_paper(connection: sqlite3.Connection, event: Event, said: Said) -> None:
    batch = str(said["batch"])
    entries = said["entries"]
    day = max(str(entry["issued_on"]) for entry in entries)
    connection.execute("INSERT INTO batch VALUES (?, ?, ?, ?)", (batch, day, event.moment, event.actor))
    _insert_entries(connection, entries)


def _take_over(connection: sqlite3.Connection, event: Event, said: Said) -> None:
    """Documents of the old book beside a number: each in the place after those that stand there."""
    batch = str(said["batch"])
    rows = [TakenOver.model_validate({**row, "batch": batch}) for row in said["rows"]]
    if not connection.execute("SELECT 1 FROM batch WHERE key = ?", (batch,)).fetchone():
        day = max(row.issued_on for row in rows).isoformat()
        connection.execute("INSERT INTO batch VALUES (?, ?, ?, ?)", (batch, day, event.moment, event.actor))
    for row in rows:
        key = (row.series, row.year, row.ordinal)
        (place,) = connection.execute(f"SELECT count(*) + 1 FROM taken_over WHERE {_OF}", key).fetchone()
        card = row.model_dump(mode="json", exclude={"batch"})
        values = (*key, place, row.issued_on.isoformat(), batch, sought_fields_beside(card), canonical(card))
        connection.execute("INSERT INTO taken_over VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)


def _insert_entries(connection: sqlite3.Connection, entries: Sequence[Said]) -> None:
    connection.executemany(_INSERT_ENTRY, map(entry_row, entries))
    sought = ((said["series"], said["year"], said["ordinal"], sought_fields(said)) for said in entries)
    connection.executemany("INSERT INTO sought VALUES (?, ?, ?, ?, '')", sought)


def _skip(connection: sqlite3.Connection, event: Event, said: Said) -> None:
    skipped = SkippedNumbers.model_validate(said)
    row = (skipped.series, skipped.year, skipped.first, skipped.last, skipped.reason)
    connection.execute("INSERT INTO skipped VALUES (?, ?, ?, ?, ?)", row)


def _enter(connection: sqlite3.Connection, event: Event, said: Said) -> None:
    documents = [(_key(issued), issued) for issued in said["documents"]]
    changed = connection.executemany(
        f"UPDATE entry SET state = 'issued', pages = ?, manifest_sha256 = ?, text_sha256 = ? WHERE {_OF}",
        [(issued["pages"], issued["manifest_sha256"], issued["text_sha256"], *key) for key, issued in documents],
    )
    _require_changed(changed, len(documents))
    objects = [
        (*key, position, *_object_columns(item))
        for key, issued in documents
        for position, item in enumerate(issued["objects"])
    ]
    connection.executemany(_INSERT_OBJECT, objects)
    connection.executemany(_INSERT_ACTS, [key for key, _ in documents])


def _void(connection: sqlite3.Connection, event: Event, said: Said) -> None:
    values = (str(said["reason"]), *_key(said))
    _require_changed(connection.execute(f"UPDATE entry SET state = 'void', void_reason = ? WHERE {_OF}", values), 1)


def _link(connection: sqlite3.Connection, event: Event, said: Said) -> None:
    link = Link.model_validate(said)
    row = (*key_columns(link.source), link.relation.value, *key_columns(link.target))
    connection.execute("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def _add_object(connection: sqlite3.Connection, event: Event, said: Said) -> None:
    key = _key(said)
    (position,) = connection.execute(f"SELECT count(*) FROM object WHERE {_OF}", key).fetchone()
    connection.execute(_INSERT_OBJECT, (*key, position, *_object_columns(said["object"])))


def _retract_object(connection: sqlite3.Connection, event: Event, said: Said) -> None:
    key, seal = _key(said), str(said["sha256"])
    standing = (
        f"SELECT max(position) FROM object LEFT JOIN retracted USING (series, year, ordinal, position)"
        f" WHERE {_OF} AND sha256 = ? AND role = 'signed_copy' AND reason IS NULL"
    )
    (position,) = connection.execute(standing, (*key, seal)).fetchone()
    connection.execute("INSERT INTO retracted VALUES (?, ?, ?, ?, ?)", (*key, position, str(said["reason"])))


def _key(said: Said) -> tuple[str, int, int]:
    named = said["entry_key"]
    return named["series"], named["year"], named["ordinal"]


def _object_columns(item: Said) -> tuple[str, str, str, int]:
    return item["role"], item["name"], item["sha256"], item["size"]


def _open_dossier(connection: sqlite3.Connection, event: Event, said: Said) -> None:
    dossier = Dossier.model_validate(said)
    card = canonical(dossier.model_dump(mode="json"))
    connection.execute("INSERT INTO dossier VALUES (?, ?, ?, NULL)", (dossier.year, dossier.code, card))


def _file(connection: sqlite3.Connection, event: Event, said: Said) -> None:
    place = (int(str(said["year"])), str(said["code"]))
    card = canonical(DossierDocument.model_validate(said["document"]).model_dump(mode="json"))
    (count,) = connection.execute("SELECT count(*) FROM dossier_document WHERE year = ? AND code = ?", place).fetchone()
    connection.execute("INSERT INTO dossier_document VALUES (?, ?, ?, ?)", (*place, count + 1, card))


def _close_dossier(connection: sqlite3.Connection, event: Event, said: Said) -> None:
    place = (str(said["closed_on"]), int(str(said["year"])), str(said["code"]))
    _require_changed(connection.execute("UPDATE dossier SET closed_on = ? WHERE year = ? AND code = ?", place), 1)


def _require_changed(cursor: sqlite3.Cursor, rows: int) -> None:
    """A deed is done to what is there. ``LookupError`` where it speaks of something that never was."""
    if cursor.rowcount != rows:
        raise LookupError(f"{cursor.rowcount} rows changed instead of {rows}")


DEEDS: Final[Mapping[str, Callable[[sqlite3.Connection, Event, Said], None]]] = {
    "open_series": _open_series,
    "reserve": _reserve,
    "import_paper": _import_paper,
    "skip": _skip,
    "take_over": _take_over,
    "enter": _enter,
    "void": _void,
    "link": _link,
    "add_object": _add_object,
    "retract_object": _retract_object,
    "open_dossier": _open_dossier,
    "file": _file,
    "close_dossier": _close_dossier,
}
