"""``vanban issue``, ``replace``, ``correct``, ``recall``, ``void``, ``recover``: numbers given, given up, brought to
their end after an interruption."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import click

from vanban.cli.options import json_option, this_deed, workspace_option, year_option
from vanban.cli.parameters import Day, SeriesName, WholeNumber, WordsParameter
from vanban.cli.printed import LABELS, as_json, print_takeover
from vanban.cli.progress import progress
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.domain.finding import Severity
from vanban.domain.register_entry import Entry, Relation
from vanban.pdf import find_converter
from vanban.workflows import after_issue, issue_set
from vanban.workflows.after_issue import CITING_HINT, VoidRequest
from vanban.workflows.issue_request import IssueRequest
from vanban.workflows.issue_set import IssuedSet
from vanban.workflows.issuing_terms import Recovery
from vanban.workflows.sayings import named, recovered_sentences, stuck_sentence
from vanban.workspace import Workspace

F = TypeVar("F", bound=Callable[..., None])


def issuing_options(command: F) -> F:
    """The options of every command that gives a number."""
    options = (
        click.option("--date", "day", metavar="NGÀY", type=Day(), help="Ngày ban hành (mặc định: hôm nay)."),
        click.option("--expect", metavar="SỐ", type=WholeNumber(1), help="Dừng nếu số tiếp theo không phải số này."),
        click.option(
            "--number",
            metavar="SỐ",
            type=WholeNumber(1),
            help="Số mà sổ giấy hoặc hệ thống khác đã cấp cho văn bản này.",
        ),
        click.option("--confirm-date", is_flag=True, help="Xác nhận ngày đúng dù cách số trước hơn một tuần."),
        click.option("--no-pdf", is_flag=True, help="Chỉ lưu tệp Word, không tạo PDF."),
        workspace_option,
        year_option,
        json_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


def _issue(documents: tuple[str, ...], options: Mapping[str, Any], **how: Any) -> None:
    """Issue these documents by the options of :func:`issuing_options`, and tell of it."""
    workspace, as_json_, no_pdf = options["workspace"], options["as_json_"], options["no_pdf"]
    request = IssueRequest(
        documents,
        year=options["year"],
        day=options["day"],
        expected=options["expect"],
        number=options["number"],
        converter=None if no_pdf else find_converter(os.environ),
        with_pdf=not no_pdf,
        confirmed=options["confirm_date"],
        **how,
    )
    with progress("Ban hành", quiet=as_json_) as notice:
        issued = issue_set.issue(workspace, request, this_deed(), notice)
    if as_json_:
        as_json(issued)
    else:
        _print(issued)
        _print_citing(issued.citing)


@click.command("issue", cls=Command)
@click.argument("documents", metavar="VĂN-BẢN...", nargs=-1, required=True)
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="Ban hành một lượt mọi văn bản đã sẵn sàng của các loại này; văn bản chưa sẵn sàng được kể ra cùng lý do.",
)
@issuing_options
def issue(documents: tuple[str, ...], every: bool, **options: Any) -> None:
    """Cấp số, ngày cho văn bản đã ký, lưu vào kho lưu trữ và vào sổ.

    VĂN-BẢN là LOẠI hoặc LOẠI/MÃ như vanban build in ra. Nhiều văn bản ghi trong một lệnh thì được cấp số một lượt,
    theo thứ tự đã ghi: có điều gì sai ở một văn bản thì chưa số nào được cấp.
    """
    _issue(documents, options, every=every)


@click.command("replace", cls=Command)
@click.argument("document", metavar="VĂN-BẢN")
@issuing_options
def replace(document: str, **options: Any) -> None:
    """Ban hành bản mới thay thế một văn bản đã ban hành; hai văn bản dẫn tới nhau trong sổ."""
    _issue((document,), options, replacing=True)


@click.command("correct", cls=Command)
@click.argument("document", metavar="VĂN-BẢN")
@issuing_options
def correct(document: str, **options: Any) -> None:
    """Ban hành công văn đính chính một văn bản đã ban hành (ghi trong tệp Công văn, letters.yaml)."""
    _issue((document,), options, acting=Relation.CORRECTS)


@click.command("recall", cls=Command)
@click.argument("document", metavar="VĂN-BẢN")
@issuing_options
def recall(document: str, **options: Any) -> None:
    """Ban hành công văn thu hồi một văn bản đã ban hành (ghi trong tệp Công văn, letters.yaml)."""
    _issue((document,), options, acting=Relation.RECALLS)


@click.command("void", cls=Command)
@click.argument("series", metavar="HỆ-THỐNG-SỐ", type=SeriesName())
@click.argument("number", metavar="SỐ", type=WholeNumber(1))
@click.option(
    "--why", metavar="LÝ-DO", type=WordsParameter(500, blank=True), required=True, help="Lý do hủy số, ghi vào sổ."
)
@workspace_option
@click.option("--year", metavar="NĂM", type=WholeNumber(1945, 2200), help="Năm của số (mặc định: năm mới nhất).")
@json_option
def void(series: str, number: int, why: str, workspace: Workspace, year: int | None, as_json_: bool) -> None:
    """Hủy một số: dòng trong sổ ở lại cùng lý do, số không bao giờ dùng lại.

    --year là năm của số (mặc định: năm mới nhất có dữ liệu).
    """
    voided = after_issue.void(workspace, VoidRequest(series, number, why, year), this_deed())
    if as_json_:
        as_json(voided)
        return
    entry = voided.entry
    say(f"Đã hủy số {entry.number} năm {entry.year}: {entry.void_reason}")
    _print_citing(voided.citing)


@click.command("recover", cls=Command)
@workspace_option
@json_option
def recover(workspace: Workspace, as_json_: bool) -> None:
    """Làm nốt những gì lần ban hành bị ngắt để lại; lập lại sổ từ kho lưu trữ nếu sổ mất hoặc hỏng.

    Bản đã ban hành bị mất, bị sửa trong output/issued cũng được đặt lại; tệp bị sửa giữ bên cạnh với tên khác.
    """
    recovered = after_issue.recover(workspace, find_converter(os.environ))
    if as_json_:
        as_json(recovered)
    else:
        print_takeover(recovered.taken)
        for line in recovered_sentences(recovered):
            say(line)
        for stuck in recovered.recovery.stuck:
            say(stuck_sentence(stuck), err=True)
        if recovered.missing:
            say(f"{LABELS[Severity.ERROR]}: {recovered.missing}", err=True)
    if recovered.exit_code:
        sys.exit(recovered.exit_code)


def _print(issued: IssuedSet) -> None:
    _print_recovery(issued.recovery)
    said = "Đã ban hành từ trước" if issued.repeated else "Đã ban hành"
    for entry in issued.entries:
        say(f"{said}: {named(entry)}")
    for path in issued.copies:
        say(f"  {path}")
    for one in issued.waiting:
        say(f"Chưa ban hành {one.title} ({one.name}): {one.fault}")
    for doubt in issued.doubts:
        say(f"{LABELS[Severity.WARNING]}: {doubt.reason} Cách sửa: {doubt.remedy}")
    for hint in issued.hints:
        say(hint)


def _print_citing(citing: Iterable[Entry]) -> None:
    """Name the issued documents that print a number that no longer holds."""
    for one in citing:
        say(f"{LABELS[Severity.WARNING]}: {named(one)} có nhắc số này. {CITING_HINT}")


def _print_recovery(recovery: Recovery) -> None:
    for entry in recovery.finished:
        say(f"Đã làm nốt: {named(entry)}")
    for stuck in recovery.stuck:
        say(stuck_sentence(stuck), err=True)
