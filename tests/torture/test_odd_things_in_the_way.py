"""A pipe, a folder, a device where a file of the register or the archive belongs: told, and never waited for."""

from __future__ import annotations

import json
import os
import shutil
import unicodedata
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
from small_office import NOON, issued
from workspace_offices import places_in

from vanban.cli.app import main
from vanban.domain.register_entry import SeriesOpening
from vanban.workflows.issuing import recording
from vanban.workspace import create

PLACES = {
    "register": "data/issued/register.sqlite",
    "ledger": "data/issued/archive/ledger.jsonl",
    "manifest": "data/issued/archive/documents/chung/2024/00002.json",
}


def _itself(path: Path) -> None:
    path.symlink_to(path.name)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


ODD: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "link to itself": _itself,
    "device": _device,
    "nothing in it": Path.touch,
}
COMMANDS = {
    "verify": ("verify",),
    "export": ("archive", "export", "../goi", "--year", "2024"),
    "backup": ("backup", "../sao-luu"),
    "recover": ("recover",),
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("lam-viec") / "office"
    made, _ = create(root)
    with recording(places_in(made), create=True) as register:
        register.open_series(SeriesOpening(series="chung", year=2024), NOON, "Lan")
    issued(places_in(made), "one", "a", "b", "c")
    return root


def answered(capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> tuple[int, dict[str, object]]:
    capsys.readouterr()
    with chdir(root), pytest.raises(SystemExit) as ended:
        main([*words, "--json"])
    return int(ended.value.code or 0), json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("place", PLACES)
def test_it_is_told_by_every_command_that_meets_it(
    tmp_path: Path, office: Path, capsys: pytest.CaptureFixture[str], place: str, odd: str
) -> None:
    root = Path(shutil.copytree(office, tmp_path / "office"))
    papers = {path: path.read_bytes() for path in (root / "output").rglob("*.docx")}
    (root / PLACES[place]).unlink()
    ODD[odd](root / PLACES[place])
    codes = {name: answered(capsys, root, *words)[0] for name, words in COMMANDS.items()}
    assert set(codes.values()) <= {0, 1, 3, 4, 10, 12}
    if place != "ledger":  # What stands in the ledger is in the register too, and is written again from there.
        assert codes["verify"] in (10, 12)
        assert codes["backup"] in (10, 12)
    assert {path: path.read_bytes() for path in (root / "output").rglob("*.docx")} == papers


@pytest.mark.parametrize("odd", ODD)
def test_a_register_in_whose_place_something_else_stands_comes_back_whole(
    tmp_path: Path, office: Path, capsys: pytest.CaptureFixture[str], odd: str
) -> None:
    root = Path(shutil.copytree(office, tmp_path / "office"))
    (root / PLACES["register"]).unlink()
    ODD[odd](root / PLACES["register"])
    assert answered(capsys, root, "recover")[0] == 0
    code, said = answered(capsys, root, "verify")
    assert (code, said["sound"], said["documents"]) == (0, True, 3)


@pytest.mark.parametrize("odd", ODD)
def test_a_ledger_in_whose_place_something_else_stands_is_written_again_from_the_register(
    tmp_path: Path, office: Path, capsys: pytest.CaptureFixture[str], odd: str
) -> None:
    root = Path(shutil.copytree(office, tmp_path / "office"))
    ledger = root / PLACES["ledger"]
    lines = ledger.read_bytes()
    ledger.unlink()
    ODD[odd](ledger)
    told = answered(capsys, root, "verify")[1]
    assert "vanban recover" in json.dumps(told, ensure_ascii=False)
    assert answered(capsys, root, "recover")[0] == 0
    assert (ledger.is_file(), ledger.is_symlink(), ledger.read_bytes()) == (True, False, lines)
    assert answered(capsys, root, "verify")[1]["damages"] == []


@pytest.mark.parametrize("odd", ODD)
def test_with_the_register_gone_too_both_come_back_from_the_documents(
    tmp_path: Path, office: Path, capsys: pytest.CaptureFixture[str], odd: str
) -> None:
    root = Path(shutil.copytree(office, tmp_path / "office"))
    for place in ("register", "ledger"):
        (root / PLACES[place]).unlink()
        ODD[odd](root / PLACES[place])
    assert answered(capsys, root, "recover")[0] == 0
    verdict = answered(capsys, root, "verify")[1]
    assert (verdict["damages"], verdict["documents"]) == ([], 3)


def test_no_backup_is_made_of_an_office_whose_register_is_lost(
    tmp_path: Path, office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(shutil.copytree(office, tmp_path / "office"))
    (root / PLACES["register"]).unlink()
    code, said = answered(capsys, root, "backup", "../sao-luu")
    assert (code, said["ok"]) == (10, False)
    assert not list((tmp_path / "sao-luu").glob("*/*"))
    shutil.rmtree(root / "data/issued")
    assert answered(capsys, root, "backup", "../sao-luu")[0] == 12


def test_a_backup_of_an_altered_archive_says_so(
    tmp_path: Path, office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(shutil.copytree(office, tmp_path / "office"))
    manifest = root / PLACES["manifest"]
    size = manifest.stat().st_size
    manifest.chmod(0o600)
    manifest.write_bytes(b" " * size)
    code, said = answered(capsys, root, "backup", "../sao-luu")
    assert (code, said["sound"]) == (12, False)


@pytest.mark.parametrize("odd", [name for name in ODD if name != "folder"])
def test_a_file_to_proofread_that_is_none_is_told(
    tmp_path: Path, office: Path, capsys: pytest.CaptureFixture[str], odd: str
) -> None:
    ODD[odd](tmp_path / "van-ban.docx")
    code, said = answered(capsys, office, "proofread", str(tmp_path / "van-ban.docx"))
    assert (code, said["ok"]) == (1, False)


@pytest.mark.parametrize(
    "name",
    [b"x\x1b[2Jy.txt", b"hop 10:30.txt", b"a\\b.txt", b"the nao?.txt", b"aux.txt", b"Com1", b"bo dau cach ", b"a.txt."],
    ids=repr,
)
def test_a_name_that_no_other_machine_takes_stops_the_backup_in_words(
    tmp_path: Path, office: Path, capsys: pytest.CaptureFixture[str], name: bytes
) -> None:
    root = Path(shutil.copytree(office, tmp_path / "office"))
    path = root / "data" / os.fsdecode(name)
    path.write_bytes(b"x")
    code, said = answered(capsys, root, "backup", "../sao-luu")
    assert (code, said["ok"]) == (3, False)
    path.unlink()
    assert answered(capsys, root, "backup", "../sao-luu")[0] == 0


@pytest.mark.parametrize("name", ["Ghi chú.txt", "ghi CHÚ.txt", unicodedata.normalize("NFD", "ghi chú.txt")], ids=ascii)
def test_two_names_that_another_machine_takes_for_one_stop_the_backup(
    tmp_path: Path, office: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    root = Path(shutil.copytree(office, tmp_path / "office"))
    for one in ("ghi chú.txt", name):
        (root / "data" / one).write_text(one, encoding="utf-8")
    code, said = answered(capsys, root, "backup", "../sao-luu")
    assert (code, said["error"]["name"]) == (3, "NamesAlike")  # type: ignore[index]
    (root / "data" / name).unlink()
    assert answered(capsys, root, "backup", "../sao-luu")[0] == 0
