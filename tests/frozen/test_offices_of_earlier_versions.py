"""What an office issued with an earlier version stays proved, and goes on, under this one. The files: README.md."""

from __future__ import annotations

import json
import os
import re
import shutil
import tarfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import openpyxl
import pytest
from built_years import made_once
from click.testing import CliRunner

from vanban.archive import EVERYTHING, Archive
from vanban.cli.app import cli
from vanban.domain.damage import Harm
from vanban.domain.numbering import NUMBERINGS
from vanban.domain.register_entry import Entry, EntryState, ObjectRole, Relation
from vanban.errors import InputsUnreadable
from vanban.kinds import KINDS, NUMBERED
from vanban.pdf import find_converter
from vanban.register import Register
from vanban.workflows import after_issue, bags
from vanban.workflows.archived_inputs import year_of
from vanban.workflows.bags import BagRequest
from vanban.workflows.build import BuildRequest, Built, DocumentOutcome, build
from vanban.workflows.check import fit_year
from vanban.workflows.deed import Deed
from vanban.workflows.issue_request import IssueRequest
from vanban.workflows.issue_set import IssuedSet, issue
from vanban.workflows.issuing import inputs_of, request_of, void
from vanban.workflows.issuing_terms import Numbered, RenderedDocument, RenderedFile, places_of
from vanban.workflows.numbered_documents import renderer
from vanban.workflows.program import made_by
from vanban.workflows.proving import Restored, Verdict, verify
from vanban.workflows.rendering import digest
from vanban.workspace import Workspace

OFFICES = tuple(sorted(Path(__file__).parent.glob("office-*.tar.xz")))
CONVERTER = find_converter(os.environ)
LATER = datetime(2024, 12, 23, 9, tzinfo=timezone(timedelta(hours=7)))
NOT_ARCHIVED = {"annual_report", "letter/moi-hop"}
ARCHIVED = {"report_reminder/hoi-cuu-chien-binh", "letter/cam-on"}


@pytest.fixture(params=OFFICES, ids=lambda path: path.name.removesuffix(".tar.xz"))
def frozen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    """One's own copy of the folder with the workspace and its bags."""

    def unpack(folder: Path) -> None:
        with tarfile.open(request.param) as packed:
            packed.extractall(folder, filter="data")

    ready = made_once(tmp_path_factory.getbasetemp(), request.param.name, unpack)
    return Path(shutil.copytree(ready, tmp_path / "frozen"))


@pytest.fixture
def workspace(frozen: Path) -> Workspace:
    """The office, its clerk having written what rules ask for that came since."""
    found = Workspace(frozen / "thi-dua")
    reports = found.root / "data" / "2024" / "achievements.yaml"
    rows = re.split(r"(?m)^(?=- )", reports.read_text("utf-8"))
    more = "  compliance: [Chấp hành tốt pháp luật của Nhà nước.]\n"
    filled = (row if "compliance:" in row or not row.startswith("- ") else f"{row.rstrip()}\n{more}" for row in rows)
    reports.write_text("".join(filled), "utf-8")
    ratings = reports.with_name("collective_evaluations.xlsx")
    book = openpyxl.load_workbook(ratings)
    sheet = book.worksheets[0]
    for row in range(1, sheet.max_row + 1):
        words = (
            "Quyết định công nhận Lao động tiên tiến khác" if row == 1 else "Quyết định số 05/QĐ-UBND ngày 06/12/2024"
        )
        sheet.cell(row, sheet.max_column + (row == 1), words)
    book.save(ratings)
    return found


def entries_of(workspace: Workspace) -> tuple[Entry, ...]:
    with Register.open(workspace.register, reading_only=True) as register:
        return register.entries()


def name_of(entry: Entry) -> str:
    return "/".join(filter(None, (entry.kind, entry.key)))


def proved(workspace: Workspace) -> Verdict:
    return verify(places_of(workspace), EVERYTHING)


def harms(verdict: Verdict) -> set[Harm]:
    return {damage.harm for damage in verdict.damages}


