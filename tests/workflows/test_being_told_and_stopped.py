"""Long work tells how far it is, and ends between two documents when it is asked to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from vanban.errors import Stopped
from vanban.workflows.build import BuildRequest, DocumentOutcome, build
from vanban.workflows.deed import Deed
from vanban.workflows.notice import Notice
from vanban.workspace import Workspace

ASKED = BuildRequest(wanted=("plan", "target_assignment", "registration_summary"), with_pdf=False)


def files(workspace: Workspace) -> dict[str, bytes]:
    """Everything in the output folder."""
    found = sorted(path for path in workspace.output.rglob("*") if path.is_file())
    return {path.relative_to(workspace.output).as_posix(): path.read_bytes() for path in found}


def test_a_build_that_is_asked_to_stop_ends_between_two_documents_and_the_next_one_finds_nothing_amiss(
    workspace: Workspace,
) -> None:
    done: list[int] = []
    with pytest.raises(Stopped):
        build(workspace, ASKED, Notice(progress=lambda now, _: done.append(now), stop=lambda: len(done) == 2))
    assert done == [1, 2]
    assert all(data.startswith(b"PK") for data in files(workspace).values())
    again = build(workspace, ASKED)
    assert {document.state for document in again.documents} == {DocumentOutcome.BUILT}
    assert again.notes == ()


def test_whoever_wants_to_stop_after_the_last_document_is_too_late_and_gets_it_all(workspace: Workspace) -> None:
    done: list[int] = []
    built = build(workspace, ASKED, Notice(progress=lambda now, _: done.append(now), stop=lambda: len(done) == 3))
    assert {document.state for document in built.documents} == {DocumentOutcome.BUILT}


def test_a_deed_is_of_the_day_that_it_is_in_vietnam() -> None:
    assert str(Deed(datetime(2024, 3, 5, 18, tzinfo=UTC), "Lan").day) == "2024-03-06"
