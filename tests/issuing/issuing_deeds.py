"""Building and issuing in a workspace as the commands do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

from vanban.pdf import find_converter
from vanban.workflows.build import BuildRequest, Built, build
from vanban.workflows.deed import Deed
from vanban.workflows.issue_request import IssueRequest
from vanban.workflows.issue_set import IssuedSet, issue
from vanban.workspace import Workspace

MOMENT = datetime(2024, 2, 5, 9, tzinfo=timezone(timedelta(hours=7)))
CONVERTER = find_converter({"PATH": "/usr/bin"})

Issue = Callable[..., IssuedSet]


CITES_MINUTES = "cites: [council_minutes]\n"


def resting_on_no_minutes(workspace: Workspace) -> None:
    """Let the submission be issued alone: the sample's waits for the council's minutes."""
    path = workspace.root / "data" / "2024" / "submission.yaml"
    text = path.read_text(encoding="utf-8")
    assert CITES_MINUTES in text
    path.write_text(text.replace(CITES_MINUTES, ""), encoding="utf-8")


def built(workspace: Workspace) -> Built:
    """Build the signing copies that the tests issue."""
    wanted = ("plan", "target_assignment", "submission", "nominee_list", "annual_report")
    return build(workspace, BuildRequest(wanted=wanted, with_pdf=False))


def issued(workspace: Workspace, *documents: str, moment: datetime = MOMENT, **asked: object) -> IssuedSet:
    """Issue these documents as the command does; Word only where no PDF is asked for."""
    with_pdf = bool(asked.pop("with_pdf", False))
    request = IssueRequest(documents, converter=CONVERTER, with_pdf=with_pdf, **asked)  # type: ignore[arg-type]
    return issue(workspace, request, Deed(moment, "Lan"))


def day(number: int) -> date:
    """A day of February 2024."""
    return date(2024, 2, number)
