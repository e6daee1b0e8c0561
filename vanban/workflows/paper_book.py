"""Hold the rows of an old paper book against each other and against what the register has already."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.register_entry import Entry, EntryState, SeriesOpening
from vanban.domain.register_row import PaperRow
from vanban.domain.wording import numeric_date
from vanban.register import FARTHEST

Places = Mapping[tuple[str | int, ...], Place]
"""Where each row, and each value of a row, stands in the clerk's table."""

_LOOK = "Hãy xem lại sổ giấy."


class _Numbered(NamedTuple):
    """A number with its day; ``row`` where it comes from the table, ``None`` where the register has it."""

    ordinal: int
    day: date
    row: int | None


def wrong_rows(
    rows: Sequence[PaperRow], places: Places, file: str, opening: SeriesOpening, known: Sequence[Entry]
) -> tuple[Finding, ...]:
    """Every row that cannot be taken over into the series of ``opening``, of which the register holds ``known``."""
    if not rows:
        remedy = "Hãy chép các dòng của sổ giấy vào bảng."
        return (Finding(place=Place(file=file), reason="Bảng không có dòng dữ liệu nào.", remedy=remedy),)

    def at(row: int, field: str, reason: str) -> Finding:
        value = getattr(rows[row], field)
        said = numeric_date(value) if isinstance(value, date) else str(value)
        place = places.get((row, field)) or Place(file=file)
        return Finding(place=place, value=said, reason=reason, remedy=_LOOK)

    held = {entry.ordinal for entry in known}
    findings = []
    for index, row in enumerate(rows):
        upcoming = max((opening.first, *(ordinal + 1 for ordinal in held)))
        if row.ordinal - upcoming > FARTHEST:
            reason = f"Số này cách số tiếp theo của sổ ({upcoming}) quá xa."
            findings.append(at(index, "ordinal", reason))
        elif row.ordinal in held:
            findings.append(at(index, "ordinal", f"Số {row.ordinal} đã có trong sổ hoặc ở dòng khác của bảng."))
        if row.issued_on.year != opening.year:
            findings.append(at(index, "issued_on", f"Ngày này không thuộc năm {opening.year} của sổ."))
        held.add(row.ordinal)
    return tuple(findings)


def odd_days(rows: Sequence[PaperRow], places: Places, file: str, known: Sequence[Entry]) -> Iterator[Finding]:
    """Rows whose day does not follow the order of numbers: they are taken over as the old book has them."""
    for row, reason in _out_of_order(rows, known):
        yield Finding(
            severity=Severity.WARNING,
            place=places.get((row, "issued_on")) or Place(file=file),
            value=numeric_date(rows[row].issued_on),
            reason=f"{reason} Đã nhập đúng như sổ cũ.",
            remedy=_LOOK,
        )


def missing_rows(held: Collection[int], file: str, opening: SeriesOpening) -> Iterator[Finding]:
    """The numbers before the first of the series that nobody has taken over: perhaps on another page of the book."""
    missing = [number for number in range(1, opening.first) if number not in held]
    if missing:
        yield Finding(
            severity=Severity.WARNING,
            place=Place(file=file),
            reason=f"Chưa nhập {len(missing)} số trước số {opening.first}: {_ranges(missing)}.",
            remedy="Nếu sổ giấy có các số ấy thì nhập thêm bằng một bảng khác.",
        )


def _out_of_order(rows: Sequence[PaperRow], known: Sequence[Entry]) -> Iterator[tuple[int, str]]:
    """Rows whose day does not stand between those of the numbers beside them (Điều 15 khoản 1)."""
    numbered = [_Numbered(row.ordinal, row.issued_on, index) for index, row in enumerate(rows)]
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
