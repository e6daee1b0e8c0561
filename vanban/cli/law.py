"""``vanban law``: the rules of a day, each with its article, its source, its dates and how sure it is."""

from __future__ import annotations

from datetime import date, datetime
from itertools import groupby

import click

from vanban.cli.options import json_option
from vanban.cli.printed import as_json
from vanban.cli.vietnamese import Command, Day, Group
from vanban.domain.issuing_day import VIETNAM
from vanban.domain.wording import DATE_EXAMPLE
from vanban.workflows.law_book import law_rows


@click.group(cls=Group)
def law() -> None:
    """Xem các quy định mà chương trình áp dụng."""


@law.command("show", cls=Command)
@click.option("--date", "day", metavar="NGÀY", type=Day(), help=f"Ngày của văn bản, {DATE_EXAMPLE}; mặc định: hôm nay.")
@json_option
def show_command(day: date | None, as_json_: bool) -> None:
    """In các quy định về khen thưởng có hiệu lực trong một ngày: điều khoản, nguồn, thời gian, độ chắc chắn."""
    rows = law_rows(day or datetime.now(VIETNAM).date())
    if as_json_:
        as_json([row._asdict() for row in rows])
        return
    for topic, of_topic in groupby(rows, key=lambda row: row.topic):
        click.echo(topic)
        for row in of_topic:
            dates = f"từ {row.valid_from or '…'} đến {row.valid_to or 'nay'}"
            click.echo(f"  {row.value}")
            click.echo(f"    {row.article}; {row.source}; {dates}; {row.certainty}")
