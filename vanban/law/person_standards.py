"""The standards for people: how somebody is held against what Điều 22, 23, 24, 74 and 75 of the Law ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from vanban.domain.award import Award, Commendation, EmulationTitle, NomineeKind
from vanban.domain.evaluation import Evaluation, InitiativeScope, Rating, RecognisedInitiative
from vanban.domain.law_pack import Law
from vanban.domain.nomination import MeritPoint
from vanban.domain.provision import StandardProvision, StandardTest
from vanban.domain.wording import count, numeric_date
from vanban.law.standard import (
    Assess,
    Assessment,
    Sought,
    Standard,
    Tests,
    by_judgement,
    lacking,
    not_under_review,
    standards_of,
)

_WORKS_OF_POINT_D: Final = 2
"""How many initiatives or works point d of khoản 1 Điều 74 asks for beside two excellent years."""


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
    point: MeritPoint | None = None

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


_OUT: Final = "Hãy đưa người này khỏi danh sách đề nghị, hoặc sửa dữ liệu nếu nhập nhầm."
_RATE: Final = "Hãy nhập kết quả xếp loại của người này trong năm."
_NO_RATING: Final = "chưa có kết quả xếp loại năm"
_Assess = Assess[PersonCase]


def _rated(row: StandardProvision) -> _Assess:
    least = row.least or Rating.DONE

    def assess(case: PersonCase) -> Assessment:
        rating = case.rating
        if rating is None:
            return lacking(_unrated(case), _RATE)
        return Assessment(rating.at_least(least), f"xếp loại {rating.value}", _OUT)

    return assess


def _unrated(case: PersonCase) -> str:
    """That there is no rating yet; of whom was on maternity leave, that the leave is no reason to leave it out."""
    months = case.evaluation.maternity_months if case.evaluation else 0
    leave = f"; nghỉ thai sản {count(months)} tháng, thời gian này được tính (khoản 5 Điều 4 của Nghị định)"
    return _NO_RATING + (leave if months else "")


def _recognised(case: PersonCase) -> list[RecognisedInitiative]:
    return [initiative for initiative in case.initiatives if initiative.decision]


def _excellent_or_initiative(case: PersonCase) -> Assessment:
    """An excellent rating, or an initiative, scientific work or deed in combat that is recognised or accepted."""
    rating, recognised = case.rating, _recognised(case)
    shown = [f"xếp loại {rating.value}" if rating else _NO_RATING]
    shown += [f"{one.sort} “{one.name}” ({one.decision})" for one in recognised]
    shown += [
        f"{one.sort} “{one.name}” chưa có quyết định {one.sort.confirmation}"
        for one in case.initiatives
        if not one.decision
    ]
    if not case.initiatives:
        shown.append("không có sáng kiến được công nhận")
    if rating is None and not recognised:
        return lacking("; ".join(shown), _RATE)
    return Assessment(
        rating is Rating.EXCELLENT or bool(recognised),
        "; ".join(shown),
        "Hãy bổ sung quyết định công nhận sáng kiến, hoặc quyết định nghiệm thu đề tài, đề án, công trình khoa học. "
        "Nếu không có, hãy đề nghị danh hiệu “Lao động tiên tiến”.",
        (("sáng kiến được công nhận", len(recognised)),),
    )


def _years_running(row: StandardProvision) -> _Assess:
    times = row.times or 1

    def assess(case: PersonCase) -> Assessment:
        runs = [range(last - times + 1, last + 1) for last in (case.year, case.year - 1)]
        years = ", ".join(str(year) for year in sorted(case.fighter_years)) or "chưa có năm nào"
        return Assessment(
            any(case.fighter_years.issuperset(run) for run in runs),
            f"các năm đạt “Chiến sĩ thi đua cơ sở”: {years}",
            "Hãy bổ sung các năm đã đạt, hoặc đưa người này khỏi danh sách đề nghị.",
            (("số năm", len(case.fighter_years)),),
        )

    return assess


def _provincial_initiative(case: PersonCase) -> Assessment:
    wide = [one for one in _recognised(case) if one.scope is not InitiativeScope.GRASSROOTS]
    shown = "; ".join(f"{one.sort} “{one.name}” phạm vi {one.scope} ({one.decision})" for one in wide)
    return Assessment(
        bool(wide),
        shown or "không có sáng kiến được công nhận có phạm vi ảnh hưởng trong tỉnh",
        "Hãy bổ sung văn bản công nhận phạm vi ảnh hưởng của sáng kiến (khoản 2 Điều 22 Luật Thi đua, khen thưởng).",
        (("sáng kiến cấp tỉnh", len(wide)),),
    )


def _merit_point(case: PersonCase) -> Assessment:
    """Which point of Điều 74 is meant, has to be said; that on fighters and works is held against the data."""
    if case.point is None:
        return Assessment(
            None,
            "Do hội nghị bình xét đánh giá",
            "Hãy ghi điểm áp dụng (a, b, c, d hoặc đ) vào cột “Điểm áp dụng” của dòng đề nghị.",
            told=True,
        )
    if case.point is MeritPoint.DD and case.evaluation is not None and case.evaluation.official:
        return Assessment(
            None,
            "theo điểm đ: của công nhân, nông dân, người lao động; bảng xếp loại ghi là cán bộ, công chức, viên chức",
            "Hãy chọn điểm khác, hoặc ghi “không” ở cột “Cán bộ, công chức, viên chức, người lao động” nếu nhập nhầm.",
            told=True,
        )
    if case.point is not MeritPoint.D:
        return Assessment(None, f"theo điểm {case.point}: do hội nghị bình xét đánh giá")
    twice = any(case.fighter_years.issuperset((last - 1, last)) for last in (case.year, case.year - 1))
    works = len(_recognised(case))
    shown = f"theo điểm d: {'có' if twice else 'chưa có'} 02 lần liên tục “Chiến sĩ thi đua cơ sở”, {works} sáng kiến"
    if twice or (works >= _WORKS_OF_POINT_D and case.rating is Rating.EXCELLENT):
        return Assessment(True, shown)
    remedy = "Hãy bổ sung các năm đã đạt, các sáng kiến của 02 năm, hoặc chọn điểm khác."
    return Assessment(None, shown, remedy, told=True)


def _served(case: PersonCase) -> Assessment:
    row = case.evaluation
    if row is None:
        return lacking("chưa có trong bảng xếp loại", _RATE)
    if row.discipline is None or row.disciplined_on is None or row.disciplined_on > case.day:
        return Assessment(True, "không bị kỷ luật", excluding=True)
    imposed = f"{row.discipline.value.lower()} ngày {numeric_date(row.disciplined_on)}"
    if row.served_on is None or row.served_on > case.day:
        return Assessment(False, f"bị kỷ luật {imposed}, chưa chấp hành xong", _OUT, says_all=True)
    served = numeric_date(row.served_on)
    return Assessment(
        None,
        f"bị kỷ luật {imposed}, chấp hành xong ngày {served}: chỉ tính thành tích từ ngày đó",
        "Hãy kiểm tra thành tích từ ngày chấp hành xong có đủ tiêu chuẩn không; nếu không thì đưa khỏi danh sách.",
        told=True,
        says_all=True,
    )


_TESTS: Final[Tests[PersonCase]] = {
    StandardTest.JUDGED: by_judgement,
    StandardTest.RATED: _rated,
    StandardTest.EXCELLENT_OR_INITIATIVE: lambda row: _excellent_or_initiative,
    StandardTest.FIGHTER_YEARS: _years_running,
    StandardTest.PROVINCIAL_INITIATIVE: lambda row: _provincial_initiative,
    StandardTest.MERIT_POINT: lambda row: _merit_point,
    StandardTest.DISCIPLINE_SERVED: lambda row: _served,
    StandardTest.NOT_UNDER_REVIEW: lambda row: not_under_review,
}

AWARDS: Final = (
    EmulationTitle.ADVANCED_WORKER,
    EmulationTitle.GRASSROOTS_EMULATION_FIGHTER,
    EmulationTitle.PROVINCIAL_EMULATION_FIGHTER,
    Commendation.CERTIFICATE,
    Commendation.PROVINCIAL_MERIT_CERTIFICATE,
)
"""What a person can have here."""


def standards(law: Law, award: Award, day: date, *, official: bool | None = True) -> tuple[Standard[PersonCase], ...]:
    """The standards of a person for ``award`` on ``day``; ``official``: rated by an office or unit, not a worker or
    farmer; both where it is ``None``. :class:`~vanban.errors.NoLawBook` before the law book."""
    return standards_of(law, _TESTS, Sought(award, NomineeKind.PERSON, official), day)
