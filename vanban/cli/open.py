"""``vanban open``: the clerk's page in a browser, on this machine alone."""

from __future__ import annotations

import os
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vanban import workspace as workspaces
from vanban.cli.options import json_option, this_deed, this_machine
from vanban.cli.parameters import WholeNumber
from vanban.cli.terminal import say, say_json
from vanban.cli.vietnamese import Command
from vanban.errors import NoWorkspace
from vanban.web import Surroundings, found_running, serve

if TYPE_CHECKING:
    from vanban.pdf import Converter


@click.command("open", cls=Command)
@click.argument("folder", metavar="[THƯ-MỤC]", required=False, type=click.Path(path_type=Path))
@click.option("--no-browser", is_flag=True, help="Chỉ in địa chỉ của trang, không mở trình duyệt.")
@click.option(
    "--port", metavar="SỐ", type=WholeNumber(0, 65_535), default=0, help="Cổng của trang (mặc định: một cổng trống)."
)
@json_option
def open_(folder: Path | None, no_browser: bool, port: int, as_json_: bool) -> None:
    """Mở trang làm việc trong trình duyệt, chỉ trên máy này.

    Trang chạy tới khi bấm Ctrl-C hoặc đóng cửa sổ lệnh; chạy lệnh lần nữa thì mở lại trang đang chạy.
    """
    workspace = _workspace(folder or Path.cwd())

    def show(address: str) -> None:
        if as_json_:
            say_json({"address": address})
        else:
            say(address)
        if not no_browser:
            webbrowser.open(address)

    if running := found_running(workspace):
        show(running)
        return
    serve(Surroundings(workspace, this_deed, _converter, os.cpu_count() or 1), port, show)


def _converter() -> Converter | None:
    """LibreOffice, looked for once the first page stands: its libraries take longer to load than that page."""
    from vanban.pdf import find_converter

    return find_converter(os.environ)


def _workspace(folder: Path) -> workspaces.Workspace:
    """The office in or above the folder; where there is none, the folder itself, in which the page begins one."""
    try:
        return workspaces.find(folder, this_machine())
    except NoWorkspace:
        return workspaces.Workspace(folder.absolute(), this_machine())
