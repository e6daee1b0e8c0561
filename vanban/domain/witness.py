"""A head of the register's chain that somebody saw: what the register must still contain, for ever."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from vanban.domain.ledger import Head
from vanban.domain.record import Record
from vanban.domain.register_entry import Sha256


class Occasion(StrEnum):
    """At what a head was seen: the program's own work, or something that left the office and proves it there."""

    RECORDED = "recorded"
    PRINTED = "printed"
    EXPORTED = "exported"
    BACKED_UP = "backed_up"
    HANDED_OVER = "handed_over"


class WitnessedHead(Record):
    """One head, when its last event happened, of which register, where, and the last number of each series then.

    ``register`` is the hash of the register's first event; ``place`` names machine and folder. ``given_up`` says that a
    person has answered for numbers that no copy holds any more, ``seen_at`` when the head was seen, where that is told.
    """

    register_id: Sha256
    head: Head
    moment: str
    occasion: Occasion
    place: str = ""
    last: dict[str, int] = Field(default_factory=dict)
    given_up: bool = False
    seen_at: str = ""
