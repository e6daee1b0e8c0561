"""What a build writes, keeps, moves aside and says, on the real sample year."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

import docx
import pytest
from built_years import made_once

from vanban.domain.work_year import WorkYear
from vanban.errors import NoDocument, NoKind, NoYear
from vanban.kinds import KINDS
from vanban.kinds.packs import packs
from vanban.pdf import Converter, find_converter, page_count
from vanban.word import text_of
from vanban.workflows.build import BuildRequest, Built, DocumentOutcome, build
from vanban.workflows.check import check
from vanban.workflows.sayings import STATE_WORDS
from vanban.workspace import Workspace, create

DATA = Path(__file__).parents[1] / "data"
WORD_ONLY = BuildRequest(with_pdf=False)
PLAN = "2024/1-phat-dong/ke-hoach.docx"
PLAN_PDF = PLAN.replace(".docx", ".pdf")
LAID_OUT = BuildRequest(converter=find_converter({"PATH": "/usr/bin"}), wanted=("plan", "initiative_report"))


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` by its relative name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def change_text(path: Path, old: str, new: str) -> None:
    """Replace ``old``, which must be there, in a text file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_whole_sample_year_is_built_with_every_kind_and_no_finding_that_stops(
    first_build: tuple[Workspace, Built],
) -> None:
    workspace, built = first_build
    assert built.exit_code == 0
    of_other_offices = {"free_document", "free_paper", "annex", "wide_annex", "family_decision", "family_list"}
    of_other_offices |= {"family_certificate", "criteria_decision", "criteria_annex"}
    of_other_offices |= {"score_sheet", "score_summary", "year_score_summary", "other_certificate", "sudden_minutes"}
    assert {document.kind for document in built.documents} == {kind.name for kind in KINDS} - of_other_offices
    assert all(document.state is DocumentOutcome.BUILT and document.why == "mới" for document in built.documents)
    assert all((workspace.output / document.path).is_file() for document in built.documents)


def test_the_manifest_names_every_document_with_its_bytes_and_its_inputs(built: Workspace) -> None:
    documents = json.loads(built.manifest.read_bytes())["documents"]
    for document in documents:
        assert document["sha256"] == sha256((built.output / document["path"]).read_bytes()).hexdigest()
        assert document["pdf"] is None
        assert set(document["inputs"]) == {"data", "template", "program"}
        assert document["state"] == "built"
    assert {"kind", "key", "title", "path", "pdf", "sha256", "inputs", "state"} <= set(documents[0])
    assert len(documents) > 40


def test_building_an_unchanged_year_again_writes_nothing_and_says_so(built: Workspace) -> None:
    before = snapshot(built.output)
    times = {path: path.stat().st_mtime_ns for path in built.output.rglob("*")}
    again = build(built, WORD_ONLY)
    assert not again.wrote
    assert {document.state for document in again.documents} == {DocumentOutcome.UNCHANGED}
    assert snapshot(built.output) == before
    assert {path: path.stat().st_mtime_ns for path in built.output.rglob("*")} == times


def test_a_changed_line_of_the_plan_rebuilds_what_prints_it_and_names_the_line(built: Workspace) -> None:
    plan = built.root / "data" / "2024" / "plan.yaml"
    change_text(plan, "- name: Phòng Nội vụ thành phố", "- name: Phòng Nội vụ thành phố Bắc Giang")
    line = next(
        number
        for number, text in enumerate(plan.read_text(encoding="utf-8").splitlines(), start=1)
        if "Phòng Nội vụ thành phố Bắc Giang" in text
    )
    again = build(built, WORD_ONLY)
    changed = [document for document in again.documents if document.state is DocumentOutcome.BUILT]
    assert [(document.path, document.why) for document in changed] == [
        (PLAN, f"dữ liệu đổi: 2024/plan.yaml dòng {line}")
    ]


def test_a_document_edited_by_hand_is_kept_and_reported(built: Workspace) -> None:
    place = built.output / PLAN
    place.write_bytes(b"edited in Word")
    again = build(built, WORD_ONLY)
    kept = [document for document in again.documents if document.state is DocumentOutcome.KEPT]
    assert [(document.path, document.why) for document in kept] == [(PLAN, "đã sửa tay")]
    assert place.read_bytes() == b"edited in Word"


