"""What a year says about people, collectives and initiatives: the facts that an award's standards are held against.

Each class is a row of a table that the office keeps; the ratings come from the yearly notice of ratings.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from vanban.domain.award import Award
from vanban.domain.record import Record
from vanban.domain.unit_kind import also_called
from vanban.domain.work_year import WorkYear


class Rating(StrEnum):
    """How well somebody did their duties in a year, best first."""

    EXCELLENT = "Hoàn thành xuất sắc nhiệm vụ"
    GOOD = "Hoàn thành tốt nhiệm vụ"
    DONE = "Hoàn thành nhiệm vụ"
    NOT_DONE = "Không hoàn thành nhiệm vụ"

    def at_least(self, other: Rating) -> bool:
        """Whether this rating is ``other`` or better."""
        order = list(Rating)
        return order.index(self) <= order.index(other)


class DisciplineForm(StrEnum):
    """Forms of discipline, mildest first."""

    REPRIMAND = "Khiển trách"
    WARNING = "Cảnh cáo"
    PAY_CUT = "Hạ bậc lương"
    DEMOTION = "Giáng chức"
    REMOVAL = "Cách chức"
    RECALL = "Bãi nhiệm"
    DISMISSAL = "Buộc thôi việc"

    def at_least(self, other: DisciplineForm) -> bool:
        """Whether this form is ``other`` or harder."""
        order = list(DisciplineForm)
        return order.index(self) >= order.index(other)


class Evaluation(Record):
    """One person's year. ``official``: works in an office or unit, so is rated; others are workers and farmers."""

    person: str = Field(
        title="Mã người", json_schema_extra=also_called("Mã cá nhân", "Mã cán bộ", "Họ và tên", "Họ tên")
    )
    official: bool = Field(default=True, title="Cán bộ, công chức, viên chức, người lao động (có/không)")
    rating: Rating | None = Field(
        default=None,
        title="Xếp loại",
        json_schema_extra=also_called("Kết quả xếp loại", "Xếp loại chất lượng", "Mức xếp loại"),
    )
    discipline: DisciplineForm | None = Field(
        default=None, title="Hình thức kỷ luật", json_schema_extra=also_called("Kỷ luật")
    )
    disciplined_on: date | None = Field(default=None, title="Ngày quyết định kỷ luật")
    served_on: date | None = Field(default=None, title="Ngày chấp hành xong kỷ luật")
    under_review: str | None = Field(default=None, title="Đang bị xem xét, điều tra, xác minh (lý do)")
    months_served: int | None = Field(
        default=None,
        title="Số tháng công tác trong năm",
        json_schema_extra=also_called("Số tháng công tác"),
        ge=0,
        le=12,
    )
    days_of_leave: int | None = Field(
        default=None, title="Số ngày nghỉ trong năm", json_schema_extra=also_called("Số ngày nghỉ"), ge=0, le=366
    )
    maternity_months: int = Field(
        default=0,
        title="Số tháng nghỉ thai sản trong năm",
        json_schema_extra=also_called("Số tháng nghỉ thai sản"),
        ge=0,
        le=12,
    )

    @property
    def months_counted(self) -> int | None:
        """The months of service with those of maternity leave, which count (khoản 5 Điều 4 of both decrees)."""
        return None if self.months_served is None else self.months_served + self.maternity_months

    @model_validator(mode="after")
    def _months_fit_the_year(self) -> Self:
        if (self.months_counted or 0) > 12:
            raise ValueError("Số tháng công tác và số tháng nghỉ thai sản cộng lại không quá 12; hãy ghi tách riêng.")
        return self

    @model_validator(mode="after")
    def _discipline_is_whole(self) -> Self:
        if (self.discipline is None) != (self.disciplined_on is None):
            raise ValueError("Hình thức kỷ luật và ngày quyết định kỷ luật phải cùng có hoặc cùng để trống.")
        if self.served_on is not None and (self.disciplined_on is None or self.served_on < self.disciplined_on):
            raise ValueError("Ngày chấp hành xong kỷ luật phải sau ngày quyết định kỷ luật.")
        return self


