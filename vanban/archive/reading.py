"""Say which file of the archive the system does not let us read."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vanban.errors import DamagedArchive


@contextmanager
def read(path: Path) -> Iterator[None]:
    """Turn what the system refuses while ``path`` is read into :class:`DamagedArchive`."""
    try:
        yield
    except OSError as error:
        code = errno.errorcode.get(error.errno or 0, str(error.errno))
        raise DamagedArchive(path=path, reason=f"hệ thống không cho đọc ({code})") from error
