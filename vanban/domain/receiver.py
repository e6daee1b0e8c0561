"""Whoever can be nominated, rewarded or asked for something: one type for every sort, and the table of the sorts.

A new sort of receiver is a record of its own, a function here that makes a :class:`Receiver` of it, and its line in
``SORTS``; lists, headings, counts, sentences, certificates and reports follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Protocol

from pydantic import Field

from vanban.domain.award import NomineeKind
from vanban.domain.honorific import honorific
from vanban.domain.office import Office
from vanban.domain.outsider import Outsider
from vanban.domain.people import Collective, Person, Unit
from vanban.domain.post import full_title
from vanban.domain.record import Record
from vanban.domain.registration import Household
from vanban.domain.rows import IndexedRows, Keyed, keyed
from vanban.domain.unit_kind import UNIT_KINDS
from vanban.domain.wording import count, either
from vanban.domain.year import Year, once_a_year


class Receiver(Record):
    """A receiver as documents name it, whatever its sort.

    ``title``: a person's one full title, a household's or an outsider's address; empty where the name says all.
    ``unit``: the unit that hands their papers over; empty for whom the office has none. ``head``, ``head_post``: who
    answers for them; ``strength``: how many they are, in words of their own, ``strength_label`` what is counted.
    ``signs``: the lines over the signature of who writes in their name.
    """

    key: str = Field(title="Mã đối tượng")
    kind: NomineeKind = Field(title="Loại đối tượng theo luật")
    name: str = Field(title="Tên")
    honorific: str = Field(default="", title="Cách xưng hô")
    post: str = Field(default="", title="Chức vụ")
    title: str = Field(default="", title="Chức vụ, đơn vị công tác; địa chỉ")
    born_on: date | None = Field(default=None, title="Ngày sinh")
    gender: str = Field(default="", title="Giới tính")
    unit: str = Field(default="", title="Mã đơn vị nhận văn bản")
    unit_name: str = Field(default="", title="Tên đơn vị")
    parent: str | None = Field(default=None, title="Đơn vị cấp trên")
    head: str = Field(default="", title="Người đứng đầu")
    head_post: str = Field(default="", title="Chức vụ người đứng đầu")
    strength: str = Field(default="", title="Số người, số hộ")
    strength_label: str = Field(default="", title="Nội dung đếm")
    signs: tuple[str, ...] = Field(default=(), title="Chức danh ký thay mặt")

    @property
    def is_person(self) -> bool:
        """Whether it is one person, with a title of their own."""
        return self.kind is NomineeKind.PERSON

    @property
    def addressed(self) -> str:
        """``Ông Nguyễn Văn A``; a unit's name as it is."""
        return f"{self.honorific} {self.name}".strip()

    @property
    def named(self) -> str:
        """As a sentence names them: ``Ông Nguyễn Văn A, Chỉ huy trưởng Ban Chỉ huy Quân sự …``."""
        return ", ".join(filter(None, (self.addressed, self.title)))

    @property
    def headed(self) -> str:
        """``Vũ Văn H, Chỉ huy trưởng``: who answers for a unit."""
        return ", ".join(filter(None, (self.head, self.head_post)))


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
    """What that office calls receivers of a sort: its units by their own noun."""
    if kind is not NomineeKind.RESIDENTIAL_GROUP:
        return WORDS[kind]
    return Words(office.unit_kind.noun, office.unit_kind.name)


def _person(year: Year, person: Person) -> Receiver:
    unit = year.collective(person.collective)
    return Receiver(
        key=person.key,
        kind=NomineeKind.PERSON,
        name=person.name,
        honorific=honorific(person.gender),
        born_on=person.born_on,
        gender=person.gender.value,
        post=person.position,
        title=person.full_title or full_title(person.position, unit.name),
        unit=unit.key,
        unit_name=unit.name,
        parent=unit.parent,
        head=unit.head,
        head_post=unit.head_position,
    )


