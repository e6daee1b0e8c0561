"""What waits for its number is called ready only where issuing would take it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from vanban.domain.work_year import WorkYear
from vanban.workflows.board import board
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.check import check
from vanban.workflows.foresight import waiting
from vanban.workspace import Workspace, create

MOMENT = datetime.fromisoformat("2024-03-05T08:00:00+07:00")


def why_the_plan_waits(workspace: Workspace) -> str:
    checked = check(workspace, WorkYear(2024))
    assert checked.year is not None
    papers = tuple(paper for step in board(workspace, checked, MOMENT).steps for paper in step.papers)
    return next(why for paper, why in waiting(checked.year, papers) if paper.name == "plan")


def test_a_plan_waits_until_the_annex_that_is_issued_with_it_is_built_too(tmp_path: Path) -> None:
    workspace, _ = create(tmp_path / "w")
    assert build(workspace, BuildRequest(wanted=("plan",), with_pdf=False)).exit_code == 0
    assert why_the_plan_waits(workspace).startswith("Chưa lập văn bản kèm theo: ")
    assert build(workspace, BuildRequest(wanted=("target_assignment",), with_pdf=False)).exit_code == 0
    assert why_the_plan_waits(workspace) == ""


def test_a_plan_waits_while_its_annex_is_changed_by_hand(tmp_path: Path) -> None:
    workspace, _ = create(tmp_path / "w")
    assert build(workspace, BuildRequest(wanted=("plan", "target_assignment"), with_pdf=False)).exit_code == 0
    for annex in workspace.output.rglob("*.docx"):
        if annex.stem != "ke-hoach":
            annex.write_bytes(annex.read_bytes() + b" ")
    assert "Văn bản kèm theo đã sửa tay" in why_the_plan_waits(workspace)
