"""Bản đăng ký thi đua của đơn vị dưới: one form for every residential group, registered yet or not."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.award import quoted
from vanban.domain.rows import first
from vanban.domain.target import ALL_GROUPS
from vanban.domain.wording import decimal, percentage
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, own_unit
from vanban.kinds.parts.closing import TwoSignatures
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
    """The form of one residential group."""

    group_name: str = Field(title="Tên đơn vị")


def keys(year: Year) -> tuple[str, ...]:
    """Every residential group."""
    return tuple(group.key for group in year.groups)


def compose(year: Year, key: str) -> GroupRegistrationContext:
    """The form of the group ``key``."""
    group = year.group(key)
    registration = first(year.group_registrations, group=key)
    families = registration.cultural_families if registration else None
    return GroupRegistrationContext(
        group_name=group.name,
        letterhead=unit_head(year, group.name),
        heading=form_heading(year),
        office_noun=year.office.own_noun,
        introduction=introduction(year, group.name),
        facts=(
            Fact(label=year.office.unit_kind.head, value=group.leader),
            Fact(label="Trưởng ban công tác Mặt trận", value=group.front_head),
            Fact(label="Tổng số hộ", value=f"{decimal(group.households)} hộ"),
            Fact(label="Số hộ đăng ký “Gia đình văn hóa”", value=_share(families, group.households)),
        ),
        title=quoted(registration.title, year.office) if registration and registration.title else "",
        targets=targets_of(year, ALL_GROUPS),
        commitments=commitments(registration.commitments if registration else ()),
        signatures=TwoSignatures(
            left_lines=("TRƯỞNG BAN", "CÔNG TÁC MẶT TRẬN"),
            left_name=group.front_head,
            right_lines=(year.office.unit_kind.head.upper(),),
            right_name=group.leader,
        ),
    )


def _share(families: int | None, households: int) -> str:
    if families is None:
        return ""
    return f"{decimal(families)} hộ, đạt tỷ lệ {percentage(families, households)}"


KIND = Kind(
    name="group_registration",
    title="Bản đăng ký thi đua của đơn vị dưới",
    step=Step.REGISTRATION,
    slug="dang-ky-to-dan-pho",
    context=GroupRegistrationContext,
    reads=("office", "plan", "groups", "group_registrations"),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Bản đăng ký thi đua của {year.group(key).name}",
    receivers=own_unit,
)
