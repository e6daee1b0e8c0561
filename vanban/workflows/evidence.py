"""What the workspace's own files show of the day, for a clock that may be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime

from vanban.domain.issuing_day import vietnam_day
from vanban.workspace import Workspace


def last_written(workspace: Workspace) -> date | None:
    """The latest day on which a file of the data was written, or a build recorded; none where there is no file."""
    latest = max(_times(workspace), default=None)
    return None if latest is None else vietnam_day(datetime.fromtimestamp(latest, UTC))


def _times(workspace: Workspace) -> Iterator[float]:
    """Files of that moment: Excel and other runs of the program may take theirs away between two looks."""
    for path in (*workspace.kept(), workspace.manifest):
        with suppress(FileNotFoundError):
            yield path.stat().st_mtime
