"""Ô số 3 and 4: the form of the number and symbol, and of the place and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from vanban.law.document_types import CODES, LOWER_CASE_CODES
from vanban.law.other_papers import NORMATIVE_NUMBER
from vanban.proofread.expectations import Expectations, OwnBody
from vanban.proofread.lines import PrintedLine, fold
from vanban.proofread.mark import Mark, mark
from vanban.proofread.parts import Form, Recognised

_NUMBER: Final = re.compile(
    r"^(?P<word>S[ốỐ])(?P<colon>\s*:?)(?P<ordinal>[^/A-ZĐ]*?)(?P<slash>\s*/\s*)?(?P<symbol>[A-ZĐ].*)?$"
)
_YEAR_IN_NUMBER: Final = re.compile(r"/\s*(?:19|20)\d\d\s*/")
_BLANK: Final = re.compile(r"[\s.…_]*")
_BAD_HYPHENS: Final = re.compile("[‐‑‒–—−]")
_GROUPS: Final = re.compile(r"[A-Za-zĐđ0-9ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚĂĨŨƠƯà-ỹ&.]+")
_SHORT_MARKS: Final = re.compile(r"[…._]{2,}|…")
_YEAR_TO_WRITE: Final = re.compile(r"20[\s.…_]+")
_DATE: Final = re.compile(
    r"(?P<before>.*?)\bng[àa]y(?P<day>.*?)\bth[áa]ng(?P<month>.*?)\bn[ăa]m(?P<year>.*)$", re.IGNORECASE | re.DOTALL
)
_DAYS: Final = re.compile(
    r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)",
    re.IGNORECASE,
)
_BODIES: Final = {("uybannhandan", "ubnd"): "UBND", ("hoidongnhandan", "hdnd"): "HĐND"}
_COMMON_NOUN: Final = re.compile(r"^(?:Thành phố|Thị xã|Thị trấn|Đặc khu)(?=\s)")
"""“Thành phố Hồ Chí Minh” (Mục V hàng 4): what follows the noun is the name."""
_LOWER_WORDS: Final = frozenset({"và", "của", "tại"})


def check_number(parts: Recognised, expected: Expectations) -> Iterator[Mark]:
    """Faults of “Số: 24/KH-UBND”; a blank ordinal is a signing copy's."""
    for line in parts.number:
        text = line.text.replace("\u00a0", " ").strip()
        match = _NUMBER.match(text)
        if match is None:
            rule = "TT-07.year" if _YEAR_IN_NUMBER.search(text) else "TT-07.slash"
            yield mark(rule, line, text, "ví dụ Số: 24/KH-UBND")
            continue
        if ":" not in match["colon"]:
            yield mark("TT-07.colon", line, text, "Số:")
        yield from _check_ordinal(line, match["ordinal"])
        if match["slash"] is None:
            yield mark("TT-07.slash", line, text, "ví dụ Số: 24/KH-UBND")
        elif _has_space(match):
            yield mark("TT-07.spaces", line, text)
        if match["symbol"]:
            yield from _check_symbol(line, match["symbol"].strip(), parts)
            yield from _check_whose(line, match["symbol"].strip(), parts, expected)


def check_normative_number(parts: Recognised) -> Iterator[Mark]:
    """Faults of “Số: 15/2025/QĐ-UBND”: its own form, and the year that it is dated."""
    dated = year_of(parts)
    for line in parts.number:
        match = NORMATIVE_NUMBER.match(line.text)
        if match is None:
            continue
        yield from _check_ordinal(line, match["ordinal"])
        if dated is not None and int(match["year"]) != dated:
            yield mark("TT-07.year-differs", line, f"số ghi năm {match['year']}, ban hành năm {dated}", f"năm {dated}")


def _has_space(match: re.Match[str]) -> bool:
    """Whether a written number has spaces around its slash; a blank one needs them."""
    blank = _BLANK.fullmatch(match["ordinal"]) is not None
    symbol = _SHORT_MARKS.sub("X", (match["symbol"] or "").strip())
    return (not blank and match["slash"] != "/") or (blank and match["slash"].endswith(" ")) or " " in symbol


def _check_ordinal(line: PrintedLine, ordinal: str) -> Iterator[Mark]:
    written = ordinal.strip()
    if _BLANK.fullmatch(written):
        return
    if not written.isdigit():
        yield mark("TT-07.digits", line, written, "chữ số Ả Rập")
    elif len(written) == 1:
        yield mark("TT-07.zero", line, written, f"0{written}")


def _check_symbol(line: PrintedLine, symbol: str, parts: Recognised) -> Iterator[Mark]:
    if _BAD_HYPHENS.search(symbol):
        yield mark("TT-07.hyphen", line, symbol, _BAD_HYPHENS.sub("-", symbol))
    groups = [group for group in _GROUPS.findall(_SHORT_MARKS.sub(" ", symbol)) if group.strip(".")]
    lower = [group for group in groups if group != group.upper() and group not in LOWER_CASE_CODES]
    if lower:
        yield mark("TT-07.capitals", line, symbol, symbol.upper())
    if not groups:
        return
    kind = parts.document_type
    first = groups[0]
    if parts.form is Form.LETTER:
        named = first in CODES and len(groups) > 1 and groups[1].startswith(("UBND", "HĐND"))
        if named or first.upper() == "CV":
            yield mark("TT-07.letter", line, symbol)
    elif kind is not None and kind.code is not None and first != kind.code and first.upper() != kind.code:
        yield mark("TT-07.type", line, symbol, f"{kind.code}-… ({kind.name})")


