from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from shipped_packs import LAW

from vanban.domain.evaluation import Evaluation
from vanban.domain.finding import Severity
from vanban.domain.local_rules import LocalRules, RatioRounding
from vanban.law.local_rules import (
    most_fighters,
    ratio_objections,
    registration_objection,
    service_objections,
)

OFF = LocalRules()
SOURCE = "Hướng dẫn số 01/HD-HĐTĐKT"


def rules(**switched_on: Any) -> LocalRules:
    return LocalRules(source=SOURCE, **switched_on)


def test_no_ratio_is_checked_unless_the_office_sets_one_and_a_warning_says_so() -> None:
    (objection,) = ratio_objections(LAW, date(2024, 12, 1), OFF, 5, 10)
    assert objection.severity is Severity.WARNING
    assert str(objection) == (
        "“Chiến sĩ thi đua cơ sở”: Chưa kiểm tra tỷ lệ vì Luật không quy định tỷ lệ và dữ liệu không khai tỷ lệ "
        "của địa phương. (Điều 23 Luật Thi đua, khen thưởng) "
        "Nếu tỉnh, thành phố hoặc Hội đồng có quy định tỷ lệ thì hãy khai vào tệp Quy định riêng "
        "của địa phương (office/local_rules.yaml); nếu không "
        "có thì lập tệp ấy với một dòng “registration_required: không”."
    )
    assert ratio_objections(LAW, date(2024, 12, 1), OFF, 0, 10) == ()


@pytest.mark.parametrize(
    ("rounding", "most"), [(RatioRounding.DOWN, 2), (RatioRounding.HALF_UP, 3), (RatioRounding.UP, 3)]
)
def test_a_local_ratio_rounds_as_the_local_rule_says(rounding: RatioRounding, most: int) -> None:
    # 15 per cent of 17 are 2.55 people.
    assert most_fighters(rules(max_fighter_percent=15, fighter_rounding=rounding), 17) == most


def test_a_local_ratio_lets_so_many_through_and_no_more() -> None:
    local = rules(max_fighter_percent=15)
    assert ratio_objections(LAW, date(2024, 12, 1), local, 3, 20) == ()
    assert [str(objection) for objection in ratio_objections(LAW, date(2024, 12, 1), local, 4, 20)] == [
        "“Chiến sĩ thi đua cơ sở”: Đề nghị 04 người trên 20 “Lao động tiên tiến”; tỷ lệ 15% chỉ cho phép 03. "
        f"({SOURCE}) Hãy bình xét lại để bớt người, hoặc sửa tỷ lệ trong quy định của địa phương."
    ]


def test_who_did_not_register_is_a_warning_by_the_law_and_an_error_by_a_local_rule() -> None:
    assert registration_objection(LAW, date(2024, 12, 1), OFF, "Nguyễn Văn A", registered=True) is None
    by_law = registration_objection(LAW, date(2024, 12, 1), OFF, "Nguyễn Văn A", registered=False)
    assert by_law is not None and by_law.severity is Severity.WARNING
    assert str(by_law) == (
        "Nguyễn Văn A: Chưa đăng ký thi đua đầu năm; Luật không coi đăng ký là điều kiện xét tặng. "
        "(Điều 7 Luật Thi đua, khen thưởng) Hãy kiểm tra xem quy định của địa phương có bắt buộc đăng ký không."
    )
    by_rule = registration_objection(
        LAW, date(2024, 12, 1), rules(registration_required=True), "Nguyễn Văn A", registered=False
    )
    assert by_rule is not None and by_rule.severity is Severity.ERROR
    assert by_rule.article == SOURCE


def test_service_and_leave_are_asked_only_where_a_local_rule_does() -> None:
    short = Evaluation(person="a", months_served=9, days_of_leave=41)
    assert service_objections(OFF, "Nguyễn Văn A", short) == ()
    local = rules(min_months_served=10, max_days_of_leave=40)
    assert [objection.reason for objection in service_objections(local, "Nguyễn Văn A", short)] == [
        "Công tác 9 tháng, cần ít nhất 10 tháng trong năm (không tính thời gian nghỉ thai sản).",
        "Nghỉ 41 ngày, quá 40 ngày trong năm (không tính thời gian nghỉ thai sản).",
    ]
    enough = Evaluation(person="a", months_served=10, days_of_leave=40)
    assert service_objections(local, "Nguyễn Văn A", enough) == ()
    (unknown,) = service_objections(local, "Nguyễn Văn A", Evaluation(person="a"))
    assert unknown.reason.startswith("Chưa ghi số tháng công tác, cần ít nhất 10 tháng")


@pytest.mark.parametrize(
    "switched_on",
    [{"max_fighter_percent": 15}, {"registration_required": True}, {"min_months_served": 10}, {"max_days_of_leave": 0}],
)
def test_a_local_rule_without_its_text_is_refused(switched_on: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="phải ghi văn bản quy định"):
        LocalRules(**switched_on)
