"""Lists of plain records that are kept as texts, signatories, legal bases, targets, as rows of a grid, and such rows
back in the text: whatever is equal stays in its characters, comments too."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from vanban.domain.finding import Finding, Severity
from vanban.domain.office import Office
from vanban.ingest import CellTable, DataFile, FileShape, cells_as_text, empty_cells, read_yaml_list
from vanban.ingest.assembly import kinds_of
from vanban.ingest.scalars import is_scalar, written
from vanban.ingest.table import read_table
from vanban.ingest.written_tree import restated
from vanban.ingest.yaml_splice import said, spliced
from vanban.workflows.check import EVERY_PART
from vanban.workflows.plan_targets import PLAN_TARGETS, cells_of_targets, targets_as_text


def _is_plain(part: DataFile) -> bool:
    kinds = (kinds_of(field.annotation) for field in part.model.model_fields.values())
    return part.shape is FileShape.RECORDS and all(is_scalar(kind) for own in kinds for kind in own)


LISTS: Final = (*(part for part in EVERY_PART if _is_plain(part)), PLAN_TARGETS)
"""The lists whose records are rows of single values, and the targets that stand in the plan's own file."""


def cells_of_list(data: bytes, file: str, part: DataFile, office: Office | None) -> CellTable | Finding:
    """The records of the text as rows; or the first thing that is wrong with it."""
    if part == PLAN_TARGETS:
        return cells_of_targets(data, file, office)
    reading = read_yaml_list(data, file, part.model, office)
    if reading.value is None:
        return reading.findings[0]
    columns = empty_cells(part, office)
    rows = tuple(tuple(written(getattr(one, column.field)) for column in columns.columns) for one in reading.value)
    return replace(columns, rows=rows, lines=tuple(range(2, len(rows) + 2)))


def list_as_text(part: DataFile, table: CellTable, before: bytes, office: Office | None) -> bytes | tuple[Finding, ...]:
    """The text ``before`` changed so that it says the rows; or what is wrong with the rows, by line and title."""
    if part == PLAN_TARGETS:
        return targets_as_text(table, before, office)
    reading = read_table(cells_as_text(table), f"{part.stem}.csv", part.model, office)
    if reading.value is None:
        return tuple(one for one in reading.findings if one.severity is Severity.ERROR)
    text = before.decode("utf-8-sig")
    old = read_yaml_list(before, f"{part.stem}.yaml", part.model, office).value if text.strip() else None
    stands = said(text) if text.strip() else None
    return spliced(text, restated(stands, old, reading.value, office)).encode()
