"""``vanban verify``: the proof that what was issued is what it was."""

from __future__ import annotations

import os
import re
import sys

import click

from vanban.archive import EVERYTHING, QUICK, Depth
from vanban.cli.options import json_option, workspace_option
from vanban.cli.parameters import HeadText
from vanban.cli.printed import as_json
from vanban.cli.progress import progress
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.domain.damage import Harm
from vanban.domain.ledger import Head
from vanban.domain.register_row import witness
from vanban.workflows.issuing_terms import Render, places_of
from vanban.workflows.proving import verdict_sentence
from vanban.workflows.proving import verify as verify_places
from vanban.workspace import Workspace


@click.command("verify", cls=Command)
@click.option("--quick", is_flag=True, help="Chỉ xem sổ, chuỗi, tên và cỡ tệp (mặc định: đọc mọi tệp).")
@click.option("--sample", metavar="n/t", help="Đọc phần thứ n trong t phần, ví dụ 1/12 mỗi tháng.")
@click.option("--rebuild", is_flag=True, help="Dựng lại từng văn bản từ dữ liệu đã lưu và so với bản đã ban hành.")
@click.option(
    "--head", "heads", metavar="SỐ:MÃ", type=HeadText(), multiple=True, help="Đầu chuỗi đã in hay xuất; lặp lại được."
)
@workspace_option
@json_option
def verify(
    quick: bool, sample: str | None, rebuild: bool, heads: tuple[Head, ...], workspace: Workspace, as_json_: bool
) -> None:
    """Đối chiếu sổ, kho lưu trữ và các bản đã ban hành; nêu từng chỗ hỏng kèm số văn bản. Không sửa gì."""
    if quick and (sample or rebuild):
        raise click.UsageError("--quick không đi cùng --sample, --rebuild.", click.get_current_context())
    depth = QUICK if quick else _depth(sample)
    render = _renderer() if rebuild else None
    with progress("Đối chiếu", quiet=as_json_) as notice:
        verdict = verify_places(places_of(workspace), depth, render=render, witnesses=heads, notice=notice)
    if as_json_:
        as_json(verdict)
    else:
        for damage in verdict.damages:
            say(f"{'HỎNG' if damage.severe else 'LƯU Ý'}: {damage}")
        for remedy in dict.fromkeys(damage.remedy for damage in verdict.damages):
            say(f"Cách sửa: {remedy}")
        told = {damage.path for damage in verdict.damages if damage.harm is Harm.WITNESS}
        for head in heads:
            if witness(head) not in told and verdict.documents:
                say(f"Đầu chuỗi {head.seq} khớp: mọi việc đến việc thứ {head.seq} còn nguyên như khi in, khi xuất.")
        say(verdict_sentence(verdict))
    if verdict.exit_code:
        sys.exit(verdict.exit_code)


def _depth(sample: str | None) -> Depth:
    if sample is None:
        return EVERYTHING
    found = re.fullmatch(r"(\d{1,4})/(\d{1,4})", sample)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise click.BadParameter(f"“{sample}” phải có dạng n/t với n từ 1 đến t, ví dụ 1/12.", param_hint="--sample")
    return Depth(int(found[1]), int(found[2]))


def _renderer() -> Render:
    """Only a rebuilding check needs Word and PDF, whose libraries take a second to load."""
    from vanban.pdf import find_converter
    from vanban.workflows.numbered_documents import renderer

    return renderer(find_converter(os.environ))
