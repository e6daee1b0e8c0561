"""The council's invitation and minutes get numbers of the council's own series; the counting goes with the minutes."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from issuing_deeds import CITES_MINUTES, MOMENT, issued

from vanban.domain.register_entry import ObjectRole, SeriesOpening
from vanban.errors import BlankCitation
from vanban.word import outline, text_of
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.issuing import recording
from vanban.workflows.issuing_terms import places_of
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
    said = " ".join(outline(counting, "counting").replace("↵", " ").replace("\u2011", "-").split())
    assert "(Kèm theo Biên bản số 02/BB-HĐTĐKT ngày 05 tháng 12 năm 2024 của Hội đồng" in said


def test_the_submission_waits_for_the_councils_minutes_and_rests_on_them(workspace: Workspace) -> None:
    path = workspace.root / "data" / "2024" / "submission.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nbody:\n", f"{CITES_MINUTES}\nbody:\n"), encoding="utf-8")
    wanted = ("submission", "nominee_list", "council_minutes", "counting_minutes")
    with recording(places_of(workspace)) as register:
        register.open_series(SeriesOpening(series="hoi-dong", year=2024), MOMENT, "Lan")
    build(workspace, BuildRequest(wanted=wanted, with_pdf=False))
    with pytest.raises(
        BlankCitation, match=r"\(submission\) viện dẫn Biên bản họp Hội đồng Thi đua - Khen thưởng \(council_minutes\)"
    ):
        issued(workspace, "submission", moment=AFTER)
    issued(workspace, "council_minutes", moment=AFTER)
    build(workspace, BuildRequest(wanted=wanted, with_pdf=False))
    word = issued(workspace, "submission", moment=AFTER).files[0]
    assert (
        "Căn cứ Biên bản số 01/BB-HĐTĐKT ngày 05 tháng 12 năm 2024 của Hội đồng Thi đua - Khen thưởng phường Ngô Quyền "
        "về họp Hội đồng Thi đua - Khen thưởng phường năm 2024"
    ) in text_of(word.read_bytes())
