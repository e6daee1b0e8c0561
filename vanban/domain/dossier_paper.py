"""The papers of a nomination dossier: which parts there are, and papers that come from outside the year's documents."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from vanban.domain.award import Award
from vanban.domain.record import Record
from vanban.domain.unit_kind import also_called


class DossierPart(StrEnum):
    """A paper of a dossier, as the law calls it (Luật Điều 84, 85)."""

    SUBMISSION = "Tờ trình đề nghị"
    ACHIEVEMENT_REPORT = "Báo cáo thành tích"
    SUMMARY = "Báo cáo tóm tắt thành tích"
    SELECTION_MINUTES = "Biên bản bình xét"
    BALLOT_RESULT = "Kết quả bỏ phiếu của Hội đồng"
    CONFIRMATION = "Chứng nhận hoặc xác nhận sáng kiến, đề tài, hoặc hoàn thành xuất sắc nhiệm vụ"
    PROPOSAL = "Văn bản đề nghị"
    HOUSEHOLD_SUMMARY = "Bảng tổng hợp danh sách và ý kiến của người dân"


class DossierPaper(Record):
    """A paper of one nominee's dossier that the year does not make: a unit's submission, a certificate from above.

    Without ``award`` it lies in every dossier of that nominee.
    """

    nominee: str = Field(title="Mã đối tượng", json_schema_extra=also_called("Đối tượng"))
    award: Award | None = Field(
        default=None,
        title="Danh hiệu, hình thức đề nghị",
        json_schema_extra=also_called("Danh hiệu, hình thức khen thưởng"),
    )
    part: DossierPart = Field(title="Thành phần hồ sơ")
    number: str = Field(default="", title="Số, ký hiệu", json_schema_extra=also_called("Số ký hiệu", "Số văn bản"))
    dated: date | None = Field(
        default=None, title="Ngày văn bản", json_schema_extra=also_called("Ngày", "Ngày ban hành")
    )
    subject: str = Field(title="Tên loại và trích yếu", json_schema_extra=also_called("Trích yếu", "Tên văn bản"))
    author: str = Field(title="Tác giả văn bản", json_schema_extra=also_called("Cơ quan ban hành", "Tác giả"))
    sheets: int | None = Field(default=None, title="Số tờ", json_schema_extra=also_called("Số trang, tờ"), ge=1)
