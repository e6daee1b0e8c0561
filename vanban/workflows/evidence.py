"""What is known of the day besides the machine's clock, which may be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime

from vanban.domain.issuing_day import vietnam_day
from vanban.register import Register
from vanban.workflows import witnessing
from vanban.workflows.issuing_terms import places_of
from vanban.workspace import Workspace


def latest_day(workspace: Workspace, register: Register, moment: datetime) -> date | None:
    """The latest day that the register's own moments, a head that was seen, or a file of the clerk's shows.

    Files of the machine's today say nothing: a wrong clock has written them. What the program writes says nothing
    either. None where the register is empty and no file is older.
    """
    today = vietnam_day(moment)
    days = {day for day in map(_day, _times(workspace)) if day < today}
    days |= {vietnam_day(datetime.fromisoformat(said)) for said in _moments(workspace, register)}
    return max(days, default=None)


def _moments(workspace: Workspace, register: Register) -> Iterator[str]:
    head = register.head()
    yield from (event.moment for event in register.events(after=head.seq - 1) if head.seq)
    yield from (one.moment for one in witnessing.seen(places_of(workspace), register))


def _day(written: float) -> date:
    return vietnam_day(datetime.fromtimestamp(written, UTC))


def _times(workspace: Workspace) -> Iterator[float]:
    """Files of that moment: Excel and other runs of the program may take theirs away between two looks."""
    for path in workspace.kept():
        with suppress(FileNotFoundError):
            yield path.stat().st_mtime
