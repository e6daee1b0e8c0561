"""Wards, cities and provinces by date: which exist, under whom, what they are called in documents.

Until 30/6/2025 there are three levels; since 01/7/2025 a ward stands directly under its province. What is known here
is the sample office and its neighbours; an office elsewhere has no units here and is asked nothing. Names of another
time in the wording of a document are found by ``vanban.law.lapsed``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from vanban.domain.objection import Objection
from vanban.domain.text import matching_key
from vanban.domain.wording import numeric_date
from vanban.law.authority import Level
from vanban.law.provision import PRACTICE, QUOTATION, REPORT, Certainty, Period, Stated


@dataclass(frozen=True)
class Unit:
    """An administrative unit: its key, type and name, level, the key of its superior and of what took its place.

    ``after_person``: named after a person, so the place line writes its type too (Nghị định số 30/2020/NĐ-CP, điểm a
    khoản 4 Mục II Phần I Phụ lục I).
    """

    key: str
    type: str
    proper_name: str
    level: Level
    superior: str | None = None
    successor: str | None = None
    after_person: bool = False

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
        return self.name[:1].upper() + self.name[1:] if self.after_person else self.proper_name

    @property
    def adviser(self) -> str | None:
        """Who receives dossiers for the chairman: ``Phòng Nội vụ thành phố …``, ``Sở Nội vụ tỉnh …``."""
        office = {Level.CITY: "Phòng Nội vụ", Level.PROVINCE: "Sở Nội vụ"}.get(self.level)
        return None if office is None else f"{office} {self.name}"


_LAST_OLD: Final = date(2025, 6, 30)
_FIRST_NEW: Final = date(2025, 7, 1)
_NQ_1658: Final = "khoản 92 Điều 1 Nghị quyết số 1658/NQ-UBTVQH15"
_NQ_202: Final = "Nghị quyết số 202/2025/QH15"
_TWO_LEVELS: Final = "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"


def _merged_ward(key: str, proper_name: str, *, after_person: bool = False) -> Stated[Unit]:
    unit = Unit(
        f"phuong-{key}",
        "phường",
        proper_name,
        Level.WARD,
        superior="thanh-pho-bac-giang",
        successor="phuong-bac-giang",
        after_person=after_person,
    )
    return Stated(unit, _NQ_1658, QUOTATION, Certainty.READ, Period(last=_LAST_OLD))


UNITS: Final = (
    _merged_ward("ngo-quyen", "Ngô Quyền", after_person=True),
    _merged_ward("tho-xuong", "Thọ Xương"),
    _merged_ward("xuong-giang", "Xương Giang"),
    _merged_ward("hoang-van-thu", "Hoàng Văn Thụ", after_person=True),
    _merged_ward("tran-phu", "Trần Phú", after_person=True),
    _merged_ward("dinh-ke", "Dĩnh Kế"),
    _merged_ward("dinh-tri", "Dĩnh Trì"),
    Stated(
        Unit("phuong-bac-giang", "phường", "Bắc Giang", Level.WARD, superior="tinh-bac-ninh"),
        _NQ_1658,
        QUOTATION,
        Certainty.READ,
        Period(_FIRST_NEW),
    ),
    Stated(
        Unit("thanh-pho-bac-giang", "thành phố", "Bắc Giang", Level.CITY, superior="tinh-bac-giang"),
        _TWO_LEVELS,
        PRACTICE,
        Certainty.SECONDARY,
        Period(last=_LAST_OLD),
    ),
    Stated(
        Unit("tinh-bac-giang", "tỉnh", "Bắc Giang", Level.PROVINCE, successor="tinh-bac-ninh"),
        _NQ_202,
        REPORT,
        Certainty.SECONDARY,
        Period(last=_LAST_OLD),
    ),
    Stated(Unit("tinh-bac-ninh", "tỉnh", "Bắc Ninh", Level.PROVINCE), _NQ_202, REPORT, Certainty.SECONDARY, Period()),
)
"""The province of Bắc Ninh is there before and after: the new one keeps the name."""

_BY_KEY: Final = {stated.value.key: stated for stated in UNITS}
_BY_NAME: Final = {matching_key(stated.value.name): stated for stated in UNITS}


def unit_named(name: str) -> Stated[Unit] | None:
    """The unit of that name (``phường Ngô Quyền``), whether it still exists or not; ``None`` if it is not known."""
    return _BY_NAME.get(matching_key(name))


def superior(unit: Unit, day: date) -> Unit | None:
    """Who stands above ``unit`` on ``day``; ``None`` above a province and where nobody is known."""
    above = _BY_KEY.get(unit.superior or "")
    return above.value if above is not None and above.period.covers(day) else None


def at_level(unit: Unit, level: Level, day: date) -> Unit | None:
    """``unit`` or its superior at ``level`` on ``day``; ``None`` where there is none, as a city since 01/7/2025."""
    found: Unit | None = unit
    while found is not None and found.level is not level:
        found = superior(found, day)
    return found


def heir(unit: Unit) -> Unit | None:
    """What took the place of ``unit``, or ``None``."""
    return _BY_KEY[unit.successor].value if unit.successor else None


def office_objection(locality: str, day: date) -> Objection | None:
    """The objection to a document of ``locality`` (``phường Ngô Quyền``) dated ``day``; ``None`` for one that exists
    then or is not known here."""
    stated = unit_named(locality)
    if stated is None or stated.period.covers(day):
        return None
    return Objection(
        rule="office_out_of_time",
        article=stated.article,
        about=stated.value.committee,
        reason=f"{_absence(stated)} nên không ban hành được văn bản ngày {numeric_date(day)}.",
        remedy="Hãy sửa ngày của văn bản, hoặc dùng dữ liệu của cơ quan đang hoạt động vào ngày đó.",
    )


def _absence(stated: Stated[Unit]) -> str:
    """``phường Ngô Quyền không còn từ ngày 01/7/2025 (nay là phường Bắc Giang)``."""
    name, new = stated.value.name, heir(stated.value)
    if stated.period.last is None:
        since = stated.period.first
        return f"{name} chỉ có từ ngày {numeric_date(since)}" if since else name
    ended = numeric_date(stated.period.last + timedelta(days=1))
    return f"{name} không còn từ ngày {ended}" + (f" (nay là {new.name})" if new else "")
