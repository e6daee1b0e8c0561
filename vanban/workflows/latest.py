"""Remember the last check of a year as long as nothing that it read has changed: a page asks again and again."""

from __future__ import annotations

import threading
from hashlib import sha256

from vanban.domain.work_year import WorkYear
from vanban.workflows.check import Checked, check
from vanban.workflows.issued_numbers import issued_numbers
from vanban.workspace import Workspace, read_file


class Latest:
    """The last outcome of :func:`vanban.workflows.check.check` of each year, by what files and register say."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[WorkYear, tuple[str, Checked]] = {}
        self._lock = threading.Lock()

    def checked(self, year: WorkYear) -> Checked:
        """The year, read and checked as it is now. Raises like :func:`vanban.workflows.check.check`."""
        state = self.state(year)
        with self._lock:
            known = self._known.get(year)
            if known is None or known[0] != state:
                known = self._known[year] = (state, check(self._workspace, year))
            return known[1]

    def state(self, year: WorkYear) -> str:
        """A digest of all that the year's check depends on."""
        digest = sha256()
        for name, data in (*self._workspace.sources(year).items(), *self._workspace.law_packs().items()):
            digest.update(f"{name}\0{len(data)}\0".encode())
            digest.update(data)
        aside = self._workspace.notes_aside(year)
        digest.update(read_file(aside) if aside.is_file() else b"")
        digest.update(repr(issued_numbers(self._workspace, year.register_year)).encode())
        return digest.hexdigest()
