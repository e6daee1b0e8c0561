"""Báo cáo tổng hợp đăng ký thi đua: what groups, collectives and people registered for, with totals."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.award import award_name
from vanban.domain.names import by_given_name
from vanban.domain.record import Record
from vanban.domain.wording import count, decimal, percentage, percentages
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, only
from vanban.kinds.parts.document import DocumentContext, headed
from vanban.kinds.parts.document import compose as compose_document


class GroupRow(Record):
    """One unit in the summary."""

    ordinal: str = Field(title="Số thứ tự")
    name: str = Field(title="Tên đơn vị")
    households: str = Field(title="Số hộ")
    cultural_families: str = Field(title="Số hộ đăng ký Gia đình văn hóa")
    share: str = Field(title="Tỷ lệ hộ đăng ký")
    title: str = Field(title="Danh hiệu đăng ký của đơn vị")


class CollectiveRow(Record):
    """One collective in the summary."""

    ordinal: str = Field(title="Số thứ tự")
    name: str = Field(title="Tên tập thể")
    head: str = Field(title="Người đứng đầu")
    title: str = Field(title="Danh hiệu đăng ký")


class IndividualRow(Record):
    """One person in the summary."""

    ordinal: str = Field(title="Số thứ tự")
    name: str = Field(title="Họ và tên")
    position: str = Field(title="Chức vụ")
    collective: str = Field(title="Đơn vị công tác")
    title: str = Field(title="Danh hiệu đăng ký")
    initiative: str = Field(title="Tên sáng kiến")


class RegistrationSummaryContext(DocumentContext):
    """The summary: a report with three tables."""

    unit_noun: str = Field(title="Tên loại đơn vị dưới")
    unit_name: str = Field(title="Tên cột đơn vị dưới")
    by_households: bool = Field(title="Có đếm hộ của đơn vị")
    group_registrations: tuple[GroupRow, ...] = Field(title="Bảng đăng ký của đơn vị")
    group_total: GroupRow = Field(title="Dòng tổng cộng của bảng đơn vị")
    collective_registrations: tuple[CollectiveRow, ...] = Field(title="Bảng đăng ký của tập thể")
    individual_registrations: tuple[IndividualRow, ...] = Field(title="Bảng đăng ký của cá nhân")


def compose(year: Year, key: str) -> RegistrationSummaryContext:
    """The year's summary; ``key`` is empty, there is one."""
    return RegistrationSummaryContext(
        **compose_document(year, "registration_summary", key),
        unit_noun=year.office.unit_kind.noun,
        unit_name=year.office.unit_kind.name,
        by_households=year.office.unit_kind.is_residential,
        group_registrations=_groups(year),
        group_total=_group_total(year),
        collective_registrations=_collectives(year),
        individual_registrations=_individuals(year),
    )


def _groups(year: Year) -> tuple[GroupRow, ...]:
    registered = {row.group: row for row in year.group_registrations}
    rows = [(group, registered[group.key]) for group in year.groups if group.key in registered]
    shares = percentages((row.families, group.household_count) for group, row in rows)
    return tuple(
        GroupRow(
            ordinal=str(ordinal),
            name=group.name,
            households=decimal(group.household_count),
            cultural_families=decimal(row.families),
            share=shares[ordinal - 1],
            title=award_name(row.title, year.office) if row.title else "",
        )
        for ordinal, (group, row) in enumerate(rows, start=1)
    )


def _group_total(year: Year) -> GroupRow:
    households = sum(year.group(row.group).household_count for row in year.group_registrations)
    families = sum(row.families for row in year.group_registrations)
    titled = sum(row.title is not None for row in year.group_registrations)
    return GroupRow(
        ordinal="",
        name="Tổng cộng",
        households=decimal(households),
        cultural_families=decimal(families),
        share=percentage(families, households) if households else "",
        title=f"{count(titled)} {year.office.unit_kind.short}",
    )


def _collectives(year: Year) -> tuple[CollectiveRow, ...]:
    return tuple(
        CollectiveRow(
            ordinal=str(ordinal),
            name=year.collective(row.collective).name,
            head=year.collective(row.collective).head,
            title=award_name(row.title, year.office),
        )
        for ordinal, row in enumerate(year.collective_registrations, start=1)
    )


def _individuals(year: Year) -> tuple[IndividualRow, ...]:
    rows = sorted(year.individual_registrations, key=lambda row: by_given_name(year.person(row.person).name))
    return tuple(
        IndividualRow(
            ordinal=str(ordinal),
            name=year.person(row.person).name,
            position=year.person(row.person).position,
            collective=year.collective(year.person(row.person).collective).name,
            title=award_name(row.title, year.office),
            initiative=row.initiative or "",
        )
        for ordinal, row in enumerate(rows, start=1)
    )


KIND = Kind(
    name="registration_summary",
    title="Báo cáo tổng hợp đăng ký thi đua",
    step=Step.REGISTRATION,
    slug="tong-hop-dang-ky",
    context=RegistrationSummaryContext,
    reads=(
        "office",
        "signatories",
        "legal_bases",
        "registration_summary",
        "groups",
        "collectives",
        "people",
        "group_registrations",
        "collective_registrations",
        "individual_registrations",
    ),
    keys=only("registration_summary"),
    compose=compose,
    headline=headed("Báo cáo", "registration_summary"),
)
