"""An office whose form or units are called by a word that no table has, and titles that its units cannot have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.award import EmulationTitle, quoted
from vanban.domain.consistency.fault import Fault
from vanban.domain.office_form import FORMS
from vanban.domain.suggestion import did_you_mean
from vanban.domain.unit_kind import BY_NOUN, UnitKind
from vanban.domain.year import Year


def unknown_words(year: Year) -> Iterator[Fault]:
    """A form of office or a kind of unit without a row: its head, columns and titles would be another kind's."""
    for field, said, known in (("form", year.office.form, FORMS), ("unit", year.office.unit, BY_NOUN)):
        if said is not None and not isinstance(said, UnitKind) and said.casefold() not in known:
            yield Fault(
                path=("office", field),
                value=said,
                reason=f"Chương trình không biết loại này.{did_you_mean(said.casefold(), known)}",
                remedy=f"Hãy ghi một trong: {', '.join(known)}.",
            )


def titles_of_no_unit(year: Year) -> Iterator[Fault]:
    """The cultural title of a residential unit, registered for where the units are none: those of a school."""
    kind = year.office.unit_kind
    for position, row in enumerate(year.group_registrations):
        if row.title is EmulationTitle.CULTURAL_RESIDENTIAL_GROUP and kind.cultural_title is None:
            yield Fault(
                path=("group_registrations", position, "title"),
                value=row.title.value,
                reason=f"{quoted(row.title)} là danh hiệu của nơi dân cư, {kind.noun} không có danh hiệu này.",
                remedy="Hãy xóa hoặc sửa danh hiệu đăng ký.",
            )


RULES: Final = (unknown_words, titles_of_no_unit)
