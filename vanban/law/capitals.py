"""Phụ lục II of Nghị định 30/2020/NĐ-CP: the capitals that can be judged from the words alone, as patterns.

Only what no context can make right is here: “nhà nước” in “quản lý nhà nước”, “thứ hai” and the like stay out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Spelling:
    """A spelling that Phụ lục II rules out wherever it stands, the rule's id, and the right one."""

    rule: str
    pattern: re.Pattern[str]
    right: str


_TYPES: Final = (
    "nghị định|thông tư|quyết định|nghị quyết|chỉ thị|kế hoạch|công văn|tờ trình|hướng dẫn|thông báo|báo cáo"
)
_OF_A_TEXT: Final = r"(?=\s+(?:của\s+)?(?:Luật|Bộ luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Hiến pháp|Pháp lệnh)\b)"

SPELLINGS: Final = (
    Spelling(
        "VH-02.unit",
        re.compile(r"(?<!\w)(?:(?:quận|phường)\s+\d{1,2}(?![\d/.,]|\s*(?:,|và|-)\s*\d)|phường Điện Biên Phủ(?!\w))"),
        "Quận 1, Phường Điện Biên Phủ",
    ),
    Spelling(
        "VH-03.place",
        re.compile(r"(?<!\w)(?:thành phố Hồ Chí Minh|thủ đô Hà Nội)"),
        "Thành phố Hồ Chí Minh, Thủ đô Hà Nội",
    ),
    Spelling(
        "VH-04.body",
        re.compile(r"(?<!\w)(?:[uủỦU][ỷyủ] [Bb]an [Nn]hân [Dd]ân|[Hh]ội [Đđ]ồng [Nn]hân [Dd]ân)(?!\w)"),
        "Ủy ban nhân dân, Hội đồng nhân dân",
    ),
    Spelling("VH-05.type", re.compile(rf"(?<!\w)(?:{_TYPES})(?=\s+số\s*:?\s*\d+/)"), "Nghị định số …, Kế hoạch số …"),
    Spelling("VH-06.article", re.compile(r"(?<!\w)(?:khoản|điểm)\s+\S{1,4}\s+điều(?=\s+\d)"), "khoản 2 Điều 5"),
    Spelling(
        "VH-06.article",
        re.compile(rf"(?<!\w)(?:điều\s+\d+|chương\s+[IVXLC]+){_OF_A_TEXT}"),
        "Điều 5 của Luật …, Chương II Nghị định …",
    ),
    Spelling(
        "VH-07.clause",
        re.compile(r"(?<=[\w,;] )(?:Khoản\s+\d+|Điểm\s+[a-zđ])(?=(?:[,\s]+(?:khoản|Khoản)\s+\d+)?\s+Điều\s+\d)"),
        "điểm a khoản 2 Điều 5",
    ),
    Spelling(
        "VH-10.state",
        re.compile(r"(?<=\bcủa )(?:chính phủ|quốc hội|thủ tướng chính phủ)(?!\w| (?:các nước|nước ngoài|điện tử|số))"),
        "Chính phủ, Quốc hội, Thủ tướng Chính phủ",
    ),
    Spelling("VH-10.state", re.compile(r"(?<!\w)thủ tướng (?:C|c)hính phủ(?!\w)"), "Thủ tướng Chính phủ"),
    Spelling(
        "VH-08.holiday",
        re.compile(r"(?<!\w)(?:[Tt]ết (?:nguyên đán|trung thu))(?!\w)"),
        "tết Nguyên đán, tết Trung thu",
    ),
)

RIGHT_BODIES: Final = frozenset({"Ủy ban nhân dân", "Uỷ ban nhân dân", "Ủy ban Nhân dân", "Hội đồng nhân dân"})
"""Spellings of the bodies' names that stand: old and new place of the tone; “Nhân dân” by Mục V khoản 1."""