def run(workspace: Workspace, *command: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, [*command, "--workspace", str(workspace.root)])
    return result.exit_code, result.output


def issued(workspace: Workspace, *documents: str, replacing: bool = False, acting: Relation | None = None) -> IssuedSet:
    asked = IssueRequest(documents, with_pdf=False, confirmed=True, replacing=replacing, acting=acting)
    return issue(workspace, asked, Deed(LATER, "Lan"))


def test_it_is_whole(workspace: Workspace) -> None:
    verdict = proved(workspace)
    assert verdict.sound
    assert harms(verdict) <= {Harm.UNFINISHED, Harm.LEDGER_BEHIND}


def test_made_again_it_is_never_called_damaged(workspace: Workspace) -> None:
    code, said = run(workspace, "verify", "--rebuild")
    assert code == 0, said
    assert "HỎNG" not in said


def test_what_comes_out_different_now_is_told_once_with_the_version_that_made_it(workspace: Workspace) -> None:
    def another(numbered: Numbered) -> RenderedDocument:
        return RenderedDocument(
            (RenderedFile(ObjectRole.WORD, "document.docx", b"another space"),), None, "", made_by(None)
        )

    verdict = verify(places_of(workspace), EVERYTHING, render=another)
    assert verdict.sound
    (notice,) = (damage for damage in verdict.damages if damage.harm is Harm.NOT_COMPARABLE)
    assert "văn bản do phiên bản 0.1.0 của chương trình làm ra, ở đây không so được" in str(notice)
    assert "02/BC-UBND năm 2024, 03/BC-UBND năm 2024" in str(notice)


def test_a_lost_register_comes_back_row_by_row(workspace: Workspace) -> None:
    before = entries_of(workspace)
    run(workspace, "recover")
    after = entries_of(workspace)
    waiting = {name_of(entry) for entry in after if entry.state is EntryState.RESERVED}
    assert waiting <= NOT_ARCHIVED | ARCHIVED
    workspace.register.unlink()
    assert after_issue.recover(workspace, None).restored is Restored.REGISTER
    again = entries_of(workspace)
    assert [one for one in again if name_of(one) not in waiting] == [
        one for one in after if name_of(one) not in waiting
    ]
    states = {name_of(one): one.state for one in again if name_of(one) in waiting}
    archived = {name for name, state in states.items() if state is EntryState.ISSUED}
    assert archived == ARCHIVED & waiting, "what was archived is issued, though the rest of its batch waits"
    assert [entry.number for entry in after] == [entry.number for entry in before]


def test_an_interrupted_issue_keeps_its_numbers_and_what_was_archived_is_issued(workspace: Workspace) -> None:
    reserved = {name_of(entry): entry for entry in entries_of(workspace) if entry.state is EntryState.RESERVED}
    assert reserved.keys() == NOT_ARCHIVED | ARCHIVED
    archive = Archive(workspace.archive)
    bytes_before = {name: archive.manifest(entry.entry_key) for name, entry in reserved.items()}
    recovery = after_issue.recover(workspace, None).recovery
    after = {name_of(entry): entry for entry in entries_of(workspace) if entry.batch in _batches(reserved)}
    for name, entry in after.items():
        assert entry.number == reserved[name].number
        was = bytes_before[name]
        assert was is None or was == archive.manifest(entry.entry_key), "what was archived is never made again"
    assert after["letter/cam-on"].state is EntryState.ISSUED, "all of it was archived"
    stuck = {name_of(entry) for one in recovery.stuck for entry in one.entries}
    finished = {name_of(entry) for entry in recovery.finished}
    assert stuck | finished == reserved.keys()
    assert proved(workspace).sound


def _batches(reserved: dict[str, Entry]) -> set[str]:
    return {entry.batch for entry in reserved.values()}


