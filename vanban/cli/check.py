"""``vanban check``: everything that is wrong with the data of a year."""

from __future__ import annotations

import sys

import click

from vanban.cli.options import json_option, now, this_deed, workspace_option, year_option
from vanban.cli.printed import LABELS, as_json, print_findings
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.domain.finding import Severity
from vanban.domain.work_year import WorkYear
from vanban.workflows.backup import reminder
from vanban.workflows.check import check as check_year
from vanban.workflows.law_calendar import deadline_reminders
from vanban.workflows.marking import CheckedAndMarked, CopyState, Marked, mark
from vanban.workspace import Workspace


@click.command("check", cls=Command)
@workspace_option
@year_option
@click.option(
    "--mark", "wants_marks", is_flag=True, help="Chép các sổ Excel có chỗ sai vào thư mục sua-loi, tô màu từng ô sai."
)
@json_option
def check(workspace: Workspace, year: WorkYear | None, wants_marks: bool, as_json_: bool) -> None:
    """Đọc và kiểm tra dữ liệu của một năm, báo mọi chỗ sai cùng một lúc."""
    checked = check_year(workspace, year)
    marked = mark(workspace, checked) if wants_marks else None
    if as_json_:
        as_json(checked if marked is None else CheckedAndMarked(checked, marked))
    else:
        print_findings(checked.open_findings)
        if marked is not None:
            _print_marked(marked)
        verdict = "Dữ liệu dùng được" if checked.ok else "Dữ liệu chưa dùng được"
        say(f"{verdict} ({checked.work_year.phrase}: {checked.tally}). Chưa lập văn bản nào.")
        for said in deadline_reminders(workspace, checked.work_year, this_deed().day) if checked.ok else ():
            say(f"{LABELS[Severity.WARNING]}: {said}")
        if due := reminder(workspace, now()):
            say(f"{LABELS[Severity.WARNING]}: {due}")
    if checked.exit_code:
        sys.exit(checked.exit_code)


def _print_marked(marked: Marked) -> None:
    said = {
        CopyState.MARKED: "{count} chỗ đã tô màu trong “{copy}”. Hãy sửa ở đó, lưu, rồi chép đè lên “data/{file}”.",
        CopyState.MENDED: "“{copy}” đang sửa dở, được giữ nguyên. Sửa xong, hãy chép đè lên “data/{file}”.",
        CopyState.CLEAN: "“data/{file}” hết chỗ sai: đã xóa màu và ghi chú của lần kiểm tra trước.",
    }
    for copy in marked.copies:
        say(said[copy.state].format(count=copy.count, copy=copy.copy, file=copy.file))
    if marked.elsewhere:
        say(f"{marked.elsewhere} chỗ ở các tệp không tô màu được: xem các dòng ở trên.")
