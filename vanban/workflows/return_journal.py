"""What was taken of returned forms, value by value: from which file and when. One line of the journal is one file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from vanban import durable
from vanban.domain.issuing_day import vietnam_day
from vanban.domain.wording import numeric_date
from vanban.domain.work_year import WorkYear
from vanban.errors import DamagedJournal
from vanban.workspace import Workspace, read_file

JOURNAL: Final = "nhat-ky.jsonl"


@dataclass(frozen=True)
class JournalValue:
    """One value that a return changed: in which table, of which row, in which column, from what to what."""

    table: str
    row: str
    column: str
    before: str
    after: str


@dataclass(frozen=True)
class JournalEntry:
    """One file that was taken, the unit it is of (empty for the office's own forms), and what it changed."""

    file: str
    digest: str
    unit: str
    moment: str
    actor: str
    values: tuple[JournalValue, ...] = ()

    @property
    def day(self) -> str:
        """The day in Vietnam on which it was taken, as offices write it."""
        return numeric_date(vietnam_day(datetime.fromisoformat(self.moment)))

    def to_json(self) -> dict[str, Any]:
        """All of it."""
        return asdict(self)


def read_journal(workspace: Workspace, year: WorkYear) -> tuple[JournalEntry, ...]:
    """Every file that was taken, oldest first. Raises :class:`DamagedJournal`."""
    path = workspace.returns(year) / JOURNAL
    if not path.is_file():
        return ()
    entries = []
    for number, line in enumerate(read_file(path).decode("utf-8", "replace").splitlines(), start=1):
        try:
            said = json.loads(line)
            values = tuple(JournalValue(**one) for one in said.pop("values"))
            entry = JournalEntry(values=values, **said)
            vietnam_day(datetime.fromisoformat(entry.moment))
            entries.append(entry)
        except (ValueError, TypeError, KeyError, AttributeError) as damage:
            raise DamagedJournal(path=path, line=number) from damage
    return tuple(entries)


def add_to_journal(
    workspace: Workspace, year: WorkYear, known: Iterable[JournalEntry], new: Iterable[JournalEntry]
) -> None:
    """Write the journal with the ``new`` entries behind the ``known``. Raises ``FileFault``."""
    lines = [json.dumps(entry.to_json(), ensure_ascii=False, sort_keys=True) for entry in (*known, *new)]
    durable.write(workspace.returns(year) / JOURNAL, ("\n".join(lines) + "\n").encode())
