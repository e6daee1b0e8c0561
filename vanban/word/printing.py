"""What may be printed where, so that every value comes out unchanged or is refused (F1, T04).

Each function stands around something that a template prints, loops over or puts together
(:mod:`vanban.word.syntax`); Jinja escapes what they return.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from jinja2 import TemplateRuntimeError, Undefined, pass_context
from jinja2.runtime import Context, markup_join
from pydantic import BaseModel

from vanban.word.docxtpl_pass import BOUND_TYPES, NeedsPass
from vanban.word.filling import KEY, Filling
from vanban.word.rule import DrawnXml

LONGEST_TEXT: Final = 100_000
"""Characters or items that one operation of a template may make."""

MOST_ROUNDS: Final = 200_000
"""Rounds that all loops of one document may take together."""

_CONTAINERS: Final = (list, tuple, dict, set, frozenset, BaseModel, range)
_SCALARS: Final = (str, int, float, Decimal, date, time, Enum)
_SPACING: Final = re.compile(r"[\t\n\r\f\a\v]")


def require_room(size: int) -> None:
    """Refuse what would grow beyond :data:`LONGEST_TEXT`."""
    if size > LONGEST_TEXT:
        raise TemplateRuntimeError("mẫu tạo ra đoạn chữ quá dài")


@pass_context
def text(context: Context, value: object) -> object:
    """A value that stands where text stands."""
    return value if type(value) is str else _unusual(context, value)


@pass_context
def markup(context: Context, value: object) -> object:
    """A value that stands between paragraphs or runs, where Word shows no plain text."""
    if type(value) is DrawnXml or value == "":
        return value
    if isinstance(value, BOUND_TYPES) or hasattr(value, "__html__"):
        return _unusual(context, value)
    raise TemplateRuntimeError(
        "chữ điền vào đứng ngoài dòng chữ nên sẽ bị mất; hãy viết {{ … }} thay cho {{p …}} hay {{r …}}"
    )


@pass_context
def attribute(context: Context, value: object) -> object:
    """A value inside an XML attribute, such as the colour of a cell."""
    if isinstance(value, BOUND_TYPES) or hasattr(value, "__html__") or _SPACING.search(str(value)):
        raise TemplateRuntimeError("chỉ một dòng chữ thường đứng được ở chỗ này")
    return _unusual(context, value)


def _unusual(context: Context, value: Any) -> object:
    if isinstance(value, BOUND_TYPES):
        value = _bound(context, value)
    if type(value) is DrawnXml:
        raise TemplateRuntimeError("đường kẻ không đứng được trong dòng chữ; hãy viết {{p …|rule(70) }}")
    if hasattr(value, "__html__"):
        context.parent[KEY].markup = True
        return value
    if value is None:
        raise TemplateRuntimeError("chỗ này còn trống; hãy bổ sung dữ liệu, hoặc đặt trong {% if %} … {% endif %}")
    if isinstance(value, _CONTAINERS) or not (isinstance(value, (*_SCALARS, Undefined)) or _has_own_text(value)):
        raise TemplateRuntimeError(
            "chỗ điền này là cả một nhóm hay danh sách, phải in từng chỗ điền hoặc dùng {% for %}"
        )
    return value


def _bound(context: Context, value: object) -> object:
    filling: Filling = context.parent[KEY]
    if not filling.takes_bound:
        raise TemplateRuntimeError("hình, liên kết, tài liệu con không đặt được ở đây; hãy đặt trong thân văn bản")
    if filling.docxtpl is None:
        raise NeedsPass(value)
    return filling.docxtpl.value(value)


def _has_own_text(value: object) -> bool:
    return type(value).__str__ is not object.__str__


@pass_context
def each(context: Context, values: Any) -> Collection[Any]:
    """What a loop goes over: in an order of its own, and not without end."""
    if isinstance(values, (set, frozenset)):
        raise TemplateRuntimeError("không lặp được trên một tập hợp không có thứ tự; hãy dùng bộ lọc “sort”")
    items: Collection[Any] = values if hasattr(values, "__len__") else list(values)
    filling: Filling = context.parent[KEY]
    filling.rounds += len(items)
    if filling.rounds > MOST_ROUNDS:
        raise TemplateRuntimeError(f"các vòng lặp quá {MOST_ROUNDS} lượt")
    return items


def concat(*values: object) -> str:
    """What ``~`` makes."""
    if any(isinstance(value, _CONTAINERS) or value is None for value in values):
        raise TemplateRuntimeError("“~” chỉ nối chữ và số")
    require_room(sum(len(str(value)) for value in values))
    return markup_join(values)
