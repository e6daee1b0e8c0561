"""KILL, EIO, ENOSPC in each system call by number, SQLite's own included: ``make torture`` runs it, with strace."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from invariants import when_whole, while_broken
from small_office import founded, issued, places_in, recovered, render

_CALLS = ("write", "pwrite64", "fsync", "fdatasync", "rename", "unlink", "link", "ftruncate", "mkdir", "openat")
_VICTIM = """
import sys
from pathlib import Path
from small_office import issued, places_in
from vanban.errors import VanbanError
try:
    issued(places_in(Path(sys.argv[1])), "second", "b", "c")
except VanbanError as error:
    assert error.said
"""


@pytest.mark.parametrize("fault", ["signal=KILL", "error=EIO", "error=ENOSPC"])
@pytest.mark.parametrize("call", _CALLS)
def test_any_system_call_that_fails_leaves_what_the_next_run_finishes(call: str, fault: str, on_disk: Path) -> None:
    office = on_disk / "office"
    issued(founded(office), "first", "a")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONDONTWRITEBYTECODE": "1"}
    ends: Counter[int] = Counter()
    for number in range(1, 400):
        root = on_disk / str(number)
        places = places_in(Path(shutil.copytree(office, root)))
        # Only calls below the office count: Python opens hundreds of files of its own.
        strace = ["strace", "-f", "-qq", "-o", str(on_disk / "trace"), "-e", f"trace={call}", "-e",
                  f"inject={call}:{fault}:when={number}"]  # fmt: skip
        watched = [f"--trace-path={path}" for path in (root, *sorted(root.rglob("*"))) if call == "openat"]
        ran = subprocess.run(
            [*strace, *watched, sys.executable, "-c", _VICTIM, str(root)],
            env=environment,
            capture_output=True,
            check=False,
        )
        ends[ran.returncode] += 1
        hit = "INJECTED" in (on_disk / "trace").read_text(errors="replace") or ran.returncode == -9
        said = ran.returncode in (0, -9, 137) or b"VanbanError" in ran.stderr or not _ours(ran.stderr)
        assert said, ran.stderr.decode()
        assert while_broken(places) == [], number
        recovered(places)
        issued(places, "second", "b", "c")
        assert when_whole(places, [], render) == [], number
        shutil.rmtree(root)
        if not hit:
            break
    print(f"{call} {fault}: {number} runs, ends {dict(ends)}")


def _ours(stderr: bytes) -> bool:
    """Whether the victim came as far as the office: a refused ``write`` to the terminal is not ours."""
    return b"small_office" in stderr
