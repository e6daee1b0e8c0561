"""``vanban template``: kinds, fields, errors of templates."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vanban.cli.options import json_option, workspace_option
from vanban.cli.printed import as_json, counted, finding_rows, print_findings
from vanban.cli.vietnamese import Command, Group
from vanban.domain.finding import Severity
from vanban.workflows.templates import copy_template, lint_templates, list_templates, template_fields
from vanban.workspace import Workspace


@click.group(cls=Group)
def template() -> None:
    """Xem, sửa và kiểm tra các mẫu Word."""


@template.command("list", cls=Command)
@workspace_option
@json_option
def list_command(workspace: Workspace, as_json_: bool) -> None:
    """Liệt kê các loại văn bản và mẫu Word đang dùng."""
    rows = list_templates(workspace)
    if as_json_:
        as_json([{"kind": row.kind, "title": row.title, "path": str(row.path), "own": row.own} for row in rows])
        return
    width = max(len(row.kind) for row in rows)
    for row in rows:
        click.echo(f"{row.kind:<{width}}  {row.title} ({'mẫu riêng' if row.own else 'mẫu đi kèm'}: {row.path})")


@template.command("fields", cls=Command)
@click.argument("kind", metavar="LOẠI")
@json_option
def fields_command(kind: str, as_json_: bool) -> None:
    """Liệt kê các trường mà mẫu của một loại văn bản được dùng."""
    rows = template_fields(kind)
    if as_json_:
        as_json([{"name": row.name, "title": row.title, "kind": row.kind} for row in rows])
        return
    width = max(len(row.name) for row in rows)
    for row in rows:
        click.echo(f"{row.name:<{width}}  {row.title} ({row.kind})")


@template.command("copy", cls=Command)
@click.argument("kind", metavar="LOẠI")
@workspace_option
def copy_command(kind: str, workspace: Workspace) -> None:
    """Chép mẫu đi kèm vào thư mục làm việc để sửa bằng Word; từ đó mẫu riêng được dùng thay mẫu đi kèm."""
    click.echo(f"Đã chép mẫu vào “{copy_template(workspace, kind)}”. Sửa xong hãy chạy: vanban template lint.")


@template.command("lint", cls=Command)
@click.argument("files", metavar="[TỆP.docx]...", nargs=-1, type=click.Path(path_type=Path))
@workspace_option
@json_option
def lint_command(files: tuple[Path, ...], workspace: Workspace, as_json_: bool) -> None:
    """Tìm lỗi trong mẫu Word (mặc định: mọi mẫu đang dùng); tên tệp phải là tên loại văn bản."""
    findings = lint_templates(workspace, files)
    failed = any(finding.severity is Severity.ERROR for finding in findings)
    if as_json_:
        as_json({"ok": not failed, "findings": finding_rows(findings)})
    else:
        print_findings(findings)
        click.echo(f"Mẫu {'chưa dùng được' if failed else 'dùng được'} ({counted(findings)}).")
    if failed:
        sys.exit(1)
