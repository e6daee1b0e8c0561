"""An office with many issued documents, filled quickly: the register by its own deeds, the files around it plainly."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from small_office import HANOI, batch, founded, request

from vanban.archive import Archive
from vanban.domain.register_entry import EntryKey, Issued, ObjectRole, StoredObject
from vanban.register import Register
from vanban.workflows.issuing import project
from vanban.workflows.issuing_terms import Places, published_files

FIRST_YEAR, WORKING_DAYS = 2024, 250
_ROLES = {ObjectRole.WORD: "document.docx", ObjectRole.PDF: "document.pdf", ObjectRole.TEXT: "text.txt"}


def full_office(root: Path, documents: int, a_year: int) -> Places:
    """An office whose series ``chung`` has so many issued documents from 2024 on, ``d0`` the oldest, on many days."""
    office = founded(root)
    archive = Archive(office.archive)
    with Register.open(office.register) as register:
        for moment, names in _days(documents, a_year):
            key = f"b-{moment.date()}"
            entries = register.reserve(batch(key, moment), [request(name) for name in names], confirmed=True).entries
            register.enter([_issued(archive, entry.entry_key, entry.key) for entry in entries], moment, "Lan")
            register.finish(key)
        project(office, register)
        for entry in register.entries():
            for item, path in published_files(office, entry):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.hardlink_to(archive.path_of(item.sha256))
    return office


def day_after(documents: int, a_year: int) -> datetime:
    """A moment at which the next document may be issued."""
    year, within = divmod(documents - 1, a_year)
    return datetime(FIRST_YEAR + year, 1, 2, 12, tzinfo=HANOI) + timedelta(days=within // _a_day(a_year) + 1)


def _days(documents: int, a_year: int) -> Iterator[tuple[datetime, list[str]]]:
    """Every working day with the names of what is issued on it."""
    for first in range(0, documents, a_year):
        for start in range(first, min(first + a_year, documents), _a_day(a_year)):
            end = min(start + _a_day(a_year), first + a_year, documents)
            yield day_after(start + 1, a_year) - timedelta(days=1), [f"d{number}" for number in range(start, end)]


def _a_day(a_year: int) -> int:
    return -(-a_year // WORKING_DAYS)


def _issued(archive: Archive, key: EntryKey, name: str) -> Issued:
    text = f"Kế hoạch phát động thi đua đợt {name}"
    objects = tuple(_stored(archive, role, f"{text} {role}".encode()) for role in _ROLES)
    _put(archive.manifest_path(key), text.encode())
    seal = hashlib.sha256(text.encode()).hexdigest()
    return Issued(entry_key=key, manifest_sha256=seal, objects=objects, pages=2, text=text)


def _stored(archive: Archive, role: ObjectRole, data: bytes) -> StoredObject:
    item = StoredObject(role=role, name=_ROLES[role], sha256=hashlib.sha256(data).hexdigest(), size=len(data))
    _put(archive.path_of(item.sha256), data)
    return item


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
