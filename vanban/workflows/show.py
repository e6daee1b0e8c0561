"""Show a Word file as text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vanban.word import outline
from vanban.workspace import read_file


@dataclass(frozen=True)
class Shown:
    """A Word file as text."""

    path: Path
    outline: str

    def to_json(self) -> dict[str, object]:
        """File, the lines of the outline."""
        return {"file": str(self.path), "outline": self.outline.splitlines()}


def show(path: Path) -> Shown:
    """The outline of the Word file at ``path``; an error of the gate where it is no safe Word file."""
    return Shown(path, outline(read_file(path), path.name))
