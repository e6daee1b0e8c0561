"""The figures that a text may name between braces, each counted from the year's data when it is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vanban.domain.year import Year, once_a_year
from vanban.kinds.parts.countings import COUNTINGS, Counting, counting_of


class Figures(Mapping[str, str]):
    """Every figure that the document ``key`` of ``kind`` may name, as printed; none is counted before it is asked for.

    Counts have two digits at least, shares one digit after the comma. ``KeyError`` for a name that is no figure there.
    """

    def __init__(self, year: Year, kind: str = "", key: str = "") -> None:
        self._year, self._kind, self._key = year, kind, key

    def __getitem__(self, name: str) -> str:
        counting = counting_of(self._kind, name)
        own = bool(counting.kinds)
        return _counted(self._year, counting, self._kind if own else "", self._key if own else "")[name]

    def __iter__(self) -> Iterator[str]:
        known = (name for counting in COUNTINGS if counting.told_in(self._kind) for name in counting.names)
        return iter(dict.fromkeys(known))

    def __len__(self) -> int:
        return sum(1 for _ in self)


@once_a_year
def _counted(year: Year, counting: Counting, kind: str, key: str) -> Mapping[str, str]:
    return counting.figures(year, kind, key)
