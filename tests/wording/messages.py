"""Every word that the program says to a clerk: literals of the package, help pages, texts of the page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import click

from vanban.cli.app import cli

PACKAGE = Path(__file__).parents[2] / "vanban"
OF_PAPERS = ("stationery", "kinds")
"""What these packages say is printed in documents, by the words of the decree and the law."""
WORD_LISTS = ("phrases.py", "syllable.py", "words_in_use.py")
"""Modules that are lists of words to know, and say none of them."""
VIETNAMESE = re.compile("[à-ỹđÀ-ÝĂÂĐÊÔƠƯ]")


_QUOTED = re.compile(r'"[^"\n]*"|`[^`\n]*`')


class Message(NamedTuple):
    """Words, and where they stand: a file of the package, a command, a page."""

    place: str
    words: str


@cache
def every_message() -> tuple[Message, ...]:
    """All of them, in the order of their places; what an f-string puts in is ``{…}``."""
    return (*_literals(), *_help_pages(), *_page_texts())


def _literals() -> Iterator[Message]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE)
        if name.parts[0] not in OF_PAPERS and name.name not in WORD_LISTS:
            for words in _said(ast.parse(path.read_text(encoding="utf-8"))):
                yield Message(f"vanban/{name.as_posix()}", words)


def _said(tree: ast.Module) -> Iterator[str]:
    """The strings of Vietnamese words of a module, without docstrings and without patterns and lists to search by."""
    passed: set[int] = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    passed |= {id(value) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for value in node.values}
    for node in ast.walk(tree):
        if id(node) in passed:
            continue
        if isinstance(node, ast.JoinedStr):
            words = "".join(str(one.value) if isinstance(one, ast.Constant) else "{…}" for one in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = node.value
        else:
            continue
        if VIETNAMESE.search(words) and not re.search(r"\\[wsdb]|\(\?|\[\^|\|", words):
            yield words


def _unwrapped(page: str) -> str:
    """A help page with its paragraphs on one line each: where a line ends says nothing."""
    return "\n\n".join(" ".join(part.split()) for part in page.split("\n\n"))


def _help_pages() -> Iterator[Message]:
    def walk(command: click.Command, path: str) -> Iterator[Message]:
        yield Message(f"{path} --help", _unwrapped(command.get_help(click.Context(command, info_name=path))))
        if isinstance(command, click.Group):
            context = click.Context(command, info_name=path)
            for name in command.list_commands(context):
                below = command.get_command(context, name)
                assert below is not None
                yield from walk(below, f"{path} {name}")

    yield from walk(cli, "vanban")


def _page_texts() -> Iterator[Message]:
    for path in sorted((PACKAGE / "web" / "html").glob("*.html")):
        text = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|<script.*?</script>|<style.*?</style>", "\n", path.read_text("utf-8"), flags=re.S
        )
        text = re.sub(r"\{\{.*?\}\}", "{…}", text, flags=re.S)
        for line in re.sub(r"<[^>]*>", "\n", text).splitlines():
            if VIETNAMESE.search(line):
                yield Message(f"web/html/{path.name}", " ".join(line.split()))
    for path in sorted((PACKAGE / "web" / "static").glob("*.js")):
        for words in _QUOTED.findall(path.read_text("utf-8")):
            if VIETNAMESE.search(words):
                yield Message(f"web/static/{path.name}", re.sub(r"\$\{.*?(\}|$)", "{…}", words[1:-1]))


def sentences(words: str) -> Iterator[str]:
    """The sentences of a message, without what stands in parentheses."""
    bare = re.sub(r"\([^()]*\)", "", words)
    yield from (one for one in re.split(r"(?<=[.:;!?])\s+|\n\s*\n", bare) if one.strip())
