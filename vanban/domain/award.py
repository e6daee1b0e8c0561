"""Emulation titles and forms of commendation, spelled as the Law on Emulation and Commendation spells them.

Titles: Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022, Điều 19, 20. Commendation: Điều 9.
"""

from __future__ import annotations

from enum import StrEnum

from vanban.domain.office import Office
from vanban.domain.office_form import FORMS
from vanban.domain.unit_kind import UNIT_KINDS


class EmulationTitle(StrEnum):
    """A title that a ward registers for, decides on or submits (danh hiệu thi đua)."""

    ADVANCED_WORKER = "Lao động tiên tiến"
    GRASSROOTS_EMULATION_FIGHTER = "Chiến sĩ thi đua cơ sở"
    ADVANCED_COLLECTIVE = "Tập thể lao động tiên tiến"
    EXCELLENT_COLLECTIVE = "Tập thể lao động xuất sắc"
    CULTURAL_RESIDENTIAL_GROUP = "Tổ dân phố văn hóa"
    CULTURAL_FAMILY = "Gia đình văn hóa"
    PROVINCIAL_EMULATION_FIGHTER = "Chiến sĩ thi đua cấp tỉnh"
    PROVINCIAL_EMULATION_FLAG = "Cờ thi đua cấp tỉnh"
    EXEMPLARY_WARD = "Phường tiêu biểu"

    @property
    def aliases(self) -> tuple[str, ...]:
        """What offices write instead: the title in the name of their own units, usual abbreviations."""
        return _ALIASES.get(self.name, ())


_ALIASES = {
    "ADVANCED_WORKER": ("LĐTT",),
    "GRASSROOTS_EMULATION_FIGHTER": ("CSTĐCS", "CSTĐ cơ sở", "Chiến sĩ thi đua cấp cơ sở"),
    "ADVANCED_COLLECTIVE": ("TTLĐTT", "Tập thể LĐTT"),
    "EXCELLENT_COLLECTIVE": ("TTLĐXS", "Tập thể LĐXS"),
    "CULTURAL_FAMILY": ("GĐVH",),
    "PROVINCIAL_EMULATION_FIGHTER": ("CSTĐ cấp tỉnh",),
    "CULTURAL_RESIDENTIAL_GROUP": (
        "Thôn, tổ dân phố văn hóa",
        *(kind.cultural_title for kind in UNIT_KINDS if kind.cultural_title),
    ),
    "EXEMPLARY_WARD": (
        "Xã, phường, thị trấn tiêu biểu",
        *(f"{form.name} tiêu biểu" for form in FORMS.values()),
    ),
}


class Commendation(StrEnum):
    """A form of commendation (hình thức khen thưởng)."""

    CERTIFICATE = "Giấy khen"
    PROVINCIAL_MERIT_CERTIFICATE = "Bằng khen cấp tỉnh"


Award = EmulationTitle | Commendation
"""A title or a form of commendation: what a nomination asks for."""


class NomineeKind(StrEnum):
    """Who can be given an award: the law sets standards and prizes apart for each."""

    PERSON = "cá nhân"
    COLLECTIVE = "tập thể"
    HOUSEHOLD = "hộ gia đình"
    RESIDENTIAL_GROUP = "tổ dân phố"
    WARD = "phường"

    @property
    def aliases(self) -> tuple[str, ...]:
        """What offices write instead: units and the office itself by their own nouns."""
        return {
            "PERSON": ("người",),
            "HOUSEHOLD": ("hộ", "gia đình"),
            "RESIDENTIAL_GROUP": ("đơn vị", *(kind.noun for kind in UNIT_KINDS if kind.is_residential)),
            "WARD": tuple(form.noun for form in FORMS.values() if form.is_commune),
        }.get(self.name, ())


def open_to(office: Office) -> tuple[EmulationTitle, ...]:
    """The titles that an office of that form and its units can have: the rest of the law's list is for others."""
    closed = {
        EmulationTitle.CULTURAL_RESIDENTIAL_GROUP: office.unit_kind.cultural_title is None,
        EmulationTitle.EXEMPLARY_WARD: office.own_form.exemplary_title is None,
    }
    return tuple(title for title in EmulationTitle if not closed.get(title))


_UNQUOTED = frozenset(
    {
        EmulationTitle.CULTURAL_RESIDENTIAL_GROUP,
        EmulationTitle.PROVINCIAL_EMULATION_FIGHTER,
        EmulationTitle.PROVINCIAL_EMULATION_FLAG,
        EmulationTitle.EXEMPLARY_WARD,
    }
)


def award_name(award: Award, office: Office | None = None) -> str:
    """The award as the law spells it; the titles of units and of the office itself in that office's own words."""
    if office and award is EmulationTitle.CULTURAL_RESIDENTIAL_GROUP:
        return office.unit_kind.cultural_title or award.value
    if office and award is Commendation.PROVINCIAL_MERIT_CERTIFICATE:
        return f"Bằng khen của Chủ tịch Ủy ban nhân dân {office.province or 'tỉnh'}"
    if office and award is EmulationTitle.EXEMPLARY_WARD:
        return office.own_form.exemplary_title or award.value
    return award.value


def quoted(award: Award, office: Office | None = None) -> str:
    """A title in the quotation marks that the law prints around it; the rest as it is (Điều 9, 19, 20)."""
    bare = isinstance(award, Commendation) or award in _UNQUOTED
    name = award_name(award, office)
    return name if bare else f"“{name}”"
