"""Look at the cells of a table for what lies over or behind them: numbers where text belongs, ditto marks, days and
months turned over. One cause in one column is one question.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from pydantic import BaseModel

from vanban.domain.finding import Finding, Severity
from vanban.domain.syllable import has_vowel, is_syllable, of_telex
from vanban.domain.text import TextFault, matching_key
from vanban.domain.words_in_use import COMMON_SYLLABLES, FOREIGN_WORDS, LOAN_WORDS
from vanban.ingest.assembly import kinds_of
from vanban.ingest.grid import SheetCell, SheetGrid
from vanban.ingest.header import Header
from vanban.ingest.reading import PlaceMark
from vanban.ingest.scalars import Raw, convert, shown

_FEW_DIGITS: Final = 100_000
"""Below it a number is that of a house, an order; from it on a zero in front may well be lost: a phone, a paper."""

_SHOWN: Final = 5
_DITTO: Final = frozenset(map(matching_key, ("nt", "-nt-", "n/t", "như trên", "//", "-//-", '"', "''", "”", "″", "〃")))
_LONGEST_DITTO: Final = 20
_AS_ABOVE: Final = TextFault("Ô này chỉ ghi “như trên”, chương trình không biết là gì.", "Hãy chép lại ô ở trên xuống.")
_NAMES: Final = frozenset(
    ("name", "head", "leader", "front_head", "secretary", "hometown", "residence", "address", "place")
)
"""The fields in which names of people and places stand, which no list and no key holds against anything."""

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_DOUBLED: Final = re.compile(r"([^\W\d_])\1")
_LEFT_OVER: Final = 2
_REMEMBERED: Final = 1 << 16
_NEAR: Final = timedelta(days=31)


def without_doubts(
    file: str, grid: SheetGrid, header: Header, rows: Iterable[int], model: type[BaseModel]
) -> tuple[SheetGrid, tuple[Finding, ...]]:
    """The grid with small whole numbers in columns of text read as they are shown, and with a fault in every cell that
    says something else than it holds; one question for each column whose numbers were read so."""
    changed: dict[int, dict[int, SheetCell]] = dict(grid.rows)
    findings: list[Finding] = []
    numbers = list(rows)
    for name, column in header.columns.items():
        if not _is_text(kinds_of(model.model_fields[name].annotation)):
            continue
        plain: list[int] = []
        for number in numbers:
            cell = changed[number].get(column)
            judged = None if cell is None or cell.fault is not None else _judged(cell)
            if judged is not None:
                changed[number] = changed[number] | {column: judged}
                plain += [number] if judged.fault is None else []
            text = cell.raw if cell is not None and name in _NAMES else None
            if isinstance(text, str) and (slip := _slip(text)) is not None:
                findings.append(_slipped(header.mark(file, grid, number, column), text, *slip))
        if plain:
            findings.append(_question(file, grid, header, column, plain))
    return replace(grid, rows=changed), tuple(findings)


def _is_text(kinds: tuple[Any, ...]) -> bool:
    return kinds == (str,)


def _judged(cell: SheetCell) -> SheetCell | None:
    """The cell as it is to be read in a column of text; ``None`` where it is as it stands."""
    raw = cell.raw
    if isinstance(raw, str):
        is_ditto = len(raw) <= _LONGEST_DITTO and matching_key(raw) in _DITTO
        return cell._replace(fault=_AS_ABOVE) if is_ditto else None
    if not isinstance(raw, Decimal) or raw != raw.to_integral_value() or not 0 <= raw < _FEW_DIGITS:
        return _padded(cell) if isinstance(raw, Decimal) else None
    return _padded(cell) or cell._replace(raw=shown(raw.to_integral_value()))


def _padded(cell: SheetCell) -> SheetCell | None:
    said = shown(cell.raw)
    if not cell.padded or cell.padded == said:
        return None
    fault = TextFault(
        f"Ô đang hiện “{cell.padded}” nhưng Excel chỉ lưu số {said}.",
        f"Hãy đổi ô thành Text (Format Cells, Text) rồi gõ lại {cell.padded}.",
    )
    return cell._replace(fault=fault)


@lru_cache(maxsize=_REMEMBERED)
def _slip(text: str) -> tuple[str, str] | None:
    """A word in which keys of Telex were left over or a letter was doubled, and what was meant."""
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        lower = word.lower()
        if is_syllable(lower) or not has_vowel(lower) or lower in FOREIGN_WORDS or lower in LOAN_WORDS:
            continue
        typed = of_telex(lower) if lower.isascii() else None
        if typed is not None and (typed in COMMON_SYLLABLES or len(lower) - len(typed) >= _LEFT_OVER):
            return word, typed.capitalize() if word[0].isupper() else typed
        single = _DOUBLED.sub(r"\1", word)
        if single != word and not word.isascii() and is_syllable(single):
            return word, single
    return None


def _slipped(mark: PlaceMark, text: str, word: str, meant: str) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        place=mark.place(),
        value=text,
        reason=f"Chữ “{word}” có vẻ còn phím gõ dấu hoặc thừa chữ; có lẽ là “{meant}”.",
        remedy="Hãy bật bộ gõ tiếng Việt rồi gõ lại; nếu đúng là tên như vậy thì để nguyên.",
    )


def _question(file: str, grid: SheetGrid, header: Header, column: int, rows: list[int]) -> Finding:
    named = ", ".join(map(str, rows[:_SHOWN])) + (", …" if len(rows) > _SHOWN else "")
    return Finding(
        severity=Severity.WARNING,
        place=header.mark(file, grid, header.row, column).place(),
        reason=f"Cột chữ này có {len(rows)} ô là số (dòng {named}); chương trình đọc đúng như đang hiện.",
        remedy="Hãy xem lại: số 0 gõ ở đầu thì Excel đã bỏ. Nếu cần số 0 thì đổi cả cột thành Text rồi gõ lại.",
    )


def turned_dates(
    file: str, grid: SheetGrid, header: Header, rows: Iterable[int], model: type[BaseModel]
) -> Iterator[Finding]:
    """Every real date whose day and month an American Excel may have turned over.

    In a column that mixes real dates with dates as text any that can be turned; in a column of real dates alone those
    that lie more than a month outside of the days that cannot be turned, and within it when turned back.
    """
    numbers = list(rows)
    for name, column in header.columns.items():
        kinds = kinds_of(model.model_fields[name].annotation)
        if date not in kinds:
            continue
        raws = {number: grid.rows[number][column].raw for number in numbers if column in grid.rows[number]}
        if not any(isinstance(raw, date) for raw in raws.values()):
            continue
        is_mixed = any(isinstance(raw, str) for raw in raws.values())
        sure = [day for raw in raws.values() if (day := _day(kinds, raw)) is not None and day.day > 12]
        for number, raw in raws.items():
            if isinstance(raw, date) and raw.day <= 12 and raw.day != raw.month and (is_mixed or _is_apart(raw, sure)):
                yield Finding(
                    severity=Severity.WARNING,
                    place=header.mark(file, grid, number, column).place(),
                    value=shown(raw),
                    reason=f"Excel hiểu ô này là ngày {raw.day} tháng {raw.month}; ngày và tháng có thể đã bị đảo.",
                    remedy="Hãy kiểm tra lại; nếu đúng thì gõ cả cột theo một cách.",
                )


def _day(kinds: tuple[Any, ...], raw: Raw) -> date | None:
    read = convert(kinds, raw) if isinstance(raw, str) else raw
    return read if isinstance(read, date) else None


def _is_apart(day: date, sure: list[date]) -> bool:
    if not sure:
        return False
    first, last = min(sure) - _NEAR, max(sure) + _NEAR
    return not first <= day <= last and first <= day.replace(day=day.month, month=day.day) <= last
