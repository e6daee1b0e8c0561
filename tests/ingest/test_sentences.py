"""Whatever pydantic may say, a clerk reads Vietnamese."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic_core import ErrorDetails, PydanticCustomError, ValidationError
from pydantic_core._pydantic_core import list_all_errors

from vanban.ingest.sentences import explain

EXAMPLES = {example["type"]: example.get("example_context") or {} for example in list_all_errors()}


def details(kind: str, **context: object) -> ErrorDetails:
    """The error of a kind as a model would raise it."""
    line: Any = {"type": kind, "loc": (), "input": 1, "ctx": EXAMPLES[kind] | context}
    [error] = ValidationError.from_exception_data("x", [line]).errors()
    return error


@pytest.mark.parametrize("kind", sorted(EXAMPLES))
def test_every_error_of_pydantic_has_a_vietnamese_reason_and_remedy(kind: str) -> None:
    error = details(kind)
    fault = explain(error)
    assert not fault.reason.isascii()
    assert not fault.remedy.isascii()
    assert fault.remedy.startswith("Hãy ")
    assert "{" not in fault.reason + fault.remedy


def error_of(raised: Exception) -> ErrorDetails:
    line: Any = {"type": "value_error", "loc": (), "input": 1, "ctx": {"error": raised}, "msg": "Value error"}
    return line


def test_our_own_rules_speak_for_themselves() -> None:
    assert explain(error_of(ValueError("Ngày kết thúc trước ngày bắt đầu."))) == (
        "Ngày kết thúc trước ngày bắt đầu.",
        "Hãy sửa lại cho khớp.",
    )
    assert explain(error_of(ValueError("Sai.", "Hãy đổi."))) == (
        "Chỗ này ghi chưa đúng.",
        "Hãy xem lại cách ghi mục này trong tệp mẫu.",
    )
    assert explain(error_of(ValueError("Ngày sai.", "Hãy đổi ngày."))) == ("Ngày sai.", "Hãy đổi ngày.")


def test_a_library_speaking_through_our_rule_is_not_passed_on() -> None:
    assert explain(error_of(ValueError("invalid literal for int()"))).reason == "Chỗ này ghi chưa đúng."
    assert explain(error_of(AssertionError())).reason == "Chỗ này ghi chưa đúng."


def test_a_custom_error_of_another_library_is_not_passed_on() -> None:
    custom = PydanticCustomError("odd", "Something odd")
    [error] = ValidationError.from_exception_data("x", [{"type": custom, "loc": (), "input": 1}]).errors()
    assert explain(error).reason == "Chỗ này ghi chưa đúng."


@pytest.mark.parametrize(
    ("kind", "context", "reason", "remedy"),
    [
        ("greater_than_equal", {"ge": 0.5}, "Số không được nhỏ hơn 0,5.", "Hãy ghi một số từ 0,5 trở lên."),
        ("less_than", {"lt": 2}, "Số phải nhỏ hơn 2.", "Hãy ghi một số nhỏ hơn 2."),
        (
            "too_short",
            {"min_length": 1, "actual_length": 0},
            "Danh sách cần ít nhất 1 mục, đang có 0.",
            "Hãy ghi thêm cho đủ.",
        ),
        ("string_too_long", {"max_length": 2}, "Chữ dài quá 2 ký tự.", "Hãy viết ngắn lại."),
    ],
)
def test_limits_are_said_with_their_numbers(kind: str, context: dict[str, object], reason: str, remedy: str) -> None:
    assert explain(details(kind, **context)) == (reason, remedy)
