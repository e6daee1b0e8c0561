"""The server is killed in the middle of saving and of issuing: nothing is lost, nothing is doubled."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from pathlib import Path

import pytest
from served_page import Clerk, Served, clerk_of, running

from vanban.archive import EVERYTHING
from vanban.domain.register_entry import EntryState
from vanban.domain.work_year import WorkYear
from vanban.register import Query
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.issuing_terms import places_of
from vanban.workflows.proving import verify
from vanban.workflows.register_desk import find_all
from vanban.workflows.tables import earlier_tables, open_table
from vanban.workspace import create

YEAR = WorkYear(2024)


@contextmanager
def killed_at(folder: Path, state: Path, point: str) -> Iterator[tuple[Served, Clerk]]:
    """A page whose server dies by itself the first time that writing passes that point after it is asked to."""
    with running(folder, state, dies_at=point) as served:
        clerk = clerk_of(served)
        (state / "armed").touch()
        yield served, clerk


@pytest.mark.long
@pytest.mark.parametrize("point", ["file-synced", "renamed"])
def test_a_table_is_the_old_one_or_the_new_one_whole(tmp_path: Path, point: str) -> None:
    workspace, _ = create(tmp_path / "thi-dua")
    before = open_table(workspace, YEAR, "groups").cells.rows
    after = (("to-moi", *before[0][1:]), *before[1:])
    body = {"base": before, "rows": after, "origins": list(range(len(after)))}
    with killed_at(workspace.root, tmp_path / "state", point) as (_, clerk), suppress(OSError, HTTPException):
        clerk.send("/2024/bang/groups/luu", json.dumps(body).encode(), "application/json", X_Vanban_dau=clerk.mark)
    assert open_table(workspace, YEAR, "groups").cells.rows in (before, after)
    with running(workspace.root, tmp_path / "state") as served:
        clerk = clerk_of(served)
        answer = clerk.send(
            "/2024/bang/groups/luu", json.dumps(body).encode(), "application/json", X_Vanban_dau=clerk.mark
        )
        assert (answer.status, json.loads(answer.text)["clashes"]) == (200, [])
    assert open_table(workspace, YEAR, "groups").cells.rows == after
    assert earlier_tables(workspace, YEAR, "groups")


@pytest.mark.long
@pytest.mark.parametrize("point", ["file-synced"])
def test_a_number_is_given_once_whenever_the_server_dies(tmp_path: Path, point: str) -> None:
    workspace, _ = create(tmp_path / "thi-dua")
    assert build(workspace, BuildRequest(wanted=("plan", "target_assignment"), with_pdf=False)).exit_code == 0
    form = {"ten": "plan", "cach": "", "ngay": "05/3/2024", "so": "", "du-kien": "24", "dung-ngay": "1"}
    with running(workspace.root, tmp_path / "state") as served:
        clerk = clerk_of(served)
        assert clerk.post("/2024/so/mo", {"he-thong": "ke-hoach", "so-dau": "24", "nam": "2024"}).status == 303
    with killed_at(workspace.root, tmp_path / "state", point) as (served, clerk), suppress(OSError, HTTPException):
        clerk.post("/2024/ban-hanh", form)
        served.process.wait(timeout=150)
    with running(workspace.root, tmp_path / "state") as served:
        clerk = clerk_of(served)
        clerk.post("/2024/luu-tru/lam-not", {})
        _wait(clerk)
        clerk.post("/2024/ban-hanh", form)
        _wait(clerk)
    entries = find_all(workspace, Query()).entries
    assert [(one.ordinal, one.state) for one in entries] == [(24, EntryState.ISSUED)]
    assert verify(places_of(workspace), EVERYTHING).sound


def _wait(clerk: Clerk) -> None:
    """Until the work in the background is done: its stream ends."""
    clerk.get("/2024/viec")
