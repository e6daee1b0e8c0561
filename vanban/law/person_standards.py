"""The standards for people: Điều 22, 23, 24, 74 and 75 of the Law of 2022, and the discipline rule of its decrees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from vanban.domain.award import Award, Commendation, EmulationTitle
from vanban.domain.evaluation import Evaluation, InitiativeScope, Rating, RecognisedInitiative
from vanban.domain.wording import numeric_date
from vanban.law.provision import LAW, QUOTATION, Certainty, Period, in_force
from vanban.law.review import REVIEW, not_under_review
from vanban.law.standard import Assessment, Standard, judged, lacking


@dataclass(frozen=True)
class PersonCase:
    """A person who is nominated, on the day of the paper that nominates them.

    ``year`` is the year of the achievements; ``fighter_years`` those for which they were given, or are put forward for,
    the title of Chiến sĩ thi đua cơ sở.
    """

    name: str
    award: Award
    day: date
    year: int
    evaluation: Evaluation | None
    initiatives: tuple[RecognisedInitiative, ...] = ()
    fighter_years: frozenset[int] = frozenset()

    @property
    def under_review(self) -> str | None:
        """Why the person is being looked into, or ``None``."""
        return self.evaluation.under_review if self.evaluation else None

    @property
    def is_evaluated(self) -> bool:
        """Whether the year's table of ratings has the person."""
        return self.evaluation is not None

    @property
    def rating(self) -> Rating | None:
        """The rating of the year, or ``None`` while there is none."""
        return self.evaluation.rating if self.evaluation else None


_S = Standard[PersonCase]

_OUT: Final = "Hãy đưa người này khỏi danh sách đề nghị, hoặc sửa dữ liệu nếu nhập nhầm."
_RATE: Final = "Hãy nhập kết quả xếp loại của người này trong năm."
_NO_RATING: Final = "chưa có kết quả xếp loại năm"
_BAC_NINH: Final = Period(date(2025, 12, 15))
_BAC_NINH_TEXT: Final = (
    "khoản 3 Điều 4 Quy định kèm theo Quyết định số 86/2025/QĐ-UBND của Ủy ban nhân dân tỉnh Bắc Ninh"
)


def _rated(least: Rating) -> Callable[[PersonCase], Assessment]:
    def assess(case: PersonCase) -> Assessment:
        rating = case.rating
        if rating is None:
            return lacking(_NO_RATING, _RATE)
        return Assessment(rating.at_least(least), f"xếp loại {rating.value}", _OUT)

    return assess


def _recognised(case: PersonCase) -> list[RecognisedInitiative]:
    return [initiative for initiative in case.initiatives if initiative.decision]


def _excellent_or_initiative(case: PersonCase) -> Assessment:
    rating, recognised = case.rating, _recognised(case)
    shown = [f"xếp loại {rating.value}" if rating else _NO_RATING]
    shown += [f"sáng kiến “{initiative.name}” ({initiative.decision})" for initiative in recognised]
    shown += [
        f"sáng kiến “{initiative.name}” chưa có quyết định công nhận"
        for initiative in case.initiatives
        if not initiative.decision
    ]
    if not case.initiatives:
        shown.append("không có sáng kiến được công nhận")
    if rating is None and not recognised:
        return lacking("; ".join(shown), _RATE)
    return Assessment(
        rating is Rating.EXCELLENT or bool(recognised),
        "; ".join(shown),
        "Hãy bổ sung quyết định công nhận sáng kiến, hoặc đề nghị danh hiệu “Lao động tiên tiến”.",
        (("sáng kiến được công nhận", len(recognised)),),
    )


def _three_years_running(case: PersonCase) -> Assessment:
    runs = [range(last - 2, last + 1) for last in (case.year, case.year - 1)]
    years = ", ".join(str(year) for year in sorted(case.fighter_years)) or "chưa có năm nào"
    return Assessment(
        any(case.fighter_years.issuperset(run) for run in runs),
        f"các năm đạt “Chiến sĩ thi đua cơ sở”: {years}",
        "Hãy bổ sung các năm đã đạt, hoặc đưa người này khỏi danh sách đề nghị.",
        (("số năm", len(case.fighter_years)),),
    )


def _provincial_initiative(case: PersonCase) -> Assessment:
    wide = [one for one in _recognised(case) if one.scope is not InitiativeScope.GRASSROOTS]
    shown = "; ".join(f"sáng kiến “{one.name}” phạm vi {one.scope} ({one.decision})" for one in wide)
    return Assessment(
        bool(wide),
        shown or "không có sáng kiến được công nhận có phạm vi ảnh hưởng trong tỉnh",
        "Hãy bổ sung văn bản công nhận phạm vi ảnh hưởng của sáng kiến (khoản 2 Điều 22 Luật Thi đua, khen thưởng).",
        (("sáng kiến cấp tỉnh", len(wide)),),
    )


