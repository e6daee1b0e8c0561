"""``vanban print``: how many sheets the papers of a year take, for each receiver, and the piles in one file."""

from __future__ import annotations

import os
import sys

import click

from vanban.cli.options import json_option, workspace_option, year_option
from vanban.cli.printed import as_json
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.domain.work_year import WorkYear
from vanban.pdf import find_converter
from vanban.workflows.calibrating import calibrate
from vanban.workflows.printing import PrintPlan, bind_piles, print_plan
from vanban.workspace import Workspace


@click.command("print", cls=Command)
@workspace_option
@year_option
@click.option("--one-sided", is_flag=True, help="Tính như in một mặt.")
@click.option("--piles", is_flag=True, help="Ghép thành một tệp PDF theo nơi nhận, có tờ ngăn trước mỗi chồng.")
@click.option("--calibrate", "calibrates", is_flag=True, help="Chỉ lập tờ căn chỉnh phôi giấy khen cho máy in.")
@json_option
def print_(
    workspace: Workspace, year: WorkYear | None, one_sided: bool, piles: bool, calibrates: bool, as_json_: bool
) -> None:
    """Tính số tờ giấy A4, A3 cần in cho từng nơi nhận, và số phôi giấy khen.

    Đếm theo các tệp PDF đã lập; văn bản nào chưa có PDF thì được nêu tên và lệnh kết thúc với mã 1.
    """
    if calibrates:
        _calibrate(workspace, year, as_json_=as_json_)
        return
    plan = print_plan(workspace, year, duplex=not one_sided)
    if piles and plan.piles:
        plan = bind_piles(workspace, plan, find_converter(os.environ))
    if as_json_:
        as_json(plan)
    else:
        _print(plan)
    if plan.exit_code:
        sys.exit(plan.exit_code)


def _calibrate(workspace: Workspace, year: WorkYear | None, *, as_json_: bool) -> None:
    made = calibrate(workspace, year, find_converter(os.environ))
    if made is None:
        say("Dữ liệu chưa đọc được. Hãy chạy vanban check.")
        sys.exit(1)
    if as_json_:
        as_json(made)
        return
    say(f"Tệp để in lên phôi: output/{made.file}" + (f" (máy in {made.printer})" if made.printer else ""))
    if made.pages > 1:
        say("Tờ 2 là giấy khen có nội dung dài nhất của năm.")


def _print(plan: PrintPlan) -> None:
    for pile in plan.piles:
        say(f"{pile}.")
    a4, a3 = (sum(pile.sheets(size) for pile in plan.piles) for size in ("A4", "A3"))
    blanks = sum(pile.blanks for pile in plan.piles)
    say(f"{plan.work_year.title}: {len(plan.piles)} nơi nhận, {a4} tờ A4, {a3} tờ A3, {blanks} phôi giấy khen.")
    for title in plan.lacking:
        say(f"LƯU Ý: “{title}” chưa có PDF nên chưa tính. Hãy chạy vanban build.")
    if plan.file:
        say(f"Tệp để in: output/{plan.file}")
