"""Everything that may be asked of an open register."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Concatenate, Final, ParamSpec, TypeVar

from vanban.domain.actor import actor_named
from vanban.domain.dossier import Dossier, DossierDocument
from vanban.domain.ledger import Event, EventFields, Head, line_of
from vanban.domain.old_book import TakenOver
from vanban.domain.register_entry import (
    Entry,
    EntryKey,
    EntryState,
    Link,
    ObjectRole,
    SeriesOpening,
    SkippedNumbers,
    UnfilledNumber,
)
from vanban.errors import DamagedRegister, NoSuchEntry, NumberToCome, OutsideNumber, PaperBookNumber
from vanban.register.connection import said
from vanban.register.owner import Owner
from vanban.register.rows import ENTRY_COLUMNS, EVENT_COLUMNS, OBJECT_COLUMNS, key_columns, to_entry, to_event
from vanban.register.search import Query, condition, condition_beside, order

_ENTRY: Final = f"SELECT {', '.join(f'entry.{name}' for name in ENTRY_COLUMNS)} FROM entry"
_RETRACTED: Final = f"iif(retracted.reason IS NULL, object.role, '{ObjectRole.RETRACTED_COPY.value}')"
_OBJECT: Final = (
    f"SELECT {', '.join(_RETRACTED if name == 'role' else f'object.{name}' for name in OBJECT_COLUMNS)}"
    " FROM object LEFT JOIN retracted USING (series, year, ordinal, position)"
)
_EVENT: Final = f"SELECT {', '.join(EVENT_COLUMNS)} FROM journal"
_KEY: Final = "series = ? AND year = ? AND ordinal = ?"
_ARCHIVED: Final = "manifest_sha256 != ''"
_OF_SERIES: Final = f"FROM entry AS of WHERE {_ARCHIVED} AND of.series = opened.series AND of.year = opened.year"
_LAST_ARCHIVED: Final = f"(SELECT max(ordinal) {_OF_SERIES})"
_SOME_ARCHIVED: Final = (
    f"SELECT series, year, (SELECT min(ordinal) {_OF_SERIES}"
    f" AND ordinal >= opened.first + ({_LAST_ARCHIVED} - opened.first) * part.value / 10)"
    " FROM series_year AS opened, json_each('[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]') AS part"
)
"""Eleven numbers of each series and year, the first and the last among them."""
_NEWEST_ARCHIVED: Final = (
    "SELECT of.series, of.year, of.ordinal FROM series_year AS opened CROSS JOIN entry AS of USING (series, year)"
    " WHERE opened.year = (SELECT max(year) FROM series_year AS later WHERE later.series = opened.series)"
    f" AND of.manifest_sha256 != '' AND of.ordinal > {_LAST_ARCHIVED} - 200"
)
"""The last two hundred numbers of each series in its newest year."""
_ENTRY_KEY: Final = tuple(ENTRY_COLUMNS.index(name) for name in ("series", "year", "ordinal"))


_Result = TypeVar("_Result")
_Arguments = ParamSpec("_Arguments")


def _legible(
    question: Callable[Concatenate[Reader, _Arguments], _Result],
) -> Callable[Concatenate[Reader, _Arguments], _Result]:
    """Say of rows that make no sense that the register is damaged."""

    @wraps(question)
    def answer(self: Reader, /, *values: _Arguments.args, **named: _Arguments.kwargs) -> _Result:
        try:
            return question(self, *values, **named)
        except (ValueError, TypeError) as error:
            raise DamagedRegister(path=self.path, reason="có dòng không đọc được") from error

    return answer


class Reader:
    """The questions; :class:`vanban.register.register.Register` adds the deeds."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @_legible
    def head(self) -> Head:
        """The last event: what a paper print and an export carry as a witness."""
        rows = self._rows("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
        return Head(seq=rows[0][0], hash=rows[0][1]) if rows else Head()

    def hash_of(self, seq: int) -> str | None:
        """The hash of one event, if there is one of that number."""
        rows = self._rows("SELECT hash FROM journal WHERE seq = ?", (seq,))
        return str(rows[0][0]) if rows else None

    def events(self, after: int = 0) -> Iterator[Event]:
        """The events after that number, in order. Raises :class:`DamagedRegister`."""
        for row in self._rows(f"{_EVENT} WHERE seq > ? ORDER BY seq", (after,)):
            try:
                yield to_event(row)
            except ValueError as error:
                raise DamagedRegister(path=self.path, reason=f"việc thứ {row[0]} không đọc được") from error

    @_legible
    def lines(self) -> tuple[str, ...]:
        """What the archive's ledger holds when it is complete: the journal as it stands, unread."""
        return tuple(line_of(EventFields(*row)) for row in self._rows(f"{_EVENT} ORDER BY seq"))

    def entry(self, key: EntryKey) -> Entry:
        """One number. Raises :class:`NoSuchEntry`, or one of its kinds that says whose number it is."""
        found = self._entries(f"WHERE {_KEY}", key_columns(key))
        if not found:
            raise self.nothing_on(key)
        return found[0]

    def nothing_on(self, key: EntryKey) -> NoSuchEntry:
        """Why the register has no document on that number: whoever gave it, or that nobody has."""
        used = [one for one in self.openings() if one.series == key.series]
        opening = next((one for one in used if one.year == key.year), None)
        facts = {"number": key.ordinal, "year": key.year, "series": key.series}
        if opening is None:
            years = ", ".join(str(one.year) for one in used)
            known = f" (sổ có hệ thống số này ở năm: {years})" if years else ""
            return NoSuchEntry(what=f"hệ thống số “{key.series}” năm {key.year}{known}")
        if key in {EntryKey(series=one.series, year=one.year, ordinal=one.ordinal) for one in self.unfilled()}:
            return OutsideNumber(**facts)
        if key.ordinal < opening.first:
            return PaperBookNumber(**facts, first=opening.first)
        return NumberToCome(**facts, upcoming=self.next_ordinal(key.series, key.year))

    def entries_of(self, batch: str) -> tuple[Entry, ...]:
        """The numbers of one batch in its order; none where there is no such batch."""
        return self._entries("WHERE batch = ? ORDER BY position", (batch,))

    @_legible
    def asked(self, batch: str) -> tuple[datetime, str]:
        """When a batch was asked for and by whom. Raises :class:`NoSuchEntry`."""
        rows = self._rows("SELECT moment, actor FROM batch WHERE key = ?", (batch,))
        if not rows:
            raise NoSuchEntry(what=f"lượt cấp số {batch}")
        return datetime.fromisoformat(rows[0][0]), str(rows[0][1])

    def actors(self) -> dict[str, str]:
        """Who asked for each batch."""
        return {key: actor_named(actor) for key, actor in self._rows("SELECT key, actor FROM batch")}

    def issued_as(self, plan_year: int, kind: str, key: str) -> tuple[Entry, ...]:
        """The numbers that one document of the office's data has got, void ones and later revisions included."""
        where = "WHERE plan_year = ? AND kind = ? AND key = ? ORDER BY revision, series, year, ordinal"
        return self._entries(where, (plan_year, kind, key))

    def page(self, query: Query) -> tuple[Entry, ...]:
        """The entries of one page of what ``query`` finds."""
        where, values = condition(query)
        tail = f"JOIN sought USING (series, year, ordinal) WHERE {where} ORDER BY {order(query)} LIMIT ? OFFSET ?"
        if not query.text:
            tail = tail.removeprefix("JOIN sought USING (series, year, ordinal) ")
        return self._entries(tail, (*values, query.limit, query.offset))

    def count(self, query: Query) -> int:
        """How many entries ``query`` finds on all pages."""
        where, values = condition(query)
        source = "entry JOIN sought USING (series, year, ordinal)" if query.text else "entry"
        return int(self._rows(f"SELECT count(*) FROM {source} WHERE {where}", values)[0][0])

    def entries(self) -> tuple[Entry, ...]:
        """All of them, confidential ones too, by series, year and number."""
        objects: dict[tuple[object, ...], list[tuple]] = defaultdict(list)  # type: ignore[type-arg]
        for row in self._rows(f"{_OBJECT} ORDER BY series, year, ordinal, position"):
            objects[row[:3]].append(row)
        rows = self._rows(f"{_ENTRY} ORDER BY series, year, ordinal")
        return tuple(self._entry(row, objects[tuple(row[index] for index in _ENTRY_KEY)]) for row in rows)

    @_legible
    def openings(self) -> tuple[SeriesOpening, ...]:
        """The series in use, year by year."""
        rows = self._rows(f"SELECT {', '.join(SeriesOpening.model_fields)} FROM series_year ORDER BY series, year")
        names = tuple(SeriesOpening.model_fields)
        return tuple(SeriesOpening.model_validate(dict(zip(names, row, strict=True))) for row in rows)

    @_legible
    def next_ordinal(self, series: str, year: int) -> int:
        """The number that the next document of the series gets, by what is known now."""
        rows = self._rows(
            "SELECT max(first, coalesce((SELECT max(ordinal) + 1 FROM entry WHERE series = ?1 AND year = ?2), 1),"
            " coalesce((SELECT max(last) + 1 FROM skipped WHERE series = ?1 AND year = ?2), 1))"
            " FROM series_year WHERE series = ?1 AND year = ?2",
            (series, year),
        )
        return int(rows[0][0]) if rows else 1

    @_legible
    def skipped(self) -> tuple[SkippedNumbers, ...]:
        """The numbers that were given outside the program, whether they have been filled in since or not."""
        names = tuple(SkippedNumbers.model_fields)
        rows = self._rows(f"SELECT {', '.join(names)} FROM skipped ORDER BY series, year, first")
        return tuple(SkippedNumbers.model_validate(dict(zip(names, row, strict=True))) for row in rows)

    @_legible
    def taken_over(self, query: Query) -> tuple[TakenOver, ...]:
        """The documents of old books beside numbers that ``query`` finds, on whatever page, in the book's order."""
        where, values = condition_beside(query)
        rows = self._rows(
            f"SELECT batch, card FROM taken_over WHERE {where} ORDER BY series, year, ordinal, place", values
        )
        return tuple(TakenOver.model_validate({**json.loads(card), "batch": batch}) for batch, card in rows)

    def knows_batch(self, batch: str) -> bool:
        """Whether anything of that batch is in the register."""
        return bool(self._rows("SELECT 1 FROM batch WHERE key = ?", (batch,)))

    def unfilled(self) -> tuple[UnfilledNumber, ...]:
        """The numbers given outside the program of which the register knows nothing else, by series, year, number."""
        skipped = self.skipped()
        held = set(self._rows("SELECT series, year, ordinal FROM entry")) if skipped else set()
        return tuple(
            UnfilledNumber(series=one.series, year=one.year, ordinal=ordinal, reason=one.reason)
            for one in skipped
            for ordinal in range(one.first, one.last + 1)
            if (one.series, one.year, ordinal) not in held
        )

    @_legible
    def days_around(self, key: EntryKey) -> tuple[date | None, date | None]:
        """The latest day of the numbers before ``key`` and the earliest of those after it, void ones aside."""
        (row,) = self._rows(
            "SELECT (SELECT max(issued_on) FROM entry WHERE series = ?1 AND year = ?2 AND ordinal < ?3"
            " AND state != 'void'), (SELECT min(issued_on) FROM entry WHERE series = ?1 AND year = ?2"
            " AND ordinal > ?3 AND state != 'void')",
            key_columns(key),
        )
        before, after = (date.fromisoformat(day) if day else None for day in row)
        return before, after

    @_legible
    def last_day(self, series: str) -> date | None:
        """The latest day of the series in any year, void numbers aside."""
        rows = self._rows(
            "SELECT max(coalesce((SELECT max(issued_on) FROM entry WHERE series = ?1 AND state != 'void'), ''),"
            " coalesce((SELECT max(last_paper_day) FROM series_year WHERE series = ?1), ''),"
            " coalesce((SELECT max(issued_on) FROM taken_over WHERE series = ?1), ''))",
            (series,),
        )
        return date.fromisoformat(rows[0][0]) if rows[0][0] else None

    @_legible
    def links(self, key: EntryKey) -> tuple[Link, ...]:
        """What the entry does to others, and what others do to it."""
        source, target = (
            " AND ".join(f"{side}_{name} = ?" for name in ("series", "year", "ordinal"))
            for side in ("source", "target")
        )
        values = key_columns(key)
        rows = self._rows(f"SELECT * FROM link WHERE {source} OR {target} ORDER BY 1, 2, 3, 4, 5, 6, 7", values * 2)
        return tuple(
            Link(
                source=EntryKey(series=row[0], year=row[1], ordinal=row[2]),
                relation=row[3],
                target=EntryKey(series=row[4], year=row[5], ordinal=row[6]),
            )
            for row in rows
        )

    @_legible
    def unfinished(self) -> tuple[tuple[str, Owner | None], ...]:
        """The batches that are not through to their end, each with the process that was last at it."""
        rows = self._rows(
            "SELECT key, pid, started, boot FROM batch LEFT JOIN work ON work.batch = key WHERE key IN"
            " (SELECT batch FROM work UNION SELECT batch FROM entry WHERE state = 'reserved') ORDER BY moment, key"
        )
        return tuple((row[0], Owner(*row[1:]) if row[1] is not None else None) for row in rows)

    @_legible
    def archived(self) -> tuple[tuple[str, int, int], ...]:
        """Series, year and number of the documents that the archive holds, sorted: issued, or void since."""
        return tuple(self._rows(f"SELECT series, year, ordinal FROM entry WHERE {_ARCHIVED} ORDER BY 1, 2, 3"))

    @_legible
    def archived_sample(self) -> tuple[tuple[str, int, int], ...]:
        """The newest of them, and some of each series and year: as many whether the register is old or young."""
        rows = set(self._rows(_NEWEST_ARCHIVED)) | set(self._rows(_SOME_ARCHIVED))
        return tuple(sorted(row for row in rows if row[-1] is not None))

    def reserved(self) -> tuple[Entry, ...]:
        """The numbers that have been given and whose documents are not issued: to be finished or given up."""
        return self._entries("WHERE state = ? ORDER BY series, year, ordinal", (EntryState.RESERVED.value,))

    @_legible
    def dossiers(self, year: int | None = None) -> tuple[Dossier, ...]:
        """The dossiers of one year, or of all."""
        where, values = ("WHERE year = ? ", (year,)) if year is not None else ("", ())
        rows = self._rows(f"SELECT card, closed_on FROM dossier {where}ORDER BY year, code", values)
        return tuple(Dossier.model_validate_json(card).model_copy(update=_closed(day)) for card, day in rows)

    def dossier(self, year: int, code: str) -> Dossier:
        """One dossier. Raises :class:`NoSuchEntry`."""
        found = [dossier for dossier in self.dossiers(year) if dossier.code == code]
        if not found:
            raise NoSuchEntry(what=f"hồ sơ {code} năm {year}")
        return found[0]

    @_legible
    def dossier_documents(self, year: int, code: str) -> tuple[DossierDocument, ...]:
        """What lies in a dossier, in the order of filing."""
        query = "SELECT card FROM dossier_document WHERE year = ? AND code = ? ORDER BY position"
        return tuple(DossierDocument.model_validate_json(card) for (card,) in self._rows(query, (year, code)))

    def dossiers_of(self, key: EntryKey) -> tuple[tuple[Dossier, int], ...]:
        """The dossiers in which an entry lies, each with its place there, from 1."""
        return tuple(
            (dossier, position)
            for dossier in self.dossiers()
            for position, document in enumerate(self.dossier_documents(dossier.year, dossier.code), start=1)
            if document.entry_key == key
        )

    def _entries(self, tail: str, values: Iterable[str | int]) -> tuple[Entry, ...]:
        return tuple(self._entry(row, self._objects(row)) for row in self._rows(f"{_ENTRY} {tail}", values))

    def _objects(self, row: tuple[object, ...]) -> list[tuple]:  # type: ignore[type-arg]
        key = [row[index] for index in _ENTRY_KEY]
        return self._rows(f"{_OBJECT} WHERE {_KEY} ORDER BY position", key)

    def _entry(self, row: tuple, objects: list[tuple]) -> Entry:  # type: ignore[type-arg]
        try:
            return to_entry(row, objects)
        except ValueError as error:
            series, year, ordinal = (row[index] for index in _ENTRY_KEY)
            reason = f"dòng của số {ordinal} năm {year} (“{series}”) không đọc được"
            raise DamagedRegister(path=self.path, reason=reason) from error

    def _rows(self, query: str, values: Iterable[object] = ()) -> list[tuple]:  # type: ignore[type-arg]
        with said(self.path):
            return self._connection.execute(query, tuple(values)).fetchall()


def _closed(day: str | None) -> dict[str, date]:
    return {"closed_on": date.fromisoformat(day)} if day else {}
