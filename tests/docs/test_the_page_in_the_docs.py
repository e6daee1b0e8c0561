"""Where each command of the command line stands on the page: a table in the docs, held against both."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import click

import vanban.web
from vanban.cli.app import cli
from vanban.web.bare import MENU
from vanban.web.guide import SECTIONS, guide, section_of

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


def test_every_page_has_its_section_of_the_guide() -> None:
    pages = {href for href, _ in MENU} - {"/huong-dan"}
    assert set(SECTIONS) == pages
    found = {page: section_of(page) for page in pages}
    assert {page for page, section in found.items() if section is None or len(section.html) < 200} == set()
    assert section_of("/bang/people") == section_of("/bang")
    assert section_of("/khong-co") is None


def test_the_guide_inside_brings_no_picture_style_or_address_from_elsewhere() -> None:
    said = "".join(one.html for one in guide())
    assert not re.search(r"<img|style=|<script|href=\"(?!#hd-)", said)
    assert set(re.findall(r'href="#([^"]+)"', said)) <= {f"hd-{quote(one.anchor)}" for one in guide()}


def test_the_words_of_every_place_stand_on_the_page() -> None:
    web = Path(vanban.web.__file__).parent
    said = "".join(path.read_text("utf-8") for path in sorted((web / "html").glob("*.html")))
    told = {(command, words) for command, place in rows().items() for words in re.findall("“(.+?)”", place)}
    assert len(told) > 30
    assert {(command, words) for command, words in told if words not in said} == set()
