"""``vanban register``: the register of outgoing documents, to look in, export, print, open and take over."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from vanban.cli.options import json_option, this_deed, workspace_option
from vanban.cli.parameters import SeriesName, WholeNumber
from vanban.cli.printed import as_json, print_findings
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command, CommandGroup
from vanban.domain.finding import tally
from vanban.domain.old_book import TakenOver
from vanban.domain.register_entry import EntryState, UnfilledNumber
from vanban.domain.register_row import STATES, BookLine, titled, witness
from vanban.domain.wording import numeric_date
from vanban.pdf import find_converter
from vanban.register import Query
from vanban.workflows import books, register_desk
from vanban.workflows.award_memory import remember_awards
from vanban.workflows.books import RegisterPrint
from vanban.workflows.register_desk import Found, OpeningRequest, PaperBookRequest
from vanban.workspace import Workspace

_PAGE = 50

series_option = click.option(
    "--series", metavar="HỆ-THỐNG-SỐ", type=SeriesName(), help="Chỉ hệ thống số này (mặc định: mọi hệ thống)."
)
number_year_option = click.option(
    "--year", metavar="NĂM", type=WholeNumber(1945, 2200), help="Năm của số (mặc định: mọi năm)."
)


@click.group("register", cls=CommandGroup)
def register() -> None:
    """Sổ đăng ký văn bản đi: xem, tìm, xuất, in, mở, nhập sổ cũ."""


@register.command("list", cls=Command)
@series_option
@number_year_option
@click.option("--page", metavar="TRANG", type=WholeNumber(1), default=1, help="Trang (mỗi trang 50 số).")
@workspace_option
@json_option
def list_command(series: str | None, year: int | None, page: int, workspace: Workspace, as_json_: bool) -> None:
    """Hiện sổ, theo thứ tự số."""
    query = Query(series=series, year=year, offset=(page - 1) * _PAGE, limit=_PAGE)
    _show(register_desk.find(workspace, query), page, as_json_=as_json_)


@register.command("search", cls=Command)
@click.argument("words", metavar="TỪ...", nargs=-1, required=True)
@series_option
@number_year_option
@click.option("--page", metavar="TRANG", type=WholeNumber(1), default=1, help="Trang (mỗi trang 50 số).")
@workspace_option
@json_option
def search(
    words: tuple[str, ...], series: str | None, year: int | None, page: int, workspace: Workspace, as_json_: bool
) -> None:
    """Tìm trong mọi mục của sổ và trong lời văn, có dấu hay không dấu đều được."""
    query = Query(text=" ".join(words), series=series, year=year, offset=(page - 1) * _PAGE, limit=_PAGE)
    _show(register_desk.find(workspace, query), page, as_json_=as_json_)


@register.command("export", cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@series_option
@number_year_option
@workspace_option
@json_option
def export(file: Path, series: str | None, year: int | None, workspace: Workspace, as_json_: bool) -> None:
    """Xuất sổ ra tệp Excel (.xlsx) hoặc .csv."""
    if file.suffix.lower() not in (".xlsx", ".csv"):
        raise click.BadParameter(f"“{file}” phải là tệp .xlsx hoặc .csv.", param_hint="TỆP")
    exported = register_desk.export(workspace, Query(series=series, year=year), file)
    found = exported.found
    if as_json_:
        as_json(exported)
    else:
        say(f"Đã xuất {found.total} số ra “{file}”. Đầu chuỗi của sổ: {witness(found.head)}")


@register.command("print", cls=Command)
@click.argument("file", metavar="TỆP.docx", type=click.Path(path_type=Path))
@click.option("--series", metavar="HỆ-THỐNG-SỐ", type=SeriesName(), required=True, help="Hệ thống số của quyển sổ.")
@click.option("--year", metavar="NĂM", type=WholeNumber(1945, 2200), required=True, help="Năm của quyển sổ.")
@click.option("--volume", metavar="SỐ", type=WholeNumber(1), default=1, help="Quyển số (mặc định: 1).")
@workspace_option
@json_option
def print_command(file: Path, series: str, year: int, volume: int, workspace: Workspace, as_json_: bool) -> None:
    """In sổ theo Phụ lục IV Nghị định 30/2020/NĐ-CP ra tệp Word (và PDF nếu có LibreOffice) để đóng quyển."""
    if file.suffix.lower() != ".docx":
        raise click.BadParameter(f"“{file}” phải là tệp .docx.", param_hint="TỆP.docx")
    request = RegisterPrint(file, series, year, volume, find_converter(os.environ))
    made = books.print_register(workspace, request)
    if as_json_:
        as_json(made)
        return
    for path in made.files:
        say(f"Đã in {made.entries} số ra “{path}”." if made.entries else f"Đã lập “{path}”; sổ chưa có văn bản.")


@register.command("open-series", cls=Command)
@click.argument("series", metavar="HỆ-THỐNG-SỐ", type=SeriesName())
@click.option("--first", metavar="SỐ", type=WholeNumber(1), default=1, help="Số tiếp theo của sổ giấy (mặc định: 1).")
@click.option("--year", metavar="NĂM", type=WholeNumber(1945, 2200), help="Năm của sổ (mặc định: năm nay).")
@workspace_option
@json_option
def open_series(series: str, first: int, year: int | None, workspace: Workspace, as_json_: bool) -> None:
    """Mở một hệ thống số, từ số 1 hoặc nối tiếp sổ giấy. Lần đầu cũng lập sổ."""
    opened = register_desk.open_series(workspace, OpeningRequest(series, first, year), this_deed())
    if as_json_:
        as_json(opened)
        return
    one = opened.opening
    say(f"Đã mở hệ thống số “{one.series}” ({one.name}) năm {one.year}, từ số {one.first:02d}.")


@register.command("import", cls=Command)
@click.argument("file", metavar="TỆP.xlsx", type=click.Path(path_type=Path))
@click.option(
    "--series", metavar="HỆ-THỐNG-SỐ", type=SeriesName(), required=True, help="Hệ thống số mà sổ cũ thuộc về."
)
@click.option("--year", metavar="NĂM", type=WholeNumber(1945, 2200), required=True, help="Năm của sổ cũ.")
@click.option("--same-number", is_flag=True, help="Sổ cũ có văn bản khác cùng số với văn bản đã vào sổ.")
@workspace_option
@json_option
def import_command(file: Path, series: str, year: int, same_number: bool, workspace: Workspace, as_json_: bool) -> None:
    """Nhập sổ cũ từ bảng Excel đúng như sổ ấy, cả số 01a, 01/1: mọi dòng, hoặc không dòng nào nếu có dòng sai."""
    request = PaperBookRequest(file, series, year, same_number)
    imported = register_desk.import_book(workspace, request, this_deed())
    if as_json_:
        as_json(imported)
    else:
        print_findings(imported.findings)
        if imported.rows:
            say(f"Đã nhập {imported.rows} số vào hệ thống số “{series}” năm {year}.")
        else:
            say(f"Chưa nhập dòng nào ({tally(imported.findings)}).")
    if imported.exit_code:
        sys.exit(imported.exit_code)


@register.command("awards", cls=Command)
@workspace_option
@json_option
def awards_command(workspace: Workspace, as_json_: bool) -> None:
    """Thêm khen thưởng theo các quyết định đã ban hành vào data/office/award_history.xlsx; dòng có sẵn giữ nguyên."""
    kept = remember_awards(workspace)
    if as_json_:
        as_json(kept)
    elif kept.findings:
        print_findings(kept.findings)
    else:
        say(f"Đã thêm {kept.added} lượt khen thưởng từ sổ vào “{kept.file.name}” (có {kept.held} dòng).")
    if kept.exit_code:
        sys.exit(kept.exit_code)


def _show(found: Found, page: int, *, as_json_: bool) -> None:
    if as_json_:
        as_json(found)
        return
    for line in found.lines:
        say(_line(line, found.actor(line)))
    where = f", trang {page}/{found.pages}" if found.pages > 1 else ""
    say(f"{found.total} số{where}. Đầu chuỗi của sổ: {witness(found.head)}")


def _line(line: BookLine, actor: str) -> str:
    if isinstance(line, UnfilledNumber):
        return f"{line.ordinal:02d} năm {line.year} (“{line.series}”) [{line.reason}]"
    old = isinstance(line, TakenOver) or line.state is EntryState.PAPER
    who = f"; {'người nhập' if old else 'người cấp số'}: {actor}" if actor else ""
    state = STATES[EntryState.PAPER if isinstance(line, TakenOver) else line.state]
    why = line.note if isinstance(line, TakenOver) or old else line.void_reason
    marked = f"[{state}: {why}]" if why else f"[{state}]"
    return f"{line.number} ngày {numeric_date(line.issued_on)}: {titled(line)} ({line.signer_name}) {marked}{who}"
