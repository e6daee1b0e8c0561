"""The standards for collectives: Điều 26 to 30 and 74, 75 of the Law of 2022, counted in whole people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from vanban.domain.award import Award, Commendation, EmulationTitle
from vanban.domain.evaluation import CollectiveEvaluation, Rating
from vanban.domain.wording import count, percentage
from vanban.law.provision import LAW
from vanban.law.review import not_under_review
from vanban.law.standard import Assessment, Standard, judged, lacking

_SHARE_PERCENT: Final = 70


@dataclass(frozen=True)
class CollectiveCase:
    """A collective that is nominated, on the day of the paper that nominates it."""

    name: str
    award: Award
    day: date
    evaluation: CollectiveEvaluation | None

    @property
    def under_review(self) -> str | None:
        """Why the collective is being looked into, or ``None``."""
        return self.evaluation.under_review if self.evaluation else None

    @property
    def is_evaluated(self) -> bool:
        """Whether the year's table of ratings has the collective."""
        return self.evaluation is not None


_S = Standard[CollectiveCase]


def needed_advanced(members: int) -> int:
    """The fewest people of ``members`` that make 70 per cent: 5 of 7, 9 of 12, 11 of 15."""
    return -(-members * _SHARE_PERCENT // 100)


def _rated(least: Rating) -> Callable[[CollectiveCase], Assessment]:
    def assess(case: CollectiveCase) -> Assessment:
        rating = case.evaluation.rating if case.evaluation else None
        if rating is None:
            return lacking("chưa có kết quả xếp loại tập thể", "Hãy nhập xếp loại của tập thể trong năm.")
        return Assessment(rating.at_least(least), rating.value, "Hãy đưa tập thể khỏi danh sách đề nghị danh hiệu này.")

    return assess


def _of_the_table(judge: Callable[[CollectiveEvaluation], Assessment]) -> Callable[[CollectiveCase], Assessment]:
    """``judge`` of the collective's row; that the numbers are missing where the table has no such row."""

    def assess(case: CollectiveCase) -> Assessment:
        if case.evaluation is None:
            return lacking("chưa có trong bảng xếp loại tập thể", "Hãy nhập tập thể này vào bảng xếp loại của năm.")
        return judge(case.evaluation)

    return assess


def _seventy_per_cent(row: CollectiveEvaluation) -> Assessment:
    needed = needed_advanced(row.members)
    shown = (
        f"{count(row.advanced_workers)}/{count(row.members)} cá nhân đạt “Lao động tiên tiến” "
        f"({percentage(row.advanced_workers, row.members)}), cần ít nhất {count(needed)}"
    )
    return Assessment(
        row.advanced_workers >= needed,
        shown,
        "Hãy đối chiếu danh sách “Lao động tiên tiến” của tập thể, hoặc đưa tập thể khỏi danh sách đề nghị.",
        (("số người", row.members), ("Lao động tiên tiến", row.advanced_workers), ("cần", needed)),
    )


def _nobody_disciplined(row: CollectiveEvaluation) -> Assessment:
    names = row.disciplined
    if not names:
        return Assessment(True, "không có cá nhân bị kỷ luật từ hình thức cảnh cáo trở lên")
    return Assessment(
        False,
        f"{count(len(names))} cá nhân bị kỷ luật từ hình thức cảnh cáo trở lên: {', '.join(names)}",
        "Hãy đưa tập thể khỏi danh sách đề nghị danh hiệu này.",
        (("bị kỷ luật", len(names)),),
    )


def _everybody_completed(row: CollectiveEvaluation) -> Assessment:
    return Assessment(
        row.completed == row.members,
        f"{count(row.completed)}/{count(row.members)} cá nhân hoàn thành nhiệm vụ",
        "Hãy đưa tập thể khỏi danh sách đề nghị danh hiệu này.",
        (("số người", row.members), ("hoàn thành nhiệm vụ", row.completed)),
    )


def _has_fighter(row: CollectiveEvaluation) -> Assessment:
    fighters = row.fighters
    return Assessment(
        fighters >= 1,
        f"{count(fighters)} cá nhân đạt “Chiến sĩ thi đua cơ sở”",
        "Hãy đối chiếu danh sách “Chiến sĩ thi đua cơ sở” của tập thể, hoặc đưa tập thể khỏi danh sách đề nghị.",
        (("Chiến sĩ thi đua cơ sở", fighters),),
    )


def _judged(rule: str, article: str, *points: tuple[str, str]) -> tuple[_S, ...]:
    return tuple(_S(f"{rule}_{letter}", f"điểm {letter} {article} {LAW}", text, judged) for letter, text in points)


_ADVANCED: Final = (
    _S(
        "advanced_collective_rating",
        f"điểm a khoản 1 Điều 28 {LAW}",
        "Hoàn thành tốt nhiệm vụ được giao",
        _rated(Rating.GOOD),
    ),
    *_judged(
        "advanced_collective",
        "khoản 1 Điều 28",
        ("b", "Tham gia phong trào thi đua thường xuyên, thiết thực, hiệu quả"),
    ),
    _S(
        "advanced_collective_share",
        f"điểm c khoản 1 Điều 28 {LAW}",
        "Có ít nhất là 70% cá nhân trong tập thể đạt danh hiệu “Lao động tiên tiến”",
        _of_the_table(_seventy_per_cent),
    ),
    _S(
        "advanced_collective_discipline",
        f"điểm c khoản 1 Điều 28 {LAW}",
        "Không có cá nhân bị kỷ luật từ hình thức cảnh cáo trở lên",
        _of_the_table(_nobody_disciplined),
    ),
    *_judged(
        "advanced_collective",
        "khoản 1 Điều 28",
        ("d", "Nội bộ đoàn kết, chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước"),
    ),
)

_EXCELLENT: Final = (
    _S(
        "excellent_collective_rating",
        f"điểm a khoản 1 Điều 27 {LAW}",
        "Hoàn thành xuất sắc nhiệm vụ được giao",
        _rated(Rating.EXCELLENT),
    ),
    *_judged(
        "excellent_collective",
        "khoản 1 Điều 27",
        ("b", "Tích cực tham gia phong trào thi đua thường xuyên, thiết thực, hiệu quả"),
    ),
    _S(
        "excellent_collective_completed",
        f"điểm c khoản 1 Điều 27 {LAW}",
        "Có 100% cá nhân trong tập thể hoàn thành nhiệm vụ được giao",
        _of_the_table(_everybody_completed),
    ),
    _S(
        "excellent_collective_share",
        f"điểm c khoản 1 Điều 27 {LAW}",
        "Có ít nhất là 70% cá nhân đạt danh hiệu “Lao động tiên tiến”",
        _of_the_table(_seventy_per_cent),
    ),
    _S(
        "excellent_collective_fighter",
        f"điểm d khoản 1 Điều 27 {LAW}",
        "Có cá nhân đạt danh hiệu “Chiến sĩ thi đua cơ sở”",
        _of_the_table(_has_fighter),
    ),
    *_judged(
        "excellent_collective",
        "khoản 1 Điều 27",
        ("đ", "Nội bộ đoàn kết, gương mẫu chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước"),
    ),
)

_FLAG: Final = _judged(
    "provincial_flag",
    "khoản 1 Điều 26",
    (
        "a",
        "Hoàn thành vượt các chỉ tiêu thi đua và nhiệm vụ được giao trong năm; là tập thể tiêu biểu xuất sắc "
        "trong tỉnh",
    ),
    (
        "b",
        "Nội bộ đoàn kết; tổ chức đảng, đoàn thể trong sạch, vững mạnh; tích cực thực hành tiết kiệm, chống lãng phí, "
        "phòng, chống tham nhũng, tiêu cực và các tệ nạn xã hội khác",
    ),
)
_WARD: Final = _judged(
    "exemplary_ward",
    "khoản 1 Điều 29",
    ("a", "Thực hiện tốt các nhiệm vụ kinh tế - xã hội, quốc phòng, an ninh, trật tự, an toàn xã hội được giao"),
    ("b", "Đời sống kinh tế ổn định và từng bước phát triển"),
    ("c", "Đời sống văn hóa, tinh thần lành mạnh, phong phú"),
    ("d", "Môi trường an toàn, thân thiện, cảnh quan sạch đẹp"),
    ("đ", "Chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước"),
)
_GROUP: Final = _judged(
    "cultural_group",
    "khoản 1 Điều 30",
    ("a", "Đời sống kinh tế ổn định và phát triển"),
    ("b", "Đời sống văn hóa, tinh thần lành mạnh, phong phú"),
    ("c", "Môi trường an toàn, thân thiện, cảnh quan sạch đẹp"),
    (
        "d",
        "Chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước; giữ vững trật tự, an toàn xã hội; tích "
        "cực tham gia các phong trào thi đua của địa phương",
    ),
    ("đ", "Có tinh thần đoàn kết, tương trợ, giúp đỡ lẫn nhau trong cộng đồng"),
)
_CERTIFICATE: Final = (
    _S(
        "collective_certificate",
        f"khoản 2 Điều 75 {LAW}",
        "Đạt tiêu chuẩn giấy khen đối với tập thể do tỉnh quy định",
        judged,
    ),
)
_MERIT: Final = (
    _S(
        "collective_merit",
        f"khoản 3 Điều 74 {LAW}",
        "Gương mẫu chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước, nội bộ đoàn kết và đạt một "
        "trong các tiêu chuẩn tại các điểm a, b, c, d",
        judged,
    ),
)

STANDARDS: Final[dict[Award, tuple[_S, ...]]] = {
    EmulationTitle.ADVANCED_COLLECTIVE: _ADVANCED,
    EmulationTitle.EXCELLENT_COLLECTIVE: _EXCELLENT,
    EmulationTitle.PROVINCIAL_EMULATION_FLAG: _FLAG,
    EmulationTitle.EXEMPLARY_WARD: _WARD,
    EmulationTitle.CULTURAL_RESIDENTIAL_GROUP: _GROUP,
    Commendation.CERTIFICATE: _CERTIFICATE,
    Commendation.PROVINCIAL_MERIT_CERTIFICATE: _MERIT,
}


def standards(award: Award, day: date) -> tuple[_S, ...]:
    """The standards of a collective for ``award`` on ``day``; ``KeyError`` where collectives cannot have it."""
    return (*STANDARDS[award], not_under_review(day))
