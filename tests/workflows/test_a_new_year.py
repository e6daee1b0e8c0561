"""A year begun from the one before it: no stale year in any file, every day confirmed or told, nothing overwritten."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from built_years import SECOND
from small_office import HANOI

from vanban.domain.date_to_confirm import DateToConfirm
from vanban.domain.evaluation import InitiativeUse
from vanban.domain.office import Office
from vanban.domain.people import Collective, Unit
from vanban.domain.target import Result
from vanban.domain.work_year import WorkYear
from vanban.errors import DaysUnconfirmed, NoSuchDate, NoYearBefore, YearsOverlap, YearTaken
from vanban.ingest import read_table, read_yaml, write_table
from vanban.kinds import kinds_of
from vanban.word import text_of
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.check import check
from vanban.workflows.confirming import Confirmation, ConfirmRequest, confirm_dates, dates_pending
from vanban.workflows.deed import Deed
from vanban.workflows.issue_request import IssueRequest
from vanban.workflows.issue_set import issue
from vanban.workflows.new_workspace import answers_of, new_workspace
from vanban.workflows.new_year import NewYear, NewYearRequest, new_year
from vanban.workflows.register_desk import OpeningRequest, open_series
from vanban.workspace import Workspace, create

COMMUNE = {
    "form": "xã",
    "name": "Ủy ban nhân dân xã Đồng Quý",
    "province": "tỉnh Sơn Hải",
    "superior": "Ủy ban nhân dân tỉnh Sơn Hải",
    "unit": "thôn",
    "head": "Lương Văn Bách",
    "year": "2026",
}
SCHOOL = {
    "form": "trường",
    "name": "Trường Tiểu học Sông Mây",
    "locality": "xã Đồng Quý",
    "superior": "Ủy ban nhân dân xã Đồng Quý",
    "unit": "tổ chuyên môn",
    "head": "Hiệu trưởng Đặng Thị Yến",
    "year": "2026-2027",
}
OFFICES = ("ward", "second ward", "commune", "school")
CITED = re.compile(
    r"số\s*\d[^,;.]{0,30}?\s+ngày\s+(?:\d+/\d+/|\d+ tháng \d+ năm )\d{4}|\d+/\d{4}/[A-ZĐ]", re.IGNORECASE
)
"""Numbers and days of texts that are cited: known from their form alone, without the program's own rule."""


def office(root: Path, name: str) -> tuple[Workspace, WorkYear]:
    """An office, and the year that it has."""
    match name:
        case "ward":
            return create(root)[0], WorkYear(2024)
        case "second ward":
            return Workspace(shutil.copytree(SECOND, root)), WorkYear(2026)
        case "commune":
            return filled(new_workspace(root, answers_of(COMMUNE)).root), WorkYear(2026)
        case _:
            return filled(new_workspace(root, answers_of(SCHOOL)).root), WorkYear(2026, is_school=True)


def filled(root: Path) -> Workspace:
    """Two units and a collective in the tables of a new office, so that there is whom to ask."""
    folder = root / "data" / "office"
    known = read_yaml((folder / "office.yaml").read_bytes(), "office.yaml", Office).value
    assert known
    sizes = {"front_head": "Hồ Thị Mận", "households": 90} if known.unit_kind.is_residential else {"members": 7}
    units = [Unit(key=f"dv-{n}", name=f"{known.unit_kind.name} số {n}", leader="Trịnh Văn Ổi", **sizes) for n in (1, 2)]
    team = Collective(
        key="van-phong", name="Văn phòng", head="Quách Thị Na", head_position="Chánh Văn phòng", members=9
    )
    (folder / "groups.xlsx").write_bytes(write_table(units, Unit, "Bảng", known))
    (folder / "collectives.xlsx").write_bytes(write_table([team], Collective, "Bảng", known))
    return Workspace(root)


def begun(workspace: Workspace, old: WorkYear) -> NewYear:
    return new_year(workspace, NewYearRequest(old.next))


