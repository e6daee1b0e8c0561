"""Tell which history a register goes on from, where it was brought back: a person sees what was not known before."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.domain.event_words import told
from vanban.domain.ledger import Head
from vanban.domain.register_row import witness
from vanban.errors import RegisterFault
from vanban.register import Register
from vanban.workflows import witnessing
from vanban.workflows.issuing_terms import Places


@dataclass(frozen=True)
class Takeover:
    """The newest head that was known before, the head now, and every event between: a Vietnamese sentence each."""

    before: Head
    after: Head
    events: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        """Both heads as they are printed, the events."""
        return {"before": witness(self.before), "after": witness(self.after), "events": list(self.events)}


def known_before(places: Places) -> Head:
    """The newest head that the register has, as far as it opens, or that was seen of it."""
    try:
        with Register.open(places.register, reading_only=True) as register:
            held = register.head()
    except RegisterFault:
        held = Head()
    newest = witnessing.newest(places)
    return newest.head if newest and newest.head.seq > held.seq else held


def since(places: Places, before: Head) -> Takeover:
    """What the register holds that was not known at ``before``."""
    with Register.open(places.register, reading_only=True) as register:
        return Takeover(before, register.head(), tuple(map(told, register.events(after=before.seq))))
