"""Documents that get their numbers together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from vanban.domain.register_entry import Entry
from vanban.register.owner import Owner


@dataclass(frozen=True)
class Batch:
    """Documents that get their numbers together: one key, one day, one moment, one person, one process.

    ``key`` makes it idempotent: whoever asks again with it gets the same numbers. ``day`` is that of the documents,
    ``moment`` (with its zone) that of the asking. ``given`` is the number that the paper book or another system has
    given to the first document; without it every one gets the next of its series.
    """

    key: str
    day: date
    moment: datetime
    actor: str
    owner: Owner
    given: int | None = None


@dataclass(frozen=True)
class Reservation:
    """The numbers of a batch; ``fresh`` when this call gave them, otherwise they were given before."""

    entries: tuple[Entry, ...]
    fresh: bool
