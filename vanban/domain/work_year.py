"""The year of a set of documents: how it is named, when it begins and ends; a calendar year, or a school's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from vanban.domain.wording import sentence_case

_WRITTEN: Final = re.compile(r"((?:19|20|21)\d\d)(?: ?[-–] ?(\d{4}))?")
_SCHOOL_BEGINS: Final = 9
"""The month in which a school's year begins; it ends with the month before (năm học, from September to August)."""
_FIRST_HALF: Final = {False: (6, 30), True: (1, 31)}
"""Month and day on which the first half ends: six months, or a school's first term (học kỳ I)."""

YEAR_FORM: Final = "Hãy ghi năm như 2025, hoặc năm học như 2024-2025."


@dataclass(frozen=True, order=True)
class WorkYear:
    """A calendar year (``2024``), or a school's from September to August (``2024-2025``).

    Whatever is said or asked of the year of the documents is said and asked here: its folder, its name in print, its
    days. Numbers of documents run by the calendar year of the document's day, whatever this is (NĐ 30 Điều 15 khoản 1).
    """

    first: int
    is_school: bool = False

    @classmethod
    def read(cls, text: str) -> WorkYear:
        """The year that is written ``2024``, ``2024-2025`` or ``2024 - 2025``; ``ValueError`` for anything else."""
        found = _WRITTEN.fullmatch(text.strip())
        if found is None or (found[2] and int(found[2]) != int(found[1]) + 1):
            raise ValueError(YEAR_FORM)
        return cls(int(found[1]), is_school=found[2] is not None)

    @classmethod
    def names(cls, text: str) -> bool:
        """Whether a folder of that name is one of a year."""
        found = _WRITTEN.fullmatch(text)
        return found is not None and text == cls(int(found[1]), is_school=found[2] is not None).key

    @property
    def last(self) -> int:
        """The calendar year in which it ends."""
        return self.first + self.is_school

    @property
    def key(self) -> str:
        """Its folder, and its name in file names and commands: ``2024``, ``2024-2025``."""
        return f"{self.first}-{self.last}" if self.is_school else str(self.first)

    @property
    def name(self) -> str:
        """As documents print it: ``2024``, ``2024 - 2025``."""
        return f"{self.first} - {self.last}" if self.is_school else str(self.first)

    @property
    def noun(self) -> str:
        """``năm``, ``năm học``."""
        return "năm học" if self.is_school else "năm"

    @property
    def phrase(self) -> str:
        """``năm 2024``, ``năm học 2024 - 2025``: in a sentence."""
        return f"{self.noun} {self.name}"

    @property
    def title(self) -> str:
        """``Năm 2024``: where a line begins with it."""
        return sentence_case(self.phrase)

    @property
    def calendar(self) -> int | None:
        """The calendar year of every day in it; ``None`` where it has days of two."""
        return None if self.is_school else self.first

    @property
    def begins(self) -> date:
        """Its first day."""
        return date(self.first, _SCHOOL_BEGINS if self.is_school else 1, 1)

    @property
    def ends(self) -> date:
        """Its last day."""
        return date(self.last, 8 if self.is_school else 12, 31)

    @property
    def half_ends(self) -> date:
        """The last day of its first half: 30/6, or the end of January after a school's first term."""
        return date(self.last, *_FIRST_HALF[self.is_school])

    @property
    def previous(self) -> WorkYear:
        """The year before."""
        return WorkYear(self.first - 1, self.is_school)

    @property
    def next(self) -> WorkYear:
        """The year after."""
        return WorkYear(self.first + 1, self.is_school)

    def quarter_ends(self, quarter: int) -> date:
        """The last day of its first, second, third or fourth quarter."""
        month = self.begins.month - 1 + 3 * quarter
        return date(self.first + month // 12, month % 12 + 1, 1) - timedelta(days=1)

    def on(self, month: int, day: int) -> date:
        """That day of that month in it; ``ValueError`` where it has none."""
        return date(self.first if month >= self.begins.month else self.last, month, day)

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.begins <= day <= self.ends

    def holds_or_next(self, day: date) -> bool:
        """Whether the day lies in it or in the year after, when it is still reported on and decided about."""
        return self.begins <= day <= self.next.ends

    @property
    def register_year(self) -> int:
        """By which number the register knows the documents of this year, whatever days they bear."""
        return self.first

    def overlaps(self, other: WorkYear) -> bool:
        """Whether both would be the same year of the register: a calendar year and a school's that begin in it."""
        return self.first == other.first and self != other

    def to_json(self) -> int | str:
        """A calendar year as its number, as it always was; a school's as ``2024-2025``."""
        return self.key if self.is_school else self.first

    def __str__(self) -> str:
        return self.key

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read from what a file or a JSON says, stored as :meth:`to_json` says."""
        return core_schema.no_info_plain_validator_function(
            _read, serialization=core_schema.plain_serializer_function_ser_schema(cls.to_json)
        )


def _read(value: object) -> WorkYear:
    return value if isinstance(value, WorkYear) else WorkYear.read(str(value))
