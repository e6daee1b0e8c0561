"""Contexts of every shape that a kind declares: lists with 0, 1, 2 and many rows, values empty and full."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Any, Final

from pydantic import BaseModel

from vanban.domain.measure import Length, mm
from vanban.word import declared
from vanban.word.declared import DeclaredShape

_DEEPEST: Final = 6
_ROWS: Final = (0, 1, 2, 5)
_MIXED: Final = 12
_TEXT: Final = "Nguyễn Văn A"
_RULE: Final = mm(20)


def sample_contexts(model: type[BaseModel]) -> Iterator[dict[str, Any]]:
    """Contexts with every list as long as the next, every value empty, then full; then mixed ones, always the same."""
    for rows in _ROWS:
        for is_full in (False, True):
            yield _Sampler(partial(int, rows), partial(bool, is_full)).group((model,), 0)
    for seed in range(_MIXED):
        chance = random.Random(seed)
        yield _Sampler(partial(chance.choice, _ROWS), partial(chance.choice, (False, True))).group((model,), 0)


class _Sampler:
    """``rows`` says how long the next list is, ``fullness`` whether the next value is full."""

    def __init__(self, rows: Callable[[], int], fullness: Callable[[], bool]) -> None:
        self._rows, self._fullness = rows, fullness

    def group(self, models: tuple[type[BaseModel], ...], depth: int) -> dict[str, Any]:
        """One group of fields, as a mapping."""
        if depth > _DEEPEST:
            return {}
        return {name: self._value(member.shape, depth + 1) for name, member in declared.members(models).items()}

    def _value(self, shape: DeclaredShape, depth: int) -> Any:
        if shape.sort == "group":
            return self.group(shape.models, depth)
        if shape.sort == "list":
            return [self._value(shape.items[0], depth) for _ in range(self._rows() if depth < _DEEPEST else 0)]
        if shape.sort == "row":
            return tuple(self._value(item, depth) for item in shape.items)
        if shape.sort == "mapping":
            return {self._value(shape.items[0], depth): self._value(shape.items[1], depth)}
        return _RULE if shape.sort == "length" else self._plain(shape.python)

    def _plain(self, python: type) -> Any:
        is_full = self._fullness()
        if python is Length:
            return _RULE
        if issubclass(python, Enum):
            members = list(python)
            return members[-1 if is_full else 0]
        empty, full = _VALUES.get(python, ("", _TEXT))
        return full if is_full else empty


_VALUES: Final[dict[type, tuple[Any, Any]]] = {
    bool: (False, True),
    int: (0, 12),
    float: (0.0, 12.5),
    Decimal: (Decimal(0), Decimal("12.5")),
    date: (date(2024, 1, 1), date(2024, 12, 31)),
    time: (time(0, 0), time(8, 30)),
}
