"""Whether what the register names was on the disk by then: a kill says nothing about that, a power cut does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from vanban import durable
from vanban.archive import Archive
from vanban.register import Register
from vanban.workflows.issuing_terms import Places

Node = tuple[int, int]


class Auditor:
    """Listens to every change of the disk and tells at each commit what a power cut would take away."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.faults: list[str] = []
        self.commits = 0
        self._dirty: set[Node] = set()
        self._unsynced_names: dict[str, Path] = {}

    def wrote(self, handle: int) -> None:
        self._dirty.add(_node(os.fstat(handle)))

    def named(self, path: Path) -> None:
        self._unsynced_names[os.fspath(path)] = path

    def synced(self, handle: int) -> None:
        status = os.fstat(handle)
        self._dirty.discard(_node(status))
        here = Path(f"/proc/self/fd/{handle}").readlink()
        for name in [name for name, path in self._unsynced_names.items() if path.parent == here]:
            del self._unsynced_names[name]

    def committed(self, name: str) -> None:
        """At a commit all that issued rows speak of must be durable; the ledger at every answer."""
        if name != "before-commit":
            return
        self.commits += 1
        for path in self._spoken_of():
            if path.exists() and _node(path.stat()) in self._dirty:
                self.faults.append(f"{path.name} is not synced")
            for above in (path, *path.parents):
                if os.fspath(above) in self._unsynced_names:
                    self.faults.append(f"the name of {above.name} is not synced")

    def _spoken_of(self) -> Iterator[Path]:
        archive = Archive(self.places.archive)
        yield from (path for path in archive.objects.rglob("*") if path.is_file())
        yield from (path for path in archive.documents.rglob("*.json"))
        yield from (path for path in self.places.published.rglob("*") if path.is_file())
        if archive.ledger.path.exists():
            yield archive.ledger.path


@contextmanager
def audited(places: Places, monkeypatch: pytest.MonkeyPatch) -> Iterator[Auditor]:
    """Audit whatever is done to the office in the block."""
    auditor = Auditor(places)
    real_write, real_fsync, real_open = os.write, os.fsync, os.open
    real_replace, real_link, real_mkdir = os.replace, os.link, os.mkdir

    def write(handle: int, data: bytes) -> int:
        auditor.wrote(handle)
        return real_write(handle, data)

    def fsync(handle: int) -> None:
        real_fsync(handle)
        auditor.synced(handle)

    def opening(path: Path, flags: int, *rest: int) -> int:
        made = bool(flags & os.O_CREAT) and not os.path.lexists(path)
        handle = real_open(path, flags, *rest)
        if made:
            auditor.named(Path(path))
        return handle

    def replace(source: Path, target: Path) -> None:
        real_replace(source, target)
        auditor.named(Path(target))

    def link(source: Path, target: Path) -> None:
        real_link(source, target)
        auditor.named(Path(target))

    def mkdir(path: Path, mode: int = 0o777) -> None:
        real_mkdir(path, mode)
        auditor.named(Path(path))

    with monkeypatch.context() as patch:
        wrappers = {"write": write, "fsync": fsync, "open": opening, "replace": replace, "link": link, "mkdir": mkdir}
        for name, wrapper in wrappers.items():
            patch.setattr(os, name, wrapper)
        patch.setattr(durable, "point", auditor.committed)
        yield auditor


def answered(auditor: Auditor, places: Places) -> None:
    """An answer is a commit too: what it speaks of must have been durable."""
    auditor.committed("before-commit")
    with Register.open(places.register, reading_only=True) as register:
        assert register.head().seq
    assert auditor.commits


def _node(status: os.stat_result) -> Node:
    return status.st_dev, status.st_ino
