"""``vanban law``: the rules of a day, what changes between two days, where they come from, and new packs of them."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from pathlib import Path

import click

from vanban.cli.options import json_option, this_deed
from vanban.cli.parameters import Day
from vanban.cli.printed import as_json
from vanban.cli.vietnamese import Command, Group
from vanban.domain.wording import DATE_EXAMPLE
from vanban.law.provision import LawRow
from vanban.workflows.law_book import law_around, law_on


@click.group(cls=Group)
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
        click.echo(topic)
        for row in of_topic:
            _print(row)


def _print(row: LawRow) -> None:
    dates = f"từ {row.valid_from or '…'} đến {row.valid_to or 'nay'}"
    click.echo(f"  {row.value}")
    click.echo(f"    {row.article}; {dates}")
    click.echo(f"    nguồn: {row.source} ({row.source_kind}); {row.certainty}; đối chiếu: {row.checked}")
    if row.doubt:
        click.echo(f"    LƯU Ý: {row.doubt}")
