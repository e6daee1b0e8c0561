"""What a backup says of one dated copy of an office: every file by its place, and the register's head then."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from vanban.domain.ledger import Head
from vanban.domain.record import Record
from vanban.domain.register_entry import Sha256


class BackedUpFile(Record):
    """One file of the workspace, by its path from there."""

    path: str = Field(pattern=r"^(data|templates|output/issued)/[^\\:\x00-\x1f]+$", max_length=400)
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
