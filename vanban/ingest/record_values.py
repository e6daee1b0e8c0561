"""The values of records as rows of one sheet, and rows back into the tree that a file holds.

Left out is what a cell cannot hold: texts in blocks, tables, annexes, words with line breaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args, get_origin

from vanban.domain.document import Annex
from vanban.domain.office import Office
from vanban.domain.record import Record
from vanban.domain.record_value import RecordValue
from vanban.domain.text_table import TextTable
from vanban.domain.text_tree import Block
from vanban.ingest.assembly import kinds_of
from vanban.ingest.scalars import Refused, convert, is_scalar, written
from vanban.ingest.written_tree import Written

NEW: Final = "+1"
"""The step to an item that a list does not have yet."""

_LONG: Final = (Block, Annex, TextTable)
_BETWEEN: Final = ";"


@dataclass(frozen=True)
class _Field:
    """A field on the way: its kinds, its value (``None``: not said), how it is called, the steps to it."""

    kinds: tuple[Any, ...]
    value: Any
    what: str
    steps: tuple[str, ...]


def values_of(part: str, title: str, value: Any, office: Office) -> Iterator[RecordValue]:
    """Every value of a part of a year that a cell can hold, in the order of its fields; blank where nothing is said."""
    for field in _fields_of(value, type(value), (part,), ""):
        for leaf in _leaves(field):
            said = written(leaf.value, office) if leaf.value not in (None, ()) else None
            yield RecordValue(paper=title, what=leaf.what, value=said or None, place="/".join(leaf.steps))


def kinds_at(part: str, value: Any, place: str) -> tuple[Any, ...]:
    """What a value at that place may be; empty where nothing stands there."""
    return next(
        (
            leaf.kinds
            for field in _fields_of(value, type(value), (part,), "")
            for leaf in _leaves(field)
            if "/".join(leaf.steps) == place
        ),
        (),
    )


def refused(kinds: tuple[Any, ...], said: str, office: Office) -> Refused | None:
    """Why ``said`` is no value of these kinds, if it is none."""
    plain = tuple(kind for kind in kinds if is_scalar(kind))
    if plain:
        result = convert(plain, said, office)
        return result if isinstance(result, Refused) else None
    inner = tuple(one for kind in kinds for one in kinds_of(get_args(kind)[0]))
    for piece in _pieces(said):
        result = convert(inner, piece, office)
        if isinstance(result, Refused):
            return result
    return None


def with_value(tree: Written, value: Any, steps: tuple[str, ...], said: str | None) -> Written:
    """The tree of a file with what it says at a place changed, or taken out where ``said`` is ``None``.

    ``value`` is what was read from the tree; a step names a field, or the key or ordinal of an item, or a new one.
    """
    if not steps:
        raise ValueError(steps)
    step, *rest = steps
    if isinstance(tree, list) or isinstance(value, tuple):
        return _with_item(list(tree) if isinstance(tree, list) else [], value or (), step, tuple(rest), said)
    held: dict[str, Written] = dict(tree) if isinstance(tree, dict) else {}
    inner = getattr(value, step, None) if value is not None else None
    if rest:
        made = with_value(held.get(step, [] if isinstance(inner, tuple) else {}), inner, tuple(rest), said)
    elif said is None:
        held.pop(step, None)
        return held
    else:
        made = _as_before(said, held.get(step), inner)
    if made in ({}, []) and step not in held:
        return held
    return {**held, step: made}


def _with_item(
    tree: list[Written], value: tuple[Any, ...], step: str, rest: tuple[str, ...], said: str | None
) -> Written:
    names = [_name_of(one, place) for place, one in enumerate(value)]
    if step in names:
        place = names.index(step)
        return [*tree[:place], with_value(tree[place], value[place], rest, said), *tree[place + 1 :]]
    if said is None:
        return tree
    # Everything that is said of the new item stands behind the old ones, in one.
    own = tree[len(value)] if len(tree) > len(value) else {}
    return [*tree[: len(value)], with_value(own, None, rest, said)]


def _as_before(said: str, before: Written | None, value: Any) -> Written:
    if isinstance(value, tuple) or isinstance(before, list):
        return list(_pieces(said))
    return said


def _pieces(said: str) -> list[str]:
    return [piece.strip() for piece in said.replace("\n", _BETWEEN).split(_BETWEEN) if piece.strip()]


def as_list(kinds: tuple[Any, ...]) -> bool:
    """Whether values of these kinds are written one after another."""
    return not any(is_scalar(kind) for kind in kinds) and any(get_origin(kind) is tuple for kind in kinds)


# Walking


def _fields_of(value: Any, model: Any, steps: tuple[str, ...], what: str) -> Iterator[_Field]:
    """The fields of a record, or of every record of a list."""
    if isinstance(value, tuple):
        for place, one in enumerate(value):
            name = _name_of(one, place)
            yield from _fields_of(one, type(one), (*steps, name), _joined(what, name))
    elif isinstance(model, type) and issubclass(model, Record):
        for name, field in model.model_fields.items():
            inner = None if value is None else getattr(value, name)
            yield _Field(kinds_of(field.annotation), inner, _joined(what, field.title or name), (*steps, name))


def _leaves(field: _Field) -> Iterator[_Field]:
    records = [kind for kind in field.kinds if isinstance(kind, type) and issubclass(kind, Record)]
    items = [kind for kind in field.kinds if get_origin(kind) is tuple]
    if isinstance(field.value, Record) or (records and field.value is None):
        model = type(field.value) if isinstance(field.value, Record) else records[0]
        if not issubclass(model, _LONG):
            for inner in _fields_of(field.value, model, field.steps, field.what):
                yield from _leaves(inner)
    elif items and not any(is_scalar(kind) for kind in field.kinds):
        yield from _items(field, items[0])
    elif any(is_scalar(kind) for kind in field.kinds) and "\n" not in str(field.value or ""):
        yield field


def _items(field: _Field, kind: Any) -> Iterator[_Field]:
    inner = kinds_of(get_args(kind)[0])
    model = next((one for one in inner if isinstance(one, type) and issubclass(one, Record)), None)
    if model is None:
        if all(is_scalar(one) for one in inner) and not any(_is_long(one) for one in field.value or ()):
            yield field
        return
    if issubclass(model, _LONG):
        return
    for one in _fields_of(field.value or (), None, field.steps, field.what):
        yield from _leaves(one)
    if len(field.steps) == 2 or field.value == ():
        for one in _fields_of(None, model, (*field.steps, NEW), _joined(field.what, "thêm mới")):
            yield from _leaves(one) if get_origin(one.kinds[0] if one.kinds else None) is not tuple else _plain(one)


def _plain(field: _Field) -> Iterator[_Field]:
    """A list in an item that is not there yet, where it is one of plain values."""
    inner = kinds_of(get_args(field.kinds[0])[0])
    if all(is_scalar(one) for one in inner):
        yield field


def _is_long(one: Any) -> bool:
    return isinstance(one, str) and (_BETWEEN in one or "\n" in one)


def _name_of(one: Any, place: int) -> str:
    return str(getattr(one, "key", None) or place + 1)


def _joined(what: str, more: str) -> str:
    return f"{what} › {more}" if what else more


def changed_values(rows: Mapping[str, str | None], before: Mapping[str, str | None]) -> dict[str, str | None]:
    """The places whose value is another now."""
    return {place: said for place, said in rows.items() if said != before.get(place)}
