"""A link among the program's own folders leads nowhere: no file outside the workspace is written over."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from vanban.errors import LinkedFolder
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.deed import Deed
from vanban.workflows.issue_request import IssueRequest
from vanban.workflows.issue_set import issue
from vanban.workspace import Workspace


def linked(workspace: Workspace, place: str, tmp_path: Path) -> Path:
    """The folder somewhere else to which ``place`` below ``output`` leads, with a file of somebody in it."""
    elsewhere = tmp_path / "của người khác"
    elsewhere.mkdir()
    (elsewhere / "ke-hoach.docx").write_bytes(b"mine")
    link = workspace.output / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(elsewhere, target_is_directory=True)
    return elsewhere


@pytest.mark.parametrize("place", ["2024/1-phat-dong", "2024", "."])
def test_build_writes_nothing_through_a_linked_folder(place: str, workspace: Workspace, tmp_path: Path) -> None:
    elsewhere = linked(workspace, place, tmp_path)
    with pytest.raises(LinkedFolder, match="là liên kết tới nơi khác"):
        build(workspace, BuildRequest(wanted=("plan",), with_pdf=False))
    assert [(path.name, path.read_bytes()) for path in elsewhere.iterdir()] == [("ke-hoach.docx", b"mine")]


def test_no_number_is_given_whose_copies_would_go_elsewhere(workspace: Workspace, tmp_path: Path) -> None:
    build(workspace, BuildRequest(wanted=("plan",), with_pdf=False))
    elsewhere = linked(workspace, "issued", tmp_path)
    with pytest.raises(LinkedFolder):
        issue(workspace, IssueRequest(("plan",), with_pdf=False), Deed(datetime(2024, 2, 5, tzinfo=UTC), "Lan"))
    assert len(list(elsewhere.iterdir())) == 1
    assert not workspace.register.exists()


def test_a_workspace_that_is_reached_by_a_link_is_built(workspace: Workspace, tmp_path: Path) -> None:
    way = tmp_path / "lối tắt"
    way.symlink_to(workspace.root, target_is_directory=True)
    build(Workspace(way), BuildRequest(wanted=("plan",), with_pdf=False))
    assert (workspace.output / "2024" / "1-phat-dong" / "ke-hoach.docx").is_file()