class CollectiveEvaluation(Record):
    """One collective's year, in numbers of its people.

    ``titles_decided``: by which decision those of its people have the title whom the year's own data do not name.
    ``leads``: which cluster it leads, and who says so (Luật Điều 26, 29).
    """

    collective: str = Field(title="Mã tập thể", json_schema_extra=also_called("Tập thể", "Đơn vị", "Tên tập thể"))
    rating: Rating | None = Field(
        default=None,
        title="Xếp loại",
        json_schema_extra=also_called("Kết quả xếp loại", "Xếp loại chất lượng", "Mức xếp loại"),
    )
    members: int = Field(title="Số người", json_schema_extra=also_called("Tổng số người", "Tổng số"), ge=1)
    completed: int = Field(title="Số người hoàn thành nhiệm vụ trở lên", ge=0)
    advanced_workers: int = Field(
        title="Số người đạt Lao động tiên tiến", json_schema_extra=also_called("Số Lao động tiên tiến"), ge=0
    )
    fighters: int = Field(
        default=0,
        title="Số người đạt Chiến sĩ thi đua cơ sở",
        json_schema_extra=also_called("Số Chiến sĩ thi đua cơ sở"),
        ge=0,
    )
    disciplined: tuple[str, ...] = Field(default=(), title="Người bị kỷ luật từ cảnh cáo trở lên")
    under_review: str | None = Field(default=None, title="Đang bị xem xét, điều tra, xác minh (lý do)")
    titles_decided: str | None = Field(default=None, title="Quyết định công nhận Lao động tiên tiến khác")
    leads: str | None = Field(default=None, title="Dẫn đầu cụm, khối, phong trào nào (văn bản công nhận)")

    @model_validator(mode="after")
    def _parts_fit_the_whole(self) -> Self:
        if not self.fighters <= self.advanced_workers <= self.completed <= self.members:
            raise ValueError(
                "Phải có: số Chiến sĩ thi đua cơ sở ≤ số Lao động tiên tiến ≤ số hoàn thành nhiệm vụ ≤ số người."
            )
        return self


class InitiativeScope(StrEnum):
    """Where a recognised initiative has effect."""

    GRASSROOTS = "cơ sở"
    PROVINCE = "tỉnh"
    NATION = "toàn quốc"


class WorkSort(StrEnum):
    """What the Law lets speak for a fighter beside an excellent rating (Điều 22 khoản 1 điểm b, Điều 23 khoản 2)."""

    INITIATIVE = "sáng kiến"
    RESEARCH_TOPIC = "đề tài khoa học"
    RESEARCH_SCHEME = "đề án khoa học"
    SCIENTIFIC_WORK = "công trình khoa học và công nghệ"
    COMBAT = "mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu"

    @property
    def confirmation(self) -> str:
        """How it is confirmed: ``công nhận``, ``nghiệm thu``."""
        return "công nhận" if self in (WorkSort.INITIATIVE, WorkSort.COMBAT) else "nghiệm thu"


class RecognisedInitiative(Record):
    """An initiative, or another work that the Law accepts in its place, and the decision that recognises it."""

    key: str = Field(title="Mã sáng kiến")
    name: str = Field(title="Tên sáng kiến")
    decision: str | None = Field(default=None, title="Quyết định công nhận")
    scope: InitiativeScope = Field(default=InitiativeScope.GRASSROOTS, title="Phạm vi ảnh hưởng")
    sort: WorkSort = Field(default=WorkSort.INITIATIVE, title="Loại (sáng kiến, đề tài, đề án, công trình)")


class Authorship(Record):
    """One author's part in one initiative, in per cent."""

    initiative: str = Field(title="Mã sáng kiến", json_schema_extra=also_called("Sáng kiến", "Tên sáng kiến"))
    person: str = Field(title="Mã người", json_schema_extra=also_called("Tác giả", "Họ và tên", "Họ và tên tác giả"))
    share: int = Field(
        title="Tỷ lệ đóng góp (%)", json_schema_extra=also_called("Tỷ lệ", "Tỷ lệ (%)", "Tỷ lệ đóng góp"), ge=1, le=100
    )


class InitiativeUse(Record):
    """That an initiative speaks, or spoke in an earlier year, for somebody's award."""

    initiative: str = Field(title="Mã sáng kiến")
    nominee: str = Field(title="Mã đối tượng")
    award: Award = Field(title="Danh hiệu, hình thức")
    year: WorkYear = Field(title="Năm")


class CommendedAchievement(Record):
    """That an achievement is, or was, the reason of a form of commendation."""

    nominee: str = Field(title="Mã đối tượng")
    award: Award = Field(title="Danh hiệu, hình thức")
    achievement: str = Field(title="Thành tích")
    decision: str | None = Field(default=None, title="Quyết định đã khen")
