"""Click's own words, in Vietnamese: headings of the help, and every mistake on a command line."""

from __future__ import annotations

from typing import Any

import click

from vanban.cli.arguments import explained
from vanban.domain.suggestion import did_you_mean
from vanban.errors import MistypedCommand

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
        arguments = [param.make_metavar(ctx) for param in self.get_params(ctx) if isinstance(param, click.Argument)]
        if arguments:
            with formatter.section("Ghi sau lệnh"):
                formatter.write_dl([(name, explained(ctx.command_path, name)) for name in arguments])
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        rows = [row for row in (option.get_help_record(ctx) for option in options) if row]
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


class CommandGroup(_Words, click.Group):
    """A command with commands of its own."""

    command_class = Command

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **{"subcommand_metavar": "LỆNH …", **named})

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _Words.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, _first_paragraph(command)) for name, command in commands if command]
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


def _first_paragraph(command: click.Command) -> str:
    """The first paragraph of a command's help, whole: what is cut by “…” helps nobody."""
    return " ".join((command.help or "").partition("\n\n")[0].split())


CommandGroup.group_class = CommandGroup


def mistake(error: click.UsageError) -> MistypedCommand:
    """What is wrong with the command line, as one Vietnamese sentence and where to look."""
    match error:
        case click.NoSuchOption():
            said = f"Không có tùy chọn “{error.option_name}”."
            said += did_you_mean(error.option_name, error.possibilities or ())
        case click.MissingParameter():
            said = f"Lệnh còn thiếu {_name(error)}."
        case click.BadParameter():
            said = f"Ở {_name(error)}: {error.message}"
        case click.BadOptionUsage():
            if "requires" in error.message:
                said = f"Sau tùy chọn “{error.option_name}” chưa ghi gì."
            else:
                said = f"Sau tùy chọn “{error.option_name}” không ghi gì thêm."
        case _ if "unexpected extra argument" in error.message:
            said = f"Lệnh thừa chữ ở cuối: “{error.message.partition('(')[2].rstrip(').')}”."
        case _:
            said = error.message
    return MistypedCommand(mistake=said, command=error.ctx.command_path if error.ctx else "vanban")


def _name(error: click.BadParameter) -> str:
    param = error.param
    if isinstance(param, click.Option):
        return f"tùy chọn “{param.opts[-1]}”"
    if isinstance(param, click.Argument):
        return f"“{param.human_readable_name}”"
    return f"“{error.param_hint}”" if isinstance(error.param_hint, str) else "phần ghi sau lệnh"
