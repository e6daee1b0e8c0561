"""The forms that an office can have, and what each is called where a sentence names it for short.

Since 01/7/2025 the units of local government are tỉnh, thành phố, xã, phường, đặc khu (Luật số 72/2025/QH15, Điều 1);
quận, huyện, thị xã, thành phố thuộc tỉnh and thị trấn ended on the day before.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from pydantic import Field

from vanban.domain.record import Record


class OfficeForm(Record):
    """One form of office: its noun, whether a people's committee stands at its head, until when there was one.

    ``head``: who is at the head of such an office. ``article``: what says that there is none any more.
    """

    noun: str = Field(title="Loại cơ quan")
    head: str = Field(title="Người đứng đầu")
    has_committee: bool = Field(default=False, title="Có Ủy ban nhân dân")
    valid_to: date | None = Field(default=None, title="Có đến ngày")
    article: str = Field(default="", title="Căn cứ")

    @property
    def name(self) -> str:
        """At the beginning of a sentence."""
        return self.noun[:1].upper() + self.noun[1:]

    @property
    def is_commune(self) -> bool:
        """Whether it is one of the forms at the lowest level of government."""
        return self.noun in _COMMUNES

    @property
    def exemplary_title(self) -> str | None:
        """``Xã tiêu biểu``: the title that Luật Thi đua, khen thưởng, Điều 29 gives to communes; ``None`` to others."""
        return f"{self.name} tiêu biểu" if self.is_commune else None


_COMMUNES: Final = frozenset({"phường", "xã", "đặc khu", "thị trấn"})


def _local(noun: str) -> OfficeForm:
    return OfficeForm(noun=noun, head="Chủ tịch", has_committee=True)


def _until_two_levels(noun: str) -> OfficeForm:
    return OfficeForm(
        noun=noun,
        head="Chủ tịch",
        has_committee=True,
        valid_to=date(2025, 6, 30),
        article="Điều 1 Luật số 72/2025/QH15 Tổ chức chính quyền địa phương",
    )


FORMS: Final[Mapping[str, OfficeForm]] = {
    form.noun: form
    for form in (
        _local("phường"),
        _local("xã"),
        _local("đặc khu"),
        _until_two_levels("thị trấn"),
        _until_two_levels("quận"),
        _until_two_levels("huyện"),
        _until_two_levels("thị xã"),
        _local("thành phố"),
        _local("tỉnh"),
        OfficeForm(noun="trường", head="Hiệu trưởng"),
        OfficeForm(noun="cơ quan", head="Thủ trưởng"),
        OfficeForm(noun="đơn vị", head="Thủ trưởng"),
    )
}
"""By the noun; the locality's first word tells which where the data do not."""
