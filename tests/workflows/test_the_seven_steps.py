"""A build goes through its seven steps once each; what it read back is kept, what it has done by a stop stays known."""

from __future__ import annotations

import json
import os
import shutil
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter

from vanban.errors import Stopped
from vanban.pdf import Converter
from vanban.workflows.build import BuildRequest, DocumentOutcome, build
from vanban.workflows.notice import Notice
from vanban.workspace import Workspace

WORD_ONLY = BuildRequest(with_pdf=False)
SHEET = "2024/5-de-nghi-khen-thuong/phieu-khop-ho-so.docx"
CAMPAIGN_SHEETS = "2024/5-de-nghi-khen-thuong/phieu-khop-ho-so-*.docx"

ONE_PAGE = f"""#!{sys.executable} -IS
import pathlib, sys
out = pathlib.Path("pdf")
out.mkdir()
for name in (one for one in sys.argv if one.endswith(".docx")):
    (out / name.replace(".docx", ".pdf")).write_bytes((pathlib.Path(__file__).parent / "one.pdf").read_bytes())
"""


@pytest.fixture
def one_page(tmp_path: Path, blank_pdf: bytes) -> Converter:
    """An office that makes the same page of every Word file."""
    folder = tmp_path / "office"
    folder.mkdir()
    (folder / "one.pdf").write_bytes(blank_pdf)
    program = folder / "soffice"
    program.write_text(ONE_PAGE)
    program.chmod(0o755)
    return Converter(program, {"PATH": os.environ["PATH"]})


@pytest.fixture(scope="session")
def blank_pdf() -> bytes:
    """A PDF of one empty page."""
    writer, buffer = PdfWriter(), BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(buffer)
    return buffer.getvalue()


def readings(workspace: Workspace) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(workspace.readings.read_bytes())
    return kept


def test_each_of_the_seven_steps_is_told_once_in_its_order(workspace: Workspace) -> None:
    heard: list[int] = []
    build(
        workspace,
        BuildRequest(with_pdf=False, wanted=("plan", "proof_sheet")),
        Notice(step=lambda n, _: heard.append(n)),
    )
    assert heard == [1, 2, 3, 4, 5, 6, 7]


def test_what_was_read_back_from_an_unchanged_file_is_not_read_again(built: Workspace) -> None:
    before = workspace_files(built)
    (path,) = (path for path in readings(built) if path.endswith("danh-sach-trich-ngang.docx"))
    said = built.readings.read_text("utf-8")
    kept = json.dumps(readings(built)[path], ensure_ascii=False)
    name = readings(built)[path]["accounts"][0]["mentions"][0]["name"]["value"]
    # Whoever reads the file itself again finds the name that the other papers have.
    assert kept in said
    built.readings.write_text(said.replace(kept, kept.replace(name, f"{name} X")), "utf-8")
    rebuilt = {one.path: one for one in build(built, WORD_ONLY).documents}
    assert rebuilt[SHEET].state is DocumentOutcome.BUILT
    built.readings.unlink()
    assert {one.path: one for one in build(built, WORD_ONLY).documents}[SHEET].state is DocumentOutcome.BUILT
    assert workspace_files(built) == before


def test_a_file_that_a_hand_has_changed_is_read_again(built: Workspace) -> None:
    before = readings(built)
    source, target = (built.output / f"2024/2-dang-ky/dang-ky-to-dan-pho-tdp-{number}.docx" for number in ("01", "02"))
    shutil.copyfile(source, target)
    build(built, WORD_ONLY)
    after = readings(built)
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"2024/2-dang-ky/dang-ky-to-dan-pho-tdp-02.docx"}


@pytest.mark.parametrize("garbage", [b"", b"{", b'{"2024/x.docx": {"of": 1}}', b"\xff"])
def test_kept_readings_that_are_damaged_are_made_anew(built: Workspace, garbage: bytes) -> None:
    before = workspace_files(built)
    built.readings.write_bytes(garbage)
    said = build(built, WORD_ONLY)
    assert said.exit_code == 0
    assert {one.state for one in said.documents} == {DocumentOutcome.UNCHANGED}
    assert workspace_files(built) == before


def test_the_sheet_of_a_campaign_that_is_gone_goes_with_it(built: Workspace) -> None:
    sheets = set(built.output.glob(CAMPAIGN_SHEETS))
    assert sheets
    (built.root / "data" / "2024" / "campaigns.yaml").unlink()
    (built.root / "data" / "2024" / "sudden_achievements.yaml").unlink()
    said = build(built, WORD_ONLY)
    removed = {one.path for one in said.documents if one.state is DocumentOutcome.REMOVED}
    assert {sheet.relative_to(built.output).as_posix() for sheet in sheets} <= removed
    assert not any(sheet.exists() for sheet in sheets)


def test_a_stop_between_two_pdfs_leaves_both_kinds_of_files_known(workspace: Workspace, one_page: Converter) -> None:
    asked = BuildRequest(wanted=("target_assignment", "plan", "nominee_list"), converter=one_page)
    heard: list[tuple[int, int]] = []
    stopping = Notice(
        step=lambda number, _: heard.clear() if number == 6 else None,
        progress=lambda *far: heard.append(far),
        stop=lambda: len(heard) == 1 and bool(list(workspace.output.rglob("*.pdf"))),
    )
    with pytest.raises(Stopped):
        build(workspace, asked, stopping)
    known = json.loads(workspace.manifest.read_bytes())["documents"]
    assert len(known) == 3
    made = [one["pdf"] for one in known if one["pdf"]]
    assert [(workspace.output / pdf).is_file() for pdf in made] == [True]
    again = build(workspace, asked)
    assert {one.state for one in again.documents} == {DocumentOutcome.UNCHANGED}
    assert all(one.pdf and (workspace.output / one.pdf).is_file() for one in again.documents)


def workspace_files(workspace: Workspace) -> dict[str, bytes]:
    """Everything in the output folder, by its path."""
    return {
        path.relative_to(workspace.output).as_posix(): path.read_bytes()
        for path in workspace.output.rglob("*")
        if path.is_file()
    }
