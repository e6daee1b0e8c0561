"""What a page needs of the workflows: findings as data, errors that carry them, a stop, a clock held against files."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from small_office import NOON, founded, issued

from vanban.archive import EVERYTHING
from vanban.domain.finding import Place
from vanban.domain.objection import Objection
from vanban.domain.register_entry import SeriesOpening
from vanban.domain.work_year import WorkYear
from vanban.errors import DamagedNotes, DataUnfit, OfficeUnfit, Stopped
from vanban.workflows.build import BuildRequest, Built, build
from vanban.workflows.check import check, fit_year, office_of
from vanban.workflows.evidence import latest_day
from vanban.workflows.issuing import opened, recording
from vanban.workflows.issuing_terms import places_of
from vanban.workflows.latest import Latest
from vanban.workflows.notice import Notice
from vanban.workflows.proof import prove
from vanban.workflows.proving import verify
from vanban.workflows.record_form import open_record
from vanban.workflows.record_standing import OFFICE, RecordPlace
from vanban.workflows.row_checks import check_edited, check_rows
from vanban.workflows.set_aside import notes_aside
from vanban.workflows.tables import open_table
from vanban.workflows.would_build import WouldBuild
from vanban.workspace import Workspace

YEAR = WorkYear(2024)
HANOI = timezone(timedelta(hours=7))


def test_an_objection_of_the_law_reaches_the_cell_with_rule_and_article_as_data() -> None:
    objection = Objection(rule="r", article="Điều 1", about="Ông A", reason="Sai.", remedy="Hãy sửa.")
    place = Place(file="2024/nominations.xlsx", sheet="Trang1", line=7, column="C", header="Danh hiệu")
    told = objection.in_data(("nominations", 3, "award"), "x").at(place).to_json()
    assert told["place"] == {
        "file": "2024/nominations.xlsx",
        "sheet": "Trang1",
        "line": 7,
        "column": "C",
        "header": "Danh hiệu",
        "field": "award",
        "called": None,
    }
    assert (told["rule"], told["article"], told["reason"]) == ("r", "Điều 1", "Ông A: Sai. (Điều 1)")


def test_data_that_are_not_fit_are_refused_with_every_finding_and_its_place(workspace: Workspace) -> None:
    path = workspace.root / "data" / "2024" / "submission.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("signatory: ", "signatory: khong-co-"), encoding="utf-8")
    with pytest.raises(DataUnfit) as refused:
        fit_year(workspace)
    found = refused.value.to_json()["findings"]
    assert found == [finding.to_json() for finding in check(workspace).findings]
    places = [one["place"] for one in found if one["severity"] == "error"]  # type: ignore[attr-defined, union-attr]
    assert [(place["file"], place["field"]) for place in places] == [("2024/submission.yaml", "signatory")]
    assert all(place["line"] for place in places)


def test_an_office_that_cannot_be_read_is_refused_with_what_is_wrong_in_its_file(workspace: Workspace) -> None:
    path = workspace.root / "data" / "office" / "office.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("place:", "plase:", 1), encoding="utf-8")
    with pytest.raises(OfficeUnfit) as refused:
        office_of(workspace)
    assert {finding.place.file for finding in refused.value.findings} == {"office/office.yaml"}
    assert "Chưa cấp số nào" not in str(refused.value), "who prints a book asks for no number"
    path.unlink()
    with pytest.raises(OfficeUnfit):
        office_of(workspace)
    with pytest.raises(OfficeUnfit):
        open_record(workspace, RecordPlace(YEAR, OFFICE))


@pytest.mark.parametrize("said", ["", '{"a"', "[]", '{"a": {"why": "x"}}', '{"a": "b"}'])
def test_a_damaged_list_of_notes_set_aside_is_refused_by_its_name(workspace: Workspace, said: str) -> None:
    place = workspace.root / "data" / "notes" / "2024.json"
    place.parent.mkdir()
    place.write_text(said, encoding="utf-8")
    with pytest.raises(DamagedNotes) as refused:
        notes_aside(workspace, YEAR)
    assert str(place) in str(refused.value)


def dated(path: Path, day: date) -> None:
    """Let a file be of the morning of that day in Hanoi."""
    moment = datetime(day.year, day.month, day.day, 1, tzinfo=HANOI).timestamp()
    os.utime(path, (moment, moment))


def test_the_files_that_a_clerk_keeps_show_the_day_and_those_of_other_processes_do_not(workspace: Workspace) -> None:
    for path in workspace.kept():
        dated(path, date(2024, 3, 1))
    dated(workspace.root / "data" / "2024" / "plan.yaml", date(2024, 3, 5))
    staging = workspace.archive / "staging"
    staging.mkdir(parents=True)
    for passing in (staging / ".vanban-1.tam", workspace.root / "data" / "2024" / "~$votes.xlsx"):
        passing.write_bytes(b"")
        dated(passing, date(2024, 12, 31))
    assert shown(workspace, NOON + timedelta(days=9)) == date(2024, 3, 5)


def test_files_of_the_machines_today_vouch_for_no_clock(workspace: Workspace) -> None:
    """A wrong clock has written them: the register's own moment stands."""
    for path in workspace.kept():
        dated(path, date(2025, 3, 5))
    assert shown(workspace, NOON + timedelta(days=365)) == NOON.date()
    assert shown(workspace, NOON + timedelta(days=366)) == date(2025, 3, 5), "the clock went on by itself"


