"""The people, residential groups and collectives of a ward."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from vanban.domain.record import Record
from vanban.domain.unit_kind import OF_UNITS, UNIT_KINDS


class Gender(StrEnum):
    """As written in lists."""

    MALE = "Nam"
    FEMALE = "Nữ"


class ResidentialGroup(Record):
    """A residential group (tổ dân phố) and the people who answer for it."""

    key: str = Field(title="Mã tổ", json_schema_extra=OF_UNITS)
    name: str = Field(title=f"Tên {UNIT_KINDS[0].noun}", json_schema_extra=OF_UNITS)
    leader: str = Field(title=UNIT_KINDS[0].head, json_schema_extra=OF_UNITS)
    front_head: str = Field(title="Trưởng ban công tác Mặt trận")
    households: int = Field(title="Số hộ", ge=1)


class Collective(Record):
    """A department, school, station or association that takes part in the movement."""

    key: str = Field(title="Mã tập thể")
    name: str = Field(title="Tên tập thể")
    parent: str | None = Field(default=None, title="Đơn vị cấp trên")
    head: str = Field(title="Người đứng đầu")
    head_position: str = Field(title="Chức vụ người đứng đầu")
    members: int = Field(title="Số người", ge=1)
    armed: bool = Field(default=False, title="Thuộc lực lượng vũ trang (có/không)")


class Person(Record):
    """Somebody who registers or is nominated.

    ``full_title``: as documents name the post together with its unit, where the rule of
    :func:`vanban.domain.post.full_title` does not make it so.
    """

    key: str = Field(title="Mã người")
    name: str = Field(title="Họ và tên")
    gender: Gender = Field(title="Giới tính")
    born_on: date = Field(title="Ngày sinh")
    hometown: str = Field(title="Quê quán")
    residence: str = Field(title="Nơi thường trú")
    position: str = Field(title="Chức vụ")
    full_title: str | None = Field(default=None, title="Chức danh đầy đủ")
    collective: str = Field(title="Mã tập thể")
    qualification: str | None = Field(default=None, title="Trình độ chuyên môn")
