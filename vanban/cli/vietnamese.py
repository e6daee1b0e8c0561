"""Click's own words, in Vietnamese: headings of the help, and every mistake on a command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError

from vanban.domain.register_entry import ascii_slug, is_series_key
from vanban.domain.suggestion import did_you_mean
from vanban.domain.text import text_faults, tidy
from vanban.domain.wording import DATE_EXAMPLE

_HELP = "Hiện hướng dẫn này rồi thoát."


class _Words(click.Command):
    """A command whose help speaks Vietnamese."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **{"options_metavar": "[TÙY-CHỌN]", **named})

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [row for row in (param.get_help_record(ctx) for param in self.get_params(ctx)) if row]
        if rows:
            with formatter.section("Tùy chọn"):
                formatter.write_dl([(names, text.replace("[required]", "[bắt buộc]")) for names, text in rows])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _HELP
        return option


class Command(_Words):
    """One command."""


class Group(_Words, click.Group):
    """A command with commands of its own."""

    command_class = Command

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **{"subcommand_metavar": "LỆNH …", **named})

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _Words.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, command.get_short_help_str(90)) for name, command in commands if command]
        with formatter.section("Lệnh"):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        known = self.list_commands(ctx)
        if args and args[0] not in known and not args[0].startswith("-"):
            ctx.fail(f"Không có lệnh “{args[0]}”.{did_you_mean(args[0], known)}")
        return super().resolve_command(ctx, args)


Group.group_class = Group


def mistake(error: click.UsageError) -> str:
    """What is wrong with the command line, as one Vietnamese sentence and where to look."""
    match error:
        case click.NoSuchOption():
            said = f"Không có tùy chọn “{error.option_name}”."
            said += did_you_mean(error.option_name, error.possibilities or ())
        case click.MissingParameter():
            said = f"Thiếu {_name(error)}."
        case click.BadParameter():
            said = f"Giá trị của {_name(error)} không dùng được: {error.message}"
        case click.BadOptionUsage():
            if "requires" in error.message:
                said = f"Tùy chọn “{error.option_name}” thiếu giá trị."
            else:
                said = f"Tùy chọn “{error.option_name}” không nhận giá trị."
        case NoArgsIsHelpError():
            return error.ctx.get_help() if error.ctx else error.message
        case _ if "unexpected extra argument" in error.message:
            said = "Lệnh có thừa từ phía sau."
        case _:
            said = error.message
    command = error.ctx.command_path if error.ctx else "vanban"
    return f"{said} Xem cách dùng bằng lệnh: {command} --help."


def _name(error: click.BadParameter) -> str:
    param = error.param
    if isinstance(param, click.Option):
        return f"tùy chọn “{param.opts[-1]}”"
    if isinstance(param, click.Argument):
        return f"“{param.human_readable_name}”"
    return f"“{error.param_hint}”" if isinstance(error.param_hint, str) else "tham số"


class WholeNumber(click.ParamType[int]):
    """A whole number from ``least`` to ``most``, which is as far as the register counts."""

    name = "số"

    def __init__(self, least: int, most: int = 9_999_999) -> None:
        self.least, self.most = least, most

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value)
        if not text.isdecimal() or int(text[:20]) < self.least:
            self.fail(f"“{text}” không phải là số nguyên từ {self.least} trở lên.", param, ctx)
        if int(text[:20]) > self.most:
            self.fail(f"“{text}” lớn quá: chỉ nhận số nguyên từ {self.least} đến {self.most}.", param, ctx)
        return int(text)


class Words(click.ParamType[str]):
    """Some words that the register keeps for ever: one line of at most ``most`` letters, none that cannot be seen."""

    name = "chữ"

    def __init__(self, most: int, *, blank: bool = False) -> None:
        self.most, self.blank = most, blank

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        for fault in text_faults(str(value)):
            self.fail(f"{fault.reason} {fault.remedy}", param, ctx)
        text = tidy(str(value))
        if not text and not self.blank:
            self.fail("chưa ghi chữ nào.", param, ctx)
        if len(text) > self.most:
            self.fail(f"dài {len(text)} ký tự, chỉ nhận tới {self.most}. Hãy viết ngắn lại.", param, ctx)
        return text


class SeriesName(click.ParamType[str]):
    """The key of a number series, as the office's file spells it: ``ke-hoach``."""

    name = "hệ thống số"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value)
        if not is_series_key(text):
            meant = ascii_slug(text).lower()
            nearest = f" Có phải bạn muốn viết “{meant}”?" if is_series_key(meant) else ""
            self.fail(f"“{text}” không phải là mã hệ thống số trong tệp office.{nearest}", param, ctx)
        return text


class Day(click.ParamType[date]):
    """A day written ``05/3/2024``, ``05/03/2024`` or ``2024-03-05``."""

    name = "ngày"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        days = [value] if isinstance(value, date) else [*_read_days(str(value))]
        if not days:
            self.fail(f"“{value}” không phải là một ngày; hãy ghi ngày/tháng/năm, {DATE_EXAMPLE}.", param, ctx)
        return days[0]


def _read_days(written: str) -> Iterator[date]:
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        with suppress(ValueError):
            yield datetime.strptime(written, form).date()
