"""``vanban new-year``: begin a year from the one before it, and confirm its days."""

from __future__ import annotations

import re

import click

from vanban.cli.options import json_option, workspace_option
from vanban.cli.parameters import YearText
from vanban.cli.printed import as_json, print_findings
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.domain.wording import DATE_EXAMPLE, count, numeric_date, read_day, weekday
from vanban.domain.work_year import WorkYear
from vanban.workflows.confirming import (
    Confirmation,
    ConfirmRequest,
    DatesConfirmed,
    PendingDay,
    confirm_dates,
    dates_pending,
)
from vanban.workflows.new_year import NewYear, NewYearRequest
from vanban.workflows.new_year import new_year as begin
from vanban.workflows.sayings import CARRIED_WORDS
from vanban.workspace import Workspace

_ROW = re.compile(r"(\d{1,5})(?:=(.+))?")


class RowText(click.ParamType[Confirmation]):
    """A row of the table of days, with the right day where the proposed one is not: ``4``, ``4=15/3/2025``."""

    name = "dòng"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Confirmation:
        found = _ROW.fullmatch(str(value).strip())
        day = read_day(found[2]) if found and found[2] else None
        if found is None or (found[2] and day is None):
            self.fail(f"“{value}” phải là số dòng, hoặc dòng=ngày, {DATE_EXAMPLE}.", param, ctx)
        return Confirmation(int(found[1]), day)


@click.command("new-year", cls=Command)
@click.argument("year", metavar="NĂM", type=YearText())
@click.option("--dates", is_flag=True, help="Chỉ liệt kê các ngày của năm ấy đang chờ xác nhận.")
@click.option(
    "--confirm",
    "rows",
    metavar="DÒNG",
    multiple=True,
    type=RowText(),
    help=(
        "Xác nhận ngày ở dòng này của bảng Ngày chờ xác nhận (dates_to_confirm.xlsx); ngày khác "
        "thì ghi DÒNG=NGÀY. Ghi được nhiều lần."
    ),
)
@click.option("--confirm-all", is_flag=True, help="Xác nhận mọi ngày đang chờ của năm ấy.")
@workspace_option
@json_option
def new_year(
    year: WorkYear, dates: bool, rows: tuple[Confirmation, ...], confirm_all: bool, workspace: Workspace, as_json_: bool
) -> None:
    """Sang năm mới: lập dữ liệu của một năm từ năm gần nhất trước đó, đề xuất ngày để xác nhận. Không ghi đè gì."""
    if dates:
        _show_dates(dates_pending(workspace, year), as_json_=as_json_)
    elif rows or confirm_all:
        _show_dates(confirm_dates(workspace, ConfirmRequest(year, rows, confirm_all)), as_json_=as_json_)
    else:
        _show(begin(workspace, NewYearRequest(year)), as_json_=as_json_)


def _show(made: NewYear, *, as_json_: bool) -> None:
    if as_json_:
        as_json(made)
        return
    say(f"Đã lập dữ liệu {made.work_year.phrase} từ {made.source.phrase}, trong thư mục data/{made.work_year}.")
    for what, words in CARRIED_WORDS.items():
        if names := [one.file.partition("/")[2] for one in made.files if one.what is what]:
            say(f"{words} ({count(len(names))} tệp): {', '.join(names)}.")
    if made.years:
        say(f"Đã đổi năm trong lời văn ({count(len(made.years))} chỗ):")
        for year in made.years:
            say(f"  {year.place}: “{year.before}” thành “{year.after}”")
    if made.bases:
        say(f"Căn cứ hết hiệu lực ({count(len(made.bases))} chỗ):")
        for basis in made.bases:
            say(f"  {basis.place}: {basis.note}")
    if made.doubts:
        say(f"Cần xem lại ({count(len(made.doubts))} chỗ):")
        print_findings(made.doubts)
    if made.dates:
        table = f"data/{made.work_year}/dates_to_confirm.xlsx"
        say(f"Ngày đề xuất, chờ xác nhận: {count(len(made.dates))} ngày, ở bảng {table}.")
    say(f"Việc tiếp theo: vanban new-year {made.work_year} --dates, rồi vanban check.")


def _show_dates(said: DatesConfirmed, *, as_json_: bool) -> None:
    if as_json_:
        as_json(said)
        return
    if said.confirmed:
        say(f"Đã xác nhận {count(len(said.confirmed))} ngày:")
        for one in said.confirmed:
            _say_day(one)
    if said.pending:
        say(f"Còn {count(len(said.pending))} ngày chờ xác nhận của {said.work_year.phrase}:")
        for one in said.pending:
            _say_day(one)
    else:
        say(f"Không còn ngày nào chờ xác nhận của {said.work_year.phrase}.")


def _say_day(one: PendingDay) -> None:
    day = one.day
    note = f" {day.note}" if day.note else ""
    say(
        f"  Dòng {one.row}: {day.what}: {numeric_date(day.proposed)} ({weekday(day.proposed)}), "
        f"năm trước {numeric_date(day.last_year)}.{note}"
    )
