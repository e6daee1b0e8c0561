from __future__ import annotations

from datetime import date

import pytest
from shipped_packs import LAW

from vanban.domain.award import EmulationTitle
from vanban.domain.finding import Severity
from vanban.law.household_standards import HouseholdCase, selection_objections, standards
from vanban.law.standard import unmet

CULTURAL_FAMILY = standards(LAW, EmulationTitle.CULTURAL_FAMILY, date(2024, 12, 1))


def test_a_household_with_nothing_against_it() -> None:
    assert unmet(CULTURAL_FAMILY, HouseholdCase("Hộ ông Nguyễn Văn A"), "Hộ ông Nguyễn Văn A") == ()


def test_a_household_that_the_decree_excludes() -> None:
    case = HouseholdCase("Hộ ông Nguyễn Văn A", "bị xử phạt về hành vi đánh bạc")
    (objection,) = unmet(CULTURAL_FAMILY, case, case.name)
    assert str(objection).endswith(
        ": bị xử phạt về hành vi đánh bạc. (Nghị định số 86/2023/NĐ-CP) Hãy đưa hộ này khỏi danh sách đề nghị."
    )


def test_a_list_posted_ten_days_after_a_meeting_in_time() -> None:
    assert tuple(selection_objections(LAW, "TDP số 1", date(2024, 11, 24), date(2024, 11, 24), date(2024, 12, 4))) == ()


@pytest.mark.parametrize(
    ("met", "posted", "sent", "reason"),
    [
        (
            date(2024, 11, 25),
            date(2024, 11, 25),
            date(2024, 12, 10),
            "Họp bình xét ngày 25/11/2024; phải xong trước ngày 25/11/2024.",
        ),
        (
            date(2024, 11, 20),
            date(2024, 11, 21),
            date(2024, 11, 30),
            "Danh sách niêm yết từ ngày 21/11/2024, gửi ngày 30/11/2024: chưa đủ 10 ngày công khai.",
        ),
        (
            date(2024, 11, 20),
            None,
            date(2024, 12, 30),
            "Danh sách chưa ghi ngày niêm yết, gửi ngày 30/12/2024: chưa đủ 10 ngày công khai.",
        ),
    ],
)
def test_late_meetings_and_short_postings_are_warnings(met: date, posted: date | None, sent: date, reason: str) -> None:
    (objection,) = selection_objections(LAW, "TDP số 1", met, posted, sent)
    assert (objection.severity, objection.article) == (Severity.WARNING, "Nghị định số 86/2023/NĐ-CP")
    assert objection.reason == reason
