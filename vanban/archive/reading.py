"""Say which file of the archive the system does not let us read."""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vanban.errors import DamagedArchive


@contextmanager
def read(path: Path) -> Iterator[None]:
    """Turn what the system refuses while ``path`` is read into :class:`DamagedArchive`; so too a pipe or a device."""
    try:
        if path.exists() and not _ends(path):
            raise DamagedArchive(path=path, reason="đây không phải là tệp thường")
        yield
    except OSError as error:
        code = errno.errorcode.get(error.errno or 0, str(error.errno))
        raise DamagedArchive(path=path, reason=f"hệ thống không cho đọc ({code})") from error


def _ends(path: Path) -> bool:
    """Whether reading it comes to an end: a pipe waits for ever, a device may never be done."""
    mode = path.stat().st_mode
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)
