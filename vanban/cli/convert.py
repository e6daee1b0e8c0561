"""``vanban convert``: files in old encodings into Unicode."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from vanban.cli.options import json_option
from vanban.cli.printed import as_json
from vanban.cli.terminal import say
from vanban.cli.vietnamese import Command
from vanban.domain.finding import visible
from vanban.pdf import find_converter
from vanban.workflows.old_fonts import to_unicode


@click.command("convert", cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.argument("copy", metavar="[BẢN-MỚI]", required=False, type=click.Path(path_type=Path))
@json_option
def convert(file: Path, copy: Path | None, as_json_: bool) -> None:
    """Đổi tệp phông cũ (.VnTime, VNI, VIQR, dấu rời, Ð) sang Unicode, vào một tệp mới.

    Tệp gốc giữ nguyên. Đọc được .docx, .xlsx, .txt, .csv; khi máy có LibreOffice thì cả .doc, .rtf, .odt (bản mới
    là .docx).
    """
    made = to_unicode(file, copy, find_converter(os.environ))
    if as_json_:
        as_json(made)
    elif made.copy is None:
        say(f"“{file}” không có chữ nào kiểu cũ (.VnTime, VNI, VIQR); không lập tệp mới.")
    else:
        for encoding, count in made.encodings:
            say(f"{encoding.value}: {count} đoạn")
        for one in made.examples:
            say(f"  “{visible(one.before)}” → “{visible(one.after)}”")
        if made.made.doubtful:
            say("Chữ chưa chắc, hãy xem lại: " + ", ".join(f"“{word}”" for word in made.made.doubtful))
        say(f"Đã lập “{made.copy}”; tệp gốc giữ nguyên.")
    if made.exit_code:
        sys.exit(made.exit_code)
