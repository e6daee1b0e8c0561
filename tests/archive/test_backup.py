"""A backup holds everything that cannot be made again; whatever befalls it or the office, nothing issued is lost."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from invariants import entries
from small_office import NOON, render
from torture.kill import killed_at, points_of, started, telling
from workspace_offices import issued_in, office_in, places_in

from vanban import durable
from vanban.archive import EVERYTHING, open_backup
from vanban.errors import (
    BackupLocked,
    BackupRefused,
    DamagedArchive,
    FileFault,
    FolderMissing,
    FolderNotEmpty,
    NotPossible,
    RestoredRegister,
    VanbanError,
)  # fmt: skip
from vanban.workflows.backup import BackedUp, BackupRequest, RestoreRequest, backup, reminder, restore
from vanban.workflows.deed import Deed
from vanban.workflows.proving import verify
from vanban.workflows.register_safety import ContinueRequest, LastNumber, continue_after
from vanban.workspace import Machine, Workspace

DISASTERS = int(os.environ.get("VANBAN_TORTURE_DISASTERS", "2"))
"""How many of each sort: ``make torture`` tries twenty-one in all."""
DEED = Deed(NOON, "Lan")
LATER = Deed(NOON + timedelta(days=7), "Lan")
HEADS = "data/heads.jsonl"


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    """An office of three letters."""
    made = office_in(tmp_path / "office", Machine("pc-1", tmp_path / "pc-1"))
    issued_in(made, "a", "b", "c")
    return made


def kept(office: Workspace, to: Path, deed: Deed = DEED, password: str | None = None) -> BackedUp:
    return backup(office, BackupRequest(to, password), deed)


def object_of(usb: Path, copy: BackedUp, name: str) -> Path:
    """Where in an open backup the file of an office lies."""
    (seal,) = {item.sha256 for item in open_backup(usb).read(copy.name).files if item.path == name}
    return usb / "objects" / seal[:2] / seal


def files_of(root: Path) -> dict[str, bytes]:
    folders = ("data", "templates", "output/issued")
    skipped = ("register.sqlite", "heads.jsonl", "restored.json", ".lock")
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in folders
        for path in sorted((root / folder).rglob("*"))
        if path.is_file() and not path.name.endswith(skipped)
    }


def on_a_new_machine(source: Path, target: Path, password: str | None = None, copy: str | None = None) -> Workspace:
    made = restore(RestoreRequest(source, target, copy, password))
    assert made.sound
    return Workspace(target, Machine("pc-2", target.parent / "pc-2"))


def test_an_office_comes_back_whole_on_a_new_machine_and_goes_on_after_the_answer(
    office: Workspace, tmp_path: Path
) -> None:
    made = kept(office, tmp_path / "usb")
    assert made.sound
    before, rows = files_of(office.root), entries(places_in(office))
    shutil.rmtree(office.root)
    again = on_a_new_machine(tmp_path / "usb", tmp_path / "moi")
    assert files_of(again.root) == before
    assert entries(places_in(again)) == rows
    assert verify(places_in(again), EVERYTHING, render=render).damages == ()
    with pytest.raises(RestoredRegister):
        issued_in(again, "d")
    with pytest.raises(NotPossible, match=r"chưa ghi số cuối của chung \(trong bản sao lưu: 03\)"):
        continue_after(again, ContinueRequest((LastNumber("quyet-dinh", 1),), "Hỏng máy"), LATER)
    continue_after(again, ContinueRequest((LastNumber("chung", 5),), "Hỏng máy"), LATER)
    assert [row.ordinal for row in issued_in(again, "d").entries] == [6]
    assert verify(places_in(again), EVERYTHING, render=render).damages == ()


def test_only_what_is_new_is_copied_and_every_copy_stays(office: Workspace, tmp_path: Path) -> None:
    first = kept(office, tmp_path / "usb")
    issued_in(office, "d")
    second = kept(office, tmp_path / "usb", LATER)
    assert 0 < second.new < first.new
    assert open_backup(tmp_path / "usb").names() == (second.name, first.name)
    old = on_a_new_machine(tmp_path / "usb", tmp_path / "cu", copy=first.name)
    assert len(entries(places_in(old))) == 3


def test_a_backup_killed_at_every_step_leaves_the_last_copy_whole(office: Workspace, tmp_path: Path) -> None:
    first = kept(office, tmp_path / "usb")
    issued_in(office, "d")
    shutil.copytree(tmp_path / "usb", tmp_path / "trial")
    points = points_of(lambda: kept(office, tmp_path / "trial", LATER))
    killed = 0
    for fatal in telling(points, 3):
        target = tmp_path / f"usb-{fatal}"
        shutil.copytree(tmp_path / "usb", target)
        # The heads that the office itself keeps are written once: the last runs pass fewer points.
        killed += killed_at(fatal, lambda to=target: kept(office, to, LATER))  # type: ignore[misc]
        names = open_backup(target).names()
        assert first.name in names
        again = on_a_new_machine(target, tmp_path / f"moi-{fatal}")
        assert len(entries(places_in(again))) == (3 if names[0] == first.name else 4)
        assert kept(office, target, LATER).sound
    assert killed > len(points) // 8


def test_a_backup_killed_at_any_moment_leaves_the_last_copy_whole(office: Workspace, tmp_path: Path) -> None:
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    first = kept(office, tmp_path / "usb")
    issued_in(office, "d")

    def dying() -> None:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, chance.uniform(0.001, 0.3))
        kept(office, tmp_path / "usb", LATER)

    for _ in range(4 * DISASTERS):
        chance.random()
        os.waitpid(started(dying), 0)
        assert first.name in open_backup(tmp_path / "usb").names()
    again = on_a_new_machine(tmp_path / "usb", tmp_path / "moi", copy=first.name)
    assert len(entries(places_in(again))) == 3
    assert kept(office, tmp_path / "usb", LATER).sound
    assert len(entries(places_in(on_a_new_machine(tmp_path / "usb", tmp_path / "moi-2")))) == 4


def test_a_disk_that_is_pulled_out_in_the_middle_has_the_last_copy_whole(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usb, pulled = tmp_path / "usb", tmp_path / "in-the-pocket"
    first = kept(office, usb)
    issued_in(office, "d")
    shutil.copytree(usb, tmp_path / "trial")
    points = points_of(lambda: kept(office, tmp_path / "trial", LATER))
    for pull in range(5, len(points), max(1, len(points) // 5)):
        left = pull

        def pull_out(_: str) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                usb.rename(pulled)

        with monkeypatch.context() as patched:
            patched.setattr(durable, "point", pull_out)
            with suppress(VanbanError):
                kept(office, usb, LATER)
        if pulled.exists():
            shutil.rmtree(usb, ignore_errors=True)
            pulled.rename(usb)
        assert first.name in open_backup(usb).names()
        again = on_a_new_machine(usb, tmp_path / f"moi-{pull}", copy=first.name)
        assert len(entries(places_in(again))) == 3
    assert kept(office, usb, LATER).sound


def test_a_full_disk_ends_the_backup_and_leaves_the_last_copy_whole(office: Workspace, tmp_path: Path) -> None:
    first = kept(office, tmp_path / "usb")
    issued_in(office, "d")
    (office.root / "data" / "office" / "people.csv").write_bytes(b"x" * 70_000)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, hard))
    try:
        with pytest.raises(FileFault):
            kept(office, tmp_path / "usb", LATER)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert open_backup(tmp_path / "usb").names() == (first.name,)
    assert len(entries(places_in(on_a_new_machine(tmp_path / "usb", tmp_path / "moi")))) == 3


def test_a_backup_folder_that_was_taken_away_is_begun_anew(office: Workspace, tmp_path: Path) -> None:
    kept(office, tmp_path / "usb")
    shutil.rmtree(tmp_path / "usb")
    assert kept(office, tmp_path / "usb", LATER).new > 0
    assert len(entries(places_in(on_a_new_machine(tmp_path / "usb", tmp_path / "moi")))) == 3


@pytest.mark.parametrize(
    ("flipped", "written"),
    [
        ("output/issued/2024/chung/0002_KH-UBND_2024.docx", {"output/issued/2024/chung/0002_KH-UBND_2024.docx", HEADS}),
        ("data/issued/register.sqlite", {"data/issued/register.sqlite", HEADS}),
        (HEADS, {HEADS}),
    ],
)
def test_a_flipped_bit_in_the_backup_is_told_and_mended_by_the_next(
    office: Workspace, tmp_path: Path, flipped: str, written: set[str]
) -> None:
    """The heads are other ones each time, as every backup is noted there: their damaged file is needed no more."""
    first = kept(office, tmp_path / "usb")
    victim = object_of(tmp_path / "usb", first, flipped)
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 4
    victim.write_bytes(data)
    with pytest.raises(DamagedArchive):
        restore(RestoreRequest(tmp_path / "usb", tmp_path / "moi"))
    assert not (tmp_path / "moi").exists()
    lay = {path: path.stat().st_mtime_ns for path in (tmp_path / "usb/objects").rglob("*") if path.is_file()}
    second = kept(office, tmp_path / "usb", LATER)
    assert second.new == len(written)
    objects = {object_of(tmp_path / "usb", second, name) for name in written}
    assert {path for path in objects if path.stat().st_mtime_ns != lay.get(path)} == objects
    on_a_new_machine(tmp_path / "usb", tmp_path / "moi")


def test_a_cut_list_is_passed_over_for_the_last_whole_one(office: Workspace, tmp_path: Path) -> None:
    first = kept(office, tmp_path / "usb")
    second = kept(office, tmp_path / "usb", LATER)
    path = tmp_path / "usb/copies" / f"{second.name}.json"
    path.write_bytes(path.read_bytes()[:-30])
    assert restore(RestoreRequest(tmp_path / "usb", tmp_path / "moi")).copy == first.name
    with pytest.raises(BackupRefused, match="bị cắt hoặc bị sửa"):
        restore(RestoreRequest(tmp_path / "usb", tmp_path / "x", second.name))


def test_behind_a_password_nothing_can_be_read_or_exchanged(office: Workspace, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    kept(office, usb, password="Mật khẩu dài")
    said = b"".join(path.read_bytes() for path in usb.rglob("*") if path.is_file())
    assert b"%PDF" not in said
    assert "phường".encode() not in said
    for wrong in ("Mật khẩu", "", None):
        with pytest.raises(BackupLocked):
            restore(RestoreRequest(usb, tmp_path / "moi", None, wrong))
    one, other = sorted(path for path in (usb / "objects").rglob("*") if path.is_file())[:2]
    held, exchanged = one.read_bytes(), other.read_bytes()
    one.write_bytes(exchanged)
    with pytest.raises(DamagedArchive):
        restore(RestoreRequest(usb, tmp_path / "moi", None, "Mật khẩu dài"))
    one.write_bytes(held)
    again = on_a_new_machine(usb, tmp_path / "moi", "Mật khẩu dài")
    assert files_of(again.root) == files_of(office.root)
    with pytest.raises(BackupLocked):
        kept(office, usb, LATER)


@pytest.mark.parametrize(
    ("where", "fault"),
    [
        ("office/data/luu", FolderMissing),
        ("office", BackupRefused),
        ("khac", BackupRefused),
        ("khac/anh.jpg", BackupRefused),
    ],
)
def test_a_folder_that_is_no_backup_is_refused(
    office: Workspace, tmp_path: Path, where: str, fault: type[VanbanError]
) -> None:
    (tmp_path / "khac").mkdir()
    (tmp_path / "khac" / "anh.jpg").write_bytes(b"x")
    with pytest.raises(BackupRefused):
        kept(office, tmp_path / where)
    with pytest.raises(fault):
        restore(RestoreRequest(tmp_path / where, tmp_path / "moi"))


def test_nothing_is_restored_over_something(office: Workspace, tmp_path: Path) -> None:
    kept(office, tmp_path / "usb")
    with pytest.raises(FolderNotEmpty):
        restore(RestoreRequest(tmp_path / "usb", office.root))


def test_a_week_without_a_backup_is_told(office: Workspace, tmp_path: Path) -> None:
    assert "Chưa sao lưu lần nào" in reminder(office, NOON + timedelta(days=8))
    assert reminder(office, NOON + timedelta(days=6)) == ""
    kept(office, tmp_path / "usb", LATER)
    assert reminder(office, LATER.moment + timedelta(days=7)) == ""
    said = reminder(office, LATER.moment + timedelta(days=8))
    assert "Lần sao lưu cuối là ngày 12/3/2024" in said
    assert "vanban backup" in said


def _gone(root: Path, chance: random.Random) -> None:
    shutil.rmtree(root)


def _half_gone(root: Path, chance: random.Random) -> None:
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        if chance.random() < 0.5:
            path.unlink()


def _flipped(root: Path, chance: random.Random) -> None:
    for path in chance.sample(sorted(path for path in root.rglob("*") if path.is_file() and path.stat().st_size), 5):
        path.chmod(0o600)
        data = bytearray(path.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)


@pytest.mark.parametrize("disaster", [_gone, _half_gone, _flipped])
def test_after_any_disaster_the_backup_makes_an_office_with_nothing_issued_lost(
    office: Workspace, tmp_path: Path, disaster: Callable[[Path, random.Random], None]
) -> None:
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    kept(office, tmp_path / "usb")
    rows = entries(places_in(office))
    for number in range(DISASTERS):
        victim = tmp_path / f"victim-{number}"
        shutil.copytree(office.root, victim)
        disaster(victim, chance)
        again = on_a_new_machine(tmp_path / "usb", tmp_path / f"moi-{number}")
        assert entries(places_in(again)) == rows
        if victim.exists():
            damaged = replace(places_in(Workspace(victim)), witnesses=(victim / "data/heads.jsonl",))
            try:
                found = verify(damaged, EVERYTHING)
            except VanbanError:
                continue
            assert not found.sound or found.documents == len(rows)
