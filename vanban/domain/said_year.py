"""The years that a text speaks of, and which of them follow the year of the papers.

A year may be the working year (“phong trào thi đua năm 2024”), a day in it, its lunar name (“Xuân Giáp Thìn”), what it
is compared with (“so với năm 2023”), or none of these: the year of a text that is cited, one end of a period, a year
of history or far ahead. Only the first four are other years a year later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Final

from vanban.domain.work_year import WorkYear


class YearSense(Enum):
    """What a year that is said is to the papers."""

    WORKING = "năm đang làm"
    DAY = "ngày"
    LUNAR = "năm âm lịch"
    COMPARED = "năm so sánh"
    FIXED = "năm cố định"


@dataclass(frozen=True)
class SaidYear:
    """A year in a text: where its own characters stand, which year, in what sense; ``day`` where it is a day's."""

    start: int
    end: int
    year: WorkYear
    sense: YearSense
    day: date | None = None
    is_deadline: bool = False


_NUMBER: Final = r"(?:19|20|21)\d\d"
_DAY: Final = rf"\d{{1,2}}\s*/\s*\d{{1,2}}\s*/\s*{_NUMBER}|\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+{_NUMBER}"
_YEAR: Final = re.compile(rf"(?<![\d/-])({_NUMBER})(?![\d/]|-(?:NQ|QĐ|KH|CT|TT|NĐ|BC))")
_TYPES: Final = (
    "Luật|Bộ luật|Pháp lệnh|Hiến pháp|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Công văn|Thông báo"
    "|Hướng dẫn|Chương trình|Đề án|Quy định|Quy chế|Kết luận|Báo cáo|Tờ trình"
)
_CITED: Final = (
    # The number of a text, its day, and the year of its title: “… số 24/KH-UBND ngày 26/01/2024 về … năm 2024”.
    re.compile(
        rf"(?:{_TYPES}|(?<!\w))\s*số\s*\d[^,;.:]{{0,25}}?,?\s+ngày\s+(?:{_DAY})"
        rf"(?:[^.;:]{{0,120}}?\svề\s[^.;:,]{{0,160}}?năm\s+{_NUMBER})?",
        re.IGNORECASE,
    ),
    re.compile(rf"\d+\s*/\s*{_NUMBER}\s*/\s*[A-ZĐ]"),
    re.compile(
        r"(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)\s(?:(?!nhiệm vụ|công tác|phong trào|trong)[^.;:]){0,80}?"
        rf"năm\s+{_NUMBER}"
    ),
)
_FIXED: Final = (
    *_CITED,
    re.compile(rf"{_NUMBER}\s*[-–]\s*{_NUMBER}"),
    re.compile(rf"từ\s+(?:đầu\s+)?năm\s+{_NUMBER}\s+(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+)?{_NUMBER}", re.IGNORECASE),
    re.compile(
        rf"(?:đến|trước|sau|từ|kể từ|thành lập|ra đời|tầm nhìn)\s+(?:đầu |cuối |hết )?năm\s+{_NUMBER}", re.IGNORECASE
    ),
)
_SCHOOL: Final = re.compile(rf"năm\s+học\s+({_NUMBER})\s*[-–]\s*({_NUMBER})", re.IGNORECASE)
_COMPARED: Final = re.compile(r"(?:so với|cùng kỳ|hơn|bằng|như)[^.;:,]{0,30}$", re.IGNORECASE)
_BEFORE_YEAR: Final = re.compile(r"(?:năm|quý\s+[IVX]+\s*/|tháng\s+\d{1,2}\s*/|\d{1,2}\s*/)\s*$", re.IGNORECASE)
_DAYS: Final = re.compile(
    rf"(\d{{1,2}})\s*/\s*(\d{{1,2}})\s*/\s*({_NUMBER})|(\d{{1,2}})\s+tháng\s+(\d{{1,2}})\s+năm\s+({_NUMBER})",
    re.IGNORECASE,
)
_DEADLINE: Final = re.compile(
    r"(?:trước|chậm nhất(?:\s+là)?|hoàn thành|hạn|xong|đến(?:\s+hết)?|từ)\s+(?:ngày\s+)?$", re.IGNORECASE
)
_STEMS: Final = ("Canh", "Tân", "Nhâm", "Quý", "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ")
_BRANCHES: Final = ("Thân", "Dậu", "Tuất", "Hợi", "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi")
_LUNAR: Final = re.compile(
    rf"(?:Xuân|Tết|đán|năm)\s+(({'|'.join(_STEMS)})\s+({'|'.join((*_BRANCHES, 'Tí', 'Tị'))}))(?!\w)", re.IGNORECASE
)
_SPELLINGS: Final = {"tí": "tý", "tị": "tỵ"}
_CYCLE: Final = 60
_REMEMBERED: Final = 1 << 13


