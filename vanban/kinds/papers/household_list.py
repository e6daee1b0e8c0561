"""Danh sách hộ gia đình đăng ký “Gia đình văn hóa”: one list for every unit that registers.

The head of the group and the head of its Front committee lead the movement there and sign (Nghị định số 86/2023/NĐ-CP).
No text prescribes the list's form at registration: its layout is that of the office's other forms.
"""

from __future__ import annotations

from typing import Final

from pydantic import Field

from vanban.domain.award import EmulationTitle, quoted
from vanban.domain.people import Unit
from vanban.domain.record import Record
from vanban.domain.registration import Household
from vanban.domain.rows import first, those
from vanban.domain.wording import count, decimal, lower_first, percentage
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, own_unit
from vanban.kinds.parts.closing import TwoSignatures, signed_by_unit
from vanban.kinds.parts.form import plan_author, unit_head
from vanban.kinds.parts.letterhead import Heading, Letterhead, heading
from vanban.law.document_day import document_day, last_day
from vanban.law.household_standards import family_articles

_FAMILY = EmulationTitle.CULTURAL_FAMILY

MOST_EMPTY_ROWS: Final = 20
"""So many rows to write in fill the first page; whoever has more households enters them in the table of data."""


class HouseholdRow(Record):
    """One household of the list; in a list to be filled in by hand just its number."""

    ordinal: str = Field(title="Số thứ tự")
    head: str = Field(title="Họ và tên chủ hộ")
    members: str = Field(title="Số nhân khẩu")
    address: str = Field(title="Số nhà, địa chỉ")
    title: str = Field(title="Danh hiệu đăng ký")
    note: str = Field(title="Ghi chú")


class HouseholdListContext(Record):
    """The list of one unit."""

    letterhead: Letterhead = Field(title="Phần đầu")
    heading: Heading = Field(title="Tên danh sách")
    introduction: str = Field(title="Lời dẫn")
    rows: tuple[HouseholdRow, ...] = Field(title="Các hộ")
    total: str = Field(title="Câu tổng số")
    signatures: TwoSignatures = Field(title="Người ký")


def compose(year: Year, key: str) -> HouseholdListContext:
    """The list of the group ``key``: its households, or as many empty rows as it has registered."""
    group = year.group(key)
    entered = those(year.households, group=key)
    return HouseholdListContext(
        letterhead=unit_head(year, group.name),
        heading=heading("DANH SÁCH", f"Hộ gia đình đăng ký danh hiệu {quoted(_FAMILY)} {year.year.phrase}"),
        introduction=_introduction(year, group),
        rows=_written(entered) if entered else _empty(_registered(year, key)),
        total=_total(year.office.unit_kind.short, group, entered, _registered(year, key)),
        signatures=signed_by_unit(year, group),
    )


def _registered(year: Year, key: str) -> int:
    registration = first(year.group_registrations, group=key)
    return registration.families if registration else 0


def _introduction(year: Year, group: Unit) -> str:
    standard, decree = family_articles(year.law, document_day(year, "plan") or last_day(year), last_day(year))
    plan = f"Kế hoạch của {plan_author(year)} về {lower_first(year.plan.subject).removeprefix('về ')}"
    return (
        f"Thực hiện {plan}, {group.name} lập danh sách các hộ gia đình đăng ký phấn đấu đạt danh hiệu "
        f"{quoted(_FAMILY)} theo tiêu chuẩn tại {standard} và {decree} như sau:"
    )


def _written(households: tuple[Household, ...]) -> tuple[HouseholdRow, ...]:
    return tuple(
        HouseholdRow(
            ordinal=str(ordinal),
            head=row.head,
            members=count(row.members),
            address=row.address or "",
            title=quoted(row.title),
            note=row.note or "",
        )
        for ordinal, row in enumerate(households, start=1)
    )


def _empty(registered: int) -> tuple[HouseholdRow, ...]:
    blank = HouseholdRow(**dict.fromkeys(HouseholdRow.model_fields, ""))
    ordinals = range(1, min(registered, MOST_EMPTY_ROWS) + 1)
    return tuple(blank.model_copy(update={"ordinal": str(ordinal)}) for ordinal in ordinals)


def _total(unit: str, group: Unit, entered: tuple[Household, ...], registered: int) -> str:
    """How many households stand in the list, or how many the group has registered where they are written by hand."""
    number = len(entered) or registered
    said = "Danh sách này có" if entered else f"{group.name} đã đăng ký"
    if not group.households:
        return f"{said} {count(number)} hộ."
    share = percentage(number, group.households)
    return f"{said} {count(number)} hộ trên tổng số {decimal(group.households)} hộ của {unit}, đạt tỷ lệ {share}."


def keys(year: Year) -> tuple[str, ...]:
    """Every group that has registered households, or whose households are entered."""
    entered = {row.group for row in year.households}
    return tuple(group.key for group in year.groups if group.key in entered or _registered(year, group.key))


KIND = Kind(
    name="household_list",
    title="Danh sách hộ gia đình đăng ký “Gia đình văn hóa”",
    step=Step.REGISTRATION,
    slug="danh-sach-ho",
    context=HouseholdListContext,
    reads=("office", "law", "plan", "groups", "group_registrations", "households"),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Danh sách hộ đăng ký “Gia đình văn hóa” của {year.group(key).name}",
    receivers=own_unit,
)
