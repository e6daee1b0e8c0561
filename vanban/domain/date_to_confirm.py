"""A day that was proposed from last year's and waits for somebody's word.

Until then the documents that hang on it are drafts and get no number. A day is settled when it is confirmed, or when
the data say another one: whoever wrote that has decided.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from pydantic import Field

from vanban.domain.record import Record

IN_TEXT: Final = "lời văn"
"""The last step of the place of a day that stands in a sentence."""


class DateToConfirm(Record):
    """One day of the new year: where it stands in the data, last year's, what is proposed, whether it is right."""

    place: str = Field(title="Mã chỗ")
    what: str = Field(title="Nội dung")
    last_year: date = Field(title="Ngày năm trước")
    proposed: date = Field(title="Ngày đề xuất")
    note: str | None = Field(default=None, title="Ghi chú")
    confirmed: bool = Field(default=False, title="Xác nhận (có/không)")

    @property
    def steps(self) -> tuple[str, ...]:
        """The place step by step: names of fields, keys or ordinals of the records of a list."""
        return tuple(self.place.split("/"))


def place_of(root: Any, path: tuple[str | int, ...]) -> str:
    """The place that ``path`` leads to from ``root``, by keys where records have them: it outlives a moved record."""
    steps, here = [], root
    for step in path:
        here = here[step] if isinstance(step, int) or isinstance(here, dict) else getattr(here, step)
        steps.append(getattr(here, "key", None) or str(step + 1) if isinstance(step, int) else step)
    return "/".join(steps)


def found_at(root: Any, steps: tuple[str, ...]) -> tuple[str | int, ...] | None:
    """The way back: the path of a place below ``root``, or ``None`` where there is nothing any more."""
    path: list[str | int] = []
    here = root
    for step in steps:
        if isinstance(here, tuple):
            names = [getattr(row, "key", None) or str(number) for number, row in enumerate(here, start=1)]
            position = names.index(step) if step in names else None
            if position is None:
                return None
            path.append(position)
            here = here[position]
        else:
            here = here.get(step) if isinstance(here, dict) else getattr(here, step, None)
            if here is None:
                return None
            path.append(step)
    return tuple(path)
