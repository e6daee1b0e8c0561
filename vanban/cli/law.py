"""``vanban law``: the rules of a day, each with its article, its source, its dates and how sure it is."""

from __future__ import annotations

from datetime import date
from itertools import groupby

import click

from vanban.cli.options import json_option, this_deed
from vanban.cli.parameters import Day
from vanban.cli.printed import as_json
from vanban.cli.vietnamese import Command, Group
from vanban.domain.wording import DATE_EXAMPLE
from vanban.workflows.law_book import law_of


@click.group(cls=Group)
def law() -> None:
    """Xem các quy định mà chương trình áp dụng."""


@law.command("show", cls=Command)
@click.option("--date", "day", metavar="NGÀY", type=Day(), help=f"Ngày của văn bản, {DATE_EXAMPLE}; mặc định: hôm nay.")
@json_option
def show_command(day: date | None, as_json_: bool) -> None:
    """In các quy định về khen thưởng có hiệu lực trong một ngày: điều khoản, nguồn, thời gian, độ chắc chắn."""
    law = law_of(day or this_deed().day)
    if as_json_:
        as_json(law)
        return
    for topic, of_topic in groupby(law.rows, key=lambda row: row.topic):
        click.echo(topic)
        for row in of_topic:
            dates = f"từ {row.valid_from or '…'} đến {row.valid_to or 'nay'}"
            click.echo(f"  {row.value}")
            click.echo(f"    {row.article}; {row.source}; {dates}; {row.certainty}")
