"""The one boundary at which an error is shown: a Vietnamese sentence for a person, JSON for a program."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from vanban.cli.terminal import say, say_json
from vanban.errors import MistypedCommand, Stopped, UnfitData, VanbanError

_BARE = (MistypedCommand, Stopped)
"""No fault of data or machine, so not called one."""


def refuse(error: VanbanError, arguments: Sequence[str]) -> NoReturn:
    """Tell of an error and end with its exit code: on standard error, or as JSON on standard output where asked for."""
    with suppress(OSError):  # The terminal may be gone: there is nobody left to tell.
        if wants_json(arguments):
            say_json({"ok": False, "error": error.to_json()})
        else:
            _tell(error)
    sys.exit(error.exit_code)


def wants_json(arguments: Sequence[str]) -> bool:
    """Whether a command line that perhaps nobody can read asks for JSON."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return "--json" in options


def _tell(error: VanbanError) -> None:
    if isinstance(error, UnfitData):
        from vanban.cli.printed import print_findings

        print_findings(error.findings)
    label = "" if isinstance(error, _BARE) else "LỖI: "
    say(f"{label}{error}", err=True)
