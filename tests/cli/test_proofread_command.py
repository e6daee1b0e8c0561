"""``vanban proofread`` as a clerk runs it on a file that was typed by hand."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from built_years import BuiltYears
from click.testing import CliRunner

from vanban.cli.app import cli


@pytest.fixture
def plan(built_years: BuiltYears, tmp_path: Path) -> Path:
    """The built plan of the sample year."""
    workspace, _ = built_years.sample(tmp_path / "thi-dua")
    return workspace.output / "2024" / "1-phat-dong" / "ke-hoach.docx"


@pytest.fixture
def spoiled(plan: Path, tmp_path: Path) -> Path:
    """The same plan with a left margin that the decree does not allow."""
    document = docx.Document(str(plan))
    document.sections[0].left_margin = docx.shared.Mm(20)
    place = tmp_path / "Kế hoạch gõ tay.docx"
    document.save(str(place))
    return place


def test_our_own_plan_has_nothing_to_mend_but_the_real_texts_two_ways_of_writing_one_word(plan: Path) -> None:
    result = CliRunner().invoke(cli, ["proofread", str(plan), "--year", "2024", "--signing-copy"])
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"{plan}\n  Toàn văn bản\n")
    assert "GO-10.tone-style" in result.output
    assert "hiện có: “hoá” (5 chỗ), còn “hóa” (6 chỗ)" in result.output
    assert result.output.endswith("\n  0 lỗi, 1 lưu ý.\n")


def test_a_wrong_margin_is_told_with_rule_place_article_and_remedy(spoiled: Path) -> None:
    result = CliRunner().invoke(cli, ["proofread", str(spoiled), "--no-page"])
    assert result.exit_code == 1
    told = json.loads(CliRunner().invoke(cli, ["proofread", str(spoiled), "--no-page", "--json"]).output)
    finding, spelling = told["files"][0]["reading"]["findings"]
    assert spelling["rule"] == "GO-10.tone-style"
    for fact in (finding["rule"], finding["found"], finding["expected"], finding["article"], finding["remedy"]):
        assert fact in result.output
    assert result.output.endswith("  1 lỗi, 1 lưu ý.\n")


def test_copies_are_written_beside_the_original_which_stays_as_it_was(spoiled: Path, tmp_path: Path) -> None:
    before = spoiled.read_bytes()
    noted, fixed = tmp_path / "ghi chú.docx", tmp_path / "đã sửa.docx"
    result = CliRunner().invoke(
        cli, ["proofread", str(spoiled), "--no-page", "--annotate", str(noted), "--fix", str(fixed)]
    )
    assert result.exit_code == 1
    assert result.output.splitlines()[-2:] == [f"Bản ghi chú: {noted}", f"Bản đã sửa: {fixed}"]
    assert spoiled.read_bytes() == before
    assert CliRunner().invoke(cli, ["proofread", str(fixed), "--no-page"]).exit_code == 0


def test_a_file_that_is_no_word_file_is_told_and_stops_no_other(spoiled: Path, tmp_path: Path) -> None:
    stranger = tmp_path / "lạ.docx"
    stranger.write_bytes(b"hello")
    result = CliRunner().invoke(cli, ["proofread", str(stranger), str(spoiled), "--no-page"])
    assert result.exit_code == 1
    assert f"{stranger}\n  LỖI: " in result.output
    assert f"{spoiled}\n" in result.output
    assert "Traceback" not in result.output
