"""What the law says on one point, as data: the value, the articles, the source, how sure, since when and until when.

``cites`` names articles as ``khoản 2 Điều 80 luat-thi-dua-khen-thuong``: the article, then the key of the text. A
provision holds while all the texts that it cites are in force, unless its own days are narrower.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from vanban.domain.award import Award, NomineeKind
from vanban.domain.dossier_paper import DossierPart
from vanban.domain.evaluation import InitiativeScope, Rating
from vanban.domain.law_text import Certainty
from vanban.domain.level import CommendationOccasion, Level, VoteBase
from vanban.domain.record import Record


class Provision(Record):
    """What every provision says of itself; ``remark`` stands in brackets after the articles, or for them."""

    cites: tuple[str, ...] = Field(default=(), title="Điều khoản (điều rồi mã văn bản)")
    remark: str | None = Field(default=None, title="Ghi chú sau điều khoản")
    source: str = Field(title="Mã nguồn")
    certainty: Certainty | None = Field(default=None, title="Độ chắc chắn")
    valid_from: date | None = Field(default=None, title="Áp dụng từ")
    valid_to: date | None = Field(default=None, title="Áp dụng đến")
    begins_with: str | None = Field(default=None, title="Áp dụng từ khi văn bản này có hiệu lực (mã)")
    ends_with: str | None = Field(default=None, title="Áp dụng đến khi văn bản này có hiệu lực (mã)")
    confirmed_under: tuple[str, ...] = Field(default=(), title="Đã đối chiếu: giữ nguyên theo các văn bản (mã)")


class SalaryProvision(Provision):
    """Mức lương cơ sở, đồng a month."""

    amount: int = Field(title="Mức lương cơ sở (đồng/tháng)", ge=1)


class RoundingProvision(Provision):
    """To how many đồng prizes are rounded up; 1 where they are not."""

    to: int = Field(title="Làm tròn lên đến (đồng)", ge=1)


class PrizeRow(Record):
    """One prize: what is given to whom, in hundredths of the base salary."""

    award: Award = Field(title="Danh hiệu, hình thức")
    receiver: NomineeKind = Field(title="Đối tượng")
    hundredths: int = Field(title="Tiền thưởng, phần trăm mức lương cơ sở", ge=1)


class PrizeProvision(Provision):
    """The prizes of one article."""

    prizes: tuple[PrizeRow, ...] = Field(title="Các mức", min_length=1)


class AuthorityProvision(Provision):
    """Who decides on awards, the lowest level first, and who submits to the lowest."""

    awards: tuple[Award, ...] = Field(title="Danh hiệu, hình thức", min_length=1)
    deciders: tuple[Level, ...] = Field(title="Cấp quyết định", min_length=1)
    submits: Level = Field(title="Cấp đề nghị")
    submits_by_practice: bool = Field(default=False, title="Cấp đề nghị theo thông lệ (có/không)")


class VoteProvision(Provision):
    """The vote that awards need of a council of one of the levels ``councils``; without awards, all that have none.

    ``percent`` of ``base``, more than that where it is ``above``. A residential group's meeting is of the lowest level.
    """

    awards: tuple[Award, ...] = Field(default=(), title="Danh hiệu, hình thức")
    councils: tuple[Level, ...] = Field(default=(), title="Hội đồng của các cấp")
    ballot: bool = Field(title="Bỏ phiếu (có/không)")
    percent: int = Field(title="Tỷ lệ (%)", ge=1, le=100)
    base: VoteBase = Field(title="Tính trên")
    above: bool = Field(default=False, title="Phải quá tỷ lệ (có/không)")


class DossierProvision(Provision):
    """The papers of a dossier: of titles by name, of commendations by what they are given for."""

    awards: tuple[Award, ...] = Field(title="Danh hiệu, hình thức", min_length=1)
    occasion: CommendationOccasion = Field(default=CommendationOccasion.ANNUAL, title="Loại hình")
    parts: tuple[DossierPart, ...] = Field(title="Thành phần hồ sơ", min_length=1)


class StandardTest(StrEnum):
    """How somebody is held against a standard: the name of a check of the program."""

    JUDGED = "bình xét"
    RATED = "xếp loại"
    EXCELLENT_OR_INITIATIVE = "xuất sắc hoặc sáng kiến"
    FIGHTER_YEARS = "số năm chiến sĩ thi đua"
    PROVINCIAL_INITIATIVE = "sáng kiến phạm vi tỉnh"
    MERIT_POINT = "điểm đã chọn"
    DISCIPLINE_SERVED = "đã chấp hành kỷ luật"
    NOT_UNDER_REVIEW = "không bị xem xét"
    ADVANCED_SHARE = "tỷ lệ lao động tiên tiến"
    NOBODY_DISCIPLINED = "không ai bị kỷ luật"
    EVERYBODY_COMPLETED = "mọi người hoàn thành"
    HAS_FIGHTER = "có chiến sĩ thi đua"
    LEADS = "dẫn đầu cụm, khối"
    NOT_EXCLUDED = "không bị loại trừ"


class StandardProvision(Provision):
    """One standard of awards for one sort of receivers; without awards or receivers, of all.

    ``officials``: of people, those whom an office or unit rates, or only the others; both where it is empty. ``least``,
    ``percent`` and ``times`` are what the test asks for.
    """

    rule: str = Field(title="Tên quy tắc")
    awards: tuple[Award, ...] = Field(default=(), title="Danh hiệu, hình thức")
    receivers: tuple[NomineeKind, ...] = Field(default=(), title="Đối tượng")
    officials: bool | None = Field(default=None, title="Cán bộ, công chức, viên chức, người lao động (có/không)")
    text: str = Field(title="Tiêu chuẩn")
    test: StandardTest = Field(title="Cách xét")
    least: Rating | None = Field(default=None, title="Xếp loại thấp nhất")
    percent: int | None = Field(default=None, title="Tỷ lệ (%)", ge=1, le=100)
    times: int | None = Field(default=None, title="Số lần", ge=1, le=20)


class StatementProvision(Provision):
    """A rule in words, by its name: what the printed law book says of it and which article a finding cites."""

    rule: str = Field(title="Tên quy tắc")
    topic: str = Field(title="Chủ đề")
    text: str = Field(title="Nội dung")


class InitiativeProvision(Provision):
    """Who recognises initiatives of one scope."""

    scope: InitiativeScope = Field(title="Phạm vi ảnh hưởng")
    recognised_by: str = Field(title="Người công nhận")


class CertificateProvision(Provision):
    """The sheet of a certificate: millimetres, and the colour of the two lines that are not black."""

    width: int = Field(title="Chiều rộng (mm)", ge=50, le=1000)
    height: int = Field(title="Chiều cao (mm)", ge=50, le=1000)
    color: str = Field(title="Màu chữ", pattern="^[0-9A-F]{6}$")


class FormProvision(Provision):
    """Which template a kind of document is printed with: the form that the law prescribes from a day on."""

    kind: str = Field(title="Loại văn bản")
    template: str = Field(title="Tên tệp mẫu, không có đuôi .docx", pattern=r"^[a-z0-9_-]+$")


class RetentionProvision(Provision):
    """How long dossiers of one sort are kept; for ever without a number of years."""

    key: str = Field(title="Mã nhóm hồ sơ")
    name: str = Field(title="Nhóm hồ sơ")
    years: int | None = Field(default=None, title="Số năm", ge=1, le=100)


class RetentionLimits(Provision):
    """The fewest and the most years for which what is not kept for ever may be kept."""

    fewest: int = Field(title="Ít nhất (năm)", ge=1)
    most: int = Field(title="Nhiều nhất (năm)", ge=1)


class HandOverProvision(Provision):
    """How long after an affair ends its dossier goes to the office's archive."""

    months: int = Field(title="Số tháng", ge=1, le=60)


