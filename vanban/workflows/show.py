"""Show a Word file as text."""

from __future__ import annotations

from pathlib import Path

from vanban.errors import FileUnreadable
from vanban.word import outline


def read_file(path: Path) -> bytes:
    """The bytes of a file that a command names; ``FileUnreadable`` where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileUnreadable(path=path, reason="không có tệp này") from error
    except IsADirectoryError as error:
        raise FileUnreadable(path=path, reason="đây là thư mục") from error
    except OSError as error:
        raise FileUnreadable(path=path, reason="máy không cho đọc") from error


def show(path: Path) -> str:
    """The outline of the Word file at ``path``; an error of the gate where it is no safe Word file."""
    return outline(read_file(path), path.name)
