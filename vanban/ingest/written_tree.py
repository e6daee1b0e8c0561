"""Turn records into the tree of written values that a file holds, leaving what somebody wrote as it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vanban.domain.alignment import aligned
from vanban.domain.office import Office
from vanban.domain.record import Record
from vanban.domain.text_table import TextTable
from vanban.ingest.scalars import written
from vanban.ingest.tree import Listing, Node, NodeGroup

Written = str | list["Written"] | dict[str, "Written"]
"""What a file says: a text as written, values one after another, values by name."""


def as_written(value: object, office: Office | None = None) -> Written:
    """A value of the data model as a file says it: without what is as usual, titles as that ``office`` calls them."""
    match value:
        case TextTable():
            table = _record(value, office)
            table["rows"] = [_row(row) for row in value.rows]
            return table
        case Record():
            return _record(value, office)
        case Mapping():
            return {str(name): as_written(inner, office) for name, inner in value.items()}
        case tuple() | list() | frozenset():
            return [as_written(inner, office) for inner in value]
        case _:
            return written(value, office)


def as_said(node: Node | None) -> Written:
    """What was read from a file, as it is written there."""
    match node:
        case Listing(items=items):
            return [as_said(item) for item in items]
        case NodeGroup(entries=entries):
            return {name: as_said(inner) for name, inner in entries.items()}
        case None:
            return {}
        case _:
            return str(node.raw)


def restated(said: Written | None, old: object, new: object, office: Office | None = None) -> Written:
    """``new`` as a file says it that ``said`` the value ``old``: whatever is equal stays in the words it has there."""
    if said is not None and old == new:
        return said
    if isinstance(new, Record) and isinstance(old, Record) and isinstance(said, dict) and type(old) is type(new):
        return _restated_record(said, old, new, office)
    if isinstance(new, tuple) and isinstance(old, tuple) and isinstance(said, list) and len(said) == len(old):
        return _restated_list(said, old, new, office)
    return as_written(new, office)


def _record(value: Record, office: Office | None) -> dict[str, Written]:
    fields = type(value).model_fields
    return {
        name: as_written(getattr(value, name), office)
        for name, field in fields.items()
        if field.is_required() or getattr(value, name) != field.get_default(call_default_factory=True)
    }


def _row(cells: Sequence[str]) -> Written:
    """A row between bars; one with a bar in a cell as a list."""
    if any("|" in cell for cell in cells):
        return list(cells)
    if len(cells) > 1 and cells[0] and cells[-1]:
        return " | ".join(cells)
    return f"| {' | '.join(cells)} |"


def _restated_record(said: dict[str, Written], old: Record, new: Record, office: Office | None) -> Written:
    plain = as_written(new, office)
    assert isinstance(plain, dict)
    made: dict[str, Written] = {}
    for name, before in said.items():
        mine, other = getattr(old, name, None), getattr(new, name, None)
        if name in type(old).model_fields and (mine == other or name in plain):
            rows = isinstance(new, TextTable) and name == "rows"
            made[name] = plain[name] if rows and mine != other else restated(before, mine, other, office)
    return made | {name: value for name, value in plain.items() if name not in made}


def _restated_list(said: list[Written], old: tuple[Any, ...], new: tuple[Any, ...], office: Office | None) -> Written:
    by_place: dict[int, Written] = {}
    for mine, other in aligned([repr(one) for one in old], [repr(one) for one in new]):
        if mine is not None and other is not None:
            by_place[other] = restated(said[mine], old[mine], new[other], office)
    return [by_place[place] if place in by_place else as_written(one, office) for place, one in enumerate(new)]
