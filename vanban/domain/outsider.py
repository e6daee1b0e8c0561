"""People, households and groups whom the office rewards though they do not belong to it."""

from __future__ import annotations

from pydantic import Field, field_validator

from vanban.domain.award import NomineeKind
from vanban.domain.people import Gender
from vanban.domain.record import Record


class Outsider(Record):
    """Somebody from outside: a donor, a firm, a family of another place. Its address or post is printed as typed."""

    key: str = Field(title="Mã đối tượng")
    name: str = Field(title="Họ và tên, tên tập thể")
    kind: NomineeKind = Field(title="Loại đối tượng")
    gender: Gender | None = Field(default=None, title="Giới tính")
    address: str = Field(title="Chức vụ, đơn vị công tác; địa chỉ")
    head: str | None = Field(default=None, title="Người đại diện")
    head_position: str | None = Field(default=None, title="Chức vụ người đại diện")
    members: int | None = Field(default=None, title="Số người", ge=1)

    @field_validator("kind")
    @classmethod
    def _no_unit_of_an_office(cls, kind: NomineeKind) -> NomineeKind:
        if kind not in (NomineeKind.PERSON, NomineeKind.COLLECTIVE, NomineeKind.HOUSEHOLD):
            raise ValueError("Đối tượng ngoài cơ quan chỉ là cá nhân, tập thể hoặc hộ gia đình.")
        return kind
