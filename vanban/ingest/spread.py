"""A table with a column for each value of a field, as people keep points: read as the rows that it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from openpyxl.utils import get_column_letter
from pydantic import BaseModel

from vanban.domain.text import matching_key
from vanban.domain.unit_kind import OVER_COLUMNS
from vanban.ingest.grid import SheetGrid
from vanban.ingest.header import Header
from vanban.ingest.scalars import shown

_HIGHEST: Final = re.compile(r"\s*\([^()]*\d[^()]*\)$")
"""“Vệ sinh (40 điểm)”: how much a column is worth at most is no part of its name."""


class SpreadColumn(NamedTuple):
    """The headers under which a column of values is read: ``first`` where its cell is the first of a row, with what the
    row says of all its values, ``later`` where another came before it."""

    first: Header
    later: Header


def spread_over(
    grid: SheetGrid, header: Header, model: type[BaseModel], known: Mapping[str, str] | None = None
) -> tuple[Header, tuple[SpreadColumn, ...]]:
    """The header with every column that is read, and the headers of each column that stands for a value of its own.

    None of the latter where the table has a row for each value, or no such field. A column of values is one with a
    number in it under words that mean no field; where ``known`` says what values there are, by their words as they are
    compared, only under such words, and the value is what it says.
    """
    field = next((name for name in header.missing if OVER_COLUMNS in _marks(model, name)), None)
    if field is None:
        return header, ()
    mark = _marks(model, field)
    values, each, once = str(mark[OVER_COLUMNS]), _listed(mark["each"]), _listed(mark["once"])
    if values in header.columns:
        return header, ()
    spare = sorted(set(header.words) - set(header.columns.values()) - header.ordinals)
    said = {column: _HIGHEST.sub("", header.words[column]) for column in spare if header.words[column]}
    if known is None:
        over = [column for column in said if _has_number(grid, header, column)]
    else:
        said = {column: known[key] for column, words in said.items() if (key := matching_key(words)) in known}
        over = list(said)
    if not over:
        return header, ()
    missing = tuple(name for name in header.missing if name != field)
    own = {name: at for name, at in header.columns.items() if name in each}
    first = {name: at for name, at in header.columns.items() if name in once}
    read = {f"{values} {get_column_letter(column)}": column for column in over}
    later = (
        replace(
            header,
            columns=own | {values: column},
            missing=missing,
            over=(field, said[column], column),
        )
        for column in over
    )
    of_each = tuple(SpreadColumn(replace(one, columns=first | one.columns), one) for one in later)
    return replace(header, columns=own | first | read, missing=missing), of_each


def rows_read(
    grid: SheetGrid, header: Header, of_each: Sequence[SpreadColumn], numbers: list[int]
) -> Iterator[tuple[Header, int]]:
    """Which rows are read under which header: each once, or once for each of its cells that has a value."""
    for number in numbers:
        if not of_each:
            yield header, number
        filled = (one for one in of_each if one.first.over and one.first.over[2] in grid.rows[number])
        for place, one in enumerate(filled):
            yield (one.later if place else one.first), number


def _marks(model: type[BaseModel], name: str) -> Mapping[str, object]:
    extra = model.model_fields[name].json_schema_extra
    return extra if isinstance(extra, dict) else {}


def _listed(names: object) -> frozenset[str]:
    return frozenset(map(str, names)) if isinstance(names, list) else frozenset()


def _has_number(grid: SheetGrid, header: Header, column: int) -> bool:
    said = (shown(cells[column].raw) for row, cells in grid.rows.items() if row > header.row and column in cells)
    return any(words.strip().lstrip("-").replace(",", "").replace(".", "").isdecimal() for words in said)