def test_an_interrupted_issue_that_would_come_out_different_waits_and_stops_nothing_else(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vanban.workflows import numbered_documents

    with monkeypatch.context() as patch:
        patch.setattr(numbered_documents, "content_of", lambda *_: "0" * 64)
        recovery = after_issue.recover(workspace, None).recovery
    stuck = {name_of(entry): one.fault for one in recovery.stuck for entry in one.entries}
    assert stuck.keys() == NOT_ARCHIVED | {"report_reminder/hoi-cuu-chien-binh"}
    said = str(stuck["annual_report"])
    assert "Chưa cấp số nào" not in said
    assert "vanban void" in said
    for entry in (entry for entry in entries_of(workspace) if entry.state is EntryState.RESERVED):
        void(places_of(workspace), entry.entry_key, "Ban hành lại bằng phiên bản mới", LATER, "Lan")
    build(workspace, BuildRequest(wanted=("annual_report",), with_pdf=False, workers=1))
    (again,) = issued(workspace, "annual_report").entries
    given_up = [entry.ordinal for entry in entries_of(workspace) if entry.kind == "annual_report"]
    assert given_up == [again.ordinal - 1, again.ordinal], "no number is lost, none is given twice"
    assert proved(workspace).sound


def test_it_is_corrected_and_replaced(workspace: Workspace) -> None:
    after_issue.recover(workspace, None)
    letters = workspace.root / "data" / "2024" / "letters.yaml"
    text = letters.read_text("utf-8")
    letters.write_text(text + text[text.index("- key: dinh-chinh") : text.index("- key: thu-hoi")]
                       .replace("dinh-chinh", "dinh-chinh-2").replace("plan", "decision"), "utf-8")  # fmt: skip
    build(workspace, BuildRequest(wanted=("letter", "plan", "target_assignment"), with_pdf=False, workers=1))
    (correction,) = issued(workspace, "decision", acting=Relation.CORRECTS).entries
    assert correction.acts_on[0].relation is Relation.CORRECTS
    plan = workspace.root / "data" / "2024" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("Rõ việc, quyết liệt", "Rõ việc, rất quyết liệt"), "utf-8")
    build(workspace, BuildRequest(wanted=("plan", "target_assignment"), with_pdf=False, workers=1))
    (again,) = issued(workspace, "plan", replacing=True).entries
    assert (again.revision, again.acts_on[0].target.ordinal) == (1, 24)
    assert proved(workspace).sound


def built(workspace: Workspace) -> Built:
    """Every numbered kind and what is issued with one."""
    wanted = tuple(sorted({*NUMBERED, *(name for one in NUMBERINGS.values() for name in one.attachments)}))
    return build(workspace, BuildRequest(wanted=wanted, with_pdf=False, workers=1))


def went_out(workspace: Workspace) -> dict[str, bytes]:
    """The Word files of the issued documents, by the paths at which a build puts them, the last revision of each."""
    archive, kinds = Archive(workspace.archive), {kind.name: kind for kind in KINDS}
    files, year = {}, fit_year(workspace)
    for entry in entries_of(workspace):
        for item in entry.objects if entry.state is EntryState.ISSUED and entry.kind else ():
            kind = entry.kind if item.role is ObjectRole.WORD else item.name.removesuffix(".docx")
            if item.name.endswith(".docx"):
                files[workspace.document(year, kinds[kind], entry.key)] = archive.get(item)
    return files


def differing(workspace: Workspace, there: dict[str, bytes]) -> set[str]:
    assert len(there) > 15
    paths = {path: workspace.output / path for path in there}
    return {path for path, data in there.items() if not paths[path].exists() or paths[path].read_bytes() != data}


def test_what_is_built_of_an_issued_document_is_the_file_that_went_out(workspace: Workspace) -> None:
    used = {item.sha256 for one in entries_of(workspace) for item in one.inputs if item.name.endswith(".docx")}
    ships = {digest(workspace.template(kind).read_bytes()) for kind in KINDS}
    assert used - ships, "templates that ship have changed since"
    first = built(workspace)
    assert (first.exit_code, first.notes) == (0, ())
    assert differing(workspace, went_out(workspace)) == set()
    assert {one.state for one in built(workspace).documents} == {DocumentOutcome.UNCHANGED}


