"""``vanban build``: the year's documents into ``output/``."""

from __future__ import annotations

import os
import sys

import click

from vanban.cli.options import json_option, workspace_option, year_option
from vanban.cli.parameters import WholeNumber
from vanban.cli.printed import as_json, print_findings
from vanban.cli.progress import progress
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.domain.finding import tally
from vanban.domain.work_year import WorkYear
from vanban.pdf import find_converter
from vanban.workflows.build import BuildRequest, Built, DocumentOutcome
from vanban.workflows.build import build as build_year
from vanban.workflows.sayings import STATE_WORDS, built_sentence
from vanban.workspace import Workspace


@click.command("build", cls=Command)
@click.argument("kinds", metavar="[LOẠI]...", nargs=-1)
@click.option(
    "--only", metavar="MÃ", multiple=True, help="Chỉ lập văn bản của mã này (tổ, tập thể, cá nhân); lặp lại được."
)
@workspace_option
@year_option
@click.option("--no-pdf", is_flag=True, help="Chỉ lập tệp Word, không tạo PDF.")
@click.option("--jobs", metavar="SỐ", type=WholeNumber(1), help="Số tiến trình chạy cùng lúc (mặc định: số nhân máy).")
@click.option("--dry-run", is_flag=True, help="Chỉ cho biết sẽ lập những gì và vì sao, không ghi tệp nào.")
@click.option("--force", is_flag=True, help="Lập lại cả văn bản đã sửa tay; bản sửa tay được chuyển sang tên khác.")
@click.option("-v", "--verbose", is_flag=True, help="In từng bước.")
@json_option
def build(
    kinds: tuple[str, ...],
    only: tuple[str, ...],
    workspace: Workspace,
    year: WorkYear | None,
    no_pdf: bool,
    jobs: int | None,
    dry_run: bool,
    force: bool,
    verbose: bool,
    as_json_: bool,
) -> None:
    """Lập văn bản của một năm vào thư mục output (mặc định: mọi loại, năm mới nhất).

    LOẠI là tên loại văn bản, hoặc LOẠI/MÃ để chỉ một văn bản.
    """
    request = BuildRequest(
        year=year,
        wanted=kinds,
        only=only,
        converter=None if no_pdf else find_converter(os.environ),
        with_pdf=not no_pdf,
        workers=jobs or os.cpu_count() or 1,
        dry_run=dry_run,
        force=force,
    )
    with progress("Lập văn bản", steps=7 if verbose else 0, quiet=as_json_) as notice:
        built = build_year(workspace, request, notice)
    if as_json_:
        as_json(built)
    else:
        _print(built, request, verbose)
    if built.exit_code:
        sys.exit(built.exit_code)


def _print(built: Built, request: BuildRequest, verbose: bool) -> None:
    print_findings(built.findings)
    for document in built.documents:
        if verbose or document.state is not DocumentOutcome.UNCHANGED:
            why = f" ({document.why})" if document.why else ""
            say(f"{STATE_WORDS[document.state]}: {document.path}{why}")
    for sentence in built.notes:
        say(sentence)
    if built.stopped:
        say(f"Dữ liệu chưa dùng được ({built.work_year.phrase}: {tally(built.findings)}). Chưa lập văn bản nào.")
        return
    for hint in built.hints:
        say(hint)
    say(built_sentence(built))
    if not built.wrote and not request.dry_run and not built.exit_code:
        say("Không có gì thay đổi, không ghi tệp nào.")
