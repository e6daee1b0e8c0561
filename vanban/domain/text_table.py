"""A table that stands in a text: its own columns, rows as typed, totals and order numbers computed."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Self

from pydantic import Field, model_validator

from vanban.domain.accents import accent_free
from vanban.domain.record import Record
from vanban.domain.wording import decimal, read_decimal

_ORDINALS: Final = frozenset({"tt", "stt", "so tt", "so thu tu"})
TOTAL: Final = "Tổng cộng"


class TextColumn(Record):
    """One column: its header, how wide it is, whether its numbers are added up in a last row.

    Without a width it gets its share of what is left, by what stands in it.
    """

    name: str = Field(title="Tên cột")
    width: Decimal | None = Field(default=None, title="Bề rộng, mm", gt=0, le=240)
    total: bool = Field(default=False, title="Cộng ở dòng cuối")

    @property
    def is_ordinal(self) -> bool:
        """Whether it holds the order numbers, which are counted and not typed."""
        return accent_free(self.name).strip(" .") in _ORDINALS


class TextTable(Record):
    """A table in a text; each row has as many cells as there are columns, or one less where the first counts rows."""

    columns: tuple[TextColumn, ...] = Field(title="Các cột", min_length=1)
    rows: tuple[tuple[str, ...], ...] = Field(title="Các dòng", min_length=1)

    @model_validator(mode="after")
    def _rows_fit(self) -> Self:
        wanted = len(self.columns)
        for number, row in enumerate(self.rows, start=1):
            if len(row) != wanted and not (self.columns[0].is_ordinal and len(row) == wanted - 1):
                raise ValueError(
                    f"Dòng {number} của bảng có {len(row)} ô, trong khi bảng có {wanted} cột.",
                    "Hãy ghi đủ ô, ngăn nhau bằng dấu “|”; ô trống thì để trống giữa hai dấu.",
                )
        for place, column in enumerate(self.columns):
            if column.total:
                self._added(place)
        return self

    def cells(self) -> tuple[tuple[str, ...], ...]:
        """The rows as printed: with their order numbers where a column is for these."""
        if not self.columns[0].is_ordinal:
            return self.rows
        counted = (row if len(row) == len(self.columns) else ("", *row) for row in self.rows)
        return tuple((row[0] or str(number), *row[1:]) for number, row in enumerate(counted, start=1))

    def total(self) -> tuple[str, ...]:
        """The last row: “Tổng cộng” and the sums; empty where no column is added up."""
        if not any(column.total for column in self.columns):
            return ()
        sums = [decimal(self._added(place)) if column.total else "" for place, column in enumerate(self.columns)]
        said = next((n for n, column in enumerate(self.columns) if not column.total and not column.is_ordinal), 0)
        return tuple(TOTAL if place == said and not text else text for place, text in enumerate(sums))

    def _added(self, place: int) -> Decimal:
        """The sum of a column; a blank cell counts nothing. ``ValueError``, in Vietnamese, for what is no number."""
        total = Decimal(0)
        for number, row in enumerate(self.cells(), start=1):
            try:
                total += read_decimal(row[place]) if row[place] else 0
            except ValueError:
                raise ValueError(
                    f"Cột “{self.columns[place].name}” được cộng nhưng dòng {number} ghi “{row[place]}”.",
                    "Hãy ghi số như 12 hoặc 12,5, hoặc bỏ “total” ở cột này.",
                ) from None
        return total