def test_force_moves_an_edited_document_aside_before_building_it_again(built: Workspace) -> None:
    place = built.output / PLAN
    fresh = place.read_bytes()
    place.write_bytes(b"edited in Word")
    forced = build(built, BuildRequest(with_pdf=False, force=True))
    assert place.read_bytes() == fresh
    aside = [path for path in place.parent.iterdir() if path.name.startswith("ke-hoach") and path != place]
    assert [path.read_bytes() for path in aside] == [b"edited in Word"]
    assert forced.notes == (f"Bản cũ của {PLAN} nay là {aside[0].name}.",)


def test_a_dry_run_says_what_it_would_do_and_writes_nothing(workspace: Workspace) -> None:
    told = build(workspace, BuildRequest(with_pdf=False, dry_run=True))
    assert {document.state for document in told.documents} == {DocumentOutcome.WOULD_BUILD}
    assert not workspace.output.exists()


def test_a_dry_run_lists_every_document_that_a_real_one_makes(
    first_build: tuple[Workspace, Built], tmp_path: Path
) -> None:
    made, real = first_build
    fresh, _ = create(tmp_path / "moi")
    told = build(fresh, BuildRequest(with_pdf=False, dry_run=True))
    assert [document.path for document in told.documents] == [document.path for document in real.documents]
    assert [document.key for document in told.documents if document.kind == "proof_sheet"] != []
    again = build(made, BuildRequest(with_pdf=False, dry_run=True))
    assert {document.state for document in again.documents} == {DocumentOutcome.UNCHANGED}
    assert [document.path for document in again.documents] == [document.path for document in real.documents]
    change_text(made.root / "data" / "2024" / "plan.yaml", "- name: Phòng Nội vụ thành phố", "- name: Phòng Nội vụ")
    due = build(made, BuildRequest(with_pdf=False, dry_run=True)).documents
    assert {(one.state, one.why) for one in due if one.kind == "proof_sheet"} == {
        (DocumentOutcome.WOULD_BUILD, "đọc lại các văn bản vừa lập")
    }


def test_a_document_that_the_data_no_longer_call_for_is_removed(built: Workspace) -> None:
    (built.root / "data" / "2024" / "annual_report.yaml").unlink()
    again = build(built, WORD_ONLY)
    removed = [
        (document.path, document.why) for document in again.documents if document.state is DocumentOutcome.REMOVED
    ]
    assert removed == [("2024/7-bao-cao/bao-cao-tong-ket.docx", "không còn trong dữ liệu")]
    assert not (built.output / "2024/7-bao-cao/bao-cao-tong-ket.docx").exists()


def test_building_one_kind_leaves_the_others_alone(workspace: Workspace) -> None:
    built = build(workspace, BuildRequest(with_pdf=False, wanted=("plan",)))
    assert [document.path for document in built.documents] == [PLAN]
    assert set(snapshot(workspace.output)) == {PLAN, "manifest.json"}


def test_a_key_narrows_the_documents_of_a_kind(workspace: Workspace) -> None:
    built = build(workspace, BuildRequest(with_pdf=False, wanted=("group_registration",), only=("tdp-01",)))
    assert [document.key for document in built.documents] == ["tdp-01"]
    named = build(workspace, BuildRequest(with_pdf=False, wanted=("group_registration/tdp-02",)))
    assert [document.key for document in named.documents] == ["tdp-02"]


@pytest.mark.parametrize(
    ("request_", "error", "sentence"),
    [
        (
            BuildRequest(wanted=("paln",)),
            NoKind,
            "Không có loại văn bản tên là “paln”. Có phải là “plan”? "
            "Hãy xem các loại văn bản bằng lệnh: vanban template list.",
        ),
        (
            BuildRequest(wanted=("group_registration/tdp-99",)),
            NoDocument,
            "Không có văn bản nào ứng với “group_registration/tdp-99”. "
            "Hãy xem các văn bản sẽ lập bằng lệnh: vanban build --dry-run.",
        ),
    ],
)
def test_a_name_that_names_nothing_is_refused_with_the_nearest_one(
    workspace: Workspace, request_: BuildRequest, error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error) as raised:
        build(workspace, request_)
    assert str(raised.value) == sentence


def test_a_year_without_data_is_refused_with_the_years_that_are_there(workspace: Workspace) -> None:
    with pytest.raises(NoYear) as raised:
        build(workspace, BuildRequest(year=WorkYear(2031)))
    assert str(raised.value).startswith(f"Không có dữ liệu của năm 2031 trong “{workspace.root / 'data'}”")
    assert "(các năm đang có: 2024)" in str(raised.value)


