"""The templates that ship, each compiled once for all tests of a process: it never changes afterwards."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from vanban.word import Template

_FOLDER = Path(__file__).parents[1] / "templates" / "docx"


@cache
def template_of(kind: str) -> Template:
    """The template of a kind, by its name."""
    return Template.load(_FOLDER / f"{kind}.docx")
