"""The tables of a scoring: its criteria, one sheet of points, the summary with ranks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from vanban.domain.measure import mm
from vanban.domain.rows import keyed
from vanban.domain.scoring import PERIOD_SLUGS, Criterion, CriterionKind, Every, Score, Scored, Scoring, period_name
from vanban.domain.tally import Placed, Tally, criteria_of
from vanban.domain.wording import decimal, listing, roman, sentence_case
from vanban.domain.year import Year
from vanban.kinds.parts.printed_table import PrintedColumn, PrintedTable

SCORE_PARTS: Final = ("scorings", "criteria", "scores")
SCORED_PARTS: Final = tuple(scored.value for scored in Scored)
_SHORT: Final = {Every.MONTH: "T{}", Every.QUARTER: "Quý {}", Every.TERM: "Học kỳ {}", Every.YEAR: "Năm"}
_OF_KIND: Final = {CriterionKind.SCORED: "", CriterionKind.BONUS: "Điểm thưởng", CriterionKind.PENALTY: "Điểm trừ"}

_ORDINAL: Final = 11.0

Cells = Callable[[Criterion], tuple[str, ...]]
Sums = Callable[[Sequence[Criterion]], tuple[str, ...]]


def scoring_named(year: Year, key: str) -> Scoring:
    """The scoring of that key; ``KeyError`` where there is none."""
    return keyed(year.scorings)[key]


def period_key(scoring: Scoring, period: int) -> str:
    """``t03``, ``q1``, ``hk1``, ``nam``: how the keys of that period's papers end."""
    return PERIOD_SLUGS[scoring.every].format(period)


def criteria_table(year: Year, scoring: str) -> PrintedTable:
    """The criteria group by group, with the most that each can bring and how it is counted."""
    return _by_group(
        (
            _column("TT", _ORDINAL, centred=True),
            _column("Nội dung tiêu chí", 78),
            _column("Điểm tối đa", 20, centred=True),
            _column("Cách tính điểm", 50),
        ),
        criteria_of(year, scoring),
        lambda row: (_most(row), row.counted or ""),
        lambda rows: (_sum_of(rows), ""),
    )


def sheet_table(year: Year, scoring: Scoring, rows: Mapping[str, Score]) -> PrintedTable:
    """One sheet: what the receiver says of itself, what is assessed; a cell without points is left to be filled in."""

    def points(criterion: Criterion) -> tuple[str, ...]:
        row = rows.get(criterion.key)
        return (
            _most(criterion),
            _said(row.own if row else None, criterion),
            _said(row.assessed if row else None, criterion),
            (row.note if row else None) or "",
        )

    return _by_group(
        (
            _column("TT", _ORDINAL, centred=True),
            _column("Nội dung tiêu chí", 66),
            _column("Điểm tối đa", 18, centred=True),
            _column("Điểm tự chấm", 18, centred=True),
            _column("Điểm chấm", 18, centred=True),
            _column("Lý do, ghi chú", 28),
        ),
        criteria_of(year, scoring.key),
        points,
        lambda some: (
            _sum_of(some),
            _given(some, {key: row.own for key, row in rows.items()}),
            _given(some, {key: row.assessed for key, row in rows.items()}),
            "",
        ),
    )


def summary_table(scoring: Scoring, rows: tuple[Placed, ...], period: int) -> PrintedTable:
    """Everybody, best first, with the parts of the sum of one period."""
    names = ("Điểm tiêu chí", "Điểm thưởng", "Điểm trừ")
    points = [row.periods[period] for row in rows]
    said = [tuple(decimal(part) for part in (one.scored, one.bonus, one.penalty)) for one in points]
    parts = tuple(_column(name, 18, centred=True) for name in names)
    return _ranked(_frame(scoring, parts, "Tổng điểm", _UPRIGHT), rows, said)


def year_table(scoring: Scoring, rows: tuple[Placed, ...], periods: tuple[int, ...]) -> PrintedTable:
    """Everybody, best first, with the sum of each period and their mean; for a page on its side."""
    each = _PERIODS_ACROSS / max(len(periods), _FEWEST)
    parts = tuple(_column(_short(scoring, period), each, centred=True) for period in periods)
    tallies = [[row.periods[period] for period in periods] for row in rows]
    said = [tuple(decimal(one.total) if one.is_whole else "" for one in own) for own in tallies]
    return _ranked(_frame(scoring, parts, "Điểm bình quân", _ACROSS), rows, said)


_UPRIGHT: Final = 160.0
_ACROSS: Final = 245.0
_PERIODS_ACROSS: Final = 138.0
_FEWEST: Final = 6
"""A column of points is never wider than one of so many."""


