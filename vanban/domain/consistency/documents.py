"""The documents that a year holds, with where they stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from vanban.domain.consistency.fault import Path
from vanban.domain.document import Document
from vanban.domain.record import Record
from vanban.domain.year import Year, once_a_year


@once_a_year
def documents(year: Year) -> tuple[tuple[Path, Document], ...]:
    """Each document that the year has, wherever it stands: a field of its own, or inside a record of a list."""
    return tuple(found for name in Year.model_fields for found in _within((name,), getattr(year, name)))


def key_of(year: Year, path: Path) -> str:
    """The key of the document that stands there: its own, or that of the record in which it stands; empty without."""
    key, place = "", cast(Any, year)
    for step in path:
        place = getattr(place, step) if isinstance(step, str) else place[step]
        key = getattr(place, "key", key)
    return key


def _within(path: Path, value: object) -> Iterator[tuple[Path, Document]]:
    if isinstance(value, Document):
        yield path, value
        return
    inner: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, tuple):
        inner = enumerate(value)
    elif isinstance(value, Record):
        inner = ((name, getattr(value, name)) for name in type(value).model_fields)
    for step, item in inner:
        # Most of a year are words and numbers: they are not even asked.
        if isinstance(item, (tuple, Record)):
            yield from _within((*path, step), item)
