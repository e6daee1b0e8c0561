"""Turn a field of a record into what its column of a form says: a prompt, a list to choose from, when a cell turns red.

The formulas use only functions that Excel 2007 and LibreOffice share, and hold for one cell as for a whole column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from typing import Any, Final

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from vanban.domain.birth import BirthYear
from vanban.domain.office import Office
from vanban.domain.record_value import is_as_typed
from vanban.domain.unit_kind import UNIT_KINDS, is_asked
from vanban.domain.wording import DATE_EXAMPLE
from vanban.ingest.assembly import kinds_of
from vanban.ingest.header import title_of
from vanban.ingest.scalars import choices, offers

NONE: Final = "không"
"""What somebody writes who means that there is none, where an empty cell may only have been left out."""

_LISTS: Final = (tuple, list)


@dataclass(frozen=True)
class KeyRow:
    """One key that may be written into a column, and what it stands for."""

    key: str
    name: str


@dataclass(frozen=True)
class FormColumn:
    """One column: its title, the prompt on its cells, whether it must be filled in, and what may be chosen.

    ``keys`` are offered too, but others are taken: a new person may stand on another sheet of the same form.
    ``or_year``: of a day the year alone is taken too.
    """

    name: str
    title: str
    required: bool
    prompt: str = ""
    options: tuple[str, ...] = ()
    keys: tuple[KeyRow, ...] = ()
    kind: type = str
    least: Decimal | None = None
    most: Decimal | None = None
    or_year: bool = False

    def wrong(self, cells: str, listed: str = "") -> str | None:
        """An array formula, 1 for each of ``cells`` that is filled and cannot be right; ``None`` where any text is.

        ``listed`` is the range of what may be chosen.
        """
        text = f"TRIM({cells})"
        said = f"(LEN({text})>0)"
        if self.options:
            return f"{said}*ISERROR(MATCH({text},{listed},0))"
        if self.kind is date:
            no_year = f"*ISERROR({_year(text)})" if self.or_year else ""
            return f"{said}*(1-ISNUMBER({cells}))*ISERROR({_day(text)}){no_year}"
        if self.kind is time:
            return f"{said}*(1-ISNUMBER({cells}))*ISERROR(TIMEVALUE({text}))"
        if self.kind is int:
            return f"{said}*ISERROR(1/({self._whole(text)}))"
        if self.kind is Decimal:
            pointed = f'SUBSTITUTE({text},",",".")'
            return f"{said}*ISERROR(VALUE({text}))*ISERROR(VALUE({pointed}))"
        return None

    def _whole(self, text: str) -> str:
        number = f"VALUE({text})"
        rules = [f"({number}=INT({number}))"]
        rules += [f"({number}>={self.least})"] if self.least is not None else []
        rules += [f"({number}<={self.most})"] if self.most is not None else []
        return "*".join(rules)


def _day(text: str) -> str:
    """1 where ``text`` is a day as offices write it; an error anywhere else."""
    first = f'FIND("/",{text})'
    second = f'FIND("/",{text},{first}+1)'
    day = f"VALUE(LEFT({text},{first}-1))"
    month = f"VALUE(MID({text},{first}+1,{second}-{first}-1))"
    year = f"VALUE(MID({text},{second}+1,4))"
    there = f"DATE({year},{month},{day})"
    return f"1/((LEN({text})-{second}=4)*(DAY({there})={day})*(MONTH({there})={month}))"


def _year(text: str) -> str:
    """1 where ``text`` is a year of four digits; an error anywhere else."""
    return f"1/((LEN({text})=4)*(VALUE({text})>=1900)*(VALUE({text})<=2100))"


def form_columns(
    model: type[BaseModel], office: Office | None = None, keys: Mapping[str, Sequence[KeyRow]] | None = None
) -> tuple[FormColumn, ...]:
    """The columns of a table of ``model`` in the words of the ``office``; ``keys`` offers keys, by field."""
    kind = office.unit_kind if office else UNIT_KINDS[0]
    offered = keys or {}
    made = []
    for name, field in model.model_fields.items():
        kinds = kinds_of(field.annotation)
        column = FormColumn(
            name=name,
            title=title_of(model, name, kind),
            required=is_asked(field, kind),
            options=_options(kinds, office),
            keys=tuple(offered.get(name, ())),
            kind=next((one for one in (date, time, int, Decimal) if one in kinds), str),
            least=_bound(field, "ge"),
            most=_bound(field, "le"),
            or_year=BirthYear in kinds,
        )
        need = "" if is_as_typed(field) else _need(kinds, column.required)
        prompt = " ".join(filter(None, (_prompt(kinds, column), need)))
        made.append(replace(column, prompt=prompt))
    return tuple(made)


def _options(kinds: tuple[Any, ...], office: Office | None) -> tuple[str, ...]:
    if bool in kinds:
        return ("có", "không")
    return tuple(offers((member for kind in kinds for member in choices(kind)), office).values())


def _bound(field: FieldInfo, which: str) -> Decimal | None:
    found = next((getattr(rule, which) for rule in field.metadata if getattr(rule, which, None) is not None), None)
    return None if found is None else Decimal(str(found))


def _need(kinds: tuple[Any, ...], required: bool) -> str:
    if required:
        return "Bắt buộc điền."
    return "" if bool in kinds else f"Không có thì ghi: {NONE}."


def _prompt(kinds: tuple[Any, ...], column: FormColumn) -> str:
    least, most = column.least, column.most
    if column.options:
        return "Chọn một trong các chữ của danh sách."
    if column.keys:
        return "Chọn mã trong danh sách; tên ứng với mã ở trang “Danh mục”."
    if BirthYear in kinds:
        return f"Ghi ngày/tháng/năm, {DATE_EXAMPLE}. Chỉ biết năm thì ghi năm, ví dụ 1980."
    if date in kinds:
        return f"Ghi ngày/tháng/năm, {DATE_EXAMPLE}."
    if time in kinds:
        return "Ghi giờ và phút, ví dụ 07:30."
    if int in kinds:
        reach = (f" từ {least}" if least is not None else "") + (f" đến {most}" if most is not None else "")
        return f"Ghi số nguyên{reach}, viết liền các chữ số."
    if Decimal in kinds:
        return "Ghi số, phần lẻ sau dấu phẩy, ví dụ 99,7."
    if any(getattr(kind, "__origin__", None) in _LISTS for kind in kinds):
        return "Nhiều mục thì ngăn cách bằng dấu chấm phẩy."
    return ""
