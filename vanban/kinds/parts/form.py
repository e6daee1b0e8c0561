"""What the ward's own forms have in common: the unit's letterhead, labelled facts, two signatures.

What the data does not say is empty here; the template draws a dotted line there, on which a person writes by hand.

No statute prescribes these forms (Luật Thi đua, khen thưởng 2022 does not ask for registration); their layout follows
Phụ lục I where it speaks of the same parts.
"""

from __future__ import annotations

from typing import Final

from pydantic import Field

from vanban.domain.record import Record
from vanban.domain.target import shared
from vanban.domain.text import matching_key
from vanban.domain.wording import lower_first
from vanban.domain.year import Year
from vanban.kinds.parts.closing import TwoSignatures
from vanban.kinds.parts.letterhead import Heading, Letterhead, heading, unit_letterhead
from vanban.kinds.parts.reference import issuer_of

_TYPE_NAME = "BẢN ĐĂNG KÝ THI ĐUA"


_SHARED: Final = "Góp phần thực hiện"


class Fact(Record):
    """One labelled line of a form."""

    label: str = Field(title="Tên mục")
    value: str = Field(title="Nội dung")


class FormTarget(Record):
    """One target that the unit answers for, with the room to write its own level."""

    ordinal: str = Field(title="Số thứ tự")
    statement: str = Field(title="Chỉ tiêu của cơ quan")
    level: str = Field(default="", title="Mức của đơn vị, nếu không để đơn vị tự ghi")


class RegistrationContext(Record):
    """A registration form, as far as the data can fill it in."""

    letterhead: Letterhead = Field(title="Phần đầu")
    heading: Heading = Field(title="Tên bản đăng ký")
    office_noun: str = Field(title="Gọi tắt loại cơ quan")
    introduction: str = Field(title="Lời dẫn")
    facts: tuple[Fact, ...] = Field(title="Các dòng thông tin")
    title: str = Field(title="Danh hiệu đăng ký")
    targets: tuple[FormTarget, ...] = Field(title="Các chỉ tiêu được giao")
    commitments: tuple[str, ...] = Field(title="Các nội dung đăng ký")
    signatures: TwoSignatures = Field(title="Người ký")


def unit_head(year: Year, unit: str, parent: str | None = None) -> Letterhead:
    """The letterhead of a unit of the ward: its name in capitals under its superior's, the committee's if not said.

    The office's own staff are no agency beside it (“Cơ quan Ủy ban nhân dân …”): their papers bear the office's head.
    """
    body = next((body for body in year.office.bodies if is_office(body.name, unit)), None)
    if body is not None:
        return unit_letterhead(year, body.parent_lines, body.name_lines)
    return unit_letterhead(year, (parent or year.office.short_name,), (unit,))


def is_office(name: str, unit: str) -> bool:
    """Whether ``unit`` is what the office of that name calls its own staff as a collective."""
    return matching_key(unit).removeprefix(f"{matching_key('cơ quan')} ") == matching_key(name)


def form_heading(year: Year) -> Heading:
    """The name of every registration form of the year."""
    return heading(_TYPE_NAME, f"{year.year.title}")


def introduction(year: Year, who: str) -> str:
    """Why the form is written and by whom."""
    plan = f"Kế hoạch của {plan_author(year)} về {lower_first(year.plan.subject).removeprefix('về ')}"
    return f"Thực hiện {plan}, {who} đăng ký thi đua như sau:"


def plan_author(year: Year) -> str:
    """Whose the plan is, as a form names the office for short."""
    issuer = issuer_of(year, year.plan)
    return issuer.replace(year.office.name, year.office.short_name)


def targets_of(year: Year, responsible: str) -> tuple[FormTarget, ...]:
    """The plan's targets that ``responsible`` answers for."""
    own = [target for target in year.plan.targets if responsible in target.responsible]
    return tuple(
        FormTarget(
            ordinal=str(ordinal),
            statement=target.sentence.rstrip(" .;"),
            level=_SHARED if shared(target, responsible) else "",
        )
        for ordinal, target in enumerate(own, start=1)
    )


def commitments(written: tuple[str, ...]) -> tuple[str, ...]:
    """The commitments that a clerk wrote in one cell, without their dashes and stops."""
    return tuple(filter(None, (line.strip(" -.") for line in written)))
