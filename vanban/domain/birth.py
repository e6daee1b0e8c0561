"""When somebody was born: a day, or the year alone of whom the office knows no more."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from vanban.domain.wording import numeric_date

_EARLIEST: Final = 1900
_LATEST: Final = 2100


class BirthYear(int):
    """A year of birth of which the day is not known."""

    __slots__ = ()

    @property
    def year(self) -> int:
        """The year, as :class:`datetime.date` says it."""
        return int(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A whole number of four digits."""
        years = core_schema.int_schema(strict=True, ge=_EARLIEST, le=_LATEST)
        return core_schema.no_info_after_validator_function(cls._of, years)

    @classmethod
    def _of(cls, number: int) -> Self:
        return cls(number)


Birth = date | BirthYear
"""A day, or a year alone."""


def birth_in_digits(born: Birth) -> str:
    """``05/3/1980``, or ``1980`` where nothing else is known."""
    return str(int(born)) if isinstance(born, BirthYear) else numeric_date(born)
