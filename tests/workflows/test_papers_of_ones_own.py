"""A paper that an office describes itself is a kind like every other: checked, built, issued, kept, proved."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from built_years import made_once
from office_papers import MOMENT, NOTICE, SCORES, built, errors, fill, told, with_papers, word_file

from vanban.archive import Archive
from vanban.domain.own_paper import OnePer
from vanban.domain.register_entry import Entry, Relation
from vanban.errors import ColumnsUnfit, NeverNumbered, PaperExists, PaperNameUnfit
from vanban.kinds.packs import packs
from vanban.register import Register
from vanban.word import text_of
from vanban.workflows.build import DocumentOutcome
from vanban.workflows.check import fit_year
from vanban.workflows.deed import Deed
from vanban.workflows.issue_request import IssueRequest
from vanban.workflows.issue_set import IssuedSet, issue
from vanban.workflows.issuing_terms import places_of
from vanban.workflows.new_paper import NewPaper, new_paper
from vanban.workflows.numbered_documents import renderer
from vanban.workflows.proving import verify
from vanban.workflows.templates import copy_template, lint_templates, template_fields
from vanban.workspace import Workspace


@pytest.fixture
def workspace(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Workspace:
    """One's own copy of a workspace with two papers of its own, built."""
    ready = made_once(tmp_path_factory.getbasetemp(), "own-papers", lambda folder: _made(folder))
    return Workspace(shutil.copytree(ready / "thi-dua", tmp_path / "thi-dua"))


def _made(folder: Path) -> None:
    assert not built(with_papers(folder / "thi-dua")).exit_code


def words(workspace: Workspace, name: str) -> str:
    return text_of((workspace.output / "2024" / "8-van-ban-khac" / f"{name}.docx").read_bytes())


def issued(workspace: Workspace, *documents: str, **asked: object) -> IssuedSet:
    return issue(workspace, IssueRequest(documents, with_pdf=False, **asked), Deed(MOMENT, "Lan"))  # type: ignore[arg-type]


def entries(workspace: Workspace) -> tuple[Entry, ...]:
    with Register.open(workspace.register, reading_only=True) as register:
        return tuple(register.entries())


def test_each_unit_gets_its_own_rows_with_their_sums_and_checking_finds_nothing(workspace: Workspace) -> None:
    assert told(workspace) == []
    first, second = words(workspace, f"{SCORES}-tdp-01"), words(workspace, f"{SCORES}-tdp-02")
    assert "Tổ dân phố số 1" in first and "Vệ sinh môi trường" in first and "43,5" in first
    assert "Tổ dân phố số 2" in second and "Vệ sinh" not in second and "Số:" not in second


def test_each_row_is_a_document_with_number_and_place_left_blank(workspace: Workspace) -> None:
    said = words(workspace, f"{NOTICE}-dinh-van-binh")
    assert "Số:      /TB-UBND" in said.replace("\u00a0", " ") and "- Ngày họp: 05/3/2024./." in said
    assert "Trần Thị Hoa" not in said


def test_a_unit_finds_its_sheet_in_its_own_pack(workspace: Workspace) -> None:
    known = {pack.slug: pack for pack in packs(fit_year(workspace))}
    assert (SCORES, "tdp-01") in known["gui-tdp-01"].documents
    assert (SCORES, "tdp-02") not in known["gui-tdp-01"].documents
    assert known[SCORES].documents == ((SCORES, "tdp-01"), (SCORES, "tdp-02"))


def test_a_changed_cell_builds_its_own_documents_and_says_why(workspace: Workspace) -> None:
    fill(workspace, SCORES, [("tdp-02", "Vệ sinh môi trường", 30, 28, "")])
    states = {one.path.rpartition("/")[2]: one for one in built(workspace).documents}
    assert {name for name, one in states.items() if one.state is DocumentOutcome.BUILT} == {f"{SCORES}-tdp-02.docx"}
    assert f"{SCORES}.xlsx thêm dòng 5" in states[f"{SCORES}-tdp-02.docx"].why


def test_an_issued_paper_keeps_only_its_own_row_and_is_made_again_from_it(workspace: Workspace) -> None:
    issued(workspace, f"{NOTICE}/dinh-van-binh", f"{NOTICE}/tran-thi-hoa")
    (first, second) = entries(workspace)
    assert [one.number for one in (first, second)] == ["01/TB-UBND", "02/TB-UBND"]
    archive = Archive(workspace.archive)
    kept = {item.name: archive.get(item) for item in first.inputs}
    year = json.loads(kept["year.json"])
    assert [row["cells"]["Họ và tên"] for paper in year["own_papers"] for row in paper["rows"]] == ["Đinh Văn Bình"]
    assert year["people"] == [] and f"{NOTICE}.docx" in kept
    shutil.rmtree(workspace.root / "data" / "papers")
    shutil.rmtree(workspace.root / "templates")
    assert not verify(places_of(workspace), render=renderer(None)).damages


