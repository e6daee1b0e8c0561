"""One rule of layout, and the points of the decree that many rules share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vanban.domain.finding import Severity
from vanban.law.nd30 import Part

ERROR: Final = Severity.ERROR
WARNING: Final = Severity.WARNING

PL1: Final = "Phụ lục I, Phần I, "
PL1_COPIES: Final = "Phụ lục I, Phần II, "
"""What a copy on paper adds below what it copies."""

P7: Final = PL1 + "Mục I khoản 7"
P1B: Final = PL1 + "Mục II khoản 1 điểm b"
P2B: Final = PL1 + "Mục II khoản 2 điểm b"
P5B: Final = PL1 + "Mục II khoản 5 điểm b"
P6A: Final = PL1 + "Mục II khoản 6 điểm a"
THIRD: Final = 100 / 3


@dataclass(frozen=True)
class LayoutRule:
    """One demand: ``least`` and ``most`` bound what is measured, in ``unit``; ``mechanical`` ones a program mends."""

    id: str
    part: Part | None
    what: str
    article: str
    severity: Severity
    remedy: str
    mechanical: bool = False
    least: float | None = None
    most: float | None = None
    unit: str = ""

    def admits(self, value: float, tolerance: float = 0.0) -> bool:
        """Whether a measured ``value`` is inside the range, give or take ``tolerance``."""
        above = self.least is None or value >= self.least - tolerance
        return above and (self.most is None or value <= self.most + tolerance)


PART_NAMES: Final[dict[Part, str]] = {
    Part.STATE_NAME: "Quốc hiệu",
    Part.MOTTO: "Tiêu ngữ",
    Part.PARENT_BODY: "Tên cơ quan chủ quản",
    Part.ISSUER: "Tên cơ quan ban hành",
    Part.NUMBER: "Số, ký hiệu",
    Part.PLACE_AND_DATE: "Địa danh và thời gian ban hành",
    Part.TYPE_NAME: "Tên loại văn bản",
    Part.SUBJECT: "Trích yếu nội dung",
    Part.LETTER_SUBJECT: "Trích yếu công văn",
    Part.ADDRESSEE: "Kính gửi",
    Part.LEGAL_BASIS: "Căn cứ ban hành",
    Part.BODY: "Nội dung",
    Part.PART_HEADING: "Số thứ tự phần, chương, mục",
    Part.PART_TITLE: "Tiêu đề phần, chương, mục",
    Part.SECTION: "Mục (I, II…) và tiêu đề",
    Part.CLAUSE_TITLE: "Khoản có tiêu đề",
    Part.CLAUSE: "Khoản",
    Part.POINT: "Điểm",
    Part.ARTICLE: "Điều",
    Part.SIGNING_CAPACITY: "Quyền hạn của người ký",
    Part.POSITION: "Chức vụ của người ký",
    Part.SIGNER_NAME: "Họ tên người ký",
    Part.RECIPIENTS_TITLE: "Từ “Nơi nhận”",
    Part.RECIPIENT: "Danh sách nơi nhận",
    Part.APPENDIX: "Từ “Phụ lục”",
    Part.APPENDIX_TITLE: "Tiêu đề phụ lục",
    Part.APPENDIX_REFERENCE: "Chỉ dẫn kèm theo",
    Part.URGENCY: "Dấu chỉ mức độ khẩn",
    Part.DRAFTER: "Ký hiệu người soạn thảo",
    Part.ADDRESS: "Địa chỉ cơ quan",
    Part.CIRCULATION: "Chỉ dẫn phạm vi lưu hành",
    Part.PAGE_NUMBER: "Số trang",
    Part.COPY_FORM: "Hình thức sao",
}
