"""Small offices in whole workspaces, on machines with names: what commands and backups work on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from small_office import NOON, SERIES, batch, draft, render

from vanban.domain.register_entry import SeriesOpening
from vanban.workflows.issuing import issue, recording
from vanban.workflows.issuing_terms import Outcome, Places, places_of
from vanban.workspace import Machine, Workspace


def places_in(workspace: Workspace) -> Places:
    """Its places; a test needs no spare megabytes."""
    return replace(places_of(workspace), spare_bytes=0)


def office_in(root: Path, machine: Machine, series: Sequence[str] = SERIES) -> Workspace:
    """A workspace whose two series are open; without any there is no register yet."""
    made = Workspace(root, machine)
    (root / "data" / "office").mkdir(parents=True)
    (root / "data" / "office" / "office.yaml").write_text("name: Ủy ban nhân dân phường\n", "utf-8")
    (root / "templates" / "docx").mkdir(parents=True)
    (root / "templates" / "docx" / "plan.docx").write_bytes(b"template")
    if series:
        with recording(places_in(made), create=True) as register:
            for one in series:
                register.open_series(SeriesOpening(series=one, year=2024), NOON, "Lan")
    return made


def issued_in(workspace: Workspace, *names: str, series: str = "chung") -> Outcome:
    """Issue a document of each name, one after another; what became of the last."""
    return [issue(places_in(workspace), batch(name), [draft(name, series)], render) for name in names][-1]