def test_a_score_sheet_gets_no_number(workspace: Workspace) -> None:
    with pytest.raises(NeverNumbered):
        issued(workspace, f"{SCORES}/tdp-01")


def test_a_letter_corrects_an_issued_paper(workspace: Workspace) -> None:
    issued(workspace, f"{NOTICE}/dinh-van-binh")
    letters = workspace.root / "data" / "2024" / "letters.yaml"
    begun = letters.read_text(encoding="utf-8")
    act = f"  acts_on:\n    - relation: corrects\n      document: {NOTICE}/dinh-van-binh\n  issuer: ubnd\n"
    letters.write_text(begun.replace("  cites: [plan]\n", "").replace("  issuer: ubnd\n", act, 1), encoding="utf-8")
    assert not built(workspace, "letter").exit_code
    issued(workspace, f"{NOTICE}/dinh-van-binh", acting=Relation.CORRECTS)
    assert [act.target.ordinal for one in entries(workspace) for act in one.acts_on] == [1]


def test_after_issuing_the_number_stands_in_the_next_build(workspace: Workspace) -> None:
    issued(workspace, f"{NOTICE}/dinh-van-binh")
    built(workspace)
    assert "Số: 01/TB-UBND" in words(workspace, f"{NOTICE}-dinh-van-binh").replace("\u00a0", " ")


# What is wrong is told where it stands, with what to do


def test_a_missing_template_is_told_and_can_be_made_again(workspace: Workspace) -> None:
    template = workspace.root / "templates" / "docx" / f"{NOTICE}.docx"
    before = template.read_bytes()
    template.unlink()
    (said,) = told(workspace)
    assert f"vanban template copy {NOTICE}" in said and f"{NOTICE}.docx" in said
    copy_template(workspace, NOTICE)
    assert template.read_bytes() == before and told(workspace) == []


def test_a_tag_that_no_column_fills_is_told_with_the_nearest_column(workspace: Workspace) -> None:
    template = workspace.root / "templates" / "docx" / f"{NOTICE}.docx"
    tags = '{{ letterhead.number_line }} {{ row["Họ và tiên"] }} {{ row.chuc_vu }} {{ row.ngay_hop_ }}'
    template.write_bytes(word_file(tags))
    wrong = errors(workspace)
    assert len(wrong) == 2 and "“Họ và tên”" in wrong[0] and "“ngay_hop”" in wrong[1]
    assert not lint_templates(workspace, [template]).ok


def test_word_s_own_quotation_marks_around_a_column_are_understood(workspace: Workspace) -> None:
    template = workspace.root / "templates" / "docx" / f"{NOTICE}.docx"
    template.write_bytes(word_file("{{ letterhead.number_line }} {{ row[“Họ và tên”] }}"))
    assert errors(workspace) == []


def test_a_numbered_paper_whose_template_prints_no_number_is_told(workspace: Workspace) -> None:
    (workspace.root / "templates" / "docx" / f"{NOTICE}.docx").write_bytes(word_file('{{ row["Họ và tên"] }}'))
    assert any("letterhead" in one for one in told(workspace))


def test_a_template_and_a_table_without_description_are_told(workspace: Workspace) -> None:
    (workspace.root / "data" / "papers" / f"{NOTICE}.yaml").unlink()
    said = "\n".join(told(workspace))
    assert f"2024/{NOTICE}.xlsx" in said and f"templates/docx/{NOTICE}.docx" in said


def test_a_row_of_nobody_is_told_with_whom_it_may_mean(workspace: Workspace) -> None:
    fill(workspace, SCORES, [("Tổ dân phố số 22", "Vệ sinh", 1, 1, ""), ("", "Vệ sinh", 1, 1, "")])
    wrong = errors(workspace)
    assert len(wrong) == 2 and "dòng 5" in wrong[0] and "“Tổ dân phố số 2" in wrong[0] and "dòng 6" in wrong[1]


def test_what_a_description_names_and_there_is_not_is_told(workspace: Workspace) -> None:
    path = workspace.root / "data" / "papers" / f"{NOTICE}.yaml"
    said = path.read_text(encoding="utf-8").replace("one_per: row", "one_per: row\nseries: thong-boa\ntable: peple")
    path.write_text(said.replace("Năm {year}", "Mời {ho_va_tem}"), encoding="utf-8")
    wrong = "\n".join(told(workspace))
    assert "“thong-bao”" in wrong and "“people”" in wrong


def test_a_subject_names_the_columns_of_its_row(workspace: Workspace) -> None:
    path = workspace.root / "data" / "papers" / f"{NOTICE}.yaml"
    said = path.read_text(encoding="utf-8").replace("Năm {year}", "Lịch họp của {ho_va_ten}, năm {year}")
    path.write_text(said, encoding="utf-8")
    built(workspace)
    assert "Lịch họp của Trần Thị Hoa, năm 2024" in words(workspace, f"{NOTICE}-tran-thi-hoa")
    path.write_text(said.replace("{ho_va_ten}", "{ho_va_tem}"), encoding="utf-8")
    assert any("“ho_va_ten”" in one for one in told(workspace))