def test_where_the_data_or_a_template_of_the_office_changed_a_new_draft_is_built_and_the_reason_told(
    workspace: Workspace,
) -> None:
    there = went_out(workspace)
    entries = {name_of(one): one for one in entries_of(workspace) if one.state is EntryState.ISSUED}
    archive, kinds = Archive(workspace.archive), {kind.name: kind for kind in KINDS}
    year = workspace.root / "data" / "2024"
    letters = (year / "letters.yaml").read_text("utf-8")
    more = letters[letters.index("- key: dinh-chinh") : letters.index("- key: thu-hoi")]
    (year / "letters.yaml").write_text(letters + more.replace("dinh-chinh", "moi-them"), "utf-8")
    plan = (year / "plan.yaml").read_text("utf-8")
    (year / "plan.yaml").write_text(plan.replace("Rõ việc, quyết liệt", "Rõ việc, rất quyết liệt"), "utf-8")
    (workspace.root / "templates" / "docx").mkdir(parents=True)
    for name, template in (("announcement", "submission"), ("decision", "decision")):
        source = next(item for item in entries[template].inputs if item.name == f"{template}.docx")
        workspace.own_template(kinds[name]).write_bytes(archive.get(source))
    lost = next(item for item in entries["council_invitation"].objects if item.role is ObjectRole.WORD)
    archive.path_of(lost.sha256).unlink()

    made = built(workspace)

    failed = [one.kind for one in made.documents if one.state is DocumentOutcome.FAILED]
    assert failed == ["council_invitation"], "no other file takes the place of one that the archive has lost"
    drafts = {"plan": "dữ liệu, hoặc số", "announcement": "mẫu đã đổi"}
    for (name, reason), note in zip(drafts.items(), made.notes, strict=True):
        assert f"đã ban hành số {entries[name].number}, nay lập thành bản trình ký mới, chưa có số: {reason}" in note
    whole = fit_year(workspace)
    changed = {workspace.document(whole, kinds[name], "") for name in (*drafts, *failed, "target_assignment")}
    assert differing(workspace, there) == changed


def test_what_cannot_be_compared_any_more_is_built_as_a_draft_and_told(workspace: Workspace) -> None:
    for entry in entries_of(workspace):
        for item in entry.inputs:
            if item.name == "year.json":
                Archive(workspace.archive).path_of(item.sha256).unlink(missing_ok=True)
    made = build(workspace, BuildRequest(wanted=("decision",), with_pdf=False, workers=1))
    (note,) = made.notes
    assert "chưa có số: không so được với bản đã ban hành" in note
    assert made.exit_code == 0


def test_its_year_is_exported_and_a_new_office_takes_it(workspace: Workspace, tmp_path: Path) -> None:
    after_issue.recover(workspace, None)
    before = entries_of(workspace)
    bags.export_bag(workspace, BagRequest(tmp_path / "goi", LATER, year=2024))
    other = _taken(workspace, tmp_path / "goi", tmp_path / "khac")
    assert entries_of(other) == before


@pytest.mark.parametrize("bag", ["goi-nam", "goi-ho-so"])
def test_the_bags_that_it_exported_are_taken_in(frozen: Path, workspace: Workspace, bag: str) -> None:
    other = _taken(workspace, frozen / bag, frozen / "khac")
    for path in sorted((frozen / bag / "data").glob("2024/*/*/manifest.json")):
        key = json.loads(path.read_bytes())["entry_key"]
        held = other.archive / "documents" / key["series"] / "2024" / f"{key['ordinal']:05d}.json"
        assert held.read_bytes() == path.read_bytes()


def _taken(workspace: Workspace, bag: Path, root: Path) -> Workspace:
    other = Workspace(root)
    shutil.copytree(workspace.root / "data" / "office", root / "data" / "office")
    bags.import_bag(other, bag)
    return other


