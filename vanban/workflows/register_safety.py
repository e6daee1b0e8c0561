"""What a clerk does where the register itself is in doubt: hold heads against it, go on after numbers given elsewhere,
take a moved folder for the office's own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from vanban import durable
from vanban.archive import Archive
from vanban.domain.ledger import Head
from vanban.domain.register_entry import EntryKey, SkippedNumbers
from vanban.domain.register_row import witness
from vanban.domain.witness import Occasion, WitnessedHead
from vanban.errors import NotPossible
from vanban.register import Register
from vanban.workflows import issuing, witnessing
from vanban.workflows.deed import Deed
from vanban.workflows.issuing_terms import Places, places_of
from vanban.workspace import Workspace, read_file


@dataclass(frozen=True)
class Heads:
    """The register's head now, and the heads that were seen of it before, the oldest first."""

    now: Head
    seen: tuple[WitnessedHead, ...]

    def to_json(self) -> dict[str, object]:
        """The head as it is printed, and those seen."""
        return {"head": witness(self.now), "seen": [one.to_json() for one in self.seen]}


@dataclass(frozen=True)
class LastNumber:
    """The last number that an office has given in a series, by its paper book or whatever else knows it."""

    series: str
    ordinal: int


@dataclass(frozen=True)
class ContinueRequest:
    """The last number of each series of a year (the newest of the register if not said), and why it is known so."""

    last: tuple[LastNumber, ...]
    reason: str
    year: int | None = None


@dataclass(frozen=True)
class Continued:
    """The numbers that stand as given outside the program, and the head from which the register goes on."""

    skipped: tuple[SkippedNumbers, ...]
    head: Head

    def to_json(self) -> dict[str, object]:
        """The numbers, the head."""
        return {"skipped": [one.to_json() for one in self.skipped], "head": witness(self.head)}


@dataclass(frozen=True)
class Settled:
    """Where the register is at home now."""

    place: str

    def to_json(self) -> dict[str, object]:
        """The place."""
        return {"place": self.place}


def heads(workspace: Workspace) -> Heads:
    """The register's head, and those that were seen. Raises what opening the register raises."""
    places = places_of(workspace)
    with Register.open(places.register, reading_only=True) as register:
        return Heads(register.head(), witnessing.seen(places, register))


def continue_after(workspace: Workspace, request: ContinueRequest, deed: Deed) -> Continued:
    """Go on after numbers of which no copy knows the documents any more: they stand as given outside the program.

    Heads that the register does not contain are taken for lost. Raises :class:`NotPossible` where a number is lower
    than what was seen, or than what the register has; :class:`vanban.errors.SeriesNotOpen`.
    """
    places = places_of(workspace)
    with _doubted(places) as register:
        before = register.skipped()
        year = request.year or max((opening.year for opening in register.openings()), default=deed.day.year)
        _require_enough(places, register, request, year)
        _require_each(places, request, year)
        for one in request.last:
            key = EntryKey(series=one.series, year=year, ordinal=one.ordinal)
            register.skip(key, request.reason, deed.moment, deed.actor)
        witnessing.give_up(places, register)
        if places.restored:
            durable.remove(places.restored)
        issuing.project(places, register)
        return Continued(tuple(one for one in register.skipped() if one not in before), register.head())


def move_here(workspace: Workspace) -> Settled:
    """Take this folder for the office's own from now on. Raises what :func:`witnessing.require_newest` raises."""
    places = places_of(workspace)
    with _doubted(places) as register:
        witnessing.require_newest(places, register)
        issuing.project(places, register)
    return Settled(places.place)


def keep_head(workspace: Workspace, occasion: Occasion) -> None:
    """Keep the head that leaves the office with a print, an export, a backup or a bag."""
    places = places_of(workspace)
    with Register.open(places.register, reading_only=True) as register, Archive(places.archive).ledger.writing():
        witnessing.note(places, register, occasion)


@contextmanager
def _doubted(places: Places) -> Iterator[Register]:
    """The register, whatever was seen of it."""
    with Register.open(places.register) as register:
        yield register


def _require_each(places: Places, request: ContinueRequest, year: int) -> None:
    """Out of a backup nobody but a person knows what was given since: of each series in use."""
    if places.restored is None or not places.restored.is_file():
        return
    last = json.loads(read_file(places.restored))["last"]
    used = {name.partition("/")[0]: ordinal for name, ordinal in last.items() if name.endswith(f"/{year}")}
    unsaid = sorted(used.keys() - {one.series for one in request.last})
    if unsaid:
        named = ", ".join(f"{series} (trong bản sao lưu: {used[series]:02d})" for series in unsaid)
        raise NotPossible(deed="tiếp tục", what=f"sổ năm {year}", reason=f"chưa ghi số cuối của {named}")


def _require_enough(places: Places, register: Register, request: ContinueRequest, year: int) -> None:
    asked = {one.series: one.ordinal for one in request.last}
    for series, needed in witnessing.given_beyond(places, register, year).items():
        if asked.get(series, 0) < needed:
            what = f"hệ thống số “{series}” năm {year}"
            reason = f"đã từng cấp tới số {needed:02d}, nên số cuối phải ghi là {needed:02d} hoặc lớn hơn"
            raise NotPossible(deed="tiếp tục", what=what, reason=reason)
