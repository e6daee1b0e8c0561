"""What a kind declares that its templates may mention: the fields of its context, followed through their types."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from vanban.domain.measure import Length
from vanban.domain.own_paper import TitledRow

Sort = Literal["value", "length", "group", "list", "row", "mapping", "unknown"]


@dataclass(frozen=True)
class DeclaredShape:
    """What stands behind a name: one printable value, a length, a group of fields, a list, a mapping, or the unknown.

    ``python`` is the type of a value; ``models`` have the fields of a group, one model or several that may stand
    there; ``items`` are the elements of a list (one shape), of a fixed row (each), the keys and values of a mapping.
    """

    sort: Sort
    python: type = object
    models: tuple[type[BaseModel], ...] = ()
    items: tuple[DeclaredShape, ...] = ()


@dataclass(frozen=True)
class Member:
    """A field of a group: its shape and its Vietnamese title, empty if it has none."""

    shape: DeclaredShape
    title: str = field(default="")


UNKNOWN: Final = DeclaredShape("unknown")
TEXT: Final = DeclaredShape("value", str)
NUMBER: Final = DeclaredShape("value", int)


def listed(item: DeclaredShape) -> DeclaredShape:
    """A list of ``item``."""
    return DeclaredShape("list", items=(item,))


def shape_of(annotation: Any) -> DeclaredShape:
    """The shape that a type annotation declares."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return shape_of(arguments[0])
    if origin in (Union, types.UnionType):
        return either(*(shape_of(argument) for argument in arguments if argument is not type(None)))
    if origin is Literal:
        return either(*(DeclaredShape("value", type(argument)) for argument in arguments))
    if origin is tuple and arguments[-1] is not Ellipsis:
        return DeclaredShape("row", items=tuple(map(shape_of, arguments)))
    if origin in (tuple, list, Sequence, set, frozenset):
        return listed(shape_of(arguments[0]))
    if origin in (dict, Mapping):
        return DeclaredShape("mapping", items=tuple(map(shape_of, arguments)))
    return _plain(annotation) if isinstance(annotation, type) else UNKNOWN


def _plain(python: type) -> DeclaredShape:
    if issubclass(python, BaseModel):
        return DeclaredShape("group", models=(python,))
    if python is Length:
        return DeclaredShape("length")
    return DeclaredShape("value", python)


def either(*shapes: DeclaredShape) -> DeclaredShape:
    """The shape of something that may be any of ``shapes``: one of them, or a group with all their fields."""
    if shapes and all(shape.sort == "group" for shape in shapes):
        return DeclaredShape("group", models=tuple(dict.fromkeys(model for shape in shapes for model in shape.models)))
    return shapes[0] if shapes and all(shape == shapes[0] for shape in shapes) else UNKNOWN


def members(models: Sequence[type[BaseModel]]) -> dict[str, Member]:
    """The fields and properties of ``models`` by name."""
    found: dict[str, Member] = {}
    for model in models:
        for name, member in _members(model).items():
            known = found.get(name)
            found[name] = Member(either(known.shape, member.shape), known.title) if known else member
    return found


def _members(model: type[BaseModel]) -> dict[str, Member]:
    declared = {name: Member(shape_of(info.annotation), info.title or "") for name, info in model.model_fields.items()}
    computed = {
        name: Member(shape_of(info.return_type), info.title or "") for name, info in model.model_computed_fields.items()
    }
    properties = {
        name: Member(shape_of(get_type_hints(getter.fget).get("return"))) for name, getter in _properties(model)
    }
    by_title = {member.title: member for member in declared.values() if member.title}
    return declared | properties | computed | (by_title if issubclass(model, TitledRow) else {})


def _properties(model: type[BaseModel]) -> Iterator[tuple[str, property]]:
    for base in reversed(model.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            for name, getter in vars(base).items():
                if isinstance(getter, property) and not name.startswith("_"):
                    yield name, getter


@cache
def computed_names(model: type[BaseModel]) -> tuple[str, ...]:
    """The members of ``model`` that are computed from its fields."""
    return tuple(dict.fromkeys((*(name for name, _ in _properties(model)), *model.model_computed_fields)))
