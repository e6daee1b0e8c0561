"""A year that tells which of its fields are read, whoever reads them and whether or not anything is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, Self

from pydantic import PrivateAttr

from vanban.domain.year import Year

FIELDS: Final = frozenset(Year.model_fields)
NO_FILES: Final = frozenset({"year", "agreement", "issued"})
"""What is known of a year without any of its files."""

_heard: set[str] = set()


@contextmanager
def reads() -> Iterator[set[str]]:
    """The fields of a file that are read of any recording year within the block."""
    found: set[str] = set()
    _heard.clear()
    yield found
    found |= _heard - NO_FILES


class RecordingYear(Year):
    """A field that a copy replaces is not read from the data any more, whatever is read of the copy."""

    _replaced: frozenset[str] = PrivateAttr(default=frozenset())

    @classmethod
    def of(cls, year: Year) -> Self:
        """The same year, of which nothing is worked out yet."""
        return cls.model_construct(**dict(year))

    def __getattribute__(self, name: str) -> Any:
        if name in FIELDS and name not in self._replaced:
            _heard.add(name)
        return super().__getattribute__(name)

    def __iter__(self) -> Any:
        _heard.update(FIELDS - self._replaced)
        return super().__iter__()

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """Whoever takes all reads all."""
        _heard.update(FIELDS - self._replaced)
        return super().model_dump(**options)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Another year, with fields of its own."""
        copied = super().model_copy(update=update, deep=deep)
        copied._replaced = self._replaced | frozenset(update or {})
        return copied
