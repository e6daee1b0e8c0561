"""The standards of “Gia đình văn hóa” (Điều 31 of the Law) and the reasons that exclude a household."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from vanban.domain.award import Award, Commendation, EmulationTitle
from vanban.domain.finding import Severity
from vanban.domain.objection import Objection
from vanban.domain.wording import numeric_date
from vanban.law.provision import DECREE_86, LAW, REPORT, Certainty, Period
from vanban.law.standard import Assessment, Standard, judged


@dataclass(frozen=True)
class HouseholdCase:
    """A household that is put forward; ``excluded_by`` says what excludes it, if anything."""

    name: str
    excluded_by: str | None = None


_S = Standard[HouseholdCase]

FAMILY_ARTICLE: Final = f"khoản 1 Điều 31 {LAW}"
"""Where the standards of “Gia đình văn hóa” stand."""


def _not_excluded(case: HouseholdCase) -> Assessment:
    if case.excluded_by is None:
        return Assessment(True, "không có")
    return Assessment(False, case.excluded_by, "Hãy đưa hộ này khỏi danh sách đề nghị.")


CULTURAL_FAMILY: Final = (
    _S(
        "cultural_family_a",
        f"điểm a {FAMILY_ARTICLE}",
        "Gương mẫu chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
        judged,
    ),
    _S(
        "cultural_family_b",
        f"điểm b {FAMILY_ARTICLE}",
        "Tích cực tham gia các phong trào thi đua lao động, sản xuất, học tập, bảo vệ an ninh, trật tự, an toàn "
        "xã hội của địa phương",
        judged,
    ),
    _S(
        "cultural_family_c",
        f"điểm c {FAMILY_ARTICLE}",
        "Gia đình no ấm, tiến bộ, hạnh phúc, văn minh; thường xuyên gắn bó, đoàn kết, tương trợ, giúp đỡ trong "
        "cộng đồng",
        judged,
    ),
    _S(
        "cultural_family_exclusion",
        DECREE_86,
        "Không thuộc trường hợp không xét (bị truy cứu trách nhiệm hình sự; chưa hoàn thành nghĩa vụ quân sự, nghĩa vụ "
        "thuế; bị xử phạt về tảo hôn, trật tự công cộng, đánh bạc, phòng cháy, chữa cháy, bạo lực gia đình…)",
        _not_excluded,
        REPORT,
        Certainty.SECONDARY,
        Period(date(2024, 1, 30)),
    ),
)
CERTIFICATE: Final = (
    _S(
        "household_certificate",
        f"khoản 2 Điều 75 {LAW}",
        "Đạt tiêu chuẩn giấy khen đối với hộ gia đình do tỉnh quy định",
        judged,
    ),
)

MERIT: Final = (
    _S(
        "household_merit",
        f"khoản 5 Điều 74 {LAW}",
        "Gương mẫu chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước, có nhiều đóng góp về "
        "công sức, đất đai và tài sản cho địa phương, xã hội",
        judged,
    ),
)

STANDARDS: Final[dict[Award, tuple[_S, ...]]] = {
    EmulationTitle.CULTURAL_FAMILY: CULTURAL_FAMILY,
    Commendation.CERTIFICATE: CERTIFICATE,
    Commendation.PROVINCIAL_MERIT_CERTIFICATE: MERIT,
}


def standards(award: Award, day: date) -> tuple[_S, ...]:
    """The standards of a household for ``award`` on ``day``; ``KeyError`` where households cannot have it."""
    return tuple(standard for standard in STANDARDS[award] if standard.period.covers(day))


PUBLIC_DAYS: Final = 10
_LAST_MEETING: Final = (11, 25)


def selection_objections(group: str, met_on: date, posted_on: date | None, sent_on: date) -> tuple[Objection, ...]:
    """Warnings about one group's selection: met too late in the year, list posted for less than ten days."""
    found = []
    if (met_on.month, met_on.day) >= _LAST_MEETING:
        reason = f"Họp bình xét ngày {numeric_date(met_on)}; phải xong trước ngày 25/11/{met_on.year}."
        found.append(_selection("cultural_family_late", group, reason, "Hãy họp bình xét sớm hơn, hoặc sửa ngày họp."))
    due = (posted_on or sent_on) + timedelta(days=PUBLIC_DAYS)
    if sent_on < due:
        posted = "chưa ghi ngày niêm yết" if posted_on is None else f"niêm yết từ ngày {numeric_date(posted_on)}"
        reason = f"Danh sách {posted}, gửi ngày {numeric_date(sent_on)}: chưa đủ 10 ngày công khai."
        remedy = "Hãy ghi ngày niêm yết." if posted_on is None else f"Hãy gửi hồ sơ từ ngày {numeric_date(due)}."
        found.append(_selection("cultural_family_public", group, reason, remedy))
    return tuple(found)


def _selection(rule: str, group: str, reason: str, remedy: str) -> Objection:
    return Objection(rule=rule, severity=Severity.WARNING, article=DECREE_86, about=group, reason=reason, remedy=remedy)
