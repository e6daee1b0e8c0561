"""The ``vanban`` command: its options, its commands, and the one place where errors are shown."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vanban.cli.build import build
from vanban.cli.dossier import archive, dossier, sign_copy, verify
from vanban.cli.issue import correct, issue, recall, recover, replace, void
from vanban.cli.law import law
from vanban.cli.options import json_option, workspace_option, year_option
from vanban.cli.printed import as_json, counted, finding_rows, print_findings
from vanban.cli.proof import proof
from vanban.cli.proofread import proofread
from vanban.cli.register import register
from vanban.cli.template import template
from vanban.cli.vietnamese import Command, Group, mistake
from vanban.errors import VanbanError
from vanban.workflows.check import check
from vanban.workflows.new_workspace import new_workspace
from vanban.workflows.show import show
from vanban.workspace import Workspace

_INTERRUPTED = 130


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="vanban", message="vanban %(version)s", help="Hiện phiên bản rồi thoát.")
def cli() -> None:
    """Lập toàn bộ văn bản thi đua, khen thưởng của một năm từ một bộ dữ liệu, đúng thể thức Nghị định 30/2020/NĐ-CP."""


@cli.command("new", cls=Command)
@click.argument("folder", metavar="THƯ-MỤC", type=click.Path(path_type=Path))
@json_option
def new_command(folder: Path, as_json_: bool) -> None:
    """Tạo thư mục làm việc mới từ bộ dữ liệu mẫu."""
    made = new_workspace(folder)
    if as_json_:
        as_json({"root": str(made.root), "files": list(made.files)})
        return
    click.echo(f"Đã tạo thư mục làm việc “{made.root}” với {len(made.files)} tệp dữ liệu mẫu:")
    for name in made.files:
        click.echo(f"  {name}")
    click.echo("Sửa các tệp trong data rồi chạy trong thư mục ấy: vanban check, sau đó vanban build.")


@cli.command("check", cls=Command)
@workspace_option
@year_option
@json_option
def check_command(workspace: Workspace, year: int | None, as_json_: bool) -> None:
    """Đọc và kiểm tra dữ liệu của một năm, báo mọi chỗ sai cùng một lúc."""
    checked = check(workspace, year)
    if as_json_:
        as_json({"year": checked.year_number, "ok": checked.ok, "findings": finding_rows(checked.findings)})
    else:
        print_findings(checked.findings)
        verdict = "Dữ liệu dùng được" if checked.ok else "Dữ liệu chưa dùng được"
        click.echo(f"{verdict} (năm {checked.year_number}: {counted(checked.findings)}). Chưa lập văn bản nào.")
    if not checked.ok:
        sys.exit(1)


@cli.command("show", cls=Command)
@click.argument("file", metavar="TỆP.docx", type=click.Path(path_type=Path))
@json_option
def show_command(file: Path, as_json_: bool) -> None:
    """Hiện một tệp Word thành dàn ý đọc được: kiểu, canh lề, cỡ chữ, nội dung, bảng."""
    outline = show(file)
    if as_json_:
        as_json({"file": str(file), "outline": outline.splitlines()})
    else:
        click.echo(outline, nl=False)


cli.add_command(build)
cli.add_command(issue)
cli.add_command(void)
cli.add_command(replace)
cli.add_command(correct)
cli.add_command(recall)
cli.add_command(recover)
cli.add_command(sign_copy)
cli.add_command(register)
cli.add_command(dossier)
cli.add_command(archive)
cli.add_command(verify)
cli.add_command(proofread)
cli.add_command(proof)
cli.add_command(template)
cli.add_command(law)


def main(arguments: list[str] | None = None) -> None:
    """Run one command line; every error becomes a Vietnamese sentence on standard error and an exit code."""
    try:
        sys.exit(cli.main(arguments, prog_name="vanban", standalone_mode=False) or 0)
    except click.UsageError as error:
        click.echo(mistake(error), err=True)
        sys.exit(2)
    except VanbanError as error:
        click.echo(f"LỖI: {error}", err=True)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Đã dừng theo yêu cầu; các tệp đã ghi xong vẫn nguyên vẹn.", err=True)
        sys.exit(_INTERRUPTED)
