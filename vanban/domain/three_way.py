"""Bring two changes of the same table together, cell by cell: what each changed alone goes through, what both changed
in two ways is told. Content is compared, never time."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from pydantic import Field

from vanban.domain.record import Record

Row = tuple[str, ...]


class CellClash(Record):
    """One cell that two people changed in two ways; of a whole row that one removed, ``column`` is ``None``.

    ``row`` is its place in the merged rows.
    """

    row: int = Field(title="Dòng", ge=0)
    column: int | None = Field(title="Cột")
    base: str = Field(title="Lúc mở")
    mine: str = Field(title="Của tôi")
    theirs: str = Field(title="Của người kia")


class MergedRows(Record):
    """The rows that both changes make, mine where they clash; ``clashes`` are for a person to decide."""

    rows: tuple[Row, ...] = Field(title="Các dòng")
    clashes: tuple[CellClash, ...] = Field(default=(), title="Chỗ hai người sửa khác nhau")


def merge_rows(base: Sequence[Row], mine: Sequence[tuple[int | None, Row]], theirs: Sequence[Row]) -> MergedRows:
    """Rows as they were opened, as I have them (each with its place in ``base``, ``None`` for a new one), and as they
    stand now. All rows have the same number of cells."""
    pairs = _paired(base, theirs)
    merged: list[Row] = []
    clashes: list[CellClash] = []
    ends: dict[int | None, int] = {None: 0}
    kept = {origin for origin, _ in mine if origin is not None}
    for origin, row in mine:
        if origin is None or (origin in pairs):
            now = theirs[pairs[origin]] if origin is not None else row
            before = base[origin] if origin is not None else row
            clashes += _clashes(len(merged), before, row, now)
            merged.append(_cells(before, row, now))
            ends[pairs[origin] if origin is not None else None] = len(merged)
        elif row != base[origin]:
            clashes.append(_row_clash(len(merged), base[origin], row, ()))
            merged.append(row)
    for origin, place in pairs.items():
        if origin not in kept and theirs[place] != base[origin]:
            clashes.append(_row_clash(len(merged), base[origin], (), theirs[place]))
            merged.append(theirs[place])
    return _with_new(merged, clashes, theirs, set(pairs.values()), ends)


def decided(merged: MergedRows, choices: Sequence[bool]) -> MergedRows:
    """The same without clashes: of each that cell or row which was chosen, theirs where its choice is true."""
    rows = [list(row) for row in merged.rows]
    gone: set[int] = set()
    for clash, takes_theirs in zip(merged.clashes, choices, strict=True):
        if clash.column is not None:
            if takes_theirs:
                rows[clash.row][clash.column] = clash.theirs
        elif takes_theirs != bool(clash.theirs):
            # Theirs without a row, or mine without one: the row goes.
            gone.add(clash.row)
    return MergedRows(rows=tuple(tuple(row) for place, row in enumerate(rows) if place not in gone))


def _with_new(
    merged: list[Row], clashes: list[CellClash], theirs: Sequence[Row], known: set[int], ends: dict[int | None, int]
) -> MergedRows:
    """Their new rows, each behind the row that it follows in theirs, unless mine has the very same as new."""
    added: list[tuple[int, Row]] = []
    after = 0
    for place, row in enumerate(theirs):
        after = ends.get(place, after)
        if place not in known and row not in merged:
            added.append((after, row))
    for shift, (after, row) in enumerate(added):
        merged.insert(after + shift, row)
        clashes = [
            clash.model_copy(update={"row": clash.row + 1}) if clash.row >= after + shift else clash
            for clash in clashes
        ]
    return MergedRows(rows=tuple(merged), clashes=tuple(clashes))


def _paired(base: Sequence[Row], theirs: Sequence[Row]) -> dict[int, int]:
    """Which row of ``theirs`` each row of ``base`` has become: the same, else of the same first cell, else in place."""
    pairs: dict[int, int] = {}
    for tag, first, last, begin, end in SequenceMatcher(None, base, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs.update(zip(range(first, last), range(begin, end), strict=True))
        elif tag == "replace":
            pairs.update(_alike(base, theirs, range(first, last), range(begin, end)))
    return pairs


def _alike(base: Sequence[Row], theirs: Sequence[Row], olds: range, news: range) -> dict[int, int]:
    names = {theirs[new][0]: new for new in reversed(news) if theirs[new] and theirs[new][0]}
    pairs = {old: names.pop(base[old][0]) for old in olds if base[old] and base[old][0] in names}
    rest_old = [old for old in olds if old not in pairs]
    rest_new = [new for new in news if new not in pairs.values()]
    if len(rest_old) == len(rest_new):
        pairs.update(zip(rest_old, rest_new, strict=True))
    return pairs


def _cells(before: Row, mine: Row, theirs: Row) -> Row:
    return tuple(now if own == was else own for was, own, now in zip(before, mine, theirs, strict=True))


def _clashes(place: int, before: Row, mine: Row, theirs: Row) -> list[CellClash]:
    return [
        CellClash(row=place, column=column, base=was, mine=own, theirs=now)
        for column, (was, own, now) in enumerate(zip(before, mine, theirs, strict=True))
        if own != was and now not in (was, own)
    ]


def _row_clash(place: int, base: Row, mine: Row, theirs: Row) -> CellClash:
    return CellClash(row=place, column=None, base="; ".join(base), mine="; ".join(mine), theirs="; ".join(theirs))
