"""Emulation titles and forms of commendation, spelled as the Law on Emulation and Commendation spells them.

Titles: Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022, Điều 19, 20. Commendation: Điều 9.
"""

from __future__ import annotations

from enum import StrEnum


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


_UNQUOTED = frozenset(
    {
        EmulationTitle.CULTURAL_RESIDENTIAL_GROUP,
        EmulationTitle.PROVINCIAL_EMULATION_FIGHTER,
        EmulationTitle.PROVINCIAL_EMULATION_FLAG,
        EmulationTitle.EXEMPLARY_WARD,
    }
)


def quoted(award: Award) -> str:
    """A title in the quotation marks that the law prints around it; the rest as it is (Điều 9, 19, 20)."""
    bare = isinstance(award, Commendation) or award in _UNQUOTED
    return award.value if bare else f"“{award.value}”"
