"""Open the register's file so that a commit is on the disk when it returns, and say what SQLite refuses."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from vanban import durable
from vanban.domain.accents import accent_free
from vanban.errors import (
    BusyRegister,
    DamagedRegister,
    DiskFull,
    ForeignRegister,
    NewerRegister,
    NoRegister,
    ReadOnlyPlace,
    RegisterUnwritable,
    VanbanError,
)  # fmt: skip
from vanban.register.schema import APPLICATION_ID, MIGRATIONS

PATIENCE_S: Final = 30.0

_MAGIC: Final = b"SQLite format 3\x00"
_PRAGMAS: Final = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA synchronous = EXTRA",
)
_SCHEMA: Final = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED: Final = (
    sqlite3.SQLITE_ERROR,  # A format or tables that no register has: every statement of the program is right.
    sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH,
)  # fmt: skip


def connect(
    path: Path, *, create: bool = False, patience_s: float = PATIENCE_S, migrations: Sequence[str] = MIGRATIONS
) -> sqlite3.Connection:
    """The register's file, open, checked and of the newest version.

    Raises:
        NoRegister: there is none, and none is to be made.
        ForeignRegister: it is no register, or in a journal mode that cannot be left.
        NewerRegister: a later version of the program made it.
    """
    if not create and not (path.is_file() and path.stat().st_size):
        raise NoRegister(path=path)
    in_wal = _look(path)
    if create and not path.exists():
        durable.create(path, b"")  # SQLite would let everybody read it.
    with said(path):
        name = f"file:{quote(os.path.realpath(path))}?mode={'rwc' if create else 'rw'}"
        connection = sqlite3.connect(name, uri=True, timeout=patience_s, isolation_level=None)
    try:
        if in_wal:
            with said(path):
                _version(connection, path, migrations)
            _leave_wal(connection, path)
        connection.create_function("accent_free", 1, accent_free, deterministic=True)
        with said(path):
            for pragma in _PRAGMAS:
                connection.execute(pragma)
            _bring_up_to_date(connection, path, migrations)
    except BaseException:
        connection.close()
        raise
    return connection


def in_memory() -> sqlite3.Connection:
    """An empty register that no file holds."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    _migrate(connection, 0, MIGRATIONS)
    return connection


def _look(path: Path) -> bool:
    """Whether the file is in WAL mode, which no register ever is (corruption bug before SQLite 3.51.3)."""
    if not path.exists():
        return False
    try:
        with path.open("rb") as stream:
            header = stream.read(100)
    except OSError as error:
        raise RegisterUnwritable(path=path, code=error.strerror) from error
    if header and header[:16] != _MAGIC:
        raise ForeignRegister(path=path, found="không phải là sổ đăng ký văn bản đi hoặc đã hỏng phần đầu")
    return header[18:20] == b"\x02\x02"


def _leave_wal(connection: sqlite3.Connection, path: Path) -> None:
    try:
        (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.OperationalError as error:
        raise ForeignRegister(path=path, found="đang được chương trình khác mở") from error
    if mode != "delete":
        raise ForeignRegister(path=path, found="đã bị chương trình khác đổi cách ghi và không chuyển lại được")


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, migrations: Sequence[str]) -> None:
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode != "delete":
        connection.execute("PRAGMA journal_mode = DELETE")
    if _version(connection, path, migrations) < len(migrations):
        with transaction(connection):
            _migrate(connection, _version(connection, path, migrations), migrations)


def _version(connection: sqlite3.Connection, path: Path, migrations: Sequence[str]) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID and (tables or application or version):
        raise ForeignRegister(path=path, found="là cơ sở dữ liệu của chương trình khác")
    if version != len(migrations) and tables and _schema_version(connection, migrations) not in (None, version):
        raise DamagedRegister(path=path, reason="số phiên bản ở đầu tệp bị sửa")
    if version > len(migrations):
        raise NewerRegister(path=path, found=version, known=len(migrations))
    if version == 0 and tables:
        raise DamagedRegister(path=path, reason="số phiên bản ở đầu tệp bị sửa")
    return int(version)


def _schema_version(connection: sqlite3.Connection, migrations: Sequence[str]) -> int | None:
    """The version that the tables of a file have, whatever its header says; nothing where it is none of ours."""
    found = connection.execute(_SCHEMA).fetchall()
    for version in range(1, len(migrations) + 1):
        made = sqlite3.connect(":memory:", isolation_level=None)
        try:
            _migrate(made, 0, migrations[:version])
            if made.execute(_SCHEMA).fetchall() == found:
                return version
        finally:
            made.close()
    return None


def _migrate(connection: sqlite3.Connection, version: int, migrations: Sequence[str]) -> None:
    for step in migrations[version:]:
        for statement in _statements(step):
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(migrations)}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: ``executescript`` would commit first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: alone among the writers from the first line on, on the disk when the block is left."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        durable.point("transaction-begun")
        yield
        durable.point("before-commit")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    durable.point("committed")


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Say in the clerk's words what SQLite refuses."""
    try:
        yield
    except sqlite3.Error as error:
        raise _fault(error, path) from error
    except UnicodeDecodeError as error:
        raise DamagedRegister(path=path, reason="có chữ không đọc được") from error


def _fault(error: sqlite3.Error, path: Path) -> VanbanError:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    name = getattr(error, "sqlite_errorname", str(error))
    if primary in _BUSY:
        return BusyRegister(path=path)
    if primary == sqlite3.SQLITE_FULL:
        return DiskFull(path=path)
    if primary == sqlite3.SQLITE_READONLY:
        return ReadOnlyPlace(path=path)
    if primary is None or primary in _DAMAGED:
        return DamagedRegister(path=path, reason=f"mã lỗi {name}")
    return RegisterUnwritable(path=path, code=name)
