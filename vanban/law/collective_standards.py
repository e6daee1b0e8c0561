"""The standards for collectives: how one is held against Điều 26 to 30 and 74, 75 of the Law, in whole people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from vanban.domain.award import Award, Commendation, EmulationTitle, NomineeKind
from vanban.domain.evaluation import CollectiveEvaluation, Rating
from vanban.domain.law_pack import Law
from vanban.domain.nomination import MeritPoint
from vanban.domain.provision import StandardProvision, StandardTest
from vanban.domain.wording import count, percentage
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


@dataclass(frozen=True)
class CollectiveCase:
    """A collective that is nominated, on the day of the paper that nominates it."""

    name: str
    award: Award
    day: date
    evaluation: CollectiveEvaluation | None
    point: MeritPoint | None = None

    @property
    def under_review(self) -> str | None:
        """Why the collective is being looked into, or ``None``."""
        return self.evaluation.under_review if self.evaluation else None

    @property
    def is_evaluated(self) -> bool:
        """Whether the year's table of ratings has the collective."""
        return self.evaluation is not None


_Assess = Assess[CollectiveCase]
_POINT: Final = "Hãy ghi điểm áp dụng (a, b, c hoặc d) vào cột “Điểm áp dụng” của dòng đề nghị."


def needed_advanced(members: int, percent: int) -> int:
    """The fewest people of ``members`` that make ``percent``: of 70 per cent 5 of 7, 9 of 12, 11 of 15."""
    return -(-members * percent // 100)


def _rated(row: StandardProvision) -> _Assess:
    least = row.least or Rating.DONE

    def assess(case: CollectiveCase) -> Assessment:
        rating = case.evaluation.rating if case.evaluation else None
        if rating is None:
            return lacking("chưa có kết quả xếp loại tập thể", "Hãy nhập xếp loại của tập thể trong năm.")
        return Assessment(rating.at_least(least), rating.value, "Hãy đưa tập thể khỏi danh sách đề nghị danh hiệu này.")

    return assess


def _of_the_table(judge: Callable[[CollectiveEvaluation], Assessment]) -> _Assess:
    """``judge`` of the collective's row; that the numbers are missing where the table has no such row."""

    def assess(case: CollectiveCase) -> Assessment:
        if case.evaluation is None:
            return lacking("chưa có trong bảng xếp loại tập thể", "Hãy nhập tập thể này vào bảng xếp loại của năm.")
        return judge(case.evaluation)

    return assess


def _share(asked: StandardProvision) -> _Assess:
    return _of_the_table(lambda row: _advanced(row, asked.percent or 100))


def _advanced(row: CollectiveEvaluation, percent: int) -> Assessment:
    needed = needed_advanced(row.members, percent)
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


def _leads(row: CollectiveEvaluation) -> Assessment:
    """That it leads its cluster (Điều 26), or the movement of its level (Điều 29), somebody else has to have said."""
    if row.leads is None:
        return lacking(
            "chưa ghi dẫn đầu cụm, khối, phong trào nào",
            "Hãy ghi cụm, khối và văn bản công nhận vào cột “Dẫn đầu cụm, khối, phong trào nào”, hoặc bỏ dòng đề nghị.",
        )
    return Assessment(True, row.leads)


def _merit_point(case: CollectiveCase) -> Assessment:
    """Which point of khoản 3 Điều 74 is meant, has to be said: it has no point đ, and point d asks for two years."""
    if case.point is MeritPoint.DD:
        return Assessment(False, "khoản 3 không có điểm đ (điểm đ khoản 1 là của cá nhân)", _POINT)
    if case.point is MeritPoint.D:
        rating = case.evaluation.rating if case.evaluation else None
        if rating is not Rating.EXCELLENT:
            shown = f"theo điểm d: năm nay {'xếp loại ' + rating.value if rating else 'chưa có kết quả xếp loại'}"
            return Assessment(None, shown, "Hãy bổ sung căn cứ của 02 năm liên tục, hoặc chọn điểm khác.", told=True)
    if case.point is not None:
        return Assessment(None, f"theo điểm {case.point}: do hội nghị bình xét đánh giá")
    return Assessment(
        None,
        "Do hội nghị bình xét đánh giá",
        _POINT,
        told=True,
    )


_TESTS: Final[Tests[CollectiveCase]] = {
    StandardTest.JUDGED: by_judgement,
    StandardTest.RATED: _rated,
    StandardTest.ADVANCED_SHARE: _share,
    StandardTest.NOBODY_DISCIPLINED: lambda row: _of_the_table(_nobody_disciplined),
    StandardTest.EVERYBODY_COMPLETED: lambda row: _of_the_table(_everybody_completed),
    StandardTest.HAS_FIGHTER: lambda row: _of_the_table(_has_fighter),
    StandardTest.LEADS: lambda row: _of_the_table(_leads),
    StandardTest.MERIT_POINT: lambda row: _merit_point,
    StandardTest.NOT_UNDER_REVIEW: lambda row: not_under_review,
}

AWARDS: Final = (
    EmulationTitle.ADVANCED_COLLECTIVE,
    EmulationTitle.EXCELLENT_COLLECTIVE,
    EmulationTitle.PROVINCIAL_EMULATION_FLAG,
    EmulationTitle.EXEMPLARY_WARD,
    EmulationTitle.CULTURAL_RESIDENTIAL_GROUP,
    Commendation.CERTIFICATE,
    Commendation.PROVINCIAL_MERIT_CERTIFICATE,
)
"""What a collective, a residential group or a ward can have here."""


def standards(
    law: Law, award: Award, day: date, kind: NomineeKind = NomineeKind.COLLECTIVE
) -> tuple[Standard[CollectiveCase], ...]:
    """The standards of a collective, residential group or ward for ``award`` on ``day``.

    :class:`~vanban.errors.NoLawBook` before the law book.
    """
    return standards_of(law, _TESTS, Sought(award, kind), day)
