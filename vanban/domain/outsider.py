"""People, households and groups whom the office rewards though they do not belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field, field_validator

from vanban.domain.award import NomineeKind
from vanban.domain.gender import Gender
from vanban.domain.honorific import honorific
from vanban.domain.receiver_row import Receiver, ReceiverRow, Sort
from vanban.domain.unit_kind import also_called
from vanban.domain.wording import count

if TYPE_CHECKING:
    from vanban.domain.year import Year


class Outsider(ReceiverRow):
    """Somebody from outside: a donor, a firm, a family of another place. Its address or post is printed as typed."""

    sort: ClassVar[Sort] = Sort("đối tượng ngoài cơ quan", rank=5)

    key: str = Field(title="Mã đối tượng")
    name: str = Field(
        title="Họ và tên, tên tập thể", json_schema_extra=also_called("Họ và tên", "Họ tên", "Tên tập thể")
    )
    kind: NomineeKind = Field(title="Loại đối tượng")
    gender: Gender | None = Field(default=None, title="Giới tính")
    address: str = Field(
        title="Chức vụ, đơn vị công tác; địa chỉ",
        json_schema_extra=also_called("Địa chỉ", "Đơn vị công tác", "Chức vụ, đơn vị công tác"),
    )
    head: str | None = Field(default=None, title="Người đại diện", json_schema_extra=also_called("Đại diện"))
    head_position: str | None = Field(default=None, title="Chức vụ người đại diện")
    members: int | None = Field(default=None, title="Số người", json_schema_extra=also_called("Tổng số người"), ge=1)

    @field_validator("kind")
    @classmethod
    def _no_unit_of_an_office(cls, kind: NomineeKind) -> NomineeKind:
        if kind not in (NomineeKind.PERSON, NomineeKind.COLLECTIVE, NomineeKind.HOUSEHOLD):
            raise ValueError("Đối tượng ngoài cơ quan chỉ là cá nhân, tập thể hoặc hộ gia đình.")
        return kind

    def as_receiver(self, year: Year) -> Receiver:
        """What the data say of somebody from outside is printed as it is."""
        return Receiver(
            key=self.key,
            kind=self.kind,
            name=self.name,
            honorific=honorific(self.gender) if self.gender else "",
            gender=self.gender.value if self.gender else "",
            title=self.address,
            unit_name=self.name,
            head=self.head or self.name,
            head_post=self.head_position or "",
            strength=count(self.members) if self.members else "",
            strength_label=f"Tổng số người: {count(self.members)} người." if self.members else "",
            signs=("NGƯỜI ĐẠI DIỆN",),
        )
