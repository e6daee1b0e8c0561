"""``vanban kit``: the Excel forms that go out."""

from __future__ import annotations

from pathlib import Path

import click

from vanban.cli.options import json_option, workspace_option, year_option
from vanban.cli.printed import as_json, print_findings
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.domain.work_year import WorkYear
from vanban.workflows.kits import KitRequest, make_kits
from vanban.workspace import Workspace


@click.command("kit", cls=Command)
@click.argument("folder", metavar="[THƯ-MỤC]", required=False, type=click.Path(path_type=Path))
@workspace_option
@year_option
@click.option("--blank", is_flag=True, help="Phiếu trống, không điền sẵn các dòng đang lưu.")
@json_option
def kit(folder: Path | None, workspace: Workspace, year: WorkYear | None, blank: bool, as_json_: bool) -> None:
    """Lập các phiếu Excel để gửi các đơn vị điền, và cho các bảng của cơ quan, của năm."""
    made = make_kits(workspace, KitRequest(year, folder, blank))
    if as_json_:
        as_json(made)
        return
    print_findings(made.findings)
    for file in made.files:
        say(f"  {file.path.name}: {file.name}, {file.rows} dòng điền sẵn")
    say(f"Đã lập {len(made.files)} phiếu {made.year.phrase} trong “{made.folder}”.")
    say("Hãy gửi cho từng đơn vị; phiếu gửi về thì chạy: vanban take TỆP.")
