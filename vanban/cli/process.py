"""The process of one command line: it writes UTF-8, and whatever ends it early is one sentence.

It is loaded first, with nothing else, so that Ctrl-C is heard while the program itself is still being loaded.
"""

from __future__ import annotations

import io
import signal
import sys
from types import FrameType
from typing import Final, NoReturn

_ENDINGS: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""What a person or the system ends a command with; which of them there are depends on the system."""


def main() -> NoReturn:
    """Run the command line of this process and end with its exit code.

    Every ending that can be heard unwinds the work, so that no temporary folder and no LibreOffice stays behind.
    """
    for name in _heard():
        signal.signal(name, _interrupt)
    try:
        _begin_as_spawned()
        _write_utf8()
        from vanban.cli.app import main as run

        run(sys.argv[1:])
    except KeyboardInterrupt:
        _ignore_endings()
        from vanban.cli.refusal import refuse
        from vanban.errors import Stopped

        refuse(Stopped(), sys.argv[1:])
    finally:
        # The work has ended one way or the other: nothing that comes now may break into Python's own end.
        _ignore_endings()


def _heard() -> list[signal.Signals]:
    """The endings that nobody has silenced, as ``nohup`` does."""
    known = [getattr(signal, name) for name in _ENDINGS if hasattr(signal, name)]
    return [one for one in known if signal.getsignal(one) is not signal.SIG_IGN]


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _ignore_endings() -> None:
    for one in _heard():
        signal.signal(one, signal.SIG_IGN)


def _begin_as_spawned() -> None:
    """In a program frozen into one file for Windows, a worker begins here too: let it do its work and end."""
    if sys.platform == "win32":
        from multiprocessing import freeze_support

        freeze_support()


def _write_utf8() -> None:
    """Whatever the code page of the console: Vietnamese does not fit into those of Windows.

    What even UTF-8 cannot carry, the name of a file that is no text, is written as ``\\udc80``.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
