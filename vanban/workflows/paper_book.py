"""Hold the rows of an old book against each other and against what the register has already."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.old_book import OldNumber, PaperBook, PaperRow, TakenOver, beside, paper_entry
from vanban.domain.register_entry import Entry, EntryState, SeriesOpening
from vanban.domain.wording import numeric_date
from vanban.register import FARTHEST

Places = Mapping[tuple[str | int, ...], Place]
"""Where each row, and each value of a row, stands in the clerk's table."""

_LOOK = "Hãy xem lại sổ cũ."
_NUMBERS = "Hãy ghi số như trong sổ cũ, ví dụ 5, 01a hoặc 01/1; ký hiệu ghi ở cột Ký hiệu."
_AS_TEXT = "Hãy chọn cả cột Số, đổi định dạng ô thành Text rồi gõ lại số như trong sổ cũ."


@dataclass(frozen=True)
class OldTable:
    """The table of an old book as it was read, of which book, and on which day it is taken over."""

    rows: Sequence[PaperRow]
    places: Places
    file: str
    book: PaperBook
    today: date

    def place(self, row: int, field: str) -> Place:
        """Where that value stands."""
        return self.places.get((row, field)) or Place(file=self.file)

    def line(self, row: int) -> int:
        """The line of the sheet on which a row stands."""
        return self.place(row, "ordinal").line or row + 1

    def wrong(self, row: int, field: str, reason: str, remedy: str = _LOOK) -> Finding:
        """That a value cannot be taken over."""
        return Finding(place=self.place(row, field), value=self._said(row, field), reason=reason, remedy=remedy)

    def odd(self, row: int, field: str, reason: str) -> Finding:
        """That a value is strange; it is taken over as the old book has it."""
        return Finding(
            severity=Severity.WARNING,
            place=self.place(row, field),
            value=self._said(row, field),
            reason=f"{reason} Đã nhập đúng như sổ cũ.",
            remedy=_LOOK,
        )

    def _said(self, row: int, field: str) -> str:
        value = getattr(self.rows[row], field)
        return numeric_date(value) if isinstance(value, date) else str(value)


@dataclass(frozen=True)
class HeldBefore:
    """What the register holds of the series and year, but for what this very table brought before."""

    opening: SeriesOpening
    entries: tuple[Entry, ...]
    beside: tuple[TakenOver, ...]

    @property
    def numbers(self) -> frozenset[OldNumber]:
        """Every number on which a document stands."""
        return frozenset(
            {OldNumber(ordinal=one.ordinal) for one in self.entries}
            | {OldNumber(ordinal=one.ordinal, suffix=one.suffix) for one in self.beside}
        )


class _Numbered(NamedTuple):
    """A number with its day; ``row`` where it comes from the table, ``None`` where the register has it."""

    ordinal: int
    day: date
    row: int | None


def wrong_rows(table: OldTable, held: HeldBefore, *, doubled: bool) -> tuple[Finding, ...]:
    """Every row that cannot be taken over; ``doubled``: a number that the register has may get another document."""
    if not table.rows:
        remedy = "Hãy chép các dòng của sổ cũ vào bảng."
        return (Finding(place=Place(file=table.file), reason="Bảng không có dòng dữ liệu nào.", remedy=remedy),)
    findings: list[Finding] = []
    upcoming = max((held.opening.first, *(one.ordinal + 1 for one in held.numbers)))
    first_seen: dict[tuple[object, ...], int] = {}
    for index, row in enumerate(table.rows):
        number = row.number
        if number is None:
            findings.append(_illegible(table, index))
        elif number.ordinal - upcoming > FARTHEST:
            findings.append(table.wrong(index, "ordinal", f"Số này cách số tiếp theo của sổ ({upcoming}) quá xa."))
        elif (same := first_seen.setdefault((number, *_said(row)), index)) != index:
            reason = f"Dòng này giống hệt dòng {table.line(same)}."
            findings.append(table.wrong(index, "ordinal", reason, "Hãy xóa một trong hai dòng."))
        elif number in held.numbers:
            findings.extend(_taken_before(table, held, index, number, doubled=doubled))
        upcoming = max(upcoming, number.ordinal + 1) if number else upcoming
        findings.extend(_wrong_day(table, held, index))
    return tuple(findings)


def _illegible(table: OldTable, index: int) -> Finding:
    written = table.rows[index].ordinal
    if written.count("/") == 2 and written.replace("/", "").isdecimal():
        return table.wrong(index, "ordinal", "Excel đã đổi số này thành ngày.", _AS_TEXT)
    return table.wrong(index, "ordinal", "Không đọc được số này.", _NUMBERS)


