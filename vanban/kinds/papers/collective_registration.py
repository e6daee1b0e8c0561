"""Bản đăng ký thi đua của tập thể: one form for every department, school, station and association."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.award import quoted
from vanban.domain.rows import first
from vanban.domain.wording import count
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, own_unit
from vanban.kinds.parts.closing import TwoSignatures, signing_position
from vanban.kinds.parts.form import (
    Fact,
    RegistrationContext,
    commitments,
    form_heading,
    introduction,
    targets_of,
    unit_head,
)


class CollectiveRegistrationContext(RegistrationContext):
    """The form of one collective."""

    collective_name: str = Field(title="Tên tập thể")


def keys(year: Year) -> tuple[str, ...]:
    """Every collective."""
    return tuple(collective.key for collective in year.collectives)


def compose(year: Year, key: str) -> CollectiveRegistrationContext:
    """The form of the collective ``key``."""
    collective = year.collective(key)
    registration = first(year.collective_registrations, collective=key)
    return CollectiveRegistrationContext(
        collective_name=collective.name,
        letterhead=unit_head(year, collective.name, collective.parent),
        heading=form_heading(year),
        office_noun=year.office.own_noun,
        introduction=introduction(year, collective.name),
        facts=(
            Fact(label="Người đứng đầu", value=f"{collective.head}, {collective.head_position}"),
            Fact(label="Tổng số người", value=f"{count(collective.members)} người"),
        ),
        title=quoted(registration.title, year.office) if registration else "",
        targets=targets_of(year, key),
        commitments=commitments(registration.commitments if registration else ()),
        signatures=TwoSignatures(
            left_lines=("NGƯỜI LẬP",),
            left_name="",
            right_lines=signing_position(collective.head_position),
            right_name=collective.head,
        ),
    )


KIND = Kind(
    name="collective_registration",
    title="Bản đăng ký thi đua của tập thể",
    step=Step.REGISTRATION,
    slug="dang-ky-tap-the",
    context=CollectiveRegistrationContext,
    reads=("office", "plan", "collectives", "collective_registrations"),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Bản đăng ký thi đua của {year.collective(key).name}",
    receivers=own_unit,
)
