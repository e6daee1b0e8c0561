"""``vanban proofread``: any Word file against Nghị định 30/2020, with an annotated and a corrected copy."""

from __future__ import annotations

import os
import sys
from itertools import groupby
from pathlib import Path

import click

from vanban.cli.options import json_option
from vanban.cli.parameters import YearText
from vanban.cli.printed import LABELS, as_json
from vanban.cli.progress import progress
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.domain.work_year import WorkYear
from vanban.pdf import find_converter
from vanban.proofread import LayoutFinding
from vanban.workflows.known_of_office import office_around
from vanban.workflows.law_book import law_around
from vanban.workflows.proofread import FileProofread, Proofread, ProofreadRequest, proofread_files


@click.command("proofread", cls=Command)
@click.argument("files", metavar="TỆP|THƯ_MỤC...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--year", metavar="NĂM", type=YearText(), help="Năm đang làm: tìm cả năm, ngày, tên gọi cũ còn sót.")
@click.option("--no-page", is_flag=True, help="Không chuyển sang PDF để đo trang in.")
@click.option(
    "--annotate", metavar="TỆP.docx", type=click.Path(path_type=Path), help="Lập bản sao có ghi chú Word ở mỗi chỗ sai."
)
@click.option(
    "--fix",
    metavar="TỆP.docx",
    type=click.Path(path_type=Path),
    help="Lập bản sao đã sửa những lỗi trình bày máy sửa được.",
)
@click.option("--tracked", is_flag=True, help="Bản đã sửa ghi mọi thay đổi bằng Track Changes để duyệt từng chỗ.")
@click.option(
    "--summary", metavar="TỆP.xlsx", type=click.Path(path_type=Path), help="Lập bảng Excel mọi phát hiện của mọi tệp."
)
@click.option("--signing-copy", is_flag=True, help="Đây là bản trình ký: số và ngày phải để trống.")
@json_option
def proofread(
    files: tuple[Path, ...],
    year: WorkYear | None,
    no_page: bool,
    annotate: Path | None,
    fix: Path | None,
    tracked: bool,
    summary: Path | None,
    signing_copy: bool,
    as_json_: bool,
) -> None:
    """Soát tệp Word bất kỳ theo Nghị định 30/2020/NĐ-CP: điều khoản, chỗ sai, cách sửa. Tệp gốc giữ nguyên.

    Thư mục: soát mọi tệp .docx, .dotx trong đó; tệp .doc, .rtf, .odt cũng đọc được khi máy có LibreOffice.
    """
    request = ProofreadRequest(
        files=files,
        converter=find_converter(os.environ),
        with_pages=not no_page,
        year=year,
        signing_copy=signing_copy,
        annotated=annotate,
        fixed=fix,
        summary=summary,
        tracked=tracked,
        workers=os.cpu_count() or 1,
        law=law_around(Path.cwd()),
        office=office_around(Path.cwd()),
    )
    with progress("Soát thể thức", quiet=as_json_) as notice:
        done = proofread_files(request, notice)
    if as_json_:
        as_json(done)
    else:
        for file in done.files:
            _print(file)
        _print_copies(done)
    if done.exit_code:
        sys.exit(done.exit_code)


def _print(file: FileProofread) -> None:
    say(f"{file.path}")
    if file.fault:
        say(f"  LỖI: {file.fault}")
    if file.page_fault:
        say(f"  LƯU Ý: chưa đo được trang in. {file.page_fault}")
    if file.read is None:
        return
    if file.read.notice:
        say(f"  LƯU Ý: {file.read.notice}")
    for part, findings in groupby(sorted(file.read.findings, key=_by_part), key=lambda finding: finding.part):
        say(f"  {part}")
        for finding in findings:
            _print_finding(finding)
    for change in file.changes:
        say(f"  đã sửa ({change.rule}) {change.part}, {len(change.places)} chỗ: {change.what}")
    errors = file.read.errors
    say(f"  {errors} lỗi, {len(file.read.findings) - errors + bool(file.page_fault) + bool(file.read.notice)} lưu ý.")


def _by_part(finding: LayoutFinding) -> str:
    return finding.part


def _print_finding(finding: LayoutFinding) -> None:
    say(f"    {LABELS[finding.severity]} {finding.rule} {finding.place}")
    if finding.repeated:
        say(f"      {finding.repeated}")
    say(f"      hiện có: {finding.found}")
    say(f"      cần có:  {finding.expected} ({finding.article})")
    say(f"      Cách sửa: {finding.remedy}")


def _print_copies(done: Proofread) -> None:
    for hint in done.hints:
        say(hint)
    for what, path in (("Bản ghi chú", done.annotated), ("Bản đã sửa", done.fixed), ("Bảng tổng hợp", done.summary)):
        if path:
            say(f"{what}: {path}")
