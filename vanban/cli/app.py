"""The ``vanban`` command: its options, its commands, and the one place where errors are shown."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Final

import click

from vanban.cli.vietnamese import Group, mistake
from vanban.errors import Stopped, VanbanError

_COMMANDS: Final = {
    "new": "new",
    "check": "check",
    "show": "show",
    "build": "build",
    "issue": "issue",
    "void": "issue",
    "replace": "issue",
    "correct": "issue",
    "recall": "issue",
    "recover": "issue",
    "sign-copy": "dossier",
    "register": "register",
    "dossier": "dossier",
    "archive": "dossier",
    "verify": "verify",
    "proofread": "proofread",
    "proof": "proof",
    "template": "template",
    "law": "law",
}
"""In the order of the help, each with the module of this package that holds it under its own name."""


class _Program(Group):
    """Loads a command when it is asked for: all of them with their libraries take longer than most have to do."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"vanban.cli.{_COMMANDS[cmd_name]}"), cmd_name.replace("-", "_"))
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="vanban", message="vanban %(version)s", help="Hiện phiên bản rồi thoát.")
def cli() -> None:
    """Lập toàn bộ văn bản thi đua, khen thưởng của một năm từ một bộ dữ liệu, đúng thể thức Nghị định 30/2020/NĐ-CP."""


def main(arguments: list[str] | None = None) -> None:
    """Run one command line; every error becomes a Vietnamese sentence on standard error and an exit code."""
    try:
        sys.exit(cli.main(arguments, prog_name="vanban", standalone_mode=False) or 0)
    except click.UsageError as error:
        click.echo(mistake(error), err=True)
        sys.exit(2)
    except VanbanError as error:
        click.echo(f"LỖI: {error}", err=True)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        stopped = Stopped()
        click.echo(str(stopped), err=True)
        sys.exit(stopped.exit_code)
