"""Who can receive something in a year, whatever their sort: the sorts that its tables hold, and looking them up.

What a sort is, and how a new one is added: :mod:`vanban.domain.receiver_row`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol, get_args

from vanban.domain.award import NomineeKind
from vanban.domain.office import Office
from vanban.domain.receiver_row import Receiver, ReceiverRow
from vanban.domain.rows import IndexedRows, Keyed, keyed
from vanban.domain.unit_kind import UNIT_KINDS
from vanban.domain.wording import either
from vanban.domain.year import Year, once_a_year


@dataclass(frozen=True)
class Words:
    """What a sort of receiver is called where it is counted, and over a column of their names."""

    noun: str
    header: str


WORDS: Final[Mapping[NomineeKind, Words]] = {
    NomineeKind.PERSON: Words(NomineeKind.PERSON.value, "Họ và tên"),
    NomineeKind.COLLECTIVE: Words(NomineeKind.COLLECTIVE.value, "Tên tập thể"),
    NomineeKind.HOUSEHOLD: Words(NomineeKind.HOUSEHOLD.value, "Hộ gia đình"),
    NomineeKind.RESIDENTIAL_GROUP: Words(UNIT_KINDS[0].noun, UNIT_KINDS[0].name),
}
"""In the order in which lists name them: by sort of the law, as the law of prizes tells them apart."""


def words_for(office: Office, kind: NomineeKind) -> Words:
    """What that office calls receivers of a sort: its units by their own noun, itself a collective among others."""
    if kind is NomineeKind.WARD:
        return WORDS[NomineeKind.COLLECTIVE]
    if kind is not NomineeKind.RESIDENTIAL_GROUP:
        return WORDS[kind]
    return Words(office.unit_kind.noun, office.unit_kind.name)


def _sorts() -> Iterator[tuple[str, type[ReceiverRow]]]:
    for part, field in Year.model_fields.items():
        for rows in get_args(field.annotation)[:1]:
            if isinstance(rows, type) and issubclass(rows, ReceiverRow):
                yield part, rows


SORTS: Final[Mapping[str, type[ReceiverRow]]] = dict(sorted(_sorts(), key=lambda found: found[1].sort.rank))
"""Every part of a year that holds receivers, with what its rows are. Of two receivers of one key the first part's goes
first."""

UNITS: Final = ("groups", "collectives")
"""The parts of a year that hold the office's own units."""


def sort_noun(office: Office, part: str) -> str:
    """What that office calls one receiver of that part of its data: its units by their own noun."""
    return SORTS[part].sort.noun_in(office)


def units_named(office: Office) -> str:
    """What a key must be that names a unit, for messages."""
    return either(sort_noun(office, part) for part in UNITS)


RECEIVER_PARTS: Final = tuple(SORTS)
"""The parts of a year on which every document that names receivers depends."""


def sorts_named(office: Office) -> str:
    """What a key must be that names a receiver, for messages."""
    return either(sort_noun(office, part) for part in SORTS)


class _Named(Keyed, Protocol):
    """A row of any sort of receiver."""

    @property
    def name(self) -> str: ...


def receiver_rows(year: Year) -> Iterator[tuple[str, int, _Named]]:
    """Every row that can receive something, with its part and its position there: a household only by its key."""
    for part in SORTS:
        for position, row in enumerate(getattr(year, part)):
            if row.key:
                yield part, position, row


@once_a_year
def receiver(year: Year, key: str) -> Receiver:
    """The receiver of that key, of whatever sort; ``KeyError`` if there is none."""
    for part in SORTS:
        rows: tuple[ReceiverRow, ...] = getattr(year, part)
        row = keyed(rows).get(key) if key else None
        if row is not None:
            return row.as_receiver(year)
    raise KeyError(key)


@once_a_year
def units(year: Year) -> tuple[Receiver, ...]:
    """Every unit and collective, in the order of the tables: what answers to the office."""
    return IndexedRows(row.as_receiver(year) for part in UNITS for row in getattr(year, part))


def receivers(year: Year, keys: Iterable[str]) -> dict[str, Receiver]:
    """The receivers of those keys, each looked up once; ``KeyError`` for one that is not there."""
    return {key: receiver(year, key) for key in dict.fromkeys(keys)}


@once_a_year
def receiver_table(year: Year) -> dict[str, Keyed]:
    """Every row that can receive something by its key; of two of one key the first."""
    return {row.key: row for _, _, row in reversed(tuple(receiver_rows(year)))}


@once_a_year
def receiver_names(year: Year) -> dict[str, str]:
    """The name of every receiver by its key, whether or not its row refers to what there is."""
    return {row.key: row.name for _, _, row in reversed(tuple(receiver_rows(year)))}
