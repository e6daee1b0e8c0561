"""A workspace of one's own, made from the sample as a clerk makes it, and the ways to change it."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_years import BuiltYears

from vanban.workflows.build import Built
from vanban.workspace import Workspace, create


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A fresh copy of the sample workspace."""
    made, _ = create(tmp_path / "thi-dua")
    return made


@pytest.fixture
def first_build(built_years: BuiltYears, tmp_path: Path) -> tuple[Workspace, Built]:
    """The sample workspace with every Word file built, one's own copy, and what that build said."""
    return built_years.sample(tmp_path / "thi-dua")


@pytest.fixture
def built(first_build: tuple[Workspace, Built]) -> Workspace:
    """The sample workspace with every Word file built, one's own copy."""
    made, said = first_build
    assert not said.stopped
    return made
