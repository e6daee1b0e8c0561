"""What had ended by a date: places and offices of 01/7/2025, legal texts that another replaced.

Each fact carries its source. Confirm a text's fate against the Official Gazette before relying on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

TWO_LEVELS: Final = date(2025, 7, 1)


@dataclass(frozen=True)
class LapsedName:
    """A name that papers dated from ``ended`` no longer use, and what stands in its place."""

    pattern: re.Pattern[str]
    ended: date
    now: str
    source: str


@dataclass(frozen=True)
class CitedText:
    """A legal text as papers cite it: when issued, when it stopped (``None``: still stands), what replaced it."""

    pattern: re.Pattern[str]
    name: str
    issued: date
    ended: date | None
    now: str
    source: str


_MERGED: Final = "Nghị quyết 1658/NQ-UBTVQH15, Điều 1 khoản 92"
_PROVINCES: Final = "Nghị quyết 202/2025/QH15"
_LEVELS: Final = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"

LAPSED_NAMES: Final = (
    LapsedName(re.compile(r"(?<!\w)[Tt]ỉnh Bắc Giang(?!\w)"), TWO_LEVELS, "tỉnh Bắc Ninh", _PROVINCES),
    LapsedName(re.compile(r"(?<!\w)(?:[Tt]hành phố|TP\.?) Bắc Giang(?!\w)"), TWO_LEVELS, "phường Bắc Giang", _MERGED),
    LapsedName(
        re.compile(
            r"(?<!\w)[Pp]hường (?:Thọ Xương|Ngô Quyền|Xương Giang|Hoàng Văn Thụ|Trần Phú|Dĩnh Kế|Dĩnh Trì)(?!\w)"
        ),
        TWO_LEVELS,
        "phường Bắc Giang",
        _MERGED,
    ),
    LapsedName(
        re.compile(r"(?<!\w)(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|cấp) (?:quận|huyện|thị xã|thị trấn)(?!\w)"),
        TWO_LEVELS,
        "cấp tỉnh hoặc cấp xã",
        _LEVELS,
    ),
)


def told_apart(text: str, start: int, end: int) -> bool:
    """Whether the lapsed name at that place is said to be one: “nay là”, “trước đây”, “cũ”, or in a citation of its
    time."""
    around = text[max(0, start - 60) : end + 60].lower()
    if any(word in around for word in ("nay là", "trước đây", " cũ", "trước sáp nhập", "trước khi sắp xếp")):
        return True
    before = text[max(0, start - 110) : start]
    return re.search(r"số\s+[\w/\-Đ]+.{0,12}ngày\s+\d", before) is not None


def spoken_of_as_old(text: str) -> bool:
    """Whether a sentence names a text as one that was amended or replaced."""
    return re.search(r"sửa đổi|thay thế|bãi bỏ|trước đây|hết hiệu lực", text) is not None


def _numbered(kind: str, number: str) -> re.Pattern[str]:
    return re.compile(rf"{kind}\s+(?:số\s*:?\s*)?{re.escape(number)}", re.IGNORECASE)


def _law(name: str, *dates: str) -> re.Pattern[str]:
    return re.compile(rf"{name}[^;.]{{0,40}}?(?:{'|'.join(dates)})", re.IGNORECASE)


_AWARDS: Final = "Nghị định 152/2025/NĐ-CP, Điều 59"
_OLD_AWARDS: Final = "Luật Thi đua, khen thưởng ngày 15/6/2022; Nghị định 98/2023/NĐ-CP"
_CLERICAL: Final = "Nghị định 30/2020/NĐ-CP, Điều 37"
_START: Final = date(2024, 1, 1)

CITED_TEXTS: Final = (
    CitedText(
        _law("Luật Thi đua, khen thưởng", "26 tháng 11 năm 2003", "26/11/2003"),
        "Luật Thi đua, khen thưởng năm 2003",
        date(2003, 11, 26),
        _START,
        "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        _OLD_AWARDS,
    ),
    CitedText(
        _numbered("Nghị định", "91/2017/NĐ-CP"),
        "Nghị định 91/2017/NĐ-CP",
        date(2017, 7, 31),
        _START,
        "Nghị định số 98/2023/NĐ-CP",
        _OLD_AWARDS,
    ),
    CitedText(
        _numbered("Nghị định", "98/2023/NĐ-CP"),
        "Nghị định 98/2023/NĐ-CP",
        date(2023, 12, 31),
        TWO_LEVELS,
        "Nghị định số 152/2025/NĐ-CP",
        _AWARDS,
    ),
    CitedText(
        _numbered("Nghị định", "152/2025/NĐ-CP"), "Nghị định 152/2025/NĐ-CP", date(2025, 6, 14), None, "", _AWARDS
    ),
    CitedText(
        _numbered("Nghị định", "129/2025/NĐ-CP"), "Nghị định 129/2025/NĐ-CP", date(2025, 6, 11), None, "", _AWARDS
    ),
    CitedText(
        _numbered("Nghị định", "86/2023/NĐ-CP"),
        "Nghị định 86/2023/NĐ-CP",
        date(2023, 12, 7),
        None,
        "",
        "Nghị định 86/2023/NĐ-CP",
    ),
    CitedText(
        _numbered("Thông tư", "01/2024/TT-BNV"),
        "Thông tư 01/2024/TT-BNV",
        date(2024, 2, 24),
        date(2025, 8, 5),
        "Thông tư số 15/2025/TT-BNV",
        "Thông tư 15/2025/TT-BNV",
    ),
    CitedText(
        _numbered("Thông tư", "15/2025/TT-BNV"),
        "Thông tư 15/2025/TT-BNV",
        date(2025, 8, 4),
        None,
        "",
        "Thông tư 15/2025/TT-BNV",
    ),
    CitedText(
        _numbered("Nghị định", "110/2004/NĐ-CP"),
        "Nghị định 110/2004/NĐ-CP",
        date(2004, 4, 8),
        date(2020, 3, 5),
        "Nghị định số 30/2020/NĐ-CP",
        _CLERICAL,
    ),
    CitedText(
        _numbered("Thông tư", "01/2011/TT-BNV"),
        "Thông tư 01/2011/TT-BNV",
        date(2011, 1, 19),
        date(2020, 3, 5),
        "Nghị định số 30/2020/NĐ-CP",
        _CLERICAL,
    ),
    CitedText(
        _law("Luật Lưu trữ", "11 tháng 11 năm 2011", "11/11/2011"),
        "Luật Lưu trữ năm 2011",
        date(2011, 11, 11),
        TWO_LEVELS,
        "Luật Lưu trữ ngày 21 tháng 6 năm 2024",
        "Luật Lưu trữ số 33/2024/QH15",
    ),
    CitedText(
        _law("Luật Tổ chức chính quyền địa phương", "19 tháng 6 năm 2015", "19/6/2015", "19/06/2015"),
        "Luật Tổ chức chính quyền địa phương năm 2015",
        date(2015, 6, 19),
        date(2025, 3, 1),
        "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        _LEVELS,
    ),
)
"""Texts of emulation, clerical work and local government that ward papers cite."""
