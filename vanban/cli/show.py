"""``vanban show``: a Word file as text."""

from __future__ import annotations

from pathlib import Path

import click

from vanban.cli.options import json_option
from vanban.cli.printed import as_json
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.workflows.show import show as outline_of


@click.command("show", cls=Command)
@click.argument("file", metavar="TỆP.docx", type=click.Path(path_type=Path))
@json_option
def show(file: Path, as_json_: bool) -> None:
    """Hiện một tệp Word thành dàn ý đọc được: kiểu, canh lề, cỡ chữ, nội dung, bảng."""
    shown = outline_of(file)
    if as_json_:
        as_json(shown)
    else:
        say(shown.outline, nl=False)