def _taken_before(
    table: OldTable, held: HeldBefore, index: int, number: OldNumber, *, doubled: bool
) -> Iterator[Finding]:
    """A row whose number the register has: with this very document, or with another."""
    entries = (one for one in held.entries if not number.suffix and one.ordinal == number.ordinal)
    others = (one for one in held.beside if (one.ordinal, one.suffix) == (number.ordinal, number.suffix))
    on_it: tuple[Entry | TakenOver, ...] = (*entries, *others)
    if any((one.symbol, one.issued_on, one.type_name, one.subject) == _said(table.rows[index]) for one in on_it):
        reason = f"Văn bản này (số {number}) đã có trong sổ."
        yield table.wrong(index, "ordinal", reason, "Hãy xóa dòng này khỏi bảng.")
    elif not doubled:
        remedy = "Hãy xem lại sổ cũ; nếu thật có hai văn bản cùng số này thì chạy lại với --same-number."
        yield table.wrong(index, "ordinal", f"Số {number} đã có trong sổ với văn bản khác.", remedy)


def _said(row: PaperRow) -> tuple[object, ...]:
    """What tells a document from another on the same number."""
    return row.symbol, row.issued_on, row.type_name, row.subject


def _wrong_day(table: OldTable, held: HeldBefore, index: int) -> Iterator[Finding]:
    day = table.rows[index].issued_on
    if day.year != held.opening.year:
        yield table.wrong(index, "issued_on", f"Ngày này không thuộc năm {held.opening.year} của sổ.")
    elif day > table.today:
        yield table.wrong(index, "issued_on", "Ngày này chưa đến.")


def taken(table: OldTable, held: HeldBefore) -> tuple[Entry | TakenOver, ...]:
    """The rows as the register takes them: the first document on a plain number has it, every other is beside it."""
    had = {one.ordinal for one in held.entries}
    made: list[Entry | TakenOver] = []
    for position, row in enumerate(table.rows):
        number = row.number
        if number is None:
            raise ValueError(f"row {position} has no number")
        if number.suffix or number.ordinal in had:
            made.append(beside(row, number, table.book, position))
        else:
            had.add(number.ordinal)
            made.append(paper_entry(row, number.ordinal, table.book, position))
    return tuple(made)


def odd_rows(table: OldTable, held: HeldBefore) -> Iterator[Finding]:
    """What the old book has and no register would give: two documents on a number, days out of order."""
    seen = dict.fromkeys(held.numbers, "đã có trong sổ")
    for index, row in enumerate(table.rows):
        number = row.number
        if number in seen:
            yield table.odd(index, "ordinal", f"Hai văn bản cùng số {number} (văn bản kia {seen[number]}).")
        elif number:
            seen[number] = f"ở dòng {table.line(index)}"
    for index, reason in _out_of_order(table.rows, held.entries):
        yield table.odd(index, "issued_on", reason)


def missing_rows(held: Collection[int], file: str, opening: SeriesOpening) -> Iterator[Finding]:
    """The numbers before the first of the series that nobody has taken over: perhaps on another page of the book."""
    missing = [number for number in range(1, opening.first) if number not in held]
    if missing:
        yield Finding(
            severity=Severity.WARNING,
            place=Place(file=file),
            reason=f"Chưa nhập {len(missing)} số trước số {opening.first}: {_ranges(missing)}.",
            remedy="Nếu sổ cũ có các số ấy thì nhập thêm bằng một bảng khác.",
        )


def _out_of_order(rows: Sequence[PaperRow], known: Sequence[Entry]) -> Iterator[tuple[int, str]]:
    """Rows whose day does not stand between those of the numbers beside them (Điều 15 khoản 1)."""
    numbered = [_Numbered(row.number.ordinal, row.issued_on, at) for at, row in enumerate(rows) if row.number]
    numbered += [_Numbered(one.ordinal, one.issued_on, None) for one in known if one.state is not EntryState.VOID]
    for before, after in pairwise(sorted(numbered, key=lambda one: one.ordinal)):
        if after.day >= before.day:
            continue
        if after.row is not None:
            yield after.row, f"Ngày sớm hơn ngày {numeric_date(before.day)} của số {before.ordinal} đứng trước."
        elif before.row is not None:
            yield (
                before.row,
                f"Ngày muộn hơn ngày {numeric_date(after.day)} của số {after.ordinal} đứng sau, đã vào sổ.",
            )


def _ranges(numbers: Sequence[int]) -> str:
    """``1-4, 7``: ten stretches at most."""
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and stretches[-1][-1] == number - 1:
            stretches[-1] = [stretches[-1][0], number]
        else:
            stretches.append([number])
    said = ["-".join(map(str, stretch)) for stretch in stretches]
    return ", ".join(said[:10]) + ("…" if len(said) > 10 else "")
