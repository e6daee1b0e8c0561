"""Bản đăng ký thi đua của đơn vị dưới: one form for every unit, registered yet or not."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.award import quoted
from vanban.domain.people import Unit
from vanban.domain.registration import GroupRegistration
from vanban.domain.rows import first
from vanban.domain.target import ALL_GROUPS
from vanban.domain.wording import count, decimal, percentage
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, own_unit
from vanban.kinds.parts.closing import signed_by_unit
from vanban.kinds.parts.form import (
    Fact,
    RegistrationContext,
    commitments,
    form_heading,
    introduction,
    targets_of,
    unit_head,
)


class GroupRegistrationContext(RegistrationContext):
    """The form of one unit."""

    group_name: str = Field(title="Tên đơn vị")


def keys(year: Year) -> tuple[str, ...]:
    """Every unit of the office."""
    return tuple(group.key for group in year.groups)


def compose(year: Year, key: str) -> GroupRegistrationContext:
    """The form of the group ``key``."""
    group = year.group(key)
    registration = first(year.group_registrations, group=key)
    return GroupRegistrationContext(
        group_name=group.name,
        letterhead=unit_head(year, group.name),
        heading=form_heading(year),
        office_noun=year.office.own_noun,
        introduction=introduction(year, group.name),
        facts=(Fact(label=year.office.unit_kind.head, value=group.leader), *_counted(group, registration)),
        title=quoted(registration.title, year.office) if registration and registration.title else "",
        targets=targets_of(year, ALL_GROUPS),
        commitments=commitments(registration.commitments if registration else ()),
        signatures=signed_by_unit(year, group),
    )


def _counted(group: Unit, registration: GroupRegistration | None) -> tuple[Fact, ...]:
    """Who else answers for the unit, and how many live or work in it, as far as the data say."""
    facts: list[Fact] = []
    if group.front_head:
        facts.append(Fact(label="Trưởng ban công tác Mặt trận", value=group.front_head))
    if group.members:
        facts.append(Fact(label="Tổng số người", value=f"{count(group.members)} người"))
    if group.households:
        facts.append(Fact(label="Tổng số hộ", value=f"{decimal(group.households)} hộ"))
        families = registration.cultural_families if registration else None
        facts.append(Fact(label="Số hộ đăng ký “Gia đình văn hóa”", value=_share(families, group.households)))
    return tuple(facts)


def _share(families: int | None, households: int) -> str:
    if families is None:
        return ""
    return f"{decimal(families)} hộ, đạt tỷ lệ {percentage(families, households)}"


KIND = Kind(
    name="group_registration",
    title="Bản đăng ký thi đua của đơn vị dưới",
    step=Step.REGISTRATION,
    slug="dang-ky-{unit}",
    context=GroupRegistrationContext,
    reads=("office", "plan", "groups", "group_registrations"),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Bản đăng ký thi đua của {year.group(key).name}",
    receivers=own_unit,
)
