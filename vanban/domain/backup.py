"""What a backup says of one dated copy of an office: every file by its place, and the register's head then."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final, Literal

from pydantic import Field

from vanban.domain.ledger import Head
from vanban.domain.record import Record
from vanban.domain.register_entry import Sha256

_PLACE: Final = r"^(data|templates|output/issued)/[^\\:\x00-\x1f]+$"
_LONGEST: Final = 400
_NOT_ON_WINDOWS: Final = re.compile(
    r"""[<>"|?*] | [.\x20](/|$) | (^|/)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.[^/]*)?(/|$)""", re.I | re.X
)
"""Signs, endings and names that Windows keeps for itself (Microsoft, Naming Files, Paths, and Namespaces)."""


def can_travel(path: str) -> bool:
    """Whether a file may stand at that place on any machine, and a list can name it."""
    readable = path.isascii() or path.encode("utf-8", "replace").decode("utf-8") == path
    fits = re.search(_PLACE, path) is not None and _NOT_ON_WINDOWS.search(path) is None
    return readable and len(path) <= _LONGEST and fits


def alike(paths: Iterable[str]) -> tuple[str, str] | None:
    """The first two files that another machine may take for one: it tells no capitals, or no two ways to write an
    accent, apart; nothing where there are none."""
    seen: dict[str, str] = {}
    for path in paths:
        other = seen.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            return other, path
    return None


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
