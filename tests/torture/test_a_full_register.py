"""A register of thousands, in ``make torture`` ten: the quick check names the damaged document, each page is right.

How long each takes is no matter of tests: ``make bench-register`` holds it against its limit.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from small_office import NOON, batch, founded, request

from vanban.archive import Archive
from vanban.domain.damage import Harm
from vanban.domain.register_entry import EntryKey, Issued, ObjectRole, StoredObject
from vanban.register import Query, Register
from vanban.workflows.issuing import project
from vanban.workflows.issuing_terms import Places, published_files
from vanban.workflows.proving import verify

DOCUMENTS, BATCH = int(os.environ.get("VANBAN_TORTURE_REGISTER", "2000")), 500
DAMAGED = DOCUMENTS * 3 // 4 + 31
_ROLES = {ObjectRole.WORD: "document.docx", ObjectRole.PDF: "document.pdf", ObjectRole.TEXT: "text.txt"}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """An office with thousands of issued documents, in memory where there is room, not waiting for the disk."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else tmp_path_factory.getbasetemp()) as folder:
        yield _full(founded(Path(folder) / "office"))


def _full(office: Places) -> Places:
    archive = Archive(office.archive)
    with Register.open(office.register) as register:
        for start in range(0, DOCUMENTS, BATCH):
            names = [f"d{number}" for number in range(start, start + BATCH)]
            register.reserve(batch(f"b{start}"), [request(name) for name in names])
            register.enter([_issued(archive, start + place) for place in range(1, BATCH + 1)], NOON, "Lan")
            register.finish(f"b{start}")
        project(office, register)
        for entry in register.entries():
            for item, path in published_files(office, entry):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.hardlink_to(archive.path_of(item.sha256))
    return office


def _issued(archive: Archive, ordinal: int) -> Issued:
    key = EntryKey(series="chung", year=2024, ordinal=ordinal)
    text = f"Kế hoạch phát động thi đua đợt {ordinal}"
    objects = tuple(_stored(archive, role, f"{text} {role}".encode()) for role in _ROLES)
    manifest = archive.manifest_path(key)
    _put(manifest, text.encode())
    seal = hashlib.sha256(text.encode()).hexdigest()
    return Issued(entry_key=key, manifest_sha256=seal, objects=objects, pages=2, text=text)


def _stored(archive: Archive, role: ObjectRole, data: bytes) -> StoredObject:
    item = StoredObject(role=role, name=_ROLES[role], sha256=hashlib.sha256(data).hexdigest(), size=len(data))
    _put(archive.path_of(item.sha256), data)
    return item


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def test_the_quick_check_of_a_full_register_names_just_the_damaged_one(places: Places) -> None:
    verdict = verify(places)
    assert (verdict.damages, verdict.documents) == ((), DOCUMENTS)
    with Register.open(places.register, reading_only=True) as register:
        harmed = register.entry(EntryKey(series="chung", year=2024, ordinal=DAMAGED))
    lost = Archive(places.archive).path_of(harmed.objects[1].sha256)
    kept = lost.read_bytes()
    lost.unlink()
    (damage,) = verify(places).damages
    lost.write_bytes(kept)
    assert (damage.harm, damage.number) == (Harm.OBJECT_MISSING, f"{harmed.number} năm 2024")


@pytest.mark.parametrize(
    ("query", "ordinals"),
    [
        (Query(offset=DOCUMENTS // 2), range(DOCUMENTS // 2 + 1, DOCUMENTS // 2 + 51)),
        (Query(newest_first=True), range(DOCUMENTS, DOCUMENTS - 50, -1)),
        (Query(text=f"phat dong {DOCUMENTS - 1}"), [DOCUMENTS - 1, DOCUMENTS]),
        (Query(text="khong co"), []),
    ],
    ids=["middle", "newest", "found", "not found"],
)
def test_a_page_of_a_full_register_is_the_right_one(query: Query, ordinals: Sequence[int], places: Places) -> None:
    with Register.open(places.register, reading_only=True) as register:
        assert [entry.ordinal for entry in register.page(query)] == list(ordinals)


def test_the_next_number_after_thousands_is_one_more(places: Places) -> None:
    with Register.open(places.register) as register:
        (entry,) = register.reserve(batch("next"), [request("next")]).entries
        assert entry.ordinal == DOCUMENTS + 1
        register.void(entry.entry_key, "Chỉ để thử", NOON, "Lan")
        register.finish("next")
