"""Where each command of the command line stands on the page: a table in the docs, held against both."""

from __future__ import annotations

import re
from pathlib import Path

import click

import vanban.web
from vanban.cli.app import cli
from vanban.web.bare import MENU

PAGE = Path(__file__).parents[2] / "docs" / "analysis" / "page.md"


def commands() -> list[str]:
    """Every command by the words that call it."""
    context = click.Context(cli)
    found: list[str] = []
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        inner = getattr(command, "commands", {})
        found += [f"{name} {below}" for below in inner] or [name]
    return found


def rows() -> dict[str, str]:
    """Command → where it stands, as the docs say."""
    table = PAGE.read_text("utf-8").partition("## Where each command stands")[2]
    return dict(re.findall(r"^\| `vanban ([\w -]+)` \| (.+?) \|$", table, re.MULTILINE))


def test_every_command_has_its_place_on_the_page_or_a_reason_why_not() -> None:
    assert sorted(rows()) == sorted(commands())


def test_every_place_is_a_page_of_the_menu_or_said_to_be_missing() -> None:
    places = {name for _, name in MENU} | {"Bắt đầu", "mọi trang"}
    wrong = {
        command: place
        for command, place in rows().items()
        if not place.startswith(("chưa có", "không cần")) and place.partition(":")[0] not in places
    }
    assert wrong == {}


def test_the_words_of_every_place_stand_on_the_page() -> None:
    web = Path(vanban.web.__file__).parent
    said = "".join(path.read_text("utf-8") for path in sorted((web / "html").glob("*.html")))
    told = {(command, words) for command, place in rows().items() for words in re.findall("“(.+?)”", place)}
    assert len(told) > 30
    assert {(command, words) for command, words in told if words not in said} == set()
