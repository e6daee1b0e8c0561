"""The chain of everything that ever happened to the register: each event proves all before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Final

from pydantic import Field, GetPydanticSchema, JsonValue, TypeAdapter
from pydantic_core import CoreSchema, core_schema

from vanban.domain.record import Record
from vanban.domain.register_entry import Sha256

_DOMAIN: Final = b"vanban-so-v1\n"
GENESIS: Final = "0" * 64
"""What the first event calls the one before it."""


class Head(Record):
    """The last event and its hash: printed on the paper book, it proves the whole register up to it."""

    seq: int = Field(default=0, ge=0)
    hash: Sha256 = GENESIS


def _any_object(source: object, handler: object) -> CoreSchema:
    return core_schema.dict_schema(core_schema.str_schema(), core_schema.any_schema())


Body = Annotated[dict[str, JsonValue], GetPydanticSchema(_any_object)]
"""What a deed says. Its values are not looked at one by one: only JSON has the canonical text that is sealed."""


class Event(Record):
    """One thing done to the register: when, by whom, what, and the hash that seals it to all before it."""

    seq: int = Field(ge=1)
    moment: str
    actor: str
    deed: str
    body: Body
    previous: Sha256
    hash: Sha256

    @cached_property
    def text(self) -> str:
        """The body as its one JSON text."""
        return canonical(self.body)

    @property
    def head(self) -> Head:
        """This event as the head of the chain."""
        return Head(seq=self.seq, hash=self.hash)

    @property
    def sealed(self) -> bool:
        """Whether the hash is that of all other fields."""
        return self.hash == _seal(self.seq, self.moment, self.actor, self.deed, self.text, self.previous)


def canonical(value: object) -> str:
    """The one JSON text of a value: sorted keys, no spaces, text as it is."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _seal(seq: int, moment: str, actor: str, deed: str, body: str, previous: str) -> str:
    text = f"[{seq},{canonical(moment)},{canonical(actor)},{canonical(deed)},{body},{canonical(previous)}]"
    return hashlib.sha256(_DOMAIN + text.encode("utf-8")).hexdigest()


def next_event(head: Head, moment: str, actor: str, deed: str, body: dict[str, JsonValue]) -> Event:
    """The event that follows ``head``."""
    seq = head.seq + 1
    seal = _seal(seq, moment, actor, deed, canonical(body), head.hash)
    return Event(seq=seq, moment=moment, actor=actor, deed=deed, body=body, previous=head.hash, hash=seal)


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
    return line_of(event.seq, event.moment, event.actor, event.deed, event.text, event.previous, event.hash)


def line_of(seq: int, moment: str, actor: str, deed: str, text: str, previous: str, seal: str) -> str:
    """The same from an event's fields, its body as text: one JSON object with sorted keys."""
    fields = (
        ("actor", canonical(actor)), ("body", text), ("deed", canonical(deed)), ("hash", canonical(seal)),
        ("moment", canonical(moment)), ("previous", canonical(previous)), ("seq", str(seq)),
    )  # fmt: skip
    return "{" + ",".join(f'"{name}":{value}' for name, value in fields) + "}\n"


_EVENT: Final = TypeAdapter(Event)


def from_line(line: bytes) -> Event | None:
    """The event of one ledger line; nothing where the line is torn, altered or not written by :func:`to_line`."""
    try:
        event = _EVENT.validate_json(line)
        whole = event.sealed and to_line(event).encode("utf-8") == line.rstrip(b"\n") + b"\n"
    except ValueError:
        return None
    return event if whole else None
