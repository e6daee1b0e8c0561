"""The files of an office's own papers: the description of each, and the table that its columns describe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import PurePosixPath
from typing import Any, Final

from pydantic import Field, create_model

from vanban.domain.own_paper import ColumnKind, OwnColumn, OwnRow, PaperDescription, part_names, row_keys
from vanban.domain.own_sheets import printed
from vanban.domain.record import Record
from vanban.domain.typed import Typed
from vanban.ingest.part_file import DataFile, FileShape
from vanban.ingest.yaml_file import read_yaml

_FOLDER: Final = "papers"
_ENDINGS: Final = (".yaml", ".yml")
_TYPES: Final[Mapping[ColumnKind, Any]] = {
    ColumnKind.TEXT: Typed,
    ColumnKind.NUMBER: Decimal,
    ColumnKind.DATE: date,
}


def own_descriptions(files: Mapping[str, bytes]) -> dict[str, PaperDescription | None]:
    """The descriptions among ``files`` (``papers/NAME.yaml``) by their names, in order; ``None`` for a broken one."""
    found: dict[str, PaperDescription | None] = {}
    for name in sorted(files):
        path = PurePosixPath(name)
        if str(path.parent) == _FOLDER and path.suffix.lower() in _ENDINGS and not path.name.startswith("."):
            found[path.stem.lower()] = read_yaml(files[name], name, PaperDescription).value
    return found


def own_parts(files: Mapping[str, bytes]) -> tuple[DataFile, ...]:
    """The parts that the descriptions among ``files`` add to a year, in order.

    A description that cannot be read adds itself alone: reading the year tells what is wrong with it.
    """
    parts: list[DataFile] = []
    for key, said in own_descriptions(files).items():
        description, table = part_names(key)
        parts.append(DataFile(description, key, "papers", FileShape.RECORD, PaperDescription))
        if said is not None and said.columns:
            parts.append(DataFile(table, key, "year", FileShape.TABLE, row_model(said.columns), required=False))
    return tuple(parts)


@cache
def row_model(columns: tuple[OwnColumn, ...]) -> type[Record]:
    """The record of one row: a field for each column, by its slug."""
    fields: dict[str, Any] = {}
    for column in columns:
        kind = _TYPES[column.kind]
        default = ... if column.required else None
        fields[column.slug] = (kind if column.required else kind | None, Field(default=default, title=column.name))
    return create_model("OwnTableRow", __base__=Record, **fields)


def own_rows(columns: tuple[OwnColumn, ...], read: Iterable[Record]) -> tuple[OwnRow, ...]:
    """The rows of a table that was read by :func:`row_model`, as papers print them."""
    rows = tuple(read)
    keys = row_keys(printed(getattr(row, columns[0].slug)) for row in rows)
    return tuple(
        OwnRow(
            ordinal=ordinal,
            key=key,
            cells={column.name: printed(getattr(row, column.slug)) for column in columns},
            numbers={
                column.name: value
                for column in columns
                if column.kind is ColumnKind.NUMBER and (value := getattr(row, column.slug)) is not None
            },
        )
        for ordinal, (key, row) in enumerate(zip(keys, rows, strict=True), start=1)
    )
