"""Where a register is made again, both heads and every event that was not known before are told: none silently."""

from __future__ import annotations

from pathlib import Path

import pytest
from invariants import entries
from small_office import NOON
from workspace_offices import issued_in, office_in, places_in

from vanban.archive import Archive
from vanban.domain.event_words import told
from vanban.domain.ledger import Event, Head, from_line, next_event, to_line
from vanban.register import Register
from vanban.register.deeds import DEEDS
from vanban.workflows.after_issue import recover
from vanban.workflows.proving import Restored
from vanban.workspace import Machine, Workspace

KEY = {"series": "chung", "year": 2024, "ordinal": 2}
FORGED = {
    "void": ({"entry_key": KEY, "reason": "Cấp nhầm"}, "hủy số 02 năm 2024 (“chung”): Cấp nhầm"),
    "skip": (
        {"series": "chung", "year": 2024, "first": 4, "last": 9, "reason": "x"},
        "ghi từ số 04 đến số 09 năm 2024 (“chung”) là cấp ngoài chương trình: x",
    ),
    "open_series": (
        {"series": "mat", "year": 2024, "first": 1, "name": "", "last_paper_day": None, "confidential": False},
        "mở hệ thống số “mat” năm 2024 từ số 1",
    ),
    "link": (
        {"source": {**KEY, "ordinal": 3}, "relation": "corrects", "target": KEY},
        "ghi liên kết giữa số 03 năm 2024 (“chung”) và số 02 năm 2024 (“chung”)",
    ),
    "add_object": (
        {"entry_key": KEY, "object": {"role": "signed_copy", "name": "x.pdf", "sha256": "a" * 64, "size": 1}},
        "thêm tệp vào số 02 năm 2024 (“chung”)",
    ),
}


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    made = office_in(tmp_path / "office", Machine("pc", tmp_path / "pc"))
    issued_in(made, "a", "b", "c")
    return made


@pytest.mark.parametrize("gone", [True, False], ids=["register lost", "register there"])
@pytest.mark.parametrize("deed", FORGED)
def test_one_forged_line_behind_the_last_is_told(office: Workspace, deed: str, gone: bool) -> None:
    places = places_in(office)
    with Register.open(places.register, reading_only=True) as register:
        events: list[Event] = list(register.events())
    body, words = FORGED[deed]
    forged = next_event(events[-1].head, NOON.isoformat(), "Kẻ khác", deed, dict(body))  # type: ignore[arg-type]
    Archive(places.archive).ledger.path.write_bytes("".join(map(to_line, [*events, forged])).encode())
    if gone:
        places.register.unlink()
    recovered = recover(office, None)
    assert recovered.restored is Restored.REGISTER
    assert recovered.taken is not None
    assert recovered.taken.before == events[-1].head
    assert recovered.taken.after == forged.head
    assert recovered.taken.events == (f"{forged.seq}. 05/3/2024, Kẻ khác: {words}",)


def test_a_register_that_was_lost_and_known_to_the_end_takes_nothing_over(office: Workspace) -> None:
    places = places_in(office)
    before = entries(places)
    places.register.unlink()
    recovered = recover(office, None)
    assert recovered.taken is not None
    assert recovered.taken.before == recovered.taken.after
    assert recovered.taken.events == ()
    assert entries(places) == before


def test_without_any_witness_every_event_is_told(office: Workspace) -> None:
    places = places_in(office)
    for path in places.witnesses:
        path.unlink()
    places.register.unlink()
    taken = recover(office, None).taken
    assert taken is not None
    assert taken.before == Head()
    assert len(taken.events) == taken.after.seq
    assert "cấp số 01/KH-UBND năm 2024 cho “Phát động thi đua đợt a”" in taken.events[2]


def test_every_deed_has_its_words() -> None:
    files = Path(__file__).parent.parent / "register" / "files"
    lines = b"".join(path.read_bytes() for path in sorted(files.glob("*.jsonl"))).splitlines()
    said = {event.deed: told(event) for event in map(from_line, lines) if event}
    assert said.keys() == set(DEEDS)
    assert not [words for words in said.values() if "không đọc được" in words or "không biết" in words]
