"""``vanban check``: everything that is wrong with the data of a year."""

from __future__ import annotations

import sys

import click

from vanban.cli.options import json_option, now, workspace_option, year_option
from vanban.cli.printed import LABELS, as_json, print_findings
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.domain.finding import Severity, tally
from vanban.workflows.backup import reminder
from vanban.workflows.check import check as check_year
from vanban.workspace import Workspace


@click.command("check", cls=Command)
@workspace_option
@year_option
@json_option
def check(workspace: Workspace, year: int | None, as_json_: bool) -> None:
    """Đọc và kiểm tra dữ liệu của một năm, báo mọi chỗ sai cùng một lúc."""
    checked = check_year(workspace, year)
    if as_json_:
        as_json(checked)
    else:
        print_findings(checked.findings)
        verdict = "Dữ liệu dùng được" if checked.ok else "Dữ liệu chưa dùng được"
        say(f"{verdict} (năm {checked.year_number}: {tally(checked.findings)}). Chưa lập văn bản nào.")
        if due := reminder(workspace, now()):
            say(f"{LABELS[Severity.WARNING]}: {due}")
    if checked.exit_code:
        sys.exit(checked.exit_code)
