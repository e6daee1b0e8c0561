"""Keep what a file of the data said before it was saved over, with who did that and when."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final

from vanban import durable
from vanban.workflows.deed import Deed
from vanban.workspace import Workspace, read_file

_NAME: Final = re.compile(r"(\d{6})\.json")


@dataclass(frozen=True)
class Kept:
    """A content that was saved over: its number among those of its file, when that was and who did it; ``empty`` where
    there was no file before."""

    number: int
    moment: datetime
    actor: str
    empty: bool


@dataclass(frozen=True)
class Earlier:
    """What is kept of one file of the data, named as below ``data``."""

    workspace: Workspace
    file: str

    @property
    def _folder(self) -> Path:
        path = PurePosixPath(self.file)
        return self.workspace.earlier / path.parent.name / path.stem

    def kept(self) -> tuple[Kept, ...]:
        """Everything that is kept, the newest first."""
        return tuple(self._kept(number) for number in sorted(self._numbers(), reverse=True))

    def content(self, number: int) -> tuple[str, bytes] | None:
        """What the file said before that save, and how its name ended; ``None`` where nothing is kept so."""
        for path in sorted(self._folder.glob(f"{number:06d}.*")):
            if path.suffix != ".json":
                return path.suffix, read_file(path)
        return None

    def keep(self, data: bytes | None, deed: Deed) -> Path | None:
        """Keep what the file says now, because it is about to be saved over; where, if it says anything.

        The list's line is written last.
        """
        number = max(self._numbers(), default=0) + 1
        path = self._folder / f"{number:06d}{PurePosixPath(self.file).suffix.lower()}" if data is not None else None
        if path is not None and data is not None:
            durable.write(path, data)
        note = {"moment": deed.moment.isoformat(), "actor": deed.actor, "empty": data is None}
        durable.write(self._folder / f"{number:06d}.json", json.dumps(note, ensure_ascii=False).encode())
        return path

    def _numbers(self) -> list[int]:
        names = (path.name for path in self._folder.iterdir()) if self._folder.is_dir() else iter(())
        return [int(found[1]) for name in names if (found := _NAME.fullmatch(name))]

    def _kept(self, number: int) -> Kept:
        note = json.loads(read_file(self._folder / f"{number:06d}.json"))
        return Kept(number, datetime.fromisoformat(note["moment"]), note["actor"], note["empty"])


def keep_earlier(workspace: Workspace, file: str, data: bytes | None, deed: Deed) -> Path | None:
    """Keep ``data``, what the file below ``data`` says now (``None``: there is no file); where it is kept."""
    return Earlier(workspace, file).keep(data, deed)
