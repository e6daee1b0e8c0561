"""Who is nominated for what, and the achievements that speak for them."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from vanban.domain.award import Award
from vanban.domain.record import Record
from vanban.domain.unit_kind import also_called
from vanban.domain.work_year import WorkYear


class MeritPoint(StrEnum):
    """Which point of khoản 1 (for people) or khoản 3 (for collectives) of Điều 74 a bằng khen is asked for by."""

    A = "a"
    B = "b"
    C = "c"
    D = "d"
    DD = "đ"


class Nomination(Record):
    """One nominee of the dossier: a person or a collective, by key, and the award asked for.

    ``submitted`` says whether it goes on to a higher level; where it is empty, the law of the decision's day does.
    ``counted_for`` is the year of the achievements where it is not the set's own.
    """

    nominee: str = Field(
        title="Mã đối tượng", json_schema_extra=also_called("Họ và tên", "Đối tượng", "Tên cá nhân, tập thể")
    )
    award: Award = Field(
        title="Danh hiệu, hình thức đề nghị",
        json_schema_extra=also_called("Danh hiệu, hình thức khen thưởng", "Danh hiệu", "Hình thức khen thưởng"),
    )
    summary: str = Field(title="Tóm tắt thành tích", json_schema_extra=also_called("Thành tích", "Tóm tắt"))
    submitted: bool | None = Field(default=None, title="Trình cấp trên (có/không)")
    note: str | None = Field(default=None, title="Ghi chú")
    dossier: str | None = Field(default=None, title="Số, ký hiệu hồ sơ")
    point: MeritPoint | None = Field(default=None, title="Điểm áp dụng (Điều 74)")
    posthumous: bool = Field(default=False, title="Truy tặng (có/không)")
    counted_for: WorkYear | None = Field(default=None, title="Năm tính thành tích, nếu khác")


class PastAward(Record):
    """An award that a nominee already has: its year, its name, and the decision that gave it."""

    year: WorkYear = Field(title="Năm")
    award: str = Field(title="Danh hiệu, hình thức khen thưởng")
    decision: str = Field(title="Số, ngày, tháng, năm của quyết định; cơ quan ban hành quyết định")


class Initiative(Record):
    """An initiative of a nominee and the decision that recognises it."""

    year: WorkYear = Field(title="Năm")
    name: str = Field(title="Tên sáng kiến, đề tài")
    decision: str = Field(title="Quyết định công nhận")


class AchievementTable(StrEnum):
    """A table of an achievement report of which a clerk may state that it has no row."""

    INITIATIVES = "initiatives"
    PAST_TITLES = "past_titles"
    PAST_COMMENDATIONS = "past_commendations"

    @property
    def called(self) -> str:
        """What a clerk calls it."""
        return {
            "INITIATIVES": "sáng kiến, đề tài",
            "PAST_TITLES": "danh hiệu thi đua đã đạt",
            "PAST_COMMENDATIONS": "hình thức khen thưởng đã nhận",
        }[self.name]


class Achievement(Record):
    """The long text of one nominee's achievement report, paragraph by paragraph.

    What is empty is not written yet; ``none_of`` names the tables that are known to have no row.
    """

    nominee: str = Field(title="Mã đối tượng")
    circumstances: tuple[str, ...] = Field(default=(), title="Đặc điểm, tình hình")
    duties: tuple[str, ...] = Field(title="Chức năng, nhiệm vụ được giao", min_length=1)
    accomplishments: tuple[str, ...] = Field(title="Thành tích đạt được", min_length=1)
    methods: tuple[str, ...] = Field(default=(), title="Biện pháp, nguyên nhân đạt được thành tích")
    compliance: tuple[str, ...] = Field(default=(), title="Chấp hành chủ trương, chính sách, pháp luật")
    organisations: tuple[str, ...] = Field(default=(), title="Hoạt động đảng, đoàn thể, xã hội")
    initiatives: tuple[Initiative, ...] = Field(default=(), title="Sáng kiến, đề tài")
    past_titles: tuple[PastAward, ...] = Field(default=(), title="Danh hiệu thi đua đã đạt")
    past_commendations: tuple[PastAward, ...] = Field(default=(), title="Hình thức khen thưởng đã nhận")
    none_of: tuple[AchievementTable, ...] = Field(default=(), title="Bảng không có dòng nào, ghi “Không”")