def _served(case: PersonCase) -> Assessment:
    row = case.evaluation
    if row is None:
        return lacking("chưa có trong bảng xếp loại", _RATE)
    if row.discipline is None or row.disciplined_on is None or row.disciplined_on > case.day:
        return Assessment(True, "không bị kỷ luật")
    imposed = f"{row.discipline.value.lower()} ngày {numeric_date(row.disciplined_on)}"
    if row.served_on is None or row.served_on > case.day:
        return Assessment(False, f"bị kỷ luật {imposed}, chưa chấp hành xong", _OUT)
    served = numeric_date(row.served_on)
    return Assessment(None, f"bị kỷ luật {imposed}, chấp hành xong ngày {served}: chỉ tính thành tích từ ngày đó")


_OFFICIAL: Final = (
    _S(
        "advanced_worker_rating",
        f"điểm a khoản 1 Điều 24 {LAW}",
        "Hoàn thành tốt nhiệm vụ trở lên",
        _rated(Rating.GOOD),
    ),
    _S(
        "advanced_worker_spirit",
        f"điểm b khoản 1 Điều 24 {LAW}",
        "Có tinh thần tự lực, tự cường, đoàn kết, tương trợ, tích cực tham gia phong trào thi đua",
        judged,
    ),
)
_WORKER: Final = (
    _S(
        "worker_labour",
        f"điểm a khoản 3 Điều 24 {LAW}",
        "Lao động, sản xuất có hiệu quả, tích cực tham gia phong trào thi đua và hoạt động xã hội",
        judged,
    ),
    _S(
        "worker_conduct",
        f"điểm b khoản 3 Điều 24 {LAW}",
        "Gương mẫu chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước; có đạo đức, lối sống "
        "lành mạnh, đoàn kết, tương trợ, giúp đỡ mọi người trong cộng đồng",
        judged,
    ),
)
_FIGHTER: Final = _S(
    "grassroots_fighter",
    f"khoản 2 Điều 23 {LAW}",
    "Hoàn thành xuất sắc nhiệm vụ hoặc có sáng kiến được cơ sở công nhận hoặc có đề tài khoa học, đề án khoa học, công "
    "trình khoa học và công nghệ đã được nghiệm thu",
    _excellent_or_initiative,
)
_PROVINCIAL_FIGHTER: Final = (
    _S(
        "provincial_fighter_years",
        f"điểm a khoản 1 Điều 22 {LAW}",
        "Có 03 lần liên tục được tặng danh hiệu “Chiến sĩ thi đua cơ sở”",
        _three_years_running,
    ),
    _S(
        "provincial_fighter_initiative",
        f"điểm b khoản 1 Điều 22 {LAW}",
        "Có sáng kiến đã được áp dụng hiệu quả và có khả năng nhân rộng trong tỉnh hoặc có đề tài, đề án, công "
        "trình khoa học đã được nghiệm thu và áp dụng hiệu quả, có phạm vi ảnh hưởng trong tỉnh",
        _provincial_initiative,
    ),
)
_CERTIFICATE: Final = (
    _S(
        "person_certificate",
        f"khoản 2 Điều 75 {LAW}",
        "Đạt tiêu chuẩn giấy khen đối với cá nhân do tỉnh quy định",
        judged,
    ),
)
_CERTIFICATE_RATING: Final = _S(
    "person_certificate_rating",
    _BAC_NINH_TEXT,
    "Hoàn thành tốt nhiệm vụ, nghĩa vụ công dân",
    _rated(Rating.GOOD),
    QUOTATION,
    Certainty.READ,
    _BAC_NINH,
)
_MERIT: Final = (
    _S(
        "person_merit",
        f"khoản 1 Điều 74 {LAW}",
        "Gương mẫu chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước và đạt một trong các "
        "tiêu chuẩn tại các điểm a, b, c, d, đ",
        judged,
    ),
)


def _discipline(day: date) -> _S:
    stated = in_force(REVIEW, day)
    text = "Bị kỷ luật thì thành tích tính từ khi chấp hành xong kỷ luật"
    return _S("discipline_served", stated.article, text, _served, stated.source, stated.certainty, stated.period)


AWARDS: Final = (
    EmulationTitle.ADVANCED_WORKER,
    EmulationTitle.GRASSROOTS_EMULATION_FIGHTER,
    EmulationTitle.PROVINCIAL_EMULATION_FIGHTER,
    Commendation.CERTIFICATE,
    Commendation.PROVINCIAL_MERIT_CERTIFICATE,
)
"""What a person can have here."""


def standards(award: Award, day: date, *, official: bool = True) -> tuple[_S, ...]:
    """The standards of a person for ``award`` on ``day``; ``official``: rated by an office or unit, not a worker or
    farmer. ``KeyError`` where people cannot have it."""
    base = _OFFICIAL if official else _WORKER
    local = (_CERTIFICATE_RATING,) if official and _BAC_NINH.covers(day) else ()
    own: dict[Award, tuple[_S, ...]] = {
        EmulationTitle.ADVANCED_WORKER: base,
        EmulationTitle.GRASSROOTS_EMULATION_FIGHTER: (*base, _FIGHTER),
        EmulationTitle.PROVINCIAL_EMULATION_FIGHTER: _PROVINCIAL_FIGHTER,
        Commendation.CERTIFICATE: (*_CERTIFICATE, *local),
        Commendation.PROVINCIAL_MERIT_CERTIFICATE: _MERIT,
    }
    return (*own[award], _discipline(day), not_under_review(day))
