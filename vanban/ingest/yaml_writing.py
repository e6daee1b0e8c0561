"""Turn written values into lines of YAML as the program's own files have them: long texts folded, nothing clever."""

from __future__ import annotations

import json
import re
import textwrap
from typing import Final

from vanban.ingest.written_tree import Written

_WIDTH: Final = 110
_STEP: Final = 2
_PLAIN: Final = re.compile(r"[^\W_](?:[^\x00-\x1f:#]|:(?!\s|$)|(?<!\s)#)*")
_NOT_IN_FLOW: Final = re.compile(r"[,\[\]{}]|: ")
_SHORT_LISTS: Final = frozenset({"responsible", "supporting", "capacity", "waits_for"})
"""Fields whose keys stand between brackets on one line."""
_UNSEEN: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def scalar(text: str, indent: int, *, in_flow: bool = False) -> str:
    """A text as a value whose further lines stand at column ``indent``; ``in_flow`` between brackets."""
    if not in_flow and "\n" in text and _fits_a_block(text):
        return "|-\n" + "\n".join(" " * indent + line if line else "" for line in text.split("\n"))
    plain = _PLAIN.fullmatch(text) is not None and text == text.rstrip() and text.isprintable()
    if in_flow:
        return text if plain and not _NOT_IN_FLOW.search(text) else quoted(text)
    if len(text) + indent > _WIDTH and "\n" not in text and text == " ".join(text.split(" ")) and _foldable(text):
        return ">-\n" + "\n".join(" " * indent + line for line in _folded(text, indent))
    return text if plain else quoted(text)


def quoted(text: str) -> str:
    """A text between double quotes."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def entry(name: str, value: Written, indent: int) -> str:
    """``name: value`` from column ``indent`` on, without the blanks before it and the break behind."""
    key = name if _PLAIN.fullmatch(name) else quoted(name)
    if isinstance(value, str):
        return f"{key}: {scalar(value, indent + _STEP)}"
    if not value or (name in _SHORT_LISTS and isinstance(value, list) and _is_short(value)):
        return f"{key}: {flow(value)}"
    return f"{key}:\n{' ' * (indent + _STEP)}{block(value, indent + _STEP)}"


def item(value: Written, indent: int) -> str:
    """``- value`` with its dash at column ``indent``."""
    if isinstance(value, str):
        return f"- {scalar(value, indent + _STEP)}"
    return f"- {block(value, indent + _STEP) if value else flow(value)}"


def block(value: Written, indent: int) -> str:
    """A whole value whose first line stands at column ``indent`` already."""
    between = "\n" + " " * indent
    if isinstance(value, dict):
        return between.join(entry(name, inner, indent) for name, inner in value.items()) if value else "{}"
    if isinstance(value, list):
        return between.join(item(inner, indent) for inner in value) if value else "[]"
    return scalar(value, indent)


def flow(value: Written) -> str:
    """A value between brackets on one line."""
    if isinstance(value, dict):
        inner = (f"{scalar(name, 0, in_flow=True)}: {flow(one)}" for name, one in value.items())
        return "{" + ", ".join(inner) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, 0, in_flow=True)


def _is_short(value: list[Written]) -> bool:
    return all(isinstance(one, str) for one in value) and len(flow(value)) < _WIDTH - 20


def _fits_a_block(text: str) -> bool:
    lines = text.split("\n")
    return (
        not _UNSEEN.search(text)
        and "\t" not in text
        and all(line == line.strip() for line in lines)
        and (bool(lines[0]) and bool(lines[-1]))
    )


def _foldable(text: str) -> bool:
    return text == text.strip() and "  " not in text and text.isprintable()


def _folded(text: str, indent: int) -> list[str]:
    width = max(_WIDTH - indent, 40)
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
