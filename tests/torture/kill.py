"""Run a deed in a child process and kill it: at a numbered point, or when its time is up."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Final, NoReturn

from vanban import durable

_KILLED = -signal.SIGKILL
_EVERY = int(os.environ.get("VANBAN_TORTURE_EVERY", "3"))
_LEAVES_NO_TRACE: Final = frozenset(
    {"file-synced", "folder-synced", "found-synced", "made-read-only", "transaction-begun", "before-commit"}
)
"""Points at which a killed process leaves what it would have left at the one before: a sync matters to a power cut, and
``test_power_cut`` is about these; a transaction that is not committed was never begun."""


def killed_at(fatal: int, deed: Callable[[], object]) -> bool:
    """Whether the deed was killed at its ``fatal``-th point; ``False`` when it came to its end before."""
    child = os.fork()
    if child == 0:
        _die_at(fatal)
        _run(deed)
    return _ended(child)


def points_of(deed: Callable[[], object]) -> list[str]:
    """The names of the points that the deed passes, from a child that lives to tell."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        names: list[str] = []
        durable.point = names.append

        def told() -> None:
            deed()
            os.write(writing, pickle.dumps(names))

        _run(told)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    assert not _ended(child)
    names = pickle.loads(data)
    assert isinstance(names, list)
    return names


def telling(points: Sequence[str], every: int = _EVERY) -> list[int]:
    """The numbers of the points at which to kill, of all that a deed passes: the first, the last, and of those that
    leave something else behind than the one before every third; ``make torture`` kills at every one."""
    numbers = range(1, len(points) + 1)
    if _EVERY == 1:
        return list(numbers)
    changed = [number for number in numbers if points[number - 1] not in _LEAVES_NO_TRACE]
    return sorted({1, *changed[::every], len(points)})


def started(deed: Callable[[], object]) -> int:
    """The process id of a child that does the deed."""
    child = os.fork()
    if child == 0:
        _run(deed)
    return child


def stopped(child: int) -> bool:
    """Kill a child; whether it was still at work."""
    os.kill(child, signal.SIGKILL)
    return _ended(child)


def ended(child: int) -> bool:
    """Wait for a child; whether it was killed."""
    return _ended(child)


def _die_at(fatal: int) -> None:
    left = fatal

    def count(name: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    durable.point = count


def _run(deed: Callable[[], object]) -> NoReturn:
    """Do the deed and nothing else that the test process would do at its end."""
    code = 1
    try:
        deed()
        code = 0
    finally:
        if code:
            traceback.print_exc(file=sys.stderr)
            sys.stderr.flush()
        os._exit(code)


def _ended(child: int) -> bool:
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, _KILLED), f"the child ended with {code}"
    return code == _KILLED
