"""Many documents are issued by one command: all or none, LibreOffice started once, what is not ready told."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from issuing_deeds import CONVERTER, MOMENT, issued

from vanban.cli.app import cli
from vanban.domain.register_entry import SeriesOpening
from vanban.errors import ConverterCrashed, NeverNumbered, NumbersWait, SignedCopyDiffers, SigningCopyMissing
from vanban.register import this_process
from vanban.word import text_of
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.deed import Deed
from vanban.workflows.issue_request import IssueRequest
from vanban.workflows.issue_set import issue
from vanban.workflows.issuing import recording, recover
from vanban.workflows.issuing_terms import WIDEST, Numbered, places_of
from vanban.workflows.numbered_documents import renderer
from vanban.workflows.proving import EVERYTHING, verify
from vanban.workspace import Workspace

LETTER = """
- key: {key}
  issuer: ubnd
  subject: Gửi số liệu lần {number}
  addressees: [Các tổ dân phố]
  body: [{{text: Đề nghị các tổ dân phố gửi số liệu lần {number}.}}]
  retained_copy: {{units: [TĐKT]}}
  signature: {{signatory: chu-tich, capacity: [TM.]}}
"""


def with_letters(workspace: Workspace, count: int) -> tuple[str, ...]:
    """That many letters that cite nothing, built, and their series open; their names."""
    text = "".join(LETTER.format(key=f"so-lieu-{number}", number=number) for number in range(1, count + 1))
    (workspace.root / "data" / "2024" / "letters.yaml").write_text(text, encoding="utf-8")
    with recording(places_of(workspace)) as register:
        register.open_series(SeriesOpening(series="cong-van", year=2024), MOMENT, "Lan")
    assert build(workspace, BuildRequest(wanted=("letter",), with_pdf=False)).exit_code == 0
    return tuple(f"letter/so-lieu-{number}" for number in range(1, count + 1))


def word_file(workspace: Workspace, name: str) -> Path:
    (found,) = workspace.output.rglob(f"*{name.partition('/')[2]}.docx")
    return found


def numbers_of(workspace: Workspace) -> list[str]:
    with recording(places_of(workspace)) as register:
        return [entry.number for entry in register.entries()]


def test_all_documents_of_a_kind_get_their_numbers_in_the_order_of_the_year(workspace: Workspace) -> None:
    names = with_letters(workspace, 4)
    made = issued(workspace, "letter", every=True)
    assert [(one.number, f"letter/{one.key}") for one in made.entries] == [
        (f"0{at}/UBND-TĐKT", name) for at, name in enumerate(names, start=1)
    ]
    assert made.waiting == ()
    assert verify(places_of(workspace), EVERYTHING, render=renderer(None)).sound


def test_what_is_not_ready_is_named_with_its_reason_and_the_rest_is_issued(workspace: Workspace) -> None:
    names = with_letters(workspace, 4)
    word_file(workspace, names[1]).unlink()
    word_file(workspace, names[2]).write_bytes(word_file(workspace, names[0]).read_bytes())
    made = issued(workspace, "letter", "certificate", every=True)
    assert [one.key for one in made.entries] == ["so-lieu-1", "so-lieu-4"]
    assert [(one.name, type(one.fault)) for one in made.waiting] == [
        ("certificate", NeverNumbered),
        (names[1], SigningCopyMissing),
        (names[2], SignedCopyDiffers),
    ]
    again = issued(workspace, "letter", every=True)
    assert again.entries == ()
    assert len(again.waiting) == 4
    assert numbers_of(workspace) == ["01/UBND-TĐKT", "02/UBND-TĐKT"]


def test_the_command_tells_of_each_that_waits_in_words(workspace: Workspace) -> None:
    names = with_letters(workspace, 2)
    word_file(workspace, names[1]).unlink()
    where = ("--workspace", str(workspace.root), "--date", "05/02/2024", "--confirm-date")
    told = CliRunner().invoke(cli, ["issue", "letter", "--all", "--no-pdf", *where])
    assert told.exit_code == 0
    assert "Chưa ban hành Công văn" in told.output
    assert f"({names[1]})" in told.output


def test_one_document_that_is_not_as_signed_keeps_all_of_them_from_their_numbers(workspace: Workspace) -> None:
    names = with_letters(workspace, 5)
    for spoilt in (0, 2, 4):
        signed = word_file(workspace, names[spoilt])
        data = signed.read_bytes()
        signed.unlink()
        with pytest.raises(SigningCopyMissing):
            issued(workspace, *names)
        assert numbers_of(workspace) == []
        assert not (workspace.output / "issued").exists()
        signed.write_bytes(data)


class _Alone:
    """Makes each document by itself."""

    def __call__(self, numbered: Numbered, /) -> object:
        return renderer(CONVERTER)(numbered)


def counted(folder: Path, *, dies_at: int = 0) -> tuple[object, Path]:
    """LibreOffice that keeps a line of each start, and dies at one of them and after."""
    assert CONVERTER is not None
    lines, program = folder / "starts", folder / "soffice"
    program.write_text(
        f'#!/bin/sh\necho start >> "{lines}"\n'
        f'[ {dies_at} -gt 0 ] && [ "$(wc -l < "{lines}")" -ge {dies_at} ] && kill -9 $$\n'
        f'exec "{CONVERTER.program}" "$@"\n',
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return replace(CONVERTER, program=program), lines


def asked(names: Sequence[str], converter: object) -> IssueRequest:
    return IssueRequest(tuple(names), converter=converter, with_pdf=True)  # type: ignore[arg-type]


def test_libreoffice_starts_once_for_the_drafts_and_once_for_final_files_as_each_has_them_alone(
    workspace: Workspace, tmp_path: Path
) -> None:
    names = with_letters(workspace, 3)
    converter, starts = counted(tmp_path)
    made = issue(workspace, asked(names, converter), Deed(MOMENT, "Lan"))
    assert [len(one.objects) for one in made.entries] == [3, 3, 3]
    assert starts.read_text(encoding="utf-8").splitlines() == ["start"] * 2
    assert verify(places_of(workspace), EVERYTHING, render=_Alone()).sound


def test_a_batch_whose_drafts_make_no_pdf_takes_no_number(workspace: Workspace, tmp_path: Path) -> None:
    names = with_letters(workspace, 3)
    converter, _ = counted(tmp_path, dies_at=1)
    with pytest.raises(ConverterCrashed) as told:
        issue(workspace, asked(names, converter), Deed(MOMENT, "Lan"))
    assert "Công văn Gửi số liệu lần 1" in str(told.value)
    assert numbers_of(workspace) == []


def test_a_batch_that_fails_after_its_numbers_says_of_which_number(workspace: Workspace, tmp_path: Path) -> None:
    names = with_letters(workspace, 3)
    converter, _ = counted(tmp_path, dies_at=2)
    with pytest.raises(NumbersWait) as told:
        issue(workspace, asked(names, converter), Deed(MOMENT, "Lan"))
    assert "Công văn số 01/UBND-TĐKT" in str(told.value)
    recovered = recover(places_of(workspace), renderer(CONVERTER), owner=this_process(), mine=True)
    assert [entry.key for entry in recovered.finished] == ["so-lieu-1", "so-lieu-2", "so-lieu-3"]


def test_the_widest_number_is_printed_in_no_issued_file(workspace: Workspace) -> None:
    names = with_letters(workspace, 2)
    made = issued(workspace, *names)
    for number, path in enumerate(made.files, start=1):
        assert f"Số: 0{number}/" in text_of(path.read_bytes())
        assert str(WIDEST) not in text_of(path.read_bytes())