def test_an_error_in_the_data_stops_everything_before_the_first_file(workspace: Workspace) -> None:
    change_text(workspace.root / "data" / "2024" / "plan.yaml", "signatory: chu-tich", "signatory: chu-tjch")
    built = build(workspace, WORD_ONLY)
    assert built.stopped
    assert built.exit_code == 1
    assert not workspace.output.exists()
    assert any("chu-tjch" in str(finding) for finding in built.findings)


def test_a_document_whose_word_file_is_made_is_not_called_unmade_for_want_of_its_pdf(
    workspace: Workspace, tmp_path: Path
) -> None:
    office = tmp_path / "office" / "soffice"
    office.parent.mkdir()
    office.write_text("#!/bin/sh\nexit 0\n")
    office.chmod(0o755)
    built = build(workspace, BuildRequest(wanted=("letter",), converter=Converter(office), workers=1))
    assert {(one.state, one.pdf) for one in built.documents} == {(DocumentOutcome.WITHOUT_PDF, None)}
    assert STATE_WORDS[DocumentOutcome.WITHOUT_PDF] == "đã lập Word, chưa có PDF" and built.exit_code
    assert all((workspace.output / one.path).exists() for one in built.documents)


def test_a_broken_template_fails_its_own_documents_only(workspace: Workspace) -> None:
    kind = next(kind for kind in KINDS if kind.name == "plan")
    own = workspace.own_template(kind)
    own.parent.mkdir(parents=True)
    own.write_bytes(b"not a Word file")
    request = BuildRequest(with_pdf=False, wanted=("plan", "group_registration", "letter", "annual_report"))
    built = build(workspace, request)
    states = {document.path: document.state for document in built.documents}
    assert states.pop(PLAN) is DocumentOutcome.FAILED
    assert len(states) > 3
    assert set(states.values()) == {DocumentOutcome.BUILT}
    assert built.exit_code == 1
    assert not (workspace.output / PLAN).exists()


def test_an_own_template_wins_over_the_one_that_ships(built: Workspace) -> None:
    kind = next(kind for kind in KINDS if kind.name == "plan")
    changed = docx.Document(str(built.template(kind)))
    changed.add_paragraph("Mẫu riêng của phường")
    own = built.own_template(kind)
    own.parent.mkdir(parents=True)
    changed.save(str(own))
    again = build(built, WORD_ONLY)
    rebuilt = [(document.path, document.why) for document in again.documents if document.state is DocumentOutcome.BUILT]
    assert rebuilt == [(PLAN, "mẫu đổi")]
    assert "Mẫu riêng của phường" in text_of((built.output / PLAN).read_bytes())


def test_every_name_in_the_data_is_printed_whole(workspace: Workspace) -> None:
    signatories = workspace.root / "data" / "office" / "signatories.yaml"
    change_text(signatories, "Vũ Trí Khánh", "Vũ <Trí> & “Khánh” {x} %")
    build(workspace, BuildRequest(with_pdf=False, wanted=("plan",)))
    assert "Vũ <Trí> & “Khánh” {x} %" in text_of((workspace.output / PLAN).read_bytes())


def test_a_name_that_looks_like_a_tag_stops_its_documents_with_the_tag_named(workspace: Workspace) -> None:
    signatories = workspace.root / "data" / "office" / "signatories.yaml"
    change_text(signatories, "Vũ Trí Khánh", "Vũ Trí {{ x }}")
    [plan] = build(workspace, BuildRequest(with_pdf=False, wanted=("plan",))).documents
    assert plan.state is DocumentOutcome.FAILED and "{{ x }}" in plan.why
    assert "trong dữ liệu" in plan.why
    assert not (workspace.output / PLAN).exists()


def test_the_built_plan_says_what_the_real_plan_says_word_for_word(workspace: Workspace) -> None:
    build(workspace, BuildRequest(with_pdf=False, wanted=("plan",)))
    said = " ".join(text_of((workspace.output / PLAN).read_bytes()).split())
    expected = " ".join((DATA / "ke-hoach-2024.txt").read_text(encoding="utf-8").split())
    assert expected in said
    above = said[: said.index(expected)]
    for line in (
        "ỦY BAN NHÂN DÂN PHƯỜNG NGÔ QUYỀN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: /KH-UBND",
        "Phường Ngô Quyền, ngày tháng năm 2024",
        "KẾ HOẠCH",
        "Tổ chức phát động phong trào thi đua năm 2024",
    ):
        assert line in above