@pytest.fixture
def second(tmp_path: Path) -> Workspace:
    """The ward of 2026 in 2027."""
    workspace, old = office(tmp_path / "w", "second ward")
    begun(workspace, old)
    return workspace


def stale(text: str, old: WorkYear) -> list[str]:
    """Where ``text`` says the old year, but for texts that it cites."""
    said = re.escape(old.name) if old.is_school else rf"(?<!\d){old.first}(?!\d)"
    return [text[max(0, one.start() - 40) : one.end()] for one in re.finditer(said, CITED.sub("", text))]


@pytest.mark.parametrize("name", OFFICES)
def test_no_file_and_no_document_of_the_new_year_says_the_old_one(name: str, tmp_path: Path) -> None:
    workspace, old = office(tmp_path / "w", name)
    begun(workspace, old)
    folder = workspace.root / "data" / old.next.key
    found = [line for path in sorted(folder.glob("*.yaml")) for line in stale(path.read_text("utf-8"), old)]
    assert found == []
    checked = check(workspace, old.next)
    assert checked.year is not None
    assert [str(one) for one in checked.findings if "Còn sót" in one.reason] == []
    documents = [(kind, key) for kind in kinds_of(checked.year) for key in kind.keys(checked.year)]
    assert len(documents) >= 2
    words = [kind.compose(checked.year, key).model_dump_json() for kind, key in documents]
    words += [kind.headline(checked.year, key) for kind, key in documents]
    assert [line for text in words for line in stale(text, old)] == []
    assert any(old.next.name in text for text in words)


@pytest.mark.parametrize("name", OFFICES)
def test_every_day_of_the_new_year_is_a_row_that_waits(name: str, tmp_path: Path) -> None:
    workspace, old = office(tmp_path / "w", name)
    made = begun(workspace, old)
    assert made.dates
    assert dates_pending(workspace, old.next).pending[-1].row == len(made.dates) + 1
    assert all(old.next.holds_or_next(row.proposed) for row in made.dates)
    written = (workspace.root / "data" / old.next.key / "dates_to_confirm.xlsx").read_bytes()
    assert read_table(written, "dates_to_confirm.xlsx", DateToConfirm).value == made.dates
    days = re.compile(r"^ *(?:- )?\w+: (\d{1,2}/\d{1,2}/\d{4})$", re.MULTILINE)
    folder = workspace.root / "data" / old.next.key
    said = sum(len(days.findall(path.read_text("utf-8"))) for path in folder.glob("*.yaml"))
    assert said == len([row for row in made.dates if not row.place.endswith("lời văn")])


def test_what_was_of_last_year_alone_is_empty_and_its_results_are_the_comparison(second: Workspace) -> None:
    before = read_table((second.root / "data/2026/results.csv").read_bytes(), "results.csv", Result).value or ()
    after = read_table((second.root / "data/2027/results.csv").read_bytes(), "results.csv", Result).value or ()
    assert [(row.target, row.last_year) for row in after] == [(row.target, row.achieved) for row in before]
    assert all(row.achieved is row.done is row.note is None for row in after)
    for name in ("votes", "nominations", "group_registrations", "received_reports"):
        assert len((second.root / f"data/2027/{name}.csv").read_text("utf-8-sig").splitlines()) == 1
    meeting = (second.root / "data/2027/council_meeting.yaml").read_text("utf-8")
    assert not re.search(r"^(?:absences|ballots|ends_at):", meeting, re.MULTILINE)
    assert not (second.root / "data/2027/achievements.yaml").exists()


def test_an_initiative_that_served_last_year_is_known_to_have_served(second: Workspace) -> None:
    uses = read_table(
        (second.root / "data/2027/initiative_uses.csv").read_bytes(), "initiative_uses.csv", InitiativeUse
    )
    assert {use.year for use in uses.value or ()} == {WorkYear(2026)}


