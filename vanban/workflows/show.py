"""Show a Word file as text."""

from __future__ import annotations

from pathlib import Path

from vanban.word import outline
from vanban.workspace import read_file


def show(path: Path) -> str:
    """The outline of the Word file at ``path``; an error of the gate where it is no safe Word file."""
    return outline(read_file(path), path.name)