def shown(workspace: Workspace, moment: datetime) -> date | None:
    """The latest day that is known in an office whose series was opened at noon."""
    places = places_of(workspace)
    with recording(places, create=True) as register:
        if not register.head().seq:
            register.open_series(SeriesOpening(series="chung", year=2024), NOON, "Lan")
    with opened(places, reading_only=True) as register:
        return latest_day(workspace, register, moment)


def test_a_file_that_is_taken_away_between_two_looks_is_no_evidence(workspace: Workspace) -> None:
    for path in workspace.kept():
        dated(path, date(2024, 3, 1))
    (workspace.root / "data" / "2024" / "gone.yaml").symlink_to(workspace.root / "nowhere.yaml")
    assert shown(workspace, NOON) == NOON.date()


def test_a_proof_can_be_stopped_between_two_documents(tmp_path: Path) -> None:
    places = founded(tmp_path)
    issued(places, "one", "a", "b", "c")
    heard: list[tuple[int, int]] = []
    stopping = Notice(progress=lambda *far: heard.append(far), stop=lambda: len(heard) == 2)
    with pytest.raises(Stopped):
        verify(places, EVERYTHING, notice=stopping)
    assert heard == [(0, 3), (1, 3)]
    assert verify(places, EVERYTHING).sound


def test_what_a_clerk_may_do_for_more_is_told_by_the_result_itself(workspace: Workspace) -> None:
    (proof,) = prove(workspace).hints
    assert "Hãy chạy vanban build trước" in proof
    (built,) = build(workspace, BuildRequest(wanted=("plan",), workers=1)).hints
    assert "cài LibreOffice" in built
    assert build(workspace, BuildRequest(wanted=("plan",), with_pdf=False)).hints == ()
    assert prove(workspace).hints == ()


def test_what_a_build_would_do_is_found_out_anew_when_anything_changed_that_it_looks_at(workspace: Workspace) -> None:
    asked: list[BuildRequest] = []

    def ask(request: BuildRequest) -> Built:
        asked.append(request)
        return Built(YEAR, ())

    kept = WouldBuild(workspace, Latest(workspace), ask)

    def asks() -> int:
        before = len(asked)
        assert kept.told(YEAR) is kept.told(YEAR)
        return len(asked) - before

    assert asks() == 1
    for changed in (
        "data/2024/plan.yaml",
        "output/2024/ke-hoach.docx",
        "output/manifest.json",
        "templates/docx/plan.docx",
    ):
        path = workspace.root / changed
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((path.read_bytes() if path.is_file() else b"") + b"\n# them\n")
        assert (changed, asks()) == (changed, 1)
    assert asks() == 0
    assert all(one.dry_run for one in asked)


def test_a_row_that_is_edited_is_judged_alone_and_then_with_the_year(workspace: Workspace) -> None:
    table = open_table(workspace, YEAR, "people").cells
    at = table.titles.index
    rows = [list(row) for row in table.rows]
    rows[3][at("Giới tính")] = "Nan"
    rows[3][at("Mã người")] = rows[2][at("Mã người")]
    (alone,) = check_edited(workspace, YEAR, "people", {3: rows[3]})
    assert (alone.row, alone.column, alone.finding.value) == (3, at("Giới tính"), "Nan")
    whole = check_rows(workspace, YEAR, "people", rows).findings
    assert alone.to_json() in [one.to_json() for one in whole]
    assert check_edited(workspace, YEAR, "people", {3: [""] * len(rows[3])}) == ()
    rows[3][at("Giới tính")] = "Nam"
    assert check_edited(workspace, YEAR, "people", {3: rows[3]}) == ()
    double = check_rows(workspace, YEAR, "people", rows).findings
    assert at("Mã người") in {one.column for one in double}