def test_a_lapsed_basis_gives_way_to_its_successor_or_is_left_out_and_told(tmp_path: Path) -> None:
    workspace, old = office(tmp_path / "w", "ward")
    told = {(one.place.file, one.key): one.successor for one in begun(workspace, old).bases}
    assert told["2025/decision.yaml", "nghi-dinh-98-2023"] == "nghi-dinh-152-2025"
    assert told["2025/plan.yaml", "ke-hoach-24-kh-ubnd"] is None
    decision = (workspace.root / "data/2025/decision.yaml").read_text("utf-8")
    bases = re.findall(r"^  - (\S+)$", decision.partition("legal_bases:\n")[2].partition("\ncites")[0], re.MULTILINE)
    assert bases[0] == "luat-to-chuc-chinh-quyen-dia-phuong-06-2025"
    assert "luat-sua-doi-to-chuc-chinh-quyen-dia-phuong-2019" not in bases
    assert "basis_lapsed" not in {one.rule for one in check(workspace, WorkYear(2025)).findings}


def test_sessions_terms_and_anniversaries_are_told_with_their_place(tmp_path: Path) -> None:
    workspace, old = office(tmp_path / "w", "ward")
    plan = workspace.root / "data/2024/plan.yaml"
    plan.write_text(
        plan.read_text("utf-8").replace("nhiệm vụ chính trị của phường\n", "kỳ họp thứ 15, khóa XXI\n", 1), "utf-8"
    )
    doubts = begun(workspace, old).doubts
    said = [one.value for one in doubts if one.place.file == "2025/plan.yaml" and one.place.line]
    assert {"kỳ họp thứ 15", "khóa XXI", "lần thứ XII", "94 năm"} <= set(said)
    lines = (workspace.root / "data/2025/plan.yaml").read_text("utf-8").splitlines()
    assert all(
        (one.value or "").split()[0] in lines[one.place.line - 1]
        for one in doubts
        if one.place.file == "2025/plan.yaml" and one.place.line
    )


def test_nothing_that_stands_is_changed_and_a_year_is_never_begun_twice(second: Workspace) -> None:
    files = {path: path.read_bytes() for path in second.root.rglob("*") if path.is_file()}
    with pytest.raises(YearTaken):
        new_year(second, NewYearRequest(WorkYear(2027)))
    with pytest.raises(YearsOverlap):
        new_year(second, NewYearRequest(WorkYear(2027, is_school=True)))
    with pytest.raises(NoYearBefore):
        new_year(second, NewYearRequest(WorkYear(2020)))
    assert files == {path: path.read_bytes() for path in second.root.rglob("*") if path.is_file()}


def test_a_paper_of_an_unconfirmed_day_is_a_draft_and_gets_no_number_until_it_is_confirmed(second: Workspace) -> None:
    plan, year = second.output / "2027/1-phat-dong", WorkYear(2027)
    deed = Deed(datetime(2027, 1, 15, 9, tzinfo=HANOI), "Lan")
    series = check(second, year).year
    assert series
    for one in series.office.number_series:
        if "KH" in one.type_codes:
            open_series(second, OpeningRequest(one.key, 1, 2027), deed)
    request = BuildRequest(year=year, wanted=("plan", "target_assignment"), with_pdf=False)
    build(second, request)
    assert [path.name for path in sorted(plan.iterdir())] == ["ke-hoach-du-thao.docx", "phu-luc-ke-hoach-du-thao.docx"]
    assert "DỰ THẢO\n" in text_of((plan / "ke-hoach-du-thao.docx").read_bytes())
    with pytest.raises(DaysUnconfirmed):
        issue(second, IssueRequest(("plan",), year, with_pdf=False), deed)
    rows = {one.row: one.day for one in dates_pending(second, year).pending if one.day.place.startswith("plan/")}
    confirm_dates(second, ConfirmRequest(year, tuple(map(Confirmation, rows))))
    build(second, request)
    assert "ke-hoach.docx" in {path.name for path in plan.iterdir()}
    assert "DỰ THẢO" not in text_of((plan / "ke-hoach.docx").read_bytes())
    assert issue(second, IssueRequest(("plan",), year, with_pdf=False), deed).entries[0].year == 2027
    assert "2026" not in text_of((plan / "phu-luc-ke-hoach.docx").read_bytes())


