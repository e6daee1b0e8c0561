"""Two years that the law has nothing against, one of each regime, and a way to change one thing in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from vanban.domain.finding import Severity
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.ingest import read_year
from vanban.workflows.check import EVERY_PART, year_of

Change = tuple[tuple[str | int, ...], Any]
"""Where in a year, and the value that stands there instead."""


class Case(NamedTuple):
    """A rule, the base year, what makes it fail, what still passes, and what is said of the failure."""

    rule: str
    year: int
    fails: tuple[Change, ...]
    passes: tuple[Change, ...]
    path: tuple[str | int, ...]
    severity: Severity
    says: tuple[str, ...]


_ROOT = Path(__file__).parents[2]
_DATA = {2024: _ROOT / "data", 2026: _ROOT / "tests" / "workspaces" / "bac-giang-2026" / "data"}


@cache
def good_year(number: int) -> Year:
    """The sample year: phường Ngô Quyền in 2024, phường Bắc Giang in 2026."""
    files = {
        f"{folder}/{path.name}": path.read_bytes()
        for folder in ("office", str(number))
        for path in sorted((_DATA[number] / folder).iterdir())
    }
    reading = read_year(files, WorkYear(number), EVERY_PART)
    assert reading.value is not None, reading.findings
    return year_of(WorkYear(number), reading.value)


def changed(year: Year, *changes: Change) -> Year:
    """The year with some values replaced; ``+`` at the end of a path adds a row."""
    data = year.model_dump(exclude={"law"}) | {"law": year.law}
    for path, value in changes:
        inner: Any = data
        for step in path[:-1]:
            if isinstance(inner, tuple):
                raise TypeError(path)
            inner[step] = list(inner[step]) if isinstance(inner[step], tuple) else inner[step]
            inner = inner[step]
        if path[-1] == "+":
            inner.append(value)
        else:
            inner[path[-1]] = value
    return Year.model_validate(data)
