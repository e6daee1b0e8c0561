"""The council's invitation and minutes get numbers of the council's own series; the counting goes with the minutes."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from issuing_deeds import MOMENT, issued

from vanban.domain.register_entry import ObjectRole, SeriesOpening
from vanban.word import outline
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.issued_numbers import places_of
from vanban.workflows.issuing import recording
from vanban.workspace import Workspace

WANTED = ("council_invitation", "council_minutes", "counting_minutes")
AFTER = datetime(2024, 12, 5, 17, tzinfo=timezone(timedelta(hours=7)))


def test_the_counting_is_kept_with_the_councils_minutes_and_carries_their_number(workspace: Workspace) -> None:
    build(workspace, BuildRequest(wanted=WANTED, with_pdf=False))
    with recording(places_of(workspace)) as register:
        register.open_series(SeriesOpening(series="hoi-dong", year=2024), MOMENT, "Lan")
    outcome = issued(workspace, "council_invitation", "council_minutes", moment=AFTER)
    assert [entry.number for entry in outcome.entries] == ["01/GM-HĐTĐKT", "02/BB-HĐTĐKT"]
    kept = [item.name for item in outcome.entries[1].objects if item.role is ObjectRole.ATTACHMENT]
    assert kept == ["counting_minutes.docx"]
    build(workspace, BuildRequest(wanted=WANTED, with_pdf=False))
    counting = (workspace.output / "2024/4-binh-xet/bien-ban-kiem-phieu.docx").read_bytes()
    assert "(Kèm theo Biên bản số 02/BB-HĐTĐKT ngày 05 tháng 12 năm 2024 của Hội đồng" in outline(counting, "counting")