def test_a_paper_for_each_row_of_a_table_of_the_program(workspace: Workspace) -> None:
    asked = NewPaper("thu-cam-on", title="Thư cảm ơn", one_per=OnePer.ROW, table="collectives")
    new_paper(workspace, asked)
    assert not built(workspace, "thu-cam-on").exit_code
    units = fit_year(workspace).collectives
    assert units[0].name in words(workspace, f"thu-cam-on-{units[0].key}")
    named = [row.name for row in template_fields("thu-cam-on", workspace.root).fields]
    assert 'row["Tên tập thể"]' in named and "receiver.name" in named


@pytest.mark.parametrize("name", ["plan", "office", "results", "Phieu", "phiếu", "a b", "x", "con", "a" * 41, "../x"])
def test_a_name_that_cannot_be_is_refused(workspace: Workspace, name: str) -> None:
    with pytest.raises(PaperNameUnfit):
        new_paper(workspace, NewPaper(name, "Cột"))


@pytest.mark.parametrize(
    "columns", ["A; B; a", "Tên; Tến", "Điểm: sô", ' ; "x"', "; ".join(f"C{n}" for n in range(61))]
)
def test_columns_that_cannot_stand_in_one_table_are_refused(workspace: Workspace, columns: str) -> None:
    with pytest.raises(ColumnsUnfit):
        new_paper(workspace, NewPaper("phieu-moi", columns))
    assert not (workspace.root / "data" / "papers" / "phieu-moi.yaml").exists()


def test_nothing_that_stands_is_written_over(workspace: Workspace) -> None:
    with pytest.raises(PaperExists):
        new_paper(workspace, NewPaper(SCORES, "Cột"))


@pytest.mark.parametrize(
    "text",
    ["", "- a", "title: x", "columns: [1, [2]]", "title: &a [*a]", "one_per: none\ncolumns:\n  - name: A\n  - name: a"],
)
def test_a_broken_description_is_told_at_its_place_and_stops_nothing_else(workspace: Workspace, text: str) -> None:
    (workspace.root / "data" / "papers" / f"{NOTICE}.yaml").write_text(text, encoding="utf-8")
    said = told(workspace)
    assert any(f"papers/{NOTICE}.yaml" in one for one in said)


def test_a_decision_issues_criteria_as_its_annex_and_each_unit_gets_its_monthly_sheet(workspace: Workspace) -> None:
    criteria = NewPaper("quyet-dinh-tieu-chi", "Tiêu chí; Cách tính; Điểm tối đa: số", "Bảng tiêu chí", "Quyết định")
    new_paper(workspace, criteria)
    path = workspace.root / "data" / "papers" / "quyet-dinh-tieu-chi.yaml"
    articles = (
        "legal_bases: [luat-to-chuc-chinh-quyen-dia-phuong-2015, luat-thi-dua-khen-thuong]\n"
        "body:\n  - clause: Ban hành Bảng tiêu chí chấm điểm thi đua năm {year} (kèm theo).\n"
        "  - clause: Các đơn vị căn cứ Quyết định thi hành.\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + articles, encoding="utf-8")
    marks = "Đơn vị; Tháng; Nội dung; Điểm tối đa: số; Điểm tự chấm: số; Điểm thưởng: số; Điểm trừ: số"
    sheets = NewPaper("phieu-diem-thang", marks, "Phiếu điểm tháng", one_per=OnePer.UNIT, owner="Đơn vị")
    new_paper(workspace, sheets)
    fill(workspace, "quyet-dinh-tieu-chi", [("Chấp hành pháp luật", "Mỗi vụ trừ 5", 60), ("Vệ sinh", "Xếp loại", 40)])
    rows = [("tdp-03", "01/2024", "Vệ sinh", 40, 35, 5, ""), ("tdp-03", "01/2024", "Pháp luật", 60, 60, "", -2.5)]
    fill(workspace, "phieu-diem-thang", rows)
    assert told(workspace) == []
    assert not built(workspace, "quyet-dinh-tieu-chi", "phieu-diem-thang").exit_code
    decision = words(workspace, "quyet-dinh-tieu-chi")
    assert "Điều 1. Ban hành Bảng tiêu chí" in decision
    assert "BẢNG TIÊU CHÍ" in decision and "(Kèm theo Quyết định" in decision
    assert "- Như Điều 2;" in decision and "100" in decision.partition("(Kèm theo")[2]
    sheet = words(workspace, "phieu-diem-thang-tdp-03")
    assert "95" in sheet and "-2,5" in sheet and "Tổ dân phố số 3" in sheet
