"""A folder on a real disk, for what is proved of a disk; all other offices lie in memory (``tests/conftest.py``)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


@pytest.fixture
def on_disk() -> Iterator[Path]:
    """An empty folder below ``/var/tmp``, which no system keeps in memory."""
    with TemporaryDirectory(dir="/var/tmp", prefix="vanban-") as folder:
        yield Path(folder)
