"""``vanban paper``: papers that an office describes itself."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vanban.cli.options import json_option, workspace_option, year_option
from vanban.cli.parameters import OneForEach
from vanban.cli.printed import as_json, print_findings
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command, CommandGroup
from vanban.domain.own_paper import OnePer
from vanban.domain.work_year import WorkYear
from vanban.workflows.new_paper import NewPaper, new_paper
from vanban.workspace import Workspace


@click.group(cls=CommandGroup)
def paper() -> None:
    """Thêm văn bản riêng của cơ quan: mẫu Word, bảng Excel, bản mô tả.

    Từ đó lập, cấp số, lưu như mọi loại khác.
    """


@paper.command("new", cls=Command)
@click.argument("name", metavar="TÊN")
@click.option("--columns", default="", metavar="CỘT", help="Các cột, cách nhau “;”; cột số, cột ngày ghi “Điểm: số”.")
@click.option("--title", default="", metavar="TÊN-GỌI", help="Tên gọi có dấu, ví dụ “Phiếu chấm điểm”.")
@click.option("--type", "type_name", default="", metavar="TÊN-LOẠI", help="Tên loại được in (mặc định: tên gọi).")
@click.option(
    "--per",
    "one_per",
    metavar="CÁCH",
    type=OneForEach(),
    help="Một văn bản cho “cả bảng” (document), mỗi “dòng” (row), mỗi “đơn vị” (unit).",
)
@click.option("--table", metavar="BẢNG", help="Lập theo từng dòng của một bảng đã có, ví dụ “Cá nhân” (people).")
@click.option("--owner", metavar="CỘT", help="Cột ghi dòng thuộc đơn vị, đối tượng nào.")
@click.option(
    "--from-mail-merge",
    "letter",
    metavar="TỆP.docx",
    type=click.Path(path_type=Path),
    help="Lấy mẫu từ thư gốc của trộn thư (Mail Merge): mỗi trường thành một cột.",
)
@year_option
@workspace_option
@json_option
def new_command(
    name: str,
    columns: str,
    title: str,
    type_name: str,
    one_per: OnePer | None,
    table: str | None,
    owner: str | None,
    letter: Path | None,
    year: WorkYear | None,
    workspace: Workspace,
    as_json_: bool,
) -> None:
    """Tạo mẫu Word, bản mô tả và bảng Excel cho một loại văn bản riêng."""
    asked = NewPaper(
        name=name,
        columns=columns,
        title=title,
        type_name=type_name,
        one_per=one_per,
        table=table,
        owner=owner,
        letter=letter,
        year=year,
    )
    made = new_paper(workspace, asked)
    if as_json_:
        as_json(made)
    else:
        say(f"Đã tạo văn bản riêng “{made.name}”:")
        for file in made.files:
            say(f"  {file}")
        for note in made.notes:
            say(f"Lưu ý: {note}")
        print_findings(made.findings)
        say("Hãy sửa mẫu bằng Word, điền bảng bằng Excel, rồi chạy: vanban check, sau đó vanban build.")
    if made.exit_code:
        sys.exit(made.exit_code)
