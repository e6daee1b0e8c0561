"""What was given before: the award memory of an office, one row for each receiver of each decision."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.award import EmulationTitle
from vanban.domain.record import Record
from vanban.domain.text import matching_key
from vanban.domain.unit_kind import also_called
from vanban.domain.work_year import WorkYear

_QUOTES = {ord(quote): " " for quote in "“”\"'"}


class GivenAward(Record):
    """An award that somebody was given by an earlier decision, of this office or another.

    ``nominee``: the key by which the office knows the receiver; without it name, year of birth and unit say who it is.
    ``not_nominee``: of whom somebody was asked, and it is another. ``revoked_by``: the decision that took it back
    (Luật Điều 93); it counts for nothing since.
    """

    nominee: str | None = Field(default=None, title="Mã đối tượng")
    name: str = Field(
        title="Họ và tên, tên tập thể", json_schema_extra=also_called("Họ và tên", "Họ tên", "Tên cá nhân, tập thể")
    )
    born_year: int | None = Field(default=None, title="Năm sinh", ge=1900, le=2100)
    unit: str | None = Field(
        default=None, title="Đơn vị công tác", json_schema_extra=also_called("Đơn vị", "Chức vụ, đơn vị công tác")
    )
    year: WorkYear = Field(title="Năm tính thành tích", json_schema_extra=also_called("Năm", "Năm khen thưởng"))
    award: str = Field(
        title="Danh hiệu, hình thức khen thưởng",
        json_schema_extra=also_called("Danh hiệu", "Hình thức khen thưởng", "Danh hiệu, hình thức"),
    )
    decision: str = Field(
        title="Số, ngày, tháng, năm của quyết định; cơ quan ban hành quyết định",
        json_schema_extra=also_called("Quyết định", "Số quyết định", "Quyết định khen thưởng"),
    )
    achievement: str | None = Field(default=None, title="Thành tích")
    not_nominee: str | None = Field(default=None, title="Không phải đối tượng mang mã")
    revoked_by: str | None = Field(default=None, title="Quyết định hủy bỏ")

    @property
    def is_title(self) -> bool:
        """Whether it is an emulation title, not a form of commendation."""
        said = award_key(self.award)
        return any(said == award_key(name) for title in EmulationTitle for name in (title.value, *title.aliases))


def award_key(award: str) -> str:
    """The name of an award for comparing: without quotation marks and the word “danh hiệu”."""
    return matching_key(award.translate(_QUOTES)).removeprefix(matching_key("danh hiệu ")).strip()
