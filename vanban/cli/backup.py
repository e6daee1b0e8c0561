"""``vanban backup``, ``restore``: everything that cannot be made again, kept and brought back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vanban.cli.options import json_option, this_deed, workspace_option
from vanban.cli.printed import as_json
from vanban.cli.progress import progress
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.domain.register_row import witness
from vanban.workflows import backup as backups
from vanban.workflows.backup import BackupRequest, RestoreRequest
from vanban.workflows.sayings import backed_up_sentence, restored_sentence
from vanban.workspace import Workspace

_UNSOUND = "LƯU Ý: sổ hoặc kho lưu trữ không còn nguyên vẹn; hãy chạy vanban verify."

password_option = click.option("--password", "locked", is_flag=True, help="Mã hóa bằng mật khẩu; chương trình sẽ hỏi.")


@click.command("backup", cls=Command)
@click.argument("folder", metavar="THƯ-MỤC", type=click.Path(path_type=Path))
@password_option
@workspace_option
@json_option
def backup(folder: Path, locked: bool, workspace: Workspace, as_json_: bool) -> None:
    """Sao lưu mọi thứ không làm lại được vào một thư mục ở ổ đĩa khác.

    Chỉ chép phần mới, đọc lại để kiểm tra, giữ mọi bản sao trước.
    """
    request = BackupRequest(folder, _password(confirm=True) if locked else None)
    with progress("Sao lưu", quiet=as_json_) as notice:
        made = backups.backup(workspace, request, this_deed(), notice)
    if as_json_:
        as_json(made)
    else:
        say(backed_up_sentence(made))
        say(f"Đầu chuỗi của sổ: {witness(made.head)}")
        if not made.sound:
            say(_UNSOUND)
    if made.exit_code:
        sys.exit(made.exit_code)


@click.command("restore", cls=Command)
@click.argument("folder", metavar="THƯ-MỤC-SAO-LƯU", type=click.Path(path_type=Path))
@click.argument("target", metavar="THƯ-MỤC-MỚI", type=click.Path(path_type=Path))
@click.option("--copy", metavar="BẢN", help="Bản sao nào (mặc định: bản mới nhất còn nguyên vẹn).")
@password_option
@json_option
def restore(folder: Path, target: Path, copy: str | None, locked: bool, as_json_: bool) -> None:
    """Lập lại thư mục làm việc từ bản sao lưu, trên máy này hoặc máy mới."""
    request = RestoreRequest(folder, target, copy, _password(confirm=False) if locked else None)
    with progress("Khôi phục", quiet=as_json_) as notice:
        made = backups.restore(request, notice)
    if as_json_:
        as_json(made)
    else:
        say(restored_sentence(made))
        for name, ordinal in sorted(made.last.items()):
            series, _, year = name.partition("/")
            say(f"  Số cuối trong bản sao lưu, hệ thống số “{series}” năm {year}: {ordinal:02d}")
        if made.last:
            last = " ".join(f"--last {name.partition('/')[0]}=…" for name in sorted(made.last))
            say(f"Xem sổ giấy rồi chạy: vanban register continue {last} --why …")
        if not made.sound:
            say(_UNSOUND)
    if made.exit_code:
        sys.exit(made.exit_code)


def _password(*, confirm: bool) -> str:
    said: str = click.prompt("Mật khẩu", hide_input=True, confirmation_prompt="Gõ lại mật khẩu" if confirm else False)
    return said
