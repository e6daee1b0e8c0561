"""Rows of a table that are looked up by what a column says; each index is made at its first look-up, once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import AfterValidator


class Keyed(Protocol):
    """A row that others name by its key."""

    @property
    def key(self) -> str: ...


_T = TypeVar("_T")
_K = TypeVar("_K", bound=Keyed)


class IndexedRows(tuple[_T, ...]):
    """A tuple that remembers its indexes: neither it nor the frozen rows in it ever change."""

    @cached_property
    def by_key(self) -> Mapping[str, _T]:
        """The rows by their ``key``, in order; of two with one key the first."""
        return _keyed(self)

    @cached_property
    def _by_columns(self) -> dict[tuple[str, ...], Mapping[tuple[object, ...], tuple[_T, ...]]]:
        return {}

    def saying(self, columns: tuple[str, ...]) -> Mapping[tuple[object, ...], tuple[_T, ...]]:
        """What those columns say → the rows that say so, in order."""
        if columns not in self._by_columns:
            found: dict[tuple[object, ...], list[_T]] = {}
            for row in self:
                found.setdefault(_says(row, columns), []).append(row)
            self._by_columns[columns] = {said: tuple(own) for said, own in found.items()}
        return self._by_columns[columns]

    def __reduce__(self) -> tuple[Any, ...]:
        """The rows alone travel to another process."""
        return type(self), (tuple(self),)


Rows = Annotated[tuple[_T, ...], AfterValidator(IndexedRows)]
"""The type of a field that holds a table: rows come in as any tuple and are kept with their indexes."""


def keyed(rows: Iterable[_K]) -> Mapping[str, _K]:
    """Rows by their key, in order; of two with one key the first."""
    return rows.by_key if isinstance(rows, IndexedRows) else _keyed(rows)


def those(rows: tuple[_T, ...], **said: object) -> tuple[_T, ...]:
    """The rows whose columns say that, in order: ``those(year.households, group="tdp-01")``."""
    columns = tuple(sorted(said))
    wanted = tuple(said[column] for column in columns)
    if isinstance(rows, IndexedRows):
        indexed: IndexedRows[_T] = rows
        return indexed.saying(columns).get(wanted, ())
    return tuple(row for row in rows if _says(row, columns) == wanted)


def first(rows: tuple[_T, ...], **said: object) -> _T | None:
    """The first of those rows; ``None`` where no row says that."""
    return next(iter(those(rows, **said)), None)


def _keyed(rows: Iterable[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in rows:
        found.setdefault(row.key, row)
    return found


def _says(row: object, columns: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(row, column) for column in columns)
