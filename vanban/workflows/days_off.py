"""The days on which Vietnam does not work: the calendar's, and those that go by the moon. Owns holidays."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import holidays

_KNOWN = range(1995, 2100)
"""The years for which the library has the lunar calendar."""


@lru_cache(maxsize=8)
def days_off(first: int, last: int) -> Mapping[date, str]:
    """The days off of those years with their names; days worked in exchange are known as far as they were announced."""
    years = [year for year in range(first, last + 1) if year in _KNOWN]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = holidays.country_holidays("VN", years=years, language="vi") if years else {}
        return {day: found[day] for day in sorted(found)}
