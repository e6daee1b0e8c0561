"""Every kind of file that leaves the program is valid for two judges from outside: the Open XML SDK, openxml-audit."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_years import BuiltYears
from judges import audit_errors, sdk_errors

from vanban.workflows.build import Built
from vanban.workflows.kits import KitRequest, make_kits
from vanban.workflows.proofread import ProofreadRequest, proofread_files
from vanban.workspace import Workspace, create

SHIPPED = Path(__file__).resolve().parents[2] / "templates"


def errors_of_one_a_kind(workspace: Workspace, built: Built) -> dict[str, list[str]]:
    one_a_kind = {document.kind: workspace.output / document.path for document in built.documents}
    assert len(one_a_kind) > 30
    found = {kind: [*sdk_errors(path), *audit_errors(path)] for kind, path in sorted(one_a_kind.items())}
    return {kind: errors for kind, errors in found.items() if errors}


def test_one_built_file_of_every_kind_has_no_error(first_build: tuple[Workspace, Built]) -> None:
    assert errors_of_one_a_kind(*first_build) == {}


def test_one_built_file_of_every_kind_of_the_second_ward_has_no_error(built_years: BuiltYears, tmp_path: Path) -> None:
    assert errors_of_one_a_kind(*built_years.second(tmp_path / "thi-dua")) == {}


def test_the_copies_of_the_proofreader_have_no_error(first_build: tuple[Workspace, Built], tmp_path: Path) -> None:
    workspace, built = first_build
    letter = next(document.path for document in built.documents if document.kind == "submission")
    annotated, fixed = tmp_path / "ghi-chu.docx", tmp_path / "sua.docx"
    proofread_files(ProofreadRequest(files=(workspace.output / letter,), annotated=annotated, fixed=fixed))
    for copy in (annotated, fixed):
        assert [*sdk_errors(copy), *audit_errors(copy)] == []


@pytest.mark.parametrize("template", sorted((SHIPPED / "books").glob("*.docx")), ids=lambda path: path.stem)
def test_the_templates_of_the_books_have_no_error(template: Path) -> None:
    assert [*sdk_errors(template), *audit_errors(template)] == []


def test_the_judges_judge(tmp_path: Path) -> None:
    import docx
    from docx.oxml import OxmlElement

    document = docx.Document()
    document.add_table(1, 1).cell(0, 0)._tc.remove(document.tables[0].cell(0, 0)._tc.p_lst[0])
    document.element.body.insert(0, OxmlElement("w:tr"))
    document.save(str(tmp_path / "hong.docx"))
    assert sdk_errors(tmp_path / "hong.docx")
    assert audit_errors(tmp_path / "hong.docx")


def test_a_workbook_that_is_sent_to_a_unit_has_no_error(tmp_path: Path) -> None:
    made, _ = create(tmp_path / "thi-dua")
    path = make_kits(made, KitRequest(folder=tmp_path / "phieu")).files[0].path
    assert [*sdk_errors(path), *audit_errors(path)] == []