def test_another_day_is_written_into_the_data_and_into_the_table(second: Workspace) -> None:
    [row] = [one.row for one in dates_pending(second).pending if one.day.place == "council_meeting/day"]
    said = confirm_dates(second, ConfirmRequest(days=(Confirmation(row, date(2027, 12, 10)),)))
    assert [one.day.proposed for one in said.confirmed] == [date(2027, 12, 10)]
    assert "\nday: 10/12/2027\n" in (second.root / "data/2027/council_meeting.yaml").read_text("utf-8")
    assert row not in [one.row for one in dates_pending(second).pending]
    with pytest.raises(NoSuchDate):
        confirm_dates(second, ConfirmRequest(days=(Confirmation(row),)))


def test_a_day_that_somebody_typed_over_is_settled(second: Workspace) -> None:
    before = len(dates_pending(second).pending)
    meeting = second.root / "data/2027/council_meeting.yaml"
    meeting.write_text(re.sub(r"\nday: .*", "\nday: 09/12/2027", meeting.read_text("utf-8")), "utf-8")
    assert len(dates_pending(second).pending) == before - 1


def test_a_clerk_confirms_a_column_in_excel(second: Workspace) -> None:
    table = second.root / "data/2027/dates_to_confirm.xlsx"
    rows = read_table(table.read_bytes(), table.name, DateToConfirm).value or ()
    confirmed = [row.model_copy(update={"confirmed": True}) for row in rows]
    table.write_bytes(write_table(confirmed, DateToConfirm, "Bảng"))
    assert dates_pending(second).pending == ()
    assert [one for one in check(second).findings if "chưa được xác nhận" in one.reason] == []


def test_a_day_in_a_sentence_waits_too_and_is_changed_there(tmp_path: Path) -> None:
    workspace, old = office(tmp_path / "w", "second ward")
    plan = workspace.root / "data/2026/plan.yaml"
    plan.write_text(plan.read_text("utf-8") + "\n", "utf-8")
    report = workspace.root / "data/2026/announcement.yaml"
    text = report.read_text("utf-8")
    first = re.search(r"(?:text|clause): (?:>-\n\s+)?", text)
    assert first
    report.write_text(text[: first.end()] + "Gửi danh sách trước ngày 15/12/2026. " + text[first.end() :], "utf-8")
    made = begun(workspace, old)
    [row] = [row for row in made.dates if row.place == "announcement/lời văn"]
    assert (row.last_year, row.proposed) == (date(2026, 12, 15), date(2027, 12, 15))
    [waiting] = [one for one in dates_pending(workspace).pending if one.day == row]
    confirm_dates(workspace, ConfirmRequest(days=(Confirmation(waiting.row, date(2027, 12, 20)),)))
    assert "trước ngày 20/12/2027. " in (workspace.root / "data/2027/announcement.yaml").read_text("utf-8")


def test_the_report_says_everything_to_machines_too(tmp_path: Path) -> None:
    workspace, old = office(tmp_path / "w", "second ward")
    said = json.loads(json.dumps(begun(workspace, old).to_json()))
    assert (said["year"], said["source"]) == (2027, 2026)
    assert {one["what"] for one in said["files"]} == {
        "chép",
        "để trống",
        "không chép",
        "thành số so sánh",
        "chép nguyên các dòng",
    }
    assert said["years"][0]["before"] == "2026"


def test_a_schools_paper_leaves_room_for_its_day_in_the_calendar_year_that_is_planned(tmp_path: Path) -> None:
    workspace, old = office(tmp_path / "w", "school")
    begun(workspace, old)
    build(workspace, BuildRequest(year=old.next, wanted=("plan",), with_pdf=False))
    said = text_of((workspace.output / "2027-2028/1-phat-dong/ke-hoach-du-thao.docx").read_bytes())
    assert "tháng      năm 2027\n" in said
    assert "phong trào thi đua năm học 2027 - 2028" in said
