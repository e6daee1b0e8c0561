"""Years that are built once for a whole run of the tests, whatever the number of its processes; tests get copies."""

from __future__ import annotations

import fcntl
import os
import pickle
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vanban.workflows.build import BuildRequest, Built, build
from vanban.workspace import Workspace, create

SECOND = Path(__file__).parent / "workspaces" / "bac-giang-2026"


def made_once(own: Path, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first process to ask makes, while the others wait; nobody ever works in it.

    ``own`` is the base folder of the temporary files of this process; under xdist it lies in that of the whole run.
    """
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "made-once"
    shared.mkdir(exist_ok=True)
    folder, half = shared / name, shared / f"{name}.half"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            shutil.rmtree(half, ignore_errors=True)
            half.mkdir()
            make(half)
            half.rename(folder)
    return folder


@dataclass(frozen=True)
class BuiltYears:
    """Copies of the sample workspaces with every Word file built, and what that build said, by one process."""

    own: Path

    def sample(self, to: Path) -> tuple[Workspace, Built]:
        """The sample as a clerk makes it, the ward of 2024."""
        return self._copy("sample", create, to)

    def second(self, to: Path) -> tuple[Workspace, Built]:
        """The ward of 2026."""
        return self._copy("second", lambda folder: shutil.copytree(SECOND, folder), to)

    def _copy(self, name: str, found: Callable[[Path], object], to: Path) -> tuple[Workspace, Built]:
        def make(folder: Path) -> None:
            found(folder / "thi-dua")
            said = build(Workspace(folder / "thi-dua"), BuildRequest(with_pdf=False, workers=1))
            (folder / "said").write_bytes(pickle.dumps(said))

        folder = made_once(self.own, name, make)
        return Workspace(shutil.copytree(folder / "thi-dua", to)), pickle.loads((folder / "said").read_bytes())
