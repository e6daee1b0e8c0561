"""``vanban take``: what comes back from the units."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from vanban.cli.options import json_option, now, this_deed, workspace_option, year_option
from vanban.cli.printed import as_json, print_findings
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.domain.work_year import WorkYear
from vanban.ingest.merging import ValueState
from vanban.workflows.return_board import ReturnBoard, UnitState, return_board
from vanban.workflows.sayings import RETURN_WORDS, change_sentence
from vanban.workflows.taking import FileTaken, ReturnState, TableTaken, Taken, TakeRequest
from vanban.workflows.taking import take as take_files
from vanban.workspace import Workspace

_MOST_LINES: Final = 20


@click.command("take", cls=Command)
@click.argument("files", metavar="[TỆP]...", nargs=-1, type=click.Path(path_type=Path))
@workspace_option
@year_option
@click.option("--unit", metavar="MÃ-ĐƠN-VỊ", default="", help="Tệp là của đơn vị này, dù mã phiếu ghi gì.")
@click.option("--yes", "write", is_flag=True, help="Ghi những gì mới và đổi vào các bảng; không có thì chỉ xem.")
@click.option("--delete", is_flag=True, help="Cùng --yes: xóa cả những ô bị để trống và dòng không có trong phiếu.")
@click.option("--choose", "chosen", metavar="TÊN-TỆP", multiple=True, help="Hai tệp nói khác nhau thì lấy tệp này.")
@click.option("--board", "wants_board", is_flag=True, help="Đơn vị nào đã gửi, chưa gửi, kèm lời nhắc.")
@json_option
def take(
    files: tuple[Path, ...],
    workspace: Workspace,
    year: WorkYear | None,
    unit: str,
    write: bool,
    delete: bool,
    chosen: tuple[str, ...],
    wants_board: bool,
    as_json_: bool,
) -> None:
    """Nhận phiếu các đơn vị gửi về: xem chỗ khác, rồi ghi vào các bảng của năm.

    Không ghi TỆP thì nhận mọi tệp trong thư mục nhan-ve của năm.
    """
    if wants_board:
        _show_board(return_board(workspace, year, now()), as_json_)
        return
    request = TakeRequest(files, year, unit, write, delete and write, chosen)
    taken = take_files(workspace, request, this_deed())
    if not as_json_ and not chosen and sys.stdin.isatty() and (asked := _asked(taken)):
        taken = take_files(workspace, replace(request, chosen=asked), this_deed())
    if as_json_:
        as_json(taken)
    else:
        for file in taken.files:
            _print_file(file)
        _print_end(taken, write=write, delete=delete)
    if taken.exit_code:
        sys.exit(taken.exit_code)


def _asked(taken: Taken) -> tuple[str, ...]:
    """Ask, for each unit that sent files which say two things, which of them holds; none where nobody knows."""
    disputed: dict[str, list[str]] = {}
    for file in taken.files:
        if file.state is ReturnState.DISPUTED:
            disputed.setdefault(file.unit, []).append(file.file)
    chosen = []
    for unit, names in disputed.items():
        say(f"Các tệp của {unit or 'một đơn vị'} nói khác nhau:")
        for number, name in enumerate(names, start=1):
            say(f"  {number}. {name}")
        answer = click.prompt("Lấy tệp số mấy (0: chưa lấy tệp nào)", type=click.IntRange(0, len(names)), default=0)
        chosen += [names[answer - 1]] if answer else []
    return tuple(chosen)


def _print_file(file: FileTaken) -> None:
    unit = f" ({file.unit})" if file.unit else ""
    say(f"{file.file}{unit}: {RETURN_WORDS[file.state]}.")
    if file.said:
        say(f"  {file.said}")
    print_findings(file.findings)
    if file.copy:
        say(f"  Đã tô màu từng chỗ trong “{file.copy}”: hãy gửi lại đơn vị sửa ở đó.")
    for table in file.tables:
        _print_table(table)


def _print_table(table: TableTaken) -> None:
    emptied = [one for one in table.values if one.state is ValueState.EMPTIED]
    counts = (
        (len(table.new), "dòng mới"),
        (table.changed, "dòng có chỗ khác"),
        (table.equal, "dòng không đổi"),
        (len(emptied), "ô bị để trống"),
        (len(table.missing), "dòng không có trong phiếu"),
        (table.unfilled, "dòng chưa điền"),
    )
    say(f"  {table.title}: " + (", ".join(f"{count} {what}" for count, what in counts if count) or "không có dòng nào"))
    _say_some(f"    mới: {words}" for words in table.new)
    _say_some(f"    {change_sentence(one)}" for one in table.values)
    _say_some(f"    không có trong phiếu: {words}" for words in table.missing)
    if table.not_asked:
        say("    phiếu không hỏi cột: " + ", ".join(f"“{title}”" for title in table.not_asked) + "; giữ nguyên.")


def _say_some(lines: Iterable[str]) -> None:
    every = list(lines)
    for line in every[:_MOST_LINES]:
        say(line)
    if len(every) > _MOST_LINES:
        say(f"    … còn {len(every) - _MOST_LINES} dòng nữa (thêm --json để xem đủ)")


def _print_end(taken: Taken, *, write: bool, delete: bool) -> None:
    for name in taken.aside:
        say(f"Bảng cũ giữ ở “{name}”.")
    for name in taken.wrote:
        say(f"Đã ghi “data/{name}”.")
    ready = [file for file in taken.files if file.state is ReturnState.READY]
    waiting = sum(table.deletions for file in ready for table in file.tables)
    if ready and not write:
        say(f"Chưa ghi gì. {len(ready)} tệp nhận được: hãy xem ở trên rồi chạy lại kèm --yes.")
    if waiting and not delete:
        say(f"{waiting} chỗ bị để trống hoặc không có trong phiếu được giữ nguyên; muốn xóa thì thêm --yes --delete.")
    if taken.wrote:
        say("Hãy chạy tiếp: vanban check.")


def _show_board(shown: ReturnBoard, as_json_: bool) -> None:
    if as_json_:
        as_json(shown)
        return
    for unit in shown.units:
        say(f"{unit.name} ({unit.key}): {unit.said}")
    late = [unit for unit in shown.units if unit.state is UnitState.ABSENT]
    for unit in late:
        say("")
        say(f"Lời nhắc gửi {unit.name}:")
        say(unit.reminder)
    say("")
    say(f"{len(shown.units) - len(late)} trên {len(shown.units)} đơn vị đã gửi phiếu {shown.year.phrase}.")
