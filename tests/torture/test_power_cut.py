"""Whatever an answer or a commit speaks of is on the disk before, names and folders included (N03)."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_office import founded, issued
from torture.auditor import answered, audited


def test_every_object_is_durable_before_the_register_speaks_of_it(
    on_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = founded(on_disk)
    with audited(places, monkeypatch) as auditor:
        for key in ("one", "two", "two", "three"):
            issued(places, key, f"{key}-a", f"{key}-b")
            answered(auditor, places)
    assert auditor.faults == []
    assert auditor.commits >= 15
