"""The chain of everything that ever happened to the register: each event proves all before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final, NamedTuple

from pydantic import Field, JsonValue, TypeAdapter
from pydantic_core import from_json

from vanban.domain.record import Record
from vanban.domain.register_entry import Sha256

_DOMAIN: Final = b"vanban-so-v1\n"
_CANONICAL: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
GENESIS: Final = "0" * 64
"""What the first event calls the one before it."""


class Head(Record):
    """The last event and its hash: printed on the paper book, it proves the whole register up to it."""

    seq: int = Field(default=0, ge=0)
    hash: Sha256 = GENESIS


class EventFields(NamedTuple):
    """The fields of an event as the register's journal and the archive's ledger keep them, unread."""

    seq: int
    moment: str
    actor: str
    deed: str
    text: str
    previous: str
    hash: str = ""


class Event(Record):
    """One thing done to the register: when, by whom, what, and the hash that seals it to all before it.

    What was done is kept as the very text that is sealed: who only follows the chain never takes it apart.
    """

    seq: int = Field(ge=1)
    moment: str
    actor: str
    deed: str
    text: str
    previous: Sha256
    hash: Sha256

    @property
    def body(self) -> dict[str, Any]:
        """What the deed says, taken out of its text. ``ValueError``: it is no JSON object."""
        said = from_json(self.text, allow_inf_nan=False)
        if not isinstance(said, dict):
            raise ValueError(f"event {self.seq} says nothing that the register knows")
        return said

    @property
    def head(self) -> Head:
        """This event as the head of the chain."""
        return Head(seq=self.seq, hash=self.hash)

    @property
    def sealed(self) -> bool:
        """Whether the hash is that of all other fields."""
        return self.hash == _seal(self.fields)

    @property
    def fields(self) -> EventFields:
        """All of it, in the order in which it is kept."""
        return EventFields(self.seq, self.moment, self.actor, self.deed, self.text, self.previous, self.hash)


def canonical(value: object) -> str:
    """The one JSON text of a value: sorted keys, no spaces, text as it is."""
    return _CANONICAL.encode(value)


def _seal(said: EventFields) -> str:
    """The hash of every field but the hash."""
    names = f"{canonical(said.moment)},{canonical(said.actor)},{canonical(said.deed)}"
    text = f"[{said.seq},{names},{said.text},{canonical(said.previous)}]"
    return hashlib.sha256(_DOMAIN + text.encode("utf-8")).hexdigest()


def next_event(head: Head, moment: str, actor: str, deed: str, body: dict[str, JsonValue]) -> Event:
    """The event that follows ``head``."""
    said = EventFields(head.seq + 1, moment, actor, deed, canonical(body), head.hash)
    return Event(**said._replace(hash=_seal(said))._asdict())


def follows(event: Event, head: Head) -> bool:
    """Whether ``event`` is whole and comes right after ``head``."""
    return event.seq == head.seq + 1 and event.previous == head.hash and event.sealed


def unbroken(events: Iterable[Event], head: Head | None = None) -> Head | None:
    """The head at the end of a chain that starts after ``head``; nothing where a link is broken."""
    reached = head or Head()
    for event in events:
        if not follows(event, reached):
            return None
        reached = event.head
    return reached


def to_line(event: Event) -> str:
    """One line of the archive's ledger, with its line end."""
    return line_of(event.fields)


def line_of(said: EventFields) -> str:
    """The same from an event's fields, its body as text: one JSON object with sorted keys."""
    fields = (
        ("actor", canonical(said.actor)), ("body", said.text), ("deed", canonical(said.deed)),
        ("hash", canonical(said.hash)), ("moment", canonical(said.moment)), ("previous", canonical(said.previous)),
        ("seq", str(said.seq)),
    )  # fmt: skip
    return "{" + ",".join(f'"{name}":{value}' for name, value in fields) + "}\n"


_LINE: Final = TypeAdapter(dict[str, Any])


@lru_cache(maxsize=256)
def from_line(line: bytes) -> Event | None:
    """The event of one ledger line; nothing where the line is torn, altered or not written by :func:`to_line`.

    The last lines are remembered: a number looks at the end of the chain eight times.
    """
    try:
        fields = _LINE.validate_json(line)
        body = fields.pop("body", None)
        event = Event.model_validate({**fields, "text": canonical(body)})
        whole = isinstance(body, dict) and event.sealed and to_line(event).encode("utf-8") == line.rstrip(b"\n") + b"\n"
    except ValueError:
        return None
    return event if whole else None
