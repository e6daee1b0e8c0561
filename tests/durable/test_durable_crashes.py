"""Killed at any step, a run leaves each file as it was or as it should be; synced in the order that power cuts need."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from vanban import durable

_OLD = b"old " * 10
_NEW = b"new " * 50_000

# Kills itself at the point with the given number; says how many points it passed when it outlives them all.
_VICTIM = """
import itertools, os, pathlib, signal, sys
from vanban import durable

path, deed, fatal = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
numbers = itertools.count(1)

def die(name):
    if next(numbers) == fatal:
        os.kill(os.getpid(), signal.SIGKILL)

durable.point = die
if deed == "write":
    durable.write(path, b"new " * 50_000)
elif deed == "move aside":
    durable.move_aside(path)
else:
    durable.remove(path)
print(next(numbers) - 1)
"""


def _run(path: Path, deed: str, fatal: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _VICTIM, str(path), deed, str(fatal)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _killed_everywhere(path: Path, deed: str) -> int:
    """How many points ``deed`` has, from a run that outlives them all elsewhere."""
    trial = path.parent.parent / "trial" / path.name
    if path.exists():
        trial.parent.mkdir()
        trial.write_bytes(path.read_bytes())
    outlived = _run(trial, deed, 0)
    assert outlived.returncode == 0, outlived.stderr
    return int(outlived.stdout)


@pytest.mark.parametrize("old", [_OLD, None], ids=["over an old file", "in a new folder"])
def test_a_write_killed_at_any_point_leaves_the_old_or_the_new_file_whole(tmp_path: Path, old: bytes | None) -> None:
    sample = tmp_path / "sample" / "plan.docx"
    if old is not None:
        durable.write(sample, old)
    points = _killed_everywhere(sample, "write")
    assert points >= 8
    for fatal in range(1, points + 1):
        path = tmp_path / str(fatal) / "output" / "plan.docx"
        if old is not None:
            durable.write(path, old)
        assert _run(path, "write", fatal).returncode == -signal.SIGKILL
        found = path.read_bytes() if path.exists() else None
        assert found in (old, _NEW)
        durable.remove_leftovers(tmp_path / str(fatal)) if path.parent.exists() else None
        left = [file for file in (tmp_path / str(fatal)).rglob("*") if file.is_file()]
        assert left == ([path] if found is not None else [])
        durable.write(path, _NEW)
        assert path.read_bytes() == _NEW


@pytest.mark.parametrize("deed", ["move aside", "remove"])
def test_moving_aside_or_removing_killed_at_any_point_loses_nothing_it_should_keep(tmp_path: Path, deed: str) -> None:
    sample = tmp_path / "sample" / "plan.docx"
    durable.write(sample, _OLD)
    for fatal in range(1, _killed_everywhere(sample, deed) + 1):
        path = tmp_path / str(fatal) / "plan.docx"
        durable.write(path, _OLD)
        assert _run(path, deed, fatal).returncode == -signal.SIGKILL
        left = [file.read_bytes() for file in path.parent.iterdir()]
        assert left == [_OLD] * len(left)
        assert left or deed == "remove"


def test_data_is_synced_before_its_name_and_names_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    fsync = os.fsync

    def listen(handle: int) -> None:
        target = Path(f"/proc/self/fd/{handle}").readlink()
        events.append(f"sync {target.relative_to(tmp_path.resolve())}")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", listen)
    monkeypatch.setattr(durable, "point", events.append)
    durable.write(tmp_path / "output" / "2024" / "plan.docx", b"text")
    durable.move_aside(tmp_path / "output" / "2024" / "plan.docx")
    durable.remove(tmp_path / "output" / "2024" / "plan.sua-tay-1.docx")
    assert events == [
        "folder-made",
        "sync .",
        "folder-made",
        "sync output",
        "temporary-made",
        "piece-written",
        "sync output/2024/.vanban-1.tam",
        "file-synced",
        "renamed",
        "sync output/2024",
        "folder-synced",
        "second-name-made",
        "moved-aside",
        "sync output/2024",
        "removed",
        "sync output/2024",
    ]
