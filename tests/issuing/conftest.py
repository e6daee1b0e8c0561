"""A workspace of the sample year whose register is open."""

from __future__ import annotations

from pathlib import Path

import pytest
from issuing_deeds import MOMENT, built, resting_on_no_minutes

from vanban.domain.register_entry import SeriesOpening
from vanban.workflows.issued_numbers import places_of
from vanban.workflows.issuing import recording
from vanban.workspace import Workspace, create


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """The sample, its plan, submission and list built, its series open from 01."""
    made, _ = create(tmp_path / "thi-dua")
    resting_on_no_minutes(made)
    built(made)
    with recording(places_of(made), create=True) as register:
        for series in ("ke-hoach", "to-trinh", "bao-cao"):
            register.open_series(SeriesOpening(series=series, year=2024), MOMENT, "Lan")
    return made
