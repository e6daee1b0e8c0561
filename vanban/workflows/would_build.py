"""Remember what a build would do as long as nothing has changed that it looks at: of a large year the answer takes
seconds, and a page asks again and again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from vanban.domain.work_year import WorkYear
from vanban.workflows.build import BuildRequest, Built
from vanban.workflows.latest import Latest
from vanban.workspace import Workspace


class WouldBuild:
    """The last outcome of a dry run of each year, by what data, register, templates and finished files say.

    ``ask`` makes the run, wherever it does; who asks the same meanwhile waits for its one answer.
    """

    def __init__(self, workspace: Workspace, latest: Latest, ask: Callable[[BuildRequest], Built]) -> None:
        self._workspace, self._latest, self._ask = workspace, latest, ask
        self._known: dict[WorkYear, tuple[str, Built]] = {}
        self._lock = threading.Lock()

    def told(self, year: WorkYear) -> Built:
        """What a build of the year would do now. Raises like :func:`vanban.workflows.build.build`."""
        with self._lock:
            state = self._state(year)
            known = self._known.get(year)
            if known is None or known[0] != state:
                told = self._ask(BuildRequest(year=year, with_pdf=False, dry_run=True))
                known = self._known[year] = (state, told)
            return known[1]

    def _state(self, year: WorkYear) -> str:
        folders = (self._workspace.own_templates, self._workspace.output / str(year))
        marks = [mark for folder in folders for mark in _marks(folder)]
        return sha256(repr((self._latest.state(year), marks, [*_marks(self._workspace.manifest)])).encode()).hexdigest()


def _marks(place: Path) -> Iterator[tuple[str, int, int, int, int]]:
    """Of that file, or of every file below that folder: its path, size, times and place on the disk."""
    for path in sorted(place.rglob("*")) if place.is_dir() else (place,):
        if path.is_file():
            mark = path.stat()
            yield str(path), mark.st_size, mark.st_mtime_ns, mark.st_ctime_ns, mark.st_ino