@pytest.fixture
def laid_out(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Workspace:
    """One's own copy of the sample whose plan and reports have their PDFs."""

    def make(folder: Path) -> None:
        made, _ = create(folder / "thi-dua")
        assert all(document.pdf for document in build(made, LAID_OUT).documents)

    ready = made_once(tmp_path_factory.getbasetemp(), "laid-out", make)
    return Workspace(shutil.copytree(ready / "thi-dua", tmp_path / "laid-out"))


@pytest.mark.long
def test_pdfs_and_prints_follow_the_word_files(laid_out: Workspace) -> None:
    again = build(laid_out, LAID_OUT)
    assert not again.wrote
    plan = laid_out.output / PLAN_PDF
    reports = [document for document in again.documents if document.kind == "initiative_report"]
    (bound,) = (laid_out.output / "print").glob("2024-*sang-kien*.pdf")
    assert page_count(plan.read_bytes()) > 1
    assert page_count(bound.read_bytes()) >= len(reports) > 2

    first = plan.read_bytes()
    change_text(laid_out.root / "data" / "office" / "signatories.yaml", "Vũ Trí Khánh", "Vũ Trí Kha")
    build(laid_out, LAID_OUT)
    assert plan.read_bytes() != first
    change_text(laid_out.root / "data" / "office" / "signatories.yaml", "Vũ Trí Kha", "Vũ Trí Khang")
    build(laid_out, BuildRequest(with_pdf=False, wanted=("plan",)))
    assert not plan.exists(), "a PDF that contradicts its Word file must not stay"


def test_where_the_manifest_is_lost_word_files_and_pdfs_are_recognised(laid_out: Workspace) -> None:
    before = snapshot(laid_out.output)
    laid_out.manifest.unlink()
    again = build(laid_out, LAID_OUT)
    assert {document.state for document in again.documents} == {DocumentOutcome.UNCHANGED}
    assert snapshot(laid_out.output) == before


def test_a_pdf_signed_by_hand_is_kept_and_reported(laid_out: Workspace) -> None:
    signed = laid_out.output / PLAN_PDF
    signed.write_bytes(signed.read_bytes() + b"% signed")
    before = signed.read_bytes()
    again = build(laid_out, LAID_OUT)
    assert signed.read_bytes() == before
    assert f"{PLAN_PDF}: tệp PDF đã sửa tay, được giữ nguyên." in again.notes


def test_a_pdf_broken_by_hand_costs_its_print_and_not_the_build(laid_out: Workspace) -> None:
    (laid_out.output / PLAN_PDF).write_bytes(b"broken")
    again = build(laid_out, LAID_OUT)
    assert (laid_out.output / PLAN_PDF).read_bytes() == b"broken"
    assert any("không mở được hoặc không có trang nào" in note for note in again.notes)


def test_a_pile_is_printed_for_the_council_and_for_every_unit_with_the_papers_of_that_unit_alone(
    workspace: Workspace,
) -> None:
    checked = check(workspace)
    assert checked.year is not None
    piles = {pack.slug: pack.documents for pack in packs(checked.year)}
    assert ("plan", "") in piles["gui-tdp-01"]
    assert ("group_registration", "tdp-01") in piles["gui-tdp-01"]
    assert not any(key == "tdp-02" for _, key in piles["gui-tdp-01"])
    unit = checked.year.person("tran-thi-b").collective
    assert {("individual_registration", "tran-thi-b"), ("achievement_report", "tran-thi-b")} <= set(
        piles[f"gui-{unit}"]
    )
    assert ("nominee_list", "") in piles["hop-hoi-dong"]
    assert ("plan", "") not in piles["hop-hoi-dong"]


def test_a_pile_for_a_unit_is_bound_once_all_its_papers_have_a_pdf(workspace: Workspace) -> None:
    converter = find_converter({"PATH": "/usr/bin"})
    build(workspace, BuildRequest(converter=converter, wanted=("group_registration/tdp-01",)))
    assert not (workspace.output / "print").exists()
    checked = check(workspace)
    assert checked.year is not None
    pile = next(pack.documents for pack in packs(checked.year) if pack.slug == "gui-tdp-01")
    names = tuple("/".join(filter(None, document)) for document in pile)
    built = build(workspace, BuildRequest(converter=converter, wanted=names))
    pages = sum(page_count((workspace.output / str(document.pdf)).read_bytes()) for document in built.documents)
    assert page_count((workspace.output / "print" / "2024-gui-tdp-01.pdf").read_bytes()) == pages
