"""``vanban proof``: the finished Word files of a year held against each other."""

from __future__ import annotations

import sys

import click

from vanban.cli.options import json_option, workspace_option, year_option
from vanban.cli.printed import as_json, print_findings
from vanban.cli.progress import progress
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.domain.work_year import WorkYear
from vanban.workflows.proof import Proof, prove
from vanban.workspace import Workspace


@click.command("proof", cls=Command)
@workspace_option
@year_option
@json_option
def proof(workspace: Workspace, year: WorkYear | None, as_json_: bool) -> None:
    """Đọc lại các tệp Word đã lập của một năm và so họ tên, số liệu, ngày giữa chúng.

    Chức vụ, danh hiệu, số lượng, số văn bản cũng được so.
    Chỗ khác nhau được báo kèm tên hai tệp và vị trí, và lệnh kết thúc với mã 1.
    """
    with progress("Đọc lại", quiet=as_json_) as notice:
        proved = prove(workspace, year, notice)
    if as_json_:
        as_json(proved)
    else:
        _print(proved)
    if proved.exit_code:
        sys.exit(proved.exit_code)


def _print(proved: Proof) -> None:
    print_findings(proved.missing)
    for difference in proved.differences:
        say(f"LỖI: {difference}")
    for path in proved.edited:
        say(f"LƯU Ý: Tệp “{path}” đã được sửa tay sau khi chương trình lập.")
    for hint in proved.hints:
        say(hint)
    if not proved.files:
        return
    verdict = "hồ sơ khớp" if proved.ok else f"{len(proved.differences)} chỗ khác nhau"
    say(f"{proved.work_year.title}: đã đọc lại {len(proved.files)} tệp Word, {verdict}.")
