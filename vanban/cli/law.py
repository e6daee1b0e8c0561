"""``vanban law``: the rules of a day, what changes between two days, where they come from, and new packs of them."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from pathlib import Path

import click

from vanban.cli.options import json_option, this_deed, workspace_option, year_option
from vanban.cli.parameters import Day
from vanban.cli.printed import as_json
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command, CommandGroup
from vanban.domain.wording import DATE_EXAMPLE, numeric_date
from vanban.domain.work_year import WorkYear
from vanban.errors import Stopped
from vanban.law.provision import LawRow
from vanban.workflows.law_book import law_around, law_changes, law_on, law_sources
from vanban.workflows.law_calendar import law_calendar
from vanban.workflows.law_update import LawUpdate, read_update, take_update
from vanban.workspace import Workspace


@click.group(cls=CommandGroup)
def law() -> None:
    """Xem và cập nhật các quy định mà chương trình áp dụng."""


@law.command("show", cls=Command)
@click.option("--date", "day", metavar="NGÀY", type=Day(), help=f"Ngày của văn bản, {DATE_EXAMPLE}; mặc định: hôm nay.")
@json_option
def show_command(day: date | None, as_json_: bool) -> None:
    """In các quy định về khen thưởng có hiệu lực trong một ngày: điều khoản, nguồn, thời gian, độ chắc chắn."""
    found = law_on(law_around(Path.cwd()), day or this_deed().day)
    if as_json_:
        as_json(found)
        return
    for topic, of_topic in groupby(found.rows, key=lambda row: row.topic):
        say(topic)
        for row in of_topic:
            _print(row)


def _print(row: LawRow) -> None:
    dates = f"từ {row.valid_from or '…'} đến {row.valid_to or 'nay'}"
    say(f"  {row.value}")
    say(f"    {row.article}; {dates}")
    say(f"    nguồn: {row.source} ({row.source_kind}); {row.certainty}; đối chiếu: {row.checked}")
    if row.doubt:
        say(f"    LƯU Ý: {row.doubt}")


@law.command("diff", cls=Command)
@click.argument("before", metavar="NGÀY1", type=Day())
@click.argument("after", metavar="NGÀY2", type=Day())
@json_option
def diff_command(before: date, after: date, as_json_: bool) -> None:
    """In những quy định khác nhau giữa hai ngày, cũ và mới cạnh nhau."""
    found = law_changes(law_around(Path.cwd()), before, after)
    if as_json_:
        as_json(found)
        return
    for old, new in found.pairs:
        said = old or new
        say(said.topic if said else "")
        for sign, row in (("-", old), ("+", new)):
            if row:
                say(f"  {sign} {row.value} ({row.article})")
                say("".join(f"      LƯU Ý: {doubt}" for doubt in [row.doubt] if doubt), nl=bool(row.doubt))
    days = f"{numeric_date(before)} và {numeric_date(after)}"
    say(f"{len(found.pairs)} chỗ khác nhau giữa {days}." if found.pairs else f"Không có gì khác giữa {days}.")


@law.command("calendar", cls=Command)
@workspace_option
@year_option
@click.option("--date", "day", metavar="NGÀY", type=Day(), help=f"Xem vào ngày nào, {DATE_EXAMPLE}; mặc định: hôm nay.")
@json_option
def calendar_command(workspace: Workspace, year: WorkYear | None, day: date | None, as_json_: bool) -> None:
    """In lịch thời hạn của một năm: việc phải làm, ngày cuối, còn mấy ngày, theo điều khoản nào."""
    found = law_calendar(workspace, year, day or this_deed().day)
    if as_json_:
        as_json(found)
        return
    say(f"Lịch thời hạn {found.year.phrase}, xem ngày {numeric_date(found.today)}:")
    for row in found.days:
        whose = f" ({row.whose})" if row.whose else ""
        say(f"  {numeric_date(row.due) if row.due else '…'}: {row.what}{whose}: {row.state(found.today)}")
        if row.found:
            doubt = f"; LƯU Ý: {row.found.doubt}" if row.found.doubt else ""
            say(f"    {row.found.article}; {row.found.certainty}{doubt}")
        else:
            say("    kế hoạch của cơ quan")


@law.command("sources", cls=Command)
@json_option
def sources_command(as_json_: bool) -> None:
    """In các bộ quy định đang dùng, nguồn của chúng, ai đối chiếu và ngày đối chiếu."""
    found = law_sources(law_around(Path.cwd()))
    if as_json_:
        as_json(found)
        return
    for pack, uses in groupby(found.uses, key=lambda one: one.pack):
        say(f"{pack.name} ({pack.key}), phiên bản {pack.version}, lập ngày {numeric_date(pack.dated)}")
        for one in uses:
            source = one.source
            say(f"  {source.name} ({source.kind}): {one.facts} mục, trong đó {one.unsure} mục cần đối chiếu")
            say(f"    {source.certainty}; {source.checked_by}, {numeric_date(source.checked_on)}")


@law.command("update", cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@workspace_option
@click.option("--yes", "confirmed", is_flag=True, help="Nhận ngay, không hỏi lại.")
@click.option("--dry-run", is_flag=True, help="Chỉ kiểm tra và kể những chỗ xét khác đi; không nhận.")
@json_option
def update_command(file: Path, workspace: Workspace, confirmed: bool, dry_run: bool, as_json_: bool) -> None:
    """Nhận một bộ quy định mới từ tệp: kiểm tra toàn bộ, kể những chỗ sẽ xét khác đi, rồi mới áp dụng."""
    update = read_update(workspace, file)
    if as_json_:
        as_json(update)
    else:
        _tell(update)
    if dry_run:
        return
    if update.changed and not confirmed and not as_json_ and not click.confirm("Nhận bộ quy định này?"):
        raise Stopped()
    take_update(workspace, update)
    if not as_json_:
        say(f"Đã nhận “{update.pack.name}”, phiên bản {update.pack.version}.")


def _tell(update: LawUpdate) -> None:
    before = f"đang dùng phiên bản {update.before}" if update.before is not None else "chưa có bộ này"
    say(f"“{update.pack.name}”, phiên bản {update.pack.version} ({before}).")
    if not update.changed:
        say("Dữ liệu các năm được xét như trước.")
    for one in update.changed:
        say(f"  {'thêm' if one.is_new else 'bỏ'}, {one.year.phrase}: {one.finding}")
