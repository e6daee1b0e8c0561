"""``vanban template``: kinds, fields, errors of templates."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vanban.cli.options import json_option, workspace_option
from vanban.cli.printed import as_json, print_findings
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command, CommandGroup
from vanban.domain.finding import tally
from vanban.workflows.templates import copy_template, lint_templates, list_templates, template_fields
from vanban.workspace import Workspace


@click.group(cls=CommandGroup)
def template() -> None:
    """Xem, sửa và kiểm tra các mẫu Word."""


@template.command("list", cls=Command)
@workspace_option
@json_option
def list_command(workspace: Workspace, as_json_: bool) -> None:
    """Liệt kê các loại văn bản và mẫu Word đang dùng."""
    listed = list_templates(workspace)
    if as_json_:
        as_json(listed)
        return
    rows = listed.templates
    width = max(len(row.kind) for row in rows)
    for row in rows:
        say(f"{row.kind:<{width}}  {row.title} ({'mẫu riêng' if row.own else 'mẫu đi kèm'}: {row.path})")


@template.command("fields", cls=Command)
@click.argument("kind", metavar="LOẠI")
@json_option
def fields_command(kind: str, as_json_: bool) -> None:
    """Liệt kê các chỗ điền mà mẫu của một loại văn bản được dùng."""
    listed = template_fields(kind, Path.cwd())
    if as_json_:
        as_json(listed)
        return
    rows = listed.fields
    width = max(len(row.name) for row in rows)
    for row in rows:
        say(f"{row.name:<{width}}  {row.title} ({row.kind})")


@template.command("copy", cls=Command)
@click.argument("kind", metavar="LOẠI")
@workspace_option
@json_option
def copy_command(kind: str, workspace: Workspace, as_json_: bool) -> None:
    """Chép mẫu đi kèm vào thư mục làm việc để sửa bằng Word; từ đó mẫu riêng được dùng thay mẫu đi kèm."""
    copied = copy_template(workspace, kind)
    if as_json_:
        as_json(copied)
    else:
        say(f"Đã chép mẫu vào “{copied.path}”. Sửa xong hãy chạy: vanban template lint.")


@template.command("lint", cls=Command)
@click.argument("files", metavar="[TỆP.docx]...", nargs=-1, type=click.Path(path_type=Path))
@workspace_option
@json_option
def lint_command(files: tuple[Path, ...], workspace: Workspace, as_json_: bool) -> None:
    """Tìm lỗi trong mẫu Word (mặc định: mọi mẫu đang dùng); tên tệp phải là tên loại văn bản."""
    linted = lint_templates(workspace, files)
    if as_json_:
        as_json(linted)
    else:
        print_findings(linted.findings)
        say(f"Mẫu {'dùng được' if linted.ok else 'chưa dùng được'} ({tally(linted.findings)}).")
    if linted.exit_code:
        sys.exit(linted.exit_code)
