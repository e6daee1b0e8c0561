"""Whatever an answer or a commit speaks of is on the disk before, names and folders included (N03)."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_office import founded, issued
from torture.auditor import answered, audited


def test_every_object_is_durable_before_the_register_speaks_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = founded(tmp_path)
    with audited(places, monkeypatch) as auditor:
        for key in ("one", "two", "two", "three"):
            issued(places, key, f"{key}-a", f"{key}-b")
            answered(auditor, places)
    assert auditor.faults == []
    assert auditor.commits >= 15
