"""What a clerk types where the register is in doubt: heads held against it, numbers lost, a folder moved."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from small_office import NOON, SERIES, draft, render
from small_office import batch as batch_of

from vanban.cli.app import main
from vanban.domain.register_entry import SeriesOpening
from vanban.workflows.issuing import issue, recording
from vanban.workflows.issuing_terms import Places, places_of
from vanban.workspace import Machine, Workspace

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("platform.node", lambda: "pc-1")
    return Machine("pc-1", tmp_path / "state" / "vanban")


@pytest.fixture
def workspace(tmp_path: Path, machine: Machine) -> Workspace:
    """An office of three letters."""
    made = Workspace(tmp_path / "office", machine)
    (made.root / "data" / "office").mkdir(parents=True)
    with recording(_places(made), create=True) as register:
        for series in SERIES:
            register.open_series(SeriesOpening(series=series, year=2024), NOON, "Lan")
    _issue(made, "a", "b", "c")
    return made


@pytest.fixture
def run(workspace: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(workspace.root)

    def command(*arguments: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out + said.err

    return command


def _places(workspace: Workspace) -> Places:
    return replace(places_of(workspace), spare_bytes=0)


def _issue(workspace: Workspace, *names: str, series: str = "chung") -> None:
    for name in names:
        issue(_places(workspace), batch_of(name), [draft(name, series)], render)


def head_in(said: str) -> str:
    return said.rpartition("Đầu chuỗi của sổ: ")[2].strip()


def test_a_printed_head_proves_all_up_to_it_and_another_is_damage(run: Run, workspace: Workspace) -> None:
    head = head_in(run("verify")[1])
    _issue(workspace, "d")
    code, said = run("verify", "--head", head)
    assert code == 0
    assert f"Đầu chuỗi {head.split(':')[0]} khớp" in said
    other = f"{head.split(':')[0]}:{'0' * 64}"
    code, said = run("verify", "--head", other, "--head", head)
    assert code == 12
    assert "Sổ không còn khớp với mã đã in hoặc đã xuất" in said
    assert "khớp: mọi việc" in said, "the other head still holds"
    for wrong in ("12", "0:" + "a" * 64, "x:" + "a" * 64):
        assert run("verify", "--head", wrong)[0] == 2


def test_a_head_after_the_last_event_is_not_proved(run: Run) -> None:
    number, _, seal = head_in(run("verify")[1]).partition(":")
    assert run("verify", "--head", f"{int(number) + 5}:{seal}")[0] == 12


def test_heads_are_listed_with_what_they_went_out_with(run: Run, workspace: Workspace) -> None:
    assert run("register", "export", "so.csv")[0] == 0
    _issue(workspace, "d")
    code, said = run("register", "heads")
    assert code == 0
    assert "(xuất): " in said
    assert "(chương trình ghi): " in said
    seen = json.loads(run("register", "heads", "--json")[1])
    assert [one["occasion"] for one in seen["seen"]] == ["exported", "recorded"]


def put_back(copy: Path, workspace: Workspace) -> None:
    shutil.rmtree(workspace.archive.parent)
    shutil.copytree(copy, workspace.archive.parent)


def test_numbers_of_which_every_copy_is_lost_stand_as_given_outside(run: Run, workspace: Workspace) -> None:
    copy = shutil.copytree(workspace.archive.parent, workspace.root.parent / "copy")
    _issue(workspace, "d", "e")
    _issue(workspace, "f", series="quyet-dinh")
    put_back(copy, workspace)
    code, said = run("register", "list")
    assert code == 12
    assert "vanban register continue" in said
    code, said = run("register", "continue", "--last", "chung=4", "--last", "quyet-dinh=1", "--why", "Mất ổ đĩa")
    assert code == 3
    assert "đã từng cấp tới số 05" in said
    code, said = run("register", "continue", "--last", "chung=6", "--last", "quyet-dinh=1", "--why", "Mất ổ đĩa")
    assert code == 0, said
    assert "Từ số 04 đến số 06 năm 2024 (“chung”): cấp ngoài chương trình." in said
    _issue(workspace, "g")
    said = run("register", "list")[1]
    assert "07/KH-UBND" in said
    assert "06 năm 2024 (“chung”) [Mất ổ đĩa]" in said
    assert run("register", "continue", "--last", "chung=6", "--why", "x")[1].startswith("Sổ đã có tới các số ấy.")


def test_a_copy_on_a_stick_gives_no_number_until_somebody_says_that_it_moved(
    run: Run, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = Workspace(workspace.root.parent / "usb", replace(workspace.machine, name="pc-2"))  # type: ignore[type-var]
    shutil.copytree(workspace.root, stick.root)
    monkeypatch.setattr("platform.node", lambda: "pc-2")
    monkeypatch.chdir(stick.root)
    (void, said) = run("void", "chung", "1", "--why", "x", "--year", "2024")
    assert void == 12
    assert "là bản sao của" in said
    assert "vanban register move-here" in said
    assert run("register", "list")[0] == 0
    assert run("register", "move-here")[0] == 0
    assert run("void", "chung", "1", "--why", "x", "--year", "2024")[0] == 0
