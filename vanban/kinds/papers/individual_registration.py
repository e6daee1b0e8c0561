"""Bản đăng ký thi đua của cá nhân: one form for every person."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.award import quoted
from vanban.domain.birth import BirthYear, birth_in_digits
from vanban.domain.people import Person
from vanban.domain.rows import first
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.parts.closing import confirmed, signing_position
from vanban.kinds.parts.form import (
    Fact,
    RegistrationContext,
    commitments,
    form_heading,
    introduction,
    unit_head,
)


class IndividualRegistrationContext(RegistrationContext):
    """The form of one person."""

    person_name: str = Field(title="Họ và tên")
    initiative: str = Field(title="Tên sáng kiến")


def keys(year: Year) -> tuple[str, ...]:
    """Every person."""
    return tuple(person.key for person in year.people)


def compose(year: Year, key: str) -> IndividualRegistrationContext:
    """The form of the person ``key``."""
    person = year.person(key)
    collective = year.collective(person.collective)
    registration = first(year.individual_registrations, person=key)
    return IndividualRegistrationContext(
        person_name=person.name,
        letterhead=unit_head(year, collective.name, collective.parent),
        heading=form_heading(year),
        office_noun=year.office.own_noun,
        introduction=introduction(year, "tôi"),
        facts=(
            Fact(label=_born(person), value=birth_in_digits(person.born_on)),
            Fact(label="Giới tính", value=person.gender.value),
            Fact(label="Chức vụ", value=person.position),
            Fact(label="Đơn vị công tác", value=collective.name),
        ),
        title=quoted(registration.title, year.office) if registration else "",
        initiative=(registration.initiative if registration else None) or "",
        targets=(),
        commitments=commitments(registration.commitments if registration else ()),
        signatures=confirmed(
            ("XÁC NHẬN CỦA", *signing_position(collective.head_position)),
            collective.head,
            person.name,
            "NGƯỜI ĐĂNG KÝ",
        ),
    )


KIND = Kind(
    name="individual_registration",
    title="Bản đăng ký thi đua của cá nhân",
    step=Step.REGISTRATION,
    slug="dang-ky-ca-nhan",
    context=IndividualRegistrationContext,
    reads=("office", "plan", "collectives", "people", "individual_registrations"),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Bản đăng ký thi đua của {year.person(key).name}",
    receivers=lambda year, key: (year.person(key).collective,),
)


def _born(person: Person) -> str:
    return "Năm sinh" if isinstance(person.born_on, BirthYear) else "Ngày, tháng, năm sinh"
