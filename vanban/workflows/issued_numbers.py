"""Read from the register which documents of a year are issued, under which numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from vanban.domain.issued import IssuedNumber
from vanban.domain.register_entry import Entry, EntryState
from vanban.workflows.issuing import opened
from vanban.workflows.issuing_terms import places_of
from vanban.workspace import Workspace


def issued_entries(
    workspace: Workspace, year: int, kinds: Collection[str] | None = None
) -> Mapping[tuple[str, str], Entry]:
    """The rows of the year's documents that are issued, by kind and key, of several revisions the last; none without a
    register. ``kinds`` are those that are asked about, all if not said.

    Raises what :func:`vanban.workflows.issuing.opened` raises.
    """
    if not workspace.register.exists():
        return {}
    with opened(places_of(workspace), reading_only=True) as register:
        entries = [one for one in register.entries() if (one.plan_year, one.state) == (year, EntryState.ISSUED)]
    last = {(entry.kind, entry.key): entry for entry in sorted(entries, key=lambda entry: entry.revision)}
    return {name: entry for name, entry in last.items() if kinds is None or entry.kind in kinds}


def issued_numbers(workspace: Workspace, year: int, kinds: Collection[str] | None = None) -> tuple[IssuedNumber, ...]:
    """The numbers and days of these. Raises the same."""
    return tuple(
        IssuedNumber(
            kind=entry.kind,
            key=entry.key,
            ordinal=entry.ordinal,
            symbol=entry.symbol,
            issued_on=entry.issued_on,
            content=entry.signed_content,
        )
        for entry in issued_entries(workspace, year, kinds).values()
    )
