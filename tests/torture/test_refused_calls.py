"""The system refuses one call by number, or has no room: a named error, nothing half, finished later (N04, N05)."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from invariants import entries, when_whole, while_broken
from small_office import founded, issued, places_in, recovered, render
from torture.kill import ended, started

from vanban.errors import VanbanError
from vanban.workflows.issuing_terms import Places

_CALLS = ("write", "fsync", "replace", "link", "unlink", "open", "mkdir", "ftruncate", "chmod", "lseek")
_STEP = int(os.environ.get("VANBAN_TORTURE_STEP", "36"))
_EVERY = int(os.environ.get("VANBAN_TORTURE_EVERY", "8"))
"""Of the calls after the fourth every eighth is refused, others for each error; ``make torture`` refuses every one."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("office")
    issued(founded(root), "first", "a")
    return root


def _refusing(call: str, number: int, code: int, reached: Path, deed: Callable[[], object]) -> None:
    """Do the deed while the ``number``-th such call fails, only once: an error that lies the second time."""
    real = getattr(os, call)
    left = number

    def refuse(*arguments: object, **named: object) -> object:
        nonlocal left
        left -= 1
        if left == 0:
            descriptor = os.open(reached, os.O_CREAT | os.O_WRONLY) if call != "open" else real(reached, os.O_CREAT)
            os.close(descriptor)
            raise OSError(code, os.strerror(code))
        return real(*arguments, **named)

    setattr(os, call, refuse)
    _said_or_done(deed)


def _said_or_done(deed: Callable[[], object]) -> None:
    """The deed comes to its end or says in the clerk's words why not."""
    try:
        deed()
    except VanbanError as error:
        assert error.said and error.exit_code in (3, 4), error


def _whole_again(places: Places, names: tuple[str, ...]) -> None:
    assert while_broken(places) == []
    recovered(places)
    told = issued(places, "second", *names).entries
    assert [row.ordinal for row in told] == list(range(told[0].ordinal, told[0].ordinal + len(names)))
    assert when_whole(places, [], render) == []


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC], ids=["EIO", "ENOSPC"])
@pytest.mark.parametrize("call", _CALLS)
def test_any_call_refused_leaves_nothing_half_and_the_next_run_finishes(
    call: str, code: int, office: Path, on_disk: Path
) -> None:
    reached = on_disk / "reached"
    apart = (code == errno.ENOSPC) % _EVERY
    for number in (*range(1, 5), *range(5 + apart, 1000, _EVERY)):
        root = on_disk / str(number)
        places = places_in(Path(shutil.copytree(office, root)))
        child = started(partial(_refusing, call, number, code, reached, partial(issued, places, "second", "b")))
        assert not ended(child)
        _whole_again(places, ("b",))
        if not reached.exists():
            break
        reached.unlink()
        shutil.rmtree(root)
    assert number > 1


def _limited(size: int, deed: Callable[[], object]) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    _said_or_done(deed)


def test_files_that_may_not_grow_stop_the_run_with_a_named_error_and_cost_nothing(office: Path, on_disk: Path) -> None:
    failed = 0
    for size in range(0, 200_000, 2_000 * _STEP):
        places = places_in(Path(shutil.copytree(office, on_disk / str(size))))
        assert not ended(started(partial(_limited, size, partial(issued, places, "second", "b", "c"))))
        failed += len(entries(places)) < 3 or bool(while_broken(places))
        _whole_again(places, ("b", "c"))
    assert failed


def _mounted(folder: Path, size: int, again: bool = False) -> None:
    options = f"size={size}k" + (",remount" if again else "")
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)


@pytest.mark.long
def test_a_disk_of_any_size_that_fills_up_keeps_what_was_issued_and_the_rest_goes_on_with_more_room(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    full = 0
    for size in range(320, 2_600, 20 * _STEP):
        _mounted(folder, size)
        try:
            places = founded(folder)
            for number in range(12):
                child = started(
                    partial(_said_or_done, partial(issued, places, str(number), f"{number}-a", f"{number}-b"))
                )
                assert not ended(child)
                assert while_broken(places) == [], size
            full += len(entries(places)) < 24
            _mounted(folder, 20_000, again=True)
            recovered(places)
            for number in range(12):
                issued(places, str(number), f"{number}-a", f"{number}-b")
            assert when_whole(places, [], render) == [], size
            assert len(entries(places)) == 24, size
        finally:
            subprocess.run(["umount", folder], check=True)
    assert full
