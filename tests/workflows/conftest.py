"""A workspace of one's own, made from the sample as a clerk makes it, and the ways to change it."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.workspace import Workspace, create


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A fresh copy of the sample workspace."""
    made, _ = create(tmp_path / "thi-dua")
    return made