def _planted(change: Callable[[dict[str, object]], None], inputs: dict[str, bytes]) -> dict[str, bytes]:
    year = json.loads(inputs["year.json"])
    change(year)
    return {**inputs, "year.json": json.dumps(year).encode()}


def _inputs(workspace: Workspace) -> dict[str, bytes]:
    entry = next(entry for entry in entries_of(workspace) if entry.kind == "decision")
    return dict(inputs_of(Archive(workspace.archive), request_of(entry)))


def _set(name: str, value: object) -> Callable[[dict[str, object]], None]:
    return lambda year: year.__setitem__(name, value)


def _in_the_first(part: str, name: str) -> Callable[[dict[str, object]], None]:
    def change(year: dict[str, object]) -> None:
        rows = year[part]
        assert isinstance(rows, list)
        rows[0][name] = "?"

    return change


@pytest.mark.parametrize(
    "change",
    [
        _set("sau_nay", {"x": [1]}),
        _in_the_first("people", "sau_nay"),
        lambda year: year["office"].__setitem__("sau_nay", 1),
        lambda year: year["decision"]["signature"].__setitem__("sau_nay", 1),
        lambda year: year["plan"]["targets"][0]["measures"][0].__setitem__("sau_nay", 1),
        lambda year: year.pop("letters"),
        lambda year: (year.pop("progress"), year.__setitem__("xa", 0), year["people"][1].__setitem__("y", 0)),
    ],
)
def test_a_year_with_fields_that_are_unknown_or_gone_still_gives_the_document(
    workspace: Workspace, change: Callable[[dict[str, object]], None]
) -> None:
    inputs = _inputs(workspace)
    changed = year_of(_planted(change, inputs))
    assert changed.decision == year_of(inputs).decision
    assert changed.people == year_of(inputs).people


@pytest.mark.parametrize(
    "change",
    [
        lambda year: year.pop("office"),
        _set("year", "hai nghìn"),
        _set("people", 7),
        lambda year: year["people"][0].pop("name"),
        lambda year: (year.pop("plan"), year.__setitem__("xa", 0)),
        lambda year: year["decision"].__setitem__("signature", None),
    ],
)
def test_a_year_that_nobody_can_read_any_more_is_a_sentence_and_no_damage(
    workspace: Workspace, change: Callable[[dict[str, object]], None]
) -> None:
    with pytest.raises(InputsUnreadable, match="do phiên bản khác của chương trình ghi"):
        year_of(_planted(change, _inputs(workspace)))


def test_years_that_nobody_can_read_any_more_are_no_damage(workspace: Workspace) -> None:
    change = _set("people", 7)

    def render(numbered: Numbered) -> RenderedDocument:
        return renderer(CONVERTER)(replace(numbered, inputs=_planted(change, dict(numbered.inputs))))

    verdict = verify(places_of(workspace), EVERYTHING, render=render)
    assert verdict.sound
    assert Harm.NOT_COMPARABLE in harms(verdict)


def test_a_year_in_an_older_form_is_brought_up_step_by_step(workspace: Workspace) -> None:
    def renamed(year: dict[str, object]) -> dict[str, object]:
        return {**{name: value for name, value in year.items() if name != "nguoi"}, "people": year["nguoi"]}

    inputs = _inputs(workspace)
    older = _planted(lambda year: year.__setitem__("nguoi", year.pop("people")), inputs)
    assert year_of(older, (renamed,)) == year_of(inputs)
    with pytest.raises(InputsUnreadable):
        year_of(inputs, (renamed,))
    newer = {**inputs, "settings.json": b'{"pdf":false,"format":3}'}
    with pytest.raises(InputsUnreadable, match="mẫu ghi số 3 chưa biết"):
        year_of(newer, (renamed,))


def test_the_day_of_the_paper_book_stands(workspace: Workspace) -> None:
    papers = [entry for entry in entries_of(workspace) if entry.state is EntryState.PAPER]
    assert [(entry.ordinal, entry.issued_on) for entry in papers] == [(21, date(2024, 1, 5)), (22, date(2024, 1, 12))]
