"""``vanban text``: a text of the year out to Word, and back from Word."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

import click

from vanban.cli.options import json_option, this_deed, workspace_option, year_option
from vanban.cli.printed import as_json, print_findings
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command, CommandGroup
from vanban.domain.editing_style import STYLE_OF
from vanban.domain.work_year import WorkYear
from vanban.pdf import find_converter
from vanban.workflows.text_export import export_text
from vanban.workflows.text_import import ImportRequest, TextImported, import_text
from vanban.workspace import Workspace

_WIDE: Final = 76
_MOST_TOLD: Final = 40


@click.group("text", cls=CommandGroup)
def text() -> None:
    """Lời văn của các văn bản: đưa ra Word để sửa, lấy từ Word vào."""


@text.command("export", cls=Command)
@click.argument("name", metavar="VĂN-BẢN")
@click.argument("file", metavar="[TỆP]", required=False, type=click.Path(path_type=Path))
@workspace_option
@year_option
@json_option
def export(name: str, file: Path | None, workspace: Workspace, year: WorkYear | None, as_json_: bool) -> None:
    """Lập tệp Word để sửa lời văn của một văn bản (plan: kế hoạch).

    Không ghi TỆP thì vào thư mục sua-loi-van của năm.
    """
    made = export_text(workspace, name, year, file)
    if as_json_:
        as_json(made)
        return
    say(f"Đã lập “{made.path}” ({made.lines} dòng).")
    say(f"Hãy sửa bằng Word rồi chạy: vanban text import {name} “{made.path}”")


@text.command("import", cls=Command)
@click.argument("name", metavar="VĂN-BẢN")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@workspace_option
@year_option
@click.option("--yes", "yes", is_flag=True, help="Ghi luôn, không hỏi.")
@click.option("--keep-years", is_flag=True, help="Không đổi năm, ngày của tệp sang năm đang làm.")
@json_option
def import_(
    name: str, file: Path, workspace: Workspace, year: WorkYear | None, yes: bool, keep_years: bool, as_json_: bool
) -> None:
    """Lấy lời văn từ tệp Word (.docx, .doc, .odt, .rtf) hay tệp chữ (.txt): bản đã sửa, hoặc văn bản năm trước.

    Hiện những gì hiểu được bên cạnh bản gốc, những gì không đọc được, những gì là của năm cũ; hỏi một lần rồi mới ghi.
    """
    converter = find_converter(os.environ)
    request = ImportRequest(name, file, year, yes, keep_years, converter)
    shown = import_text(workspace, request, this_deed())
    if as_json_:
        as_json(shown)
    else:
        _print(shown)
        if not yes and not shown.findings and shown.changed_files and sys.stdin.isatty():
            if click.confirm("Ghi vào dữ liệu?", default=False):
                shown = import_text(
                    workspace, ImportRequest(name, file, year, True, keep_years, converter), this_deed()
                )
            else:
                say("Chưa ghi gì.")
        _print_end(shown)
    if shown.exit_code:
        sys.exit(shown.exit_code)


def _print(shown: TextImported) -> None:
    say(f"{shown.file} → {shown.name}, {shown.year.phrase}")
    for name, value in shown.facts.items():
        say(f"  {name}: {value}")
    say("")
    say("Hiểu là (bên trái) và bản gốc (bên phải):")
    for one in shown.lines:
        read_as = f"{'  ' * one.depth}{one.printed or '·'} {STYLE_OF.get(one.said, one.said).lower()}"
        original = one.line.printed if one.line.table is None else "(bảng)"
        shortened = original if len(original) <= _WIDE else original[: _WIDE - 1] + "…"
        say(f"  {read_as:<34}│ {shortened}")
        if one.line.before:
            say(f"  {'':<34}│ (đã sửa từ: {one.line.before[:_WIDE]})")
    if shown.targets:
        say("")
        say(f"{len(shown.targets)} chỉ tiêu:")
        for taken in shown.targets:
            said = "; ".join(f"{one.name}: {one.aim.words}" for one in taken.target.measures)
            say(f"  {'mới' if taken.before is None else 'đã có'} [{taken.target.key}] {said}")
    _print_list("Của năm cũ:", shown.stale)
    _print_list("Cần xem lại:", shown.doubts)
    print_findings(shown.findings)


def _print_list(title: str, sentences: tuple[str, ...]) -> None:
    if sentences:
        say("")
        say(title)
    for sentence in sentences[:_MOST_TOLD]:
        say(f"  - {sentence}")
    if len(sentences) > _MOST_TOLD:
        say(f"  … còn {len(sentences) - _MOST_TOLD} điều nữa (thêm --json để xem đủ)")


def _print_end(shown: TextImported) -> None:
    for name in shown.aside:
        say(f"Bản cũ giữ ở “{name}”.")
    for name in shown.wrote:
        say(f"Đã ghi “data/{name}”.")
    if shown.wrote:
        say("Hãy chạy tiếp: vanban check.")
    elif not shown.changed_files:
        say("Không có gì khác với dữ liệu đang có.")
    elif not shown.findings:
        say("Chưa ghi gì: xem ở trên, rồi chạy lại kèm --yes.")
