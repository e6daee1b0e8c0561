"""Every kind of file that leaves the program is valid for two judges from outside: the Open XML SDK, openxml-audit."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from built_years import BuiltYears
from judges import audit_errors, sdk_errors
from sweeps import spread

from vanban.workflows.build import Built
from vanban.workflows.kits import KitRequest, make_kits
from vanban.workflows.proofread import ProofreadRequest, proofread_files
from vanban.workspace import Workspace, create

SHIPPED = Path(__file__).resolve().parents[2] / "templates"


def judged(paths: Iterable[Path]) -> dict[str, list[str]]:
    """What the judges say against each file, without those against which they say nothing."""
    found = {path.name: [*sdk_errors(path), *audit_errors(path)] for path in paths}
    return {name: errors for name, errors in found.items() if errors}


def one_a_kind(workspace: Workspace, built: Built) -> list[Path]:
    """A file of each kind that was built, by the name of the kind."""
    kinds = {document.kind: workspace.output / document.path for document in built.documents}
    assert len(kinds) > 30
    return [path for _, path in sorted(kinds.items())]


def test_one_built_file_of_every_kind_has_no_error(
    first_build: tuple[Workspace, Built], built_years: BuiltYears, tmp_path: Path
) -> None:
    """Every other kind of each ward; all of both in a long run."""
    assert judged(spread(one_a_kind(*first_build), 2)) == {}
    assert judged(spread(one_a_kind(*built_years.second(tmp_path / "second")), 2, begin=1)) == {}


def test_the_copies_of_the_proofreader_have_no_error(first_build: tuple[Workspace, Built], tmp_path: Path) -> None:
    for path in spread(one_a_kind(*first_build), 30):
        annotated, fixed = tmp_path / f"ghi-chu-{path.name}", tmp_path / f"sua-{path.name}"
        proofread_files(ProofreadRequest(files=(path,), annotated=annotated, fixed=fixed, with_pages=False))
        assert judged((annotated, fixed)) == {}


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
