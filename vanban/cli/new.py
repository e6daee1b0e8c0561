"""``vanban new``: a workspace to begin with."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vanban.cli.options import json_option, now
from vanban.cli.printed import as_json
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.domain.office_answers import OfficeAnswers
from vanban.errors import NobodyToAsk
from vanban.workflows.new_workspace import NewWorkspace, answers_of, new_sample, new_workspace, read_answers
from vanban.workspace import require_empty


@click.command("new", cls=Command)
@click.argument("folder", metavar="THƯ-MỤC", type=click.Path(path_type=Path))
@click.option(
    "--answers",
    "file",
    metavar="TỆP",
    type=click.Path(path_type=Path),
    help=(
        "Tệp .yaml trả lời sẵn: loại cơ quan (form), tên (name), địa phương (locality), địa danh "
        "(place), tỉnh (province). Thêm: cấp trên (superior), đơn vị dưới (unit), người đứng đầu "
        "(head), năm (year)."
    ),
)
@click.option("--sample", is_flag=True, help="Lấy bộ dữ liệu mẫu năm 2024 thay vì hỏi.")
@json_option
def new(folder: Path, file: Path | None, sample: bool, as_json_: bool) -> None:
    """Tạo thư mục làm việc mới của cơ quan, hoặc từ bộ dữ liệu mẫu.

    Hỏi về cơ quan (hoặc đọc tệp trả lời sẵn) rồi lập bảng trống và lời văn chung.
    """
    made = new_sample(folder) if sample else _new(folder, file, for_a_program=as_json_)
    if as_json_:
        as_json(made)
        return
    what = "tệp dữ liệu mẫu" if sample else "tệp"
    say(f"Đã tạo thư mục làm việc “{made.root}” với {len(made.files)} {what}:")
    for name in made.files:
        say(f"  {name}")
    if sample:
        say("Sửa các tệp trong data rồi chạy trong thư mục ấy: vanban check, sau đó vanban build.")
    else:
        say(
            "Hãy mở bằng Excel và điền ba bảng trong data/office: Đơn vị dưới (groups), Tập thể "
            "(collectives), Cá nhân (people)."
        )
        say("Sau đó chạy trong thư mục ấy: vanban check, rồi vanban build. Các bảng của năm điền dần trong năm.")


def _new(folder: Path, file: Path | None, *, for_a_program: bool) -> NewWorkspace:
    require_empty(folder)
    return new_workspace(folder, read_answers(file) if file else answers_of(_asked(for_a_program)))


def _asked(for_a_program: bool) -> dict[str, str]:
    """What somebody answers at the terminal or through a pipe, field by field; an empty answer is none.

    Raises :class:`vanban.errors.NobodyToAsk` where no answer comes; a program is not asked.
    """
    if sys.stdin is None or (for_a_program and not sys.stdin.isatty()):
        raise NobodyToAsk
    said: dict[str, str] = {}
    for name, field in OfficeAnswers.model_fields.items():
        default = str(now().year) if name == "year" else "" if not field.is_required() else None
        try:
            answer = click.prompt(field.title or name, default=default, show_default=bool(default), type=str, err=True)
        except (click.Abort, OSError):
            if sys.stdin.isatty():
                raise
            raise NobodyToAsk from None
        if answer.strip():
            said[name] = answer.strip()
    return said
