"""An old copy, a second copy, a rewritten history: none goes on giving numbers, and each is told by name."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from invariants import entries
from small_office import NOON, draft, founded, issued, places_in, render

from vanban.archive import EVERYTHING, Archive
from vanban.domain.damage import Harm
from vanban.domain.ledger import Event, Head, next_event, to_line
from vanban.domain.register_entry import EntryState
from vanban.errors import (
    ForkedRegister,
    IntegrityFault,
    LostRegister,
    OlderThanWitnessed,
    RewrittenRegister,
    TwoHistories,
)  # fmt: skip
from vanban.register import Register
from vanban.workflows.issuing import opened, recording, void
from vanban.workflows.issuing_terms import Places
from vanban.workflows.proving import restore, verify


def kept(places: Places, to: Path) -> Path:
    """A copy of register and archive, as a clerk makes one."""
    return Path(shutil.copytree(places.archive.parent, to))


def put_back(copy: Path, places: Places) -> None:
    shutil.rmtree(places.archive.parent, ignore_errors=True)
    shutil.copytree(copy, places.archive.parent)


def without_witnesses(places: Places) -> None:
    for path in places.witnesses:
        path.unlink()


def last_week(tmp_path: Path) -> tuple[Places, Path]:
    """An office of three letters, a copy of it, and two more letters."""
    places = founded(tmp_path / "office")
    issued(places, "one", "a", "b", "c")
    copy = kept(places, tmp_path / "last-week")
    issued(places, "two", "d")
    issued(places, "three", "e", series="quyet-dinh")
    return places, copy


def test_a_copy_of_last_week_gives_no_number_again_and_the_newer_papers_are_named(tmp_path: Path) -> None:
    places, copy = last_week(tmp_path)
    published = {path: path.read_bytes() for path in places.published.rglob("*.docx")}
    put_back(copy, places)
    with pytest.raises(OlderThanWitnessed) as caught:
        issued(places, "four", "f")
    assert caught.value.exit_code == 12
    assert "2024/chung/0004_KH-UBND_2024.docx" in str(caught.value)
    assert "2024/quyet-dinh/0001_QD-UBND_2024.docx" in str(caught.value)
    assert {path: path.read_bytes() for path in places.published.rglob("*.docx")} == published
    assert not verify(places, EVERYTHING).sound
    for deed in (lambda: restore(places), lambda: void(places, entries(places)[0].entry_key, "x", NOON, "Lan")):
        with pytest.raises(OlderThanWitnessed):
            deed()


def _no_heads(places: Places) -> None:
    without_witnesses(places)


def _no_papers(places: Places) -> None:
    shutil.rmtree(places.published)


def _only_the_machine_knows(places: Places) -> None:
    shutil.rmtree(places.published)
    places.witnesses[0].unlink()


@pytest.mark.parametrize("lost", [_no_heads, _no_papers, _only_the_machine_knows])
def test_papers_alone_or_heads_alone_betray_an_old_copy(tmp_path: Path, lost: Callable[[Places], None]) -> None:
    places, copy = last_week(tmp_path)
    put_back(copy, places)
    lost(places)
    with pytest.raises(OlderThanWitnessed, match="04"):
        issued(places, "four", "f")
    assert {Harm.WITNESS} <= {damage.harm for damage in verify(places).damages}


def test_any_older_copy_of_a_random_year_is_betrayed(tmp_path: Path) -> None:
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    places = founded(tmp_path / "office")
    copies = []
    for number in range(6):
        copies.append(kept(places, tmp_path / f"copy-{number}"))
        live = [row for row in entries(places) if row.state is EntryState.ISSUED]
        if live and chance.random() < 0.3:
            void(places, chance.choice(live).entry_key, f"thứ {number}", NOON, "Lan")
        else:
            issued(places, f"b{number}", f"d{number}", series=chance.choice(["chung", "quyet-dinh"]))
    newest = kept(places, tmp_path / "newest")
    for copy in copies:
        put_back(copy, places)
        with pytest.raises(IntegrityFault):
            issued(places, f"after {copy}", "z")
    put_back(newest, places)
    issued(places, "goes on", "z")


def test_a_register_where_there_was_one_is_not_begun_anew(tmp_path: Path) -> None:
    places, _ = last_week(tmp_path)
    shutil.rmtree(places.archive.parent)
    with pytest.raises(LostRegister, match="chung/2024: 04"), recording(places, create=True):
        pass
    for path in places.witnesses:
        path.unlink()
    with recording(places, create=True):
        pass


def copied(places: Places, root: Path) -> Places:
    """The whole workspace on another machine: its witnesses go along, what the first machine knows does not."""
    old = places.archive.parent.parent
    shutil.copytree(old, root)
    shutil.rmtree(root / "machine")
    return replace(places_in(root), place=f"pc-2:{root}")


def at_home(places: Places) -> Places:
    return replace(places, place=f"pc-1:{places.archive.parent.parent}")


def test_a_copy_of_the_workspace_that_issues_is_told_as_a_copy(tmp_path: Path) -> None:
    first = at_home(founded(tmp_path / "office"))
    issued(first, "one", "a")
    second = copied(first, tmp_path / "usb")
    with pytest.raises(ForkedRegister) as caught:
        issued(second, "two", "b")
    assert str(tmp_path / "office") in str(caught.value)
    assert "pc-1" in str(caught.value)
    assert verify(second).sound, "to look is allowed"
    issued(first, "two", "b")


def test_a_workspace_that_was_moved_goes_on(tmp_path: Path) -> None:
    first = at_home(founded(tmp_path / "office"))
    issued(first, "one", "a")
    (tmp_path / "office").rename(tmp_path / "moved")
    moved = replace(places_in(tmp_path / "moved"), place=f"pc-1:{tmp_path / 'moved'}")
    issued(moved, "two", "b")
    assert verify(moved).sound


def diverged(tmp_path: Path) -> tuple[Places, Places]:
    """Two copies of one office; the first gives 02 and 03, the second another 02."""
    first = founded(tmp_path / "office")
    issued(first, "one", "a")
    shutil.copytree(tmp_path / "office", tmp_path / "usb")
    second = places_in(tmp_path / "usb")
    issued(first, "two", "b")
    issued(first, "three", "c")
    issued(second, "four", "x")
    return first, second


def merged(first: Places, second: Places, *, with_copies: bool = False) -> None:
    """The files of the second over those of the first, as Explorer merges folders."""
    shutil.copytree(second.archive.parent, first.archive.parent, dirs_exist_ok=True, copy_function=_over)
    if with_copies:
        shutil.copytree(second.published, first.published, dirs_exist_ok=True, copy_function=_over)


def _over(source: str, target: str) -> str:
    Path(target).unlink(missing_ok=True)
    return str(shutil.copy2(source, target))


def test_two_copies_merged_are_two_histories_and_no_document_goes(tmp_path: Path) -> None:
    first, second = diverged(tmp_path)
    merged(first, second)
    before = {path: path.read_bytes() for path in first.published.rglob("*") if path.is_file()}
    with pytest.raises(IntegrityFault):
        issued(first, "five", "f")
    with pytest.raises(IntegrityFault):
        restore(first)
    assert not verify(first, EVERYTHING).sound
    assert {path: path.read_bytes() for path in first.published.rglob("*") if path.is_file()} == before


def test_without_any_head_the_papers_still_name_both_documents(tmp_path: Path) -> None:
    first, second = diverged(tmp_path)
    merged(first, second)
    without_witnesses(first)
    (first.published / "2024/chung/0003_KH-UBND_2024.docx").unlink()
    (first.published / "2024/chung/0003_KH-UBND_2024.pdf").unlink()
    (first.archive / "documents/chung/2024/00003.json").unlink()
    with pytest.raises(TwoHistories) as caught:
        restore(first)
    assert "số 02/KH-UBND năm 2024 trong sổ là “Phát động thi đua đợt x”" in str(caught.value)
    assert "2024/chung/0002_KH-UBND_2024.docx là văn bản khác" in str(caught.value)
    assert Harm.TWICE_GIVEN in {damage.harm for damage in verify(first, EVERYTHING).damages}


@pytest.mark.parametrize("lost", ["register.sqlite", "archive/ledger.jsonl", "archive/documents/chung/2024/00002.json"])
def test_a_merge_with_a_part_lost_is_refused_too(tmp_path: Path, lost: str) -> None:
    first, second = diverged(tmp_path)
    merged(first, second)
    (first.archive.parent / lost).unlink()
    with pytest.raises(IntegrityFault):
        restore(first)


def _events(places: Places) -> list[Event]:
    with Register.open(places.register, reading_only=True) as register:
        return list(register.events())


def _rewritten(events: list[Event]) -> bytes:
    """The same deeds sealed anew: what a forger with the machine writes."""
    head, lines = Head(), []
    for event in events:
        made = next_event(head, event.moment, event.actor, event.deed, event.body)
        lines.append(to_line(made))
        head = made.head
    return "".join(lines).encode()


def _edited(events: list[Event]) -> list[Event]:
    return [event.model_copy(update={"actor": "Mai"}) if event.seq == 4 else event for event in events]


def _dropped(events: list[Event]) -> list[Event]:
    return events[:-2]


@pytest.mark.parametrize("forge", [_edited, _dropped, lambda events: events[:2] + events[3:]])
def test_a_history_written_anew_from_any_place_is_told_and_not_taken_over(
    tmp_path: Path, forge: Callable[[list[Event]], list[Event]]
) -> None:
    places = founded(tmp_path / "office")
    for name in "abc":
        issued(places, name, name)
    events = _events(places)
    places.register.unlink()
    Archive(places.archive).ledger.path.write_bytes(_rewritten(forge(events)))
    (places.archive / "documents/chung/2024/00003.json").unlink()
    with pytest.raises(IntegrityFault):
        restore(places)
    assert not places.register.exists()


def test_asking_again_for_what_was_issued_needs_no_new_head(tmp_path: Path) -> None:
    places = founded(tmp_path)
    issued(places, "one", "a")
    before = [path.read_bytes() for path in places.witnesses]
    assert issued(places, "one", "a").repeated
    assert [path.read_bytes() for path in places.witnesses] == before
    assert draft("a").request.key == "a"
    assert verify(places, EVERYTHING, render=render).damages == ()


def test_a_head_that_cannot_be_read_is_told_and_the_next_issue_goes_on(tmp_path: Path) -> None:
    places = founded(tmp_path)
    issued(places, "one", "a")
    places.witnesses[0].write_bytes(b"{torn")
    verdict = verify(places)
    assert verdict.sound
    assert {damage.harm for damage in verdict.damages} == {Harm.WITNESS_ILLEGIBLE}
    issued(places, "two", "b")
    with opened(places):
        pass


def test_a_register_of_another_office_in_its_place_is_told(tmp_path: Path) -> None:
    places = founded(tmp_path / "office", first=5)
    issued(places, "one", "a")
    other = founded(tmp_path / "other")
    put_back(kept(other, tmp_path / "copy"), places)
    with pytest.raises(RewrittenRegister):
        issued(places, "two", "b")
