"""The page plan: sheets for each receiver counted from the PDFs, and one file of piles with a sheet before each."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from vanban.domain.work_year import WorkYear
from vanban.errors import NoCertificateStock
from vanban.pdf import Converter, find_converter, page_count, page_sizes, text
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.calibrating import calibrate
from vanban.workflows.printing import PrintPlan, bind_piles, print_plan
from vanban.workspace import Workspace, shipped

WANTED = ("plan", "group_registration/tdp-05", "household_list/tdp-05", "certificate/dot-dien-bien-phu-tdp-05")


def converter() -> Converter:
    found = find_converter(os.environ)
    assert found, "LibreOffice is missing: run make test, which installs it"
    return found


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, PrintPlan]:
    root = tmp_path_factory.mktemp("in")
    for folder in ("data", "law"):
        shutil.copytree(shipped() / folder, root / folder)
    workspace = Workspace(root)
    asked = BuildRequest(wanted=WANTED, converter=converter())
    assert not build(workspace, asked).stopped
    return workspace, print_plan(workspace)


def test_the_plan_counts_sheets_blanks_and_sides_for_each_receiver(printed: tuple[Workspace, PrintPlan]) -> None:
    workspace, plan = printed
    pile = next(one for one in plan.piles if one.receiver == "Tổ dân phố số 5")
    pages = {paper.pdf: page_count((workspace.output / paper.pdf).read_bytes()) for paper in pile.papers}
    assert [paper.pages for paper in pile.papers] == list(pages.values())
    plain = [paper for paper in pile.papers if not paper.blank]
    assert pile.sheets("A4") == sum((paper.pages + 1) // 2 for paper in plain)
    assert (pile.sheets("A3"), pile.blanks) == (0, 1)
    assert all(paper.duplex == (paper.pages > 1) for paper in plain)
    assert f"{pile.sheets('A4')} tờ A4" in str(pile)
    assert str(pile).endswith("1 phôi giấy khen")
    one_sided = print_plan(workspace, WorkYear(2024), duplex=False)
    again = next(one for one in one_sided.piles if one.receiver == pile.receiver)
    assert again.sheets("A4") == sum(paper.pages for paper in plain)


def test_what_has_no_pdf_is_named_and_the_plan_says_so_with_its_exit_code(
    printed: tuple[Workspace, PrintPlan],
) -> None:
    _, plan = printed
    assert any(title.startswith("Quyết định") for title in plan.lacking)
    assert plan.exit_code == 1


def test_the_piles_are_one_file_with_a_sheet_of_the_receivers_name_before_each(
    printed: tuple[Workspace, PrintPlan],
) -> None:
    workspace, plan = printed
    bound = bind_piles(workspace, plan, converter())
    data = (workspace.output / Path(bound.file)).read_bytes()
    said = [" ".join(page.split()) for page in text(data).split("\f")]
    for pile in plan.piles:
        assert any(pile.receiver in page and "văn bản" in page and "tờ A4" in page for page in said)
    assert all(max(size) < 298 for size in page_sizes(data))


def test_the_calibration_sheet_shows_every_line_and_the_longest_certificate(
    printed: tuple[Workspace, PrintPlan],
) -> None:
    workspace, _ = printed
    with pytest.raises(NoCertificateStock):
        calibrate(workspace, None, converter())
    stock = workspace.root / "data" / "office" / "certificate_stock.yaml"
    stock.write_text(
        "lines:\n"
        "  - {field: name, left: 30, top: 92, width: 237, size: 28, least: 14}\n"
        "  - {field: signer_name, left: 150, top: 185, width: 110, size: 14}\n"
        "printers:\n  - {printer: HP một cửa, right: 1.5}\nprinter: HP một cửa\n",
        encoding="utf-8",
    )
    made = calibrate(workspace, None, converter())
    stock.unlink()
    assert made is not None
    assert (made.printer, made.pages) == ("HP một cửa", 2)
    said = text((workspace.output / made.file).read_bytes(), made.file)
    measured, longest = said.split("\f")
    for words in ("máy in HP một cửa", "người được khen", "họ tên người ký", "sang phải 1,5 mm"):
        assert words in " ".join(measured.split())
    assert "CỘNG HÒA" not in longest
