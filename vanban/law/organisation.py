"""Wards, cities and provinces by date: which exist, under whom, what they are called in documents.

Until 30/6/2025 there are three levels; since 01/7/2025 a ward stands directly under its province. Units come from the
law pack of the office's own province; an office of which no pack knows anything has no units and is asked nothing.
Names of another time in the wording of a document are found by ``vanban.law.lapsed``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from vanban.domain.law_pack import Law
from vanban.domain.level import Level
from vanban.domain.objection import Objection
from vanban.domain.office import Office
from vanban.domain.provision import UnitProvision
from vanban.domain.text import matching_key
from vanban.domain.wording import numeric_date
from vanban.law.provision import Stated, stated


@dataclass(frozen=True)
class AdministrativeUnit:
    """An administrative unit: its key, type and name, level, the key of its superior and of what took its place.

    ``capitalized``: named after a person, a number or an event, so that its type takes a capital and stands in the
    line of place and date (Nghị định số 30/2020/NĐ-CP, điểm a khoản 4 Mục II Phần I Phụ lục I; điểm b khoản 1 Mục III
    Phụ lục II).
    """

    key: str
    type: str
    proper_name: str
    level: Level
    superior: str | None = None
    successor: str | None = None
    capitalized: bool = False

    @property
    def name(self) -> str:
        """``phường Ngô Quyền``: as in a sentence."""
        return f"{self.type} {self.proper_name}"

    @property
    def committee(self) -> str:
        """``Ủy ban nhân dân phường Ngô Quyền``."""
        return f"Ủy ban nhân dân {self.name}"

    @property
    def chairman(self) -> str:
        """``Chủ tịch Ủy ban nhân dân phường Ngô Quyền``."""
        return f"Chủ tịch {self.committee}"

    @property
    def council(self) -> str:
        """``Hội đồng Thi đua - Khen thưởng phường Ngô Quyền``."""
        return f"Hội đồng Thi đua - Khen thưởng {self.name}"

    @property
    def letterhead_lines(self) -> tuple[str, str]:
        """``ỦY BAN NHÂN DÂN``, ``PHƯỜNG NGÔ QUYỀN``."""
        return ("ỦY BAN NHÂN DÂN", self.name.upper())

    @property
    def place(self) -> str:
        """The place line: ``Phường Ngô Quyền``, but ``Bắc Giang``."""
        return self.name[:1].upper() + self.name[1:] if self.capitalized else self.proper_name

    @property
    def adviser(self) -> str | None:
        """Who receives dossiers for the chairman: ``Phòng Nội vụ thành phố …``, ``Sở Nội vụ tỉnh …``."""
        office = {Level.CITY: "Phòng Nội vụ", Level.PROVINCE: "Sở Nội vụ"}.get(self.level)
        return None if office is None else f"{office} {self.name}"


@lru_cache(maxsize=8)
def units(law: Law) -> tuple[Stated[AdministrativeUnit], ...]:
    """Every unit that the law packs of the office's province know, in their order."""
    return tuple(stated(law, row, _unit(row)) for row in law.units)


def unit_named(law: Law, name: str) -> Stated[AdministrativeUnit] | None:
    """The unit of that name (``phường Ngô Quyền``), whether it still exists or not; ``None`` if it is not known."""
    wanted = matching_key(name)
    return next((found for found in units(law) if matching_key(found.value.name) == wanted), None)


def superior(law: Law, unit: AdministrativeUnit, day: date) -> AdministrativeUnit | None:
    """Who stands above ``unit`` on ``day``; ``None`` above a province and where nobody is known."""
    above = _keyed(law, unit.superior)
    return above.value if above is not None and above.period.covers(day) else None


def at_level(law: Law, unit: AdministrativeUnit, level: Level, day: date) -> AdministrativeUnit | None:
    """``unit`` or its superior at ``level`` on ``day``; ``None`` where there is none, as a city since 01/7/2025."""
    found: AdministrativeUnit | None = unit
    while found is not None and found.level is not level:
        found = superior(law, found, day)
    return found


def heir(law: Law, unit: AdministrativeUnit) -> AdministrativeUnit | None:
    """What took the place of ``unit``, or ``None``."""
    found = _keyed(law, unit.successor)
    return found.value if found else None


def _keyed(law: Law, key: str | None) -> Stated[AdministrativeUnit] | None:
    return next((found for found in units(law) if found.value.key == key), None) if key else None


def _unit(row: UnitProvision) -> AdministrativeUnit:
    names = row.key, row.type, row.proper_name
    return AdministrativeUnit(*names, row.level, row.superior, row.successor, row.capitalized)


def office_objection(law: Law, locality: str, day: date) -> Objection | None:
    """The objection to a document of ``locality`` (``phường Ngô Quyền``) dated ``day``; ``None`` for one that exists
    then or is not known here."""
    found = unit_named(law, locality)
    if found is None or found.period.covers(day):
        return None
    return found.objection(
        rule="office_out_of_time",
        about=found.value.committee,
        reason=f"{_absence(law, found)} nên không ban hành được văn bản ngày {numeric_date(day)}.",
        remedy="Hãy sửa ngày của văn bản, hoặc dùng dữ liệu của cơ quan đang hoạt động vào ngày đó.",
    )


def form_objection(office: Office, day: date) -> Objection | None:
    """The objection to a document of ``day`` of an office whose form had ended by then: a thị trấn since 01/7/2025."""
    form = office.own_form
    if form.valid_to is None or day <= form.valid_to:
        return None
    return Objection(
        rule="office_out_of_time",
        article=form.article,
        about=office.name,
        reason=f"{form.name} không còn từ ngày {numeric_date(form.valid_to + timedelta(days=1))} nên không ban hành "
        f"được văn bản ngày {numeric_date(day)}.",
        remedy="Hãy sửa ngày của văn bản, hoặc dùng dữ liệu của cơ quan đang hoạt động vào ngày đó.",
    )


def _absence(law: Law, found: Stated[AdministrativeUnit]) -> str:
    """``phường Ngô Quyền không còn từ ngày 01/7/2025 (nay là phường Bắc Giang)``."""
    name, new = found.value.name, heir(law, found.value)
    if found.period.last is None:
        since = found.period.first
        return f"{name} chỉ có từ ngày {numeric_date(since)}" if since else name
    ended = numeric_date(found.period.last + timedelta(days=1))
    return f"{name} không còn từ ngày {ended}" + (f" (nay là {new.name})" if new else "")