class DeadlineEvent(StrEnum):
    """From which deed of a year a span of days is counted, where the office's data know its day."""

    POSTED = "niêm yết danh sách bình xét"
    SENT = "gửi hồ sơ bình xét"
    CAMPAIGN_ENDS = "tổng kết đợt thi đua"


class DeadlineProvision(Provision):
    """A day by which something is to be done each year, or how many days it may take.

    ``month`` and ``day`` name the last day in a year; ``days`` a span, in working days where it is ``working``, counted
    from ``event`` on, or back from it where it is ``before``.
    """

    key: str = Field(title="Mã thời hạn")
    text: str = Field(title="Việc phải làm")
    month: int | None = Field(default=None, title="Tháng", ge=1, le=12)
    day: int | None = Field(default=None, title="Ngày", ge=1, le=31)
    days: int | None = Field(default=None, title="Số ngày", ge=1, le=366)
    working: bool = Field(default=False, title="Ngày làm việc (có/không)")
    event: DeadlineEvent | None = Field(default=None, title="Tính từ việc nào")
    before: bool = Field(default=False, title="Tính lùi về trước (có/không)")


class UnitProvision(Provision):
    """An administrative unit: its type and name, level, the key of its superior and of what took its place.

    ``capitalized``: named after a person, a number or an event (Nghị định số 30/2020/NĐ-CP, điểm b khoản 1 Mục III Phụ
    lục II), so the type takes a capital and stands in the line of place and date.
    """

    key: str = Field(title="Mã đơn vị hành chính")
    type: str = Field(title="Loại đơn vị")
    proper_name: str = Field(title="Tên riêng")
    level: Level = Field(title="Cấp")
    superior: str | None = Field(default=None, title="Mã đơn vị cấp trên")
    successor: str | None = Field(default=None, title="Mã đơn vị kế thừa")
    capitalized: bool = Field(default=False, title="Viết hoa cả danh từ chung (có/không)")


class LapsedWords(Provision):
    """Words for offices or units that papers no longer use from a day on, and what stands in their place."""

    words: tuple[str, ...] = Field(title="Cụm từ", min_length=1)
    now: str = Field(title="Nay là")
