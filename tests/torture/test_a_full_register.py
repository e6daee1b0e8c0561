"""A register of thousands, in ``make torture`` ten: the quick check names the damaged document, each page is right.

How long each takes is no matter of tests: ``make bench-register`` holds it against its limit.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from full_office import day_after, full_office
from small_office import batch, request

from vanban.archive import Archive
from vanban.domain.damage import Harm
from vanban.domain.register_entry import EntryKey
from vanban.register import Query, Register
from vanban.workflows.issuing_terms import Places
from vanban.workflows.proving import verify

DOCUMENTS = int(os.environ.get("VANBAN_TORTURE_REGISTER", "2000"))
DAMAGED = DOCUMENTS * 3 // 4 + 31


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """An office with thousands of issued documents, in memory where there is room, not waiting for the disk."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else tmp_path_factory.getbasetemp()) as folder:
        yield full_office(Path(folder) / "office", DOCUMENTS, a_year=DOCUMENTS)


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
    moment = day_after(DOCUMENTS, a_year=DOCUMENTS)
    with Register.open(places.register) as register:
        (entry,) = register.reserve(batch("next", moment), [request("next")], confirmed=True).entries
        assert entry.ordinal == DOCUMENTS + 1
        register.void(entry.entry_key, "Chỉ để thử", moment, "Lan")
        register.finish("next")
