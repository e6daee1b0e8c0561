"""Whom long work tells how far it is, and whom it asks whether to go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vanban.errors import Stopped


def _no_step(number: int, text: str) -> None:
    """Nobody hears of the steps."""


def _no_progress(done: int, total: int) -> None:
    """Nobody hears how far the work is."""


def _never() -> bool:
    """Nobody asks for an early end."""
    return False


@dataclass(frozen=True)
class Notice:
    """Three callables of whoever waits for long work; without them it runs silently to its end.

    ``step`` hears the number and the name of each step, ``progress`` how many of how many documents are done. ``stop``
    is asked between two documents, and while LibreOffice is at work on many.
    """

    step: Callable[[int, str], None] = _no_step
    progress: Callable[[int, int], None] = _no_progress
    stop: Callable[[], bool] = _never

    def go_on(self) -> None:
        """Stand between two documents, where everything that was written is whole.

        Raises :class:`vanban.errors.Stopped` where an end is asked for.
        """
        if self.stop():
            raise Stopped()

    def done(self, done: int, total: int) -> None:
        """Tell that ``done`` of ``total`` documents are done. Raises like :meth:`go_on`, after the last one never."""
        self.progress(done, total)
        if done < total:
            self.go_on()


SILENT = Notice()
"""Nobody waits."""
