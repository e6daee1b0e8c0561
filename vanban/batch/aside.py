"""Do work on foreign files in a process of its own, with bounds on memory and time: what breaks there breaks alone."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, ParamSpec, TypeVar

from vanban.batch.pool import settle_in
from vanban.errors import TooHeavy, VanbanError

_P = ParamSpec("_P")
_R = TypeVar("_R")
_FAREWELL_S = 2.0


@dataclass
class Aside:
    """One process that waits for work and is begun anew after it died; one piece of work at a time.

    ``memory`` bounds its address space in bytes (where the system knows such bounds), ``patience_s`` each piece of
    work in seconds.
    """

    memory: int
    patience_s: float
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _process: SpawnProcess | None = None
    _line: Any = None

    def do(self, name: str, work: Callable[_P, _R], *given: _P.args, **named: _P.kwargs) -> _R:
        """What ``work`` returns or raises, a function of a module with values that can be pickled.

        Raises :class:`vanban.errors.TooHeavy` of the file ``name`` where it takes too long, or its process dies.
        """
        with self._lock:
            line = self._begun()
            try:
                line.send((work, given, named))
                if not line.poll(self.patience_s):
                    raise EOFError
                good, outcome = line.recv()
            except (EOFError, OSError) as end:
                self._end()
                raise TooHeavy(name=name) from end
        if good:
            made: _R = outcome
            return made
        if isinstance(outcome, MemoryError):
            raise TooHeavy(name=name) from outcome
        raise outcome

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _begun(self) -> Connection:
        if self._process is None or not self._process.is_alive():
            self._end()
            context = multiprocessing.get_context("spawn")
            self._line, far = context.Pipe()
            self._process = context.Process(target=_work_off, args=(far, self.memory), daemon=True)
            self._process.start()
            far.close()
        line: Connection = self._line
        return line

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join(_FAREWELL_S)
            self._line.close()
            self._process = None


def _work_off(line: Connection, memory: int) -> None:
    """The life of the process: a piece of work, its outcome, the next one."""
    settle_in()
    _bound(memory)
    while True:
        try:
            work, given, named = line.recv()
        except EOFError:
            return
        try:
            outcome = (True, work(*given, **named))
        except (VanbanError, MemoryError) as error:
            outcome = (False, error)
        line.send(outcome)


def _bound(memory: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
