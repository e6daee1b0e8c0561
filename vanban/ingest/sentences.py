"""Turn what pydantic says about a value into Vietnamese: a reason and a remedy. None of its English is ever shown."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic_core import ErrorDetails

from vanban.domain.text import TextFault
from vanban.ingest.scalars import shown

_SENTENCES: dict[str, tuple[str, str]] = {
    "greater_than": ("Số phải lớn hơn {gt}.", "Hãy ghi một số lớn hơn {gt}."),
    "greater_than_equal": ("Số không được nhỏ hơn {ge}.", "Hãy ghi một số từ {ge} trở lên."),
    "less_than": ("Số phải nhỏ hơn {lt}.", "Hãy ghi một số nhỏ hơn {lt}."),
    "less_than_equal": ("Số không được lớn hơn {le}.", "Hãy ghi một số không quá {le}."),
    "multiple_of": ("Số phải chia hết cho {multiple_of}.", "Hãy ghi một số chia hết cho {multiple_of}."),
    "decimal_max_digits": ("Số có quá {max_digits} chữ số.", "Hãy ghi số ngắn hơn."),
    "decimal_max_places": ("Số có quá {decimal_places} chữ số sau dấu phẩy.", "Hãy làm tròn số."),
    "decimal_whole_digits": ("Số có quá {whole_digits} chữ số trước dấu phẩy.", "Hãy ghi số ngắn hơn."),
    "string_too_short": ("Chữ ngắn quá, cần ít nhất {min_length} ký tự.", "Hãy ghi đầy đủ."),
    "string_too_long": ("Chữ dài quá {max_length} ký tự.", "Hãy viết ngắn lại."),
    "string_pattern_mismatch": ("Chữ không đúng dạng quy định.", "Hãy xem một mục đã ghi đúng rồi ghi theo dạng đó."),
    "too_short": ("Danh sách cần ít nhất {min_length} mục, đang có {actual_length}.", "Hãy ghi thêm cho đủ."),
    "too_long": ("Danh sách chỉ được có {max_length} mục, đang có {actual_length}.", "Hãy bỏ bớt."),
    "date_past": ("Ngày phải ở trước hôm nay.", "Hãy xem lại ngày."),
    "date_future": ("Ngày phải ở sau hôm nay.", "Hãy xem lại ngày."),
    "finite_number": ("Cần một số thật.", "Hãy ghi số, ví dụ 12."),
}
_ANY = ("Chỗ này ghi chưa đúng.", "Hãy xem lại cách ghi mục này trong tệp mẫu.")
_RULE_BROKEN = "Hãy sửa lại cho khớp."


def explain(error: ErrorDetails) -> TextFault:
    """The reason and remedy for one pydantic error.

    A validator of ours raises ``ValueError`` with a Vietnamese reason and, as second argument, a remedy if it has one.
    """
    context: Mapping[str, Any] = error.get("ctx", {})
    if error["type"] in ("value_error", "assertion_error"):
        return _ours(context.get("error"))
    reason, remedy = _SENTENCES.get(error["type"], _ANY)
    facts = {name: _plain(value) for name, value in context.items()}
    return TextFault(reason.format_map(facts), remedy.format_map(facts))


def _ours(raised: object) -> TextFault:
    """What our own validator said; words of a library (they are all ASCII) are not passed on."""
    said = [str(part) for part in raised.args] if isinstance(raised, Exception) else []
    if not said or said[0].isascii():
        return TextFault(*_ANY)
    return TextFault(said[0], said[1] if len(said) > 1 else _RULE_BROKEN)


def _plain(value: object) -> str:
    return shown(Decimal(str(value)) if isinstance(value, float) else value)
