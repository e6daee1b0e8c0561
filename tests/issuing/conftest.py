"""A workspace of the sample year whose register is open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from built_years import made_once
from issuing_deeds import MOMENT, built, resting_on_no_minutes

from vanban.domain.register_entry import SeriesOpening
from vanban.workflows.issuing import recording
from vanban.workflows.issuing_terms import places_of
from vanban.workspace import Workspace, create


def _opened(folder: Path) -> None:
    made, _ = create(folder / "thi-dua")
    resting_on_no_minutes(made)
    built(made)
    with recording(places_of(made), create=True) as register:
        for series in ("ke-hoach", "to-trinh", "bao-cao"):
            register.open_series(SeriesOpening(series=series, year=2024), MOMENT, "Lan")


@pytest.fixture
def workspace(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Workspace:
    """One's own copy of the sample, its plan, submission and list built, its series open from 01."""
    ready = made_once(tmp_path_factory.getbasetemp(), "issuing", _opened)
    return Workspace(shutil.copytree(ready / "thi-dua", tmp_path / "thi-dua"))
