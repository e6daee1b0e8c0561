"""One file of a year's data: under which name it stands, how it is written, what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal

from vanban.domain.record import Record

_TABLES: Final = (".xlsx", ".csv")
_TEXTS: Final = (".yaml", ".yml")


class InNewYear(Enum):
    """What becomes of a file of a year when the next one begins."""

    COPIED = "chép"
    EMPTIED = "để trống"
    LEFT_OUT = "không chép"
    COMPARED = "thành số so sánh"
    HANDED_ON = "chép nguyên các dòng"


class FileShape(Enum):
    """How a part is written: one record or a list of records in YAML, or a table in Excel or CSV."""

    RECORD = "record"
    RECORDS = "records"
    TABLE = "table"


@dataclass(frozen=True)
class DataFile:
    """One file of the data: under which name it comes out, and what it holds.

    ``folder`` is ``office`` for what stays from year to year, ``year`` for the folder of the year and ``papers`` for
    what describes a paper of the office's own. ``stem`` is the file's name without its ending, in lower case.
    ``needed_by`` names the parts whose rows speak of its rows: a table that is not ``required`` is asked for where one
    of them has some. ``in_new_year`` says what the next year takes over of it, where that is not usual for its shape
    (:attr:`carried`), ``emptied`` which of its fields begin empty; ``review.votes`` is one of a record inside.
    """

    name: str
    stem: str
    folder: Literal["office", "year", "papers"]
    shape: FileShape
    model: type[Record]
    required: bool = True
    in_new_year: InNewYear | None = None
    emptied: tuple[str, ...] = ()
    needed_by: tuple[str, ...] = ()

    @property
    def carried(self) -> InNewYear:
        """What the next year takes over of it: texts are copied, tables have their headers only."""
        usual = InNewYear.EMPTIED if self.shape is FileShape.TABLE else InNewYear.COPIED
        return self.in_new_year or usual

    @property
    def endings(self) -> tuple[str, ...]:
        """What the file's name may end in, the usual one first."""
        return _TABLES if self.shape is FileShape.TABLE else _TEXTS
