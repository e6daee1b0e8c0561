"""Histories that somebody forged, cut or merged, at places drawn anew in each run: none is gone on from silently.

``VANBAN_TORTURE_HISTORIES`` of each sort are tried; each test prints the seed of its run.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from invariants import entries
from small_office import NOON, batch, draft, founded, issued, places_in, render
from workspace_offices import issued_in, office_in
from workspace_offices import places_in as places_of

from vanban.archive import EVERYTHING, Archive
from vanban.domain.dossier import Dossier, DossierDocument, RetentionPeriod
from vanban.domain.event_words import told
from vanban.domain.ledger import Event, Head, next_event, to_line
from vanban.domain.old_book import TakenOver
from vanban.domain.register_entry import ActsOn as Acts
from vanban.domain.register_entry import Entry, EntryKey, EntryState, ObjectRole, Relation
from vanban.errors import IntegrityFault, NoRegister, VanbanError
from vanban.register import Register, rebuilt
from vanban.register.deeds import DEEDS
from vanban.workflows.after_issue import recover
from vanban.workflows.issuing import issue, recording, void
from vanban.workflows.issuing_terms import Places
from vanban.workflows.proving import restore, verify
from vanban.workspace import Workspace

COUNT = int(os.environ.get("VANBAN_TORTURE_HISTORIES", "2"))
KEY: Final = {"series": "chung", "year": 2024, "ordinal": 2}


def chance_of(name: str) -> random.Random:
    seed = random.randrange(1 << 32)
    print(f"{name}: seed {seed}")
    return random.Random(seed)


def entry_key(ordinal: int) -> EntryKey:
    return EntryKey(series="chung", year=2024, ordinal=ordinal)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """An office in which each deed of the register was done."""
    office = office_in(tmp_path_factory.mktemp("full") / "office", None)  # type: ignore[arg-type]
    places = places_of(office)
    issued_in(office, "a", "b", "c")
    copy = Archive(places.archive).put(ObjectRole.SIGNED_COPY, "signed.pdf", b"%PDF signed")
    card = Dossier(code="01.TĐKT", year=2024, title="Hồ sơ", retention=RetentionPeriod(years=10), creator="Lan")
    acts = (Acts(relation=Relation.REPLACES, target=entry_key(1)),)
    issue(places, batch("replacing"), [draft("a2", acts_on=acts)], render)
    void(places, entry_key(3), "Cấp nhầm", NOON, "Lan")
    with recording(places) as register:
        register.add_object(entry_key(2), copy, NOON, "Lan")
        register.retract_object(entry_key(2), copy.sha256, "Quét nhầm", NOON, "Lan")
        register.open_dossier(card, NOON, "Lan")
        register.file(2024, card.code, DossierDocument(entry_key=entry_key(1)), NOON, "Lan")
        register.close_dossier(2024, card.code, date(2024, 3, 5), NOON, "Lan")
        register.skip(entry_key(6), "Cấp tay", NOON, "Lan")
        old = Entry(**dict(draft("old").request), year=2024, ordinal=5, issued_on=NOON.date(), state=EntryState.PAPER,
                    batch="old", position=0)  # fmt: skip
        beside = TakenOver(series="chung", year=2024, ordinal=5, suffix="a", symbol="KH-UBND", issued_on=NOON.date(),
                           type_name="Kế hoạch", subject="Cũ", organ_name="UBND", signer_name="A", batch="old",
                           position=1)  # fmt: skip
        register.import_paper([old, beside], "old", NOON, "Lan")
    issued_in(office, "d")
    return office


def events_of(places: Places) -> list[Event]:
    with Register.open(places.register, reading_only=True) as register:
        return list(register.events())


FORGED: Final[dict[str, dict[str, Any]]] = {
    "open_series": {"series": "mat", "year": 2024, "first": 1, "name": "", "last_paper_day": None,
                    "confidential": False},
    "reserve": {"batch": "forged", "day": "2024-03-05", "documents": []},
    "import_paper": {"batch": "forged", "entries": []},
    "take_over": {"batch": "forged", "rows": []},
    "skip": {"series": "chung", "year": 2024, "first": 50, "last": 51, "reason": "x"},
    "enter": {"documents": []},
    "void": {"entry_key": KEY, "reason": "Kẻ khác hủy"},
    "link": {"source": {**KEY, "ordinal": 1}, "relation": "corrects", "target": KEY},
    "add_object": {"entry_key": KEY, "object": {"role": "signed_copy", "name": "x.pdf", "sha256": "a" * 64, "size": 1}},
    "retract_object": {"entry_key": KEY, "sha256": "a" * 64, "reason": "x"},
    "open_dossier": {"code": "02.X", "year": 2024, "heading": "", "title": "Giả", "retention": {"years": 10},
                     "creator": "Lan", "note": ""},
    "file": {"year": 2024, "code": "01.TĐKT", "document": {"subject": "Giả"}},
    "close_dossier": {"year": 2024, "code": "01.TĐKT", "closed_on": "2024-12-31"},
}  # fmt: skip
"""A line of each deed that a forger may write; some only make sense behind others, none may be taken silently."""


def sealed_anew(events: list[tuple[str, str, str, dict[str, Any]]]) -> list[Event]:
    head, made = Head(), []
    for moment, actor, deed, body in events:
        made.append(next_event(head, moment, actor, deed, body))
        head = made[-1].head
    return made


def forgeries(events: list[Event]) -> Iterator[tuple[str, list[Event], Event | None]]:
    """The whole chain with a line of each deed put at each place, with each line changed, with each left out.

    Without its last line it is no other history, but the same one with its tail cut off: the next test's.
    """
    said = [(event.moment, event.actor, event.deed, event.body) for event in events]
    for place in range(len(said) + 1):
        for deed, body in FORGED.items():
            forged = (NOON.isoformat(), "Kẻ khác", deed, body)
            made = sealed_anew([*said[:place], forged, *said[place:]])
            yield f"{deed} put in as {place + 1}", made, made[place]
    for place, (moment, _, deed, body) in enumerate(said):
        made = sealed_anew([*said[:place], (moment, "Kẻ khác", deed, body), *said[place + 1 :]])
        yield f"{deed} of {place + 1} changed", made, made[place]
        if place + 1 < len(said):
            yield f"{deed} of {place + 1} left out", sealed_anew([*said[:place], *said[place + 1 :]]), None


def test_the_forger_knows_every_deed(everything: Workspace) -> None:
    done = {event.deed for event in events_of(places_of(everything))}
    assert set(FORGED) == set(DEEDS)
    assert set(DEEDS) - done == {"link"}, "what acts on another document is entered with it"
    assert verify(places_of(everything), EVERYTHING, render=render).damages == ()


@pytest.mark.parametrize("with_register", [True, False], ids=["register kept", "register lost"])
def test_a_line_forged_anywhere_is_refused_or_told(everything: Workspace, tmp_path: Path, with_register: bool) -> None:
    chance = chance_of("forged lines")
    kinds = list(forgeries(events_of(places_of(everything))))
    chosen = chance.sample(kinds, min(4 * COUNT, len(kinds)))
    silent = []
    for number, (name, events, forged) in enumerate(chosen):
        office = Workspace(Path(shutil.copytree(everything.root, tmp_path / str(number))))
        places = places_of(office)
        Archive(places.archive).ledger.path.write_bytes("".join(map(to_line, events)).encode())
        if not with_register:
            places.register.unlink()
        before = entries(places) if with_register else ()
        if with_register and verify(places).sound:
            silent.append(f"{name}: verify")
        try:
            taken = recover(office, None).taken
        except VanbanError:
            assert with_register == places.register.exists(), name
            assert entries(places) == before, name
            continue
        is_told = forged is not None and taken is not None and told(forged) in taken.events
        # Where the register proves itself and knows more it is the ledger that was written anew.
        is_undone = with_register and entries(places) == before and verify(places).sound
        if not (is_told or is_undone):
            silent.append(name)
        shutil.rmtree(office.root)
    assert silent == []


def test_a_tail_that_is_cut_off_is_betrayed_or_comes_back(everything: Workspace, tmp_path: Path) -> None:
    chance = chance_of("cut tails")
    events = events_of(places_of(everything))
    for number, cut in enumerate(chance.sample(range(1, len(events)), min(COUNT, len(events) - 1))):
        office = Workspace(Path(shutil.copytree(everything.root, tmp_path / str(number))))
        places = places_of(office)
        kept = events[:-cut]
        Archive(places.archive).ledger.path.write_bytes("".join(map(to_line, kept)).encode())
        places.register.unlink()
        if chance.random() < 0.5:
            places.register.write_bytes(rebuilt(kept, lambda _: ""))
        if chance.random() < 0.3:
            shutil.rmtree(places.published)
        with pytest.raises(VanbanError):
            issued_in(office, "after")
        try:
            recover(office, None)
        except VanbanError:
            assert not places.register.exists() or not verify(places).sound
        else:
            # What was cut off stood in the manifests to the last word: the very same history came back.
            assert events_of(places) == events
        shutil.rmtree(office.root)


def random_deed(places: Places, chance: random.Random, name: str) -> None:
    live = [row for row in entries(places) if row.state is EntryState.ISSUED]
    if live and chance.random() < 0.3:
        void(places, chance.choice(live).entry_key, name, NOON, "Lan")
    else:
        issued(places, name, name, series=chance.choice(["chung", "quyet-dinh"]))


def _over(source: str, target: str) -> str:
    Path(target).unlink(missing_ok=True)
    return str(shutil.copy2(source, target))


def test_any_two_copies_that_went_apart_are_refused_when_merged(tmp_path: Path) -> None:
    chance = chance_of("merged copies")
    for number in range(COUNT):
        root = tmp_path / str(number)
        first = founded(root / "one")
        for step in range(chance.randrange(3)):
            random_deed(first, chance, f"chung{step}")
        shutil.copytree(root / "one", root / "two")
        second = places_in(root / "two")
        for side, places in (("one", first), ("two", second)):
            for step in range(chance.randrange(1, 4)):
                random_deed(places, chance, f"{side}{step}")
        shutil.copytree(second.archive.parent, first.archive.parent, dirs_exist_ok=True, copy_function=_over)
        if chance.random() < 0.4:
            shutil.copytree(second.published, first.published, dirs_exist_ok=True, copy_function=_over)
        if chance.random() < 0.3:
            first.register.unlink()
        held = {path: path.read_bytes() for path in first.published.rglob("*") if path.is_file()}
        for deed in (lambda places=first: issued(places, "next", "next"), lambda places=first: restore(places)):
            with pytest.raises((IntegrityFault, NoRegister)):
                deed()
        if first.register.exists():
            assert not verify(first, EVERYTHING).sound
        with suppress(VanbanError):
            issued(first, "again", "again")
        assert {path: path.read_bytes() for path in first.published.rglob("*") if path.is_file()} == held