def _check_whose(line: PrintedLine, symbol: str, parts: Recognised, expected: Expectations) -> Iterator[Mark]:
    """Whether the letters are the issuer's: told of bodies that everybody abbreviates in one way, and of the office's.

    A letter of the office ends with the letters of one of its units, if it keeps a list of them.
    """
    own = _own_body(parts, expected.bodies)
    last = symbol.rpartition("-")[2].strip()
    if own is not None:
        if own.abbreviation.upper() not in symbol.upper() and not _by_head(symbol):
            yield mark("TT-07.issuer", line, symbol, f"có “{own.abbreviation}”")
        elif parts.form is Form.LETTER and expected.units and "-" in symbol and last and last not in expected.units:
            yield mark("TT-07.unit", line, last, ", ".join(sorted(expected.units)))
        return
    issuer = fold(" ".join(one.text for one in parts.issuer))
    groups = set(re.findall(r"[A-ZĐ&]+", symbol.upper()))
    for names, code in _BODIES.items():
        if issuer.startswith(names) and not any(group.endswith(code) for group in groups) and not _by_head(symbol):
            yield mark("TT-07.issuer", line, symbol, f"có “{code}”")


def _own_body(parts: Recognised, bodies: Sequence[OwnBody]) -> OwnBody | None:
    """The body of the office that the head names, if it is one."""
    named = fold(" ".join(line.text for line in parts.issuer))
    return next((body for body in bodies if fold(body.name) == named), None)


def _by_head(symbol: str) -> bool:
    """“QĐ-CT”: by an older habit the head's own papers bear his post."""
    return symbol.endswith(("-CT", "-CTUBND", "-CHT"))


def check_date(parts: Recognised) -> Iterator[Mark]:
    """Faults of “Phường Ngô Quyền, ngày 05 tháng 3 năm 2024”; a blank day and month are a signing copy's."""
    for line in parts.place_and_date:
        match = _DATE.match(line.text.strip())
        if match is None:
            continue
        place = match["before"].strip()
        if not place.rstrip(","):
            yield mark("TT-09.place", line, line.text)
        elif not place.endswith(","):
            yield mark("TT-09.comma", line, place, f"{place},")
        yield from _check_place(line, place.rstrip(","))
        if place.startswith(("Tỉnh ", "tỉnh ", "TỈNH ")):
            yield mark("TT-09.province", line, place, place.split(maxsplit=1)[1].rstrip(","))
        yield from check_parts_of_date(line, match["day"], match["month"], match["year"])


def _check_place(line: PrintedLine, place: str) -> Iterator[Mark]:
    words = [word for word in re.split(r"[\s-]+", _COMMON_NOUN.sub("", place)) if word[:1].isalpha()]
    if any(word[0].islower() and word not in _LOWER_WORDS for word in words):
        yield mark("TT-09.capitals", line, place, place.title())


def check_parts_of_date(line: PrintedLine, day: str, month: str, year: str) -> Iterator[Mark]:
    """Faults of the three numbers of a date of issue; “năm 20…” beside a blank day and month is to be written in."""
    blank_year = _YEAR_TO_WRITE.fullmatch(year.strip()) is not None
    day, month, year = (part.strip().strip(".,;:)… _") for part in (day, month, year))
    numbers = [part for part in (day, month, year) if part]
    if not all(part.isdigit() for part in numbers):
        yield mark("TT-08.digits", line, line.text)
        return
    if day and len(day) == 1:
        yield mark("TT-08.day", line, day, f"0{day}")
    if month in ("1", "2"):
        yield mark("TT-08.month", line, month, f"0{month}")
    elif len(month) == 2 and month[0] == "0" and int(month) > 2:
        yield mark("TT-08.month-extra", line, month, month[1])
    if blank_year and not day and not month:
        return
    if year and len(year) != 4:
        yield mark("TT-08.year", line, year, "bốn chữ số")
    elif day and month and year and not _is_real(day, month, year):
        yield mark("TT-08.real", line, f"ngày {day} tháng {month} năm {year}")


def _is_real(day: str, month: str, year: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def dates_in(text: str) -> list[date]:
    """The whole days that ``text`` names, in words or in digits; what is no day of the calendar is left out."""
    found = []
    for match in _DAYS.finditer(text):
        day, month, year = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
        if _is_real(day, month, year):
            found.append(date(int(year), int(month), int(day)))
    return found


def issued_on(parts: Recognised) -> date | None:
    """The date of issue that the document bears, if it bears a whole one."""
    for line in parts.place_and_date:
        match = _DATE.match(line.text.strip())
        if match is not None:
            numbers = [part.strip().strip(".,;: ") for part in (match["day"], match["month"], match["year"])]
            if all(part.isdigit() for part in numbers) and len(numbers[2]) == 4 and _is_real(*numbers):
                return date(int(numbers[2]), int(numbers[1]), int(numbers[0]))
    return None


def year_of(parts: Recognised) -> int | None:
    """The year of the line of place and date, which a signing copy has too."""
    for line in parts.place_and_date:
        match = re.search(r"n[ăa]m\s+(\d{4})\b", line.text)
        if match is not None:
            return int(match[1])
    return None


def check_signing_copy(parts: Recognised) -> Iterator[Mark]:
    """Faults of a paper that waits for its signature: it has neither number nor day yet (Điều 15.2)."""
    for line in parts.number:
        match = _NUMBER.match(line.text.strip())
        if match is not None and any(map(str.isdigit, match["ordinal"])):
            yield mark("TT-22.number", line, match["ordinal"].strip(), "để trống")
    for line in parts.place_and_date:
        found = _DATE.match(line.text.strip())
        if found is not None and any(map(str.isdigit, found["day"] + found["month"])):
            yield mark("TT-22.date", line, line.text, "để trống")
