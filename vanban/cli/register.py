"""``vanban register``: the register of outgoing documents, to look in, export, print, open and take over."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from vanban.cli.options import actor, json_option, workspace_option
from vanban.cli.printed import as_json, counted, entry_row, finding_rows, print_findings
from vanban.cli.vietnamese import Command, Group, SeriesName, WholeNumber
from vanban.domain.issuing_day import vietnam_day
from vanban.domain.register_entry import Entry, SeriesOpening
from vanban.domain.register_row import STATES, titled, witness
from vanban.domain.wording import numeric_date
from vanban.pdf import find_office
from vanban.register import Query
from vanban.workflows import books, register_desk
from vanban.workflows.check import office_of
from vanban.workflows.register_desk import Found
from vanban.workspace import Workspace

_PAGE = 50

series_option = click.option(
    "--series", metavar="HỆ-THỐNG-SỐ", type=SeriesName(), help="Chỉ hệ thống số này (mặc định: mọi hệ thống)."
)
number_year_option = click.option(
    "--year", metavar="NĂM", type=WholeNumber(1945, 2200), help="Năm của số (mặc định: mọi năm)."
)


@click.group("register", cls=Group)
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
    found = register_desk.export(workspace, Query(series=series, year=year), file)
    if as_json_:
        as_json({"file": str(file), **_found(found)})
    else:
        click.echo(f"Đã xuất {found.total} số ra “{file}”. Đầu chuỗi của sổ: {witness(found.head)}")


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
    made = books.print_register(workspace, office_of(workspace), file, series, year, volume, find_office(os.environ))
    if as_json_:
        as_json({"files": [str(path) for path in made.files], "entries": made.rows})
        return
    for path in made.files:
        click.echo(f"Đã in {made.rows} số ra “{path}”.")


@register.command("open-series", cls=Command)
@click.argument("series", metavar="HỆ-THỐNG-SỐ", type=SeriesName())
@click.option("--first", metavar="SỐ", type=WholeNumber(1), default=1, help="Số tiếp theo của sổ giấy (mặc định: 1).")
@click.option("--year", metavar="NĂM", type=WholeNumber(1945, 2200), help="Năm của sổ (mặc định: năm nay).")
@workspace_option
@json_option
def open_series(series: str, first: int, year: int | None, workspace: Workspace, as_json_: bool) -> None:
    """Mở một hệ thống số, từ số 1 hoặc nối tiếp sổ giấy. Lần đầu cũng lập sổ."""
    now = datetime.now(UTC)
    opening = SeriesOpening(series=series, year=year or vietnam_day(now).year, first=first)
    known = {one.key: one.name for one in office_of(workspace).number_series}
    opened = register_desk.open_series(workspace, known, opening, now, actor())
    if as_json_:
        as_json(opened.model_dump(mode="json"))
    else:
        click.echo(f"Đã mở hệ thống số “{opened.series}” ({opened.name}) năm {opened.year}, từ số {opened.first:02d}.")


@register.command("import", cls=Command)
@click.argument("file", metavar="TỆP.xlsx", type=click.Path(path_type=Path))
@click.option(
    "--series", metavar="HỆ-THỐNG-SỐ", type=SeriesName(), required=True, help="Hệ thống số mà sổ cũ thuộc về."
)
@click.option("--year", metavar="NĂM", type=WholeNumber(1945, 2200), required=True, help="Năm của sổ cũ.")
@workspace_option
@json_option
def import_command(file: Path, series: str, year: int, workspace: Workspace, as_json_: bool) -> None:
    """Nhập sổ giấy cũ từ bảng Excel: tất cả các dòng, hoặc không dòng nào nếu có dòng sai."""
    imported = register_desk.import_book(
        workspace, file, series, year, office_of(workspace).name, datetime.now(UTC), actor()
    )
    if as_json_:
        as_json({"entries": list(map(entry_row, imported.entries)), "findings": finding_rows(imported.findings)})
    else:
        print_findings(imported.findings)
        if imported.entries:
            click.echo(f"Đã nhập {len(imported.entries)} số vào hệ thống số “{series}” năm {year}.")
        else:
            click.echo(f"Chưa nhập dòng nào ({counted(imported.findings)}).")
    if not imported.entries and imported.findings:
        sys.exit(1)


def _show(found: Found, page: int, *, as_json_: bool) -> None:
    if as_json_:
        as_json(_found(found))
        return
    for entry in found.entries:
        click.echo(_line(entry))
    pages = -(-found.total // _PAGE)
    where = f", trang {page}/{pages}" if pages > 1 else ""
    click.echo(f"{found.total} số{where}. Đầu chuỗi của sổ: {witness(found.head)}")


def _line(entry: Entry) -> str:
    state = f" [{STATES[entry.state]}]"
    return f"{entry.number} ngày {numeric_date(entry.issued_on)}: {titled(entry)} ({entry.signer_name}){state}"


def _found(found: Found) -> dict[str, object]:
    return {
        "total": found.total,
        "head": found.head.model_dump(mode="json"),
        "entries": [entry_row(entry) for entry in found.entries],
    }