def lunar_name(year: int) -> str:
    """``Giáp Thìn`` for 2024: the name of the lunar year that begins in it."""
    return f"{_STEMS[year % 10]} {_BRANCHES[year % 12]}"


@lru_cache(maxsize=_REMEMBERED)
def years_said(text: str, around: int) -> tuple[SaidYear, ...]:
    """Every year that ``text`` speaks of, in order; a lunar name stands for its year next to the year ``around``."""
    named = (*_schools(text), *_days(text), *_lunar(text, around), *_plain(text))
    if not named:
        return ()
    cited = [found.span() for pattern in _CITED for found in pattern.finditer(text)]
    fixed = [found.span() for pattern in _FIXED for found in pattern.finditer(text)]
    said: dict[int, SaidYear] = {}
    for one in named:
        if not any(one.start < other.end and other.start < one.end for other in said.values()):
            ranges = cited if one.year.is_school else fixed
            within = any(start <= one.start and one.end <= end for start, end in ranges)
            said[one.start] = one if not within else SaidYear(one.start, one.end, one.year, YearSense.FIXED, one.day)
    return tuple(said[start] for start in sorted(said))


def is_one_day(text: str) -> bool:
    """Whether ``text`` is a day and nothing else."""
    return _DAYS.fullmatch(text.strip(" '\"")) is not None


def days_said(text: str) -> tuple[SaidYear, ...]:
    """Every day that ``text`` names, in order, whatever it is the day of."""
    return tuple(_days(text)) if any(sign.isdigit() for sign in text) else ()


def _schools(text: str) -> Iterator[SaidYear]:
    for found in _SCHOOL.finditer(text):
        if int(found[2]) == int(found[1]) + 1:
            year = WorkYear(int(found[1]), is_school=True)
            yield SaidYear(found.start(1), found.end(2), year, _compared_or_working(text, found.start()))


def _days(text: str) -> Iterator[SaidYear]:
    for found in _DAYS.finditer(text):
        day, month, year = (int(part) for part in found.groups() if part is not None)
        try:
            on = date(year, month, day)
        except ValueError:
            continue
        before = text[: found.start()]
        deadline = _DEADLINE.search(before) is not None
        yield SaidYear(found.start(), found.end(), WorkYear(year), YearSense.DAY, on, deadline)


@lru_cache(maxsize=8)
def _lunar_names(around: int) -> dict[str, int]:
    """The years next to ``around`` by their lunar names."""
    return {lunar_name(year).casefold(): year for year in range(around - _CYCLE // 2, around + _CYCLE // 2)}


def _lunar(text: str, around: int) -> Iterator[SaidYear]:
    for found in _LUNAR.finditer(text):
        stem, branch = found[2].casefold(), found[3].casefold()
        year = _lunar_names(around).get(f"{stem} {_SPELLINGS.get(branch, branch)}")
        if year is not None:
            yield SaidYear(found.start(1), found.end(1), WorkYear(year), YearSense.LUNAR)


def _plain(text: str) -> Iterator[SaidYear]:
    for found in _YEAR.finditer(text):
        named = _BEFORE_YEAR.search(text[: found.start()])
        if named is not None:
            yield SaidYear(*found.span(), WorkYear(int(found[1])), _compared_or_working(text, named.start()))
    for found in re.finditer(rf"(?:tháng\s+|/)\d{{1,2}}\s*/\s*({_NUMBER})(?!\d|/)", text, re.IGNORECASE):
        yield SaidYear(*found.span(1), WorkYear(int(found[1])), YearSense.WORKING)
    for found in re.finditer(rf"quý\s+[IV]+\s*/\s*({_NUMBER})(?!\d|/)", text, re.IGNORECASE):
        yield SaidYear(*found.span(1), WorkYear(int(found[1])), YearSense.WORKING)


def _compared_or_working(text: str, start: int) -> YearSense:
    return YearSense.COMPARED if _COMPARED.search(text[:start]) else YearSense.WORKING
