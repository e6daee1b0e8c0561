"""The people, units and collectives of an office."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, Field, JsonValue

from vanban.domain.award import NomineeKind
from vanban.domain.birth import Birth
from vanban.domain.gender import Gender
from vanban.domain.honorific import honorific
from vanban.domain.post import full_title
from vanban.domain.receiver_row import Receiver, ReceiverRow, Sort
from vanban.domain.text import matching_key
from vanban.domain.unit_kind import OF_RESIDENTS, UNIT_KINDS, also_called, of_units
from vanban.domain.wording import count

if TYPE_CHECKING:
    from vanban.domain.year import Year


_VACANT: Final = frozenset(
    map(
        matching_key,
        ("khuyết", "đang khuyết", "còn khuyết", "chưa có", "chưa bổ nhiệm", "trống", "bỏ trống", "không có"),
    )
)
_NOTHING: Final = frozenset("-–—.…_")


def holder(name: Any) -> Any:
    """Who holds a post, as written; empty where the words say that nobody does (``khuyết``, ``…``)."""
    if isinstance(name, str) and (matching_key(name).strip("().") in _VACANT or set(name.strip()) <= _NOTHING):
        return ""
    return name


Holder = Annotated[str, BeforeValidator(holder)]
"""The name of whoever holds a post; empty while the post is vacant."""

MAY_BE_VACANT: Final[dict[str, JsonValue]] = {"may_be_vacant": True}
"""Marks a field in which a vacant post can be written."""


class Unit(ReceiverRow):
    """A unit of the office (thôn, tổ dân phố, tổ chuyên môn …) and the people who answer for it.

    ``front_head`` and ``households`` are said where people live in it, ``members`` where they work in it.
    """

    sort: ClassVar[Sort] = Sort("", rank=3)

    key: str = Field(
        title=f"Mã {UNIT_KINDS[0].short}",
        json_schema_extra=of_units("Mã {short}", "Mã {noun}") | also_called("Mã", "Mã đơn vị"),
    )
    name: str = Field(
        title=f"Tên {UNIT_KINDS[0].noun}",
        json_schema_extra=of_units("Tên {noun}", "Tên {short}") | also_called("Tên", "Tên đơn vị"),
    )
    leader: Holder = Field(
        title=UNIT_KINDS[0].head,
        json_schema_extra=of_units("{head}") | also_called("Họ tên {head}", "Người đứng đầu") | MAY_BE_VACANT,
    )
    front_head: Holder | None = Field(
        default=None,
        title="Trưởng ban công tác Mặt trận",
        json_schema_extra=OF_RESIDENTS
        | also_called("Trưởng ban CTMT", "Trưởng ban Mặt trận", "Trưởng ban CT Mặt trận")
        | MAY_BE_VACANT,
    )
    households: int | None = Field(
        default=None,
        title="Số hộ",
        ge=1,
        json_schema_extra=OF_RESIDENTS | also_called("Tổng số hộ", "Số hộ dân", "Số hộ gia đình"),
    )
    members: int | None = Field(
        default=None, title="Số người", ge=1, json_schema_extra=also_called("Tổng số người", "Số thành viên")
    )

    def as_collective(self, head_position: str) -> Collective:
        """The same as a collective, which a unit is where people work; ``head_position`` is what its head is called."""
        return Collective(
            key=self.key, name=self.name, head=self.leader, head_position=head_position, members=self.members or 1
        )

    @property
    def household_count(self) -> int:
        """How many households live in it; none where people only work."""
        return self.households or 0

    def as_receiver(self, year: Year) -> Receiver:
        return Receiver(
            key=self.key,
            kind=NomineeKind.RESIDENTIAL_GROUP if year.office.unit_kind.is_residential else NomineeKind.COLLECTIVE,
            name=self.name,
            unit=self.key,
            unit_name=self.name,
            head=self.leader,
            head_post=year.office.unit_kind.head,
            **self._strength(),
            signs=(year.office.unit_kind.signs,),
        )

    def _strength(self) -> dict[str, str]:
        """What is counted in a unit: its households, or the people who work in it; nothing where neither is said."""
        if self.households:
            number = f"{count(self.households)} hộ"
            return {"strength": number, "strength_label": f"Tổng số hộ: {number}."}
        if self.members:
            number = f"{count(self.members)} người"
            return {"strength": number, "strength_label": f"Tổng số người: {number}."}
        return {}


class CollectiveKind(StrEnum):
    """What the Law tells apart among collectives: their own titles, who decides on them, what they can have."""

    OFFICE = "cơ quan hoặc tổ chức"
    ENTERPRISE = "doanh nghiệp hoặc hợp tác xã"
    COMMUNE = "đơn vị hành chính cấp xã"


class Collective(ReceiverRow):
    """A department, school, station or association that takes part in the movement; the commune itself where ``kind``
    says so."""

    sort: ClassVar[Sort] = Sort("tập thể", rank=2)

    key: str = Field(title="Mã tập thể", json_schema_extra=also_called("Mã", "Mã đơn vị"))
    name: str = Field(title="Tên tập thể", json_schema_extra=also_called("Tên", "Tên đơn vị"))
    parent: str | None = Field(default=None, title="Đơn vị cấp trên")
    head: Holder = Field(
        title="Người đứng đầu", json_schema_extra=also_called("Họ tên người đứng đầu", "Thủ trưởng") | MAY_BE_VACANT
    )
    head_position: str = Field(title="Chức vụ người đứng đầu", json_schema_extra=also_called("Chức vụ", "Chức danh"))
    members: int = Field(title="Số người", ge=1, json_schema_extra=also_called("Tổng số người", "Số thành viên"))
    armed: bool = Field(default=False, title="Thuộc lực lượng vũ trang (có/không)")
    kind: CollectiveKind = Field(default=CollectiveKind.OFFICE, title="Loại tập thể")

    def as_receiver(self, year: Year) -> Receiver:
        return Receiver(
            key=self.key,
            kind=NomineeKind.WARD if self.kind is CollectiveKind.COMMUNE else NomineeKind.COLLECTIVE,
            name=self.name,
            unit=self.key,
            unit_name=self.name,
            parent=self.parent,
            head=self.head,
            head_post=self.head_position,
            strength=count(self.members),
            strength_label=f"Tổng số cán bộ, công chức, người lao động: {count(self.members)} người.",
            signs=("THỦ TRƯỞNG ĐƠN VỊ",),
        )


class Person(ReceiverRow):
    """Somebody who registers or is nominated.

    ``full_title``: as documents name the post together with its unit, where the rule of
    :func:`vanban.domain.post.full_title` does not make it so.
    """

    sort: ClassVar[Sort] = Sort("cá nhân", rank=1)

    key: str = Field(title="Mã người", json_schema_extra=also_called("Mã", "Mã cá nhân", "Mã cán bộ"))
    name: str = Field(title="Họ và tên", json_schema_extra=also_called("Họ tên", "Họ và tên cá nhân"))
    gender: Gender = Field(title="Giới tính", json_schema_extra=also_called("Nam/Nữ", "Nam, nữ", "Giới"))
    born_on: Birth = Field(
        title="Ngày sinh",
        json_schema_extra=also_called("Ngày, tháng, năm sinh", "Ngày tháng năm sinh", "Sinh ngày", "Năm sinh"),
    )
    hometown: str = Field(title="Quê quán", json_schema_extra=also_called("Quê", "Nguyên quán"))
    residence: str = Field(
        title="Nơi thường trú",
        json_schema_extra=also_called(
            "Thường trú", "Địa chỉ thường trú", "Hộ khẩu thường trú", "Nơi đăng ký thường trú"
        ),
    )
    position: str = Field(title="Chức vụ", json_schema_extra=also_called("Chức danh", "Chức vụ, chức danh"))
    full_title: str | None = Field(default=None, title="Chức danh đầy đủ")
    collective: str = Field(
        title="Mã tập thể",
        json_schema_extra=also_called("Mã đơn vị", "Tập thể", "Đơn vị", "Đơn vị công tác"),
    )
    qualification: str | None = Field(
        default=None, title="Trình độ chuyên môn", json_schema_extra=also_called("Trình độ")
    )

    def as_receiver(self, year: Year) -> Receiver:
        unit = year.collective(self.collective)
        return Receiver(
            key=self.key,
            kind=NomineeKind.PERSON,
            name=self.name,
            honorific=honorific(self.gender),
            born_on=self.born_on,
            gender=self.gender.value,
            post=self.position,
            title=self.full_title or full_title(self.position, unit.name),
            unit=unit.key,
            unit_name=unit.name,
            parent=unit.parent,
            head=unit.head,
            head_post=unit.head_position,
        )
