"""Recognise the end of a paper in its lines: who gets it and what for, what is kept, who signs in which capacity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from vanban.domain.document import Recipient, RetainedCopy
from vanban.domain.signatory import Signatory, Signature, SigningCapacity
from vanban.domain.text import matching_key, tidy

_DASH: Final = re.compile(r"^[-–—+•*]\s*")
_KEPT: Final = re.compile(r"^Lưu\b\s*[:.]?\s*(?P<units>.*)$", re.IGNORECASE)
_AS_ABOVE: Final = re.compile(r"^Như (?:trên|kính gửi|Điều \d+|các Điều .*)$", re.IGNORECASE)
_PURPOSE: Final = re.compile(r"^(?P<name>.*?)\s*\((?P<purpose>(?:để\s)?[^()]{1,40})\)$")
_ABBREVIATED: Final = re.compile(
    r"^(?:để\s|[BbCcTtPp]\s*[/\\.]\s*[CcđĐHh]|báo cáo|chỉ đạo|thực hiện|phối hợp|biết)", re.IGNORECASE
)
_PAPER: Final = re.compile(r"^(?:VT|Văn thư)$", re.IGNORECASE)
_CAPACITY: Final = re.compile(r"^(TM|KT|TL|TUQ|Q)\s*[./]", re.IGNORECASE)
_NUMBER: Final = re.compile(r"^Số\s*[:.]?\s*(?P<ordinal>\d{1,5})\s*/\s*(?P<symbol>\S+)", re.IGNORECASE)
_DAY: Final = re.compile(r"ngày\s*(\d{1,2})\s*(?:tháng|/)\s*(\d{1,2})\s*(?:năm|/)\s*(\d{4})", re.IGNORECASE)
_YEAR: Final = re.compile(r"năm\s*(\d{4})", re.IGNORECASE)


def read_recipients(lines: Iterable[str]) -> tuple[tuple[Recipient, ...], RetainedCopy | None]:
    """The lines under “Nơi nhận” as recipients, and what the office keeps; “Như trên” is the program's own."""
    recipients: list[Recipient] = []
    kept: RetainedCopy | None = None
    for line in lines:
        text = tidy(_DASH.sub("", tidy(line))).rstrip(" ;.")
        found = _KEPT.match(text)
        if found is not None:
            units = [tidy(unit) for unit in re.split(r"[,;]", found["units"]) if tidy(unit)]
            kept = RetainedCopy(units=tuple(unit for unit in units if not _PAPER.match(unit)))
        elif text and not _AS_ABOVE.match(text):
            recipients.append(_recipient(text))
    return tuple(recipients), kept


def _recipient(text: str) -> Recipient:
    found = _PURPOSE.match(text)
    if found is not None and found["name"] and _ABBREVIATED.match(found["purpose"]):
        return Recipient(name=found["name"], purpose=tidy(found["purpose"]))
    return Recipient(name=text)


def read_signature(lines: Sequence[str], name: str, signatories: Iterable[Signatory], issuer: str) -> Signature | None:
    """Who of ``signatories`` signs, and how; ``None`` where nobody of that name is known."""
    wanted = matching_key(_without_rank(name))
    known = [one for one in signatories if matching_key(one.name) == wanted]
    if not known:
        return None
    chosen = next((one for one in known if one.issuer == issuer), known[0])
    said = [found[1].upper() + "." for line in lines if (found := _CAPACITY.match(tidy(line)))]
    return Signature(signatory=chosen.key, capacity=tuple(SigningCapacity(one) for one in said))


def _without_rank(name: str) -> str:
    """A name without the degree before it: ``ThS. Nguyễn Văn A``, ``Thượng tá Lê Văn B``."""
    return re.sub(
        r"^(?:(?:GS|PGS|TS|ThS|CN|KS|BS|CKI|CKII|Ths)\.?\s*)+|^(?:Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy)\s+",
        "",
        name,
    )


def read_number(line: str) -> tuple[int, str] | None:
    """Number and symbol of ``Số: 24/KH-UBND``; ``None`` where no number is given."""
    found = _NUMBER.match(tidy(line))
    return (int(found["ordinal"]), found["symbol"]) if found else None


def read_day_of(line: str) -> date | None:
    """The day of ``Ngô Quyền, ngày 05 tháng 3 năm 2024``; ``None`` where it is blank or no day of the calendar."""
    found = _DAY.search(tidy(line))
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def year_of_paper(place_and_date: str, subject: str) -> int | None:
    """The year that a paper is of, as far as its head says: of its subject, else of its day."""
    found = _YEAR.search(subject) or _YEAR.search(place_and_date)
    day = read_day_of(place_and_date)
    return int(found[1]) if found else day.year if day else None
