"""Make a workspace of one's own from the sample."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vanban import workspace


@dataclass(frozen=True)
class NewWorkspace:
    """Where the new workspace stands and which files it holds, below it."""

    root: Path
    files: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        """Folder, files."""
        return {"root": str(self.root), "files": list(self.files)}


def new_workspace(target: Path) -> NewWorkspace:
    """A copy of the sample in ``target``; ``FolderNotEmpty`` where something stands there."""
    made, files = workspace.create(target)
    return NewWorkspace(root=made.root, files=files)
