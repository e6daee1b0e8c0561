"""The form that goes out to one unit and comes back filled in: whose it is, and what of the year it asks for.

Which unit a row belongs to is told by one of its columns; :data:`NAMES_UNIT` says by which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Final

from pydantic import BaseModel, Field

from vanban.domain.office import Office
from vanban.domain.people import Person
from vanban.domain.record import Record
from vanban.domain.register_entry import ascii_slug
from vanban.domain.registration import CollectiveRegistration, Household
from vanban.domain.selection import GroupMeeting
from vanban.domain.work_year import WorkYear

FORM_VERSION: Final = 1
"""Raised when a form gets other sheets or columns; forms of every earlier version are read."""

OFFICE_SCOPE: Final = "_co-quan"
YEAR_SCOPE: Final = "_nam"
"""In the place of a unit's key: the form of the office's own tables, of the whole year's. No key begins so."""

_LETTERS: Final = "ACDEFGHJKLMNPQRTUVWXY"
"""None that is taken for another or for a digit."""

_ID: Final = re.compile(
    r"vb(\d{1,3})\.([a-z0-9-]{1,60})\.([A-Za-z0-9_][A-Za-z0-9_-]{0,59})\.(\d{4}(?:-\d{4})?)\.([A-Z]{4})"
)


class KitId(Record):
    """What a form says of itself, in a cell and among the file's properties: office, unit, year, version."""

    office: str = Field(title="Cơ quan")
    unit: str = Field(title="Mã đơn vị, hoặc tên loại phiếu")
    year: WorkYear = Field(title="Năm")
    version: int = Field(default=FORM_VERSION, title="Phiên bản mẫu phiếu")

    @property
    def text(self) -> str:
        """``vb1.ubnd-phuong-ngo-quyen.tdp-02.2024.KQWX``: the last four letters follow from the rest."""
        said = f"vb{self.version}.{self.office}.{self.unit}.{self.year.key}"
        digest = int.from_bytes(sha256(said.encode()).digest()[:8], "big")
        check = "".join(_LETTERS[digest // len(_LETTERS) ** place % len(_LETTERS)] for place in range(4))
        return f"{said}.{check}"

    @property
    def is_of_a_unit(self) -> bool:
        """Whether it is one unit's form, not the office's own."""
        return self.unit not in (OFFICE_SCOPE, YEAR_SCOPE)


def office_tag(office: Office) -> str:
    """What an office is called in the ids of its forms."""
    return ascii_slug(office.short_name).lower()[:60].strip("-") or "co-quan"


def read_kit_id(text: str) -> KitId | None:
    """The id that ``text`` is; ``None`` where it is none, or where its letters do not follow from the rest."""
    found = _ID.fullmatch("".join(text.split()))
    if found is None or not WorkYear.names(found[4]):
        return None
    made = KitId(version=int(found[1]), office=found[2], unit=found[3], year=WorkYear.read(found[4]))
    return made if made.text == found[0] else None


def looks_like_kit_id(text: str) -> bool:
    """Whether somebody changed a letter of what was an id."""
    return re.fullmatch(r"vb\d{1,3}\.\S+\.\d{4}(-\d{4})?\.\S*", text.strip()) is not None


def _itself(key: str, people: Mapping[str, Person]) -> str | None:
    return key


def _workplace_of(key: str, people: Mapping[str, Person]) -> str | None:
    return people[key].collective if key in people else None


NAMES_UNIT: Final[Mapping[str, Callable[[str, Mapping[str, Person]], str | None]]] = {
    "group": _itself,
    "collective": _itself,
    "person": _workplace_of,
}
"""The field that says to which unit a row belongs → the unit's key by what the field says."""

_OF_HOUSEHOLDS: Final = (Household, GroupMeeting)


def unit_field(model: type[BaseModel]) -> str | None:
    """The field of a table's rows that says whose they are; ``None`` for tables that the office alone keeps."""
    return next((name for name in NAMES_UNIT if name in model.model_fields), None)


def is_asked_of(model: type[BaseModel], office: Office, *, under_the_office: bool) -> bool:
    """Whether such rows are asked of a unit under the office (thôn, tổ chuyên môn), or else of a collective of it.

    Where people work in the units, as in a school, the units say of them what collectives say elsewhere.
    """
    residential = office.unit_kind.is_residential
    if unit_field(model) == "group":
        return under_the_office and (residential or model not in _OF_HOUSEHOLDS)
    if model is CollectiveRegistration:
        return not under_the_office
    return unit_field(model) is not None and (not under_the_office or not residential)


def unit_of(row: Record, people: Mapping[str, Person]) -> str | None:
    """The unit to which ``row`` belongs; ``None`` where nobody says."""
    field = unit_field(type(row))
    return NAMES_UNIT[field](str(getattr(row, field)), people) if field else None
