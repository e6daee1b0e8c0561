"""Whether the register proves itself: every row follows from the journal, every event from the one before."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path

from vanban.domain.damage import Damage, Harm
from vanban.domain.ledger import Event, Head, follows
from vanban.domain.register_entry import Entry, EntryKey, EntryState
from vanban.errors import DamagedRegister
from vanban.register.connection import in_memory
from vanban.register.deeds import do, keep_texts
from vanban.register.reader import Reader
from vanban.register.rows import EVENT_COLUMNS, text_hash, to_event
from vanban.register.schema import FOLLOWING, HASHED


def damages(path: Path, image: bytes) -> Iterator[Damage]:
    """Everything wrong in the bytes of a register file: SQLite's own check, the chain, then every row of every table.

    An event that does not follow ends the comparison: nothing after it proves anything.
    """
    found = sqlite3.connect(":memory:", isolation_level=None)
    try:
        found.execute("PRAGMA cell_size_check = ON")
        found.deserialize(image)
        yield from _own_check(found)
        replayed = in_memory()
        try:
            fault = _replay(replayed, _events(found))
            yield from [fault] if fault else _compare(found, image, replayed)
            yield from _rules(replayed)
            yield from _texts(found)
        finally:
            replayed.close()
    except (sqlite3.Error, ValueError, KeyError, OverflowError) as error:
        yield Damage(harm=Harm.SQLITE, path=path.name, reason=f"Sổ không đọc được hết ({type(error).__name__}).")
    finally:
        found.close()


def rebuilt(events: Iterable[Event], texts: Callable[[EntryKey], str]) -> bytes:
    """The bytes of a register file in which all that happened is ``events``; ``texts`` are what people search in.

    ``ValueError``: they are no chain, or say what no register says.
    """
    connection = in_memory()
    try:
        fault = _replay(connection, events)
        if fault:
            raise ValueError(fault.reason)
        try:
            Reader(Path(), connection).entries()
        except DamagedRegister as illegible:
            raise ValueError(illegible.said) from illegible
        entered = connection.execute("SELECT series, year, ordinal FROM entry WHERE text_sha256 != ''").fetchall()
        keys = (EntryKey(series=series, year=year, ordinal=ordinal) for series, year, ordinal in entered)
        keep_texts(connection, ((key, texts(key)) for key in keys))
        return connection.serialize()
    finally:
        connection.close()


def entries_in(image: bytes) -> tuple[Entry, ...]:
    """The entries in the bytes of a register file that :func:`rebuilt` has made."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(image)
        return Reader(Path(), connection).entries()
    finally:
        connection.close()


def _own_check(found: sqlite3.Connection) -> Iterator[Damage]:
    for pragma in ("integrity_check(20)", "foreign_key_check"):
        for row in found.execute(f"PRAGMA {pragma}"):
            if row[0] != "ok":
                yield Damage(
                    harm=Harm.SQLITE,
                    reason=(
                        "Tệp sổ hỏng bên trong; báo cho người giữ phần mềm: "
                        f"{' '.join(str(value) for value in row)[:160]}."
                    ),
                )


def _events(found: sqlite3.Connection) -> Iterator[Event]:
    for row in found.execute(f"SELECT {', '.join(EVENT_COLUMNS)} FROM journal ORDER BY seq"):
        yield to_event(row)


def _replay(connection: sqlite3.Connection, events: Iterable[Event]) -> Damage | None:
    """Do everything again; the first event that does not follow, if any."""
    head = Head()
    connection.execute("BEGIN")
    for event in events:
        if not follows(event, head):
            return Damage(harm=Harm.CHAIN, reason=f"Chuỗi kiểm chứng đứt tại việc thứ {event.seq} ({event.moment}).")
        try:
            do(connection, event)
        except (sqlite3.Error, LookupError, TypeError, ValueError) as error:
            reason = f"Việc thứ {event.seq} trái quy tắc của sổ ({type(error).__name__})."
            return Damage(harm=Harm.CHAIN, reason=reason)
        head = event.head
    connection.execute("COMMIT")
    return None


