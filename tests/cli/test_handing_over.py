"""What leaves the office for good: everything that the receiver needs, nothing that the documents were made from."""

from __future__ import annotations

import shutil
from contextlib import chdir
from pathlib import Path

import bagit
import pytest
from paper_maker import scan
from workspace_offices import issued_in, office_in

from vanban.cli.app import main
from vanban.cli.options import this_machine
from vanban.workspace import Workspace, create


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    made = office_in(tmp_path / "thi-dua", this_machine())
    sample, _ = create(tmp_path / "sample")
    shutil.copytree(sample.root / "data", made.root / "data", dirs_exist_ok=True)
    issued_in(made, "a", "b")
    return made


def run(office: Workspace, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with chdir(office.root), pytest.raises(SystemExit) as ended:
        main(list(arguments))
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out + said.err


def inputs(office: Workspace) -> set[bytes]:
    """The bytes of the data that documents were made from, in the archive."""
    files = (path.read_bytes() for path in (office.archive / "objects").rglob("*") if path.is_file())
    return {data for data in files if data.startswith(b'{"name"')}


@pytest.mark.parametrize("scope", [(), ("--year", "2024"), ("--dossier", "01.TĐKT")])
def test_a_bag_for_handing_over_has_the_issued_files_and_no_data(
    scope: tuple[str, ...], office: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(office, capsys, "dossier", "open", "01.TĐKT", "Hồ sơ", "--retention", "10")[0] == 0
    assert run(office, capsys, "dossier", "add", "01.TĐKT", "plan/a", "plan/b")[0] == 0
    for name, handing in (("giao", ("--for-handover",)), ("du", ())):
        code, said = run(office, capsys, "archive", "export", name, *scope, *handing)
        assert code == 0, said
        assert ("Đây là gói đầy đủ" in said) is not bool(handing)
    bag = bagit.Bag(str(office.root / "giao"))
    bag.validate()
    assert bag.info["Vanban-Contents"] == "handover"
    assert bagit.Bag(str(office.root / "du")).info["Vanban-Contents"] == "full"
    handed, full = (
        {path.read_bytes() for path in (office.root / name / "data").rglob("*") if path.is_file()}
        for name in ("giao", "du")
    )
    assert len(inputs(office)) == 2
    assert inputs(office) <= full
    assert not inputs(office) & handed
    published = {path.read_bytes() for path in office.issued.rglob("*") if path.is_file()}
    assert len(published) == 4
    assert published <= handed
    assert not list((office.root / "giao").rglob("ledger.jsonl"))
    assert len(list((office.root / "giao").rglob("metadata.xml"))) >= 2


def test_a_copy_that_was_set_aside_is_not_handed_over(office: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    for mark, name in enumerate(("sai.pdf", "dung.pdf")):
        (office.root / name).write_bytes(scan(1, mark).getvalue())
    assert run(office, capsys, "sign-copy", "plan/a", "sai.pdf")[0] == 0
    assert run(office, capsys, "sign-copy", "plan/a", "--retract", "Quét nhầm")[0] == 0
    assert run(office, capsys, "sign-copy", "plan/a", "dung.pdf")[0] == 0
    assert run(office, capsys, "archive", "export", "giao", "--for-handover")[0] == 0
    handed = {path.read_bytes() for path in (office.root / "giao" / "data").rglob("*.pdf")}
    assert (office.root / "dung.pdf").read_bytes() in handed
    assert (office.root / "sai.pdf").read_bytes() not in handed


def test_such_a_bag_makes_no_office_again_and_says_so(office: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(office, capsys, "archive", "export", "giao", "--for-handover")[0] == 0
    shutil.rmtree(office.register.parent)
    code, said = run(office, capsys, "archive", "import", "giao")
    assert code == 3
    assert "đây là gói giao nộp, không có dữ liệu gốc" in said
    assert not office.archive.exists()
