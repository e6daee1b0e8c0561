"""What a backup says of one dated copy of an office: every file by its place, and the register's head then."""

from __future__ import annotations

import re
from typing import Final, Literal

from pydantic import Field

from vanban.domain.ledger import Head
from vanban.domain.record import Record
from vanban.domain.register_entry import Sha256

_PLACE: Final = r"^(data|templates|output/issued)/[^\\:\x00-\x1f]+$"
_LONGEST: Final = 400


def can_travel(path: str) -> bool:
    """Whether a file may stand at that place on any machine, and a list can name it."""
    readable = path.isascii() or path.encode("utf-8", "replace").decode("utf-8") == path
    return readable and len(path) <= _LONGEST and re.search(_PLACE, path) is not None


class BackedUpFile(Record):
    """One file of the workspace, by its path from there."""

    path: str = Field(pattern=_PLACE, max_length=_LONGEST)
    sha256: Sha256
    size: int = Field(ge=0)


class BackupCopy(Record):
    """One copy: when and by whom, the register's head and last numbers, and every file."""

    format: Literal["vanban-backup-1"] = "vanban-backup-1"
    moment: str
    actor: str
    place: str
    head: Head
    last: dict[str, int]
    files: tuple[BackedUpFile, ...]

    @property
    def size(self) -> int:
        """Bytes in all."""
        return sum(file.size for file in self.files)
