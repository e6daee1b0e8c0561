"""The Jinja in which templates run: no code, no clock, no randomness, bounded growth (T01, T02).

Jinja's sandbox keeps templates away from Python's insides but sets no limit on time or memory, so whatever makes large
values out of small ones is left out, or refuses beyond a size.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, Final, NoReturn

from jinja2 import StrictUndefined, TemplateRuntimeError, UndefinedError, pass_eval_context
from jinja2.filters import FILTERS
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS
from jinja2.utils import missing

from vanban.word import printing
from vanban.word.drawn_table import table
from vanban.word.placed_line import placed
from vanban.word.printing import LONGEST_TEXT, require_room
from vanban.word.rule import rule

LONGEST_RANGE: Final = 1_000
DRAWING: Final = {"rule": "đường kẻ", "table": "bảng", "placed": "dòng in lên phôi"}
"""The filters that make a paragraph or a table of their own."""
_LARGEST_NUMBER: Final = 10**18
_MOST_DIGITS: Final = 15

FILTERS_ALLOWED: Final = frozenset({
    "abs", "batch", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float", "int",
    "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace",
    "placed", "reverse", "round", "rule", "select", "selectattr", "slice", "sort", "sum", "table", "title", "trim",
    "truncate",
    "unique", "upper",
})  # fmt: skip
TESTS_ALLOWED: Final = frozenset(TESTS) - {"callable", "filter", "test", "sameas", "escaped"}

TEXT, MARKUP, ATTRIBUTE, EACH, CONCAT = "_text", "_markup", "_attribute", "_each", "_concat"
"""Filters that :mod:`vanban.word.syntax` puts around what templates print, loop over and put together."""


class MissingName(UndefinedError):
    """A template used a name or attribute that the data do not have."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class _Undefined(StrictUndefined):
    __slots__ = ()

    def __init__(
        self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError
    ) -> None:
        told: Any = functools.partial(_missing, name) if exc is UndefinedError else exc
        super().__init__(hint, obj, name, told)


def _missing(name: object, message: str) -> MissingName:
    return MissingName(str(name))


class _Sandbox(ImmutableSandboxedEnvironment):
    intercepted_binops = frozenset({"+", "*", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        numbers = not isinstance(left, _SIZED) and not isinstance(right, _SIZED)
        if operator == "+" and not numbers:
            require_room(len(left) + len(right))
        elif not numbers:
            _refuse(f"phép “{operator}” chỉ dùng giữa hai số")
        elif operator == "*" and abs(left * right) > _LARGEST_NUMBER:
            _refuse("phép nhân cho số quá lớn")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        # What syntax.py lets through never begins with an underscore, and plain values open no way to anything else.
        value = (
            obj.get(attribute) if type(obj) is dict and attribute not in _OF_DICTS else getattr(obj, attribute, None)
        )
        return value if type(value) in _PLAIN else super().getattr(obj, attribute)


_PLAIN: Final = frozenset({str, bool, int, tuple, list, dict})
_OF_DICTS: Final = frozenset(dir(dict))
_SIZED: Final = (str, bytes, list, tuple, dict)


def _refuse(why: str) -> NoReturn:
    raise TemplateRuntimeError(why)


def environment() -> ImmutableSandboxedEnvironment:
    """A Jinja environment for templates: escaping, strict about names, with the allowed filters and tests only."""
    jinja = _Sandbox(autoescape=True, undefined=_Undefined)
    jinja.globals = {"range": _range}
    jinja.tests = {name: TESTS[name] for name in sorted(TESTS_ALLOWED)}
    own: dict[str, Callable[..., Any]] = {
        "batch": _sized("batch"),
        "slice": _sized("slice"),
        "round": _round,
        "join": _join,
        "replace": _replace,
        "e": _escape,
        "escape": _escape,
        "placed": placed,
        "rule": rule,
        "table": table,
        TEXT: printing.text,
        MARKUP: printing.markup,
        ATTRIBUTE: printing.attribute,
        EACH: printing.each,
        CONCAT: printing.concat,
    }
    jinja.filters = {name: FILTERS[name] for name in sorted(FILTERS_ALLOWED - own.keys())} | own
    return jinja


def _range(*bounds: int) -> range:
    numbers = range(*bounds)
    if len(numbers) > LONGEST_RANGE:
        _refuse(f"range() cho quá {LONGEST_RANGE} số")
    return numbers


def _sized(name: str) -> Callable[..., Any]:
    """Jinja's filter of that name, whose second argument is a count."""

    def filtered(values: Any, count: int, fill_with: object = None) -> Any:
        require_room(count)
        return FILTERS[name](values, count, fill_with)

    return filtered


def _round(value: float, precision: int = 0, method: Any = "common") -> float:
    if abs(precision) > _MOST_DIGITS:
        _refuse(f"bộ lọc “round” nhận nhiều nhất {_MOST_DIGITS} chữ số")
    return float(FILTERS["round"](value, precision, method))


@pass_eval_context
def _join(evaluation: EvalContext, values: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
    items = list(islice(values, LONGEST_TEXT))
    require_room(len(items) * len(d) + sum(len(item) for item in items if isinstance(item, str)))
    joined: str = FILTERS["join"](evaluation, items, d, attribute)
    return joined


@pass_eval_context
def _replace(evaluation: EvalContext, text: Any, old: str, new: str, count: int | None = None) -> Any:
    plain = str(text)
    require_room(len(plain) + (plain.count(old) if old else len(plain) + 1) * len(new))
    return FILTERS["replace"](evaluation, text, old, new, count)


def _escape(value: object) -> object:
    """Nothing: what is printed is escaped once, with or without this filter."""
    return value
