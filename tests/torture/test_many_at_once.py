"""Eight processes issue at the same time: no number twice, none skipped, no clerk sees a lock (N06, N07, N08)."""

from __future__ import annotations

import json
import os
import signal
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from invariants import Acknowledged, entries, when_whole
from small_office import NOON, SERIES, batch, draft, founded, issued, recovered, render
from torture.kill import ended, started, stopped

from vanban.archive import EVERYTHING, Archive
from vanban.domain.register_entry import EntryState
from vanban.errors import BusyRegister
from vanban.register import Batch, Owner, Register, this_process
from vanban.workflows import issuing
from vanban.workflows.issuing import issue, void
from vanban.workflows.issuing_terms import Places
from vanban.workflows.proving import republish, verify

_PROCESSES, _EACH = 8, int(os.environ.get("VANBAN_TORTURE_EACH", "12"))


def _work(places: Places, pipe: int, me: int) -> None:
    for number in range(_EACH):
        key = f"{me}-{number}"
        rows = issued(places, key, key, series=SERIES[(me + number) % 2]).entries
        os.write(pipe, (json.dumps([key, [row.number for row in rows], [row.sha256 for row in rows]]) + "\n").encode())


def _check(places: Places, until: Path) -> None:
    """What others look at and give up meanwhile."""
    number = 0
    while not until.exists():
        verify(places, EVERYTHING)
        given_up = issue(places, batch(f"void-{number}"), [draft(f"void-{number}")], render).entries[0]
        void(places, given_up.entry_key, "Chủ tịch không ký", NOON, "Lan")
        number += 1


def test_eight_processes_issue_while_others_check_and_give_numbers_up(tmp_path: Path) -> None:
    places = founded(tmp_path / "office")
    reading, writing = os.pipe()
    workers = [started(partial(_work, places, writing, me)) for me in range(_PROCESSES)]
    os.close(writing)
    checker = started(partial(_check, places, tmp_path / "over"))
    with os.fdopen(reading) as pipe:
        answers = [json.loads(line) for line in pipe]
    assert not any(ended(worker) for worker in workers)
    (tmp_path / "over").touch()
    assert not ended(checker)
    told = [Acknowledged(key, tuple(numbers), tuple(sums)) for key, numbers, sums in answers]
    assert len(told) == _PROCESSES * _EACH
    recovered(places)
    assert when_whole(places, told, render) == []
    assert sum(entry.state is EntryState.ISSUED for entry in entries(places)) == _PROCESSES * _EACH


def _double_click(places: Places, key: str) -> None:
    issued(places, key, f"{key}-a", f"{key}-b")


def test_the_same_request_from_eight_processes_at_once_is_done_once(tmp_path: Path) -> None:
    places = founded(tmp_path)
    for number in range(5):
        children = [started(partial(_double_click, places, f"click-{number}")) for _ in range(_PROCESSES)]
        assert not any(ended(child) for child in children)
    assert [entry.ordinal for entry in entries(places)] == list(range(1, 11))
    assert when_whole(places, [], render) == []


def _hold(places: Places, at_it: Path) -> None:
    with Register.open(places.register) as register, register._writing():
        at_it.touch()
        signal.pause()


@pytest.mark.parametrize("dead", [False, True], ids=["stopped", "killed"])
def test_a_process_that_stands_still_with_the_lock_makes_others_say_so_and_a_dead_one_does_not(
    tmp_path: Path, dead: bool
) -> None:
    places = founded(tmp_path / "office")
    at_it = tmp_path / "at-it"
    holder = started(partial(_hold, places, at_it))
    while not at_it.exists():
        time.sleep(0.001)
    if dead:
        assert stopped(holder)
    with Register.open(places.register, patience_s=0.1) as register:
        asked = Batch("one", NOON.date(), NOON, "Lan", this_process())
        if dead:
            assert register.reserve(asked, [draft("a").request]).entries[0].ordinal == 1
        else:
            with pytest.raises(BusyRegister) as caught:
                register.reserve(asked, [draft("a").request])
            assert str(caught.value) == (
                f"Sổ đang bận vì chương trình khác đang ghi (“{places.register}”). Chưa cấp số nào. Hãy đợi lần "
                "ban hành kia xong rồi chạy lại; nếu máy kia treo thì khởi động lại máy đó."
            )
            assert caught.value.exit_code == 11
            assert stopped(holder)


def test_a_batch_that_another_process_was_through_with_is_not_taken_up_again(tmp_path: Path) -> None:
    places = founded(tmp_path)
    issued(places, "one", "one")
    stranger = Owner(pid=1, started="another process", boot="another start")
    with Register.open(places.register) as register:
        assert not register.claim("one", stranger)
        assert register.unfinished() == ()


def test_a_number_given_up_while_its_document_is_put_in_its_place_leaves_nothing_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The two steps of another process fall between two steps of this one."""
    places = founded(tmp_path)
    entry = issued(places, "one", "one").entries[0]
    put = issuing._put_in_place

    def put_while_another_gives_it_up(*asked: Any) -> None:
        if entries(places)[0].state is EntryState.ISSUED:
            void(places, entry.entry_key, "Chủ tịch không ký", NOON, "Lan")
        put(*asked)

    with monkeypatch.context() as patch, Register.open(places.register) as register:
        patch.setattr(issuing, "_put_in_place", put_while_another_gives_it_up)
        assert issuing.publish(places, Archive(places.archive), entry, register) == ()
    assert [path for path in places.published.rglob("*") if path.is_file()] == []


def test_what_is_left_of_a_number_that_was_given_up_goes_with_recover(tmp_path: Path) -> None:
    places = founded(tmp_path)
    entry = issued(places, "one", "one").entries[0]
    kept = {path: path.read_bytes() for path in places.published.rglob("*") if path.is_file()}
    void(places, entry.entry_key, "Chủ tịch không ký", NOON, "Lan")
    for path, data in kept.items():
        path.write_bytes(data)
    republish(places)
    assert [path for path in kept if path.exists()] == []
