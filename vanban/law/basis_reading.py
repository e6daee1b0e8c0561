"""Read what a line of căn cứ cites, and find that text among those that are known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from vanban.domain.accents import accent_free
from vanban.domain.law_text import LAW_TYPES
from vanban.domain.office import LegalBasis
from vanban.domain.text import tidy

_TYPES: Final = (
    "Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp", "Nghị định", "Nghị quyết", "Thông tư liên tịch", "Thông tư",
    "Quyết định", "Chỉ thị", "Kế hoạch", "Công văn", "Thông báo", "Hướng dẫn", "Chương trình", "Đề án", "Quy định",
    "Quy chế", "Kết luận", "Báo cáo", "Tờ trình", "Điều lệ", "Văn bản hợp nhất", "Văn bản",
)  # fmt: skip
_OPENING: Final = re.compile(
    r"^[-–+•*]?\s*(?:Căn cứ|Thực hiện|Theo|Thi hành|Trên cơ sở)\s+(?:vào\s+|các\s+)?", re.IGNORECASE
)
_TYPE: Final = re.compile(rf"^(?P<type>{'|'.join(_TYPES)})\b\s*", re.IGNORECASE)
_NUMBER: Final = re.compile(
    r"^số\s*:?\s*(?P<number>\d{1,5}\s*[-/]\s*[^\s,;]+(?:\s*-\s*[A-ZĐ]{2,}[^\s,;]*)?)\s*,?\s*", re.IGNORECASE
)
_DAY: Final = re.compile(
    r"(?:ban hành\s+)?ngày\s*(\d{1,2})\s*(?:/|-|\.|tháng)\s*(\d{1,2})\s*(?:/|-|\.|năm)\s*((?:19|20)\d\d)\s*,?\s*",
    re.IGNORECASE,
)
_PLAIN_DAY: Final = re.compile(r"ngay\s*(\d{1,2})\s*(?:/|-|\.|thang)\s*(\d{1,2})\s*(?:/|-|\.|nam)\s*((?:19|20)\d\d)")
_YEAR: Final = re.compile(r",?\s*(?:số \S+ )?năm\s+((?:19|20)\d\d)\s*$")
_ISSUER: Final = re.compile(
    r"^của\s+(?P<issuer>.+?)(?=\s+(?:về|quy định|ban hành|hướng dẫn|sửa đổi|phê duyệt|triển khai|thực hiện|"
    r"phát động|khóa|"
    r"khoá|tổ chức|công bố|giao)\b|\s*[,;:]|$)\s*[,;:]?\s*",
    re.IGNORECASE,
)


def cited_texts(lines: Iterable[str]) -> tuple[str, ...]:
    """The texts that lines of căn cứ cite, one each: a line may join several with semicolons."""
    found: list[str] = []
    for line in lines:
        for piece in re.split(
            r";\s*(?=(?:và\s+)?(?:Căn cứ\s+)?(?:Luật|Nghị|Thông|Quyết|Chỉ thị|Kế hoạch|Công văn)\b)", line
        ):
            text = tidy(re.sub(r"^và\s+", "", piece.strip())).strip(" ;.,")
            if text:
                found.append(text)
    return tuple(found)


def read_basis(text: str, taken: Iterable[str] = ()) -> LegalBasis | None:
    """What a citation says of the text, under a key of its own that is none of ``taken``; ``None`` where it says too
    little: no type, or no day."""
    rest = _OPENING.sub("", tidy(text).strip(" ;.,"))
    found = _TYPE.match(rest)
    if found is None:
        return None
    said = next(name for name in _TYPES if name.casefold() == found["type"].casefold())
    rest = rest[found.end() :]
    numbered = _NUMBER.match(rest)
    number = re.sub(r"\s+", "", numbered["number"]) if numbered else None
    rest = rest[numbered.end() :] if numbered else rest
    day, rest = _taken_day(rest)
    issuer = _ISSUER.match(rest)
    subject = rest[issuer.end() :] if issuer and numbered else rest
    subject = tidy(_YEAR.sub("", subject) if said in LAW_TYPES else subject).strip(' ,;.“”"')
    if day is None or not (number or subject):
        return None
    key = _free(accent_free(f"{said} {number or subject}"), taken)
    own = issuer["issuer"] if issuer and numbered else None
    if said in LAW_TYPES:
        return LegalBasis(key=key, type_name=said, number=None, issued_on=day, subject=subject or said)
    return LegalBasis(
        key=key, type_name=said, number=number, issued_on=day, issuer=own, subject=subject or said.lower()
    )


def known_basis(text: str, known: Mapping[str, LegalBasis]) -> LegalBasis | None:
    """The text among ``known`` that a citation means: the one of its number, a law of its name and day; the newest."""
    said = accent_free(text)
    by_number = [one for one in known.values() if one.number and _says_number(said, one.number)]
    dated = [one for one in by_number if _says_day(said, one.issued_on)]
    if dated or (by_number and not _days(said)):
        return (dated or by_number)[-1]
    laws = [
        one
        for one in known.values()
        if one.type_name in LAW_TYPES
        and accent_free(f"{one.type_name} {one.subject}") in said
        and _of_that_time(said, one)
    ]
    return max(laws, key=lambda one: (len(one.subject), one.issued_on), default=None)


def _says_number(said: str, number: str) -> bool:
    """Whether a text without accents names that number and symbol, whatever blanks stand in it."""
    signs = (re.escape(sign) for sign in re.sub(r"\s+", "", accent_free(number).replace("–", "-")))
    pattern = r"\s*".join(signs)
    return re.search(rf"(?<![\w/-]){pattern}(?![\w/-])", said.replace("–", "-")) is not None


def _of_that_time(said: str, one: LegalBasis) -> bool:
    """Whether a citation's day or year is that of the text; one that names none means any."""
    if _days(said):
        return _says_day(said, one.issued_on)
    years = re.findall(r"nam ((?:19|20)\d\d)", said)
    return not years or str(one.issued_on.year) in years


def _days(said: str) -> list[tuple[int, int, int]]:
    return [(int(found[1]), int(found[2]), int(found[3])) for found in _PLAIN_DAY.finditer(said)]


def _says_day(said: str, day: date) -> bool:
    return (day.day, day.month, day.year) in _days(said)


def _taken_day(rest: str) -> tuple[date | None, str]:
    found = _DAY.search(rest)
    if found is None:
        return None, rest
    try:
        day = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None, rest
    return day, tidy(rest[: found.start()] + " " + rest[found.end() :])


def _free(words: str, taken: Iterable[str]) -> str:
    stem = "-".join(re.findall(r"[a-z0-9]+", words))[:60].strip("-")
    known = set(taken)
    return next(key for key in (stem, *(f"{stem}-{count}" for count in range(2, 99))) if key not in known)