def _collective(year: Year, collective: Collective) -> Receiver:
    return Receiver(
        key=collective.key,
        kind=NomineeKind.COLLECTIVE,
        name=collective.name,
        unit=collective.key,
        unit_name=collective.name,
        parent=collective.parent,
        head=collective.head,
        head_post=collective.head_position,
        strength=count(collective.members),
        strength_label=f"Tổng số cán bộ, công chức, người lao động: {count(collective.members)} người.",
        signs=("THỦ TRƯỞNG ĐƠN VỊ",),
    )


def _group(year: Year, group: Unit) -> Receiver:
    return Receiver(
        key=group.key,
        kind=NomineeKind.RESIDENTIAL_GROUP if year.office.unit_kind.is_residential else NomineeKind.COLLECTIVE,
        name=group.name,
        unit=group.key,
        unit_name=group.name,
        head=group.leader,
        head_post=year.office.unit_kind.head,
        **_strength(group),
        signs=(year.office.unit_kind.signs,),
    )


def _strength(group: Unit) -> dict[str, str]:
    """What is counted in a unit: its households, or the people who work in it; nothing where neither is said."""
    if group.households:
        number = f"{count(group.households)} hộ"
        return {"strength": number, "strength_label": f"Tổng số hộ: {number}."}
    if group.members:
        number = f"{count(group.members)} người"
        return {"strength": number, "strength_label": f"Tổng số người: {number}."}
    return {}


def _household(year: Year, household: Household) -> Receiver:
    """A household goes by its head; its papers go through its group."""
    group = keyed(year.groups).get(household.group)
    return Receiver(
        key=household.key,
        kind=NomineeKind.HOUSEHOLD,
        name=household.name,
        title=", ".join(filter(None, (household.address, group.name if group else None))),
        unit=household.group,
        unit_name=group.name if group else "",
        head=household.head,
        head_post="Chủ hộ",
        strength=f"{count(household.members)} nhân khẩu",
        strength_label=f"Tổng số nhân khẩu: {count(household.members)} người.",
        signs=("CHỦ HỘ",),
    )


def _outsider(year: Year, outsider: Outsider) -> Receiver:
    """Somebody whom the office rewards though they are not its own: what the data say of them is printed as it is."""
    return Receiver(
        key=outsider.key,
        kind=outsider.kind,
        name=outsider.name,
        honorific=honorific(outsider.gender) if outsider.gender else "",
        gender=outsider.gender.value if outsider.gender else "",
        title=outsider.address,
        unit_name=outsider.name,
        head=outsider.head or outsider.name,
        head_post=outsider.head_position or "",
        strength=count(outsider.members) if outsider.members else "",
        strength_label=f"Tổng số người: {count(outsider.members)} người." if outsider.members else "",
        signs=("NGƯỜI ĐẠI DIỆN",),
    )


@dataclass(frozen=True)
class Sort:
    """Where receivers of one sort stand in a year, what one is called, and what makes a receiver of a row."""

    noun: str
    made: Callable[[Year, Any], Receiver]


SORTS: Final[Mapping[str, Sort]] = {
    "people": Sort("cá nhân", _person),
    "collectives": Sort("tập thể", _collective),
    "groups": Sort("đơn vị", _group),
    "households": Sort("hộ gia đình", _household),
    "outsiders": Sort("đối tượng ngoài cơ quan", _outsider),
}
"""By the part of a year that holds them. Of two receivers of one key the first part's goes first."""

UNITS: Final = ("groups", "collectives")
"""The parts of a year that hold the office's own units."""


def sort_noun(office: Office, part: str) -> str:
    """What that office calls one receiver of that part of its data: its units by their own noun."""
    return office.unit_kind.noun if part == "groups" else SORTS[part].noun


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
    for part, sort in SORTS.items():
        row = keyed(getattr(year, part)).get(key) if key else None
        if row is not None:
            return sort.made(year, row)
    raise KeyError(key)


@once_a_year
def units(year: Year) -> tuple[Receiver, ...]:
    """Every unit and collective, in the order of the tables: what answers to the office."""
    return IndexedRows(SORTS[part].made(year, row) for part in UNITS for row in getattr(year, part))


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
