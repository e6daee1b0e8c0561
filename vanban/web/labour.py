"""Long work in the background: one thing at a time, heard of from any page, ended when asked, kept after its page is
closed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from vanban.errors import StillWorking, Stopped, VanbanError
from vanban.workflows.notice import Notice


@dataclass(frozen=True)
class Labour:
    """How far a piece of work is: ``outcome`` once it is done, or the ``fault`` that ended it.

    ``page`` is where what came of it is shown.
    """

    name: str
    page: str
    began: datetime
    step: str = ""
    done: int = 0
    total: int = 0
    outcome: Any = None
    fault: VanbanError | None = None
    running: bool = True
    stopping: bool = False

    @property
    def percent(self) -> int:
        """How much of the present step is done, in hundredths."""
        return 100 * self.done // self.total if self.total else 0


@dataclass
class Bench:
    """Where the work is done; ``watch`` turns what nobody expected into an error that can be shown."""

    watch: Callable[[BaseException], VanbanError]
    _change: threading.Condition = field(default_factory=threading.Condition)
    _now: Labour | None = None
    _count: int = 0
    _hands: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "vanban-work"))

    def begin(self, name: str, page: str, moment: datetime, work: Callable[[Notice], Any]) -> Labour:
        """Begin ``work``. Raises :class:`StillWorking` where something else is being done."""
        with self._change:
            if self._now is not None and self._now.running:
                raise StillWorking(what=self._now.name)
            self._now = Labour(name=name, page=page, began=moment)
            self._count += 1
            begun = self._now
        self._hands.submit(work, self._notice()).add_done_callback(self._ended)
        return begun

    def now(self) -> Labour | None:
        """The last piece of work, done or not."""
        with self._change:
            return self._now

    def stop(self) -> None:
        """Ask for an early end; it comes where every file is whole."""
        self._tell(stopping=True)

    def after(self, seen: int, patience_s: float) -> tuple[int, Labour | None]:
        """Wait until more has happened than ``seen``, or for ``patience_s`` seconds: how much, and how far it is."""
        with self._change:
            self._change.wait_for(lambda: self._count != seen, timeout=patience_s)
            return self._count, self._now

    def rest(self, patience_s: float) -> None:
        """Ask for an early end and wait for it, before the process ends."""
        with self._change:
            if self._now is None or not self._now.running:
                return
        self.stop()
        with self._change:
            self._change.wait_for(lambda: self._now is None or not self._now.running, timeout=patience_s)

    def _notice(self) -> Notice:
        return Notice(
            step=lambda _number, text: self._tell(step=text, done=0, total=0),
            progress=lambda done, total: self._tell(done=done, total=total),
            stop=self._wants_end,
        )

    def _ended(self, work: Future[Any]) -> None:
        failure = work.exception()
        if failure is None:
            self._tell(outcome=work.result(), running=False)
        else:
            fault = failure if isinstance(failure, VanbanError) else self.watch(failure)
            self._tell(fault=fault, running=False)

    def _wants_end(self) -> bool:
        with self._change:
            return self._now is not None and self._now.stopping

    def _tell(self, **news: Any) -> None:
        with self._change:
            if self._now is not None:
                self._now = replace(self._now, **news)
                self._count += 1
                self._change.notify_all()


def was_stopped(labour: Labour) -> bool:
    """Whether it ended because somebody asked for it."""
    return isinstance(labour.fault, Stopped)
