"""``vanban province``: one command for the offices of a whole province, each in a workspace of its own."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from vanban.cli.options import json_option, this_machine, year_option
from vanban.cli.parameters import WholeNumber
from vanban.cli.printed import as_json
from vanban.cli.progress import progress
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command, CommandGroup
from vanban.pdf import find_converter
from vanban.workflows.province import OfficeState, Province, ProvinceRequest, ProvinceTask, work_through_offices

F = TypeVar("F", bound=Callable[..., None])


@click.group("province", cls=CommandGroup)
def province() -> None:
    """Làm một việc ở mọi cơ quan trong một thư mục, trên máy này hoặc nhiều máy.

    Cơ quan nào hỏng thì được kể ra cùng lý do, không làm dừng cơ quan khác.
    """


def _options(command: F) -> F:
    """The options that every task has."""
    options = (
        click.argument("folders", metavar="THƯ-MỤC...", nargs=-1, required=True, type=click.Path(path_type=Path)),
        year_option,
        click.option("--only-failed", is_flag=True, help="Chỉ làm những cơ quan mà lần trước chưa xong."),
        click.option("--no-pdf", is_flag=True, help="Chỉ lập, chỉ soát tệp Word, không tạo PDF."),
        click.option(
            "--board",
            metavar="TỆP.json",
            type=click.Path(path_type=Path),
            help="Tệp ghi kết quả từng cơ quan (mặc định: tinh-hinh-VIỆC.json trong thư mục hiện tại).",
        ),
        click.option(
            "--table", metavar="TỆP.xlsx", type=click.Path(path_type=Path), help="Lập thêm bảng Excel (hoặc .csv)."
        ),
        click.option(
            "--jobs", metavar="SỐ", type=WholeNumber(1), help="Số cơ quan làm cùng lúc (mặc định: số nhân máy)."
        ),
        click.option("--scheduler", metavar="ĐỊA-CHỈ", help="Máy điều phối Dask, ví dụ tcp://10.0.0.5:8786."),
        json_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


@province.command("build", cls=Command)
@_options
def build(**options: Any) -> None:
    """Lập văn bản của mọi cơ quan trong các thư mục.

    THƯ-MỤC là thư mục chứa các thư mục làm việc, hoặc tệp danh sách, mỗi dòng một thư mục.
    """
    _work(ProvinceTask.BUILD, options)


@province.command("check", cls=Command)
@_options
def check(**options: Any) -> None:
    """Kiểm tra dữ liệu của mọi cơ quan trong các thư mục."""
    _work(ProvinceTask.CHECK, options)


@province.command("verify", cls=Command)
@_options
def verify(**options: Any) -> None:
    """Đối chiếu sổ đăng ký và kho lưu trữ của mọi cơ quan trong các thư mục."""
    _work(ProvinceTask.VERIFY, options)


@province.command("proofread", cls=Command)
@_options
def proofread(**options: Any) -> None:
    """Soát thể thức các văn bản đã lập của mọi cơ quan trong các thư mục."""
    _work(ProvinceTask.PROOFREAD, options)


def _work(task: ProvinceTask, options: dict[str, Any]) -> None:
    request = ProvinceRequest(
        task=task,
        folders=options["folders"],
        board=options["board"] or Path.cwd() / f"tinh-hinh-{task}.json",
        clock=time.perf_counter,
        table=options["table"],
        only_failed=options["only_failed"],
        year=options["year"],
        converter=None if options["no_pdf"] else find_converter(os.environ),
        with_pdf=not options["no_pdf"],
        machine=None if options["scheduler"] else this_machine(),
        workers=options["jobs"] or os.cpu_count() or 1,
        scheduler=options["scheduler"],
    )
    with progress("Các cơ quan", quiet=options["as_json_"]) as notice:
        done = work_through_offices(request, notice)
    if options["as_json_"]:
        as_json(done)
    else:
        _print(done)
    if done.exit_code:
        sys.exit(done.exit_code)


def _print(done: Province) -> None:
    if done.left_out:
        say(f"Làm tiếp lần trước: {done.left_out} cơ quan đã xong, không làm lại.")
        say(f"Muốn làm lại tất cả thì xóa tệp {done.files[0].name}.")
    for row in done.board.rows:
        why = f": {row.reason}" if row.reason else ""
        say(
            f"{row.state.value}: {row.office} ({row.documents} văn bản, {row.seconds:.1f} giây){why}".replace(
                ".", ",", 0
            )
        )
    counts = ", ".join(f"{done.count(state)} {state.value}" for state in OfficeState)
    say(f"{len(done.board.rows)} cơ quan: {counts}.")
    for path in done.files:
        say(f"  {path}")
