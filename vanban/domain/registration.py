"""What groups, collectives and people register for at the start of the year.

Registration is the office's own way of following the movement: no statute asks for it, none prescribes its form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from vanban.domain.award import EmulationTitle, NomineeKind
from vanban.domain.gender import Gender
from vanban.domain.honorific import honorific
from vanban.domain.receiver_row import Receiver, ReceiverRow, Sort
from vanban.domain.record import Record
from vanban.domain.rows import keyed
from vanban.domain.unit_kind import OF_RESIDENTS, UNIT_KINDS, also_called, of_units
from vanban.domain.wording import count

if TYPE_CHECKING:
    from vanban.domain.year import Year


class GroupRegistration(Record):
    """What one unit registers for: its title and, where people live, how many households aim at Gia đình văn hóa."""

    group: str = Field(
        title=f"Mã {UNIT_KINDS[0].short}",
        json_schema_extra=of_units("Mã {short}", "Mã {noun}") | also_called("Đơn vị", "Tên đơn vị"),
    )
    cultural_families: int | None = Field(
        default=None,
        title="Số hộ đăng ký Gia đình văn hóa",
        ge=0,
        json_schema_extra=OF_RESIDENTS | also_called("Số hộ đăng ký", "Số hộ đăng ký GĐVH"),
    )
    title: EmulationTitle | None = Field(
        default=None,
        title="Danh hiệu đăng ký",
        json_schema_extra=also_called("Danh hiệu", "Danh hiệu thi đua", "Danh hiệu thi đua đăng ký"),
    )
    commitments: tuple[str, ...] = Field(
        default=(),
        title="Nội dung đăng ký",
        json_schema_extra=also_called("Nội dung", "Nội dung thi đua", "Nội dung đăng ký thi đua"),
    )

    @property
    def families(self) -> int:
        """How many households register; none in a unit where nobody lives."""
        return self.cultural_families or 0


class CollectiveRegistration(Record):
    """The title that one collective registers for."""

    collective: str = Field(title="Mã tập thể", json_schema_extra=also_called("Tập thể", "Đơn vị", "Tên tập thể"))
    title: EmulationTitle = Field(
        title="Danh hiệu đăng ký",
        json_schema_extra=also_called("Danh hiệu", "Danh hiệu thi đua", "Danh hiệu thi đua đăng ký"),
    )
    commitments: tuple[str, ...] = Field(
        default=(),
        title="Nội dung đăng ký",
        json_schema_extra=also_called("Nội dung", "Nội dung thi đua", "Nội dung đăng ký thi đua"),
    )


class IndividualRegistration(Record):
    """The title that one person registers for, and the initiative that they mean to carry out."""

    person: str = Field(
        title="Mã người", json_schema_extra=also_called("Mã cá nhân", "Mã cán bộ", "Họ và tên", "Họ tên")
    )
    title: EmulationTitle = Field(
        title="Danh hiệu đăng ký",
        json_schema_extra=also_called("Danh hiệu", "Danh hiệu thi đua", "Danh hiệu thi đua đăng ký"),
    )
    initiative: str | None = Field(
        default=None, title="Tên sáng kiến", json_schema_extra=also_called("Sáng kiến", "Tên sáng kiến, giải pháp")
    )
    commitments: tuple[str, ...] = Field(
        default=(),
        title="Nội dung đăng ký",
        json_schema_extra=also_called("Nội dung", "Nội dung thi đua", "Nội dung đăng ký thi đua"),
    )


class Household(ReceiverRow):
    """One household that registers for “Gia đình văn hóa”, in the list of its unit.

    By its ``key`` it can be nominated and rewarded; most households have none.
    """

    sort: ClassVar[Sort] = Sort("hộ gia đình", rank=4)

    key: str = Field(default="", title="Mã hộ")
    group: str = Field(title=f"Mã {UNIT_KINDS[0].short}", json_schema_extra=of_units("Mã {short}", "Mã {noun}"))
    head: str = Field(title="Chủ hộ", json_schema_extra=also_called("Tên chủ hộ", "Họ tên chủ hộ", "Họ và tên chủ hộ"))
    gender: Gender | None = Field(
        default=None, title="Giới tính chủ hộ", json_schema_extra=also_called("Giới tính", "Nam/Nữ")
    )
    members: int = Field(title="Số nhân khẩu", json_schema_extra=also_called("Nhân khẩu", "Số khẩu", "Số người"), ge=1)
    address: str | None = Field(
        default=None, title="Số nhà, địa chỉ", json_schema_extra=also_called("Địa chỉ", "Số nhà")
    )
    title: EmulationTitle = Field(
        default=EmulationTitle.CULTURAL_FAMILY, title="Danh hiệu đăng ký", json_schema_extra=also_called("Danh hiệu")
    )
    note: str | None = Field(default=None, title="Ghi chú")
    recognised: bool | None = Field(
        default=None, title="Đạt danh hiệu (có/không)", json_schema_extra=also_called("Đạt danh hiệu", "Được công nhận")
    )
    excluded_by: str | None = Field(default=None, title="Lý do không được xét (nếu có)")

    @property
    def name(self) -> str:
        """``Gia đình ông Nguyễn Văn A``; where nobody says whether Ông or Bà, both."""
        address = honorific(self.gender).lower() if self.gender else "ông (bà)"
        return f"Gia đình {address} {self.head}"

    def as_receiver(self, year: Year) -> Receiver:
        """A household goes by its head; its papers go through its group."""
        group = keyed(year.groups).get(self.group)
        return Receiver(
            key=self.key,
            kind=NomineeKind.HOUSEHOLD,
            name=self.name,
            title=", ".join(filter(None, (self.address, group.name if group else None))),
            unit=self.group,
            unit_name=group.name if group else "",
            head=self.head,
            head_post="Chủ hộ",
            strength=f"{count(self.members)} nhân khẩu",
            strength_label=f"Tổng số nhân khẩu: {count(self.members)} người.",
            signs=("CHỦ HỘ",),
        )
