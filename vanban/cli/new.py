"""``vanban new``: a workspace to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from vanban.cli.options import json_option
from vanban.cli.printed import as_json
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.workflows.new_workspace import new_workspace


@click.command("new", cls=Command)
@click.argument("folder", metavar="THƯ-MỤC", type=click.Path(path_type=Path))
@json_option
def new(folder: Path, as_json_: bool) -> None:
    """Tạo thư mục làm việc mới từ bộ dữ liệu mẫu."""
    made = new_workspace(folder)
    if as_json_:
        as_json(made)
        return
    say(f"Đã tạo thư mục làm việc “{made.root}” với {len(made.files)} tệp dữ liệu mẫu:")
    for name in made.files:
        say(f"  {name}")
    say("Sửa các tệp trong data rồi chạy trong thư mục ấy: vanban check, sau đó vanban build.")
