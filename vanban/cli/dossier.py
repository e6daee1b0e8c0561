"""``vanban dossier``, ``archive``, ``sign-copy``: what is kept together, handed over, and kept beside the original."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Final

import click

from vanban.cli.options import json_option, now, register_year, this_deed, workspace_option, year_option
from vanban.cli.parameters import Day, WholeNumber, WordsParameter
from vanban.cli.printed import as_json, print_takeover
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command, CommandGroup
from vanban.domain.dossier import CREATOR_LENGTH, RetentionPeriod
from vanban.domain.register_row import witness
from vanban.domain.wording import numeric_date
from vanban.domain.work_year import WorkYear
from vanban.pdf import find_converter
from vanban.workflows import bags, books, dossier_desk, register_desk
from vanban.workflows.bags import BagRequest
from vanban.workflows.books import DossierPrint
from vanban.workflows.dossier_desk import (
    ClosingRequest,
    DossierRequest,
    DossiersSeen,
    FilingRequest,
    OutsidePaper,
)
from vanban.workflows.proving import Restored
from vanban.workflows.register_desk import RetractRequest, SignedCopyRequest
from vanban.workspace import Workspace

_FOREVER: Final = "vinh-vien"


class Retention(click.ParamType[RetentionPeriod]):
    """Years, or ``vinh-vien``."""

    name = "thời hạn"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> RetentionPeriod:
        text = str(value)
        if text == _FOREVER:
            return RetentionPeriod()
        if not text.isdecimal() or not 1 <= int(text) <= 100:
            self.fail(f"“{text}” không phải là số năm từ 1 đến 100, cũng không phải {_FOREVER}.", param, ctx)
        return RetentionPeriod(years=int(text))


@click.group("dossier", cls=CommandGroup)
def dossier() -> None:
    """Hồ sơ: mở, thêm văn bản, kết thúc, liệt kê, in các mẫu của Phụ lục V."""


@dossier.command("open", cls=Command)
@click.argument("code", metavar="KÝ-HIỆU")
@click.argument("title", metavar="TIÊU-ĐỀ", type=WordsParameter(500))
@click.option("--retention", metavar="NĂM", type=Retention(), required=True, help="Số năm bảo quản, hoặc vinh-vien.")
@click.option(
    "--heading", metavar="ĐỀ-MỤC", type=WordsParameter(200, blank=True), default="", help="Đề mục trong danh mục hồ sơ."
)
@click.option(
    "--creator",
    metavar="TÊN",
    type=WordsParameter(CREATOR_LENGTH),
    help="Người lập hồ sơ (mặc định: tên đăng nhập máy).",
)
@workspace_option
@year_option
@json_option
def open_command(
    code: str,
    title: str,
    retention: RetentionPeriod,
    heading: str,
    creator: str | None,
    workspace: Workspace,
    year: WorkYear | None,
    as_json_: bool,
) -> None:
    """Mở hồ sơ mới trong danh mục của năm, ví dụ 01.TĐKT."""
    request = DossierRequest(code, title, retention, heading, creator or "", register_year(year))
    opened = dossier_desk.open_dossier(workspace, request, this_deed())
    if as_json_:
        as_json(opened)
        return
    card = opened.card
    say(f"Đã mở hồ sơ {card.code} năm {card.year}: {card.title} (bảo quản: {card.retention}).")


@dossier.command("add", cls=Command)
@click.argument("code", metavar="KÝ-HIỆU")
@click.argument("documents", metavar="[VĂN-BẢN]...", nargs=-1)
@click.option("--file", metavar="TỆP", type=click.Path(path_type=Path), help="Tệp của văn bản từ nơi khác đến.")
@click.option(
    "--subject",
    metavar="TRÍCH-YẾU",
    type=WordsParameter(600, blank=True),
    default="",
    help="Tên loại và trích yếu của văn bản trong --file.",
)
@click.option(
    "--number",
    metavar="SỐ-KÝ-HIỆU",
    type=WordsParameter(100, blank=True),
    default="",
    help="Số, ký hiệu của văn bản trong --file.",
)
@click.option("--date", "day", metavar="NGÀY", type=Day(), help="Ngày của văn bản trong --file.")
@click.option(
    "--author",
    metavar="CƠ-QUAN",
    type=WordsParameter(200, blank=True),
    default="",
    help="Tác giả của văn bản trong --file.",
)
@click.option("--sheets", metavar="SỐ-TỜ", type=WholeNumber(1), help="Số tờ của văn bản trong --file.")
@workspace_option
@year_option
@json_option
def add(
    code: str,
    documents: tuple[str, ...],
    file: Path | None,
    subject: str,
    number: str,
    day: date | None,
    author: str,
    sheets: int | None,
    workspace: Workspace,
    year: WorkYear | None,
    as_json_: bool,
) -> None:
    """Đưa văn bản đã ban hành, hoặc văn bản từ nơi khác đến, vào hồ sơ."""
    if not documents and file is None:
        raise click.UsageError("Hãy nêu văn bản (LOẠI hoặc LOẠI/MÃ), hoặc --file.", click.get_current_context())
    if file is not None and not subject:
        raise click.UsageError("Văn bản trong --file phải có --subject.", click.get_current_context())
    outside = OutsidePaper(file, subject, number, day, author, sheets) if file else None
    request = FilingRequest(code, documents, outside, register_year(year))
    _show(dossier_desk.add(workspace, request, this_deed()), as_json_=as_json_)


@dossier.command("close", cls=Command)
@click.argument("code", metavar="KÝ-HIỆU")
@click.option("--date", "day", metavar="NGÀY", type=Day(), help="Ngày công việc kết thúc (mặc định: hôm nay).")
@workspace_option
@year_option
@json_option
def close(code: str, day: date | None, workspace: Workspace, year: WorkYear | None, as_json_: bool) -> None:
    """Kết thúc hồ sơ: không thêm văn bản nữa, bắt đầu tính hạn nộp lưu."""
    _show(
        dossier_desk.close_dossier(workspace, ClosingRequest(code, day, register_year(year)), this_deed()),
        as_json_=as_json_,
    )


@dossier.command("list", cls=Command)
@click.option("--year", metavar="NĂM", type=WholeNumber(1945, 2200), help="Năm của hồ sơ (mặc định: mọi năm).")
@workspace_option
@json_option
def list_command(year: int | None, workspace: Workspace, as_json_: bool) -> None:
    """Liệt kê hồ sơ, văn bản trong đó, và hồ sơ sắp đến hạn nộp lưu."""
    _show(dossier_desk.list_dossiers(workspace, year, now()), as_json_=as_json_)


@dossier.command("print", cls=Command)
@click.argument("folder", metavar="THƯ-MỤC", type=click.Path(path_type=Path))
@workspace_option
@year_option
@json_option
def print_command(folder: Path, workspace: Workspace, year: WorkYear | None, as_json_: bool) -> None:
    """In danh mục hồ sơ, mục lục văn bản từng hồ sơ, mục lục nộp lưu, biên bản giao nhận của một năm."""
    made = books.print_dossiers(workspace, DossierPrint(folder, now(), register_year(year), find_converter(os.environ)))
    if as_json_:
        as_json(made)
        return
    for path in made.files:
        say(f"Đã in “{path}”.")


_FULL_BAG: Final = (
    "Đây là gói đầy đủ, có dữ liệu gốc với thông tin cá nhân; gói để giao cho nơi khác: chạy lại với --for-handover."
)


@click.group("archive", cls=CommandGroup)
def archive() -> None:
    """Kho lưu trữ: xuất và nhận gói của một năm, một hồ sơ."""


@archive.command("export", cls=Command)
@click.argument("folder", metavar="THƯ-MỤC", type=click.Path(path_type=Path))
@click.option("--dossier", "code", metavar="KÝ-HIỆU", help="Chỉ hồ sơ này (mặc định: cả năm, kèm nhật ký của sổ).")
@click.option(
    "--for-handover",
    is_flag=True,
    help="Gói để giao nộp: văn bản, thông tin, mục lục; không có dữ liệu gốc và nhật ký của sổ.",
)
@workspace_option
@year_option
@json_option
def export(
    folder: Path, code: str | None, for_handover: bool, workspace: Workspace, year: WorkYear | None, as_json_: bool
) -> None:
    """Xuất một hồ sơ hoặc một năm thành gói, kèm thông tin của Phụ lục VI.

    --year là năm của số văn bản hoặc của hồ sơ (mặc định: năm mới nhất có trong sổ).
    """
    bag = bags.export_bag(workspace, BagRequest(folder, now(), code, register_year(year), for_handover))
    if as_json_:
        as_json(bag)
    else:
        say(f"Đã xuất {bag.documents} văn bản ra “{folder}”. Đầu chuỗi của sổ: {witness(bag.head)}")
        if not for_handover:
            say(_FULL_BAG)


@archive.command("import", cls=Command)
@click.argument("folder", metavar="THƯ-MỤC", type=click.Path(path_type=Path))
@workspace_option
@json_option
def import_command(folder: Path, workspace: Workspace, as_json_: bool) -> None:
    """Nhận một gói vào kho lưu trữ sau khi kiểm tra mọi tệp của nó."""
    taken = bags.import_bag(workspace, folder)
    if as_json_:
        as_json(taken)
        return
    say(f"Đã nhận {len(taken.numbers)} văn bản vào kho lưu trữ.")
    if taken.restored is Restored.REGISTER:
        say("Đã lập lại sổ từ gói này.")
        print_takeover(taken.taken)
    if taken.notice:
        say(f"LƯU Ý: {taken.notice}")


@click.command("sign-copy", cls=Command)
@click.argument("document", metavar="VĂN-BẢN")
@click.argument("file", metavar="[TỆP.pdf]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--retract",
    "reason",
    metavar="LÝ-DO",
    type=WordsParameter(500),
    help="Rút một bản đã ký lưu nhầm: bản ấy ở lại kho lưu trữ cùng lý do, không còn là bản đã ký của văn bản.",
)
@workspace_option
@year_option
@json_option
def sign_copy(
    document: str, file: Path | None, reason: str | None, workspace: Workspace, year: WorkYear | None, as_json_: bool
) -> None:
    """Lưu bản đã ký (bản quét, hoặc PDF ký số) bên cạnh bản gốc của văn bản đã ban hành."""
    number = register_year(year)
    if reason is not None:
        kept = register_desk.retract_copy(workspace, RetractRequest(document, reason, file, number), this_deed())
        done = "Đã rút bản đã ký lưu nhầm của"
    elif file is not None:
        kept = register_desk.sign_copy(workspace, SignedCopyRequest(document, file, number), this_deed())
        done = "Bản đã ký này đã lưu từ trước cho" if kept.repeated else "Đã lưu bản đã ký của"
    else:
        raise click.UsageError("Hãy nêu tệp PDF của bản đã ký.", click.get_current_context())
    if as_json_:
        as_json(kept)
    else:
        say(f"{done} {kept.entry.number} ngày {numeric_date(kept.entry.issued_on)}.")


def _show(seen: DossiersSeen, *, as_json_: bool) -> None:
    if as_json_:
        as_json(seen)
        return
    for notice in seen.notices:
        say(f"LƯU Ý: {notice}")
    for one in seen.dossiers:
        ended = f", kết thúc {numeric_date(one.card.closed_on)}" if one.card.closed_on else ""
        say(f"{one.card.code} năm {one.card.year}: {one.card.title} (bảo quản: {one.card.retention}{ended})")
        for line in one.index:
            say(f"  {line.ordinal}. {line.number} {line.dated} {line.subject}")
        if one.hand_over_by:
            say(f"  LƯU Ý: phải nộp lưu trước ngày {numeric_date(one.hand_over_by)}.")
    if not seen.dossiers:
        say("Chưa có hồ sơ nào.")
