"""A context to look at a template with: each place bears the name of what fills it, lists are as long as asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from pydantic import BaseModel

from vanban.domain.measure import Length, mm
from vanban.word import declared
from vanban.word.declared import DeclaredShape

_DEEPEST: Final = 6
_INSIDE: Final = 2
"""Rows at most of a list within a list."""
_VALUES: Final[dict[type, Any]] = {
    bool: True,
    int: 12,
    float: 12.5,
    Decimal: Decimal("12.5"),
    date: date(2024, 3, 5),
    time: time(8, 30),
    Length: mm(20),
}


def shown_context(model: type[BaseModel], rows: int) -> dict[str, Any]:
    """The context of that kind with ``rows`` elements in every list."""
    return _group((model,), rows, 0)


def _group(models: Sequence[type[BaseModel]], rows: int, depth: int) -> dict[str, Any]:
    if depth > _DEEPEST:
        return {}
    found = declared.members(models)
    return {name: _value(member.shape, member.title or name, rows, depth + 1) for name, member in found.items()}


def _value(shape: DeclaredShape, title: str, rows: int, depth: int) -> Any:
    if shape.sort == "group":
        return _group(shape.models, rows, depth)
    if shape.sort == "list":
        inside = min(rows, _INSIDE)
        return [_value(shape.items[0], title, inside, depth) for _ in range(rows if depth < _DEEPEST else 0)]
    if shape.sort == "row":
        return tuple(_value(item, title, rows, depth) for item in shape.items)
    if shape.sort == "mapping":
        return {_value(shape.items[0], title, rows, depth): _value(shape.items[1], title, rows, depth)}
    if issubclass(shape.python, Enum):
        return list(shape.python)[-1]
    return mm(20) if shape.sort == "length" else _VALUES.get(shape.python, title)
