"""``vanban issue``, ``void``, ``recover``: numbers given, given up, and brought to their end after an interruption."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import click

from vanban.cli.options import actor, json_option, workspace_option, year_option
from vanban.cli.printed import LABELS, as_json, counted, entry_row, print_findings
from vanban.cli.vietnamese import Command, Day, SeriesName, WholeNumber, Words
from vanban.domain.finding import Severity
from vanban.domain.issuing_day import vietnam_day
from vanban.domain.register_entry import Entry, EntryKey, Relation
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year
from vanban.errors import DataUnfit
from vanban.pdf import find_office
from vanban.workflows import issue_set
from vanban.workflows.check import check
from vanban.workflows.issue_set import IssueRequest
from vanban.workflows.issuing_terms import Outcome, Recovery
from vanban.workflows.proving import Restored
from vanban.workspace import Workspace

_RESTORED = {
    Restored.REGISTER: "Đã lập lại sổ từ kho lưu trữ.",
    Restored.LEDGER: "Đã ghi lại sổ cái của kho lưu trữ theo sổ đăng ký.",
}

_FALLEN = (Relation.REPLACES, Relation.RECALLS)
_LOOK_AGAIN = "Hãy xem có phải đính chính, thay thế văn bản ấy không."

F = TypeVar("F", bound=Callable[..., None])


def issuing_options(command: F) -> F:
    """The options of every command that gives a number."""
    options = (
        click.option("--date", "day", metavar="NGÀY", type=Day(), help="Ngày ban hành (mặc định: hôm nay)."),
        click.option("--expect", metavar="SỐ", type=WholeNumber(1), help="Dừng nếu số tiếp theo không phải số này."),
        click.option("--confirm-date", is_flag=True, help="Xác nhận ngày đúng dù cách số trước hơn một tuần."),
        click.option("--no-pdf", is_flag=True, help="Chỉ lưu tệp Word, không tạo PDF."),
        workspace_option,
        year_option,
        json_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


@dataclass(frozen=True)
class _Asked:
    """The options of :func:`issuing_options` as one command line has them."""

    day: date | None
    expect: int | None
    confirm_date: bool
    no_pdf: bool
    workspace: Workspace
    year: int | None
    as_json_: bool

    def fit_year(self) -> Year:
        """The year, if its data are fit. Raises :class:`vanban.errors.DataUnfit`."""
        checked = check(self.workspace, self.year)
        if checked.year is None or not checked.ok:
            print_findings(checked.findings)
            raise DataUnfit(year=checked.year_number, count=counted(checked.findings))
        return checked.year

    def issue(self, year: Year, documents: tuple[str, ...], *, replacing: bool = False) -> None:
        """Issue these documents and tell of it."""
        request = IssueRequest(
            documents=documents,
            moment=datetime.now(UTC),
            actor=actor(),
            day=self.day,
            expected=self.expect,
            office=None if self.no_pdf else find_office(os.environ),
            with_pdf=not self.no_pdf,
            evidence=_evidence(self.workspace),
            confirmed=self.confirm_date,
            replacing=replacing,
        )
        outcome = issue_set.issue(self.workspace, year, request)
        fallen = [act.target for entry in outcome.entries for act in entry.acts_on if act.relation in _FALLEN]
        if not self.as_json_:
            _print(self.workspace, outcome)
            _print_citing(self.workspace, fallen)
            return
        as_json(
            {
                "repeated": outcome.repeated,
                "entries": [entry_row(entry) for entry in outcome.entries],
                "files": [path.relative_to(self.workspace.root).as_posix() for path in outcome.files],
                "doubts": [doubt.model_dump(mode="json") for doubt in outcome.doubts],
                "citing": [one.number for key in fallen for one in issue_set.citing(self.workspace, key)],
            }
        )


def _evidence(workspace: Workspace) -> date | None:
    """The day on which a file of the data or a built document was last written; none where there is no file."""
    folders = (workspace.root / "data", workspace.output)
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    written = max((path.stat().st_mtime for path in files), default=None)
    return None if written is None else vietnam_day(datetime.fromtimestamp(written, UTC))


@click.command("issue", cls=Command)
@click.argument("documents", metavar="VĂN-BẢN...", nargs=-1, required=True)
@issuing_options
def issue(documents: tuple[str, ...], **options: Any) -> None:
    """Cấp số, ngày cho văn bản đã ký, lưu vào kho và vào sổ.

    VĂN-BẢN là LOẠI hoặc LOẠI/MÃ như vanban build in ra.
    """
    asked = _Asked(**options)
    asked.issue(asked.fit_year(), documents)


@click.command("replace", cls=Command)
@click.argument("document", metavar="VĂN-BẢN")
@issuing_options
def replace(document: str, **options: Any) -> None:
    """Ban hành bản mới thay thế một văn bản đã ban hành; hai văn bản dẫn tới nhau trong sổ."""
    asked = _Asked(**options)
    asked.issue(asked.fit_year(), (document,), replacing=True)


@click.command("correct", cls=Command)
@click.argument("document", metavar="VĂN-BẢN")
@issuing_options
def correct(document: str, **options: Any) -> None:
    """Ban hành công văn đính chính một văn bản đã ban hành (công văn ấy ghi trong tệp letters)."""
    _act(document, Relation.CORRECTS, _Asked(**options))


@click.command("recall", cls=Command)
@click.argument("document", metavar="VĂN-BẢN")
@issuing_options
def recall(document: str, **options: Any) -> None:
    """Ban hành công văn thu hồi một văn bản đã ban hành (công văn ấy ghi trong tệp letters)."""
    _act(document, Relation.RECALLS, _Asked(**options))


def _act(document: str, relation: Relation, asked: _Asked) -> None:
    year = asked.fit_year()
    asked.issue(year, (issue_set.acting_on(year, document, relation),))


@click.command("void", cls=Command)
@click.argument("series", metavar="HỆ-THỐNG-SỐ", type=SeriesName())
@click.argument("number", metavar="SỐ", type=WholeNumber(1))
@click.option("--why", metavar="LÝ-DO", type=Words(500, blank=True), required=True, help="Lý do hủy số, ghi vào sổ.")
@workspace_option
@year_option
@json_option
def void(series: str, number: int, why: str, workspace: Workspace, year: int | None, as_json_: bool) -> None:
    """Hủy một số: dòng trong sổ ở lại cùng lý do, số không bao giờ dùng lại.

    --year là năm của số (mặc định: năm mới nhất có dữ liệu).
    """
    key = EntryKey(series=series, year=workspace.year(None) if year is None else year, ordinal=number)
    entry = issue_set.void(workspace, key, why, datetime.now(UTC), actor())
    if as_json_:
        as_json({**entry_row(entry), "citing": [one.number for one in issue_set.citing(workspace, key)]})
    else:
        click.echo(f"Đã hủy số {entry.number} năm {entry.year}: {entry.void_reason}")
        _print_citing(workspace, [key])


@click.command("recover", cls=Command)
@workspace_option
@json_option
def recover(workspace: Workspace, as_json_: bool) -> None:
    """Làm nốt những gì lần ban hành bị ngắt để lại; lập lại sổ từ kho nếu sổ mất hoặc hỏng.

    Bản đã ban hành bị mất, bị sửa trong output/issued cũng được đặt lại; tệp bị sửa giữ bên cạnh với tên khác.
    """
    restored, recovery = issue_set.recover(workspace, find_office(os.environ))
    copies = [path.relative_to(workspace.root).as_posix() for path in issue_set.republish(workspace)]
    if as_json_:
        finished = [entry_row(entry) for entry in recovery.finished]
        as_json({"restored": restored.value, "finished": finished, "republished": copies})
    else:
        if restored in _RESTORED:
            click.echo(_RESTORED[restored])
        _print_recovery(recovery)
        for path in copies:
            click.echo(f"Đã đặt lại bản đã ban hành: {path}")
        if restored is Restored.NOTHING and not (recovery.finished or recovery.stuck or copies):
            click.echo("Không còn việc nào dở dang.")
    if recovery.stuck:
        sys.exit(max(stuck.fault.exit_code for stuck in recovery.stuck))


def _print(workspace: Workspace, outcome: Outcome) -> None:
    _print_recovery(outcome.recovery)
    said = "Đã ban hành từ trước" if outcome.repeated else "Đã ban hành"
    for entry in outcome.entries:
        click.echo(f"{said}: {_named(entry)}")
    for path in outcome.files:
        click.echo(f"  {path.relative_to(workspace.root).as_posix()}")
    for doubt in outcome.doubts:
        click.echo(f"{LABELS[Severity.WARNING]}: {doubt.reason} Cách sửa: {doubt.remedy}")
    if not outcome.repeated:
        click.echo("Chạy vanban build để số này có trong các văn bản viện dẫn nó.")


def _print_citing(workspace: Workspace, fallen: Iterable[EntryKey]) -> None:
    """Name the issued documents that print a number that no longer holds."""
    for key in fallen:
        for one in issue_set.citing(workspace, key):
            click.echo(f"{LABELS[Severity.WARNING]}: {_named(one)} có nhắc số này. {_LOOK_AGAIN}")


def _print_recovery(recovery: Recovery) -> None:
    for entry in recovery.finished:
        click.echo(f"Đã làm nốt: {_named(entry)}")
    for stuck in recovery.stuck:
        click.echo(f"Chưa làm nốt được {_numbers(stuck.entries)}: {stuck.fault}", err=True)


def _numbers(entries: Iterable[Entry]) -> str:
    return ", ".join(entry.number for entry in entries)


def _named(entry: Entry) -> str:
    return f"{entry.type_name} số {entry.number} ngày {numeric_date(entry.issued_on)}, {entry.subject}"
