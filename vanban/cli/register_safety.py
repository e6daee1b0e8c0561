"""``vanban register heads``, ``continue``, ``move-here``: where the register itself is in doubt."""

from __future__ import annotations

import click

from vanban.cli.options import json_option, this_deed, workspace_option
from vanban.cli.parameters import LastNumberText, WholeNumber, WordsParameter
from vanban.cli.printed import as_json
from vanban.cli.register import register
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.domain.register_row import witness
from vanban.domain.witness import Occasion
from vanban.workflows import register_safety
from vanban.workflows.register_safety import ContinueRequest, LastNumber
from vanban.workspace import Workspace

_OCCASIONS = {
    Occasion.RECORDED: "chương trình ghi",
    Occasion.PRINTED: "in sổ",
    Occasion.EXPORTED: "xuất",
    Occasion.BACKED_UP: "sao lưu",
    Occasion.HANDED_OVER: "nộp lưu",
}


@register.command("heads", cls=Command)
@workspace_option
@json_option
def heads(workspace: Workspace, as_json_: bool) -> None:
    """Hiện đầu chuỗi của sổ, và các đầu chuỗi đã chứng kiến trước đây."""
    found = register_safety.heads(workspace)
    if as_json_:
        as_json(found)
        return
    for one in found.seen:
        say(f"{one.moment} ({_OCCASIONS[one.occasion]}): {witness(one.head)}")
    say(f"Đầu chuỗi của sổ: {witness(found.now)}")


@register.command("continue", cls=Command)
@click.option(
    "--last",
    metavar="HỆ-THỐNG-SỐ=SỐ",
    type=LastNumberText(),
    multiple=True,
    required=True,
    help="Số cuối đã cấp của một hệ thống số; lặp lại cho từng hệ thống.",
)
@click.option(
    "--why", metavar="LÝ-DO", type=WordsParameter(500), required=True, help="Vì sao biết số cuối ấy, ghi vào sổ."
)
@click.option("--year", metavar="NĂM", type=WholeNumber(1945, 2200), help="Năm của số (mặc định: năm mới nhất của sổ).")
@workspace_option
@json_option
def continue_command(
    last: tuple[LastNumber, ...], why: str, year: int | None, workspace: Workspace, as_json_: bool
) -> None:
    """Cấp tiếp sau những số đã cấp ngoài chương trình, hoặc đã mất cùng bản sổ mới hơn."""
    done = register_safety.continue_after(workspace, ContinueRequest(last, why, year), this_deed())
    if as_json_:
        as_json(done)
        return
    for one in done.skipped:
        say(f"Từ số {one.first:02d} đến số {one.last:02d} năm {one.year} (“{one.series}”): cấp ngoài chương trình.")
    if not done.skipped:
        say("Sổ đã có tới các số ấy.")
    say(f"Đầu chuỗi của sổ: {witness(done.head)}")


@register.command("move-here", cls=Command)
@workspace_option
@json_option
def move_here(workspace: Workspace, as_json_: bool) -> None:
    """Nhận thư mục này là nơi cấp số từ nay; bản ở nơi cũ không dùng nữa."""
    settled = register_safety.move_here(workspace)
    if as_json_:
        as_json(settled)
    else:
        say("Từ nay cấp số ở thư mục này. Đừng cấp số ở bản cũ nữa.")
