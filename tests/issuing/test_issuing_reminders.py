"""A reminder that was issued stays as it was, with its number, when the unit has sent what it owed."""

from __future__ import annotations

from datetime import date

import pytest
from issuing_deeds import MOMENT, issued

from vanban.domain.register_entry import SeriesOpening
from vanban.domain.reminder import ReceivedReport
from vanban.errors import NoDocument
from vanban.ingest import write_table
from vanban.word import text_of
from vanban.workflows.build import BuildRequest, DocumentOutcome, build
from vanban.workflows.issuing import recording
from vanban.workflows.issuing_terms import places_of
from vanban.workspace import Workspace

LATE = "report_reminder/hoi-cuu-chien-binh"
FILE = "2024/7-bao-cao/don-doc-bao-cao-hoi-cuu-chien-binh.docx"


def receive(workspace: Workspace, *units: str) -> None:
    """The reports of these units are in."""
    rows = tuple(ReceivedReport(unit=unit, received_on=date(2024, 12, 1)) for unit in units)
    path = workspace.root / "data" / "2024" / "received_reports.xlsx"
    path.write_bytes(write_table(rows, ReceivedReport, "Báo cáo"))


@pytest.fixture
def reminding(workspace: Workspace) -> Workspace:
    """The plan is issued, the letters to two late units are built."""
    with recording(places_of(workspace)) as register:
        register.open_series(SeriesOpening(series="cong-van", year=2024), MOMENT, "Lan")
    issued(workspace, "plan")
    rebuilt(workspace)
    return workspace


def rebuilt(workspace: Workspace) -> dict[str, DocumentOutcome]:
    made = build(workspace, BuildRequest(wanted=("report_reminder",), with_pdf=False))
    return {document.path: document.state for document in made.documents}


def test_an_issued_reminder_is_not_written_anew_when_the_report_comes(reminding: Workspace) -> None:
    (entry,) = issued(reminding, LATE).entries
    assert entry.number == "01/UBND-TĐKT"
    rebuilt(reminding)
    before = (reminding.output / FILE).read_bytes()
    assert "Số: 01/UBND-TĐKT" in text_of(before)
    receive(reminding, "hoi-cuu-chien-binh", "hoi-phu-nu")
    assert rebuilt(reminding)[FILE] is DocumentOutcome.UNCHANGED
    assert (reminding.output / FILE).read_bytes() == before
    assert issued(reminding, LATE).repeated


def test_a_unit_that_is_not_late_has_no_letter_to_issue(reminding: Workspace) -> None:
    with pytest.raises(NoDocument):
        issued(reminding, "report_reminder/hoi-phu-nu")