def _compare(found: sqlite3.Connection, image: bytes, replayed: sqlite3.Connection) -> Iterator[Damage]:
    """Where the rows of ``image`` are not those that follow; ``found`` is the same file, open by itself."""
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    if found.execute(schema).fetchall() != replayed.execute(schema).fetchall():
        yield Damage(harm=Harm.SCHEMA, reason="Cấu trúc của sổ bị sửa: bảng hoặc quy tắc cấm sửa không còn nguyên.")
    replayed.execute("ATTACH ':memory:' AS found")
    replayed.deserialize(image, name="found")
    for table, key in FOLLOWING.items():
        columns = [name for _, name, *_ in replayed.execute(f"PRAGMA main.table_info({table})")]
        columns = [name for name in columns if (table, name) not in HASHED]
        if _same(replayed, table, key, columns):
            continue
        query = f"SELECT {', '.join(columns)} FROM {{}}.{table}"
        actual, proper = (set(replayed.execute(query.format(side))) for side in ("found", "main"))
        for row in sorted(actual ^ proper, key=repr):
            what = "bị sửa hoặc thêm" if row in actual else "bị sửa hoặc mất"
            number = f"số {row[2]} năm {row[1]} (“{row[0]}”)" if table in ("entry", "object", "sought") else ""
            yield Damage(harm=Harm.ROW, number=number, reason=f"Một dòng của bảng {table} {what}.")


def _same(replayed: sqlite3.Connection, table: str, key: Iterable[str], columns: Iterable[str]) -> bool:
    """Whether as many rows stand in both as are the same in both."""
    met, equal = (
        " AND ".join(f"proper.{name} IS actual.{name}" for name in names) for names in (key, columns)
    )  # fmt: skip
    (rows,) = replayed.execute(
        f"SELECT (SELECT count(*) FROM main.{table}), (SELECT count(*) FROM found.{table}),"
        f" (SELECT count(*) FROM main.{table} AS proper JOIN found.{table} AS actual ON {met} WHERE {equal})"
    )
    return len(set(rows)) == 1


def _rules(replayed: sqlite3.Connection) -> Iterator[Damage]:
    """Numbers without a gap, dates in the order of numbers (Điều 15 khoản 1): even a sealed journal must keep them."""
    query = (
        "SELECT series, year, ordinal, issued_on, state, first FROM entry JOIN series_year USING (series, year)"
        " ORDER BY series, year, ordinal"
    )
    passed_over: dict[tuple[str, int], set[int]] = defaultdict(set)
    for series, year, first, last in replayed.execute("SELECT series, year, first, last FROM skipped"):
        passed_over[series, year].update(range(first, last + 1))
    for (series, year), rows in groupby(replayed.execute(query).fetchall(), key=lambda row: row[:2]):
        stand = list(rows)
        held = [row for row in stand if row[4] != EntryState.PAPER]
        known = {row[2] for row in stand} | passed_over[series, year]
        missing = [number for number in range(stand[0][5], max(row[2] for row in stand)) if number not in known]
        if missing:
            yield Damage(harm=Harm.GAP, reason=f"Hệ thống số “{series}” năm {year} thiếu số {missing[0]}.")
        valid = [row for row in held if row[4] != EntryState.VOID]
        for before, after in pairwise(valid):
            if date.fromisoformat(after[3]) < date.fromisoformat(before[3]):
                number = f"số {after[2]} năm {year} (“{series}”)"
                yield Damage(harm=Harm.DATE_ORDER, number=number, reason=f"Có ngày trước ngày của số {before[2]}.")


def _texts(found: sqlite3.Connection) -> Iterator[Damage]:
    """The journal does not hold what people search in, only its hashes."""
    query = "SELECT series, year, ordinal, text_sha256, body FROM entry JOIN sought USING (series, year, ordinal)"
    for series, year, ordinal, seal, body in found.execute(query):
        if (seal or body) and seal != text_hash(body):
            number = f"số {ordinal} năm {year} (“{series}”)"
            yield Damage(harm=Harm.TEXT, number=number, reason="Lời văn dùng để tìm kiếm bị sửa.")
