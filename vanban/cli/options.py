"""Options that several commands share, and who gives them, and when."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from vanban import workspace as workspaces
from vanban.cli.parameters import YearText
from vanban.domain.actor import actor_named
from vanban.domain.work_year import WorkYear
from vanban.workflows.deed import Deed

F = TypeVar("F", bound=Callable[..., Any])


def _find(ctx: click.Context, param: click.Parameter, value: Path | None) -> workspaces.Workspace:
    if value is not None and not value.is_dir():  # or a mistyped folder would mean the one that lies above it
        raise click.BadParameter(f"không có thư mục “{value}”. Hãy xem lại tên thư mục.", ctx, param)
    return workspaces.find(value or Path.cwd(), this_machine())


def this_machine() -> workspaces.Machine:
    """This computer, and where programs keep their state for this user on it."""
    home = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return workspaces.Machine(platform.node() or "không rõ tên", Path(home) / "vanban")


workspace_option = click.option(
    "--workspace",
    metavar="THƯ-MỤC",
    type=click.Path(path_type=Path),
    callback=_find,
    help="Thư mục làm việc (mặc định: thư mục gần nhất ở phía trên có data/office).",
)
year_option = click.option(
    "--year", metavar="NĂM", type=YearText(), help="Năm, hoặc năm học như 2024-2025 (mặc định: năm mới nhất)."
)


def register_year(year: WorkYear | None) -> int | None:
    """The year of an option as the register numbers it."""
    return None if year is None else year.register_year


json_option = click.option("--json", "as_json_", is_flag=True, help="In kết quả cho chương trình khác đọc.")


def now() -> datetime:
    """The machine's clock; nothing below the command line reads it."""
    return datetime.now(UTC)


def this_deed() -> Deed:
    """What is done now, by whoever sits at the machine, as it knows them."""
    return Deed(now(), actor_named(_account()))


def _account() -> str:
    """The account that the system runs this process for; an environment can say anything."""
    try:
        if sys.platform == "win32":
            return os.getlogin()
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (OSError, KeyError):
        return ""
