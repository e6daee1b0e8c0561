"""An office whose form or units are called by a word that no table has, and tables that its units cannot have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

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


def households_of_no_unit(year: Year) -> Iterator[Fault]:
    """Households, and meetings of households, in units where nobody lives."""
    kind = year.office.unit_kind
    for part in ("households", "group_meetings"):
        rows = getattr(year, part)
        if rows and not kind.is_residential:
            yield Fault(
                path=(part, 0),
                reason=f"{kind.name} không có hộ dân nên không có bảng này ({len(rows)} dòng).",
                remedy=(
                    "Hãy chuyển tệp này ra khỏi thư mục, hoặc sửa loại đơn vị (unit) trong tệp Cơ quan (office.yaml)."
                ),
            )


RULES: Final = (unknown_words, households_of_no_unit)