def _frame(scoring: Scoring, parts: tuple[PrintedColumn, ...], summed: str, room: float) -> tuple[PrintedColumn, ...]:
    """The columns of a summary, around those of the ``parts`` of the sum."""
    graded = (_column("Xếp loại", 24, centred=True),) if scoring.grades else ()
    ends = (_column(summed, 19, centred=True), _column("Xếp thứ", 14, centred=True), *graded)
    used = sum(column.width.mm for column in (*parts, *ends)) + _ORDINAL
    return (_column("TT", _ORDINAL, centred=True), _column("Đối tượng chấm", room - used), *parts, *ends)


def _ranked(
    columns: tuple[PrintedColumn, ...], rows: tuple[Placed, ...], said: Sequence[tuple[str, ...]]
) -> PrintedTable:
    made = (
        (
            str(ordinal),
            row.receiver.name,
            *parts,
            "" if row.total is None else decimal(row.total),
            "" if row.rank is None else str(row.rank),
            row.grade,
        )
        for ordinal, (row, parts) in enumerate(zip(rows, said, strict=True), start=1)
    )
    return PrintedTable(columns=columns, rows=tuple(cells[: len(columns)] for cells in made))


def told_of_ties(rows: tuple[Placed, ...]) -> tuple[str, ...]:
    """A sentence for each rank that several share, and one for those who have none."""
    said = []
    for rank, group in groupby((row for row in rows if row.rank is not None), key=lambda row: row.rank):
        names = [row.receiver.name for row in group]
        if len(names) > 1:
            said.append(f"Cùng xếp thứ {rank} vì bằng điểm: {listing(names)}.")
    left = [row.receiver.name for row in rows if row.rank is None]
    return (*said, *((f"Chưa xếp thứ vì chưa chấm đủ các tiêu chí: {listing(left)}.",) if left else ()))


def sum_sentence(tally: Tally, who: str) -> str:
    """``Tổng điểm chấm: 85 (tiêu chí: 80; thưởng: 8; trừ: 3).``"""
    parts = f"tiêu chí: {decimal(tally.scored)}; thưởng: {decimal(tally.bonus)}; trừ: {decimal(tally.penalty)}"
    return f"Tổng điểm {who}: {decimal(tally.total)} ({parts})."


def period_title(scoring: Scoring, period: int, year: Year) -> str:
    """The period as a headline names it."""
    return period_name(scoring.every, period, year.year)


def _by_group(
    columns: tuple[PrintedColumn, ...], criteria: Sequence[Criterion], cells: Cells, sums: Sums
) -> PrintedTable:
    """A bold row for each group with the sum of its points, then its criteria, numbered within it."""
    rows: list[tuple[str, ...]] = []
    bold: list[int] = []
    grouped = [(named, [*some]) for named, some in groupby(criteria, key=_heading)]
    for named, some in grouped:
        if named:
            bold.append(len(rows))
            rows.append((roman(len(bold)), named, *sums(some)))
        rows += [(str(place), row.name, *cells(row)) for place, row in enumerate(some, start=1)]
    scored = [row for row in criteria if row.kind is CriterionKind.SCORED]
    return PrintedTable(
        columns=columns, rows=tuple(rows), bold=tuple(bold), total=("", "Tổng điểm tiêu chí", *sums(scored))
    )


def _heading(row: Criterion) -> str:
    return row.heading or _OF_KIND[row.kind]


def _sum_of(rows: Sequence[Criterion]) -> str:
    """What the criteria of a group add up to; with a sign where all are taken off or given on top."""
    summed = decimal(sum((row.maximum for row in rows), Decimal(0)))
    kinds = {row.kind for row in rows}
    return _signed(summed, kinds.pop()) if len(kinds) == 1 else ""


def _given(criteria: Sequence[Criterion], points: Mapping[str, Decimal | None]) -> str:
    """What was given on the criteria of a group; empty while one of them has no points."""
    known = [abs(given) for row in criteria if (given := points.get(row.key)) is not None]
    kinds = {row.kind for row in criteria}
    whole = len(known) == len(criteria) and len(kinds) == 1
    return _signed(decimal(sum(known, Decimal(0))), kinds.pop()) if whole else ""


def _most(row: Criterion) -> str:
    return _signed(decimal(row.maximum), row.kind)


def _said(points: Decimal | None, criterion: Criterion) -> str:
    return "" if points is None else _signed(decimal(abs(points)), criterion.kind)


def _signed(points: str, kind: CriterionKind) -> str:
    sign = {CriterionKind.SCORED: "", CriterionKind.BONUS: "+", CriterionKind.PENALTY: "-"}[kind]
    return points if points == "0" else f"{sign}{points}"


def _short(scoring: Scoring, period: int) -> str:
    number = roman(period) if scoring.every in (Every.QUARTER, Every.TERM) else str(period)
    return sentence_case(_SHORT[scoring.every].format(number))


def _column(name: str, width: float, *, centred: bool = False) -> PrintedColumn:
    return PrintedColumn(name=name, width=mm(width), centred=centred)
