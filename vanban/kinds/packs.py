"""Which documents are printed as one pile: those of a kind, those on the table of a meeting, those for a receiver.

A pile is bound in the order of the year, so that whoever carries it finds a paper where they look for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from vanban.domain.receiver import units
from vanban.domain.year import Year, once_a_year
from vanban.kinds import kinds_of
from vanban.kinds.kind import EVERY_UNIT, Meeting

_MEETINGS: Final = {Meeting.COUNCIL: "Tài liệu họp Hội đồng Thi đua - Khen thưởng"}


@dataclass(frozen=True)
class Pack:
    """One pile to print: the end of its file name, its title, and its documents as kind and key."""

    slug: str
    title: str
    documents: tuple[tuple[str, str], ...]


@once_a_year
def packs(year: Year) -> tuple[Pack, ...]:
    """Every pile of the year that has a document in it: by kind, by meeting, by receiver."""
    return tuple(pack for pack in (*_kinds(year), *_meetings(year), *_receivers(year)) if pack.documents)


def _kinds(year: Year) -> Iterator[Pack]:
    for kind in kinds_of(year):
        documents = tuple((kind.name, key) for key in kind.keys(year))
        yield Pack(kind.file_slug(year.office), f"{kind.title} {year.year.phrase}", documents)


def _meetings(year: Year) -> Iterator[Pack]:
    for meeting, title in _MEETINGS.items():
        laid = [kind for kind in kinds_of(year) if meeting in kind.meetings]
        documents = tuple((kind.name, key) for kind in laid for key in kind.keys(year))
        yield Pack(f"hop-{meeting.value}", f"{title} {year.year.phrase}", documents)


def _receivers(year: Year) -> Iterator[Pack]:
    """What each unit and each collective gets: its own papers, and those that every unit gets.

    A unit without a paper of its own gets the common ones from the prints of their kinds.
    """
    sent = [(kind.name, key, kind.receivers(year, key)) for kind in kinds_of(year) for key in kind.keys(year)]
    common = [position for position, (*_, receivers) in enumerate(sent) if receivers == EVERY_UNIT]
    own: dict[str, list[int]] = {}
    for position, (*_, receivers) in enumerate(sent):
        for receiver in dict.fromkeys(receivers):
            own.setdefault(receiver, []).append(position)
    for unit in units(year):
        if unit.key in own:
            documents = tuple(sent[position][:2] for position in sorted((*own[unit.key], *common)))
            yield Pack(f"gui-{unit.key}", f"Văn bản gửi {unit.name} {year.year.phrase}", documents)
