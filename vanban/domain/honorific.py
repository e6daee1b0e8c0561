"""Forms of address, degrees and ranks that people type before a name, and the name itself.

They are kept apart: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II khoản 7 điểm c, prints no degree or honour before the
name of whoever signs, and the same person must have one name in every document of a dossier.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from vanban.domain.gender import Gender
from vanban.domain.text import tidy

_WORDS: Final = (
    "Ông",
    "Bà",
    "Đồng chí",
    "Đ/c",
    "ĐC",
    "Giáo sư",
    "Phó Giáo sư",
    "Tiến sĩ",
    "Tiến sỹ",
    "Thạc sĩ",
    "Thạc sỹ",
    "Bác sĩ",
    "Bác sỹ",
    "Kỹ sư",
    "Cử nhân",
    "Luật sư",
    "Nhà giáo Nhân dân",
    "Nhà giáo Ưu tú",
    "Đại tướng",
    "Thượng tướng",
    "Trung tướng",
    "Thiếu tướng",
    "Đại tá",
    "Thượng tá",
    "Trung tá",
    "Thiếu tá",
    "Đại úy",
    "Thượng úy",
    "Trung úy",
    "Thiếu úy",
    "Thượng sĩ",
    "Trung sĩ",
)
_ABBREVIATIONS: Final = (
    "GS",
    "PGS",
    "TS",
    "TSKH",
    "ThS",
    "Th.S",
    "BS",
    "BSCKI",
    "BSCKII",
    "KS",
    "CN",
    "LS",
    "NGƯT",
    "NGND",
)


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_LEADING: Final = re.compile(
    rf"(?:(?i:{_alternatives(_WORDS)})[.:]?\s+(?=\S)|(?:{_alternatives(_ABBREVIATIONS)})(?:[.,]\s*|\s+)(?=\S))"
)
_FAMILY_NAME: Final = re.compile(r"Ông Ích\b")
"""Ông is a family name too: Ông Ích Khiêm."""


def honorific(gender: Gender) -> str:
    """How a document addresses somebody: ``Ông``, ``Bà``."""
    return "Ông" if gender is Gender.MALE else "Bà"


class Addressed(NamedTuple):
    """A name without what stood before it, and what stood before it (empty where nothing did)."""

    honorific: str
    name: str


def split_honorific(text: str) -> Addressed:
    """``Đ/c ThS. Nguyễn Văn A`` as ``("Đ/c ThS.", "Nguyễn Văn A")``; a name of one word is never taken for a title."""
    whole = name = tidy(text)
    while not _FAMILY_NAME.match(name) and (found := _LEADING.match(name)):
        name = name[found.end() :]
    return Addressed(whole[: len(whole) - len(name)].rstrip(), name)
